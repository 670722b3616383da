"""What a tag is: how it looks in Word's text, what it opens or closes, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "statement", "comment"]

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
UNCLOSED = re.compile(r"\{[{%#]")
LIFTS = ("p", "tr", "tc", "r")
CELL_WORDS = ("colspan", "cellbg", "cellwidth")
OPENING = ("if", "for", "with")
MIDDLE = ("elif", "else")
WORDS = (*OPENING, *MIDDLE, "set", *CELL_WORDS)

_LIFTED = re.compile(r"(tr|tc|p|r)(?=\s)")
_KINDS: dict[str, Kind] = {"{{": "value", "{%": "statement", "{#": "comment"}
_WIDE = 60
# Word's autocorrect writes these inside tags; no expression needs them outside a text.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
    | {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2011": "-"}
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as the author sees it; `around` is the shortened text of its paragraph."""

    kind: Kind
    lift: str
    body: str
    text: str
    part: str = ""
    around: str = ""

    @property
    def word(self) -> str:
        """The first word of a statement, such as `for`; "" for other tags."""
        return self.body.partition(" ")[0] if self.kind == "statement" else ""

    @property
    def is_known(self) -> bool:
        """Whether this is no statement, or one that Word templates have."""
        return self.kind != "statement" or self.word.removeprefix("end") in WORDS

    @property
    def argument(self) -> str:
        """What follows the first word of a statement."""
        return self.body.partition(" ")[2].strip()


def plain(text: str) -> str:
    """The text of a tag with straight quotes and simple spaces, as it would be typed."""
    return text.translate(_PLAIN)


def read_tag(text: str, part: str, around: str) -> Tag:
    """The tag that a piece of text, delimiters included, stands for.

    The marks `-` and `+` beside the delimiters, which ask Jinja to trim spaces, are dropped: the
    spaces between Word's elements mean nothing.
    """
    inner = text[2:-2].removeprefix("-").removeprefix("+").removesuffix("-")
    kind = _KINDS[text[:2]]
    found = None if kind == "value" else _LIFTED.match(inner)
    lift = found[1] if found else ""
    body = inner[len(lift) :].strip()
    return Tag(kind, lift, body, shorten(text), part, shorten(around))


def shorten(text: str) -> str:
    """At most 60 characters of a text on one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _WIDE else line[: _WIDE - 1] + "…"
