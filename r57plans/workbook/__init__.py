"""Excel files: the only room that knows them.

`exporting.export` gives a plan as a workbook, `reading.read_workbook` the data of one,
`proposing.import_workbook` what a filled-in one proposes; `workbook_of` makes plain tables.
"""

from __future__ import annotations

from r57plans.workbook.looks import ChartOf, Look
from r57plans.workbook.tables import workbook_of

__all__ = ["ChartOf", "Look", "workbook_of"]
