"""Where a file's text really stands once it is laid out: on which page, by LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from r57plans.office import SECONDS, converted
from r57plans.word.faults import fault
from r57plans.word.pages.copying import Mark, marked_copy
from r57plans.word.pages.destinations import Pages, pages_of

__all__ = ["SECONDS", "Mark", "Pages", "lay_out"]


def lay_out(
    data: bytes, marks: Sequence[Mark], program: Path, seconds: float = SECONDS, name: str = ""
) -> Pages:
    """The number of pages of a Word file, and the page of each mark.

    `program` is LibreOffice's `soffice`, which gets a copy that can fetch nothing, a profile of
    its own, and `seconds` to do it. Raises `WordFileError`: as reading does, `pages.late` when
    the time is over, `pages.failed` when nothing came of it, `pages.unseen` when the result does
    not say where the marks are.
    """
    copy = marked_copy(data, marks, name)
    made = converted([copy], program, seconds, ExportBookmarksToPDFDestination=True)
    if made.lost:
        raise fault(f"pages.{made.lost[0]}", name, seconds=f"{seconds:g}")
    return pages_of(made.pdfs[0], marks, name)
