"""How much a template may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one rendering may do; what is above it is a finding (`template.limit`).

    `steps` counts the rounds of loops and the calls together; `output` is the size of all text
    that is written or kept, in bytes or characters; `seconds` the time of one rendering; `depth`
    how deeply loops may be nested. `memory` is the address space in bytes of the child process in
    which a template that is not ours is rendered.
    """

    steps: int = 1_000_000
    output: int = 64 * _MIB
    seconds: float = 10.0
    depth: int = 12
    memory: int = 2048 * _MIB


DEFAULT_LIMITS = Limits()
