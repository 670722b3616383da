"""The PDF files of a batch: made where the documents are, by one start of LibreOffice a plan."""

from __future__ import annotations

from typing import NamedTuple

from r57plans.documents import Built
from r57plans.errors import RefusedError
from r57plans.findings import Finding
from r57plans.office import NO_PDFS, pdfs_of


class Finished(NamedTuple):
    """All files of a plan by name, and all that there is to say about them."""

    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]


def finished(built: Built, *, pdf: bool) -> Finished:
    """The documents of a plan, with their PDFs where these are wanted.

    Raises RefusedError where a PDF could not be made: a plan has all of its files or none.
    """
    pdfs = pdfs_of(built.files) if pdf else NO_PDFS
    if pdfs.report.errors:
        raise RefusedError(pdfs.report)
    words = ((file.name, file.data) for file in built.files)
    return Finished(
        (*words, *((file.name, file.data) for file in pdfs.files)), (*built.report, *pdfs.report)
    )
