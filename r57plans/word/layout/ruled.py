"""The drawn line under a component: whether there is one, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from r57plans.errors import R57Error
from r57plans.findings import Message
from r57plans.model.layout import Component, DrawnRule, as_range
from r57plans.word.layout import wording as words
from r57plans.word.layout.fault import NOTHING, Context, Fault
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.text_width import bold_width

_SLACK = 0.15  # of the length: fonts of the same measure and hand-drawn lines differ by less
_TYPED = Message("gạch bằng ký tự", "typed signs")


def rule_faults(context: Context, name: str) -> Iterator[Fault]:
    """What is wrong with the drawn line that a layout knows by this name."""
    component = context.layout.components.get(name)
    if component is None or component.rule is None:
        return
    lines = context.found.all(component.rule.of)
    if not lines:
        return
    lengths, typed = _under(context, lines[-1])
    allowed = _allowed(component.rule, lines, context.layout.components[component.rule.of])
    if not lengths:
        found = _TYPED if typed else NOTHING
        yield Fault(name, lines[-1], found, _wanted(component.rule))
    elif allowed and not any(low <= length <= high for length in lengths for low, high in allowed):
        longest = max(high for _, high in allowed) / (1 + _SLACK) / component.rule.end
        share = round(100 * lengths[0] / longest)
        found = Message(f"dài {share}% dòng chữ", f"{share}% of the text's length")
        yield Fault(name, lines[-1], found, _wanted(component.rule))


def _wanted(rule: DrawnRule) -> Message:
    if rule.start == rule.end:
        return Message("nét liền, dài bằng dòng chữ", "a drawn line as long as the text")
    return Message(
        "nét liền, dài bằng 1/3 đến 1/2 dòng chữ", "a drawn line, 1/3 to 1/2 of the text's length"
    )


def _under(context: Context, line: Line) -> tuple[list[float], bool]:
    """The lengths of lines drawn under a line of text; whether signs are typed there instead."""
    below = list(_zone(context.found.document.paragraphs, line))
    lengths = [length for shown in below for length in shown.rules]
    typed = any(words.TYPED_RULE.fullmatch(words.folded(p.text)) for p in below if p.text.strip())
    return lengths or _floating(context, line), typed


def _zone(paragraphs: Sequence[Shown], line: Line) -> Iterator[Shown]:
    """The line's own paragraph and those without text below it, in its cell or outside tables.

    The line that says what a document is attached to may stand between.
    """
    here = line.shown
    yield here
    for shown in paragraphs:
        if shown.ordinal <= here.ordinal or shown.cell != here.cell:
            continue
        said = words.folded(shown.text)
        if said and not (words.TYPED_RULE.fullmatch(said) or words.ATTACHED.match(said)):
            return
        yield shown


def _floating(context: Context, line: Line) -> list[float]:
    """Lines that are anchored elsewhere above the text: where they float nobody can say here."""
    first = next(iter(context.found.body), None)
    end = first.ordinal if first else line.shown.ordinal + 1
    above = [p for p in context.found.document.paragraphs if p.ordinal < end]
    return [r for p in above for r in p.rules if not any(p.look.borders.values())]


def _allowed(
    rule: DrawnRule, lines: Sequence[Line], component: Component
) -> list[tuple[float, float]]:
    """The lengths that are right, from and to; none where the text's own length is not known.

    A text that fills several rows may be measured by any of them. Capitals and sizes have rules
    of their own: a line that would be right under the text as it should be is right.
    """
    found = []
    for line in lines:
        text = line.text.upper() if component.case == "upper" else line.text
        for size in _sizes(line, component):
            try:
                wide = bold_width(text, size)
            except R57Error:
                return []
            for length in _rows(wide, line.shown):
                low, high = rule.start * length, rule.end * length
                found.append((low * (1 - _SLACK), high * (1 + _SLACK)))
    return found


def _sizes(line: Line, component: Component) -> set[float]:
    """The size of a line, and the nearest one that its rule allows."""
    size = max((run.look.size for run in line.inked), default=0)
    span = as_range(size if component.size is None else component.size)
    return {size, min(max(size, span.start), span.end or size)}


def _rows(wide: float, shown: Shown) -> set[float]:
    """The longest and the mean length of the rows that a text of some width fills."""
    room = shown.width - shown.look.left - shown.look.right
    return {wide / (int(wide // room) + 1), min(wide, room)} if room > 0 else {wide}
