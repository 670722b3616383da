"""A rule of the layouts told in full: what it wants of each component, by which clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.model.layout import (
    Component,
    Fact,
    Font,
    LayoutRule,
    Margins,
    Numbering,
    OfficialLayout,
    PageNumber,
    Paper,
    Range,
    Spacing,
    Wording,
)
from r57plans.word.layout.fault import quoted, same
from r57plans.word.layout.measuring import SIDES, joined, wanted

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
        basis = fact.basis_of(rule.measure or "")
        yield Clause(
            layout.id, Message("", ""), _said(fact, rule.measure or ""), layout.clause(fact), basis
        )
        return
    for component in layout.components.values():
        if rule.measure and component.rule is None:
            value = _value(component, rule.measure)
            if value.vi:
                name = component.name.message
                basis = component.basis_of(rule.measure)
                yield Clause(layout.id, name, value, layout.clause(component), basis)


def _said(fact: Fact, measure: str) -> Message:
    """What a fact about pages, words or numbers prescribes; "" where only its rule can say it."""
    match fact:
        case Paper():
            return same(f"A4 ({fact.width:g} x {fact.height:g} mm)")
        case Margins():
            sides = [(name, wanted(getattr(fact, side), "mm")) for side, name in SIDES.items()]
            return joined(*(Message(f"{n.vi} {m.vi}", f"{n.en} {m.en}") for n, m in sides))
        case PageNumber():
            return _page_number(fact, measure)
        case Font():
            return Message(
                f"{fact.name}, Unicode ({fact.charset}), màu đen",
                f"{fact.name}, Unicode ({fact.charset}), black",
            )
        case Wording(value=str() as value):
            return quoted(value)
        case Wording(between=str() as between, last=str() as last):
            first = quoted(fact.start) if fact.start else Message("không có gạch", "no dash")
            return Message(
                f"đầu dòng {first.vi}, cuối dòng «{between}», cuối dòng cuối «{last}»",
                f"{first.en} before each line, “{between}” after it, “{last}” after the last",
            )
        case Numbering(text=str() as text):
            return quoted(re.sub(r"%\d", "1", text))
    return Message("", "")


def _page_number(fact: PageNumber, measure: str) -> Message:
    """The distance from the edge has a basis of its own, and is told by its own rule alone."""
    if measure == "edge":
        edge = wanted(fact.edge, "mm")
        return Message(f"cách mép trên {edge.vi}", f"{edge.en} from the top edge")
    size = wanted(fact.size)
    return Message(
        f"giữa, ở lề trên, cỡ {size.vi}, không có ở trang 1",
        f"centred in the top margin, size {size.en}, not on page 1",
    )


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
