"""Word files spoilt in one way each: what a gate must not let pass."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.table import Table

from r57plans.word.package import read_package, write_package

MAIN = "word/document.xml"


def replaced(data: bytes, old: bytes, new: bytes, part: str = MAIN) -> bytes:
    """The file with the first `old` of a part replaced; ValueError where there is none."""
    parts = read_package(data)
    if old not in parts[part]:
        raise ValueError(f"{part} does not hold {old!r}")
    return write_package(parts | {part: parts[part].replace(old, new, 1)})


def with_empty_cell(data: bytes) -> bytes:
    """A cell without a paragraph: Word calls the file unreadable."""
    parts = read_package(data)
    spoilt = re.sub(
        rb"(<w:tc>(?:<w:tcPr>.*?</w:tcPr>)?)<w:p[ >].*?</w:tc>", rb"\1</w:tc>", parts[MAIN], count=1
    )
    return write_package(parts | {MAIN: spoilt})


def with_misplaced_element(data: bytes) -> bytes:
    """Paragraph properties after the text, where the standard has them before it."""
    return replaced(data, b"<w:body>", b"<w:body><w:p><w:r><w:t>a</w:t></w:r><w:pPr/></w:p>")


def with_broken_relation(data: bytes) -> bytes:
    """A header that the document asks for and the package does not hold."""
    part = "word/_rels/document.xml.rels"
    return replaced(data, b'Target="styles.xml"', b'Target="lost.xml"', part)


def _edited(data: bytes, edit: Callable[[Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    edit(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_swapped_letterhead(data: bytes) -> bytes:
    """The issuer on the right, the heading of the Party on the left."""

    def edit(document: Document) -> None:
        left, right = document.tables[0].rows[0].cells
        ours, theirs = list(left._tc.p_lst), list(right._tc.p_lst)
        for paragraph in ours:
            right._tc.append(paragraph)
        for paragraph in theirs:
            left._tc.append(paragraph)

    return _edited(data, edit)


def without_rule(data: bytes) -> bytes:
    """No line under the heading."""

    def edit(document: Document) -> None:
        cell = document.tables[0].rows[0].cells[1]
        for border in list(cell._tc.iter(qn("w:pBdr"), qn("w:drawing"), qn("w:pict"))):
            border.getparent().remove(border)

    return _edited(data, edit)


def with_other_margins(data: bytes) -> bytes:
    """Left and right margins of 20 mm."""

    def edit(document: Document) -> None:
        for section in document.sections:
            section.left_margin = section.right_margin = Mm(20)

    return _edited(data, edit)


def with_number_on_page_1(data: bytes) -> bytes:
    """The page number printed on the first page too."""

    def edit(document: Document) -> None:
        for mark in list(document.element.iter(qn("w:titlePg"))):
            mark.getparent().remove(mark)

    return _edited(data, edit)


def with_low_number(data: bytes) -> bytes:
    """The page number far from the upper edge."""

    def edit(document: Document) -> None:
        for section in document.sections:
            section.header_distance = Mm(25)

    return _edited(data, edit)


def with_upright_appendices(data: bytes) -> bytes:
    """Every page in portrait."""

    def edit(document: Document) -> None:
        for section in document.sections:
            section.orientation = WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = Mm(210), Mm(297)

    return _edited(data, edit)


def without_repeated_heads(data: bytes) -> bytes:
    """Heading rows on the first page of a table only."""

    def edit(document: Document) -> None:
        for mark in list(document.element.iter(qn("w:tblHeader"))):
            mark.getparent().remove(mark)

    return _edited(data, edit)


def with_lonely_signature(data: bytes) -> bytes:
    """The signature block on a page of its own."""

    def edit(document: Document) -> None:
        table = next(t for t in reversed(document.tables) if not _has_borders(t))
        paragraph, run, rupture = (OxmlElement(f"w:{name}") for name in ("p", "r", "br"))
        rupture.set(qn("w:type"), "page")
        run.append(rupture)
        paragraph.append(run)
        table._tbl.addprevious(paragraph)

    return _edited(data, edit)


def _has_borders(table: Table) -> bool:
    return next(_marks(table), None) is not None


def _marks(table: Table) -> Iterator[object]:
    yield from table._tbl.iter(qn("w:tblHeader"))


def with_strange_letter(data: bytes) -> bytes:
    """A letter that no text font holds, among the letters of the text."""
    return replaced(data, "Tổ chức".encode(), "Tổ\ue123chức".encode())
