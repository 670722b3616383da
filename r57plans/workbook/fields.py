"""How the fields of a record are written into cells, and read from them, losing nothing.

A field takes some keys of a record. `cells` gives the texts of its columns, or None where they
cannot hold the value; `value` gives the value back. Several items of one list stand on lines of
their own within a cell; where a list has several columns, its items are on the same lines of each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from r57plans.pull.written import SWITCHES, WHOLE
from r57plans.workbook.coded import read_code, say_code

Texts = Mapping[str, str]
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
APART = " | "
"""Between the Vietnamese and the English of a body that is named in words."""
YES = "có"
LONGEST, _MOST_LINES = 32_000, 250
"""Characters of a cell, somewhat below what Excel holds."""
_YES = frozenset({YES, "x", "yes", "true", "1"})
_NO = frozenset({"không", "no", "false", "0"})


class BodyNames(Protocol):
    """Bodies and posts by name."""

    def say(self, actor: Any) -> str:
        """An actor as a cell has it; "" where no words could be read back as the same."""

    def read(self, said: str) -> Any:
        """The actor that is meant."""

    def read_all(self, said: str) -> list[Any]:
        """The actors that are meant, where commas or “và” may part several."""


class Field(Protocol):
    """One key of a record, and the columns that hold it."""

    @property
    def key(self) -> str:
        """The key in the record; "" for the record's own words."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its columns."""

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """The texts of the columns; None where they cannot hold this value."""

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """What the columns say; None where all are blank."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A single word, figure or switch; of an id in `codes` what offices call it."""

    key: str
    codes: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Its one column."""
        return (self.key,)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """The word."""
        if not isinstance(value, str | int):
            return None
        return {self.key: say_code(self.codes, word(value))}

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The word, or the figure."""
        return scalar(self.key, read_code(self.codes, texts.get(self.key, "")))


@dataclass(frozen=True, slots=True)
class Said:
    """A text in two languages; one in Vietnamese alone may be `bare`, as a deadline is."""

    key: str
    bare: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Vietnamese and English."""
        return f"{self.key}.vi", f"{self.key}.en"

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """The words in both."""
        said = {"vi": value} if self.bare and isinstance(value, str) else value
        if not isinstance(said, dict) or not set(said) <= {"vi", "en"}:
            return None
        return {f"{self.key}.{name}": str(words) for name, words in said.items() if words}

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The text."""
        pairs = ((name, texts.get(f"{self.key}.{name}", "").strip()) for name in ("vi", "en"))
        said = {name: words for name, words in pairs if words}
        return said["vi"] if self.bare and set(said) == {"vi"} else said or None


@dataclass(frozen=True, slots=True)
class Several:
    """A list of ids or words, each on a line."""

    key: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Its one column."""
        return (self.key,)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """A line each."""
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in items):
            return None
        return {self.key: "\n".join(items)}

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The lines; ids may also be parted by commas or semicolons."""
        return items_of(texts.get(self.key, "")) or None


@dataclass(frozen=True, slots=True)
class Actors:
    """A list of bodies, posts and free words, each on a line; or `one` alone."""

    key: str
    one: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Its one column."""
        return (self.key,)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """Their names."""
        said = [names.say(actor) for actor in ([value] if self.one else value)]
        return {self.key: "\n".join(said)} if all(said) else None

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """What the names stand for."""
        items = (_NUMBERED.sub("", item, count=1) for item in items_of(texts.get(self.key, "")))
        found = [actor for item in items for actor in names.read_all(item)]
        return (found[0] if self.one and len(found) == 1 else found) or None


@dataclass(frozen=True, slots=True)
class Figures:
    """The local figures of a task's text: `ty_le: 80%`, each on a line, `ty_le:` while unknown."""

    key: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Its one column."""
        return (self.key,)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """A line each."""
        lines = []
        for name, figure in value.items():
            if figure is not None and not (isinstance(figure, dict) and set(figure) == {"vi"}):
                return None
            lines.append(f"{name}: {figure['vi'] if figure else ''}".strip())
        return {self.key: "\n".join(lines)}

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The figures by name."""
        pairs = (line.partition(":") for line in lines_of(texts.get(self.key, "")))
        return {
            name.strip(): {"vi": figure} if (figure := said.strip()) else None
            for name, _, said in pairs
        } or None


def word(value: object) -> str:
    """A word, figure or switch as a cell has it."""
    return (YES if value else "không") if isinstance(value, bool) else str(value)


def scalar(key: str, said: str) -> Any:
    """What a cell's word is as the value of that key; None for nothing."""
    said = said.strip()
    if key in WHOLE and said.isdecimal() and len(said) < 10:
        return int(said)
    if key in SWITCHES and said.casefold() in _YES | _NO:
        return said.casefold() in _YES
    return said or None


def lines_of(said: str) -> list[str]:
    """The lines of a cell that are not blank."""
    return [line.strip() for line in said.split("\n") if line.strip()]


def items_of(said: str) -> list[str]:
    """The items of a list in a cell: lines, or what semicolons part."""
    return [item for line in said.split("\n") for each in line.split(";") if (item := each.strip())]


def kept(field: Field, value: Any, names: BodyNames) -> dict[str, str] | None:
    """The cells of a value, if reading them gives the very value; else None."""
    found = field.cells(value, names)
    if found is None or not all(map(fits, found.values())):
        return None
    tidy = {key: clean(text) for key, text in found.items()}
    return found if field.value(tidy, names) == value else None


def fits(said: str) -> bool:
    """Whether a cell of Excel can hold a text: it counts UTF-16, and line breaks."""
    return len(said.encode("utf-16-le")) // 2 <= LONGEST and said.count("\n") < _MOST_LINES


def clean(said: str) -> str:
    """A cell's text as it is read: plain line ends, no blanks at either end.

    Blank lines at the top stay: the first item of a list may have nothing in this column.
    """
    plain = said.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").rstrip()
    return plain if plain.startswith("\n") else plain.lstrip()
