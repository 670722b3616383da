"""What a tag is: how it looks in Word's text, what it opens or closes, and where it stands."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["value", "statement", "comment"]

UNCLOSED = re.compile(r"\{[{%#]")
SETTINGS = ("colspan", "cellbg", "cellwidth")
MERGES = ("vm", "hm")
RESTART = "restart"
CAPTURES = ("set", "macro", "call", "filter")
OPENING = ("if", "for", "with", *CAPTURES)
MIDDLE = ("elif", "else")
PLAIN = ("import", "from")
IN_CELL = (*SETTINGS, *MERGES)
WORDS = (*OPENING, *MIDDLE, *PLAIN, *IN_CELL, RESTART)

_KNOWN = frozenset((*WORDS, *(f"end{word}" for word in OPENING)))
_PREFIXES = ("", "p", "tr", "tc", "r")
_LIFTED = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
# After a name that only looks like a prefix stands an operator: `{{p | upper}}` prints `p`.
_OPERATOR = re.compile(r"[|.+*/~%<>=!,)\]-]|(?:in|is|if|and|or|not|else)\s")
_WORD = re.compile(r"\w+")
_SET_VALUE = re.compile(r"set\s+[^=|]*=(?!=)")
_KINDS: dict[str, Kind] = {"{{": "value", "{%": "statement", "{#": "comment"}
_WIDE = 60
_LOOKED_AT = 1000  # characters: more than sixty words of a text take, with their spaces
# Word's autocorrect writes these inside tags; no expression needs them outside a text.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
    | {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2011": "-"}
)
ESCAPED = re.compile(r"\{_(?=[{%])|(?<=[}%])_\}")
_BRACES = {"{_": "{", "_}": "}"}


class Tag(NamedTuple):
    """One tag as the author sees it; `around` is the shortened text of its paragraph.

    `word` is the first of a statement, such as `for`; "" for other tags. `number` counts the tags
    of a part from 0, in the order in which they are read; -1 for what no author wrote.
    `joins_before` and `joins_after` say whether a `-` stands beside a delimiter.
    """

    kind: Kind
    lift: str
    body: str
    text: str
    part: str = ""
    around: str = ""
    number: int = -1
    word: str = ""
    joins_before: bool = False
    joins_after: bool = False

    @property
    def is_known(self) -> bool:
        """Whether this is no statement, or one that Word templates have."""
        return self.kind != "statement" or self.word in _KNOWN

    @property
    def argument(self) -> str:
        """What follows the first word of a statement."""
        return self.body[len(self.word) :].strip()


NO_TAG = Tag("value", "", "", "")  # of what no author wrote


def gives_value(statement: str) -> bool:
    """Whether a `set` gives a value itself, instead of opening a block that does."""
    return _SET_VALUE.match(statement) is not None


def plain(text: str) -> str:
    """The text of a tag with straight quotes and simple spaces, as it would be typed."""
    return text.translate(_PLAIN)


def unescaped(text: str) -> str:
    """The template's own text with `{_{` and `%_}` as the braces that they stand for."""
    return ESCAPED.sub(lambda match: _BRACES[match[0]], text)


def read_tag(text: str, part: str, around: str | None, number: int = -1) -> Tag:
    """The tag that a piece of text, delimiters included, stands for.

    `around` is the text of its paragraph, shortened already; None when that is the tag alone.
    """
    said = shorten(text)
    if around is None:
        around = said
    inner = text[2:-2]
    kind = _KINDS[text[:2]]
    prefix, _, body = inner.rstrip().partition(" ")
    if inner[-1:] == " " and prefix in _PREFIXES and body[:1].isalpha():
        # As nearly every tag is written; all that follows is for the others.
        word = body.partition(" ")[0]
        if kind == "value" and not prefix:
            return Tag(kind, "", body, said, part, around, number)
        if kind == "statement" and word.isidentifier():
            return Tag(kind, prefix, body, said, part, around, number, word)
    before, after = inner[:1] == "-", inner[-1:] == "-"
    if before or after or inner[:1] == "+":
        inner = inner.removeprefix("-").removeprefix("+").removesuffix("-")
    found = _LIFTED.match(inner)
    if found and kind == "value" and _OPERATOR.match(inner, found.end()):
        found = None
    body = (inner[found.end() :] if found else inner).strip()
    lift = found[1] if found else ""
    if kind != "statement":
        return Tag(kind, lift, body, said, part, around, number)
    first = _WORD.match(body)
    word = first[0] if first else ""
    return Tag(kind, lift, body, said, part, around, number, word, before, after)


def shorten(text: str) -> str:
    """At most 60 characters of a text on one line, for a message."""
    if len(text) <= _WIDE and "  " not in text and text.isprintable() and text == text.strip(" "):
        return text
    # The beginning is enough: a paragraph of ten thousand tags is shortened for each of them.
    line = " ".join(text[:_LOOKED_AT].split())
    if len(line) <= _WIDE and len(text) <= _LOOKED_AT:
        return line
    return line[: _WIDE - 1] + "…"
