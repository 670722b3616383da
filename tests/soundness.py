"""Whether Word can open a file: the order and the ids of its XML, without a validator's schemas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from r57plans.word.package import content_types, read_package
from r57plans.word.relations import read_relations
from r57plans.word.xml import Element, qname, w

_FIRST = {w("p"): w("pPr"), w("r"): w("rPr"), w("tc"): w("tcPr"), w("tbl"): w("tblPr")}
_STORIES = [w(n) for n in ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")]
_BLOCKS = {w(n) for n in ("p", "tbl", "sdt", "customXml", "altChunk", "sectPr")}
_RELATED = {qname("r", name) for name in ("id", "embed", "link", "pict")}
_CELL_ORDER = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap",
               "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")  # fmt: skip
_HOLLOW = [
    *map(w, ("br", "cr", "tab", "noBreakHyphen", "lastRenderedPageBreak", "proofErr", "gridCol")),
    *map(w, ("bookmarkStart", "bookmarkEnd", "gridSpan", "vMerge")),
]
_DRAWN = {qname("wp", "inline"), qname("wp", "anchor")}


def unsound(data: bytes) -> list[str]:
    """What is wrong with a Word file's XML, each as a sentence; none where all is well."""
    parts = read_package(data)
    found = []
    for part, kind in content_types(parts).items():
        if kind.endswith("xml"):
            try:
                root = etree.fromstring(parts[part])
            except etree.XMLSyntaxError as error:
                found.append(f"{part} is no XML: {error}")
                continue
            found += [f"{part}: {complaint}" for complaint in _complaints(root, parts, part)]
    return found


def _complaints(root: Element, parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    yield from _order(root)
    yield from _tables(root)
    yield from _ids(root)
    yield from _relations(root, parts, part)


def _order(root: Element) -> Iterator[str]:
    for element in root.iter(*_FIRST):
        properties = element.findall(_FIRST[element.tag])
        if len(properties) > 1 or (properties and element.index(properties[0])):
            yield f"{_short(element)} has its properties not first, or twice"
    for properties in root.iter(w("tcPr")):
        known = [_CELL_ORDER.index(n) for n in map(_short, properties) if n in _CELL_ORDER]
        if known != sorted(set(known)):
            yield "the properties of a cell are out of order"
    for child in root.iterfind(f"{w('body')}/*"):
        if child.tag not in _BLOCKS and not _short(child).startswith(("bookmark", "comment")):
            yield f"{_short(child)} stands in the body"
    for inner in root.iter(w("p")):
        if any(a.tag in (w("p"), w("r")) for a in _up_to_box(inner)):
            yield "a paragraph stands in a paragraph or run"
    for hollow in root.iter(*_HOLLOW):
        if len(hollow):
            yield f"{_short(hollow)} holds something"
    for drawing in root.iter(w("drawing")):
        if not {child.tag for child in drawing} <= _DRAWN:
            yield "a drawing holds what is no drawing"
    for run in root.iter(w("r")):
        if run.getparent() is not None and run.getparent().tag == w("r"):
            yield "a run stands in a run"


def _up_to_box(element: Element) -> Iterator[Element]:
    for ancestor in element.iterancestors():
        if ancestor.tag == w("txbxContent"):
            return
        yield ancestor


def _tables(root: Element) -> Iterator[str]:
    for cell in root.iter(w("tc"), *_STORIES):
        blocks = [child for child in cell if child.tag in _BLOCKS]
        if not blocks or blocks[-1].tag not in (w("p"), w("sdt")):
            yield f"{_short(cell)} does not end with a paragraph"
    for row in root.iter(w("tr")):
        if next(row.iter(w("tc")), None) is None:
            yield "a row has no cell"
    for table in root.iter(w("tbl")):
        if next(table.iter(w("tr")), None) is None:
            yield "a table has no row"


def _ids(root: Element) -> Iterator[str]:
    starts, ends = (
        Counter(e.get(w("id")) for e in root.iter(w(f"bookmark{kind}")))
        for kind in ("Start", "End")
    )
    yield from (f"the bookmark {key} starts {n} times" for key, n in starts.items() if n > 1)
    if starts != ends:
        yield "bookmarks do not end as they start"
    names = Counter(e.get(w("name")) for e in root.iter(w("bookmarkStart")))
    yield from (f"two bookmarks have the name {name}" for name, n in names.items() if n > 1)
    fallback = {e for f in root.iter(qname("mc", "Fallback")) for e in f.iter()}
    drawings = Counter(e.get("id") for e in root.iter(qname("wp", "docPr")) if e not in fallback)
    yield from (f"two drawings have the number {key}" for key, n in drawings.items() if n > 1)
    paragraphs = Counter(e.get(qname("w14", "paraId")) for e in root.iter(w("p")))
    yield from (
        f"two paragraphs have the id {key}" for key, n in paragraphs.items() if key and n > 1
    )


def _relations(root: Element, parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    known = {relation.id: relation for relation in read_relations(parts, part)}
    for element in root.iter(etree.Element):
        for name in _RELATED & set(element.attrib):
            relation = known.get(element.get(name, ""))
            if relation is None:
                yield f"{_short(element)} points to no relationship"
            elif not relation.external and relation.target not in parts:
                yield f"{relation.target} is not in the package"


def _short(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
