"""What is wrong with a user's file, as values: a rule, a place, a message in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "note"]
Language = Literal["vi", "en"]

LEVEL_WORDS: dict[Level, dict[Language, str]] = {
    "error": {"vi": "lỗi", "en": "error"},
    "warning": {"vi": "cảnh báo", "en": "warning"},
    "note": {"vi": "lưu ý", "en": "note"},
}

LEVELS: tuple[Level, ...] = tuple(LEVEL_WORDS)
"""All levels, the gravest first."""


class Message(NamedTuple):
    """One sentence in both languages of the interface."""

    vi: str
    en: str

    def say(self, language: Language) -> str:
        """The sentence in one language."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands. Lines and columns count from 1; 0 means unknown."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.file, *numbers]) if self.file else ":".join(numbers)

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By what places are sorted: file, part of the file, line, column."""
        return self.file, "", self.line, self.column

    def fields(self, language: Language) -> dict[str, str | int]:
        """The place as machines read it; kinds of places that know more say more."""
        return {"file": self.file, "line": self.line, "column": self.column, "path": self.path}

    def advice(self, hint: Message) -> Message:
        """What to do there; kinds of places that have words of their own say it in these."""
        return hint

    def words(self, language: Language) -> str:
        """The place inside the file in words for a person; "" where lines say it all."""
        return ""


NOWHERE = Place()


NO_HINT = Message("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check says: which rule, how grave, where, what is wrong, what to do."""

    rule: str
    level: Level
    message: Message
    hint: Message = NO_HINT
    place: Place = NOWHERE

    @property
    def advice(self) -> Message:
        """The hint in words of the kind of file that the finding speaks of."""
        return self.place.advice(self.hint)

    def text(self, language: Language) -> str:
        """One or two lines for a person: place, level and message, then what to do."""
        head = f"{self.place}: " if str(self.place) else ""
        line = (
            f"{head}{LEVEL_WORDS[self.level][language]}: {self.message.say(language)} [{self.rule}]"
        )
        hint = self.advice.say(language)
        return f"{line}\n  → {hint}" if hint else line

    def as_dict(self, language: Language) -> dict[str, str | int]:
        """The finding as machines read it (`--format json`)."""
        return {
            "rule": self.rule,
            "level": self.level,
            "message": self.message.say(language),
            "hint": self.advice.say(language),
            **self.place.fields(language),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of the file they speak of."""

    findings: tuple[Finding, ...] = field(default=())

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """The findings sorted by file, line and column."""
        return cls(tuple(sorted(findings, key=_order)))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __add__(self, other: Report) -> Report:
        return Report.of((*self.findings, *other.findings))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the work."""
        return tuple(f for f in self.findings if f.level == "error")

    def text(self, language: Language) -> str:
        """All findings, one after the other, for a person."""
        return "\n".join(f.text(language) for f in self.findings)


def _order(finding: Finding) -> tuple[str, str, int, int]:
    return finding.place.order
