"""The tables at the document's end: targets and assignment of tasks; the roadmap has its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from r57plans.language import roman
from r57plans.model.annex import DRAFT_COLUMNS, Annex, Column, ColumnKey
from r57plans.model.plan import Plan
from r57plans.view.cells import CENTRED, TargetCells, TaskCells
from r57plans.view.groups import GroupNode, group_number, group_tree, numbers_of
from r57plans.view.names import Namer
from r57plans.view.particulars import Stationer
from r57plans.view.phrases import ANNEX_TITLES, phrase
from r57plans.view.printed import Printed, anchor_of
from r57plans.view.records import AnnexView, CellView, ColumnView, Line, RowView
from r57plans.view.roadmap import roadmap
from r57plans.view.targets import PlacedTarget, numbered
from r57plans.view.widths import TABLE_WIDTH, shared_widths

DEFAULT_COLUMNS: dict[str, tuple[ColumnKey, ...]] = {
    "targets": ("number", "name", "unit", "baseline", "values", "monitor"),
    "tasks": ("number", "text", "leads", "supports", "products", "deadline"),
}
ROADMAP_COLUMNS: tuple[ColumnKey, ...] = ("number", "text")


@dataclass(frozen=True, slots=True)
class AnnexWriter:
    """Writes the annexes in the plan's order."""

    stationer: Stationer
    tasks: TaskCells
    targets: TargetCells

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.namer.plan

    @property
    def namer(self) -> Namer:
        """Who says the names."""
        return self.stationer.namer

    def views(self) -> tuple[AnnexView, ...]:
        """Every annex that has rows."""
        kept = [(n, a) for n, a in enumerate(self.plan.annexes) if self._has_rows(a)]
        return tuple(self._annex(a, n, k, len(kept)) for k, (n, a) in enumerate(kept, 1))

    def _has_rows(self, annex: Annex) -> bool:
        return bool(self.plan.targets if annex.kind == "targets" else self.plan.tasks)

    def _annex(self, annex: Annex, index: int, order: int, count: int) -> AnnexView:
        heading, name = self._heading(order, count), self._name(annex, index)
        title = Printed(name.upper(), name.path) if isinstance(name, Printed) else name.upper()
        attached = self.stationer.annex_attached()
        if annex.kind == "roadmap":
            titles = {c.key: t for c, t in self._columns(annex, ROADMAP_COLUMNS)}
            names = [titles[key] for key in ROADMAP_COLUMNS]
            return replace(roadmap(self.tasks, heading, title, attached, names), name=str(name))
        if annex.kind == "targets":
            columns_, rows = self._targets(annex)
        else:
            columns_, rows = self._tasks(annex)
        return AnnexView(
            annex.kind, heading, title, attached, columns_, rows, (), (), (), str(name)
        )

    def _heading(self, order: int, count: int) -> str:
        said = phrase("annex", self.namer.language)
        if count == 1:
            return said
        return f"{said} {order if self.stationer.party else roman(order)}"

    def _name(self, annex: Annex, index: int) -> str:
        speaker = self.namer.speaker
        if annex.title:
            return speaker.text(annex.title, f"annex/{index}/title", "annexes", index, "title")
        return speaker.finish(ANNEX_TITLES[annex.kind].say(speaker.language))

    def _columns(self, annex: Annex, default: tuple[str, ...]) -> list[tuple[Column, str]]:
        """The columns to print with their headings; those of a draft only in a draft."""
        given = annex.columns or tuple(Column.model_validate(key) for key in default)
        whole = self.stationer.is_draft
        kept = [c for c in given if whole or not (c.draft or c.key in DRAFT_COLUMNS)]
        return [(column, self._column_title(column, annex.kind)) for column in kept]

    def _column_title(self, column: Column, kind: str) -> str:
        speaker, titles = self.namer.speaker, self.namer.registers.terms.columns
        if column.title:
            return str(speaker.text(column.title, "", "annexes", kind, "columns", column.key))
        known = titles.get(f"{kind}.{column.key}") or titles[column.key]
        return speaker.finish(known.say(speaker.language))

    def _tasks(self, annex: Annex) -> tuple[tuple[ColumnView, ...], tuple[RowView, ...]]:
        columns = self._columns(annex, DEFAULT_COLUMNS["tasks"])
        views = _column_views(columns)
        rows: list[RowView] = []
        nodes = group_tree(self.plan, self.tasks.writer.catalogue)
        numbers = numbers_of(nodes, annex.numbering)
        for node in nodes:
            rows.append(self._group_row(node, len(views) - 1))
            for placed in node.tasks:
                number, name = numbers[placed.index], placed.task.id
                lines = [
                    (number,) if c.key == "number" else self.tasks.lines(c.key, placed)
                    for c, _ in columns
                ]
                rows.append(_item(anchor_of("tasks", name), name, number, views, lines))
        return views, tuple(rows)

    def _group_row(self, node: GroupNode, span: int) -> RowView:
        title = self.tasks.writer.group_title(node)
        return RowView("", "group", group_number(node, self.namer.language), title, span, ())

    def _targets(self, annex: Annex) -> tuple[tuple[ColumnView, ...], tuple[RowView, ...]]:
        columns = self._columns(annex, DEFAULT_COLUMNS["targets"])
        if annex.horizons == "columns":
            return self._targets_in_columns(columns)
        return self._targets_in_blocks(columns)

    def _targets_in_columns(
        self, columns: list[tuple[Column, str]]
    ) -> tuple[tuple[ColumnView, ...], tuple[RowView, ...]]:
        horizons = self.targets.writer.horizons()
        expanded: list[tuple[Column, str, int | None]] = []
        for column, title in columns:
            years = horizons if column.key == "values" else (None,)
            expanded += [
                (
                    column,
                    self.targets.writer.horizon_title(y) if column.key == "values" else title,
                    y,
                )
                for y in years
            ]
        views = _column_views([(c, t) for c, t, _ in expanded])
        with_unit = all(c.key != "unit" for c, _ in columns)
        rows = [
            self._target_row(placed, number, views, [(c, y) for c, _, y in expanded], with_unit)
            for placed, number in numbered(self.targets.writer.ordered())
        ]
        return views, tuple(rows)

    def _targets_in_blocks(
        self, columns: list[tuple[Column, str]]
    ) -> tuple[tuple[ColumnView, ...], tuple[RowView, ...]]:
        views = _column_views(columns)
        with_unit = all(c.key != "unit" for c, _ in columns)
        rows: list[RowView] = []
        for block, year in enumerate(self._blocks(), 1):
            title = self.targets.writer.horizon_title(year)
            rows.append(RowView("", "group", roman(block), title, len(views) - 1, ()))
            present = tuple(p for p in self.targets.writer.ordered() if self._at(p, year))
            rows += [
                self._target_row(
                    p, number, views, [(c, year) for c, _ in columns], with_unit, block
                )
                for p, number in numbered(present)
            ]
        return views, tuple(rows)

    def _blocks(self) -> tuple[int | None, ...]:
        """The horizons; targets without values stand in the block without a year."""
        years = self.targets.writer.horizons()
        blank = any(self.targets.writer.lacks_values(t) for t in self.plan.targets)
        return (*years, None) if blank and None not in years else years

    def _at(self, placed: PlacedTarget, year: int | None) -> bool:
        blank = year is None and self.targets.writer.lacks_values(placed.target)
        return blank or self.targets.writer.stands_at(placed.target, year)

    def _target_row(
        self,
        placed: PlacedTarget,
        number: str,
        views: tuple[ColumnView, ...],
        columns: list[tuple[Column, int | None]],
        with_unit: bool,
        block: int = 0,
    ) -> RowView:
        lines = [self._target_lines(c.key, placed, number, y, with_unit) for c, y in columns]
        name = placed.target.id
        mark = anchor_of("targets", f"{name}_{block}" if block else name)
        return _item(mark, name, number, views, lines)

    def _target_lines(
        self, key: str, placed: PlacedTarget, number: str, year: int | None, with_unit: bool
    ) -> tuple[Line, ...]:
        if key == "number":
            return (number,)
        if key == "values":
            values = self.targets.writer.values(placed, year, with_unit=with_unit)
            return (values,) if values else ("",)
        return self.targets.lines(key, placed)


def _column_views(columns: list[tuple[Column, str]]) -> tuple[ColumnView, ...]:
    widths = shared_widths([(c.key, c.width) for c, _ in columns], TABLE_WIDTH)
    return tuple(
        ColumnView(title, width, column.key in CENTRED)
        for (column, title), width in zip(columns, widths, strict=True)
    )


def _item(
    mark: str,
    name: str,
    number: str,
    views: tuple[ColumnView, ...],
    lines: list[tuple[Line, ...]],
) -> RowView:
    cells = tuple(
        CellView(view.width, view.centred, content)
        for view, content in zip(views, lines, strict=True)
    )
    return RowView(mark, "item", number, "", 0, cells, name)
