"""What every report of changes has in common: order, names, and the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from r57plans.findings import Language, Message
from r57plans.model.change import NOTHING, SEVERITIES, SEVERITY_WORDS, Change, Severity
from r57plans.word.redline.sequences import smoothed
from r57plans.word.redline.words import words_of

_TITLES = {
    "general": Message("Văn bản và phần chung", "Documents and the plan as a whole"),
    "targets": Message("Chỉ tiêu", "Targets"),
    "others": Message("Nhiệm vụ ngoài các nhóm", "Tasks of no group"),
}
_GROUP = Message("Nhóm", "Group")
_SAME = Message("Không có thay đổi nào về nội dung.", "Nothing changed in substance.")
_ALL_APPROVED = Message("Mọi thay đổi đã được chấp thuận.", "Every change is approved.")
_APPROVED = Message("Đã chấp thuận", "Approved")
_MOST_COMPARED = 20_000  # words and spaces of both values
_TASK = Message("Nhiệm vụ", "Task")
_TARGET = Message("Chỉ tiêu", "Target")


def _none() -> Mapping[str, Message]:
    return {}


class Version(NamedTuple):
    """One of the two: the name that it was asked for by, and which edition it says it is."""

    name: str
    edition: Message = NOTHING

    def say(self, language: Language) -> str:
        """`Dự thảo lần 2 (plan.yaml)`."""
        edition = self.edition.say(language)
        return f"{edition} ({self.name})" if edition and self.name else edition or self.name


@dataclass(frozen=True, slots=True)
class Sides:
    """The two versions by name, and the names of what may have changed between them, by id.

    `subject` is whose plan it is; `rules` has the title of each kind of change; `groups` the
    numbers and titles of groups in the plan's order; what is in neither is called by its id.
    `approved` has the reason of each change that was approved, by its fingerprint.
    """

    old: Version
    new: Version
    subject: Message = NOTHING
    rules: Mapping[str, Message] = field(default_factory=_none)
    groups: Mapping[str, Message] = field(default_factory=_none)
    approved: Mapping[str, Message] = field(default_factory=_none)

    def editions(self, language: Language) -> tuple[str, str]:
        """What tells the two apart before a committee: without files where the editions do."""
        old, new = (side.edition.say(language) for side in (self.old, self.new))
        if old and new and old != new:
            return old, new
        return self.old.say(language), self.new.say(language)

    def kind(self, change: Change, language: Language) -> str:
        """The title of the change's rule; its id where it has none."""
        title = self.rules.get(change.rule)
        return title.say(language) if title else change.rule

    def subject_of(self, change: Change, language: Language) -> str:
        """`Nhiệm vụ 3.5.2. Phủ sóng di động`, `Chỉ tiêu: Kinh tế số, năm 2030`; "" for the plan.

        The ids that only the plan's file knows stand where no name is known.
        """
        word, key = (_TASK, change.task) if change.task else (_TARGET, change.target)
        if not key:
            return change.subject.say(language)
        said, name = word.say(language), change.name.say(language)
        if name and not key[0].isdigit():
            return f"{said}: {name}{_year(change, language)}"
        return f"{said} {key}" + (f". {name}" if name else "") + _year(change, language)


def _year(change: Change, language: Language) -> str:
    """The horizon of a target's value, as it follows the target's name."""
    field, _, year = change.field.partition("/")
    if field != "values" or not year.isdigit():
        return ""
    return f", năm {year}" if language == "vi" else f", {year}"


def unsaid(change: Change, language: Language) -> str:
    """The short name of the task or target, where the change's own sentence does not say it."""
    name = change.name.say(language)
    return "" if name in change.message.say(language) else name


class Section(NamedTuple):
    """The changes of a group (`group-3`), of `targets`, of tasks in no group, or of all else."""

    id: str
    title: str
    changes: tuple[Change, ...]


class Kind(NamedTuple):
    """How many changes of one rule there are, by severity."""

    rule: str
    title: str
    counts: Counter[Severity]

    @property
    def gravest(self) -> int:
        """The place of its gravest severity among all."""
        return min(SEVERITIES.index(severity) for severity in self.counts)


class Piece(NamedTuple):
    """A stretch of a value; `changed` where the other version does not have it."""

    text: str
    changed: bool


def sections(changes: Iterable[Change], sides: Sides, language: Language) -> tuple[Section, ...]:
    """The changes as a plan is read: the whole, targets, then each group, in its order."""
    found: dict[str, list[Change]] = {"general": [], "targets": []}
    found |= {f"group-{name}": [] for name in sides.groups}
    for change in sorted(changes, key=lambda change: bool(change.task and not change.group)):
        found.setdefault(_section_of(change), []).append(change)
    return tuple(
        Section(key, _title(key, sides, language), tuple(inside))
        for key, inside in found.items()
        if inside
    )


def kinds(changes: Iterable[Change], sides: Sides, language: Language) -> tuple[Kind, ...]:
    """The summary of what is not approved: the gravest first, then in the order of the rules."""
    counted: dict[str, Counter[Severity]] = {}
    titles: dict[str, str] = {}
    for change in changes:
        if change.fingerprint not in sides.approved:
            counted.setdefault(change.rule, Counter())[change.severity] += 1
            titles[change.rule] = sides.kind(change, language)
    places = {rule: place for place, rule in enumerate(sides.rules)}
    found = [Kind(rule, titles[rule], counts) for rule, counts in counted.items()]
    return tuple(sorted(found, key=lambda kind: (kind.gravest, places.get(kind.rule, len(places)))))


def summary(changes: Sequence[Change], sides: Sides, language: Language) -> str:
    """All in one sentence: `5 thay đổi: 2 quan trọng, 3 câu chữ.`; approved ones by themselves."""
    left = [change for change in changes if change.fingerprint not in sides.approved]
    approved = len(changes) - len(left)
    if not left:
        return (_ALL_APPROVED if approved else _SAME).say(language)
    counts = Counter(change.severity for change in left)
    each = ", ".join(
        f"{counts[severity]} {SEVERITY_WORDS[severity].say(language)}"
        for severity in SEVERITIES
        if counts[severity]
    )
    word = "thay đổi" if language == "vi" else "change" if len(left) == 1 else "changes"
    apart = f" {_APPROVED.say(language)}: {approved}." if approved else ""
    return f"{len(left)} {word}: {each}.{apart}"


def side_by_side(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both values in pieces, cut at words; one that is alone counts as unmarked."""
    if not (old and new):
        return _whole(old), _whole(new)
    before, after = words_of(old), words_of(new)
    if len(before) + len(after) > _MOST_COMPARED:
        return (Piece(old, True),), (Piece(new, True),)
    left, right = [], []
    for step in smoothed(before, after):
        left.append(Piece("".join(before[n] for n in step.old), not step.same))
        right.append(Piece("".join(after[n] for n in step.new), not step.same))
    return tuple(p for p in left if p.text), tuple(p for p in right if p.text)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()


def _section_of(change: Change) -> str:
    if change.task:
        return f"group-{change.group}" if change.group else "others"
    return "targets" if change.target else "general"


def _title(key: str, sides: Sides, language: Language) -> str:
    if key in _TITLES:
        return _TITLES[key].say(language)
    name = key.removeprefix("group-")
    title = sides.groups.get(name)
    return title.say(language) if title else f"{_GROUP.say(language)} {name}"
