"""The words that a template may use: statements, filters, tests, names that are always there."""

from __future__ import annotations

from r57plans.word.template.run.globals import GLOBALS as _GLOBALS
from r57plans.word.template.sandbox.filters import FILTERS as _FILTERS
from r57plans.word.template.sandbox.filters import TESTS as _TESTS

OPENING = ("if", "for", "with", "filter", "macro", "call")
MIDDLE = ("elif", "else")
CLOSING = (*(f"end{word}" for word in OPENING), "endset")
CELL_SETTINGS = ("colspan", "cellbg", "cellwidth")
CELL_MERGES = ("vm", "hm")
BARE = (*CELL_MERGES, "restart")
WORDS = (*OPENING, *MIDDLE, *CLOSING, "set", "import", "from", *CELL_SETTINGS, *BARE)

# What prints nothing but makes no place of its own in the text either.
SILENT = (*CELL_SETTINGS, *BARE)

FILTERS = tuple(sorted(_FILTERS))
# The signs that are tests too, such as `==`, come last: none is what an author forgot.
TESTS = tuple(sorted(_TESTS, key=lambda name: (not name.isidentifier(), name)))
GLOBALS = tuple(_GLOBALS)
