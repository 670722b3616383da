"""What a person can do with tracked changes: accept all of them, or reject all."""

from __future__ import annotations

from r57plans.word.revisions import accept_changes
from r57plans.word.layout.reading import read_document
from r57plans.word.package import open_package, read_package, write_package
from r57plans.word.xml import Element, parse_part, serialise, unwrap, w

MAIN = "word/document.xml"


def accepted(data: bytes) -> bytes:
    """The document with all changes accepted."""
    parts = read_package(data)
    root = parse_part(parts[MAIN], MAIN)
    accept_changes(root)
    return write_package(parts | {MAIN: serialise(root)})


def rejected(data: bytes) -> bytes:
    """The document with all changes of runs and paragraphs rejected."""
    parts = read_package(data)
    root = parse_part(parts[MAIN], MAIN)
    for inserted in list(root.iter(w("ins"))):
        inserted.getparent().remove(inserted)
    for deleted in list(root.iter(w("del"))):
        for text in deleted.iter(w("delText")):
            text.tag = w("t")
        unwrap(deleted)
    for name in ("rPr", "pPr"):
        for change in list(root.iter(w(f"{name}Change"))):
            _put_back(change, name)
    return write_package(parts | {MAIN: serialise(root)})


def _put_back(change: Element, name: str) -> None:
    properties = change.getparent()
    kept = [c for c in properties if c.tag in (w("rPr"), w("sectPr"))] if name == "pPr" else []
    before = list(change.find(w(name)))
    for child in list(properties):
        properties.remove(child)
    properties.extend([*before, *kept])
    if not len(properties):
        properties.getparent().remove(properties)


def shown(data: bytes) -> list[tuple[object, ...]]:
    """What is shown of a document: each paragraph's look, and the look of each of its letters."""
    return [
        (p.look, p.mark, [(c, run.look) for run in p.runs for c in run.text])
        for p in read_document(open_package(data)).paragraphs
    ]
