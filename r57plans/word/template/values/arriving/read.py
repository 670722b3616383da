"""A Word file read as a sub-document: its body, notes, styles and lists as patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from r57plans.word.clean_marks import bookmarks_used, drop_bookmarks
from r57plans.word.package import main_part, read_package
from r57plans.word.relations import read_relations
from r57plans.word.template.values.arriving.clean import cleaned, end_sections
from r57plans.word.template.values.arriving.fields import join_instructions, rename_in_fields
from r57plans.word.template.values.arriving.lists import ArrivingList, Lists, mark_lists
from r57plans.word.template.values.arriving.pattern import Pattern, Slots
from r57plans.word.template.values.arriving.references import Brought, mark_references
from r57plans.word.template.values.arriving.sheet import ArrivingStyle, Sheet, mark_styles
from r57plans.word.template.values.host.parts import PartTree
from r57plans.word.xml import NS, Element, parse_part, qname, remove, w

NOTES = ("footnote", "endnote")
_NOTHING = f'<w:nothing xmlns:w="{NS["w"]}"/>'.encode()


@dataclass(frozen=True, slots=True, eq=False)
class Arriving:
    """A sub-document ready to be copied: `notes` by kind and id, all else by the id it had.

    `bookmarks` has the names as they were written, by the same in lower case.
    """

    blocks: Pattern
    notes: Mapping[tuple[str, str], Pattern]
    bookmarks: Mapping[str, str]
    styles: Mapping[str, ArrivingStyle]
    lists: Mapping[str, ArrivingList]
    abstracts: Mapping[str, Pattern]
    pictures: Mapping[str, PartTree]
    charts: Mapping[str, tuple[str, PartTree]]


def read_arriving(data: bytes, file: str) -> Arriving:
    """The Word file as a sub-document.

    Raises `WordFileError` for what is no sound Word file, and `MisuseError` for what holds
    something that cannot be taken over.
    """
    parts = read_package(data, file)
    main = main_part(parts, file)
    targets = {r.kind: r.target for r in read_relations(parts, main, file) if not r.external}
    document = _root(parts, main, file)
    notes = {targets[f"{k}s"]: _root(parts, targets[f"{k}s"], file)
             for k in NOTES if targets.get(f"{k}s") in parts}  # fmt: skip
    styles = _root(parts, targets.get("styles", ""), file)
    numbering = _root(parts, targets.get("numbering", ""), file)
    texts = {main: document, **notes}
    bookmarks = _tidy(texts.values())
    slots = Slots([*texts.values(), styles, numbering])
    sheet, lists, brought = Sheet(styles), Lists(numbering), Brought(parts, file)
    for part, root in texts.items():
        lists.settle(root, sheet)
        mark_references(root, part, slots, brought)
    arriving_notes = _mark_notes(document, notes.values(), slots)
    _mark_numbers(texts.values(), bookmarks, slots)
    used = mark_styles(texts.values(), sheet, slots)
    numbers = mark_lists(texts.values(), slots)
    made = sheet.patterns([*sorted(used), *lists.styles()], slots)
    arriving_lists, abstracts = lists.patterns(numbers | sheet.numbers(made), sheet, slots)
    return Arriving(
        slots.pattern(document.iterfind(f"{w('body')}/*")),
        {key: slots.pattern([note]) for key, note in arriving_notes.items()},
        bookmarks,
        made,
        arriving_lists,
        abstracts,
        brought.pictures,
        brought.charts,
    )


def _root(parts: Mapping[str, bytes], name: str, file: str) -> Element:
    """The cleaned root of a part; an empty one where there is none."""
    return cleaned(parse_part(parts.get(name, _NOTHING), name, file))


def _tidy(roots: Iterable[Element]) -> dict[str, str]:
    """Take out what ends sections and bookmarks that nothing refers to; the others' names."""
    used = set[str]().union(*map(bookmarks_used, roots))
    names: dict[str, str] = {}
    for root in roots:
        end_sections(root)
        join_instructions(root)
        drop_bookmarks(root, used)
        for start in root.iter(w("bookmarkStart")):
            name = start.get(w("name"), "")
            names.setdefault(name.lower(), name)
    return names


def _mark_notes(
    document: Element, roots: Iterable[Element], slots: Slots
) -> dict[tuple[str, str], Element]:
    """The notes that the document refers to, by kind and id."""
    known = {
        (etree.QName(note).localname, note.get(w("id"), "")): note
        for root in roots
        for note in root
        if note.get(w("type"), "normal") == "normal"
    }
    found: dict[tuple[str, str], Element] = {}
    for kind in NOTES:
        for reference in list(document.iter(w(f"{kind}Reference"))):
            key = (kind, reference.get(w("id"), ""))
            if key not in known:
                remove(reference)
                continue
            found[key] = known[key]
            reference.set(w("id"), slots.mark(*key))
    for note in found.values():
        note.set(w("id"), slots.mark("own-id"))
    return found


def _mark_numbers(roots: Iterable[Element], bookmarks: Mapping[str, str], slots: Slots) -> None:
    """Put slots for the numbers of drawings and bookmarks, and for the bookmarks' names."""

    def renamed(name: str) -> str:
        return slots.mark("bookmark", name.lower()) if name.lower() in bookmarks else name

    for root in roots:
        for drawing in root.iter(qname("wp", "docPr")):
            drawing.set("id", slots.mark("drawing"))
        _mark_shapes(root, slots)
        for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
            mark.set(w("id"), slots.mark("bookmark-id", mark.get(w("id"), "")))
        for start in root.iter(w("bookmarkStart")):
            start.set(w("name"), slots.mark("bookmark", start.get(w("name"), "").lower()))
        for link in root.iter(w("hyperlink")):
            if w("anchor") in link.attrib:
                link.set(w("anchor"), renamed(link.get(w("anchor"), "")))
        rename_in_fields(root, renamed)


def _mark_shapes(root: Element, slots: Slots) -> None:
    """Put slots for the names by which old drawings know their shapes and kinds of shapes."""
    for shape in root.iter(f"{{{NS['v']}}}*"):
        for key, sign in (("id", ""), ("type", "#")):
            name = shape.get(key, "").removeprefix(sign)
            if name:
                shape.set(key, sign + slots.mark("shape", name))
