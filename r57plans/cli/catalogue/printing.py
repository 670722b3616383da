"""Lists of the catalogue, laid out for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from r57plans.catalogue.general import say
from r57plans.catalogue.stats import title_of
from r57plans.cli.catalogue.register import span_of
from r57plans.findings import Language
from r57plans.model.base import Dated
from r57plans.model.catalogue import Catalogue, Paragraph, SubTask

_COLUMN = 40


def listed(found: Iterable[SubTask]) -> list[dict[str, Any]]:
    """Sub-tasks for a machine: id, group, paragraph, titles, level, whether recommended."""
    return [
        {
            "id": task.id,
            "group": task.group,
            "paragraph": task.paragraph,
            "title": {"vi": task.title.vi, "en": task.title.en},
            "level": task.level,
            "recommended": task.recommended,
            "basis": task.basis,
        }
        for task in found
    ]


def print_list(catalogue: Catalogue, found: Iterable[SubTask], lang: Language) -> None:
    """Groups and paragraphs as headings, one line a sub-task, `*` where it is recommended.

    Only what holds one of the sub-tasks found is printed.
    """
    console = Console(highlight=False)
    there = {task.id for task in found}
    for group in catalogue.groups:
        held = [p for p in group.paragraphs if there & {t.id for t in p.sub_tasks}]
        if held:
            console.print(Styled(f"{group.id}. {say(group.title, lang)}", style="bold"))
            for paragraph in held:
                console.print(Padding(_paragraph(paragraph, there, lang), (0, 0, 0, 2)))
            console.print()


def _paragraph(paragraph: Paragraph, there: set[str], lang: Language) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(paragraph.id, "", Styled(say(paragraph.title, lang), style="italic"))
    for task in paragraph.sub_tasks:
        if task.id in there:
            mark = "*" if task.recommended else ""
            table.add_row(f"  {task.id}", mark, Styled(say(task.title, lang)))
    return table


def record_lines(records: Iterable[Any], lang: Language) -> Iterator[tuple[str, str]]:
    """Id and title of each record, with a document's number and the time in which a body was."""
    for record in records:
        number = getattr(record, "number", None)
        title = say(title_of(record), lang)
        span = span_of(record, lang) if isinstance(record, Dated) else ""
        yield str(record.id), "  ".join(part for part in (number, title, span) if part)


def print_records(lines: Iterable[tuple[str, str]]) -> None:
    """Each record with its id and what it is called."""
    width = max(_COLUMN + 20, Console().width)
    for name, title in lines:
        # An id is never cut: where it is long, the title begins on the next line.
        start = f"{name:<{_COLUMN}} " if len(name) <= _COLUMN else f"{name}\n{'':{_COLUMN}} "
        wrapped = textwrap.wrap(title, width - _COLUMN - 1) or [""]
        click.echo((start + f"\n{'':{_COLUMN}} ".join(wrapped)).rstrip())


def print_rows(title: str, rows: Iterable[tuple[str, str]]) -> None:
    """An entry: its heading, and below it labels with what they hold."""
    console = Console(highlight=False)
    if title:
        console.print(Styled(title, style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for label, said in rows:
        table.add_row(label, Styled(said))
    console.print(Padding(table, (0, 0, 1, 2)))
