"""A plan, a catalogue and a language become what a template may see."""

from __future__ import annotations

from r57plans.view.assemble import Seen, view_of
from r57plans.view.printed import Joined, Printed, Record
from r57plans.view.records import View

__all__ = ["Joined", "Printed", "Record", "Seen", "View", "view_of"]
