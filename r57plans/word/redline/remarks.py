"""Comments beside what changed: which rule says so, and where a moved row came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from r57plans.findings import Language, Message
from r57plans.word.comments import Comments, anchor, anchor_at_beginning
from r57plans.word.xml import Element, w

_PARAGRAPH, _CONTROL = w("p"), w("sdt")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to write: its paragraphs, and what it stands beside.

    `tag` is that of a content control such as `r57:task/1.1.1/deadline`, `bookmark` the beginning
    of a name such as `_r57_tasks_1_1_1`; the first control within the first such bookmark is
    meant, else what has one of both. With neither, it stands at the beginning.
    """

    paragraphs: tuple[str, ...]
    tag: str = ""
    bookmark: str = ""


def add_remarks(body: Element, remarks: Iterable[Remark], comments: Comments) -> None:
    """Write the comments into the document and their part."""
    places = _Places(body)
    for remark in remarks:
        place = places.find(remark)
        number = comments.add(*remark.paragraphs)
        if place is None:
            anchor_at_beginning(body, number)
        else:
            anchor(place, place, number)


class _Places:
    """Where comments may stand, looked up once for all."""

    def __init__(self, body: Element) -> None:
        self._controls: dict[str, list[Element]] = {}
        for tag in body.iter(w("tag")):
            control = _holder(tag, _CONTROL)
            if control is not None:
                self._controls.setdefault(tag.get(w("val"), ""), []).append(control)
        self._paragraphs: dict[str, Element] = {}
        for mark in body.iter(w("bookmarkStart")):
            paragraph = _holder(mark, _PARAGRAPH)
            if paragraph is not None:
                self._paragraphs.setdefault(mark.get(w("name"), ""), paragraph)

    def find(self, remark: Remark) -> Element | None:
        """A control that stands in a paragraph, or a paragraph; None where there is neither."""
        row = self._paragraphs.get(remark.bookmark)
        controls = [c for c in self._controls.get(remark.tag, ()) if _is_inline(c)]
        within = _holder(row, w("tr")) if row is not None else None
        near = [c for c in controls if within is not None and within in c.iterancestors()]
        found = (*near, *controls, *([row] if row is not None else []))
        return found[0] if found else None


def _holder(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _is_inline(control: Element) -> bool:
    parent = control.getparent()
    return parent is not None and parent.tag == _PARAGRAPH


def moved(froms: Mapping[str, str], languages: Sequence[Language]) -> Iterable[Remark]:
    """A remark for each row or paragraph that stands elsewhere now: by its bookmark, the number
    that it had, "" for none."""
    for name, before in froms.items():
        said = Message("Đã chuyển vị trí.", "Moved.")
        if before:
            said = Message(
                f"Đã chuyển vị trí; số thứ tự ở bản cũ: {before}.",
                f"Moved; its number in the old version: {before}.",
            )
        yield Remark(tuple(map(said.say, languages)), bookmark=name)
