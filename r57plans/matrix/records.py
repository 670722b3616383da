"""What the view across provinces holds: plans, cells, deadlines, targets, bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from r57plans.findings import Finding, Message
from r57plans.model.plan import Plan
from r57plans.model.progress import Standing
from r57plans.model.status import Status
from r57plans.model.when import When

Taken = Literal["own", "joined", "omitted", "no"]
"""A sub-task is a task of the plan, joined in a local one, left out with a reason, or neither."""

Compared = Literal["above", "equal", "below", "none", "absent"]
"""How a province's value stands to the centre's: `none` where they cannot be compared, `absent`
where the centre has no value at that horizon."""

Nature = Literal["register", "declared", "words", "post"]
"""What names a body: the register's id, a declaration in the plan, free words, a post."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan with the name of its file and, where there is one, what was done of it."""

    name: str
    plan: Plan
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be counted, and why."""

    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One plan of the view: whose it is, how many tasks it has, of which how many are its own."""

    name: str
    title: Message
    province: str
    tasks: int
    local: int
    has_status: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A sub-task or a paragraph: its id and title; `duty` where provinces carry it out or share.

    `sub_tasks` are those of a paragraph.
    """

    id: str
    title: Message
    duty: bool
    sub_tasks: tuple[str, ...] = ()

    @property
    def paragraph(self) -> str:
        """The paragraph's id of a sub-task: `3.5` of `3.5.2`."""
        return self.id.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan does about one sub-task.

    `when` and `last` are those of its own task or, where others join it, of the latest of them;
    `standing` is None without a status file.
    """

    taken: Taken
    tasks: tuple[str, ...] = ()
    when: When | None = None
    first: date | None = None
    last: date | None = None
    leads: tuple[Message, ...] = ()
    standing: Standing | None = None

    @property
    def there(self) -> bool:
        """Whether the plan takes the sub-task."""
        return self.taken in ("own", "joined")


NOT_TAKEN = Cell("no")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a paragraph a plan takes: `taken` of `asked` sub-tasks, `omitted` with reasons.

    `asked` are those with a duty for provinces, and what the plan takes beyond them; `last` is the
    latest deadline of those taken, `standings` how many stand how.
    """

    taken: int
    asked: int
    omitted: int
    last: date | None
    leads: tuple[Message, ...]
    standings: Mapping[Standing, int]

    @property
    def done(self) -> int:
        """How many of those taken are done."""
        return sum(count for standing, count in self.standings.items() if standing.done)

    @property
    def known(self) -> int:
        """Of how many a status file says how they stand."""
        return sum(self.standings.values())

    @property
    def part(self) -> float | None:
        """From 0 to 1; None where nothing is asked of provinces, or all was left out."""
        if self.taken == 0 and self.omitted >= self.asked:
            return None
        return self.taken / self.asked


@dataclass(frozen=True, slots=True)
class Outlier:
    """A plan whose deadline for a sub-task lies far from the others'; `days` from the median."""

    plan: str
    day: date
    days: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The deadlines of one sub-task over the plans: `dated` have a last day, `undated` none."""

    sub_task: str
    dated: int
    undated: int
    earliest: date | None = None
    median: date | None = None
    latest: date | None = None
    outliers: tuple[Outlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """One plan's value of a target; `number` is what it is ranked by, `rank` 1 the most.

    Both are None for words, and for what is measured otherwise than most of the plans do.
    """

    plan: str
    value: Message
    relation: str | None
    compared: Compared
    number: float | None
    gap: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class TargetSpread:
    """A target at one horizon: the centre's value, and the plans' values in their rank."""

    id: str
    title: Message
    year: int | None
    central: Message
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A body's work over all plans, that of the bodies which it succeeds with it."""

    id: str
    name: Message
    nature: Nature
    leads: int
    supports: int
    leading: tuple[str, ...]
    supporting: tuple[str, ...]
    former: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A body that no register knows under what it is called, and what may be meant."""

    plan: str
    name: Message
    nature: Nature
    tasks: tuple[str, ...]
    nearest: str
    place: str


@dataclass(frozen=True)
class Matrix:
    """All plans side by side, on a day."""

    on: date
    catalogue: str
    plans: tuple[Row, ...]
    paragraphs: tuple[Column, ...]
    sub_tasks: tuple[Column, ...]
    cells: Mapping[tuple[str, str], Cell]
    spreads: tuple[Spread, ...]
    targets: tuple[TargetSpread, ...]
    loads: tuple[Load, ...]
    named: tuple[Named, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[Finding, ...] = field(default=())

    def cell(self, plan: str, sub_task: str) -> Cell:
        """What a plan does about a sub-task."""
        return self.cells.get((plan, sub_task), NOT_TAKEN)

    def share(self, plan: str, paragraph: Column) -> Share:
        """How much a plan takes of a paragraph."""
        duty = {column.id for column in self.sub_tasks if column.duty}
        cells = [(name, self.cell(plan, name)) for name in paragraph.sub_tasks]
        taken = [cell for _, cell in cells if cell.there]
        asked = sum(name in duty or cell.there for name, cell in cells)
        omitted = sum(name in duty and cell.taken == "omitted" for name, cell in cells)
        days = [cell.last for cell in taken if cell.last]
        known = [cell.standing for cell in taken if cell.standing]
        leads = tuple(dict.fromkeys(lead for cell in taken for lead in cell.leads))
        standings = {each: known.count(each) for each in Standing if each in known}
        return Share(len(taken), asked, omitted, max(days, default=None), leads, standings)

    def total(self, plan: str) -> float:
        """The part of all sub-tasks with a duty for provinces that a plan takes."""
        duty = [column.id for column in self.sub_tasks if column.duty]
        return sum(self.cell(plan, name).there for name in duty) / max(1, len(duty))
