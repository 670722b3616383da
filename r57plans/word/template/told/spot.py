"""A place in a template as its author sees it in Word, and how it is said."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from r57plans.findings import Language, Message, Place
from r57plans.language.text import capital_first

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
    """Where in a template something stands. Numbers count from 1; 0 outside a table.

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


def lead(tag: str, spot: Spot) -> Message:
    """How a message about a tag begins; about the paragraph or cell itself where `tag` is ""."""
    if not tag:
        return Message(*(f"{capital_first(words)}: " for words in spot.words()))
    near, around = spot.near(tag), spot.around
    heads = ("Thẻ", "Tag")
    return Message(
        *(
            f"{head} {tag}{', ' + n if n else ''} ({a}): "
            for head, n, a in zip(heads, near, around, strict=True)
        )
    )


@dataclass(frozen=True, slots=True)
class TemplatePlace(Place):
    """A place in a template's file: `path` is the part, `tag` the tag's text.

    `number` counts the tags of the part from 0, `paragraph` its paragraphs; -1 for neither.
    `start` and `end` are the first character of the paragraph's text that is meant, and the one
    after the last.
    """

    tag: str = ""
    spot: Spot | None = None
    number: int = -1
    paragraph: int = -1
    start: int = 0
    end: int = 0

    @property
    def lead(self) -> Message:
        """How a message about this place begins; "" where the place is the whole file."""
        return lead(self.tag, self.spot) if self.spot else Message("", "")

    def words(self, language: Language) -> str:
        """The place in words: `table 2, row 3, cell 4 (under “II. Tasks”, body)`."""
        return self.spot.words(self.tag).say(language) if self.spot else ""

    def fields(self, language: Language) -> dict[str, str | int]:
        """The place as machines read it."""
        fields = Place.fields(self, language)  # `super()` fails in a class with slots
        if self.spot is None:
            return fields
        spot = self.spot
        return {
            **fields,
            "tag": self.tag,
            "region": spot.region.say(language),
            "heading": spot.heading,
            "table": spot.table,
            "row": spot.row,
            "cell": spot.cell,
            "text": spot.text,
        }
