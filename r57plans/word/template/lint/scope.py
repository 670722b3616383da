"""The names that are known at a tag: those of the data, and those that tags around it give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from r57plans.word.template.lint.kinds import (
    ANYTHING,
    FLAG,
    NUMBER,
    Kind,
    Named,
    attribute,
    kind_of,
    names,
)
from r57plans.word.template.lint.words import GLOBALS


@dataclass(slots=True, eq=False)
class Frame:
    """What one block gives: its names, and for a loop the variables and the prefix of its tag.

    A `wild` frame may hold any name: its opening tag could not be read.
    """

    word: str = ""
    lift: str = ""
    names: dict[str, Kind] = field(default_factory=dict)
    variables: frozenset[str] = frozenset()
    wild: bool = False


class Scope:
    """The frames at one point of a part, the outermost first.

    `data` are the names of the data by kind; None where the data are not known.
    """

    def __init__(self, data: dict[str, Kind] | None) -> None:
        self.data = data
        self.frames = [Frame()]

    def find(self, name: str) -> Kind | None:
        """The kind of what a name stands for here; None where there certainly is no such name."""
        for frame in reversed(self.frames):
            if name in frame.names:
                return frame.names[name]
        if name == "loop" and not self.inside("macro"):
            return (self.data or {}).get(name)
        if name in GLOBALS or self.data is None or any(frame.wild for frame in self.frames):
            return (self.data or {}).get(name, ANYTHING)
        return self.data.get(name)

    def given(self, name: str) -> bool:
        """Whether a tag around or before gives this name."""
        return any(name in frame.names for frame in self.frames)

    def bind(self, name: str, kind: Kind) -> None:
        """Give a name to the innermost block; conditions are none, their names stay."""
        holder = next(frame for frame in reversed(self.frames) if frame.word != "if")
        holder.names[name] = kind

    def enter(self, frame: Frame) -> None:
        """Go into a block."""
        self.frames.append(frame)

    def leave(self, word: str) -> None:
        """Go out of the innermost block of a word, and out of what is still open inside it."""
        for index in range(len(self.frames) - 1, 0, -1):
            if self.frames[index].word == word:
                del self.frames[index:]
                return

    def loops(self, lift: str | None = None) -> Iterator[Frame]:
        """The loops around, the innermost first; only those of a prefix where one is given."""
        for frame in reversed(self.frames):
            if frame.word == "for" and (lift is None or frame.lift == lift):
                yield frame

    def inside(self, *words: str) -> bool:
        """Whether a block of one of these words is open."""
        return any(frame.word in words for frame in self.frames)

    def known(self) -> tuple[str, ...]:
        """All names here, the innermost first."""
        inner = [name for frame in reversed(self.frames) for name in frame.names]
        return tuple(dict.fromkeys([*inner, *(self.data or ())]))


def data_names(known: type | None) -> dict[str, Kind] | None:
    """The names that a view offers, by kind; None for data that are not known."""
    kind = kind_of(known) if known is not None else None
    if kind is None:
        return None
    return {name: attribute(kind, name) or ANYTHING for name in names(kind)}


def loop_kind(item: Kind) -> Kind:
    """What `loop` is inside a loop over items of a kind."""
    numbers = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")
    return Named(
        (
            *((name, NUMBER) for name in numbers),
            *(("first", FLAG), ("last", FLAG), ("previtem", item), ("nextitem", item)),
            *(("cycle", ANYTHING), ("changed", ANYTHING)),
        )
    )
