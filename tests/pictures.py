"""Writes the pictures that the README and the pages in docs/ show; needs LibreOffice."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pdfplumber
from built_examples import LANGUAGES, Case
from pages import ROOT
from rendering import convert, rendered

from r57plans import load_plan
from r57plans.workbook.exporting import export

DOCS = Path(__file__).parents[1] / "docs"
SHEETS = {
    "workbook.png": "Cơ quan chủ trì",
    "workbook-general.png": "Chức vụ người ký",
    "workbook-targets.png": "Cơ quan theo dõi",
}
"""Words that stand only on the sheet which a picture shows."""
DOTS_PER_INCH, GREYS, COLOURS = 96, 16, 96


def write_pictures(folder: Path) -> list[Path]:
    """Writes `docs/page-1.<language>.png` from the example of Cao Bằng; returns the files."""
    cases = [Case("cao-bang", language) for language in LANGUAGES]
    pdfs = rendered({case.language: case.data for case in cases}, folder)
    return [_picture(pdfs[language], DOCS / f"page-1.{language}.png") for language in LANGUAGES]


def write_workbook(folder: Path) -> list[Path]:
    """Writes `docs/workbook*.png`, the first pages of some sheets; returns the files."""
    book = folder / "plan.xlsx"
    book.write_bytes(export(load_plan(ROOT / "examples" / "cao-bang" / "plan.yaml")))
    convert([book], folder)
    pdf = book.with_suffix(".pdf")
    return [_picture(pdf, DOCS / name, COLOURS, said) for name, said in SHEETS.items()]


def _picture(pdf: Path, target: Path, colours: int = GREYS, said: str = "") -> Path:
    """The first page that says something, as a picture."""
    with pdfplumber.open(pdf) as file:
        page = next(each for each in file.pages if said in each.extract_text())
        picture = page.to_image(resolution=DOTS_PER_INCH, antialias=True)
        picture.save(target, quantize=True, colors=colours)
    return target


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.writelines(f"{path}\n" for path in write_pictures(Path(scratch)))
        sys.stdout.writelines(f"{path}\n" for path in write_workbook(Path(scratch)))
