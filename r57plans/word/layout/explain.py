"""A rule of the layouts told in full: what it wants of each component, by which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.model.layout import Component, LayoutRule, OfficialLayout, Range, Spacing
from r57plans.word.layout.measuring import wanted

_UNITS = {"size": "", "first_line": "mm", "after": "pt", "edge": "mm", "blank_lines": ""}
_WORDS = {
    "left": Message("sát lề trái", "left"),
    "center": Message("canh giữa", "centred"),
    "justify": Message("canh đều hai lề", "justified"),
    "upper": Message("IN HOA", "capitals"),
    "True": Message("có", "yes"),
    "False": Message("không", "no"),
    "None": Message("không", "no"),
}
_NOT_SAID = {"size", "first_line", "after", "line", "align"}


@dataclass(frozen=True, slots=True)
class Clause:
    """What a rule wants by one layout, of one component where it is about components."""

    layout: str
    component: Message
    value: Message
    clause: str
    basis: str


def clauses(rule: LayoutRule, layout: OfficialLayout) -> Iterator[Clause]:
    """The clauses that a rule rests on in a layout; none where the rule is for other documents."""
    if layout.layout not in rule.layouts:
        return
    if rule.cites != "component":
        fact = layout.by_place[rule.cites]
        nothing = Message("", "")
        basis = fact.basis_of(rule.measure or "")
        yield Clause(layout.id, nothing, nothing, layout.clause(fact), basis)
        return
    for component in layout.components.values():
        if rule.measure and component.rule is None:
            value = _value(component, rule.measure)
            if value.vi:
                name = component.name.message
                basis = component.basis_of(rule.measure)
                yield Clause(layout.id, name, value, layout.clause(component), basis)


def _value(component: Component, measure: str) -> Message:
    """What a component has for a measure, in words; "" where the layout does not say."""
    value = getattr(component, measure)
    if value is None and measure in _NOT_SAID:
        return Message("", "")
    if isinstance(value, Spacing):
        kind = "Exactly" if value.exactly is not None else "Multiple"
        said = wanted(value.exactly if value.exactly is not None else value.multiple or 1)
        return Message(f"{kind} {said.vi}", f"{kind} {said.en}")
    if isinstance(value, Range) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return wanted(value, _UNITS.get(measure, ""))
    return _WORDS[str(value)]
