"""Packs of rules, holidays and an office's own severities: YAML in, every fault at once."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.language import did_you_mean, nearest
from r57plans.load.faults import fault
from r57plans.load.records import RecordReader
from r57plans.model.pack import Holiday, Pack, PackHead, RuleRecord, Severity

PACKS = "packs"
_HEAD = "pack.yaml"
_DOCUMENTED = Message("Xem tài liệu về bộ quy tắc.", "See the documentation of packs.")


def pack_names(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of the packs that come with the program, sorted."""
    home = (folder or catalogue_folder()) / PACKS
    return tuple(sorted(path.parent.name for path in home.glob(f"*/{_HEAD}")))


def load_pack(name: str | Path, functions: Collection[str]) -> Pack:
    """A pack that comes with the program, by its id, or the one in a folder.

    `functions` are the names that its rules and parts may use. Raises LoadError with every fault.
    """
    folder = Path(name)
    if str(name) in pack_names():
        folder = catalogue_folder() / PACKS / str(name)
    elif not (folder / _HEAD).is_file():
        raise LoadError(Report((_unknown(str(name)),)))
    reader = RecordReader()
    head = reader.record(folder / _HEAD, PackHead)
    files = [path for path in sorted(folder.glob("*.yaml")) if path.name != _HEAD]
    rules = [rule for path in files for rule in reader.part(path, tuple[RuleRecord, ...]) or ()]
    reader.refuse()
    pack = Pack(**{**dict(head), "rules": tuple(sorted(rules, key=lambda rule: rule.id))})
    faults = [
        *_doubled(pack, folder),
        *_unknown_functions(pack, folder, functions),
        *_unknown_parts(pack, folder),
    ]
    if faults:
        raise LoadError(Report(tuple(faults)))
    return pack


@lru_cache(maxsize=4)
def load_holidays(folder: Path | None = None) -> tuple[Holiday, ...]:
    """Public holidays; read once a process. Raises LoadError with every fault."""
    reader = RecordReader()
    made = reader.part((folder or catalogue_folder()) / "holidays.yaml", tuple[Holiday, ...])
    reader.refuse()
    return tuple(made)


def load_severities(path: Path, pack: Pack) -> dict[str, Severity]:
    """An office's own levels: rule id → error, warning, note or off. Raises LoadError."""
    reader = RecordReader()
    made = reader.record(path, dict[str, Severity])
    reader.refuse()
    known = [rule.id for rule in pack.rules]
    faults = [_no_rule(name, known, path) for name in made if name not in known]
    if faults:
        raise LoadError(Report(tuple(faults)))
    return made


def _doubled(pack: Pack, folder: Path) -> list[Finding]:
    ids = [rule.id for rule in pack.rules]
    return [
        fault(
            "pack.id-twice",
            Place(str(folder)),
            Message(f"Quy tắc {name} có hai lần.", f"The rule {name} is there twice."),
            Message("Mỗi quy tắc một mã riêng.", "Give each rule an id of its own."),
        )
        for name in dict.fromkeys(ids)
        if ids.count(name) > 1
    ]


def _unknown_functions(pack: Pack, folder: Path, functions: Collection[str]) -> list[Finding]:
    named = [*(rule.check for rule in pack.rules)]
    named += [name for part in pack.parts for name in (part.when, part.evidence) if name]
    faults = []
    for name in dict.fromkeys(named):
        if name not in functions:
            hint = did_you_mean(name, functions) or _DOCUMENTED
            said = Message(f"Không có phép kiểm tra “{name}”.", f"There is no check “{name}”.")
            faults.append(fault("pack.unknown-check", Place(str(folder)), said, hint))
    return faults


def _unknown_parts(pack: Pack, folder: Path) -> list[Finding]:
    known = [part.id for part in pack.parts]
    return [
        fault(
            "pack.unknown-part",
            Place(str(folder)),
            Message(
                f"Quy tắc {rule.id} thuộc phần “{rule.part}”, không có trong {_HEAD}.",
                f"Rule {rule.id} is of the part “{rule.part}”, which {_HEAD} does not have.",
            ),
            Message(f"Các phần: {', '.join(known)}.", f"The parts: {', '.join(known)}."),
        )
        for rule in pack.rules
        if rule.part is not None and rule.part not in known
    ]


def _unknown(name: str) -> Finding:
    names = pack_names()
    near = nearest(name, names) or names
    known = ", ".join(near)
    return fault(
        "pack.unknown",
        Place(name),
        Message(f"Không có bộ quy tắc “{name}”.", f"There is no pack “{name}”."),
        Message(
            f"Bộ quy tắc hiện có: {known}; hoặc ghi đường dẫn thư mục có {_HEAD}.",
            f"There is: {known}; or give the path of a folder with {_HEAD}.",
        ),
    )


def rule_hint(name: str, known: Collection[str]) -> Message:
    """What to do about a rule that is not there: the nearest one, or where all of them are."""
    see = "r57plans check --explain all."
    return did_you_mean(name, known) or Message(f"Xem: {see}", f"See: {see}")


def _no_rule(name: str, known: Collection[str], path: Path) -> Finding:
    said = Message(f"Không có quy tắc {name}.", f"There is no rule {name}.")
    return fault("check.severity-unknown", Place(str(path)), said, rule_hint(name, known))
