"""On which page of a PDF each named destination stands.

Only what LibreOffice writes is read: its page tree has one level, and neither the tree nor the
destinations are compressed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from r57plans.word.faults import fault
from r57plans.word.pages.copying import Mark

_TREE = re.compile(rb"/Type\s*/Pages\b[^>]{0,2000}?/Kids\s*\[([\d\sR]*)\]")
_PAGE = re.compile(rb"(\d+)\s+0\s+R")
_PLACE = rb"/%s\s*\[\s*(\d+)\s+0\s+R\s*/XYZ\b"


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages there are, and on which each mark stands, by its name; from 1."""

    count: int
    of: Mapping[str, int]


def pages_of(pdf: bytes, marks: Sequence[Mark], file: str = "") -> Pages:
    """The pages of marks in a PDF. Raises `WordFileError` (`pages.unseen`) where one is missing."""
    tree = _TREE.search(pdf)
    order = [] if tree is None else _PAGE.findall(tree[1])
    found = {}
    for mark in marks:
        place = re.search(_PLACE % re.escape(mark.name.encode()), pdf)
        if place is None or place[1] not in order:
            raise fault("pages.unseen", file)
        found[mark.name] = order.index(place[1]) + 1
    return Pages(len(order), found)
