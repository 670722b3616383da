"""Plans that anyone made in Word or Excel, as plan files: what is read, and what is not."""

from __future__ import annotations

from r57plans.importing.making import import_plan
from r57plans.importing.records import Imported, ImportReport, Suggestion, TableRead, Taken

__all__ = ["ImportReport", "Imported", "Suggestion", "TableRead", "Taken", "import_plan"]
