"""Writes the pictures of page 1 that the README shows; needs LibreOffice."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pdfplumber
from built_examples import LANGUAGES, Case
from rendering import rendered

DOCS = Path(__file__).parents[1] / "docs"
DOTS_PER_INCH, GREYS = 96, 16


def write_pictures(folder: Path) -> list[Path]:
    """Writes `docs/page-1.<language>.png` from the example of Cao Bằng; returns the files."""
    cases = [Case("cao-bang", language) for language in LANGUAGES]
    pdfs = rendered({case.language: case.data for case in cases}, folder)
    return [_picture(pdfs[language], DOCS / f"page-1.{language}.png") for language in LANGUAGES]


def _picture(pdf: Path, target: Path) -> Path:
    with pdfplumber.open(pdf) as file:
        picture = file.pages[0].to_image(resolution=DOTS_PER_INCH, antialias=True)
        picture.save(target, quantize=True, colors=GREYS)
    return target


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.writelines(f"{path}\n" for path in write_pictures(Path(scratch)))
