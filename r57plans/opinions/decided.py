"""A proposal with the answer to it."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether a proposal was taken, and why; without a reason the table leaves room for one."""

    proposal: Proposal
    taken: bool
    reason: Text | Message | str = ""
