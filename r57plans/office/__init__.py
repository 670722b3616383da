"""LibreOffice as a program of its own: where it is, and the PDF files that it makes."""

from __future__ import annotations

from r57plans.office.converting import SECONDS, Converted, converted
from r57plans.office.fonts import Serif, serif
from r57plans.office.pdf import NO_PDFS, Pdf, Pdfs, pdf_program, pdfs_of
from r57plans.office.program import NO_OFFICE, find_office, version_of

__all__ = [
    "NO_OFFICE",
    "NO_PDFS",
    "SECONDS",
    "Converted",
    "Pdf",
    "Pdfs",
    "Serif",
    "converted",
    "find_office",
    "pdf_program",
    "pdfs_of",
    "serif",
    "version_of",
]
