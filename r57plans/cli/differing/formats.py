"""The formats of `r57plans diff`: each a function that writes a comparison in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from r57plans.findings import Language

if TYPE_CHECKING:
    from r57plans.diff.differences import Differences

Made = str | bytes | dict[str, Any]
Writer = Callable[["Differences", Language], Made]
"""Gives text or JSON for the terminal or a file, or the bytes of a file, which need `-o`."""


def _text(found: Differences, language: Language) -> str:
    from r57plans.diff.text import text

    return text(found, language)


def _json(found: Differences, language: Language) -> dict[str, Any]:
    from r57plans.diff.shape import as_dict

    return as_dict(found, language)


def _markdown(found: Differences, language: Language) -> str:
    from r57plans.diff.markdown import markdown
    from r57plans.diff.naming import sides_in

    return markdown(found.every, sides_in(found), language)


def _html(found: Differences, language: Language) -> str:
    from r57plans.diff.naming import sides_in
    from r57plans.diff.page import page

    return page(found.every, sides_in(found), language)


def _docx(found: Differences, language: Language) -> bytes:
    from r57plans.review import comparison_of

    return comparison_of(found, language)


FORMATS: Mapping[str, Writer] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
}
"""All formats, by the name that `--format` takes."""
OF_THREE = ("text", "json")
"""The formats of `--three`."""
EXAMPLES: Mapping[str, str] = {
    "text": "so-sanh.txt",
    "json": "so-sanh.json",
    "markdown": "so-sanh.md",
    "html": "so-sanh.html",
    "docx": "so-sanh.docx",
}
