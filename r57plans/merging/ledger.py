"""What is written down while plans are merged: what became of things, and what is to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from r57plans.findings import Finding, Message
from r57plans.language import nearest
from r57plans.merging.records import Conflict, Entry, Origin, Outcome, Part, SideValue
from r57plans.model.base import Text
from r57plans.model.decision import OWN, WEIGHTED, Decision, Decisions

T = TypeVar("T")
NOTHING = Message("—", "—")


@dataclass(frozen=True, slots=True)
class Side(Generic[T]):
    """What one province has: the value, and how it reads."""

    origin: Origin
    value: T
    said: Message


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """One way to settle a conflict: its key, the value that then stands, and how it reads."""

    key: str
    value: T
    said: Message


@dataclass(frozen=True)
class Question(Generic[T]):
    """Something that the plans have otherwise.

    `answers` are what may be chosen besides the sides, `default` the key that stands while nobody
    decides. `own` makes a value of what an office writes, None where it cannot be one; `weigh`
    makes one of weights by province.
    """

    id: str
    subject: Message
    field: Message
    sides: Sequence[Side[T]]
    default: str
    answers: Sequence[Answer[T]] = ()
    proposed: str = ""
    own: Callable[[Text], Answer[T] | None] | None = None
    weigh: Callable[[Mapping[str, float]], Answer[T] | None] | None = None

    def choices(self) -> tuple[str, ...]:
        """What a decision may take besides a province."""
        more = [(WEIGHTED, self.weigh), (OWN, self.own)]
        return (*(a.key for a in self.answers), *(key for key, there in more if there))


@dataclass
class Ledger:
    """Collects entries and conflicts, and answers questions by the office's decisions."""

    decisions: Decisions
    entries: list[Entry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def note(
        self,
        part: Part,
        name: str,
        title: Message,
        origins: Iterable[Origin],
        notes: Iterable[Message] = (),
    ) -> None:
        """Writes down what became of a thing; without a name it is not in the merged plan."""
        whose = tuple(origins)
        several = len({origin.province for origin in whose}) > 1
        outcome: Outcome = "dropped" if not name else "joined" if several else "kept"
        self.entries.append(Entry(part, name, title, whose, outcome, tuple(dict.fromkeys(notes))))

    def settle(self, question: Question[T]) -> Answer[T]:
        """What stands: as decided, or the default while nothing is; the conflict is kept."""
        number, decision = self._decision(question.id)
        chosen = self._chosen(question, decision, number) if decision and decision.take else None
        answer = chosen or _answer(question, question.default)
        assert answer is not None, "a default is always among the answers"
        self.conflicts.append(
            Conflict(
                question.id,
                question.subject,
                question.field,
                tuple(SideValue(s.origin.province, s.origin.name, s.said) for s in question.sides),
                question.choices(),
                question.proposed or question.default,
                answer.key,
                answer.said,
                chosen is not None,
                decision.reason.message if decision and decision.reason else None,
            )
        )
        return answer

    def _decision(self, name: str) -> tuple[int, Decision | None]:
        for number, decision in enumerate(self.decisions.decisions):
            if decision.id == name:
                return number, decision
        return 0, None

    def _chosen(self, question: Question[T], decision: Decision, number: int) -> Answer[T] | None:
        take = decision.take or ""
        if take == WEIGHTED and question.weigh:
            answer = question.weigh(decision.weights)
        elif take == OWN and question.own and decision.value:
            answer = question.own(decision.value)
        else:
            answer = _answer(question, take)
        if answer is None:
            self.findings.append(self._wrong(question, take, number))
        return answer

    def _wrong(self, question: Question[T], take: str, number: int) -> Finding:
        sides = [s.origin.province for s in question.sides]
        names = [*dict.fromkeys(sides), *question.choices()]
        message = Message(
            f"{question.id}: không thể chọn “{take}”.", f"{question.id} cannot take “{take}”."
        )
        hint = Message(f"Có thể chọn: {', '.join(names)}.", f"The choices: {', '.join(names)}.")
        if take in names:
            hint = Message(
                "Các giá trị không tính được theo cách này, hoặc thiếu tỉ trọng của một tỉnh.",
                "The values cannot be reckoned so, or a province's weight is missing.",
            )
        place = self.decisions.place(number)
        return Finding("merge.decision", "error", message, hint, place)

    def unknown(self) -> Iterable[Finding]:
        """The decisions about what is no conflict."""
        known = [conflict.id for conflict in self.conflicts]
        for number, decision in enumerate(self.decisions.decisions):
            if decision.id in known:
                continue
            near = ", ".join(nearest(decision.id, known) or known[:5]) or "—"
            message = Message(
                f"“{decision.id}” không phải là điểm cần quyết định.",
                f"“{decision.id}” is nothing to decide.",
            )
            hint = Message(f"Có: {near}.", f"There is: {near}.")
            place = self.decisions.place(number)
            yield Finding("merge.unknown-decision", "error", message, hint, place)


def _answer(question: Question[T], key: str) -> Answer[T] | None:
    for answer in question.answers:
        if answer.key == key:
            return answer
    for side in question.sides:
        if side.origin.province == key:
            return Answer(key, side.value, side.said)
    return None
