"""Records within a record, and lists of them, in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57plans.workbook.coded import read_code, say_code
from r57plans.workbook.fields import BodyNames, Texts, scalar, word

_LANGUAGES = ("vi", "en")
BODIES = "bodies"
"""The codes of parts that name a body."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record within the record: some of its keys, each in a column, `texts` in two.

    `codes` are the lists of ids from which parts are.
    """

    key: str
    parts: tuple[str, ...]
    texts: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """A column a part; of texts the Vietnamese first."""
        names = (name for part in self.parts for name in ((part, f"{part}.en")
                 if part in self.texts else (part,)))  # fmt: skip
        return tuple(f"{self.key}.{name}" for name in names)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """Its parts."""
        if not isinstance(value, dict) or not set(value) <= set(self.parts):
            return None
        found: dict[str, str] = {}
        for part, said in value.items():
            inner = said if part in self.texts else {"vi": said}
            if not isinstance(inner, dict) or not set(inner) <= set(_LANGUAGES):
                return None
            if not all(isinstance(words, str | int) for words in inner.values()):
                return None
            for name, words in inner.items():
                place = f"{self.key}.{part}" if name == "vi" else f"{self.key}.{part}.en"
                found[place] = _said(self.codes.get(part, ""), words, names)
        return found

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The record."""
        return dict(self._said(texts, names)) or None

    def _said(self, texts: Texts, names: BodyNames) -> Iterator[tuple[str, Any]]:
        for part in self.parts:
            vi = texts.get(f"{self.key}.{part}", "")
            en = texts.get(f"{self.key}.{part}.en", "") if part in self.texts else ""
            if part in self.texts and (vi or en):
                yield part, {name: words for name, words in (("vi", vi), ("en", en)) if words}
            elif vi:
                yield part, _read(part, self.codes.get(part, ""), vi, names)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of records: a column a part, a line an item. `texts` are `{vi: …}`, `codes` as in
    `Record`."""

    key: str
    parts: tuple[str, ...]
    texts: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """A column a part."""
        return tuple(f"{self.key}.{part}" for part in self.parts)

    def cells(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """The items, line by line."""
        rows = [self._parts(item, names) for item in value]
        if not rows or any(not row for row in rows):
            return None
        columns = {part: [(row or {}).get(part, "") for row in rows] for part in self.parts}
        return {f"{self.key}.{p}": "\n".join(said) for p, said in columns.items() if any(said)}

    def value(self, texts: Texts, names: BodyNames) -> Any:
        """The items; a line that is blank in all columns is none."""
        columns = {p: texts.get(f"{self.key}.{p}", "").split("\n") for p in self.parts}
        most = max(map(len, columns.values()))
        rows = (
            {p: said[n].strip() if n < len(said) else "" for p, said in columns.items()}
            for n in range(most)
        )
        return [made for row in rows if (made := self._item(row, names))] or None

    def _parts(self, value: Any, names: BodyNames) -> dict[str, str] | None:
        """The words of an item's parts; None where it has others, or is no record."""
        if not isinstance(value, dict) or not set(value) <= set(self.parts):
            return None
        found = {}
        for part, said in value.items():
            inner = said
            if part in self.texts:
                inner = said["vi"] if isinstance(said, dict) and set(said) == {"vi"} else None
            if not isinstance(inner, str | int):
                return None
            found[part] = _said(self.codes.get(part, ""), inner, names)
        return found

    def _item(self, said: Texts, names: BodyNames) -> dict[str, Any]:
        return {
            part: {"vi": words} if part in self.texts
            else _read(part, self.codes.get(part, ""), words, names)
            for part, words in said.items()
            if words
        }  # fmt: skip


def _said(codes: str, value: str | int, names: BodyNames) -> str:
    words = word(value)
    return names.say(words) if codes == BODIES else say_code(codes, words)


def _read(part: str, codes: str, said: str, names: BodyNames) -> Any:
    return names.read(said) if codes == BODIES else scalar(part, read_code(codes, said))
