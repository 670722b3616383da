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
        said = _NAME.sub(lambda found: self[found[1]], text)
        pieces = _TAG.split(said)
        return "".join(p if p.startswith("{") else keep_together(p) for p in pieces)


def read_words(folder: Path, language: Language, layout: str) -> Words:
    """The words for all layouts and for this one (`party`, `state`)."""
    path = folder / f"words.{language}.yaml"
    data = read_mapping(path)
    return Words({**data["all"], **data[layout]}, path.name)
