"""A plan judged by a pack: what each rule found, and how each part of the requirement stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from r57plans.checks.case import FOR_READERS, Case, Hit
from r57plans.checks.registry import APPLIES, CHECKS, EVIDENCE
from r57plans.checks.waivers import Waived, idle_waivers, waived_by
from r57plans.findings import LEVELS, Finding, Level, Message, Report
from r57plans.model.base import Text
from r57plans.model.pack import Pack, PartRecord, RuleRecord, Severity, Verdict

_GRAVEST: tuple[Verdict, ...] = ("not", "partly", "unknown", "met")
_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a rule found, and the finding that says it."""

    rule: RuleRecord
    hit: Hit
    finding: Finding


@dataclass(frozen=True, slots=True)
class PartResult:
    """How a part of the requirement stands: what speaks for it, and what is to be done.

    `findings` are all that were made about it. `tasks` and `targets` are the ids named by those
    that weigh, in the order of the plan; `todo` says what to do about them, one line a rule.
    """

    id: str
    title: Text
    text: Text
    verdict: Verdict
    evidence: tuple[Message, ...]
    findings: tuple[Finding, ...]
    tasks: tuple[str, ...]
    targets: tuple[str, ...]
    todo: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that a pack says of a plan.

    `target_names` are what the plan's targets are called, by their ids. `waived` is what the plan
    sets aside, with the reasons; `beside` are findings of no rule: about waivers that serve
    nothing, and what was found when the plan was read or would be said when it is built.
    """

    pack: Pack
    told: tuple[Told, ...]
    parts: tuple[PartResult, ...]
    target_names: Mapping[str, Text]
    waived: tuple[Waived, ...]
    beside: tuple[Finding, ...]

    @property
    def report(self) -> Report:
        """The findings in the order of the plan's file."""
        return Report.of([*(told.finding for told in self.told), *self.beside])

    def with_findings(self, more: Iterable[Finding]) -> Assessment:
        """The same with findings that were made elsewhere, as when the plan was read."""
        return replace(self, beside=(*more, *self.beside))

    def from_level(self, level: Level) -> Assessment:
        """The same with only the findings of at least that level; verdicts stay as they are."""
        wanted = LEVELS[: LEVELS.index(level) + 1]
        return replace(
            self,
            told=tuple(told for told in self.told if told.finding.level in wanted),
            beside=tuple(finding for finding in self.beside if finding.level in wanted),
        )


def assess(case: Case, pack: Pack, severities: Mapping[str, Severity] | None = None) -> Assessment:
    """What the rules of a pack find in a plan, and how each part of its requirement stands.

    `severities` gives rules other levels than their own, by id, or leaves them out (`off`). What
    the plan waives is in no finding and counts for no part.
    """
    levels = severities or {}
    applying = {part.id: _applies(part, case) for part in pack.parts}
    told, waived = [], []
    for rule in pack.rules:
        level = levels.get(rule.id, rule.level)
        if level == "off" or not applying.get(rule.part or "", True):
            continue
        for hit in CHECKS[rule.check](case, rule.settings):
            found = Told(rule, hit, finding_of(rule, hit, case, level))
            waiver = waived_by(case.plan, rule, hit)
            if waiver is None:
                told.append(found)
            else:
                waived.append(Waived(found.finding, rule, waiver))
    parts = tuple(_part(part, told, case, applies=applying[part.id]) for part in pack.parts)
    beside = tuple(idle_waivers(case.plan, pack, waived))
    return Assessment(pack, tuple(told), parts, _target_names(case), tuple(waived), beside)


def finding_of(rule: RuleRecord, hit: Hit, case: Case, level: Level | None = None) -> Finding:
    """What a rule says of what it found."""
    return Finding(
        rule.id,
        level or rule.level,
        _filled(rule.message, hit),
        _filled(rule.hint, hit),
        case.plan.place(*hit.path),
    )


def said_of(told: Sequence[Told], names: Mapping[str, Message]) -> Message:
    """All that one rule found, in one message for readers: what differs is a gap.

    `names` are those of the targets by their ids.
    """
    blanks = [_for_readers(each.hit, names) for each in told]
    shared = {
        key: value
        for key, value in blanks[0].items()
        if all(other.get(key) == value for other in blanks)
    }
    filled = _filled(told[0].rule.message, Hit((), shared))
    return Message(*(_BLANK.sub("…", side) for side in filled)) if len(told) > 1 else filled


def _for_readers(hit: Hit, names: Mapping[str, Message]) -> dict[str, str | Message]:
    blanks = dict(hit.blanks)
    if FOR_READERS in blanks:
        blanks["ids"] = blanks[FOR_READERS]
    if hit.target in names:
        vi, en = names[hit.target]
        blanks["target"] = Message(f"“{vi}”", f"“{en}”")
    return blanks


def _filled(text: Text, hit: Hit) -> Message:
    """A rule's text with the blanks filled; a blank that the hit does not fill stays as it is."""

    def side(words: str, index: int) -> str:
        def fill(match: re.Match[str]) -> str:
            value = hit.blanks.get(match[1], match[0])
            return value[index] if isinstance(value, Message) else value

        return _BLANK.sub(fill, words)

    return Message(*(side(words, index) for index, words in enumerate(text.message)))


def _target_names(case: Case) -> dict[str, Text]:
    """What each target is called: in the plan, else in the catalogue, else its id."""
    known = case.catalogue.target_by_id
    return {
        t.id: t.name or (known[t.id].name if t.id in known else Text(vi=t.id))
        for t in case.plan.targets
    }


def _applies(part: PartRecord, case: Case) -> bool:
    return part.when is None or APPLIES[part.when](case)


def _part(part: PartRecord, told: Sequence[Told], case: Case, *, applies: bool) -> PartResult:
    asked = {r.id: r for r in case.catalogue.requirement}.get(part.id)
    title = part.title or (asked.title if asked else Text(vi=part.id))
    text = part.text or (asked.text if asked else title)
    empty = PartResult(part.id, title, text, "not-applicable", (), (), (), (), ())
    if not applies:
        return empty
    own = [t for t in told if t.rule.part == part.id]
    bearing = [t for t in own if t.rule.verdict is not None or t.hit.verdict is not None]
    rules = dict.fromkeys(t.rule.id for t in bearing)
    return replace(
        empty,
        verdict=_verdict(bearing, case),
        evidence=tuple(EVIDENCE[part.evidence](case)) if part.evidence else (),
        findings=tuple(t.finding for t in own),
        tasks=_named(bearing, "task", (t.id for t in case.plan.tasks)),
        targets=_named(bearing, "target", (t.id for t in case.plan.targets)),
        todo=tuple(todo_of([t for t in bearing if t.rule.id == rule]) for rule in rules),
    )


def todo_of(told: Sequence[Told]) -> Message:
    """What to do about all that one rule found; with gaps for the words of several findings."""
    hints = dict.fromkeys(t.finding.hint for t in told)
    if len(hints) == 1:
        return next(iter(hints))
    return Message(*(_BLANK.sub("…", side) for side in told[0].rule.hint.message))


def _named(told: Iterable[Told], kind: str, order: Iterable[str]) -> tuple[str, ...]:
    named = {getattr(t.hit, kind) for t in told}
    return tuple(name for name in order if name in named)


def _verdict(told: Sequence[Told], case: Case) -> Verdict:
    found = {verdict for t in told if (verdict := t.hit.verdict or t.rule.verdict)}
    found.update(_of_wholes(told, case))
    return next(verdict for verdict in _GRAVEST if verdict in found or verdict == "met")


def _of_wholes(told: Sequence[Told], case: Case) -> Iterator[Verdict]:
    """How a part stands where a rule found every task, or every target."""
    tasks = {task.id for task in case.plan.tasks}
    targets = {target.id for _, target in case.targets()}
    for rule in dict.fromkeys(t.rule.id for t in told):
        hits = [t for t in told if t.rule.id == rule]
        whole = hits[0].rule.whole
        hit_tasks, hit_targets = {t.hit.task for t in hits}, {t.hit.target for t in hits}
        if whole and ((tasks and tasks <= hit_tasks) or (targets and targets <= hit_targets)):
            yield whole
