"""What a person can do with tracked changes: accept all of them, or reject all."""

from __future__ import annotations

from r57plans.word.layout.reading import read_document
from r57plans.word.package import open_package
from r57plans.word.redline import accept as accepted
from r57plans.word.redline import reject as rejected

__all__ = ["accepted", "rejected", "shown"]


def shown(data: bytes) -> list[tuple[object, ...]]:
    """What is shown of a document: each paragraph's look, and the look of each of its letters."""
    return [
        (p.look, p.mark, [(c, run.look) for run in p.runs for c in run.text])
        for p in read_document(open_package(data)).paragraphs
    ]
