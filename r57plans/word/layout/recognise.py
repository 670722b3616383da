"""Recognises the components of an official document, by what its lines say and where they stand.

Nothing here asks for the names of styles: the document may come from anywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from r57plans.word.layout import wording as words
from r57plans.word.layout.ending import read_tail
from r57plans.word.layout.found import Annex, Found, Piece
from r57plans.word.layout.letterhead import is_letterhead, read_head
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.layout.reading import Document

_TITLE_LINES = 6
_SHORT = 60
_NO_OUTLINE = 9


def recognise(document: Document) -> Found:
    """The components of a document."""
    starts = _annex_starts(document)
    first = starts[0] if starts else len(document.paragraphs)
    main = document.paragraphs[:first]
    lines = [line for p in main for line in p.lines]
    head, taken = read_head(lines)
    tail, begins = read_tail(lines[taken:])
    body = lines[taken : taken + begins]
    pieces = [*head.pieces, *_body(body), *tail]
    return Found(
        document=document,
        pieces=tuple(pieces),
        body=_paragraphs(body),
        tail=_paragraphs(lines[taken + begins :]),
        annexes=tuple(_annexes(document.paragraphs, starts)),
        kind=head.kind,
        letter=head.letter,
        attachment=head.has("attached") and not head.has("heading"),
    )


def _paragraphs(lines: Sequence[Line]) -> tuple[Shown, ...]:
    return tuple({line.shown.ordinal: line.shown for line in lines}.values())


def _body(lines: Sequence[Line]) -> Iterator[Piece]:
    """The text: bases first, then headings and paragraphs; tables are left apart."""
    opening, chapter = True, False
    pictured = {line.shown.ordinal for line in lines if line.shown.pictured}
    for line in lines:
        said = words.folded(line.text)
        if not said:
            continue
        if line.cell is not None or line.shown.boxed or _is_caption(line, pictured):
            yield Piece("table", line)
            continue
        if opening and words.ADDRESSED.match(said):
            yield Piece("addressed", line)
            continue
        if _enacts(line) and not chapter and (opening or said.endswith(":")):
            yield Piece("enacting", line)
            continue
        opening = opening and _is_basis(line, said)
        titled = chapter and (_is_bold(line) or line.shown.look.align == "center")
        numbered = words.ARTICLE.fullmatch(said) or words.CHAPTER.fullmatch(said)
        titled = titled and not numbered
        level = "chapter-title" if titled else "basis" if opening else _level(line, said)
        chapter = level == "chapter" or (titled and words.is_upper(line.text))
        yield Piece(level, line)


def _is_caption(line: Line, pictured: Collection[int]) -> bool:
    """Whether a line is the title of a picture or chart right above or below it."""
    beside = {line.shown.ordinal - 1, line.shown.ordinal + 1} & set(pictured)
    return bool(beside) and line.shown.look.align == "center"


def _enacts(line: Line) -> bool:
    """Whether a line says who decides: `ỦY BAN NHÂN DÂN TỈNH`, `QUYẾT ĐỊNH:`."""
    numbered = words.PART.fullmatch(words.folded(line.text)) or line.shown.mark
    centred = line.shown.look.align == "center"
    return words.is_upper(line.text) and centred and not numbered


def _is_bold(line: Line) -> bool:
    return bool(line.inked) and all(run.look.bold for run in line.inked)


def _is_basis(line: Line, said: str) -> bool:
    return bool(words.BASIS.match(said)) and not said.endswith(":")


def _level(line: Line, said: str) -> str:
    """Which heading a line is, or `body`. A numbered line that is not bold is text."""
    bold = _is_bold(line)
    if words.CHAPTER.fullmatch(said):
        return "chapter"
    if words.ARTICLE.fullmatch(said):
        return "article"
    outline = line.shown.look.outline
    if words.PART.fullmatch(said) and (bold or outline == 0 or words.is_upper(line.text)):
        return "part"
    if not bold and outline == _NO_OUTLINE:
        return "body"
    if words.SUBSECTION.fullmatch(said) or outline == 2:
        return "subsection"
    return "section" if words.SECTION.fullmatch(said) or outline == 1 else "body"


def _annex_starts(document: Document) -> list[int]:
    """The numbers of the paragraphs that begin an appendix, or a document that is attached."""
    found = []
    signed = False
    for number, paragraph in enumerate(document.paragraphs):
        said = words.folded(paragraph.text)
        signed = signed or bool(words.RECIPIENTS.match(said) or words.AUTHORITY.fullmatch(said))
        heading = words.APPENDIX.fullmatch(words.folded(paragraph.lines[0].text))
        if heading and not (paragraph.cell and paragraph.cell.ruled):
            centred = paragraph.look.align == "center"
            if signed or centred or document.begins_page(number):
                found.append(number)
        elif signed and said and _titles(paragraph) and document.begins_page(number):
            found.append(number)
    return found


def _titles(paragraph: Shown) -> bool:
    """Whether a list or plan that the document issues may begin here: with a title in capitals, or
    with a letterhead of its own.
    """
    line = paragraph.lines[0]
    if paragraph.cell is not None:
        return not paragraph.cell.ruled and is_letterhead(line)
    titled = words.is_upper(paragraph.text) or words.is_type(line.text)
    return titled and paragraph.look.align == "center"


def _annexes(paragraphs: Sequence[Shown], starts: Sequence[int]) -> Iterator[Annex]:
    for begin, end in pairwise([*starts, len(paragraphs)]):
        inner = paragraphs[begin:end]
        lines = [line for p in inner for line in p.lines]
        pieces = _attached_pieces(lines) or tuple(_annex_pieces(lines))
        yield Annex(inner[0], pieces)


def _attached_pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The pieces of a plan or the like that the document issues; none of what has no type."""
    head, taken = read_head(lines)
    if not head.has("type"):
        return ()
    tail, begins = read_tail(lines[taken:])
    return (*head.pieces, *_body(lines[taken : taken + begins]), *tail)


def _annex_pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    is_appendix = words.APPENDIX.fullmatch(words.folded(lines[0].text))
    yield Piece("appendix" if is_appendix else "appendix-title", lines[0])
    titling = True
    for number, line in enumerate(lines[1:], 1):
        said = words.folded(line.text)
        if not said:
            continue
        title = titling and line.cell is None and number <= _TITLE_LINES
        if title and words.ATTACHED.match(said):
            yield Piece("attached", line)
            titling = False
        elif title and (
            words.is_upper(line.text) or (is_appendix and _is_title(line, number, said))
        ):
            yield Piece("appendix-title", line)
        else:
            # The subject of a document that is attached is in small letters.
            titling = title and not is_appendix and line.shown.look.align == "center"
            yield Piece("table", line)


def _is_title(line: Line, number: int, said: str) -> bool:
    if line.shown.look.align == "center":
        return True
    return number <= 2 and len(said) <= _SHORT
