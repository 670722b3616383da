"""Values that only templates make: macros, and paragraphs, rows or cells that are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from r57plans.findings import Message
from r57plans.word.template.sandbox.kinds import failed

LEVELS = {
    "r": Message(vi="chữ", en="text"),
    "p": Message(vi="các đoạn", en="paragraphs"),
    "tr": Message(vi="các hàng", en="rows"),
    "tc": Message(vi="các ô", en="cells"),
}


class Fragment:
    """Finished XML of one level: `r` runs, `p` paragraphs, `tr` rows, `tc` cells."""

    __slots__ = ("level", "xml")

    def __init__(self, xml: str, level: str) -> None:
        self.xml = xml
        self.level = level

    def __bool__(self) -> bool:
        return bool(self.xml)


class Macro:
    """A macro; `function` takes its values, the caller or None, further values, and keywords.

    `more` says whether it uses further values, further keywords, and the block of a `call`.
    """

    __slots__ = ("arguments", "function", "more", "name")

    unset: ClassVar[object] = object()

    def __init__(
        self,
        name: str,
        function: Callable[..., Any],
        arguments: tuple[str, ...],
        more: tuple[bool, bool, bool],
    ) -> None:
        self.name = name
        self.function = function
        self.arguments = arguments
        self.more = more

    def call(self, values: list[Any], named: dict[str, Any]) -> Any:
        """What it gives; an argument that is not given is `unset`."""
        taken, further = values[: len(self.arguments)], values[len(self.arguments) :]
        for name in self.arguments[len(taken) :]:
            taken.append(named.pop(name, self.unset))
        caller = named.pop("caller", None) if self.more[2] else None
        if "caller" in named:
            raise failed(
                f"macro {self.name} không dùng caller(), nên khối call sẽ bị mất",
                f"the macro {self.name} does not use caller(): the block of call would be lost",
            )
        twice = [name for name in self.arguments if name in named]
        if twice or (further and not self.more[0]) or (named and not self.more[1]):
            said = ", ".join([*twice, *named]) or str(len(values))
            raise failed(
                f"macro {self.name} không nhận tham số này: {said}",
                f"the macro {self.name} does not take this: {said}",
            )
        return self.function(taken, caller, tuple(further), named)


class Global:
    """A function that every template has; it is called with the rendering first."""

    __slots__ = ("function", "name")

    def __init__(self, name: str, function: Callable[..., Any]) -> None:
        self.name = name
        self.function = function
