"""What a Word file is, from which plan it was made, and whether it was changed by hand since."""

from __future__ import annotations

from r57plans.inspection.look import inspect
from r57plans.inspection.shape import Inspected, Kind, Origin, as_dict

__all__ = ["Inspected", "Kind", "Origin", "as_dict", "inspect"]
