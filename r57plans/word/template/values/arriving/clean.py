"""A part of a sub-document without what cannot or should not come along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import cast

from lxml import etree

from r57plans.view.printed import PREFIX
from r57plans.word.clean_marks import drop_traces
from r57plans.word.revisions import accept_changes, has_changes
from r57plans.word.template.values.properties import PARAGRAPH_PLACES
from r57plans.word.xml import NS, Element, qname, remove, unwrap, w

_IGNORABLE = qname("mc", "Ignorable")
_MARKUP = (_IGNORABLE, qname("mc", "ProcessContent"), qname("mc", "PreserveElements"))
_CHOICE = qname("mc", "Choice")
_CONTROL_PROPERTIES = [w("id"), w("dataBinding"), w("placeholder"), w("showingPlcHdr")]
_DROPPED = [w("lastRenderedPageBreak"), w("annotationRef")]
_DATA_OF_SHAPES = qname("o", "gfxdata")


def cleaned(root: Element) -> Element:
    """The part's root with the prefix `w`, cleaned; the one that was handed in is used up.

    Tracked changes are accepted. Comments, permissions, traces of editing, ties of controls to
    data, and what older programs may ignore are left out; no text is.
    """
    # Moving a long body to another root takes seconds; hardly a file needs it.
    usual = root.nsmap.get("w") == NS["w"] and None not in root.nsmap
    ready = root if usual else _with_prefix(root)
    for element in ready.iter(etree.Element):
        element.tail = None
    if has_changes(ready):
        accept_changes(ready)
    _unwrap_own(ready)
    for properties in ready.iter(w("sdtPr")):
        for child in properties.findall("*"):
            if child.tag in _CONTROL_PROPERTIES:
                remove(child)
    drop_traces(ready)
    for element in list(ready.iter(_DROPPED)):
        remove(element)
    drop_ignorable(ready)
    return ready


def drop_ignorable(root: Element) -> None:
    """Take out the elements and attributes of namespaces that the part calls ignorable.

    In a choice that requires such a namespace its elements stay.
    """
    _drop(root, frozenset(), frozenset())


def end_sections(body: Element) -> None:
    """Take out every end of a section; where a page ended with it, the next block begins one."""
    ends = list(body.iter(w("sectPr")))
    for end, following in zip_longest(ends, ends[1:]):
        properties = end.getparent()
        paragraph = None if properties is None else properties.getparent()
        remove(end)
        if paragraph is not None and paragraph.tag == w("p") and _begins_page(following):
            _break_before(paragraph.getnext())


def put(properties: Element, child: Element) -> None:
    """Put a child among a paragraph's properties where the schema wants it, for one of its name."""
    for old in properties.findall(str(child.tag)):
        remove(old)
    place = _place(child)
    properties.insert(sum(_place(other) < place for other in properties), child)


def properties_of(paragraph: Element) -> Element:
    """The properties of a paragraph, made where it has none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def _with_prefix(root: Element) -> Element:
    names = {k: v for k, v in root.nsmap.items() if k not in (None, "w")}
    # lxml's stubs forget the default namespace, whose prefix is None.
    new = etree.Element(root.tag, nsmap=cast("dict[str, str]", {"w": NS["w"], **names}))
    for name, value in root.attrib.items():
        new.set(name, value)
    new.extend(list(root))
    return new


def _unwrap_own(root: Element) -> None:
    """Controls that say where in a plan a value stands would say it of another plan here."""
    for control in list(root.iter(w("sdt"))):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        content = control.find(w("sdtContent"))
        if tag is not None and content is not None and tag.get(w("val"), "").startswith(PREFIX):
            unwrap(control, content)


def _drop(element: Element, ignored: frozenset[str], wanted: frozenset[str]) -> None:
    ignored |= _uris(element, element.get(_IGNORABLE, ""))
    if element.tag == _CHOICE:
        wanted |= _uris(element, element.get("Requires", ""))
    for name in list(element.attrib):
        if name in _MARKUP or name == _DATA_OF_SHAPES or _uri(name) in ignored:
            del element.attrib[name]
    for child in list(element):
        if _uri(child.tag) in ignored - wanted:
            remove(child)
        else:
            _drop(child, ignored, wanted)


def _uris(element: Element, prefixes: str) -> frozenset[str]:
    if not prefixes:
        return frozenset()
    return frozenset(element.nsmap.get(prefix, "") for prefix in prefixes.split()) - {""}


def _uri(name: object) -> str:
    return str(name)[1:].partition("}")[0] if str(name).startswith("{") else ""


def _begins_page(section: Element | None) -> bool:
    kind = None if section is None else section.find(w("type"))
    said = "nextPage" if kind is None else kind.get(w("val"), "nextPage")
    return section is not None and said not in ("continuous", "nextColumn")


def _break_before(block: Element | None) -> None:
    for paragraph in _paragraphs(block):
        put(properties_of(paragraph), etree.Element(w("pageBreakBefore")))
        return


def _paragraphs(block: Element | None) -> Iterator[Element]:
    return iter(()) if block is None else block.iter(w("p"))


def _place(element: Element) -> int:
    return PARAGRAPH_PLACES.get(f"w:{etree.QName(element).localname}", len(PARAGRAPH_PLACES))
