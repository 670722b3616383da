"""Rich text: pieces of text in formats of their own, and paragraphs of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Unpack

from r57plans.word.template.values.formats import Format, Said, format_of
from r57plans.word.template.values.kinds import Blocks, Inline
from r57plans.word.template.values.links import address
from r57plans.word.template.values.properties import changed_head, changed_paragraph
from r57plans.word.template.values.refusing import refused, told
from r57plans.word.template.values.rendering import Rendering
from r57plans.word.template.values.writing import attribute, run
from r57plans.word.xml import NS

_LINK_STYLE = "Hyperlink"
_LINK_LOOK = Format(colour="0563C1", underline=True)
_SECTION = (("w:sectPr", ""),)

Text = str | int | float | Decimal | date | None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text in one format; `link` is the address it leads to, "" for none."""

    text: str
    format: Format
    link: str = ""


class RichText(Inline):
    """Text whose pieces have formats of their own, each over the format of the tag's own run.

        RichText("Hạn: ").add("30/6/2025", bold=True, colour="C00000")

    A size is in points, a style named as Word shows it or by its id, a colour six hexadecimal
    digits. What is not said stays as the tag has it; False takes away what the tag has. Line
    breaks, tabs and form feeds (a new page) in a text are kept.
    """

    __slots__ = ("_pieces",)

    def __init__(self, text: Text | RichText = "", **said: Unpack[Said]) -> None:
        with told():
            given, link = format_of(said)
            given.changes()
            self._pieces = tuple(_pieces(text, given, address(link) if link else ""))

    def add(self, text: Text | RichText = "", **said: Unpack[Said]) -> RichText:
        """Add a piece at the end; what comes back is the same rich text, to add to it again."""
        self._pieces += RichText(text, **said)._pieces
        return self

    @classmethod
    def _of(cls, pieces: Iterable[_Piece]) -> RichText:
        made = cls.__new__(cls)
        made._pieces = tuple(pieces)
        return made

    def __add__(self, other: object) -> RichText:
        if not isinstance(other, RichText | str):
            return NotImplemented
        return _joined(self, other)

    def __radd__(self, other: object) -> RichText:
        return _joined(other, self) if isinstance(other, str) else NotImplemented

    def __str__(self) -> str:
        return "".join(piece.text for piece in self._pieces)

    def __repr__(self) -> str:
        return f"<RichText {str(self)!r}>"

    def __bool__(self) -> bool:
        return any(piece.text for piece in self._pieces)

    def run(self, runtime: Rendering, head: str) -> str:
        """The runs that print the pieces; `head` is the opening of the tag's own run."""
        return "".join(_written(piece, runtime, head) for piece in self._pieces)


class RichParagraphs(Blocks):
    """Paragraphs of rich or plain text for `{{p x }}`, each with the tag's paragraph's properties.

    RichParagraphs(["Một", RichText("Hai", bold=True)]).add("Ba", style="List Bullet")
    """

    __slots__ = ("_paragraphs",)

    def __init__(self, texts: Iterable[Text | RichText] = ()) -> None:
        self._paragraphs: tuple[tuple[RichText, str], ...] = ()
        for text in texts:
            self.add(text)

    def add(self, text: Text | RichText = "", *, style: str = "") -> RichParagraphs:
        """Add a paragraph at the end, in the style of that name where one is given."""
        self._paragraphs += ((RichText(text), style),)
        return self

    def blocks(self, runtime: Rendering, properties: str, head: str) -> str:
        """The paragraphs; `properties` is the `w:pPr` of the tag's paragraph, or ""."""
        last = len(self._paragraphs) - 1
        return "".join(
            paragraph(runtime, text, _styled(runtime, properties, style, number == last), head)
            for number, (text, style) in enumerate(self._paragraphs)
        )


def paragraph(runtime: Rendering, text: Inline, properties: str, head: str) -> str:
    """One paragraph that holds the value."""
    return f"<w:p>{properties}{text.run(runtime, head)}</w:p>"


def plain_rich(value: object) -> RichText:
    """A plain value as rich text. Raises `MisuseError` for what is no text, number or day."""
    return RichText._of(_pieces(value, Format(), ""))


def without_section(properties: str) -> str:
    """A paragraph's properties without the end of a section, which only one of many may have."""
    return changed_paragraph(properties, _SECTION) if "<w:sectPr" in properties else properties


def _styled(runtime: Rendering, properties: str, style: str, last: bool) -> str:
    kept = properties if last else without_section(properties)
    if not style:
        return kept
    known = runtime.attachments.style("paragraph", style)
    if known is None:
        raise _no_style(style)
    return changed_paragraph(kept, (("w:pStyle", f'<w:pStyle w:val="{attribute(known)}"/>'),))


def _joined(*texts: str | RichText) -> RichText:
    whole = RichText()
    for text in texts:
        whole.add(text)
    return whole


def _pieces(text: object, given: Format, link: str) -> Iterator[_Piece]:
    if isinstance(text, RichText):
        for piece in text._pieces:
            yield _Piece(piece.text, piece.format.over(given), piece.link or link)
    elif said := _plain(text):
        yield _Piece(said, given, link)


def _plain(text: object) -> str:
    if text is None:
        return ""
    if isinstance(text, date):
        return text.isoformat()
    if isinstance(text, str | int | float | Decimal) and not isinstance(text, bool):
        return str(text)
    kind = type(text).__name__
    raise refused(f"kiểu {kind}", f"it is of type {kind}")


def _written(piece: _Piece, runtime: Rendering, head: str) -> str:
    given = piece.format
    if piece.link:
        given = _as_link(given, runtime)
    changes = given.changes()
    if given.style is not None:
        changes = (_style(runtime, given.style), *changes)
    written = run(piece.text, changed_head(head, changes))
    if not piece.link:
        return written
    relation = runtime.attachments.link(runtime.part, piece.link)
    return f'<w:hyperlink xmlns:r="{NS["r"]}" r:id="{relation}">{written}</w:hyperlink>'


def _as_link(given: Format, runtime: Rendering) -> Format:
    """The format of a link: as it was said, or else as links look in this document."""
    if any(said is not None for said in (given.style, given.colour, given.underline)):
        return given
    if runtime.attachments.style("character", _LINK_STYLE) is None:
        return given.over(_LINK_LOOK)
    return given.over(Format(style=_LINK_STYLE))


def _style(runtime: Rendering, name: str) -> tuple[str, str]:
    known = runtime.attachments.style("character", name)
    if known is None:
        raise _no_style(name)
    return "w:rStyle", f'<w:rStyle w:val="{attribute(known)}"/>'


def _no_style(name: str) -> Exception:
    return refused(
        f"mẫu không có kiểu định dạng (style) «{name}»", f"the template has no style “{name}”"
    )
