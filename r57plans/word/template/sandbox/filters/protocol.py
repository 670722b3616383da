"""What a filter or a test is handed of the rendering that it works in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from r57plans.findings import Language
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.operations import Operations

Function = Callable[..., Any]


class Lookup(Protocol):
    """How names behind dots and in brackets are looked up."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands in brackets; a text also finds what a dot finds."""
        ...


class Runtime(Protocol):
    """One rendering, as filters and tests see it."""

    @property
    def ops(self) -> Operations:
        """The operators, which the budget pays for."""
        ...

    @property
    def budget(self) -> Budget:
        """What the rendering may still use."""
        ...

    @property
    def language(self) -> Language:
        """The language of the template."""
        ...

    @property
    def env(self) -> Lookup:
        """The lookup of names."""
        ...

    def filter(self, name: str) -> Function:
        """The filter of that name, called with a value and its arguments."""
        ...

    def test(self, name: str) -> Function:
        """The test of that name, called with a value and its arguments."""
        ...
