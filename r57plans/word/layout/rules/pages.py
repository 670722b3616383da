"""Paper, margins, page numbers, and what else stands at the top and foot of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.findings import Message
from r57plans.model.layout import Margins, as_range
from r57plans.word.layout.fault import NOTHING, Context, Fault, quoted, same
from r57plans.word.layout.lines import Shown
from r57plans.word.layout.measuring import SIDES, figure, in_millimetres, joined, wanted
from r57plans.word.layout.sections import Section, Story

_SLACK = 0.6  # millimetres: what rounding to twips and to tenths of inches leaves
# Which side of an upright page stands at each side: as it is, turned left, turned right.
_TURNS: tuple[Mapping[str, str], ...] = (
    {},
    {"top": "right", "right": "bottom", "bottom": "left", "left": "top"},
    {"top": "left", "left": "bottom", "bottom": "right", "right": "top"},
)
_LONG = 2500  # letters that fit on no single page of the official sizes
_LETTERS = re.compile(r"[^\W\d_]")
_DECORATION = re.compile(r"[^\s\d]")
_CENTRED = Message("giữa, ở lề trên", "centred, in the top margin")


def paper(context: Context) -> Iterator[Fault]:
    """Every section's paper is A4."""
    rule = context.layout.page.paper
    for section in _distinct(context):
        sides = sorted((in_millimetres(section.width), in_millimetres(section.height)))
        if abs(sides[0] - rule.width) > 1 or abs(sides[1] - rule.height) > 1:
            found = same(f"{sides[0]:g} x {sides[1]:g} mm")
            yield Fault(found=found, wanted=same(f"A4 ({rule.width:g} x {rule.height:g} mm)"))


def orientation(context: Context) -> Iterator[Fault]:
    """Page 1 stands upright; appendices and wide tables may lie, and so may extracts."""
    if context.found.document.sections[0].landscape and not context.lies:
        found, upright = Message("nằm ngang", "landscape"), Message("đứng", "portrait")
        yield Fault(found=found, wanted=upright)


def margins(context: Context) -> Iterator[Fault]:
    """The four margins of each upright section, and of a lying one where all pages may lie.

    On a lying page the margins may be as on an upright one, or turned with the page. Elsewhere
    lying pages are wide tables, for which nothing is prescribed.
    """
    rule = context.layout.page.margins
    for section in _distinct(context):
        if section.landscape and not context.lies:
            continue
        turns = _TURNS if section.landscape else _TURNS[:1]
        wrong, *others = (_wrong(section, rule, turn) for turn in turns)
        if wrong and all(others):
            found = joined(*(_said(SIDES[s], figure(_margin(section, s), "mm")) for s in wrong))
            right = joined(*(_said(SIDES[s], wanted(getattr(rule, s), "mm")) for s in wrong))
            yield Fault(found=found, wanted=right)


def _wrong(section: Section, rule: Margins, turn: Mapping[str, str]) -> list[str]:
    """The sides whose margins are not those of the sides that stand there."""
    return [
        side
        for side in SIDES
        if not as_range(getattr(rule, turn.get(side, side))).holds(_margin(section, side), _SLACK)
    ]


def _said(side: Message, length: Message) -> Message:
    return Message(f"{side.vi} {length.vi}", f"{side.en} {length.en}")


def _margin(section: Section, side: str) -> float:
    more = section.gutter if side == "left" else 0
    return in_millimetres(section.margins[side] + more)


def page_number(context: Context) -> Iterator[Fault]:
    """A document of more than one page has page numbers."""
    if _numbered(context) is None and _is_long(context):
        yield Fault(found=NOTHING, wanted=_CENTRED)


def page_number_place(context: Context) -> Iterator[Fault]:
    """The number stands in the top margin, in the middle."""
    numbered = _numbered(context)
    if numbered is None:
        return
    place, story, shown = numbered
    if place == "footer":
        foot = Message("ở lề dưới", "in the bottom margin")
        yield Fault(where=story.part, found=foot, wanted=_CENTRED)
    elif shown.look.align != "center" and "\t" not in shown.text:
        aside = Message("không ở giữa", "not centred")
        yield Fault(where=story.part, found=aside, wanted=_CENTRED)


def page_number_first(context: Context) -> Iterator[Fault]:
    """The number of page 1 is not shown."""
    section = context.found.document.sections[0]
    for place in ("header", "footer"):
        story = section.shown(place, "first")
        if story is not None and story.numbered is not None:
            shown = Message("có số trang", "the number is shown")
            hidden = Message("không hiển thị số trang 1", "no number on page 1")
            yield Fault(where=story.part, found=shown, wanted=hidden)


def page_number_edge(context: Context) -> Iterator[Fault]:
    """The number's distance from the top of the page."""
    numbered = _numbered(context)
    edge = context.layout.page.number.edge
    section = context.found.document.sections[0]
    if numbered is None or numbered[0] != "header":
        return
    if not as_range(edge).holds(in_millimetres(section.edge), 1):
        found = figure(in_millimetres(section.edge), "mm")
        yield Fault(where=numbered[1].part, found=found, wanted=wanted(edge, "mm"))


def page_number_style(context: Context) -> Iterator[Fault]:
    """Arabic figures of the right size, upright, without signs beside them."""
    numbered = _numbered(context)
    if numbered is None:
        return
    _, story, shown = numbered
    rule = context.layout.page.number.size
    looks = [run.look for run in shown.runs if run.text.strip()] or [shown.base]
    odd = [
        same("/".join(f"{s:g}" for s in sorted({x.size for x in looks})))
        if any(not as_range(rule).holds(x.size, 0.01) for x in looks) else Message("", ""),
        Message("đậm", "bold") if any(x.bold for x in looks) else Message("", ""),
        Message("nghiêng", "italic") if any(x.italic for x in looks) else Message("", ""),
        _format(context.found.document.sections[0]),
        quoted(shown.text.strip()) if _only_signs(shown.text) else Message("", ""),
    ]  # fmt: skip
    found = joined(*odd)
    if found.vi:
        size = wanted(rule)
        right = Message(f"chữ số Ả Rập, cỡ {size.vi}, đứng", f"Arabic, size {size.en}, upright")
        yield Fault(where=story.part, found=found, wanted=right)


def _format(section: Section) -> Message:
    return Message("", "") if section.format == "decimal" else same(section.format)


def _only_signs(text: str) -> bool:
    return bool(_DECORATION.search(text)) and not _LETTERS.search(text)


def running_text(context: Context) -> Iterator[Fault]:
    """Nothing but the number stands at the top and foot of pages."""
    stories = {
        story.part: story
        for section in context.found.document.sections
        for story in section.stories.values()
    }
    for part, story in stories.items():
        text = " ".join(" ".join(p.text for p in story.paragraphs).split())
        if _LETTERS.search(text):
            only = Message("chỉ có số trang", "the page number alone")
            yield Fault(where=part, found=quoted(text[:80]), wanted=only)


def _distinct(context: Context) -> list[Section]:
    """The sections, of those with the same paper and margins the first."""
    kept: dict[object, Section] = {}
    for s in context.found.document.sections:
        kept.setdefault((s.width, s.height, s.gutter, *s.margins.values()), s)
    return list(kept.values())


def _numbered(context: Context) -> tuple[str, Story, Shown] | None:
    """Where the pages of the first section are numbered; None where they are not."""
    section = context.found.document.sections[0]
    for place in ("header", "footer"):
        for pages in ("default", "even", "first"):
            story = section.stories.get(f"{place}/{pages}")
            shown = None if story is None else story.numbered
            if story is not None and shown is not None:
                return place, story, shown
    return None


def _is_long(context: Context) -> bool:
    document = context.found.document
    letters = sum(len(p.text) for p in document.paragraphs)
    return letters > _LONG or any(p.ends_page for p in document.paragraphs)
