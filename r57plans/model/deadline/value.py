"""A deadline as a value: the author's words and what they mean."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from r57plans.findings import Language
from r57plans.language import capital_first, small_first
from r57plans.model.deadline.kinds import DeadlineKind, Spoken
from r57plans.model.deadline.periods import Period
from r57plans.model.deadline.phrases import is_phrase, say_phrase
from r57plans.model.deadline.windows import Window
from r57plans.model.deadline.words import A_MONTH_NAME, ENGLISH_WEEKDAYS, fold

# Figures that a Vietnamese text does not write: 2025-11-30, 2025-11, Q2/2025, H1/2025.
_NOT_VIETNAMESE = re.compile(r"[0-9]{4}-[0-9]{1,2}(?:-|$)|[qh][1-4]")
# Words whose capital is no sign that the author began a sentence.
_WEEKDAYS = "|".join(name.casefold() for name in ENGLISH_WEEKDAYS)
_ALWAYS_CAPITAL = re.compile(
    rf"(?:q[1-4]|q\.?[iv]+|t\.?\d+|h[12]|[iv]+|{A_MONTH_NAME}|(?:{_WEEKDAYS})s?)\b"
)
_PHRASED = (DeadlineKind.NONE, DeadlineKind.ONGOING, DeadlineKind.PHASE, DeadlineKind.EVENT)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The author's words, kept, beside what was understood of them.

    `first` and `last` are the days of the period: `last` is the last day that is in time, None
    where there is no end or it cannot be derived; `first` is None where the start is open. What is
    ambiguous is decided in the table of the package. `window` is the calendar part, `every` the
    rhythm (with `reporting`, of the reports only). `text` is a set phrase in Vietnamese or
    the folded text of an event or phase, `number` the number in it or the count of working days,
    `note` free words after a rhythm. `language` is empty where the words are the same in both.
    """

    wording: str
    language: Spoken
    kind: DeadlineKind
    first: date | None = None
    last: date | None = None
    every: Period | None = None
    window: Window | None = None
    text: str = ""
    number: int = 0
    note: str = ""
    reporting: bool = False

    @property
    def meaning(self) -> Hashable:
        """Equal for wordings that mean the same, in either language; not to be stored.

        Two wordings that were not understood are equal only as texts.
        """
        if self.kind is DeadlineKind.UNKNOWN:
            return self.kind, fold(self.wording)
        window = self.window.meaning if self.window else ()
        text = "" if self.kind in (DeadlineKind.ONGOING, DeadlineKind.NONE) else self.text
        rhythm = (self.every, self.reporting, self.note)
        return self.kind, self.first, self.last, window, rhythm, text, self.number

    @property
    def sort_key(self) -> tuple[date, date, bool, str]:
        """Sorts by the last day, then the first, then the wording; what has none sorts last."""
        never = date.max
        blank = self.kind is DeadlineKind.NONE
        return self.last or never, self.first or never, blank, self.wording

    def translated(self, lang: Language) -> bool:
        """False where `say` has only the other language's words to give."""
        return self.language in ("", lang) or self._translatable

    def say(self, lang: Language) -> str:
        """The deadline in one language: the author's own words wherever they are in it.

        Otherwise the usual wording, with a capital where the author began with one; the words as
        they are where there is no translation (see `translated`).
        """
        if self.language == lang or not self._translatable:
            return self.wording
        if not self.language and self._is_fine(lang):
            return self.wording
        words = self._words(lang)
        return capital_first(words) if self._begins_with_capital else words

    @property
    def _translatable(self) -> bool:
        if self.kind is DeadlineKind.UNKNOWN or self.note:
            return False
        return not self.text or is_phrase(self.text)

    def _is_fine(self, lang: Language) -> bool:
        if self.kind is DeadlineKind.NONE:
            return True
        return lang == "vi" and not _NOT_VIETNAMESE.search(fold(self.wording))

    @property
    def _begins_with_capital(self) -> bool:
        return self.wording[:1].isupper() and not _ALWAYS_CAPITAL.match(fold(self.wording))

    def _words(self, lang: Language) -> str:
        if self.kind is DeadlineKind.WORKING_DAYS:
            return self._span(lang)
        if self.kind in _PHRASED:
            return say_phrase(self.text, self.number, lang) + self._rhythm(lang) + self._tail(lang)
        if self.every:
            return self.every.say(lang) + self._tail(lang)
        return self.window.say(lang) if self.window else self.wording

    def _rhythm(self, lang: Language) -> str:
        if self.every is None:
            return ""
        report = {"vi": "báo cáo ", "en": "reporting "}[lang] if self.reporting else ""
        return f", {report}{self.every.say(lang)}"

    def _tail(self, lang: Language) -> str:
        if self.window is None:
            return ""
        if self.kind is DeadlineKind.EVENT:
            return f" ({self.window.say(lang)})"
        if self.kind is not DeadlineKind.PHASE:
            return f" {self.window.phrase(lang)}"
        lasts = self.window.first is None or self.window.begin is None
        return f" ({self.window.phrase(lang) if lasts else self.window.say(lang)})"

    def _span(self, lang: Language) -> str:
        english = "working day" if self.number == 1 else "working days"
        days = f"{self.number} {'ngày làm việc' if lang == 'vi' else english}"
        start = f" {say_phrase(self.text, 0, lang)}" if self.text else ""
        if self.window:
            named = self.window.start.named(lang)
            start = f" kể từ {named}" if lang == "vi" else f" from {named}"
        return f"{'trong' if lang == 'vi' else 'within'} {days}{start}"


def within_sentence(said: str) -> str:
    """What a deadline says, in either language, as it stands within a sentence."""
    return said if _ALWAYS_CAPITAL.match(fold(said)) else small_first(said)
