"""Where the tags of a template stand, in terms of what the author sees in Word.

Nothing here runs while a template is compiled or rendered without a fault.
"""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Message
from r57plans.word.package import main_part, read_package
from r57plans.word.relations import read_relations
from r57plans.word.spot import BODY, Spot, region_of
from r57plans.word.template.passes.join import paragraphs_with_tags
from r57plans.word.template.passes.prepare import prepare
from r57plans.word.template.passes.spans import tag_spans, without_tags
from r57plans.word.template.passes.tags import shorten
from r57plans.word.template.told.styles import Styles
from r57plans.word.text import text_of
from r57plans.word.xml import Element, parse_part, qname, w

_LONGEST_HEADING = 120  # letters of a bold paragraph that may be a heading
_KINDS = {
    "first": Message(vi=" của trang đầu", en=" of the first page"),
    "even": Message(vi=" của trang chẵn", en=" of even pages"),
}
_NOTES = {
    w("footnote"): Message(vi="chú thích cuối trang", en="footnote"),
    w("endnote"): Message(vi="chú thích cuối văn bản", en="endnote"),
    w("comment"): Message(vi="ghi chú", en="comment"),
}
_NAMES = {
    "title": Message(vi="tiêu đề", en="title"),
    "subject": Message(vi="chủ đề", en="subject"),
    "creator": Message(vi="tác giả", en="author"),
    "keywords": Message(vi="từ khóa", en="keywords"),
    "description": Message(vi="ghi chú", en="comments"),
    "category": Message(vi="loại", en="category"),
}
_BOX = w("txbxContent")


def spot_of(data: bytes, part: str, number: int) -> Spot | None:
    """Where the tag of a number stands in a part of the template's file; None for no such tag.

    Tags are counted from 0 as the engine finds them: paragraph by paragraph, in each from left to
    right. Raises `WordFileError` when the file cannot be read.
    """
    found = spots(read_package(data), part)
    return found[number] if 0 <= number < len(found) else None


def spots(parts: Mapping[str, bytes], part: str) -> list[Spot]:
    """Where each tag of a part stands, in the order of the tags; none when there is no such part.

    `parts` are those of the template as it was read.
    """
    if part not in parts:
        return []
    root = prepare(parse_part(parts[part], part))
    places = Places(parts, part, root)
    if part.startswith("docProps/"):
        return [places.at(e, e.text or "") for e in root.iter("*") for _ in _tags(e.text or "")]
    found = paragraphs_with_tags(root)
    return [places.at(words.paragraph, words.said) for words in found for _ in _tags(words.said)]


def _tags(text: str) -> list[tuple[int, int]]:
    return list(tag_spans(text))


class Places:
    """The places of one part: `root` is its prepared tree, whose elements are then asked for."""

    def __init__(self, parts: Mapping[str, bytes], part: str, root: Element) -> None:
        self.region = _region(parts, part)
        self._tables = {table: n for n, table in enumerate(root.iter(w("tbl")), 1)}
        self._notes = _note_numbers(parts, root)
        is_body = root.find(w("body")) is not None
        self._headings = _headings(root, Styles(parts)) if is_body else {}

    def at(self, element: Element, text: str = "") -> Spot:
        """Where an element stands; for a paragraph, `text` is what it says."""
        paragraph = _self_or_outer(element, w("p"))
        heading = self._headings.get(paragraph, "") if paragraph is not None else ""
        table, row, cell = self._cell(element)
        return Spot(self._region_at(element), heading, table, row, cell, shorten(text))

    def _cell(self, element: Element) -> tuple[int, int, int]:
        cell = _self_or_outer(element, w("tc"))
        row = _self_or_outer(element, w("tr"))
        table = None if row is None else _self_or_outer(row, w("tbl"))
        if table is None or row is None:
            return 0, 0, 0
        rows = _position(row, table, w("tbl"))
        return self._tables.get(table, 0), rows, _position(cell, row, w("tr"))

    def _region_at(self, element: Element) -> Message:
        region = self.region
        for outer in element.iterancestors():
            if outer in self._notes:
                region = self._notes[outer]
        if element.tag != w("p") and not _in_word(element):
            return _property(element)
        if next(element.iterancestors(_BOX), None) is not None:
            return Message(f"hộp văn bản, {region.vi}", f"text box, {region.en}")
        return region


def _in_word(element: Element) -> bool:
    return str(element.getroottree().getroot().tag).startswith(w(""))


def _property(element: Element) -> Message:
    local = str(element.tag).rpartition("}")[2]
    if local in ("lpwstr", "lpstr"):
        outer = element.getparent()
        local = (outer.get("name") if outer is not None else "") or local
    name = _NAMES.get(local, Message(local, local))
    return Message(f"thuộc tính «{name.vi}» của tệp", f"property “{name.en}” of the file")


def _self_or_outer(element: Element, name: str) -> Element | None:
    return element if element.tag == name else next(element.iterancestors(name), None)


def _position(child: Element | None, parent: Element, boundary: str) -> int:
    """Which of its like a row or cell is in its table or row, counted from 1; controls count not.

    A table inside a cell counts its own.
    """
    if child is None:
        return 0
    like = (e for e in parent.iter(child.tag) if next(e.iterancestors(boundary), None) is parent)
    return next((n for n, found in enumerate(like, 1) if found is child), 0)


def _headings(root: Element, styles: Styles) -> dict[Element, str]:
    """The nearest heading before each paragraph, "" for those before the first."""
    paragraphs = list(root.iter(w("p")))
    kept = {p for p in paragraphs if styles.is_heading(p) and _heading_text(p)}
    if not kept:
        kept = {p for p in paragraphs if _is_title(p, styles)}
    found: dict[Element, str] = {}
    heading = ""
    for paragraph in paragraphs:
        found[paragraph] = heading
        if paragraph in kept:
            heading = shorten(_heading_text(paragraph))
    return found


def _is_title(paragraph: Element, styles: Styles) -> bool:
    """Whether a paragraph looks like a heading where no style says so: short, bold, in no cell."""
    if next(paragraph.iterancestors(w("tc"), _BOX), None) is not None:
        return False
    return 0 < len(_heading_text(paragraph)) <= _LONGEST_HEADING and styles.is_bold(paragraph)


def _heading_text(paragraph: Element) -> str:
    said = text_of(paragraph)
    return without_tags(said, kept="{{").strip()


def _region(parts: Mapping[str, bytes], part: str) -> Message:
    named = region_of(part)
    main = main_part(parts)
    if part == main:
        return BODY
    ids = {relation.id for relation in read_relations(parts, main) if relation.target == part}
    sections = list(parse_part(parts[main], main).iter(w("sectPr"))) if ids else []
    for number, section in enumerate(sections, 1):
        for reference in section.iter(w("headerReference"), w("footerReference")):
            if reference.get(qname("r", "id")) in ids:
                kind = _KINDS.get(reference.get(w("type"), ""), Message("", ""))
                return _of_section(named, kind, number if len(sections) > 1 else 0)
    return named


def _of_section(named: Message, kind: Message, number: int) -> Message:
    section = Message(f", phần {number}", f", section {number}") if number else Message("", "")
    return Message(named.vi + kind.vi + section.vi, named.en + kind.en + section.en)


def _note_numbers(parts: Mapping[str, bytes], root: Element) -> dict[Element, Message]:
    """The notes and comments of a part, each with its number as the author sees it."""
    notes = [note for note in root.iter(*_NOTES) if not note.get(w("type"))]
    if not notes:
        return {}
    main = main_part(parts)
    local = str(notes[0].tag).rpartition("}")[2]
    references = parse_part(parts[main], main).iter(w(f"{local}Reference"))
    order = [reference.get(w("id")) for reference in references]
    numbers = {key: number for number, key in enumerate(order, 1)}
    found = {}
    for position, note in enumerate(notes, 1):
        number = numbers.get(note.get(w("id")), position)
        name = _NOTES[str(note.tag)]
        found[note] = Message(f"{name.vi} {number}", f"{name.en} {number}")
    return found
