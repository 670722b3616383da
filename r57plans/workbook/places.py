"""Where a value stands in a workbook: the sheet and the cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from r57plans.findings import Language, Message, Place
from r57plans.load.yaml_source import Path, Source
from r57plans.workbook.rewording import in_sheets


@dataclass(frozen=True, slots=True)
class CellPlace(Place):
    """A place that has a sheet and a cell; `line` and `column` are the cell's, for sorting.

    A CSV file has no sheets.
    """

    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        where = "!".join(filter(None, (self.sheet, self.cell)))
        return ": ".join(filter(None, (self.file, where)))

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Sheet by sheet."""
        return self.file, self.sheet, self.line, self.column

    def fields(self, language: Language) -> dict[str, str | int]:
        """The place as machines read it."""
        return {
            "file": self.file, "line": self.line, "column": self.column, "path": self.path,
            "sheet": self.sheet, "cell": self.cell,
        }  # fmt: skip

    def advice(self, hint: Message) -> Message:
        """Sheets and columns instead of keys."""
        return in_sheets(hint)

    def words(self, language: Language) -> str:
        """The sheet and the cell."""
        said = ("trang", "ô") if language == "vi" else ("sheet", "cell")
        cell = f"{said[1]} {self.cell}" if self.cell else ""
        return f"{said[0]} “{self.sheet}”, {cell}" if cell and self.sheet else cell


@dataclass(frozen=True)
class WorkbookSource(Source):
    """A workbook that was read: its plan as plain data, and the cell of each value."""

    cells: Mapping[Path, Place] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        """The cell of each value."""
        return self.cells

    @cached_property
    def keys(self) -> Mapping[Path, Place]:
        """Keys have no cells of their own."""
        return {}
