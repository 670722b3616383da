"""Text as the content of a run, and as the value of an attribute: always escaped, exactly once."""

from __future__ import annotations

import re

from r57plans.language.text import forbidden_characters
from r57plans.word.template.told.faults import MisuseError

OPEN = '<w:t xml:space="preserve">'
SPECIAL = re.compile("[&<>\x00-\x1f\u2011\ud800-\udfff\ufffe\uffff]")
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": f"</w:t><w:br/>{OPEN}",
    "\r": f"</w:t><w:cr/>{OPEN}",
    "\t": f"</w:t><w:tab/>{OPEN}",
    "\f": f'</w:t><w:br w:type="page"/>{OPEN}',
    "\u2011": f"</w:t><w:noBreakHyphen/>{OPEN}",
}
_SPECIAL_WRITTEN = re.compile("[&<>\n\r\t\f\u2011]")
_EMPTY = f"{OPEN}</w:t>"
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


def run(said: str, head: str) -> str:
    """A run that prints the text, "" for no text; `head` is its opening with its properties.

    Raises `MisuseError` (`word.control-character`) for what XML cannot hold.
    """
    if not said:
        return ""
    if SPECIAL.search(said) is None:
        return f"{head}{OPEN}{said}</w:t></w:r>"
    check(said.replace("\f", ""))
    written = _SPECIAL_WRITTEN.sub(_escape, said.replace("\r\n", "\n"))
    return f"{head}{OPEN}{written}</w:t></w:r>".replace(_EMPTY, "")


def attribute(said: str) -> str:
    """The text as the value of an attribute. Raises as `run` does."""
    check(said)
    return said.replace("\r\n", "\n").replace("\r", "\n").translate(_IN_ATTRIBUTES)


def check(said: str) -> None:
    """Raise `MisuseError` for a text with characters that XML cannot hold, naming them."""
    forbidden = forbidden_characters(said)
    if forbidden:
        shown = ", ".join(f"U+{ord(c):04X}" for c in forbidden)
        raise MisuseError("word.control-character", shown)


def _escape(match: re.Match[str]) -> str:
    return _WRITTEN[match[0]]
