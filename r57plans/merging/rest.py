"""The rest of a plan: sections, groups, duties, reports, annexes … of all parents, none lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from r57plans.findings import Message
from r57plans.merging.fields import Scalar, actor_key, text_key, united
from r57plans.merging.ledger import Ledger
from r57plans.merging.ready import Ready
from r57plans.merging.records import Origin, Part
from r57plans.merging.voice import said_text
from r57plans.merging.words import field_of, listed
from r57plans.model.annex import DEFAULT_ANNEXES, Annex
from r57plans.model.base import Text
from r57plans.model.deadline import parse_period
from r57plans.model.plan import (
    Duty,
    Flexibility,
    Initiative,
    Omission,
    Plan,
    Reporting,
    Sections,
    Waiver,
)
from r57plans.model.target import Target
from r57plans.model.task import Task
from r57plans.view.phrases import ANNEX_TITLES

T = TypeVar("T")
_SPELLINGS = {
    "new": Message("kiểu mới (hòa, ủy)", "new (hòa, ủy)"),
    "old": Message("kiểu cũ (hoà, uỷ)", "old (hoà, uỷ)"),
}
Say = Callable[[Any], Message]
_GENERAL = Message("Toàn kế hoạch", "The whole plan")
_SECTIONS = {
    "purpose": Message("Mục đích", "Purpose"),
    "requirements": Message("Yêu cầu", "Requirements"),
    "objective": Message("Mục tiêu", "Objective"),
    "vision": Message("Tầm nhìn", "Vision"),
}


@dataclass(frozen=True)
class Rest:
    """Joins what is neither a task nor a target."""

    readies: Sequence[Ready]
    ledger: Ledger
    name: Callable[[str], Message]

    def lists(
        self, part: Part, path: str, title: Message, pick: Callable[[Plan], Iterable[T]],
        key: Callable[[T], Hashable], say: Callable[[T], Message],
    ) -> tuple[T, ...]:  # fmt: skip
        """All items of all parents, each once; each is told with whose it was."""
        found: dict[Hashable, list[tuple[Origin, T]]] = {}
        for ready in self.readies:
            for item in pick(ready.plan):
                name = str(getattr(item, "id", ""))
                found.setdefault(key(item), []).append((ready.origin(name), item))
        for given in found.values():
            origins = list(dict.fromkeys(origin for origin, _ in given))
            said = say(given[0][1])
            name = str(getattr(given[0][1], "id", "")) or path
            heading = Message(f"{title.vi}: {said.vi}", f"{title.en}: {said.en}")
            self.ledger.note(part, name, heading, origins)
        return tuple(given[0][1] for given in found.values())

    def sections(self) -> Sections:
        """The paragraphs of each section, those of one province after those of another."""
        made = {
            name: self.lists("sections", f"sections/{name}", title, _section(name), text_key,
                             said_text)
            for name, title in _SECTIONS.items()
        }  # fmt: skip
        return Sections(**made)

    def context(self) -> tuple[Text, ...]:
        """What was particular to each province."""
        title = Message("Đặc điểm, tình hình", "Context")
        return self.lists("sections", "context", title, lambda p: p.context, text_key, said_text)

    def initiatives(self) -> tuple[Initiative, ...]:
        """Initiatives; the tasks of equal ones are united."""
        title = Message("Sáng kiến, bài toán lớn", "Initiative")
        found = self.lists("initiatives", "initiatives", title, lambda p: p.initiatives,
                           lambda i: i.id, lambda i: i.text.message)  # fmt: skip
        return tuple(
            item.model_copy(update={"tasks": united(
                (i.tasks for r in self.readies for i in r.plan.initiatives if i.id == item.id), str
            )})
            for item in found
        )  # fmt: skip

    def duties(self) -> tuple[Duty, ...]:
        """Who does what; bodies that do the same are united."""
        title = Message("Tổ chức thực hiện", "Carrying out")
        found = self.lists("implementation", "implementation", title, lambda p: p.implementation,
                           lambda d: text_key(d.text), lambda d: d.text.message)  # fmt: skip
        every = [d for r in self.readies for d in r.plan.implementation]
        return tuple(
            duty.model_copy(update={"bodies": united(
                (d.bodies for d in every if text_key(d.text) == text_key(duty.text)), actor_key
            )})
            for duty in found
        )  # fmt: skip

    def reporting(self) -> tuple[Reporting, ...]:
        """All recurring reports, each once."""
        title = Message("Chế độ báo cáo", "Reporting")
        return self.lists("reporting", "reporting", title, lambda p: p.reporting, _report_key,
                          lambda r: _period(r.every))  # fmt: skip

    def waivers(self) -> tuple[Waiver, ...]:
        """All checks that were set aside, each once."""
        title = Message("Bỏ qua kiểm tra", "Waived check")
        return self.lists("waive", "waive", title, lambda p: p.waive, lambda w: (w.rule, w.task),
                          lambda w: w.reason.message)  # fmt: skip

    def omissions(self, tasks: Sequence[Task], targets: Sequence[Target]) -> tuple[Omission, ...]:
        """What is left out on purpose, but for what another parent takes."""
        taken = {name for task in tasks for name in (task.id, *task.covers)}
        taken |= {target.id for target in targets}
        kept: list[Omission] = []
        for name, given in _by_id(self.readies).items():
            reasons = united(([o.reason] for _, o in given), text_key)
            reason = reasons[0] if len(reasons) == 1 else _sentences(reasons)
            origins = [origin for origin, _ in given]
            title = Message(f"Không thực hiện {name}: {reason.vi}",
                            f"Omitted {name}: {reason.say('en')}")  # fmt: skip
            others = [t for t in taken if t == name or t.startswith(f"{name}.")]
            if others:
                self.ledger.note("omitted", "", title, origins, [_taken(others)])
                continue
            kept.append(Omission(id=name, reason=reason))
            self.ledger.note("omitted", name, title, origins)
        return tuple(kept)

    def flexibility(self) -> Flexibility | None:
        """How the plan may be changed."""
        given = [(r.origin(), r.plan.flexibility) for r in self.readies if r.plan.flexibility]
        if not given:
            return None
        text = self._scalar(
            "flexibility",
            [(o, Text(vi=f.vi, en=f.en) if f.vi else None) for o, f in given],
            said_text, text_key, lambda text: text,
        )  # fmt: skip
        return Flexibility(
            review=self._scalar("review", [(o, f.review) for o, f in given], _period),
            changed_by=self._scalar("changed_by", [(o, f.changed_by) for o, f in given], self.name),
            vi=text.vi if text else None,
            en=text.en if text else None,
        )

    def funding(self) -> Text | None:
        """The clause on funding."""
        given = [(r.origin(), r.plan.funding) for r in self.readies]
        found: Text | None = self._scalar("funding", given, said_text, text_key, lambda text: text)
        return found

    def annexes(self) -> tuple[Annex, ...]:
        """The tables at the end, as the first parent has them that does not have the usual ones."""
        given = [(r.origin(), r.plan.annexes) for r in self.readies]
        changed = [(o, a) for o, a in given if a != DEFAULT_ANNEXES]
        found: tuple[Annex, ...] | None = self._scalar("annexes", changed, _annexes)
        return DEFAULT_ANNEXES if found is None else found

    def spelling(self) -> Any:
        """The style of tone marks."""
        given = [(r.origin(), r.plan.spelling) for r in self.readies]
        return self._scalar("spelling", given, _SPELLINGS.__getitem__)

    def _scalar(
        self, name: str, given: Any, say: Say, key: Any = lambda value: value, own: Any = None
    ) -> Any:
        value, notes = Scalar(self.ledger, "plan", _GENERAL).of(name, given, say, key, own)
        origins = [origin for origin, v in given if v is not None]
        if value is not None:
            field = field_of(name)
            said = say(value)
            title = Message(f"{field.vi[:1].upper()}{field.vi[1:]}: {said.vi}",
                            f"{field.en[:1].upper()}{field.en[1:]}: {said.en}")  # fmt: skip
            part: Part = "annexes" if name == "annexes" else "other"
            self.ledger.note(part, name, title, origins, notes)
        return value


def _section(name: str) -> Callable[[Plan], tuple[Text, ...]]:
    def pick(plan: Plan) -> tuple[Text, ...]:
        found: tuple[Text, ...] = getattr(plan.sections, name)
        return found

    return pick


def _by_id(readies: Sequence[Ready]) -> dict[str, list[tuple[Origin, Omission]]]:
    found: dict[str, list[tuple[Origin, Omission]]] = {}
    for ready in readies:
        for omission in ready.plan.omitted:
            found.setdefault(omission.id, []).append((ready.origin(omission.id), omission))
    return found


def _sentences(texts: Iterable[Text]) -> Text:
    found = list(texts)
    return Text(vi=" ".join(t.vi for t in found), en=" ".join(t.say("en") for t in found))


def _taken(names: Iterable[str]) -> Message:
    said = ", ".join(sorted(names))
    return Message(f"Kế hoạch kia có thực hiện: {said}.", f"The other plan does it: {said}.")


def _report_key(report: Reporting) -> Hashable:
    whose = tuple(actor_key(actor) for actor in report.from_)
    return report.every, whose, report.to, report.by, report.vi


def _annexes(annexes: tuple[Annex, ...]) -> Message:
    return listed(ANNEX_TITLES[annex.kind] for annex in annexes)


def _period(said: str) -> Message:
    """How often, in both languages where it is understood."""
    period = parse_period(said)
    return Message(said, period.say("en") if period else said)


def told_bodies(readies: Sequence[Ready], ledger: Ledger, names: Callable[[str], Message]) -> None:
    """Each body that became another or ended, and in how many places of which plan it stood."""
    found: dict[tuple[str, str | None], list[tuple[Ready, bool]]] = {}
    for ready in readies:
        for move in ready.moves:
            found.setdefault((move.old, move.new), []).append((ready, move.district))
    for (old, new), given in sorted(found.items(), key=lambda item: item[0][0]):
        origins = list(dict.fromkeys(ready.origin(old) for ready, _ in given))
        title = names(old) if new is None else _arrow(names(old), names(new))
        places = tuple(_places(len(given), district=given[0][1]))
        ledger.note("bodies", new or "", title, origins, places)


def _arrow(old: Message, new: Message) -> Message:
    return Message(f"{old.vi} → {new.vi}", f"{old.en} → {new.en}")


def _places(count: int, *, district: bool) -> Iterator[Message]:
    yield Message(f"{count} chỗ.", f"{count} place{'' if count == 1 else 's'}.")
    if district:
        yield Message("Cấp huyện đã kết thúc hoạt động.", "The district level has ended.")
