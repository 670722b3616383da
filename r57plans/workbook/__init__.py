"""Excel files: the only room that knows them."""

from __future__ import annotations

from r57plans.workbook.tables import workbook_of

__all__ = ["workbook_of"]
