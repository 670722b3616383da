"""The words of a template in one language, looked up where an outline says `$name`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from r57plans.errors import R57Error
from r57plans.findings import Language
from r57plans.language import keep_together
from r57plans.word.maker.sources import read_mapping

_NAME = re.compile(r"\$([a-z][a-z0-9-]*)")
_TAG = re.compile(r"(\{[{%].*?[%}]\})")


class Words:
    """The words of one language and layout."""

    def __init__(self, texts: Mapping[str, str], file: str) -> None:
        self._texts = texts
        self._file = file

    def __getitem__(self, name: str) -> str:
        if name not in self._texts:
            raise R57Error(f"{self._file} has no words ${name}")
        return self._texts[name]

    def fill(self, text: str) -> str:
        """The text with its words for `$name`, and no-break signs outside of its tags."""
        pieces = _TAG.split(self._said(text, ()))
        return "".join(p if p.startswith("{") else keep_together(p) for p in pieces)

    def _said(self, text: str, within: tuple[str, ...]) -> str:
        """The text with words for names, and for the names within those."""
        if twice := next((name for n, name in enumerate(within) if name in within[:n]), None):
            raise R57Error(f"{self._file}: ${twice} holds itself")
        return _NAME.sub(lambda found: self._said(self[found[1]], (*within, found[1])), text)


def read_words(folder: Path, language: Language, *sections: str) -> Words:
    """The words of all templates and of these sections that there are; the later ones win."""
    path = folder / f"words.{language}.yaml"
    data = read_mapping(path)
    texts: dict[str, str] = {}
    for section in ("all", *sections):
        texts |= data.get(section, {})
    return Words(texts, path.name)
