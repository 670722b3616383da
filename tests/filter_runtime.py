"""One rendering without a template: what the tests of operations and filters work in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import partial
from time import monotonic
from typing import Any

import pytest
from jinja2 import StrictUndefined

from r57plans.findings import Language
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.filters import FILTERS, TESTS
from r57plans.word.template.sandbox.limits import DEFAULT_LIMITS, Limits
from r57plans.word.template.sandbox.methods import NO_MEMBER, Method, member
from r57plans.word.template.sandbox.operations import Operations
from r57plans.word.template.told.faults import MisuseError

_AT_ONCE = 20  # seconds: a hang would take hours, a busy machine may take some of these


class Lookup:
    """Keys of mappings and fields of dataclasses, then members of plain values."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if is_dataclass(obj) and attribute in {field.name for field in fields(obj)}:
            return getattr(obj, attribute)
        found = member(obj, attribute)
        return StrictUndefined(name=attribute, obj=obj) if found is NO_MEMBER else found

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping | list | tuple | str):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        return self.getattr(obj, str(argument))


class Rendering:
    """A rendering with its own budget; `filter` and `test` are bound to it."""

    def __init__(self, language: Language = "vi", limits: Limits = DEFAULT_LIMITS) -> None:
        self.budget = Budget(limits)
        self.ops = Operations(self.budget)
        self.language: Language = language
        self.env = Lookup()

    def filter(self, name: str) -> Callable[..., Any]:
        return partial(FILTERS[name], self)

    def test(self, name: str) -> Callable[..., Any]:
        return partial(TESTS[name], self)

    def call(self, owner: Any, name: str, *args: Any, **named: Any) -> Any:
        """What the method of a plain value gives."""
        method = self.env.getattr(owner, name)
        assert isinstance(method, Method)
        return method(self.ops, *args, **named)


def unknown(name: str = "ten") -> StrictUndefined:
    """What stands for a name that the data do not have."""
    return StrictUndefined(name=name)


def doubled(times: int = 50) -> list[Any]:
    """A small list that would be endless to walk: each holds the one before twice."""
    value: list[Any] = ["a"]
    for _ in range(times):
        value = [value, value]
    return value


@contextmanager
def refused(rule: str) -> Iterator[None]:
    """The block must raise a `MisuseError` of that rule, in both languages, and at once."""
    start = monotonic()
    with pytest.raises(MisuseError) as caught:
        yield
    assert caught.value.rule == rule
    assert all(caught.value.blanks["what"])
    assert len(caught.value.blanks["what"]) == 2
    assert monotonic() - start < _AT_ONCE
