"""What runs say: their text, and the signs that elements stand for between it."""

from __future__ import annotations

from r57plans.word.xml import Element, w

_TEXT = w("t")
_HYPHEN = w("noBreakHyphen")

SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", _HYPHEN: "\u2011"}
"""By element the sign as it is typed: a tab, a line break, a hyphen that must not break."""
SIGNS_IN_LINE = {w("tab"): " ", w("br"): " ", w("cr"): " ", _HYPHEN: "-"}
"""By element the sign as it is read in one line."""


def text_of(element: Element) -> str:
    """The text of all runs below as one, without signs."""
    return "".join([part.text or "" for part in element.iter(_TEXT)])
