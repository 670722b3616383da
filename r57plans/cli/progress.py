"""How far a long command is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import Ui

if TYPE_CHECKING:
    from r57plans.batch import Record

Told = Callable[["Record", int, int], None]

_EVERY = 5.0  # seconds between two lines


@contextlib.contextmanager
def progress_of(ui: Ui, *, quiet: bool) -> Iterator[Told | None]:
    """What a batch tells of each plan, on standard error; None for nothing."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(ui) as told:
            yield told
    else:
        yield _lines(ui)


@contextlib.contextmanager
def _bar(ui: Ui) -> Iterator[Told]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    plans = ui.t("kế hoạch", "plans")
    left = ui.t("còn", "left")
    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn(plans),
        TextColumn("{task.fields[rate]}"), TextColumn(left), TimeRemainingColumn(),
    )  # fmt: skip
    # No thread of its own: workers are forked from a process that has no other.
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task("", total=None, rate="")
        began = monotonic()

        def told(_record: Record, done: int, of: int) -> None:
            speed = done / max(monotonic() - began, 0.001)
            rate = ui.t(f"{speed:.1f}/giây".replace(".", ","), f"{speed:.1f} a second")
            bar.update(task, completed=done, total=of, rate=rate, refresh=True)

        yield told


def _lines(ui: Ui) -> Told:
    began = last = monotonic()

    def told(_record: Record, done: int, of: int) -> None:
        nonlocal last
        now = monotonic()
        if now - last < _EVERY and done < of:
            return
        last = now
        rate = done / max(now - began, 0.001)
        left = (of - done) / rate
        click.echo(
            ui.t(
                f"{done}/{of} kế hoạch, {rate:.1f}/giây, còn {left:.0f} giây".replace(".", ","),
                f"{done}/{of} plans, {rate:.1f} a second, {left:.0f} seconds left",
            ),
            err=True,
        )

    return told
