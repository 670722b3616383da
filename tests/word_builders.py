"""Small templates and the documents made from them, for the tests of the engine."""

from __future__ import annotations

from dataclasses import dataclass

from word_packages import WORD_TYPE, Extra, body_xml, root_xml, word_file

from r57plans.errors import TemplateError
from r57plans.findings import Finding
from r57plans.view.printed import Printed, Record
from r57plans.word.template import Template

BOLD = "<w:rPr><w:b/></w:rPr>"


@dataclass(frozen=True, slots=True)
class Task(Record):
    """A record with an anchor, as the view has them."""

    anchor: str
    text: str
    leads: tuple[str, ...] = ()


def task(number: int, *leads: str) -> Task:
    """The task of a number; its text knows its path."""
    return Task(f"_r57_tasks_{number}", Printed(f"Việc {number}", f"task/{number}/text"), leads)


def cell(*blocks: str, properties: str = "") -> str:
    """A table cell of paragraphs or other blocks."""
    return f"<w:tc>{properties}{''.join(blocks)}</w:tc>"


def row(*cells: str) -> str:
    """A table row."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 1) -> str:
    """A table whose grid has that many columns of 100 twips."""
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def story(name: str, inner: str) -> Extra:
    """A header, footer, footnotes or endnotes part; the root's name is the short one in OOXML."""
    root = {"header": "hdr", "footer": "ftr"}.get(name, name)
    kind = f"{WORD_TYPE}{name}+xml"
    return Extra(f"word/{name}1.xml", name, root_xml(root, inner), kind)


def rendered(body: str, *extras: Extra, controls: bool = True, **context: object) -> bytes:
    """The Word file that a template with this body gives."""
    return Template(word_file(body, *extras)).render(context, controls=controls)


def made(body: str, controls: bool = False, **context: object) -> str:
    """The body's XML that a template gives, without the mark that keeps spaces."""
    xml = body_xml(rendered(body, controls=controls, **context))
    return xml.replace(' xml:space="preserve"', "")


def faults(body: str, **context: object) -> list[Finding]:
    """What is wrong with a template, or with rendering it; none when it renders."""
    try:
        Template(word_file(body), name="mau.docx").render(context)
    except TemplateError as error:
        return list(error.report)
    return []


def rules(body: str, **context: object) -> list[str]:
    """The rules of what is wrong."""
    return [finding.rule for finding in faults(body, **context)]
