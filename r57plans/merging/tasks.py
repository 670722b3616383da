"""Tasks: those on one sub-task are joined, those of a province's own are kept with their origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from r57plans.findings import Message
from r57plans.merging.deadlines import strictest, unclear
from r57plans.merging.fields import Scalar, actor_key, product_key, text_key, united
from r57plans.merging.ledger import Answer, Ledger, Question, Side
from r57plans.merging.ready import Ready
from r57plans.merging.records import Origin
from r57plans.merging.values import falls, value_question
from r57plans.merging.voice import Voice, said_text
from r57plans.merging.words import as_note, field_of, other
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.target import Value
from r57plans.model.task import Milestone, Task
from r57plans.model.when import When

ALL = "all"


class Own(NamedTuple):
    """A task in one parent's plan, at its place there."""

    ready: Ready
    voice: Voice
    place: int
    task: Task

    @property
    def origin(self) -> Origin:
        """Whose it is, by the id that it had there."""
        return self.ready.origin(self.ready.former("tasks", self.task.id))

    def say(self, key: str) -> Message:
        """A field of it in words."""
        return self.voice.task(self.place, key)


@dataclass
class Joining:
    """One task of the merged plan, from those that the parents have of that id."""

    owns: Sequence[Own]
    ledger: Ledger
    name: Callable[[str], Message]
    notes: list[Message] = field(default_factory=list)

    @property
    def first(self) -> Task:
        """The task of the first parent that has it."""
        return self.owns[0].task

    @property
    def title(self) -> Message:
        """What the task is called."""
        return self.owns[0].say("title")

    @cached_property
    def _scalar(self) -> Scalar:
        return Scalar(self.ledger, f"tasks/{self.first.id}", self.title)

    def joined(self) -> Task:
        """The task; what it does not say is in its note, and all of it in the ledger."""
        leads = self._leads()
        named = {actor_key(actor) for actor in leads}
        supports = self._rest("supports", named)
        named |= {actor_key(actor) for actor in supports}
        fields: dict[str, Any] = {
            "leads": leads,
            "supports": supports,
            "requested": self._rest("requested", named),
            **{name: self._text(name) for name in ("title", "text", "funding")},
            "params": self._params(),
            "in_charge": self._one("in_charge", lambda p: self.name(p.role), lambda p: p.role),
            "origin": self._one("origin", self.name),
            "group": self._group(),
            "products": united((o.task.products for o in self.owns), product_key),
            "deadline": self._deadline(),
            "milestones": self._milestones(),
            "added": None,
            **self._lists(),
        }
        fields["enabling"] = any(o.task.enabling for o in self.owns) and not fields["targets"]
        self._tell()
        kept = [note for o in self.owns if o.task.note
                for note in (other("note", o.origin, said_text(o.task.note)),)]  # fmt: skip
        fields["note"] = as_note([*self.notes, *kept])
        return self.first.model_copy(update=fields)

    def _lists(self) -> dict[str, Any]:
        names = ("targets", "after", "covers", "directives")
        found: dict[str, Any] = {
            name: united((getattr(o.task, name) for o in self.owns), str) for name in names
        }
        for name in ("parts", "each"):
            found[name] = united((getattr(o.task, name) for o in self.owns), text_key)
        return found

    def _given(self, name: str) -> list[tuple[Origin, Any]]:
        return [(o.origin, getattr(o.task, name)) for o in self.owns]

    def _one(self, name: str, say: Any, key: Any = lambda value: value) -> Any:
        value, notes = self._scalar.of(name, self._given(name), say, key)
        self.notes += notes
        return value

    def _text(self, name: str) -> Text | None:
        given: list[tuple[Origin, Text | None]] = self._given(name)
        value, notes = self._scalar.of(name, given, said_text, text_key, own=lambda text: text)
        self.notes += notes
        if value is not None and name == "text":
            self.notes += self._of_catalogue()
        return value

    def _of_catalogue(self) -> Iterator[Message]:
        """Whose plan had the catalogue's words where another's own ones now stand."""
        for own in self.owns:
            if own.task.text is None and own.task.of_catalogue:
                field_ = field_of("text")
                yield Message(
                    f"{own.origin.name.vi} dùng {field_.vi} của danh mục.",
                    f"{own.origin.name.en} has the catalogue's {field_.en}.",
                )

    def _group(self) -> str | None:
        """The group of the first that names one; another's is told."""
        named = [(o.origin, o.task.group) for o in self.owns]
        return self._scalar_of_group(named)

    def _scalar_of_group(self, named: list[tuple[Origin, str | None]]) -> str | None:
        value, notes = self._scalar.of("group", named, lambda g: Message(str(g), str(g)))
        self.notes += notes
        return value

    def _params(self) -> dict[str, Text | None]:
        """The local figures: those that differ are asked for as the values of targets are."""
        found: dict[str, Text | None] = {}
        for name in dict.fromkeys(key for o in self.owns for key in o.task.params):
            given = [(o.origin, o.task.figures[name]) for o in self.owns if name in o.task.figures]
            found[name] = self._figure(name, given) if given else None
        return found

    def _figure(self, name: str, given: list[tuple[Origin, Text]]) -> Text:
        if len({text_key(text) for _, text in given}) < 2:
            return given[0][1]
        sides = [Side(origin, Value(value=text), text.message) for origin, text in given]
        values = [side.value for side in sides]
        shares = any("%" in value.value.vi for value in values)
        question = value_question(
            f"tasks/{self.first.id}/params/{name}", self.title, field_of("params"), sides,
            "share" if shares else "count", lambda value: value.value.message, down=falls(values),
        )  # fmt: skip
        stands = self.ledger.settle(question).value.value
        self.notes += [other("params", s.origin, s.said) for s in sides if s.value.value != stands]
        return stands

    def _leads(self) -> tuple[Actor, ...]:
        """The leads of all; which of several leads, where the plans differ, is asked."""
        sides = [
            Side(o.origin, o.task.leads, o.voice.actors(o.task.leads))
            for o in self.owns
            if o.task.leads
        ]
        every = united((side.value for side in sides), actor_key)
        if len({frozenset(map(actor_key, side.value)) for side in sides}) < 2:
            return every
        answer = self.ledger.settle(
            Question(
                f"tasks/{self.first.id}/leads",
                self.title,
                field_of("leads"),
                sides,
                ALL,
                (Answer(ALL, every, self.owns[0].voice.actors(every)),),
            )
        )
        self.notes += [other("leads", s.origin, s.said) for s in sides]
        return answer.value

    def _rest(self, name: str, named: set[Any]) -> tuple[Actor, ...]:
        """Those who help, but for who leads already; a lead that was not chosen helps."""
        lists = [getattr(o.task, name) for o in self.owns]
        if name == "supports":
            lists.append(united((o.task.leads for o in self.owns), actor_key))
        found = united(lists, actor_key)
        for own in self.owns:
            mine = {actor_key(actor) for actor in (*own.task.leads, *own.task.supports)}
            before = named - (mine if name == "requested" else set(map(actor_key, own.task.leads)))
            twice = [a for a in getattr(own.task, name) if actor_key(a) in before]
            if twice:
                self.notes.append(other(name, own.origin, own.voice.actors(twice)))
        return tuple(actor for actor in found if actor_key(actor) not in named)

    def _deadline(self) -> When:
        sides = [Side(o.origin, o.task.deadline, _said_when(o.task.deadline)) for o in self.owns]
        if len({side.value.deadline.meaning for side in sides}) < 2:
            return sides[0].value
        best = strictest(sides)
        if best is not None:
            stands = best.value
        else:
            path = f"tasks/{self.first.id}"
            stands = self.ledger.settle(unclear(path, self.title, sides)).value
        self.notes += [
            other("deadline", side.origin, side.said)
            for side in sides
            if side.value.deadline.meaning != stands.deadline.meaning
        ]
        return stands

    def _milestones(self) -> tuple[Milestone, ...]:
        found = united((o.task.milestones for o in self.owns), _milestone_key)
        return (
            tuple(sorted(found, key=lambda m: m.deadline.deadline.sort_key))
            if (len(self.owns) > 1)
            else found
        )

    def _tell(self) -> None:
        """Notes on what the register took away, and on the day on which a task was added."""
        for own in self.owns:
            for move in own.ready.dropped_at("tasks", own.place):
                name = str(move.path[2])
                self.notes.append(other(name, own.origin, self.name(move.old)))
            if own.task.added:
                day = str(own.task.added.date)
                self.notes.append(other("added", own.origin, Message(day, day)))
            if not own.task.of_catalogue:
                self.notes.append(_local(own.origin))


def _local(origin: Origin) -> Message:
    return Message(
        f"Nhiệm vụ riêng của {origin.name.vi}, mã cũ: {origin.id}.",
        f"{origin.name.en}'s own task, its former id: {origin.id}.",
    )


def _said_when(when: When) -> Message:
    return Message(when.say("vi") or "—", when.say("en") or "—")


def _milestone_key(milestone: Milestone) -> Any:
    product = product_key(milestone.product) if milestone.product else None
    text = text_key(milestone.text) if milestone.text else None
    return milestone.deadline.deadline.meaning, product, text


def join_tasks(
    readies: Sequence[Ready],
    voices: Sequence[Voice],
    ledger: Ledger,
    name: Callable[[str], Message],
) -> tuple[Task, ...]:
    """All tasks of all parents by id, the catalogue's by number, then local ones.

    `name` says a body or post by its id.
    """
    found: dict[str, list[Own]] = {}
    for ready, voice in zip(readies, voices, strict=True):
        for index, task in enumerate(ready.plan.tasks):
            found.setdefault(task.id, []).append(Own(ready, voice, index, task))
    made: list[Task] = []
    for owns in found.values():
        joining = Joining(owns, ledger, name)
        task = joining.joined()
        made.append(task)
        ledger.note("tasks", task.id, joining.title, [o.origin for o in owns],
                    joining.notes)  # fmt: skip
    order = {task.id: n for n, task in enumerate(_ordered(made))}
    return tuple(sorted(made, key=lambda task: order[task.id]))


def _ordered(tasks: Iterable[Task]) -> list[Task]:
    return sorted(tasks, key=_place)


def _place(task: Task) -> tuple[int, tuple[int, ...]]:
    """Catalogue tasks by number before local ones, which stay in the order of their parents."""
    if not task.of_catalogue:
        return 1, ()
    return 0, tuple(map(int, task.id.split(".")))
