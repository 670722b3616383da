"""Which place of a program's environment holds a template's name, scope by scope.

An environment is a list with a place for each value that a program names; the first place holds
the runtime.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Environment = list[Any]
Evaluate = Callable[[Environment], Any]
Run = Callable[[Environment, list[str]], None]


class Scope:
    """The names that one block gives a value; what it lacks is looked up around it."""

    def __init__(self, around: Scope | None = None) -> None:
        self.around = around
        self.held: dict[str, int] = {}
        self.asked: set[str] = set()

    def find(self, name: str) -> int | None:
        """The place for a name of this scope or one around it."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.held:
                scope.asked.add(name)
                return scope.held[name]
            scope = scope.around
        return None


class Names:
    """All names of one program: those of its scopes, and those that the context gives."""

    def __init__(self) -> None:
        self.scope = Scope()
        self.given: dict[str, int] = {}
        self.size = 1

    def fresh(self) -> int:
        """A place that nothing else has."""
        self.size += 1
        return self.size - 1

    def hold(self, name: str) -> int:
        """The place for a name that this scope gives a value."""
        if name not in self.scope.held:
            self.scope.held[name] = self.fresh()
        return self.scope.held[name]

    def enter(self) -> Scope:
        """Begin a scope inside the present one."""
        self.scope = Scope(self.scope)
        return self.scope

    def leave(self) -> None:
        """Go back to the scope around the present one."""
        self.scope = self.scope.around or self.scope

    def load(self, name: str) -> int:
        """The place that holds a name's value here; the context's where no scope has it."""
        found = self.scope.find(name)
        if found is None:
            found = self.given.get(name)
        if found is None:
            found = self.given[name] = self.fresh()
        return found
