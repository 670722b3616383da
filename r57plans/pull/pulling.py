"""From edited Word files to proposals on a plan, conflicts told, and the plan file that results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from r57plans.documents import ACTION_PLAN, build
from r57plans.errors import LoadError, RefusedError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.load import check_plan, read_file
from r57plans.load.plan_text import PlanText
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal
from r57plans.pull.apply import Applied, apply
from r57plans.pull.merging import Conflict, Copy, Held, Outcome, merged
from r57plans.pull.printed import PrintedValues
from r57plans.pull.reading import read_proposals
from r57plans.pull.tasks import is_noted
from r57plans.word.manifest import has_manifest, read_manifest
from r57plans.word.package import DEFAULT_LIMITS, read_package

ALL = "all"
"""Accepts every proposal that is in no conflict."""

_LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Pulled:
    """What edited files propose.

    `proposals` can be taken; each of `conflicts` was changed on two sides; `already` is in the
    plan; `fixed` are words of the template that were changed, which no plan can take. `doubles`
    come to the same as the proposal beside each. `text` is the plan file's, "" where no plan was
    given.
    """

    proposals: tuple[Proposal, ...]
    conflicts: tuple[Conflict, ...] = ()
    already: tuple[Proposal, ...] = ()
    fixed: tuple[Proposal, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str = ""
    plan: Plan | None = None
    doubles: tuple[tuple[Proposal, Proposal], ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All that can be accepted by name; of a conflict between files each side for itself."""
        names = [each.id for each in self.proposals]
        return tuple(dict.fromkeys([*names, *self._sides]))

    @property
    def _sides(self) -> dict[str, Proposal]:
        return {
            side_id(conflict, side): side for conflict in self.conflicts for side in conflict.theirs
        }

    def chosen(self, names: Iterable[str]) -> tuple[Proposal, ...]:
        """The proposals of those ids, in their order; `all` are those in no conflict.

        A side of a conflict has to be named. Raises KeyError for an id that is not there.
        """
        wanted = set(names)
        sides = self._sides
        if unknown := wanted - {ALL, *self.ids}:
            raise KeyError(min(unknown))
        every = ALL in wanted
        free = tuple(each for each in self.proposals if every or each.id in wanted)
        return (*free, *(side for name, side in sides.items() if name in wanted))

    def apply(self, accepted: Iterable[Proposal]) -> Applied:
        """The plan file with these proposals in it; ValueError where no plan was given."""
        if self.plan is None:
            raise ValueError("there is no plan to write to")
        return apply(self.text, self.plan, tuple(accepted))


def side_id(conflict: Conflict, side: Proposal) -> str:
    """By what one side of a conflict is accepted: its id, with its file where there are several.

    Of several that one file has of the same value, all but the first have a number.
    """
    if len(conflict.theirs) == 1:
        return conflict.id
    alike = [each for each in conflict.theirs if _name(each) == _name(side)]
    number = next(n for n, each in enumerate(alike, 1) if each is side)
    return _name(side) if number == 1 else f"{_name(side)}#{number}"


def _name(side: Proposal) -> str:
    return f"{side.id}@{side.source.file}"


def pull(*files: Path | str, plan: Path | str | PlanText | None = None) -> Pulled:
    """What edited Word files propose to change in the plan that they were made from.

    Without `plan` they are compared with what they printed; with it also with what the plan says
    today: what both changed to different texts is a conflict.
    Raises LoadError for what cannot be read or is no plan, WordFileError for no sound Word file,
    RefusedError for a file in which nothing of a plan is found.
    """
    text, loaded = read_plan(plan) if plan is not None else ("", None)
    printing = _printer(loaded) if loaded else None
    copies: list[Copy] = []
    findings: list[Finding] = []
    for file in files:
        copy, said = _copy(file, printing)
        copies.append(copy)
        findings += said
        findings += _of_another(copy, loaded) if loaded else ()
    return held_against(copies, findings, text, loaded)


def held_against(
    copies: Sequence[Copy], findings: Iterable[Finding], text: str, loaded: Plan | None
) -> Pulled:
    """What edited copies propose to the plan of today, None where none is at hand."""
    outcome = _outcome(text, loaded) if loaded else None
    found = merged(copies, outcome, _held(text, loaded, outcome) if loaded and outcome else None)
    return Pulled(
        found.proposals, found.conflicts, found.already, found.fixed, tuple(findings), text, loaded,
        found.doubles,
    )  # fmt: skip


_Printing = Callable[[str, Language], bytes]


def read_plan(path: Path | str | PlanText) -> tuple[str, Plan]:
    """The text of a plan file and its plan; raises LoadError for what is none."""
    if isinstance(path, PlanText):
        return path.text, path.plan
    data = read_file(path)
    plan, report = check_plan(data, str(path))
    if plan is None:
        raise LoadError(report)
    return data.decode("utf-8"), plan


def _printer(plan: Plan) -> _Printing:
    """Makes documents of a plan, each once."""

    @cache
    def printed(document: str, language: Language) -> bytes:
        try:
            return build(plan, (language,), (document,)).files[0].data
        except RefusedError as error:
            raise RefusedError(Report((_NOT_PRINTED, *error.report))) from None

    return printed


def _outcome(text: str, plan: Plan) -> Outcome:
    @cache
    def outcome(proposal: Proposal) -> str:
        return apply(text, plan, (proposal,)).text

    return outcome


def _held(text: str, plan: Plan, outcome: Outcome) -> Held:
    def held(proposal: Proposal) -> bool:
        if proposal.kind == "note":
            return is_noted(plan, proposal)
        return proposal.kind == "change" and outcome(proposal) == text

    return held


def _copy(file: Path | str, printing: _Printing | None) -> tuple[Copy, tuple[Finding, ...]]:
    """One edited file, held against what it printed and, where it can be, what is printed now."""
    data, name = read_file(file, "word", DEFAULT_LIMITS.max_bytes), str(file)
    manifest = read_manifest(data, name)
    if manifest is None:
        return _without_manifest(data, name, printing)
    language: Language = "en" if manifest.facts.language == "en" else "vi"
    now = printing(manifest.facts.document, language) if printing else None
    read = read_proposals(data, name=name, printed_file=now)
    base = PrintedValues(manifest.printed)
    today = PrintedValues(_values(now)) if now else None
    copy = Copy(name, base, today, _of_file(read.proposals, name), manifest.facts)
    altered = () if manifest.intact else (replace(_ALTERED, place=Place(name)),)
    return copy, (*altered, *read.findings)


def _without_manifest(
    data: bytes, name: str, printing: _Printing | None
) -> tuple[Copy, tuple[Finding, ...]]:
    """A file that lost its manifest, such as a pasted table: held against today's plan alone."""
    if printing is None:
        read = read_proposals(data, name=name)
        return Copy(name, PrintedValues(()), None, _of_file(read.proposals, name)), tuple(
            read.findings
        )
    for language in _LANGUAGES:
        now = printing(ACTION_PLAN, language)
        try:
            read = read_proposals(data, _values(now), name, printed_file=now)
        except RefusedError:
            if language == _LANGUAGES[-1]:
                raise
            continue
        spoken = (replace(each, language=language) for each in read.proposals)
        values = PrintedValues(_values(now))
        note = replace(
            _DAMAGED if has_manifest(read_package(data)) else _NO_MANIFEST, place=Place(name)
        )
        return Copy(name, values, values, _of_file(spoken, name)), (*read.findings, note)
    raise AssertionError("one of the languages reads or refuses")


def _of_another(copy: Copy, plan: Plan) -> Iterator[Finding]:
    """What there is to say of a file that was not made from the plan as it is today."""
    if copy.facts is None or copy.facts.plan_hash == plan.hash:
        return
    province = dict(copy.facts.about).get("province", plan.province)
    place = Place(copy.name)
    if province != plan.province:
        message = Message(
            f"Tệp được tạo từ kế hoạch của {province}, không phải của {plan.province}.",
            f"The file was made from a plan of {province}, not of {plan.province}.",
        )
        yield Finding("pull.other-province", "warning", message, place=place)
    yield replace(_MOVED_ON, place=place)


def _values(data: bytes) -> tuple[tuple[str, str], ...]:
    manifest = read_manifest(data)
    return manifest.printed if manifest else ()


def _of_file(proposals: Iterable[Proposal], name: str) -> tuple[Proposal, ...]:
    """The proposals with the name of the file that they are from."""
    short = Path(name).name
    return tuple(replace(p, source=replace(p.source, file=short)) for p in proposals)


_NO_MANIFEST = Finding(
    "pull.no-manifest",
    "note",
    Message(
        "Tệp không còn bản kê; so với kế hoạch hiện nay.",
        "The file has lost its manifest; it is compared with the plan of today.",
    ),
)
_MOVED_ON = Finding(
    "pull.plan-moved-on",
    "note",
    Message(
        "Kế hoạch đã được sửa từ khi in tệp này.",
        "The plan has changed since this file was printed.",
    ),
)
_ALTERED = Finding(
    "pull.manifest-hash",
    "warning",
    Message(
        "Bản kê kèm tệp không khớp mã kiểm của chính nó: đã bị sửa hoặc hỏng sau khi tạo tệp. "
        "Những chữ nói là đã in có thể không đúng.",
        "The manifest does not match its own hash: it was altered or damaged after the file was "
        "made. What is said to have been printed may be wrong.",
    ),
    Message(
        "Đọc kỹ từng đề xuất trước khi nhận; nên xin lại tệp gốc.",
        "Read each proposal before accepting it; better, ask for the original file.",
    ),
)
_DAMAGED = Finding(
    "pull.manifest-damaged",
    "warning",
    Message(
        "Tệp có bản kê nhưng bản kê không đọc được; so với kế hoạch hiện nay.",
        "The file has a manifest that is not sound; it is compared with the plan of today.",
    ),
)
_NOT_PRINTED = Finding(
    "pull.not-printed",
    "error",
    Message(
        "Không in lại được văn bản từ kế hoạch để so sánh.",
        "The document cannot be printed from the plan to compare with.",
    ),
)
