"""How much a template may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one rendering may do; what is above it is a finding (`template.limit`).

    `loop` is the longest `range`, in numbers; `output` the size of all written parts in bytes;
    `depth` how deeply loops may be nested.
    """

    loop: int = 1_000_000
    output: int = 64 * 1024 * 1024
    depth: int = 12


DEFAULT_LIMITS = Limits()
