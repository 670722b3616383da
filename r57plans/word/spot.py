"""A place in a Word file as people see it, in words: the part, the heading, the table's cell."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from r57plans.findings import Message

BODY = Message(vi="thân văn bản", en="body")
_BY_NAME = {
    "document": BODY,
    "header": Message(vi="đầu trang", en="header"),
    "footer": Message(vi="chân trang", en="footer"),
    "footnotes": Message(vi="chú thích cuối trang", en="footnotes"),
    "endnotes": Message(vi="chú thích cuối văn bản", en="endnotes"),
    "comments": Message(vi="ghi chú", en="comments"),
}
_PROPERTIES = Message(vi="thuộc tính của tệp", en="properties of the file")
_NUMBER = re.compile(r"\d*\.xml$")


def region_of(part: str) -> Message:
    """A part in words, from its name alone; the name itself where it says nothing to an author."""
    if part.startswith("docProps/"):
        return _PROPERTIES
    return _BY_NAME.get(
        _NUMBER.sub("", posixpath.basename(part)), Message(f"thành phần {part}", f"part {part}")
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file something stands. Numbers count from 1; 0 outside a table.

    `region` is the part in words, `heading` the nearest one before it, `table` the table's number
    in the part, `text` the shortened text of the paragraph.
    """

    region: Message
    heading: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    text: str = ""

    def words(self, tag: str = "") -> Message:
        """The place in words, without the paragraph's text when that is the tag alone."""
        near, around = self.near(tag), self.around
        return Message(*(f"{n} ({a})" if n else a for n, a in zip(near, around, strict=True)))

    def near(self, tag: str = "") -> Message:
        """The cell, or the paragraph where it stands in no table; "" when it is the tag alone."""
        if self.table:
            t, r, c = self.table, self.row, self.cell
            return Message(f"bảng {t}, hàng {r}, ô {c}", f"table {t}, row {r}, cell {c}")
        if not self.text or self.text == tag:
            return Message("", "")
        return Message(f"đoạn «{self.text}»", f"paragraph “{self.text}”")

    @property
    def around(self) -> Message:
        """The heading and the part."""
        if not self.heading:
            return self.region
        return Message(
            f"mục «{self.heading}», {self.region.vi}", f"under “{self.heading}”, {self.region.en}"
        )
