"""Edits that come back: an edited Word file as proposals on the plan that it was made from."""

from r57plans.pull.reading import Read, read_proposals
from r57plans.pull.rebuild import plan_of

__all__ = ["Read", "plan_of", "read_proposals"]
