"""Changes that an office has approved, by their fingerprints."""

from __future__ import annotations

from pydantic import Field

from r57plans.model.base import Frozen, Text, Words


class Approval(Frozen):
    """One approved change. Only the fingerprint counts; rule and message are for readers.

    `reason` is what a comparison prints beside the change.
    """

    fingerprint: Words = Field(pattern=r"^[0-9a-f]{16}$")
    rule: Words | None = None
    message: Words | None = None
    reason: Text | None = None
