"""Writes the pictures of the page of all plans for `docs/matrix.md`; needs Chromium."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from browser import chromium
from PIL import Image

from r57plans.demo import demo_plan, provinces_of
from r57plans.load import parse_plan
from r57plans.matrix import PlanFile, matrix
from r57plans.matrix.page import page
from r57plans.model.base import DocumentDate

DOCS = Path(__file__).parents[1] / "docs"
DAY = DocumentDate.parse("2025-07-15")
_HEAT = (1120, 980)
_TIME = (1120, 640)
_COLOURS = 48


def write_pictures(folder: Path) -> list[Path]:
    """Writes the heat map by day and the timeline by night; returns the files."""
    plans = [
        PlanFile(f"{name}.yaml", parse_plan(demo_plan(name, DAY).encode()))
        for name in provinces_of(DAY)
    ]
    text = page(matrix(plans, date(2025, 12, 31)), "en")
    heat, time = DOCS / "matrix-heat.png", DOCS / "matrix-time.png"
    light, dark = folder / "light.html", folder / "dark.html"
    light.write_text(text, "utf-8")
    dark.write_text(_later(text), "utf-8")
    _shot(light, heat, _HEAT)
    _shot(dark, time, _TIME)
    return [heat, time]


def _later(text: str) -> str:
    """The page by night, from the deadlines on."""
    mark = '<section id="deadlines"'
    head = text.partition("<header>")[0].replace("<html ", '<html data-scheme="dark" ', 1)
    return f"{head}<main>{mark}{text.partition(mark)[2].partition('<script')[0]}"


def _shot(file: Path, target: Path, size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        raw = Path(scratch) / "raw.png"
        chromium(file, f"--window-size={size[0]},{size[1]}", f"--screenshot={raw}")
        with Image.open(raw) as picture:
            picture.convert("RGB").quantize(_COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.writelines(f"{path}\n" for path in write_pictures(Path(scratch)))
