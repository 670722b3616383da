"""What PDFs cost, by one start of LibreOffice and by one for each file: a part of `make prove`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from r57plans import build, pdfs_of
from r57plans.demo import demo_plan, provinces_of
from r57plans.documents import DocumentFile
from r57plans.model.base import DocumentDate
from r57plans.office import Pdf, find_office, version_of
from r57plans.plans import parse_plan_file

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "pdf.md"
HEAD = """\
# What PDFs cost

`PYTHONPATH=tests python tests/pdf_proof.py`, which `make prove` runs, makes the action plans of all
provinces of March 2025 in both languages and converts them by one start of LibreOffice, by one for
each plan, as `batch` does, and by one for each file. Processor time is that of all processes that
were started; the seconds by the clock hang on what else the machine does.
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processors and of the clock, and what was made."""

    processor: float
    clock: float
    pdfs: tuple[Pdf, ...]


def documents() -> list[DocumentFile]:
    """The action plans of all provinces, in both languages."""
    day = DocumentDate.parse("2025-03-28")
    plans = (
        parse_plan_file(demo_plan(name, day).encode(), f"{name}.yaml") for name in provinces_of(day)
    )
    return [file for plan in plans for file in build(plan).files]


def cost_of(groups: Sequence[Sequence[DocumentFile]]) -> Cost:
    """What it costs to convert each group by a start of its own."""
    before = os.times()
    pdfs = tuple(pdf for group in groups for pdf in pdfs_of(group).files)
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])
    return Cost(spent, after.elapsed - before.elapsed, pdfs)


def page() -> str:
    """The figures, as the page that is kept."""
    files = documents()
    pdfs_of(files[:1])  # what the system reads from disk is read
    ways: dict[str, Callable[[], Cost]] = {
        "one start for all": lambda: cost_of([files]),
        "one start for each plan": lambda: cost_of(
            [files[n : n + 2] for n in range(0, len(files), 2)]
        ),
        "one start for each file": lambda: cost_of([[file] for file in files]),
    }
    costs = {name: run() for name, run in ways.items()}
    first = next(iter(costs.values()))
    assert all(cost.pdfs == first.pdfs for cost in costs.values())
    program = find_office()
    version = version_of(program) if program else ""
    lines = [
        HEAD,
        f"{len(first.pdfs)} files by LibreOffice {version}; all ways gave the same bytes.\n",
        "| way | processor seconds a file | beside one start for all | clock seconds a file |",
        "| --- | --- | --- | --- |",
        *(_row(name, cost, first) for name, cost in costs.items()),
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, cost: Cost, first: Cost) -> str:
    count = len(cost.pdfs)
    figures = (cost.processor / count, cost.processor / first.processor, cost.clock / count)
    return f"| {name} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
