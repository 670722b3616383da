"""A Word file as text that a person can review; run as a script it writes the golden outlines.

A line is a paragraph: its style, then its text. A table's row is `| cell | cell |`, a shaded cell
has `▒`, a lightly shaded one `░`. Sections stand where they end, with their paper and what their
headers hold.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.section import Section
from docx.text.paragraph import Paragraph

GOLDEN = Path(__file__).parent / "golden"
_TEXTS = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): " / ", qn("w:noBreakHyphen"): "-"}


def outline(data: bytes) -> str:
    """The outline of a Word file, with no-break spaces as `°`."""
    document = docx.Document(io.BytesIO(data))
    lines = [*_core(document), "", *_body(document)]
    return "\n".join(line.rstrip() for line in lines).strip().replace("\u00a0", "°") + "\n"


def _core(document: Document) -> Iterator[str]:
    core = document.core_properties
    yield f"title: {core.title}"
    yield f"subject: {core.subject}"
    yield f"language: {core.language}"


def _body(document: Document) -> Iterator[str]:
    sections = iter(document.sections)
    for block in document.element.body:
        if isinstance(block, CT_P):
            yield from _paragraph(block, document)
            if block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                yield from _section(next(sections))
        elif isinstance(block, CT_Tbl):
            yield from _table(block, document)
        elif block.tag == qn("w:sectPr"):
            yield from _section(next(sections))


def _paragraph(element: CT_P, document: Document) -> Iterator[str]:
    style = Paragraph(element, document._body).style
    yield f"[{style.name if style else ''}] {_text(element)}"


def _text(element: CT_P) -> str:
    return "".join(map(_piece, element.iter(*_TEXTS, qn("wp:docPr"))))


def _piece(element: Any) -> str:
    """What a reader sees or hears of an element: a picture or chart by what it is said to show."""
    if element.tag == qn("wp:docPr"):
        return f"<{element.get('descr', '')}>"
    return _TEXTS[element.tag] or element.text or ""


def _table(table: CT_Tbl, document: Document) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        head = "head " if next(row.iter(qn("w:tblHeader")), None) is not None else ""
        yield f"  {head}| " + " | ".join(_cell(cell) for cell in row.iter(qn("w:tc"))) + " |"
    yield ""


def _cell(cell: CT_Tc) -> str:
    text = " ¶ ".join(_text(paragraph) for paragraph in cell.iter(qn("w:p")))
    span = next(cell.iter(qn("w:gridSpan")), None)
    wide = f" ({span.get(qn('w:val'))} columns)" if span is not None else ""
    return _shade(cell) + text + wide


def _shade(cell: CT_Tc) -> str:
    shade = next(cell.iter(qn("w:shd")), None)
    fill = shade.get(qn("w:fill"), "auto") if shade is not None else "auto"
    if fill in ("auto", "FFFFFF"):
        return ""
    return "░" if fill > "E0" else "▒"


def _section(section: Section) -> Iterator[str]:
    turned = section.orientation == WD_ORIENT.LANDSCAPE
    paper = "landscape" if turned else "portrait"
    counted = section._sectPr.find(qn("w:pgNumType"))
    start = counted.get(qn("w:start")) if counted is not None else None
    first = "first page without number" if section.different_first_page_header_footer else ""
    notes = [paper, f"pages from {start}" if start else "", first, f"header: {_header(section)}"]
    yield f"=== section: {', '.join(note for note in notes if note)} ==="
    yield ""


def _header(section: Section) -> str:
    fields = [e.text or "" for e in section.header._element.iter(qn("w:instrText"))]
    fields += [e.get(qn("w:instr"), "") for e in section.header._element.iter(qn("w:fldSimple"))]
    return " ".join("".join(fields).split())


def write_golden() -> list[Path]:
    """Writes the outline of every example's documents; returns the files."""
    from built_examples import EVERY_CASE

    GOLDEN.mkdir(exist_ok=True)
    written = []
    for case in EVERY_CASE:
        path = GOLDEN / f"{case}.txt"
        path.write_text(outline(case.data), "utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in write_golden())
