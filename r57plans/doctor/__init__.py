"""What this machine has of what r57plans needs, and how to get what it lacks."""

from __future__ import annotations

from r57plans.doctor.examining import examine
from r57plans.doctor.records import NEEDS, Examined, Install, Item, as_dict

__all__ = ["NEEDS", "Examined", "Install", "Item", "as_dict", "examine"]
