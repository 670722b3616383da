"""Good documents for the tests of the layout rules, and changes of one thing in them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from r57plans.documents import build
from r57plans.load import parse_plan
from r57plans.word.layout.found import Found
from r57plans.word.layout.run import found_in
from r57plans.word.package import read_package, write_package
from r57plans.word.xml import NS, Element, parse_part, serialise, w

EXAMPLES = Path(__file__).parents[1] / "examples"
MAIN = "word/document.xml"
_PLANS = {
    "party": ("xa-mau", {
        "number:                          # văn": 'number: "05"   # văn',
        "date: 2026-03  ": "date: 2026-03-09  ",
        "status: signing": "status: issued",
        "opening: paragraph": "opening: list\n  marks: {urgency: khan}",
        "role: bi-thu, name: }": "role: bi-thu, name: Nguyễn Văn A}",
    }),
    "state": ("lang-son-ubnd", {
        "number:  ": 'number: "05"  ',
        "name: }": "name: Nguyễn Văn A}",
        "opening: list": "opening: list\n  superior: {vi: Bộ Nội vụ, en: Ministry}"
                         "\n  marks: {urgency: khan}",
    }),
}  # fmt: skip

Parts = dict[str, Element]
Change = Callable[[Parts], None]


@cache
def good(kind: str) -> bytes:
    """A good document of the Party or of the State: every component that our templates know."""
    example, filled = _PLANS[kind]
    text = (EXAMPLES / example / "plan.yaml").read_text("utf-8")
    for old, new in filled.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    whole = build(parse_plan(text.encode(), "plan.yaml"), ("vi",)).files[0].data
    return changed(whole, _shorten)


def _shorten(parts: Parts) -> None:
    """Leaves two rows of each appendix and two paragraphs under each heading: tests are quicker."""
    for table in parts[MAIN].iter(w("tbl")):
        for row in table.findall(w("tr"))[4:]:
            table.remove(row)
    under = 0
    for line in list(parts[MAIN][0]):
        named = line.find(f"{w('pPr')}/{w('pStyle')}")
        text = named is not None and named.get(w("val")) in ("R57Body", "R57Point", "R57Task")
        under = under + 1 if text else 0
        if under > 2:
            parts[MAIN][0].remove(line)


@cache
def recognised(kind: str) -> Found:
    """The components of the good document."""
    return found_in(good(kind))


def ordinal(kind: str, component: str, number: int = 0) -> int:
    """Which paragraph of the good document a component is."""
    lines = [p.line for p in recognised(kind).every() if p.component == component]
    return lines[number].shown.ordinal


def changed(data: bytes, change: Change) -> bytes:
    """A document in which one thing is changed: the trees of its parts are handed to `change`."""
    parts = read_package(data)
    trees = {n: parse_part(d, n) for n, d in parts.items() if n.endswith((".xml", ".rels"))}
    before = {name: etree.tostring(tree) for name, tree in trees.items()}
    change(trees)
    said = {n: serialise(t) for n, t in trees.items() if etree.tostring(t) != before.get(n)}
    assert said, "nothing was changed"
    return write_package(parts | said)


def piece(xml: str) -> Element:
    """An element from its text, with Word's prefixes known."""
    names = " ".join(f'xmlns:{p}="{u}"' for p, u in NS.items() if p not in ("xml", "ct", "rel"))
    return copy.deepcopy(etree.fromstring(f"<x {names}>{xml}</x>")[0])


def paragraph(parts: Parts, number: int) -> Element:
    """The paragraph of a number in the document."""
    return list(parts[MAIN].iter(w("p")))[number]


def put(holder: Element, name: str, xml: str, first: tuple[str, ...] = ()) -> Element:
    """A child of a name, made where it is missing, in which one property is set anew."""
    inner = holder.find(w(name))
    if inner is None:
        inner = etree.Element(w(name))
        holder.insert(0, inner)
    new = piece(xml)
    old = inner.find(new.tag)
    if old is not None:
        inner.replace(old, new)
    else:
        inner.append(new)
    return inner


def runs(element: Element) -> Iterator[Element]:
    """The runs with text."""
    return (r for r in element.iter(w("r")) if r.find(w("t")) is not None)


def text_of(element: Element) -> str:
    """The text of an element."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def set_text(element: Element, text: str) -> None:
    """Put one text in the place of all that a paragraph says; the first run keeps its look."""
    texts = list(element.iter(w("t")))
    for dash in list(element.iter(w("noBreakHyphen"))):
        dash.getparent().remove(dash)
    texts[0].text = text
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for more in texts[1:]:
        more.text = ""


def look(kind: str, component: str, xml: str, number: int = 0) -> Change:
    """Gives all text of a component one more property."""

    def change(parts: Parts) -> None:
        for run in runs(paragraph(parts, ordinal(kind, component, number))):
            put(run, "rPr", xml)

    return change


def style(kind: str, component: str, xml: str, number: int = 0) -> Change:
    """Gives a component's paragraph one more property."""

    def change(parts: Parts) -> None:
        put(paragraph(parts, ordinal(kind, component, number)), "pPr", xml)

    return change


def says(kind: str, component: str, text: str, number: int = 0) -> Change:
    """Lets a component say something else."""

    def change(parts: Parts) -> None:
        set_text(paragraph(parts, ordinal(kind, component, number)), text)

    return change


def swaps(kind: str, component: str, old: str, new: str, number: int = 0) -> Change:
    """Puts other words in the place of some in a component."""

    def change(parts: Parts) -> None:
        found = paragraph(parts, ordinal(kind, component, number))
        for text in found.iter(w("t")):
            if old in (text.text or ""):
                text.text = (text.text or "").replace(old, new)
                return
        said = text_of(found)
        assert old in said, said
        set_text(found, said.replace(old, new))

    return change


def lacks(kind: str, component: str, number: int = 0) -> Change:
    """Takes a component out; a cell that would be empty keeps an empty paragraph."""

    def change(parts: Parts) -> None:
        found = paragraph(parts, ordinal(kind, component, number))
        holder = found.getparent()
        holder.remove(found)
        if holder.tag == w("tc") and holder.find(w("p")) is None:
            etree.SubElement(holder, w("p"))

    return change
