"""How a plan's texts are said in the document's language, and which of them lack it."""

from __future__ import annotations

import re
from typing import Protocol

from r57plans.findings import Finding, Language, Message, Place
from r57plans.language import SpellingStyle, is_neutral, keep_together, localise_numbers, spell
from r57plans.model.base import Text
from r57plans.model.plan import Plan
from r57plans.model.when import When
from r57plans.view.printed import Printed

Where = tuple[str | int, ...]
STANDS_IN: dict[Language, str] = {"en": "[vi]", "vi": "[en]"}

# A number as YAML writes it; `1.000` is a Vietnamese thousand and `0.125` is not.
_POINTED = re.compile(r"(?!([1-9]\d{0,2})\.\d{3}$)\d+\.\d+")
_RANGE = re.compile(r"(?<=\d) - (?=\d)")


class Source(Protocol):
    """A file as loaded, which knows where its values stand."""

    def place(self, *path: str | int) -> Place:
        """Where a value stands in the file."""


class Speaker:
    """Says texts in one language and keeps note of those that exist only in the other."""

    def __init__(self, plan: Plan, language: Language, source: Source | None = None) -> None:
        """`source` is the file that the texts are from, where that is not the plan's."""
        self.language: Language = language
        self._source = source or plan
        self._style: SpellingStyle = plan.spelling
        self._missing: dict[str, Finding] = {}
        self._finished: dict[str, str] = {}

    @property
    def missing(self) -> tuple[Finding, ...]:
        """One finding for each text that had to be printed in the other language."""
        return tuple(self._missing.values())

    def finish(self, text: str) -> str:
        """Spelled in the plan's style, and kept together where a line must not break.

        Names of bodies come again and again, so each text is finished once.
        """
        if text not in self._finished:
            spelled = spell(text, self._style) if self.language == "vi" else text
            self._finished[text] = keep_together(spelled)
        return self._finished[text]

    def text(self, text: Text | None, path: str, *where: str | int) -> Printed:
        """A text of the plan as it is printed, with its identity; empty where there is none."""
        if text is None:
            return Printed("", path)
        return Printed(self.finish(self._said(text, where)), path)

    def figure(self, text: Text | None, *where: str | int) -> str:
        """A value or unit: as `text`, with the language's decimal, grouping and range signs.

        What the author wrote in English is left as it is written.
        """
        if text is None:
            return ""
        said = self._said(text, where)
        written_so = self.language == "en" and text.en
        if self.language == "vi":
            return said.replace(".", ",") if _POINTED.fullmatch(said) else said
        if written_so:
            return said
        return _RANGE.sub("–", localise_numbers(said, self.language))

    def when(self, when: When, path: str, *where: str | int) -> Printed:
        """A deadline: the author's words, or what they are in the other language."""
        said = when.say(self.language)
        if said and not when.translated(self.language):
            said = self._marked(said, where)
        return Printed(self.finish(said), path)

    def _said(self, text: Text, where: Where) -> str:
        if self.language == "vi" or text.en or is_neutral(text.vi):
            return text.say(self.language)
        return self._marked(text.vi, where)

    def _marked(self, said: str, where: Where) -> str:
        """A text that stands in for one in the document's language, with the mark of its own."""
        key, place = "/".join(map(str, where)), self._source.place(*where)
        start = said if len(said) <= 60 else said[:57] + "…"
        lacking = _no_english if self.language == "en" else _no_vietnamese
        self._missing.setdefault(key, lacking(start, place))
        return f"{STANDS_IN[self.language]} {said}"


def _no_english(start: str, place: Place) -> Finding:
    hint = Message(
        "thêm khóa `en` bên cạnh `vi`; bản tiếng Anh tạm in tiếng Việt kèm dấu [vi]",
        "add `en` beside `vi`; the English file prints the Vietnamese, marked [vi]",
    )
    message = Message(f"chưa có bản tiếng Anh: “{start}”", f"no English yet: “{start}”")
    return Finding("build.untranslated", "note", message, hint, place)


def _no_vietnamese(start: str, place: Place) -> Finding:
    hint = Message(
        "viết bằng tiếng Việt, hoặc {vi: …, en: …}; bản tiếng Việt tạm in tiếng Anh kèm dấu [en]",
        "write {vi: …, en: …}; the Vietnamese file prints the English, marked [en]",
    )
    message = Message(f"chưa có bản tiếng Việt: “{start}”", f"no Vietnamese yet: “{start}”")
    return Finding("build.no-vietnamese", "warning", message, hint, place)
