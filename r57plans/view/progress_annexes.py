"""The tables behind a progress report: every task with its result, and the counts by lead."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.language import roman
from r57plans.view.annex_records import AnnexView, CellView, ColumnView, RowView
from r57plans.view.groups import GroupNode, Placed, group_number
from r57plans.view.particulars import Stationer
from r57plans.view.phrases import phrase
from r57plans.view.printed import anchor_of
from r57plans.view.progress import ProgressWriter, class_names, counts_of
from r57plans.view.progress_records import CountsView
from r57plans.view.told import Lines
from r57plans.view.widths import TABLE_WIDTH, shared_widths

_CENTRED = frozenset({"number", "deadline", "count"})
_TASK_COLUMNS = (
    "number", "title", "leads", "products", "result", "assigned", "deadline", "standing",
)  # fmt: skip
_TASK_HEADS = {"title": "task"}


@dataclass(frozen=True, slots=True)
class ProgressAnnexes:
    """Writes both tables; `assigned` names the document that gave the tasks."""

    writer: ProgressWriter
    stationer: Stationer
    assigned: str

    def views(self) -> tuple[AnnexView, ...]:
        """The tasks in printed order, then the leads; none where the plan has no task."""
        if not self.writer.reckoned:
            return ()
        return self._tasks(), self._leads()

    def _annex(
        self,
        kind: str,
        order: int,
        columns: tuple[ColumnView, ...],
        rows: tuple[RowView, ...],
        notes: Lines = (),
    ) -> AnnexView:
        number = order if self.stationer.party else roman(order)
        heading = f"{phrase('annex', self.writer.language)} {number}"
        title, attached = self.writer.word(kind).upper(), self.stationer.annex_attached()
        return AnnexView(kind, heading, title, attached, columns, rows, (), (), notes)

    def _tasks(self) -> AnnexView:
        heads = [self.writer.word(_TASK_HEADS.get(key, key)) for key in _TASK_COLUMNS]
        columns = _columns(_TASK_COLUMNS, heads)
        rows: list[RowView] = []
        for node in self.writer.nodes:
            rows.append(self._group_row(node, len(columns) - 1))
            rows += [self._task_row(placed, columns) for placed in node.tasks]
        return self._annex("by_task", 1, columns, tuple(rows))

    def _group_row(self, node: GroupNode, span: int) -> RowView:
        title = self.writer.cells.writer.group_title(node)
        return RowView("", "group", group_number(node, self.writer.language), title, span, ())

    def _task_row(self, placed: Placed, columns: tuple[ColumnView, ...]) -> RowView:
        task = self.writer.task(placed)
        lines: tuple[Lines, ...] = (
            (task.number,),
            (task.title,),
            (task.leads,),
            self.writer.cells.lines("products", placed),
            (task.result,),
            self._assigned(placed),
            (task.deadline,),
            (task.standing,),
        )
        anchor = anchor_of("progress", placed.task.id)
        return _row(anchor, placed.task.id, task.number, columns, lines)

    def _assigned(self, placed: Placed) -> Lines:
        """The plan, and below it who gave the task where the plan says so."""
        origin = self.writer.cells.value("origin", placed)
        return (self.assigned, origin) if origin else (self.assigned,)

    def _leads(self) -> AnnexView:
        keys = ("number", "leads", *["count"] * (1 + len(class_names(self.writer.language))))
        heads = [self.writer.word(key) for key in ("number", "leads", "total")]
        columns = _columns(keys, [*heads, *class_names(self.writer.language)])
        rows = [*self.writer.leads(), self.writer.whole()]
        notes = (self.writer.word("several_leads"),) if self.writer.shared else ()
        counts = tuple(_counts_row(row, columns) for row in rows)
        return self._annex("by_lead", 2, columns, counts, notes)


def _counts_row(row: CountsView, columns: tuple[ColumnView, ...]) -> RowView:
    counts = tuple((str(count),) for count in (row.total, *counts_of(row)))
    return _row("", "", row.number, columns, ((row.number,), (row.name,), *counts))


def _columns(keys: tuple[str, ...], heads: list[str]) -> tuple[ColumnView, ...]:
    widths = shared_widths([(key, None) for key in keys], TABLE_WIDTH)
    return tuple(
        ColumnView(head, width, key in _CENTRED)
        for key, head, width in zip(keys, heads, widths, strict=True)
    )


def _row(
    anchor: str,
    name: str,
    number: str,
    columns: tuple[ColumnView, ...],
    lines: tuple[Lines, ...],
) -> RowView:
    cells = tuple(
        CellView(column.width, column.centred, content)
        for column, content in zip(columns, lines, strict=True)
    )
    return RowView(anchor, "item", number, "", 0, cells, name)
