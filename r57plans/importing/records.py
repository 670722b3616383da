"""What an import found: tasks, targets, suggestions with scores, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from r57plans.findings import Language, Message, Place, Report
from r57plans.model.plan import Plan

Kind = Literal["tasks", "targets", "roadmap", "other"]


@dataclass(frozen=True, slots=True)
class WordPlace(Place):
    """A place in a Word file as people count: a paragraph, or a table's row and cell, from 1.

    `line` and `column` are those of the table, 0 outside of one.
    """

    paragraph: int = 0
    table: int = 0

    def __str__(self) -> str:
        return self.file

    def fields(self, language: Language) -> dict[str, str | int]:
        """The place as machines read it."""
        return {
            "file": self.file, "line": self.line, "column": self.column, "path": self.path,
            "paragraph": self.paragraph, "table": self.table,
        }  # fmt: skip

    def words(self, language: Language) -> str:
        """The table, row and cell, or the paragraph."""
        vi = language == "vi"
        if not self.table:
            return f"{'đoạn' if vi else 'paragraph'} {self.paragraph}" if self.paragraph else ""
        said = [f"{'bảng' if vi else 'table'} {self.table}"]
        if self.line:
            said.append(f"{'hàng' if vi else 'row'} {self.line}")
        if self.column:
            said.append(f"{'cột' if vi else 'column'} {self.column}")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry of the catalogue that a row may be about; `score` from 0 to 1."""

    id: str
    score: float
    title: Message


@dataclass(frozen=True, slots=True)
class Taken:
    """A task or target that was taken from the file.

    `covers` are the sub-tasks that were put in, which is done only where that was asked for.
    """

    id: str
    text: str
    place: Place
    suggestions: tuple[Suggestion, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRead:
    """What one table was taken for, and how many of its rows gave a task or target."""

    place: Place
    kind: Kind
    rows: int
    taken: int
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All that was read; `findings` are what was not understood, each with its place."""

    file: str
    province: Message
    document: str
    tables: tuple[TableRead, ...]
    tasks: tuple[Taken, ...]
    targets: tuple[Taken, ...]
    findings: Report

    @property
    def suggested(self) -> int:
        """How many tasks have a suggestion."""
        return sum(1 for task in self.tasks if task.suggestions)

    @property
    def put_in(self) -> int:
        """In how many tasks `covers` was put in."""
        return sum(1 for task in self.tasks if task.covers)


@dataclass(frozen=True, slots=True)
class Imported:
    """The plan as a file's text and as it loads, and what was read and not understood."""

    text: str
    plan: Plan
    report: ImportReport
