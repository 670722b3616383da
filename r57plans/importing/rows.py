"""The rows of a table of tasks: groups, tasks, their parts, and what goes on from above."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from r57plans.findings import Finding, Place
from r57plans.importing import told
from r57plans.importing.grids import GridRow
from r57plans.importing.reading import Read, read_row
from r57plans.importing.sections import Section
from r57plans.importing.splitting import text_and_parts
from r57plans.importing.titles import TITLE_MARK, Titles, bare_title

_GROUP_MARK = re.compile(r"(?:[IVXL]{1,5}|[A-HĐ])\s*[-.)/:–]?")
_SUB_MARK = re.compile(r"(?:[a-zđ]{1,2}[.)]?|\(?[a-zđ]\)|\(\d{1,2}\)|[-–+•*])")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_IN_TEXT = re.compile(r"(?:[-–+•*]|[a-zđ]\)|\(\d{1,2}\))\s+")
_REMARK = re.compile(r"(?:ghi chú|note|lưu ý|nguồn)\b.*", re.IGNORECASE)
_SUM = re.compile(r"(?:tổng(?: cộng| số)?|cộng|(?:grand )?total)\s*:?", re.IGNORECASE)
_TITLES = {"deadline": "Thời hạn", "note": "Ghi chú", "funding": "Kinh phí", "group": "Nhóm",
           "in_charge": "Phụ trách"}  # fmt: skip
_GOES_ON = re.compile(r"\btiếp(?: theo)?\W*$|\bcontinued\b", re.IGNORECASE)
_LONG = 4  # words of a title that is not a group's by chance
_LISTS = ("leads", "supports", "both", "requested", "products")


@dataclass(slots=True)
class TaskRow:
    """A row that is a task; `fields` are the lines of its cells, `kept` what no field takes.

    `above` is the wording of a row that only leads to it, `group` the title of its group.
    """

    place: Place
    number: str
    text: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    group: str = ""
    above: str = ""
    sub: bool = False

    def add(self, name: str, lines: Sequence[str]) -> None:
        """Lines of a further row, those that are there already but once."""
        there = self.fields.setdefault(name, [])
        there += [line for line in lines if line not in there]


class TaskRows:
    """Reads the rows of all tables of tasks, one after the other, into tasks."""

    def __init__(self, is_group: Callable[[str], bool]) -> None:
        self._is_group = is_group
        self.tasks: list[TaskRow] = []
        self.titles = Titles()
        self.findings: list[Finding] = []
        self._above = ""
        self._numbered = True  # numbers that Word makes by itself are not in the cells
        self._sheet = ""
        self._under = ""  # the number of the row that leads to those below
        self._leads = ""  # the number of the group that they are in, where it is one like theirs

    def read(self, section: Section) -> int:
        """All rows of a section; returns how many tasks came of it."""
        before = len(self.tasks)
        if section.heading and section.heading.rows:
            self._above = ""
            self._begin(section)
        reads = [(row, read_row(section, row)) for row in section.rows]
        self._numbered = any(read.text("number") for _, read in reads)
        for at, (row, read) in enumerate(reads):
            after = reads[at + 1][1] if at + 1 < len(reads) else None
            first = at == 0 and bool(section.heading) and not _heads(section)
            self._row(section, row, read, after, first=first)
        return len(self.tasks) - before

    def _begin(self, section: Section) -> None:
        """A table with headings of its own: not in the group of the one before, unless it goes on.

        The paragraph above may be the title of one of the resolution's groups.
        """
        sheet = getattr(section.grid.place, "sheet", "")
        above = section.above
        if above and self._is_group(bare_title(above)):
            self._open(above, "", section.rows[0].place if section.rows else section.grid.place)
        elif sheet != self._sheet or (above and not _GOES_ON.search(above)):
            self.titles.leave()
        self._sheet = sheet

    def _row(
        self, section: Section, row: GridRow, read: Read, after: Read | None, *, first: bool
    ) -> None:
        number, text = read.text("number"), read.text("text")
        if _SUM.fullmatch(text or number):
            self._left(row)
        elif title := _merged_title(section, row, read):
            self._title(title, "" if number == title else number, row)
        elif not text or read.cells["text"].joined:
            self._more(row, read)
        elif read.works:
            self._task(row, read, first=first)
        elif self._leads_to_others(number, text, after):
            self._lead(number, text, row, read)
        elif _is_sub(number, text) and self.tasks:
            self._part(text, row, read)
        else:
            self._task(row, read, first=first)

    def _title(self, title: str, number: str, row: GridRow) -> None:
        """A row that is one cell: a group, or a remark."""
        if _REMARK.fullmatch(title):
            self.findings.append(told.row_left(row.place, title))
            return
        self._open(title, number, row.place)

    def _open(self, text: str, number: str, place: Place) -> None:
        self.titles.open(text, number, place)
        self._above, self._under, self._leads = "", "", ""

    def _leads_to_others(self, number: str, text: str, after: Read | None) -> bool:
        """Whether a row with nothing but a text is the heading of those below."""
        if _GROUP_MARK.fullmatch(number) or TITLE_MARK.match(text) or self._is_group(text):
            return True
        if not number and text.isupper():
            return True
        if after is None:
            return False
        if not self._numbered and not _is_sub(number, text):
            return after.works
        if not _DECIMAL.fullmatch(number):
            return False
        below = after.text("number")
        deeper = below.startswith(f"{number.rstrip('.')}.") or _is_sub(below, after.text("text"))
        return deeper and after.works

    def _lead(self, number: str, text: str, row: GridRow, read: Read) -> None:
        """A row that leads to those below: a group, or within one a wording for their notes."""
        if beside := read.text("group"):
            self.findings.append(told.row_left(read.cells["group"].place, beside))
        title = bare_title(text)
        long = len(title.split()) >= _LONG
        inner = (
            _DECIMAL.fullmatch(number)
            and self.titles.current
            and not (long and self._is_group(title))
        )
        if inner:
            self._above, self._under = text, number.rstrip(".")
        else:
            self._open(text, number, row.place)
            counts = _DECIMAL.fullmatch(number) and not self._is_group(title)
            self._leads = number if counts else ""

    def _task(self, row: GridRow, read: Read, *, first: bool) -> None:
        number, text = read.text("number"), read.text("text")
        if first and self._goes_on(number, text):
            self._join(text, row, read)
            return
        sub = _is_sub(number, text)
        self._leave_above(number, sub=sub)
        whole, parts = text_and_parts(read.cells["text"].lines)
        said = _bare(whole) if sub else whole
        task = TaskRow(row.place, number, said, parts=list(parts), sub=sub)
        for name, cell in read.cells.items():
            if name not in ("number", "text", "group"):
                task.add(name, cell.lines)
        task.kept = [*read.code, *((title, cell.text) for title, cell in read.kept)]
        if title := read.text("group"):
            self._in_group(title, row.place)
        task.group, task.above = self.titles.current, self._above
        self.titles.task()
        last = self.tasks[-1] if self.tasks else None
        if sub and not self._above and last and last.group == task.group:
            task.above = last.above if last.sub else last.text
        self.tasks.append(task)

    def _in_group(self, title: str, place: Place) -> None:
        """The group that a column of its own names for each row."""
        if bare_title(title) != self.titles.current:
            self._open(title, "", place)

    def _leave_above(self, number: str, *, sub: bool) -> None:
        """A row that is no longer below the one that led to it."""
        if self._under and not sub and not number.startswith(f"{self._under}."):
            self._above, self._under = "", ""
        if self._leads and _DECIMAL.fullmatch(number) and _beside(number, self._leads):
            self.titles.leave()
            self._leads = ""

    def _goes_on(self, number: str, text: str) -> bool:
        """Whether the first row of a page is the rest of the last row of the page before."""
        last = self.tasks[-1] if self.tasks else None
        open_end = last is not None and last.text[-1:] not in ".;:"
        return open_end and not number and text[:1].islower()

    def _join(self, text: str, row: GridRow, read: Read) -> None:
        last = self.tasks[-1]
        last.text = f"{last.text} {text}"
        self.findings.append(told.row_joined(row.place, text))
        self._extend(last, row, read)

    def _part(self, text: str, row: GridRow, read: Read) -> None:
        """A row below a task that says nothing but a text is a part of it."""
        self.tasks[-1].parts.append(_bare(text))
        self._extend(self.tasks[-1], row, read)

    def _more(self, row: GridRow, read: Read) -> None:
        """A row without a text of its own: it says more of the task above.

        One with a number beside an empty text is another task, of which no more is known.
        """
        number = read.cells.get("number")
        own = number is not None and not (number.joined or _SUB_MARK.fullmatch(number.text))
        if not self.tasks or not read.works or (own and "text" not in read.cells):
            self._left(row)
        else:
            self._extend(self.tasks[-1], row, read)

    def _left(self, row: GridRow) -> None:
        self.findings.append(told.row_left(row.place, row.text))

    def _extend(self, task: TaskRow, row: GridRow, read: Read) -> None:
        for name, cell in read.cells.items():
            if cell.joined or name in ("number", "text"):
                continue
            if name in _LISTS or (name not in task.fields and name != "group"):
                task.add(name, cell.lines)
            elif cell.text != " ".join(task.fields.get(name, ())):
                title = _TITLES.get(name, name)
                task.kept.append((title, cell.text))
                if name == "deadline":
                    self.findings.append(told.second_deadline(cell.place, cell.text))
        task.kept += [(title, cell.text) for title, cell in read.kept if not cell.joined]


def _heads(section: Section) -> bool:
    return bool(section.heading and section.heading.rows)


def _merged_title(section: Section, row: GridRow, read: Read) -> str:
    """The text of a row that is one wide cell, perhaps beside a number; "" for another row."""
    number = read.cells.get("number")
    own = [cell for cell in row.own if cell is not number or cell.span > 1]
    said = {cell.text for cell in own}
    if len(said) != 1 or section.heading is None:
        return ""
    widest = max(own, key=lambda cell: cell.span)
    across = [
        at for at in section.heading.leaves if widest.column <= at < widest.column + widest.span
    ]
    wide = len(across) >= max(2, (len(section.heading.leaves) - 1) // 2)
    return widest.text if wide and not any(c.joined for c in row.cells) else ""


def _is_sub(number: str, text: str) -> bool:
    if _SUB_MARK.fullmatch(number):
        return True
    return not number and bool(_IN_TEXT.match(text))


def _beside(number: str, other: str) -> bool:
    """Whether a number comes some places after another of its sort: `2` after `1`."""
    first, second = number.rstrip(".").split("."), other.rstrip(".").split(".")
    return first[:-1] == second[:-1] and int(first[-1]) > int(second[-1])


def _bare(text: str) -> str:
    return _IN_TEXT.sub("", text, count=1)
