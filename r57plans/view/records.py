"""What a template may see: frozen records of finished text, in the order they are printed.

Every text is already in the document's language, spelled and formatted; a template decides
nothing beyond `if` and `for`. Widths are twips.
"""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.view.printed import Joined, Printed, Record

Line = str | Printed | Joined
Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The particulars around the text."""

    superior: str
    issuer: str
    number: Line
    place_date: Line
    draft: str
    urgency: str
    type: str
    subject: Line
    attached: str
    opening: str
    bases: Lines
    unofficial: str
    letterhead: bool


@dataclass(frozen=True, slots=True)
class UnitView:
    """Whose plan it is."""

    name: str
    kind: str
    committee: str
    issuer: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target in prose at one horizon; `depth` 1 for a sub-target."""

    text: Line
    depth: int


@dataclass(frozen=True, slots=True)
class HorizonView:
    """The targets of one horizon."""

    title: str
    targets: tuple[TargetLine, ...]


@dataclass(frozen=True, slots=True)
class TaskView(Record):
    """A task in the body."""

    anchor: str
    letter: str
    text: Line
    parts: Lines
    each: Lines


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of tasks in the body; an empty `mark` is numbered by Word."""

    depth: int
    mark: str
    title: Line
    prose: Lines
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A record of one text."""

    text: Line


@dataclass(frozen=True, slots=True)
class DutyView:
    """Who does what in carrying the plan out."""

    bodies: Line
    text: Line


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """The steering committee; all empty where the plan has none."""

    given: bool
    head: Lines
    deputies: Lines
    members: Lines
    standing_agency: Lines
    working_group: Lines
    working_rules: Lines
    council: Lines


@dataclass(frozen=True, slots=True)
class SignatureView:
    """The signature block."""

    authority: str
    deputising: str
    role: str
    signed: str
    name: Line


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column's heading; `centred` for short contents."""

    title: str
    width: int
    centred: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of one or more printed lines."""

    width: int
    centred: bool
    lines: Lines


@dataclass(frozen=True, slots=True)
class RowView(Record):
    """A group row (`number`, `title` over `span` columns) or an item row of cells."""

    anchor: str
    kind: str
    number: str
    title: Line
    span: int
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A year (over `span` columns) or a quarter of the roadmap."""

    title: str
    span: int
    width: int


@dataclass(frozen=True, slots=True)
class BarCell:
    """A cell of the roadmap: a grey fill in the task's span, a mark at its milestones."""

    width: int
    fill: str
    mark: str


@dataclass(frozen=True, slots=True)
class BarRow(Record):
    """A row of the roadmap."""

    anchor: str
    kind: str
    number: str
    title: Line
    span: int
    name: Line
    cells: tuple[BarCell, ...]


@dataclass(frozen=True, slots=True)
class AnnexView:
    """One table on landscape pages of its own."""

    kind: str
    heading: str
    title: Line
    attached: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...] | tuple[BarRow, ...]
    years: tuple[PeriodView, ...]
    quarters: tuple[PeriodView, ...]
    notes: Lines


@dataclass(frozen=True, slots=True)
class View:
    """All that a template of the action plan may see."""

    document: DocumentView
    unit: UnitView
    context: Lines
    purpose: Lines
    requirements: Lines
    objective: Lines
    vision: Lines
    horizons: tuple[HorizonView, ...]
    groups: tuple[GroupView, ...]
    initiatives: tuple[TextView, ...]
    duties: tuple[DutyView, ...]
    committee: CommitteeView
    reporting: Lines
    flexibility: Lines
    funding: Lines
    recipients: Lines
    ending: str
    signature: SignatureView
    annexes: tuple[AnnexView, ...]

    def context_for_template(self) -> dict[str, object]:
        """The names that a template may use, each with its record."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}
