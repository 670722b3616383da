"""The figures of a run of mutations, and the page that tells them."""

from __future__ import annotations

import os
import platform
from collections import Counter
from dataclasses import dataclass, field

from fuzz.trial import MOST_MEMORY, MOST_SECONDS, RENDERED, Outcome

_MIB = 1024 * 1024
_DOES = """\
takes the small templates of `tests/cases/template/`, changes each in one to three ways (bytes
of the ZIP file, its parts, bytes of the XML, its elements, the tags and what they ask for) and
sends it through the linter, the compiler and a rendering with a limit of one second. A file that
Word could open before must come out as one that it can open."""


@dataclass(slots=True)
class Figures:
    """What became of the files so far."""

    results: Counter[str] = field(default_factory=Counter)
    faults: list[Outcome] = field(default_factory=list)
    slowest: Outcome | None = None
    memory: int = 0

    @property
    def count(self) -> int:
        """How many files were tried."""
        return self.results.total()

    def add(self, outcome: Outcome) -> None:
        """Counts one more."""
        self.results[outcome.result] += 1
        self.memory = max(self.memory, outcome.memory)
        if outcome.fault:
            self.faults.append(outcome)
        if self.slowest is None or outcome.seconds > self.slowest.seconds:
            self.slowest = outcome


def page(figures: Figures, command: str, seconds: float, jobs: int) -> str:
    """The page, in Markdown."""
    slowest = figures.slowest
    assert slowest is not None
    refused = figures.count - figures.results[RENDERED]
    rules = sorted(
        ((n, rule) for rule, n in figures.results.items() if rule != RENDERED), reverse=True
    )
    rows = [
        ("files mutated, compiled, linted and rendered", f"{figures.count:,}"),
        ("rendered, all parts well-formed", f"{figures.results[RENDERED]:,}"),
        ("refused with a finding", f"{refused - len(figures.faults):,}"),
        ("another exception, a hang or too much memory", f"{len(figures.faults):,}"),
        (
            f"slowest file (allowed: {MOST_SECONDS:g} s)",
            f"{slowest.seconds:.2f} s, {slowest.result}",
        ),
        (
            f"peak memory of a worker (allowed: {MOST_MEMORY // _MIB} MB)",
            f"{figures.memory // _MIB} MB",
        ),
        ("time of the whole run", f"{seconds:.0f} s in {jobs} processes"),
    ]
    return "\n".join(
        [
            "# Templates mutated at random",
            "",
            f"`{command}`, which `make prove` runs,\n{_DOES}",
            "",
            "| figure | value |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in rows),
            "",
            "| refused by rule | files |",
            "|---|---|",
            *(f"| `{rule}` | {count:,} |" for count, rule in rules),
            "",
            f"Machine: {machine()}.",
            "",
        ]
    )


def machine() -> str:
    """What the figures were measured on."""
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )
