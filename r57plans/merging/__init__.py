"""Plans of provinces that merged, made into one: nothing lost, what differs left to the office."""

from __future__ import annotations

from r57plans.merging.joining import merge
from r57plans.merging.records import Conflict, Entry, Merged, MergeReport, Origin

__all__ = ["Conflict", "Entry", "MergeReport", "Merged", "Origin", "merge"]
