"""A template's part before its tags are read: known prefixes, and nothing that may not be repeated.

What a loop repeats must not carry an id of its own: two paragraphs with one id make Word call the
file damaged.
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from r57plans.word.revisions import accept_changes, has_changes
from r57plans.word.scan import may_hold, names_w_once
from r57plans.word.template.passes.draft import is_mark
from r57plans.word.xml import NS, Element, qname, remove, unwrap, w

_NEEDED = ("w", "w15", "mc")
_EDIT_IDS = ("w:rsidR", "w:rsidRPr", "w:rsidRDefault", "w:rsidP", "w:rsidDel", "w:rsidTr",
             "w:rsidSect", "w14:paraId", "w14:textId")  # fmt: skip
_IGNORABLE = qname("mc", "Ignorable")
_XPATH = {prefix: NS[prefix] for prefix in ("w", "w14")}
_IDS = etree.XPath(" | ".join(f"//@{name}" for name in _EDIT_IDS), namespaces=_XPATH)
_DROPPED = etree.XPath(
    "//w:proofErr | //w:lastRenderedPageBreak | //w:sdtPr/w:id", namespaces=_XPATH
)
_WRAPPERS = etree.XPath("//w:smartTag", namespaces=_XPATH)
_ID_WORDS = (b"rsid", b"paraId", b"textId")
_BLANKS = re.compile(rb">\s+<")
_WRAPPER_PROPERTIES = w("smartTagPr")
_BETWEEN = etree.XPath("//text()[not(parent::w:t or parent::w:instrText)]", namespaces=_XPATH)
_LAST_EDIT = etree.XPath("//w:bookmarkStart[@w:name='_GoBack']", namespaces=_XPATH)


def prepare(root: Element, data: bytes = b"") -> Element:
    """A root that declares `w`, `w15` and `mc`, its tree without ids of edits and of paragraphs.

    Tracked changes are accepted: half a tag may stand in one, and no document made from the
    template shall tell who changed the template.
    Content controls lose their number, which Word gives again, and the bookmark of the last edit
    goes too. The element that was handed in is used up; `data` are the bytes it was read from.
    """
    ready = root if _has_prefixes(root, data) else _with_prefixes(root)
    if has_changes(ready):
        accept_changes(ready)
    _clean(ready, data)
    return ready


def _has_prefixes(root: Element, data: bytes) -> bool:
    """Whether the root declares the prefixes that the program writes, and nothing renames them."""
    ignored = "w15" in root.get(_IGNORABLE, "").split()
    declared = ignored and all(root.nsmap.get(p) == NS[p] for p in _NEEDED)
    return declared and names_w_once(data)


def _with_prefixes(root: Element) -> Element:
    """Another root with the prefixes that the program writes, over the same blocks."""
    # lxml's stubs forget the default namespace, whose prefix is None. `w` is to be the only one.
    declared = cast("dict[str, str]", root.nsmap)
    names = {prefix: uri for prefix, uri in declared.items() if uri != NS["w"]}
    new = etree.Element(root.tag, nsmap=names | {prefix: NS[prefix] for prefix in _NEEDED})
    for name, value in root.attrib.items():
        new.set(name, value)
    for child in list(root):
        if is_mark(child):
            new.append(child)
            continue
        # lxml takes time with the square of a tree to move it, so the blocks are moved one by one.
        parent = etree.SubElement(new, child.tag)
        for name, value in child.attrib.items():
            parent.set(name, value)
        parent.text, parent.tail = child.text, child.tail
        parent.extend(list(child))
    ignorable = root.get(_IGNORABLE, "").split()
    if "w15" not in ignorable:
        new.set(_IGNORABLE, " ".join([*ignorable, "w15"]))
    return new


def _clean(root: Element, data: bytes) -> None:
    may_have_ids = not data or may_hold(data, *_ID_WORDS)
    for said in cast("list[etree._ElementUnicodeResult]", _IDS(root) if may_have_ids else ()):
        holder = said.getparent()
        if holder is not None and said.attrname is not None:
            del holder.attrib[said.attrname]
    for element in _found(_DROPPED, root):
        remove(element)
    for element in reversed(_found(_WRAPPERS, root)):
        for properties in element.findall(_WRAPPER_PROPERTIES):
            remove(properties)
        unwrap(element)
    if not data or _BLANKS.search(data, data.find(b"<", 1)):  # behind the declaration
        _drop_blanks(root)
    last_edit = _found(_LAST_EDIT, root) if not data or may_hold(data, b"_GoBack", b"&#") else []
    if last_edit:
        _drop_ends(root, {start.get(w("id")) for start in last_edit})
        for start in last_edit:
            remove(start)


def _found(path: etree.XPath, root: Element) -> list[Element]:
    return cast("list[Element]", path(root))


def _drop_blanks(root: Element) -> None:
    """Take the white space between elements away, by which programs indent what they write."""
    for text in cast("list[etree._ElementUnicodeResult]", _BETWEEN(root)):
        parent = text.getparent()
        if parent is not None and text.is_tail:
            parent.tail = None
        elif parent is not None and len(parent):
            parent.text = None


def _drop_ends(root: Element, ids: set[str | None]) -> None:
    for end in list(root.iter(w("bookmarkEnd"))):
        if end.get(w("id")) in ids:
            remove(end)
