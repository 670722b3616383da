"""Where a document's template comes from: a shipped one, or an office's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from r57plans.assets import templates_folder
from r57plans.findings import Language
from r57plans.load import read_file
from r57plans.model.registers import LayoutName
from r57plans.word.package import DEFAULT_LIMITS
from r57plans.word.properties import language_of
from r57plans.word.respell import respelled
from r57plans.word.template import Template, compiled


def template_file(name: str, language: Language, layout: LayoutName) -> Path:
    """The shipped template of that name in one language and layout."""
    suffix = "-state" if layout == "state" else ""
    return templates_folder() / language / f"{name}{suffix}.docx"


def shipped(name: str, language: Language, layout: LayoutName, *, old_marks: bool) -> Template:
    """The shipped template, its Vietnamese words with tone marks in the old style if asked."""
    return compiled_file(template_file(name, language, layout), language, old_marks=old_marks)


def shipped_by_hash(
    wanted: str, name: str, language: Language, layouts: Iterable[LayoutName]
) -> str:
    """The file name of the shipped template with that hash, in either spelling; "" for none."""
    for layout in layouts:
        path = template_file(name, language, layout)
        data = _template_bytes(path)
        spellings = (data, respelled(data, "old")) if language == "vi" else (data,)
        if any(sha256(each).hexdigest() == wanted for each in spellings):
            return path.name
    return ""


def compiled_file(path: Path, language: Language, *, old_marks: bool) -> Template:
    """A template of ours at a path, compiled once for the process."""
    data = _template_bytes(path)
    if language == "vi" and old_marks:
        data = respelled(data, "old")
    return compiled(data, path.name, language)


@lru_cache(maxsize=64)
def _template_bytes(path: Path) -> bytes:
    return path.read_bytes()


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that is not ours: its bytes, and its name for messages."""

    data: bytes
    name: str

    @classmethod
    def read(cls, source: bytes | str | Path) -> OwnTemplate:
        """The template of a file, or of its bytes; LoadError where the file cannot be read."""
        if isinstance(source, bytes):
            return cls(source, "")
        return cls(read_file(source, "word", DEFAULT_LIMITS.max_bytes), str(source))

    @property
    def language(self) -> Language:
        """The language that the file says it is in; Vietnamese where it says none of ours."""
        said = language_of(self.data, self.name).partition("-")[0].lower()
        return "en" if said == "en" else "vi"

    def compiled(self, language: Language) -> Template:
        """The template, read once for the process, its filters writing this language."""
        return _own_template(self.data, self.name, language)


@lru_cache(maxsize=8)
def _own_template(data: bytes, name: str, language: Language) -> Template:
    return Template(data, name=name, language=language, isolate=True)
