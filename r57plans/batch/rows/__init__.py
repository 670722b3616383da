"""A table with a row for each province over one common plan, as the plans of a batch."""

from __future__ import annotations

from r57plans.batch.rows.reading import Drafts, sources_from

__all__ = ["Drafts", "sources_from"]
