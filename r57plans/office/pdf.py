"""The PDF files of Word files, and what there is to say about them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from r57plans.errors import RefusedError
from r57plans.files import write_files
from r57plans.findings import Finding, Message, Place, Report
from r57plans.office.converting import SECONDS, Reason, converted
from r57plans.office.fonts import Serif, serif
from r57plans.office.program import NO_OFFICE, find_office

# What differs from run to run: when it was made, and two numbers that LibreOffice takes from that.
_DATES = re.compile(
    rb"/(?:CreationDate|ModDate) ?\(D:[^)]{0,40}\)"
    rb"|<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]{0,40}</xmp:\1>"
)
_NUMBERS = re.compile(rb"(/ID ?\[\s*<|>\s*<|/DocChecksum ?/)[0-9A-F]{32}")
_SHOWN = 12  # letters that a font lacks


class WordFile(Protocol):
    """A Word file in memory, such as `build` gives."""

    @property
    def name(self) -> str:
        """Its name, with `.docx`."""

    @property
    def data(self) -> bytes:
        """What it holds."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Pdfs:
    """The PDF files that were made; an error in the report for each one that was not."""

    files: tuple[Pdf, ...]
    report: Report

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Writes all files, each whole or none at all; OSError where that cannot be."""
        return write_files({folder / file.name: file.data for file in self.files})


NO_PDFS = Pdfs((), Report())
"""Where none are wanted."""


def pdfs_of(
    files: Iterable[WordFile], *, program: Path | None = None, seconds: float = SECONDS
) -> Pdfs:
    """The PDF of each Word file, `a.pdf` of `a.docx`, by one start of LibreOffice for all.

    `program` is its `soffice`, found by itself unless given; `seconds` is how long it may take for
    one file. A file that it cannot convert is told and the others are made. The same files give
    the same bytes on the same machine: no date is kept.

    Raises RefusedError (`pdf.no-office`) where LibreOffice is not installed.
    """
    program, given = program or pdf_program(), tuple(files)
    made = converted(
        [file.data for file in given], program, seconds, ExportFormFields=False, UseTaggedPDF=True
    )
    pdfs = (Pdf(pdf_name(given[n].name), _dateless(data)) for n, data in made.pdfs.items())
    lost = (_lost(given[n].name, reason, seconds) for n, reason in sorted(made.lost.items()))
    return Pdfs(tuple(pdfs), Report((*lost, *_lacking(serif() if given else None))))


def pdf_program() -> Path:
    """LibreOffice; raises RefusedError (`pdf.no-office`) where it is not installed."""
    program = find_office()
    if program is None:
        raise RefusedError(Report((NO_OFFICE,)))
    return program


def pdf_name(name: str) -> str:
    """`cao-bang-action-plan.vi.pdf` for `cao-bang-action-plan.vi.docx`."""
    return name.removesuffix(".docx") + ".pdf"


def _dateless(pdf: bytes) -> bytes:
    """The PDF without dates, its numbers taken from what it holds; nothing in it moves."""
    pdf = _DATES.sub(lambda found: b" " * len(found[0]), pdf)
    pdf = _NUMBERS.sub(lambda found: found[1] + b"0" * 32, pdf)
    number = hashlib.sha256(pdf).hexdigest()[:32].upper().encode()
    return _NUMBERS.sub(lambda found: found[1] + number, pdf)


def _lost(file: str, reason: Reason, seconds: float) -> Finding:
    message, hint = _LOST[reason]
    said = Message(
        message.vi.format(file=file, seconds=f"{seconds:g}"),
        message.en.format(file=file, seconds=f"{seconds:g}"),
    )
    return Finding(f"pdf.{reason}", "error", said, hint, Place(file))


_LOST: dict[Reason, tuple[Message, Message]] = {
    "failed": (
        Message(
            "LibreOffice không tạo được PDF của {file}.",
            "LibreOffice could not make the PDF of {file}.",
        ),
        Message(
            "Mở thử tệp Word này bằng LibreOffice rồi xuất PDF, hoặc xem: r57plans doctor.",
            "Try to open the Word file in LibreOffice and export it, or see: r57plans doctor.",
        ),
    ),
    "late": (
        Message(
            "LibreOffice chưa tạo xong PDF của {file} sau {seconds} giây.",
            "LibreOffice did not finish the PDF of {file} within {seconds} seconds.",
        ),
        Message(
            "Làm lại một lần: lần đầu LibreOffice khởi động chậm, và máy có thể đang bận.",
            "Try once more: the first start of LibreOffice is slow, and the machine may be busy.",
        ),
    ),
}


def _lacking(font: Serif | None) -> Iterator[Finding]:
    if font is None or not font.lacks:
        return
    letters = " ".join(font.lacks[:_SHOWN]) + (" …" if len(font.lacks) > _SHOWN else "")
    yield Finding(
        "pdf.font",
        "warning",
        Message(
            f"Phông {font.family} thiếu chữ tiếng Việt ({letters}): trong PDF, các chữ đó lấy từ "
            "phông khác.",
            f"The font {font.family} lacks Vietnamese letters ({letters}): PDF files have them "
            "from another font.",
        ),
        Message(
            "Cài phông Times New Roman hoặc Tinos (Debian, Ubuntu: sudo apt install "
            "fonts-croscore).",
            "Install Times New Roman or Tinos (Debian, Ubuntu: sudo apt install fonts-croscore).",
        ),
    )
