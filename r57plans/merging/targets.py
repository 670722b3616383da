"""Targets: where the plans have the same with other values, the office decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from r57plans.findings import Message
from r57plans.merging.fields import Scalar, actor_key, text_key, united
from r57plans.merging.ledger import Answer, Ledger, Question, Side
from r57plans.merging.ready import Ready
from r57plans.merging.records import Origin
from r57plans.merging.values import NONE, Kind, falls, kind_of, same, value_question
from r57plans.merging.voice import Voice, said_text
from r57plans.merging.words import as_note, field_of, other
from r57plans.model.base import Text
from r57plans.model.target import Relation, Target, Value
from r57plans.view.phrases import RELATIONS

_Horizon = tuple[int | None, str, int]
_NO_BASELINE = Message("để trống", "left blank")


class Own(NamedTuple):
    """A target in one parent's plan, at its place there."""

    ready: Ready
    voice: Voice
    place: int
    target: Target

    @property
    def origin(self) -> Origin:
        """Whose it is, by the id that it had there."""
        return self.ready.origin(self.ready.former("targets", self.target.id))

    def say(self, value: Value) -> Message:
        """A value with its unit."""
        return self.voice.value(self.place, value)


@dataclass
class Joining:
    """One target of the merged plan."""

    owns: Sequence[Own]
    ledger: Ledger
    usual_unit: Text | None
    notes: list[Message] = field(default_factory=list)
    from_whom: str = ""

    @property
    def first(self) -> Target:
        """The target of the first parent that has it."""
        return self.owns[0].target

    @property
    def title(self) -> Message:
        """What the target is called."""
        return self.owns[0].voice.target(self.owns[0].place)

    @property
    def path(self) -> str:
        """Where its conflicts are found."""
        return f"targets/{self.first.id}"

    def joined(self, parents: int) -> Target:
        """The target; what it does not say is in its note. `parents` counts the plans."""
        if len(self.owns) == 1 and parents > 1:
            self.notes.append(_only(self.owns[0].origin))
        scalar = Scalar(self.ledger, self.path, self.title)
        fields: dict[str, Any] = {}
        for name in ("name", "unit"):
            given = [(o.origin, getattr(o.target, name)) for o in self.owns]
            value, notes = scalar.of(name, given, said_text, text_key, own=lambda text: text)
            fields[name] = value
            self.notes += notes
        fields["values"] = tuple(self._values())
        fields["baseline"] = self._baseline() if len(self.owns) > 1 else self.first.baseline
        fields |= self._relation()
        for name in ("number", "group"):
            fields[name] = self._first(name, lambda said: Message(said, said))
        self._first("parent", lambda said: Message(said, said))
        fields["central"] = self._first("central", lambda central: central.value.message)
        fields["evidence"] = self._first("evidence", said_text)
        for name in ("monitor", "supplier"):
            fields[name] = united((getattr(o.target, name) for o in self.owns), actor_key)
        self._tell()
        fields["note"] = as_note(self.notes)
        return self.first.model_copy(update=fields)

    def _first(self, name: str, say: Any) -> Any:
        """The first that is given; others are noted."""
        sides = [(o.origin, v) for o in self.owns if (v := getattr(o.target, name)) is not None]
        self.notes += [other(name, o, say(v)) for o, v in sides[1:] if say(v) != say(sides[0][1])]
        return sides[0][1] if sides else None

    def _values(self) -> Iterator[Value]:
        found: dict[_Horizon, list[tuple[Own, Value]]] = {}
        for own in self.owns:
            for horizon, value in _horizons(own.target):
                found.setdefault(horizon, []).append((own, value))
        for horizon in sorted(found, key=_in_time):
            yield self._value(horizon, found[horizon])

    def _value(self, horizon: _Horizon, given: list[tuple[Own, Value]]) -> Value:
        values = [value for _, value in given]
        field_ = _horizon_field(horizon)
        kind = self._kind()
        alike = all(same(values[0], value) for value in values)
        if len(given) < len(self.owns):
            self.notes += [_of_one(own.origin, field_) for own, _ in given]
        if len(given) == 1 or (alike and kind != "count"):
            return values[0]
        sides = [Side(own.origin, value, own.say(value)) for own, value in given]
        question = value_question(
            f"{self.path}/{_key(horizon)}", self.title, field_, sides, kind, given[0][0].say,
            down=self._down(),
        )  # fmt: skip
        answer = self.ledger.settle(question)
        self.from_whom = next((s.origin.province for s in sides if s.value == answer.value), "")
        self.notes += [
            _other_value(field_, s.origin, s.said) for s in sides if not same(s.value, answer.value)
        ]
        return answer.value

    def _all_values(self) -> list[Value]:
        return [value for own in self.owns for value in own.target.values]

    def _kind(self) -> Kind:
        unit = self.first.unit or self.usual_unit
        return kind_of(self.title.vi, unit, self._all_values())

    def _down(self) -> bool:
        return falls(self._all_values())

    def _baseline(self) -> Value | None:
        """No plan's baseline is that of the merged province, unless all have the same share."""
        given = [(own, own.target.baseline) for own in self.owns if own.target.baseline]
        values = [value for _, value in given]
        everyone = len(given) == len(self.owns) and all(same(values[0], v) for v in values)
        if not given or (everyone and self._kind() != "count"):
            return values[0] if given else None
        sides = [Side(own.origin, value, own.say(value)) for own, value in given]
        asked = value_question(
            f"{self.path}/baseline", self.title, field_of("baseline"), sides, self._kind(),
            given[0][0].say, down=False,
        )  # fmt: skip
        blank: Answer[Any] = Answer(NONE, None, _NO_BASELINE)
        reckoned = len(given) == len(self.owns)  # of one province alone nothing can be reckoned
        question: Question[Any] = Question(
            asked.id, asked.subject, asked.field, sides, NONE,
            (blank, *(a for a in asked.answers if reckoned and a.key == "sum")),
            asked.proposed if reckoned and asked.proposed in ("sum", "weighted") else NONE,
            asked.own, asked.weigh if reckoned else None,
        )  # fmt: skip
        answer = self.ledger.settle(question)
        self.notes += [
            other("baseline", s.origin, _with_year(s)) for s in sides if s.value != answer.value
        ]
        made: Value | None = answer.value
        return made

    def _relation(self) -> dict[str, Any]:
        """How the value stands to the centre's, from the plan whose last value stands."""
        given: list[tuple[Own, Relation]] = [
            (own, own.target.relation) for own in self.owns if own.target.relation
        ]
        mine = next((o for o, _ in given if o.origin.province == self.from_whom), None)
        chosen = mine or (given[0][0] if given else self.owns[0])
        self.notes += [
            other("relation", own.origin, RELATIONS[said])
            for own, said in given
            if said != chosen.target.relation
        ]
        reasons = [(own, own.target.reason) for own in self.owns if own.target.reason]
        alike = all(said == chosen.target.relation for _, said in given)
        reason = chosen.target.reason or (reasons[0][1] if reasons and alike else None)
        self.notes += [
            other("reason", own.origin, said_text(text))
            for own, text in reasons
            if text is not None and (reason is None or text_key(text) != text_key(reason))
        ]
        return {"relation": chosen.target.relation, "reason": reason}

    def _tell(self) -> None:
        for own in self.owns:
            for move in own.ready.dropped_at("targets", own.place):
                self.notes.append(other(str(move.path[2]), own.origin, Message(move.old, move.old)))
            if own.target.note:
                self.notes.append(other("note", own.origin, said_text(own.target.note)))


def _horizons(target: Target) -> Iterator[tuple[_Horizon, Value]]:
    """The values by year and scope; a second one of both is counted."""
    seen: Counter[tuple[int | None, str]] = Counter()
    for value in target.values:
        key = (value.year, text_key(value.scope) if value.scope else "")
        yield (*key, seen[key]), value
        seen[key] += 1


def _in_time(horizon: _Horizon) -> tuple[int, int]:
    return horizon[0] or 0, horizon[2]


def _key(horizon: _Horizon) -> str:
    """`2030`, or `2030/đông nam á` where there are several scopes."""
    year, scope, count = horizon
    parts = [str(year or "value"), scope, str(count + 1) if count else ""]
    return "/".join(filter(None, parts))


def _horizon_field(horizon: _Horizon) -> Message:
    year, scope, _ = horizon
    where = f" ({scope})" if scope else ""
    if year is None:
        return Message(f"giá trị{where}", f"value{where}")
    return Message(f"giá trị năm {year}{where}", f"value for {year}{where}")


def _with_year(side: Side[Value]) -> Message:
    year = side.value.year
    return Message(f"{side.said.vi} ({year})", f"{side.said.en} ({year})") if year else side.said


def _other_value(field_: Message, origin: Origin, said: Message) -> Message:
    vi, en = field_.vi[:1].upper() + field_.vi[1:], field_.en[:1].upper() + field_.en[1:]
    return Message(
        f"{vi} của {origin.name.vi}: {said.vi}.", f"{en} of {origin.name.en}: {said.en}."
    )


def _of_one(origin: Origin, field_: Message) -> Message:
    vi, en = field_.vi[:1].upper() + field_.vi[1:], field_.en[:1].upper() + field_.en[1:]
    return Message(f"{vi} chỉ có ở {origin.name.vi}.", f"{en}: only {origin.name.en} has one.")


def _only(origin: Origin) -> Message:
    return Message(
        f"Chỉ tiêu của {origin.name.vi} trước hợp nhất.",
        f"A target of {origin.name.en} before the merger.",
    )


def join_targets(
    readies: Sequence[Ready], voices: Sequence[Voice], ledger: Ledger, units: dict[str, Text | None]
) -> tuple[Target, ...]:
    """All targets by id, in the order of the first parent that has each."""
    found: dict[str, list[Own]] = {}
    for ready, voice in zip(readies, voices, strict=True):
        for index, target in enumerate(ready.plan.targets):
            found.setdefault(target.id, []).append(Own(ready, voice, index, target))
    made: list[Target] = []
    for owns in found.values():
        joining = Joining(owns, ledger, units.get(owns[0].target.id))
        target = joining.joined(len(readies))
        made.append(target)
        ledger.note("targets", target.id, joining.title, [o.origin for o in owns],
                    joining.notes)  # fmt: skip
    return tuple(made)
