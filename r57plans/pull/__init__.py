"""Edits that come back: an edited Word file as proposals on the plan that it was made from."""

from r57plans.pull.reading import Read, read_proposals

__all__ = ["Read", "read_proposals"]
