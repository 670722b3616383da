"""`r57plans diff`: what changed between two versions of a plan, in substance."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from r57plans.cli.differing.formats import EXAMPLES, FORMATS, OF_THREE, Made
from r57plans.cli.differing.options import options
from r57plans.cli.reports import NEVER
from r57plans.cli.ui import REFUSED, WRONG, Ui, ui_option
from r57plans.findings import Language, Message
from r57plans.model.change import SEVERITIES

if TYPE_CHECKING:
    from r57plans.diff.differences import Differences
    from r57plans.diff.versions import Side
    from r57plans.model.change import Change
    from r57plans.model.change_rule import ChangeSeverity


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    files: tuple[str, ...]
    three: bool
    format: str
    out: Path | None
    language: Language
    fail_on: str
    severity: Path | None
    approved: Path | None
    approve: tuple[str, ...]
    reason: str

    @property
    def machine(self) -> bool:
        """Whether a machine reads what is printed."""
        return self.format == "json"


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(**given: Any) -> int:
        if given["explain"]:
            from r57plans.cli.differing.rules import tell_rules

            return tell_rules(ui, given["explain"], machine=given["format_"] == "json")
        return _diff(ui, _asked(ui, given))

    return click.Command(
        "diff",
        callback=run,
        help=t(
            "So sánh hai phiên bản của một kế hoạch về nội dung: nhiệm vụ thêm, bỏ, lùi thời hạn, "
            "đổi cơ quan chủ trì, hạ chỉ tiêu … OLD và NEW là tệp kế hoạch, tệp Word tạo từ kế "
            "hoạch, hoặc git:PHIÊN_BẢN:ĐƯỜNG_DẪN. Trả về 0; 1 chỉ khi có --fail-on; 2 khi không "
            "đọc được tệp.\n\n"
            "Ví dụ: r57plans diff plan-cu.yaml plan.yaml\n\n"
            "So với bản đã lưu trong git: r57plans diff git:HEAD:plan.yaml plan.yaml\n\n"
            "Hai người cùng sửa: r57plans diff --three goc.yaml a.yaml b.yaml",
            "Compare two versions of a plan in substance: tasks added and dropped, deadlines put "
            "off, other leads, lowered targets … OLD and NEW are plan files, Word files made from "
            "plans, or git:REVISION:PATH. Gives 0; 1 only with --fail-on; 2 when a file cannot be "
            "read.\n\n"
            "Example: r57plans diff old.yaml plan.yaml\n\n"
            "Against what git has: r57plans diff git:HEAD:plan.yaml plan.yaml\n\n"
            "Two people at one plan: r57plans diff --three base.yaml a.yaml b.yaml",
        ),
        params=[
            click.Argument(["files"], nargs=-1, metavar="OLD NEW | --three BASE A B"),
            *options(ui),
            ui_option(ui),
        ],
    )


def _asked(ui: Ui, given: dict[str, Any]) -> Asked:
    """The options as one record; ends the command where they do not go together."""
    paths = {n: Path(given[n]) if given[n] else None for n in ("out", "severity", "approved")}
    language = cast("Language", given["lang"] or ui.language)
    asked = Asked(
        tuple(given["files"]), given["three"], given["format_"], paths["out"], language,
        given["fail_on"], paths["severity"], paths["approved"], tuple(given["approve"]),
        given["reason"],
    )  # fmt: skip
    for wrong, message in _wrong_uses(asked):
        if wrong:
            ui.fail("diff.use", *message, _SEE_HELP, machine=asked.machine)
    return asked


def _wrong_uses(asked: Asked) -> Iterable[tuple[bool, Message]]:
    count, names = (3, "BASE A B") if asked.three else (2, "OLD NEW")
    yield (
        len(asked.files) != count,
        Message(f"Cần đúng {count} tệp: {names}.", f"There must be {count} files: {names}."),
    )
    yield (
        bool(asked.approve) and asked.approved is None,
        Message("--approve cần --approved TỆP.", "--approve needs --approved FILE."),
    )
    yield (
        bool(asked.reason) and not asked.approve,
        Message("--reason đi cùng --approve.", "--reason goes with --approve."),
    )
    yield (
        asked.three and asked.approved is not None,
        Message("--approved không dùng với --three.", "--approved does not go with --three."),
    )
    yield (
        asked.three and asked.format not in OF_THREE,
        Message(
            f"--three có các dạng: {', '.join(OF_THREE)}.",
            f"--three has these formats: {', '.join(OF_THREE)}.",
        ),
    )


_SEE_HELP = Message("Xem: r57plans diff --help", "See: r57plans diff --help")


def _diff(ui: Ui, asked: Asked) -> int:
    from r57plans.errors import ReportedError

    try:
        return _three(ui, asked) if asked.three else _two(ui, asked)
    except ReportedError as error:
        ui.stop(error.report, WRONG, machine=asked.machine)


def _two(ui: Ui, asked: Asked) -> int:
    from r57plans.cli.differing.approving import approvals_in, approve, chosen
    from r57plans.diff.differences import differences

    old, new = _sides(asked)
    known = approvals_in(asked.approved, may_lack=bool(asked.approve))
    found = differences(old, new, _severities(asked), known)
    if asked.approve and asked.approved is not None:
        taken = chosen(ui, found, asked.approve, machine=asked.machine)
        if taken:
            approve(ui, asked.approved, taken, asked.reason, asked.language, machine=asked.machine)
            known = approvals_in(asked.approved, may_lack=False)
            found = differences(old, new, _severities(asked), known)
    _show(ui, asked, found)
    return _code(found.changes, asked.fail_on)


def _three(ui: Ui, asked: Asked) -> int:
    from r57plans.diff.shape import three_as_dict
    from r57plans.diff.text import three_text
    from r57plans.diff.three import three_way

    base, a, b = _sides(asked)
    found = three_way(base.plan, a.plan, b.plan, _severities(asked))
    names = (base.name, a.name, b.name)
    make = three_as_dict if asked.machine else three_text
    _put(ui, asked, make(found, names, asked.language))
    return _code((c for each in found.conflicts for c in (*each.a, *each.b)), asked.fail_on)


def _sides(asked: Asked) -> tuple[Side, ...]:
    """Every side; raises with what is wrong in any of them."""
    from r57plans.diff.versions import read_sides

    return read_sides(asked.files)


def _severities(asked: Asked) -> dict[str, ChangeSeverity]:
    from r57plans.load.change_rules import load_change_severities

    return load_change_severities(asked.severity) if asked.severity else {}


def _show(ui: Ui, asked: Asked, found: Differences) -> None:
    """The report in the format asked for."""
    _put(ui, asked, FORMATS[asked.format](found, asked.language))


def _put(ui: Ui, asked: Asked, made: Made) -> None:
    """What was made, on the terminal or in the file asked for."""
    if asked.out is None:
        _print(ui, asked, made)
        return
    from r57plans.files import write_files

    if isinstance(made, dict):
        made = json.dumps(made, ensure_ascii=False, indent=2)
    data = made if isinstance(made, bytes) else f"{made}\n".encode()
    try:
        write_files({asked.out: data})
    except OSError as error:
        ui.unwritable(asked.out, error, machine=asked.machine)
    if not asked.machine:
        ui.say(f"Đã ghi: {asked.out}", f"Wrote: {asked.out}")


def _print(ui: Ui, asked: Asked, made: Made) -> None:
    if isinstance(made, dict):
        ui.json(made)
    elif isinstance(made, str):
        click.echo(made)
    else:
        add = f"-o {EXAMPLES[asked.format]}"
        ui.fail("diff.out", f"--format {asked.format} cần -o TỆP.",
                f"--format {asked.format} needs -o FILE.",
                Message(f"Thêm: {add}", f"Add: {add}"))  # fmt: skip


def _code(changes: Iterable[Change], fail_on: str) -> int:
    """1 where a change is as grave as `fail_on` or graver, else 0."""
    names = [*map(str, SEVERITIES)]
    failing = () if fail_on == NEVER else SEVERITIES[: names.index(fail_on) + 1]
    return REFUSED if any(change.severity in failing for change in changes) else 0
