"""Small Word files for tests, made from a piece of body XML and the parts that matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import docx
from lxml import etree

from r57plans.word.package import read_package, write_package
from r57plans.word.xml import NS, parse_part, w

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items() if prefix != "xml")
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class Extra:
    """A part besides the document, and the relationship that leads to it from `source`."""

    name: str
    kind: str
    content: bytes = b"<x/>"
    type: str = "application/xml"
    source: str = "word/document.xml"
    id: str = ""


def root_xml(tag: str, inner: str) -> bytes:
    """A part of WordprocessingML with every namespace declared."""
    return f"<w:{tag} {_NAMESPACES}>{inner}</w:{tag}>".encode()


def parts_of(body: str, *extras: Extra) -> dict[str, bytes]:
    """The parts of a small Word file with this body."""
    parts = {
        "[Content_Types].xml": _types(extras),
        "_rels/.rels": _relations(
            [f"{OFFICE}officeDocument|word/document.xml|main", *_targets("", extras)]
        ),
        "word/document.xml": root_xml("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    for source in {extra.source for extra in extras} - {""}:
        folder, _, base = source.rpartition("/")
        parts[f"{folder}/_rels/{base}.rels"] = _relations(_targets(source, extras))
    return parts | {extra.name: extra.content for extra in extras if extra.name[:1] != "#"}


def word_file(body: str, *extras: Extra) -> bytes:
    """A small Word file with this body."""
    return write_package(parts_of(body, *extras))


def part_xml(data: bytes, part: str = "word/document.xml") -> str:
    """What the root of a part holds, without declarations of namespaces."""
    root = parse_part(read_package(data)[part], part)
    return _DECLARED.sub("", "".join(etree.tostring(c, encoding="unicode") for c in root))


def body_xml(data: bytes) -> str:
    """What the body holds, without its section properties and namespaces."""
    return part_xml(data).removeprefix("<w:body>").removesuffix("<w:sectPr/></w:body>")


def paragraph_texts(data: bytes) -> list[str]:
    """The printed text of each paragraph of the body, in order."""
    root = parse_part(read_package(data)["word/document.xml"], "")
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p"))]


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def p(*content: str) -> str:
    """A paragraph of runs or, for plain words, of one run each."""
    return f"<w:p>{''.join(c if c.startswith('<') else r(c) for c in content)}</w:p>"


@cache
def office_file() -> bytes:
    """A whole Word file with styles, a heading, a table and a picture-free theme."""
    document = docx.Document()
    document.add_heading("Chương trình hành động", 1)
    document.add_paragraph("Thực hiện Nghị quyết số 57-NQ/TW")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).text = "Nhiệm vụ"
    table.cell(1, 2).text = "Quý II/2025"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _types(extras: tuple[Extra, ...]) -> bytes:
    named = [("word/document.xml", f"{WORD_TYPE}document.main+xml")]
    named += [(extra.name, extra.type) for extra in extras if extra.name[:1] != "#"]
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in named)
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{NS["ct"]}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _targets(source: str, extras: tuple[Extra, ...]) -> list[str]:
    return [
        f"{e.kind if ':' in e.kind else OFFICE + e.kind}|{e.name}|{e.id or f'rId{number}'}"
        for number, e in enumerate(extras)
        if e.source == source
    ]


def _relations(targets: list[str]) -> bytes:
    entries = []
    for target in targets:
        kind, name, key = target.split("|")
        goal = f'Target="{name}" TargetMode="External"' if name[:1] == "#" else f'Target="/{name}"'
        entries.append(f'<Relationship Id="{key}" Type="{kind}" {goal}/>')
    return f'<Relationships xmlns="{NS["rel"]}">{"".join(entries)}</Relationships>'.encode()
