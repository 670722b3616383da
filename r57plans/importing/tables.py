"""All tables of a file: which are of tasks, of targets, roadmaps, or not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from r57plans.findings import Finding, Language, Place
from r57plans.importing import told
from r57plans.importing.actors import Actors
from r57plans.importing.heads import is_head_line
from r57plans.importing.reading import read_row
from r57plans.importing.records import TableRead
from r57plans.importing.rows import TaskRows
from r57plans.importing.sections import Section
from r57plans.importing.targets import TargetRows

_ENGLISH = ("lead", "deadline", "deliverable", "target", "time", "task", "product", "responsib")


class Tables:
    """The rows of all tables as tasks and targets, and what each table was taken for.

    `is_group` says whether a title is one of the resolution's groups.
    """

    def __init__(
        self, sections: Sequence[Section], actors: Actors, is_group: Callable[[str], bool]
    ) -> None:
        self._sections = sections
        self.language = language_of(sections)
        self.tasks = TaskRows(is_group)
        self.targets = TargetRows(actors, self.language)
        self.taken: list[TableRead] = []
        self._roadmaps: list[Finding] = []

    def read(self) -> None:
        """Reads all of them; a roadmap only where no table of tasks is there."""
        alone = all(_kind(section) != "tasks" for section in self._sections)
        for section in self._sections:
            kind, rows = _kind(section), len(section.rows)
            if kind == "other" or section.heading is None:
                continue
            taken = 0
            if kind == "targets":
                taken = self.targets.read(section)
            elif kind == "tasks" or alone:
                taken = self.tasks.read(section)
            else:
                self._roadmaps.append(told.roadmap_left(section.grid.place, rows))
            columns = tuple((c.title, c.field) for c in section.heading.columns.values())
            place = section.rows[0].place if section.rows else section.grid.place
            self.taken.append(TableRead(place, section.heading.kind, rows, taken, columns))

    def findings(self, frames: Callable[[Section], bool], used: set[str]) -> Iterator[Finding]:
        """What was not understood; `used` are the titles that are groups of the plan."""
        yield from self._roadmaps
        yield from left(self._sections, frames)
        yield from self.tasks.findings
        yield from self.targets.findings
        yield from self.tasks.titles.unused(used)
        yield from self.targets.unused()
        yield from self._columns()

    def _columns(self) -> Iterator[Finding]:
        """The columns that no field takes, each once, with how many cells are in notes."""
        kept: dict[str, tuple[Place, int]] = {}
        for section in self._sections:
            for row in section.rows if _kind(section) in ("tasks", "targets") else ():
                for title, cell in read_row(section, row).kept:
                    place, count = kept.get(title, (cell.place, 0))
                    kept[title] = (place, count + 1)
        for title, (place, count) in kept.items():
            yield told.column_kept(place, title, count)


def left(sections: Sequence[Section], frames: Callable[[Section], bool]) -> Iterator[Finding]:
    """Tables that are not read, but for those that `frames` says are the letterhead or the end."""
    for section in sections:
        said = [cell.text for row in section.rows for cell in row.cells]
        if section.caption:
            yield from _captions(section)
        elif section.heading is None and said and not frames(section):
            yield told.table_left(section.rows[0].place, " | ".join(said[:6]), len(section.rows))


def _captions(section: Section) -> Iterator[Finding]:
    """Lines above the headings of a table, but for those that are the letterhead's."""
    for row in section.rows:
        for cell in row.own:
            if not all(map(is_head_line, cell.lines)):
                yield told.line_left(cell.place, cell.text)


def _kind(section: Section) -> str:
    return section.heading.kind if section.heading else "other"


def language_of(sections: Sequence[Section]) -> Language:
    """The language of the headings: English ones have words of their own and no diacritics."""
    titles = " ".join(
        column.title for s in sections if s.heading for column in s.heading.columns.values()
    )
    english = any(word in titles.casefold() for word in _ENGLISH)
    return "en" if english and titles.isascii() else "vi"
