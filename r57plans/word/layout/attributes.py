"""The values of attributes in WordprocessingML: switches, numbers, lengths."""

from __future__ import annotations

import re

from r57plans.word.xml import Element, w

_OFF = {"0", "false", "off", "none"}
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:\.\d+)?")
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pc": 240.0, "": 1.0}
_LENGTH = re.compile(r"([-+]?\d{1,9}(?:\.\d+)?)(pt|in|cm|mm|pc|pi|)")


def value(element: Element | None, name: str = "val") -> str | None:
    """The text of an attribute in Word's namespace; None where there is none."""
    return None if element is None else element.get(w(name))


def switch(holder: Element | None, name: str) -> bool | None:
    """Whether the property `w:name` of a holder is on; None where it is not said."""
    found = None if holder is None else holder.find(w(name))
    if found is None:
        return None
    return found.get(w("val"), "1").lower() not in _OFF


def number(text: str | None) -> float | None:
    """A plain number; None for anything else."""
    return float(text) if text is not None and _NUMBER.fullmatch(text.strip()) else None


def twips(text: str | None) -> float | None:
    """A length in twips, written as a number or with a unit (`12pt`); None for anything else."""
    found = _LENGTH.fullmatch((text or "").strip().lower().replace("pi", "pc"))
    return float(found[1]) * _TWIPS[found[2]] if found else None


def whole(text: str | None, default: int = 0) -> int:
    """A whole number, `default` where the text is none."""
    found = number(text)
    return default if found is None else int(found)
