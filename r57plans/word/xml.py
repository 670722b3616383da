"""Reading and writing one XML part of a Word package, safely and always the same way."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from lxml import etree

from r57plans.word.faults import fault

Element = etree._Element

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "o": "urn:schemas-microsoft-com:office:office",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def qname(prefix: str, local: str) -> str:
    """The name as lxml writes it, `{namespace}local`, for a prefix of `NS`."""
    return f"{{{NS[prefix]}}}{local}"


@lru_cache(maxsize=1024)  # asked for more often than anything else in this room
def w(local: str) -> str:
    """The name of an element or attribute of WordprocessingML: `w("p")` is `{…/main}p`."""
    return f"{{{NS['w']}}}{local}"


def parse_part(data: bytes, part: str, file: str = "", *, marks: bool = False) -> Element:
    """The root element of one part; XML comments and processing instructions are left out.

    With `marks` the instructions stay: the bytes hold none but those that were put there.

    Entities are never resolved and nothing outside is ever fetched. Raises `WordFileError` with
    rule `word.dtd` for any DOCTYPE, and `word.damaged` for what is not well-formed XML. `file` is
    only the name to give in the message.
    """
    try:
        root = etree.fromstring(data, _parser(marks))
    except etree.XMLSyntaxError as error:
        rule = "word.dtd" if b"<!DOCTYPE" in data else "word.damaged"
        raise fault(rule, file, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise fault("word.dtd", file, part=part)
    try:
        etree.Element("names", nsmap=cast("dict[str, str]", root.nsmap))
    except ValueError as error:  # a namespace that is no address is read, but cannot be written
        raise fault("word.damaged", file, part=part) from error
    return root


def serialise(element: Element) -> bytes:
    """The element as a whole part: UTF-8 with Word's own XML declaration before it."""
    return DECLARATION + etree.tostring(element, encoding="UTF-8", with_tail=False)


def remove(element: Element) -> None:
    """Take the element, with all it holds, out of its tree; the root and a loose one stay."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element, content: Element | None = None) -> None:
    """Put the children of `content`, usually the element itself, in the element's place.

    Whitespace between elements is not kept: in a Word part it means nothing. A root stays.
    """
    if element.getparent() is None:
        return
    for child in list(element if content is None else content):
        element.addprevious(child)
    remove(element)


def _parser(marks: bool) -> etree.XMLParser:
    # A parser object must not be shared between threads, and making one costs microseconds.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=not marks,
    )
