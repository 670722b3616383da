"""A place in a template as its author sees it in Word, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Language, Message, Place
from r57plans.language.text import capital_first
from r57plans.word.spot import Spot


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
