"""How much of a Word file is marked: words, paragraphs, rows, formats."""

from __future__ import annotations

from typing import NamedTuple

from r57plans.findings import Message
from r57plans.word.package import open_package
from r57plans.word.redline.stories import Stories
from r57plans.word.revisions import changes_in
from r57plans.word.xml import Element, w

_INSERTED, _DELETED = w("ins"), w("del")
_ROW, _LOOK = w("trPr"), w("rPr")


class Marks(NamedTuple):
    """Words inserted and deleted, rows of either kind, changed formats, and all tracked changes,
    also those of a space or a picture."""

    inserted: int
    deleted: int
    rows: int
    formats: int
    changes: int

    def message(self) -> Message:
        """The counts as one line."""
        if not self.changes:
            return Message(
                "Không có chỗ nào để đánh dấu: lời văn hai bản như nhau.",
                "Nothing is marked: both have the same text.",
            )
        vi, en = f"; định dạng: {self.formats}", f"; formats: {self.formats}"
        return Message(
            f"Đánh dấu: thêm {self.inserted} từ, bỏ {self.deleted} từ, {self.rows} hàng"
            f"{vi if self.formats else ''}.",
            f"Marked words: {self.inserted} inserted, {self.deleted} deleted; rows: {self.rows}"
            f"{en if self.formats else ''}.",
        )


def marks_of(data: bytes) -> Marks:
    """What is marked in a Word file: its body, headers, footers and notes."""
    trees = Stories(open_package(data)).all_trees().values()
    words = dict.fromkeys((_INSERTED, _DELETED), 0)
    rows = formats = changes = 0
    for tree in trees:
        for mark in tree.iter(_INSERTED, _DELETED):
            parent = mark.getparent()
            rows += parent is not None and parent.tag == _ROW
            words[str(mark.tag)] += _words(mark)
        formats += sum(1 for _ in tree.iter(w("rPrChange"), w("pPrChange")))
        changes += sum(1 for _ in changes_in(tree))
    return Marks(words[_INSERTED], words[_DELETED], rows, formats, changes)


def _words(mark: Element) -> int:
    text = "".join(part.text or "" for part in mark.iter(w("t"), w("delText")))
    return len(text.split())
