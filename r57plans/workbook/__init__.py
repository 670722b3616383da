"""Excel files: the only room that knows them."""

from __future__ import annotations

from r57plans.workbook.looks import ChartOf, Look
from r57plans.workbook.tables import workbook_of

__all__ = ["ChartOf", "Look", "workbook_of"]
