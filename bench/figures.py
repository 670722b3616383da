"""The figures that have a bar, each with the way it was measured."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path

import docx

from bench import floor, memory, redlines
from bench.contest import DOCXTPL, Timing
from bench.data import plain, records, simple
from bench.figure import Figure, said
from bench.measure import Paired, in_pairs, process, timed
from bench.templates import jinja_template
from r57plans import Template

ROOT = Path(__file__).parent.parent
_LONG, _SHORT = 12800, 800


def figures(
    timings: Iterable[Timing], why_no_node: str, *, quick: bool, tell: Callable[[str], None]
) -> list[Figure]:
    """All of them, in the order in which they are reported."""
    found = {(timing.peer, timing.size): timing.paired for timing in timings}
    left_out = "not with --quick"
    pairs = 3 if quick else 41
    tell("floor, controls, memory, compiling, starting")
    return [
        _faster("docxtpl, 80 tasks", 15, found.get((DOCXTPL, 80)), left_out),
        _faster("docxtpl, 3200 tasks", 9, found.get((DOCXTPL, 3200)), left_out),
        _faster("docxtemplater, 80 tasks", 12, found.get(("docxtemplater", 80)), why_no_node),
        *_floor(pairs),
        _controls(pairs),
        _linear(left_out if quick else ""),
        _memory(left_out if quick else ""),
        _compile(3 if quick else 15),
        _start(3 if quick else 15),
        *_redlines(1 if quick else 5, tell),
    ]


def _faster(peer: str, bar: float, paired: Paired | None, why_not: str) -> Figure:
    what = f"times faster than {peer}"
    if paired is None:
        return Figure(what, bar, None, why_not, at_least=True)
    return Figure(what, bar, paired.ratio, said(paired, "r57plans", "peer"), at_least=True)


def _floor(pairs: int) -> list[Figure]:
    template, context = Template(jinja_template()), simple(80)
    ours = partial(timed, lambda: template.render(context))

    def ratio(what: str, bar: float | None, change: Callable[[str], str]) -> Figure:
        paired = in_pairs(floor.call(template.render, context, change), ours, pairs)
        return Figure(what, bar, paired.ratio, said(paired, "floor", "r57plans"))

    return [
        ratio("against the floor, 80 tasks", 1.25, str),
        ratio('the same, the floor with task["lead"]', None, floor.with_items),
    ]


def _controls(pairs: int) -> Figure:
    template, context = Template(jinja_template()), records(80)
    without = partial(timed, lambda: template.render(context, controls=False))
    paired = in_pairs(without, partial(timed, lambda: template.render(context)), pairs)
    what = "with controls and bookmarks, against without, 80 tasks"
    return Figure(what, 1.8, paired.ratio, said(paired, "without", "with"))


def _linear(why_not: str) -> Figure:
    what, bar = f"time a task, {_LONG} against {_SHORT} tasks", 1.15
    if why_not:
        return Figure(what, bar, None, why_not)
    template, long, short = Template(jinja_template()), plain(_LONG), plain(_SHORT)
    each_short = partial(_each, template, short, _SHORT)
    paired = in_pairs(each_short, partial(_each, template, long, _LONG), 7)
    return Figure(what, bar, paired.ratio, said(paired, str(_SHORT), str(_LONG)) + ", a task")


def _each(template: Template, context: dict[str, object], size: int) -> float:
    return timed(lambda: template.render(context)) / size


def _memory(why_not: str) -> Figure:
    what, bar = f"peak memory against document.xml, {_LONG} tasks", 4
    if why_not:
        return Figure(what, bar, None, why_not)
    found = {kind: memory.measured(kind, _LONG) for kind in memory.kinds()}
    peaks = ", ".join(f"{kind} {_mb(said['peak'])}" for kind, said in found.items())
    xml = found["traced"]["xml"]
    highest = max(said["peak"] for said in found.values())
    how = f"fresh process; {peaks}; the highest counts; document.xml {_mb(xml)}"
    return Figure(what, bar, highest / xml, how)


def _compile(pairs: int) -> Figure:
    data = (ROOT / "templates/vi/action-plan.docx").read_bytes()
    opening = partial(timed, lambda: docx.Document(BytesIO(data)))
    paired = in_pairs(opening, partial(timed, lambda: Template(data)), pairs)
    what = "compiling vi/action-plan.docx, against python-docx opening it"
    return Figure(what, 4, paired.ratio, said(paired, "python-docx", "r57plans"))


def _start(pairs: int) -> Figure:
    what, bar = 'r57plans --help, against python -c "import click"', 1.6
    script = shutil.which("r57plans", path=Path(sys.executable).parent)
    if script is None:
        return Figure(what, bar, None, "the command is not installed beside this Python")
    importing = process([sys.executable, "-c", "import click"])
    paired = in_pairs(importing, process([script, "--help"]), pairs)
    return Figure(what, bar, paired.ratio, said(paired, "import", "--help"))


def _redlines(pairs: int, tell: Callable[[str], None]) -> list[Figure]:
    faster = f"redline, {redlines.TASKS} tasks: times faster than {redlines.PEER}"
    words = f"redline, {redlines.TASKS} tasks: words marked, against {redlines.PEER}"
    if why_not := redlines.why_no_peer():
        return [
            Figure(faster, 10, None, why_not, at_least=True),
            Figure(words, 1, None, why_not),
        ]
    speed, marked = redlines.ratios(pairs, tell)
    return [Figure(faster, 10, *speed, at_least=True), Figure(words, 1, *marked)]


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
