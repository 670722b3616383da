"""A template's part before its tags are read: known prefixes, and nothing that may not be repeated.

What a loop repeats must not carry an id of its own: two paragraphs with one id make Word call the
file damaged.
"""

from __future__ import annotations

from typing import cast

from lxml import etree

from r57plans.word.clean_revisions import accept_changes, has_changes
from r57plans.word.template.draft import is_mark
from r57plans.word.xml import NS, Element, qname, remove, w

_NEEDED = ("w", "w15", "mc")
_RSID = w("rsid")
_IDS = (qname("w14", "paraId"), qname("w14", "textId"))
_DROPPED = {w("proofErr"), w("lastRenderedPageBreak")}
_COMMENTS = [w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")]
_IGNORABLE = qname("mc", "Ignorable")


def prepare(root: Element) -> Element:
    """A root that declares `w`, `w15` and `mc`, its tree without ids of edits and of paragraphs.

    Tracked changes are accepted: half a tag may stand in one, and no document made from the
    template shall tell who changed the template.
    Content controls lose their number, which Word gives again, and the bookmark of the last edit
    goes too. The element that was handed in is used up.
    """
    ready = _with_prefixes(root)
    if has_changes(ready):
        accept_changes(ready)
    for element in list(ready.iter(etree.Element)):
        _clean(element)
    _drop_last_edit(ready)
    return ready


def drop_repeated(elements: list[Element]) -> None:
    """Take bookmarks and comments out of what a loop repeats; drawings get numbers at run time."""
    dropped = set()
    for element in elements:
        for start in () if is_mark(element) else list(element.iter(w("bookmarkStart"))):
            dropped.add(start.get(w("id")))
            remove(start)
        for comment in () if is_mark(element) else list(element.iter(_COMMENTS)):
            remove(comment)
        for drawing in () if is_mark(element) else element.iter(qname("wp", "docPr")):
            drawing.set("id", UNIQUE_ID)
    _drop_ends(elements, dropped)


UNIQUE_ID = "r57-unique-id"


def _with_prefixes(root: Element) -> Element:
    names = {k: v for k, v in root.nsmap.items() if k is not None or v != NS["w"]}
    wanted = names | {prefix: NS[prefix] for prefix in _NEEDED}
    # lxml's stubs forget the default namespace, whose prefix is None.
    new = etree.Element(root.tag, nsmap=cast("dict[str, str]", wanted))
    for name, value in root.attrib.items():
        new.set(name, value)
    new.text = root.text
    new.extend(list(root))
    ignorable = new.get(_IGNORABLE, "").split()
    if "w15" not in ignorable:
        new.set(_IGNORABLE, " ".join([*ignorable, "w15"]))
    return new


def _clean(element: Element) -> None:
    element.tail = None
    if element.tag in _DROPPED:
        remove(element)
    elif element.tag == w("sdtPr"):
        for number in element.findall(w("id")):
            remove(number)
    for name in [n for n in element.attrib if str(n).startswith(_RSID) or n in _IDS]:
        del element.attrib[name]


def _drop_last_edit(root: Element) -> None:
    ids = set()
    for start in list(root.iter(w("bookmarkStart"))):
        if start.get(w("name")) == "_GoBack":
            ids.add(start.get(w("id")))
            remove(start)
    _drop_ends([root], ids)


def _drop_ends(elements: list[Element], ids: set[str | None]) -> None:
    for element in elements:
        for end in () if is_mark(element) else list(element.iter(w("bookmarkEnd"))):
            if end.get(w("id")) in ids:
                remove(end)
