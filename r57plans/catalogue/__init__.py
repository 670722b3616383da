"""What can be done with a catalogue: search it, count it, check it, upgrade plans to it."""

from __future__ import annotations

from r57plans.catalogue.accept import accept
from r57plans.catalogue.entries import entries, entry
from r57plans.catalogue.search import Selection, select
from r57plans.catalogue.stats import stats, unverified
from r57plans.catalogue.tables import tables
from r57plans.catalogue.upgrade import upgrade_of
from r57plans.catalogue.verify import Case, compare, verify

__all__ = [
    "Case",
    "Selection",
    "accept",
    "compare",
    "entries",
    "entry",
    "select",
    "stats",
    "tables",
    "unverified",
    "upgrade_of",
    "verify",
]
