"""Indents and distances in the text, and line breaks that stand in for paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from r57plans.findings import Message
from r57plans.model.layout import Component, Range, Spacing, as_range
from r57plans.word.layout.fault import Context, Fault, ParagraphFix
from r57plans.word.layout.found import Piece
from r57plans.word.layout.lines import Shown
from r57plans.word.layout.measuring import (
    TWIPS_A_MILLIMETRE,
    TWIPS_A_POINT,
    figure,
    in_millimetres,
    in_points,
    wanted,
)

_TEXT = {"basis", "body", "part", "section", "subsection"}
_NOT_TITLES = {*_TEXT, "recipients", "number", "place-date"}
_SLACK = 1.0  # millimetres
_SINGLE = 1.15  # the height of a single line of Times New Roman, of its size


def _paragraphs(context: Context) -> Iterator[tuple[Piece, Component]]:
    """The paragraphs of the text, and of a plan that it issues, each once."""
    for piece in context.found.every():
        if piece.component in _TEXT and piece.line.number == 0:
            yield piece, context.layout.components[piece.component]


def first_line(context: Context) -> Iterator[Fault]:
    """Where the first line of a paragraph begins."""
    for piece, component in _paragraphs(context):
        look = piece.line.shown.look
        begins = in_millimetres(look.left + look.first_line)
        centred = look.align == "center"
        rule = component.first_line
        if rule is None or centred or as_range(rule).holds(begins, _SLACK):
            continue
        length = round(as_range(rule).print * TWIPS_A_MILLIMETRE)
        fix = ParagraphFix(piece.line.shown.ordinal, {"left": 0, "first_line": length})
        yield Fault(piece.component, piece.line, figure(begins, "mm"), wanted(rule, "mm"), (fix,))


def paragraph_spacing(context: Context) -> Iterator[Fault]:
    """The distance between one paragraph of the text and the next."""
    for (piece, component), (other, _) in pairwise(_paragraphs(context)):
        here, following = piece.line.shown, other.line.shown
        rule = component.after
        if not isinstance(rule, Range) or following.ordinal != here.ordinal + 1:
            continue
        gap = in_points(_gap(here, following))
        if not rule.holds(gap, 0.05):
            fix = ParagraphFix(here.ordinal, {"after": round(rule.print * TWIPS_A_POINT)})
            yield Fault(piece.component, piece.line, figure(gap, "pt"), wanted(rule, "pt"), (fix,))


def _gap(here: Shown, following: Shown) -> float:
    alike = here.look.style == following.look.style
    after = 0 if alike and here.look.contextual else here.look.after
    before = 0 if alike and following.look.contextual else following.look.before
    return max(after, before)


def line_spacing(context: Context) -> Iterator[Fault]:
    """The distance of the lines of a paragraph."""
    for piece, component in _paragraphs(context):
        shown = piece.line.shown
        if component.line is None or _is_right(component.line, shown):
            continue
        fix = ParagraphFix(shown.ordinal, {"line": _printed(component.line)})
        yield Fault(piece.component, piece.line, _found(shown), _wanted(component.line), (fix,))


def _is_right(rule: Spacing, shown: Shown) -> bool:
    look = shown.look
    if rule.exactly is not None:
        return look.rule == "exact" and as_range(rule.exactly).holds(in_points(look.line), 0.05)
    multiple = look.line if look.rule == "auto" else in_points(look.line) / (_size(shown) * _SINGLE)
    return rule.multiple is None or as_range(rule.multiple).holds(multiple, 0.02)


def _size(shown: Shown) -> float:
    return max((run.look.size for run in shown.runs), default=shown.base.size)


def _found(shown: Shown) -> Message:
    look = shown.look
    if look.rule == "auto":
        times = figure(look.line)
        return Message(f"{times.vi} dòng (Multiple)", f"Multiple {times.en}")
    length = figure(in_points(look.line), "pt")
    kind = "Exactly" if look.rule == "exact" else "At least"
    return Message(f"{kind} {length.vi}", f"{kind} {length.en}")


def _wanted(rule: Spacing) -> Message:
    if rule.exactly is not None:
        length = wanted(rule.exactly, "pt")
        return Message(f"Exactly {length.vi}", f"Exactly {length.en}")
    times = wanted(rule.multiple or 1)
    return Message(f"{times.vi} dòng (Multiple)", f"Multiple {times.en}")


def _printed(rule: Spacing) -> tuple[float, str]:
    """The line spacing that our templates have, as `w:line` and `w:lineRule`."""
    if rule.exactly is not None:
        return as_range(rule.exactly).print * TWIPS_A_POINT, "exact"
    return as_range(rule.multiple or 1).print * 240, "auto"


def line_break(context: Context) -> Iterator[Fault]:
    """Manual line breaks inside what should be paragraphs of their own."""
    seen: set[int] = set()
    for piece in context.found.every():
        shown = piece.line.shown
        told = [line for line in shown.lines if line.text]
        if piece.component not in _NOT_TITLES or len(told) < 2 or shown.ordinal in seen:
            continue
        seen.add(shown.ordinal)
        number = len(shown.lines) - 1
        found = Message(f"{number} chỗ ngắt dòng thủ công", f"{number} manual line breaks")
        paragraphs = Message("mỗi dòng một đoạn", "a paragraph for each line")
        yield Fault(piece.component, piece.line, found, paragraphs)
