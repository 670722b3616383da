"""The shipped action plan as docxtpl takes it: its template, and contexts as plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from r57plans import Plan
from r57plans.load import load_catalogue, load_registers
from r57plans.view.assemble import view_of
from r57plans.view.printed import Joined
from r57plans.word.package import read_package, write_package

_DOCUMENT = "word/document.xml"
_WIDTH = re.compile(r"\{% cellwidth [^%]* %\}")
_FINISHED = re.compile(
    r"(<w:p>(?:(?!</w:p>).)*?<w:t[^>]*>)\{\{p ((?:\w+\.)*(\w+)) \}\}(</w:t></w:r></w:p>)", re.S
)
_LOOPED = r"\1{%p for line in \2 %}\4\1{{ line }}\4\1{%p endfor %}\4"


def context_of(plan: Plan, language: str) -> Mapping[str, Any]:
    """What the shipped template of the action plan is given."""
    seen = view_of(plan, load_catalogue(plan.catalogue), load_registers(), language)
    return seen.view.context_for_template()


def comparable(lines: list[str]) -> list[str]:
    """Paragraphs without hyphens that must not break: a sign for docxtpl, an element for us."""
    return [line.replace("\u2011", "") for line in lines]


def template_for_peer(data: bytes) -> bytes:
    """A shipped template without the two tags that docxtpl lacks: `cellwidth`, and `{{p … }}` of
    finished text, which becomes a loop over its lines."""
    parts = dict(read_package(data))
    text = _WIDTH.sub("", parts[_DOCUMENT].decode())
    parts[_DOCUMENT] = _FINISHED.sub(_LOOPED, text).encode()
    return write_package(parts)


def context_for_peer(template: bytes, context: Mapping[str, Any]) -> dict[str, Any]:
    """A context as dicts, lists and texts; what the template prints by `{{p … }}` is a list."""
    looped = _looped(template)
    return {name: _plain(value, name, looped) for name, value in context.items()}


@cache
def _looped(template: bytes) -> frozenset[str]:
    text = dict(read_package(template))[_DOCUMENT].decode()
    return frozenset(found[3] for found in _FINISHED.finditer(text))


def _plain(value: Any, name: str, looped: frozenset[str]) -> Any:
    plain = _as_plain(value, looped)
    if name in looped and not isinstance(plain, list):
        return [plain] if plain else []
    return plain


def _as_plain(value: Any, looped: frozenset[str]) -> Any:
    if isinstance(value, Joined):
        return [str(item) for item in value] if value.separator == "\n" else str(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list | tuple):
        return [_as_plain(item, looped) for item in value]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), f.name, looped) for f in fields(value)}
    return value
