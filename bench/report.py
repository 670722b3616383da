"""The report as Markdown, for the terminal and for `bench/results.md`: always the same layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.contest import SIZES, Timing
from bench.figure import Figure, milliseconds

_INTRODUCTION = """\
# How fast it is

The same template and the same data with every engine: seven groups, a heading and three paragraphs
of prose a task, a table with a row of nine fields a task, and a table of the groups. That all
print the same text was checked before timing. Engines are timed by turns in one run; the ratio is
the median of the ratios of pairs, and before each call garbage is collected. r57plans keeps its
compiled template between calls; its peers know no such thing and read theirs in each. Those on node
measure themselves, each in one warm process.
"""
_NOT_ESCAPING = """\
docxtpl escapes nothing by default, and then loses text after `&` and `<`; the row says its time
so, with data that hold neither. The floor is one flat Jinja program that writes the same
document.xml, byte for byte, without sandbox, checks and escaping, and zlib of it; r57plans packs
a whole file in its time. r57plans compresses at level 3, which makes document.xml a third larger
than level 6, at which the floor and docxtpl (through zipfile) compress. What would take long is
left out.
"""


_BATCHES = """\
# How fast whole batches are

Every process is measured from its start to its end, into an empty folder, with what Python loads:
plan files read, checked and put into words, and the action plan with its three annexes written in
both languages, of illustrative plans of about sixty tasks. docxtpl has the same template, without
the widths of cells that it cannot set; that it prints the same paragraphs was checked before. A
batch works by as many processes as there are processors unless `--jobs` is said. Both go by turns
in one run, and the ratio is the median of the ratios of pairs.
"""
_FROM_PLANS = """\
docxtpl brings nothing that reads a plan file, checks it, or says it in words; where it starts from
plan files, the script has r57plans do that, and docxtpl write the documents. Its own command makes
one document in each process from a context that is ready.
"""


def batch_report(
    figures: Sequence[Figure], machine: Sequence[tuple[str, str]], command: str
) -> str:
    """The report on batches."""
    return "\n".join(
        [
            _BATCHES,
            *_table(("Figure", "Bar", "Measured", "", "How"), map(_figure, figures)),
            "",
            _FROM_PLANS,
            "## Measured on",
            "",
            *_table(("What", "Which"), [*machine, ("Command", f"`{command}`")]),
            "",
        ]
    )


def report(
    figures: Sequence[Figure],
    timings: Sequence[Timing],
    machine: Sequence[tuple[str, str]],
    command: str,
) -> str:
    """The whole report."""
    return "\n".join(
        [
            _INTRODUCTION,
            *_table(("Figure", "Bar", "Measured", "", "How"), map(_figure, figures)),
            "",
            "## Times a rendering",
            "",
            *_table(("Engine", *(f"{size} tasks" for size in SIZES)), _times(timings)),
            "",
            _NOT_ESCAPING,
            "## Measured on",
            "",
            *_table(("What", "Which"), [*machine, ("Command", f"`{command}`")]),
            "",
        ]
    )


def _figure(figure: Figure) -> tuple[str, ...]:
    sign = "≥" if figure.at_least else "≤"
    bar = "" if figure.bar is None else f"{sign} {figure.bar:.3g} ×"
    value = "left out" if figure.value is None else f"{figure.value:.2f} ×"
    met = {True: "met", False: "**not met**", None: ""}[figure.met]
    return figure.what, bar, value, met, figure.how


def _times(timings: Sequence[Timing]) -> list[tuple[str, ...]]:
    """A row an engine; r57plans as it was beside the first peer of each size."""
    ours = {timing.size: timing.paired for timing in reversed(timings)}
    rows = [("r57plans", *(milliseconds(ours[s].first) if s in ours else "" for s in SIZES))]
    found = {(timing.peer, timing.size): timing.paired for timing in timings}
    for peer in dict.fromkeys(timing.peer for timing in timings):
        cells = (found.get((peer, size)) for size in SIZES)
        rows.append((peer, *("" if c is None else _cell(c.second, c.ratio) for c in cells)))
    return rows


def _cell(seconds: float, ratio: float) -> str:
    return f"{milliseconds(seconds)} ({ratio:.1f} ×)"


def _table(head: Sequence[str], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A Markdown table whose columns are as wide as their widest cell."""
    cells = [tuple(head), *rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = [
        "| " + " | ".join(t.ljust(w) for t, w in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    return [lines[0], "|" + "|".join("-" * (w + 2) for w in widths) + "|", *lines[1:]]
