"""How each component is set: size, bold, italic, underlined, capitals, alignment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from r57plans.findings import Message
from r57plans.model.layout import Component, as_range
from r57plans.word.layout.fault import (
    Context,
    Fault,
    LookFix,
    ParagraphFix,
    TextFix,
    same,
    whole_line,
)
from r57plans.word.layout.found import Piece
from r57plans.word.layout.lines import Line, Run
from r57plans.word.layout.measuring import wanted
from r57plans.word.layout.wording import is_upper

# In running text a word may stand out; what is refused there is a whole line.
_TEXT = {"body", "basis", "recipients", "addressed", "attached"}
_FIRST = {"article"}
_LOWER = {"subject", "signer", "place-date", "recipients-word", "attached", "appendix"}
_ALIGN = {
    "left": Message("sát lề trái", "left"),
    "right": Message("sát lề phải", "right"),
    "center": Message("canh giữa", "centred"),
    "justify": Message("canh đều hai lề", "justified"),
}
_BOLD = (Message("đậm", "bold"), Message("không đậm", "not bold"))
_ITALIC = (Message("nghiêng", "italic"), Message("đứng", "upright"))
_UNDERLINED = (Message("gạch chân", "underlined"), Message("không gạch chân", "not underlined"))
_UPPER = (Message("IN HOA", "CAPITALS"), Message("in thường", "small letters"))


def _pieces(context: Context) -> Iterator[tuple[Piece, Component]]:
    for piece in context.found.every():
        component = context.layout.components.get(piece.component)
        if component is not None and piece.line.inked:
            yield piece, component


def size(context: Context) -> Iterator[Fault]:
    """The size of every piece of text in a component."""
    for piece, component in _pieces(context):
        if component.size is None:
            continue
        span = as_range(component.size)
        odd = [run for run in piece.line.inked if not span.holds(run.look.size, 0.01)]
        if odd:
            sizes = sorted({run.look.size for run in odd})
            near = span.start if sizes[0] < span.start else span.end or span.start
            yield Fault(
                piece.component,
                piece.line,
                Message(", ".join(f"{s:g}".replace(".", ",") for s in sizes),
                        ", ".join(f"{s:g}" for s in sizes)),
                wanted(component.size),
                _fixes(piece.line, odd, {"size": near}),
            )  # fmt: skip


def bold(context: Context) -> Iterator[Fault]:
    """Bold where it is prescribed, and nowhere else."""
    yield from _switched(context, "bold", lambda run: run.look.bold, _BOLD)


def italic(context: Context) -> Iterator[Fault]:
    """Italic where it is prescribed, and upright elsewhere."""
    yield from _switched(context, "italic", lambda run: run.look.italic, _ITALIC)


def underline(context: Context) -> Iterator[Fault]:
    """Underlined where it is prescribed: a drawn line under a heading is something else."""
    yield from _switched(context, "underline", lambda run: run.look.underline, _UNDERLINED)


def _switched(
    context: Context, name: str, seen: Callable[[Run], bool], said: tuple[Message, Message]
) -> Iterator[Fault]:
    for piece, component in _pieces(context):
        wish = bool(getattr(component, name))
        odd = [run for run in piece.line.inked if seen(run) != wish]
        if piece.component in _FIRST and odd[:1] != list(piece.line.inked[:1]):
            continue  # what follows the number is text
        if not wish and piece.component in _TEXT and len(odd) < len(piece.line.inked):
            continue
        if odd:
            found, right = (said[1], said[0]) if wish else (said[0], said[1])
            fixes = _fixes(piece.line, odd, {name: wish})
            yield Fault(piece.component, piece.line, found, right, fixes)


def _fixes(line: Line, runs: list[Run], look: dict[str, object]) -> tuple[LookFix, ...]:
    ordinal = line.shown.ordinal
    return tuple(LookFix(ordinal, r.start, r.start + len(r.text), look) for r in runs)


def case(context: Context) -> Iterator[Fault]:
    """Capitals where they are prescribed, small letters in the other lines."""
    for piece, component in _pieces(context):
        line = piece.line
        upper = is_upper(line.text) or all(run.look.caps for run in line.inked)
        if component.case == "upper" and not upper:
            ordinal, start, end = whole_line(line)
            text = line.shown.text[start:end].upper()
            fix = TextFix(ordinal, start, end, text)
            yield Fault(piece.component, line, _UPPER[1], _UPPER[0], (fix,))
        elif component.case is None and upper and piece.component in _LOWER:
            yield Fault(piece.component, line, _UPPER[0], _UPPER[1])


def align(context: Context) -> Iterator[Fault]:
    """How each component's paragraph is aligned."""
    for piece, component in _pieces(context):
        shown = piece.line.shown
        if component.align is None or piece.line.half or piece.line.number:
            continue
        accepted = {component.align, "justify"} if component.align == "left" else {component.align}
        if shown.look.align not in accepted:
            found = _ALIGN.get(shown.look.align, same(shown.look.align))
            fix = ParagraphFix(shown.ordinal, {"align": component.align})
            yield Fault(piece.component, piece.line, found, _ALIGN[component.align], (fix,))
