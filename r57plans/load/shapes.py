"""Faults of shape, as the models find them, in people's sentences with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from r57plans.findings import Finding, Place
from r57plans.language import nearest
from r57plans.load.faults import fault
from r57plans.load.id_words import Said
from r57plans.load.shape_words import shape_words
from r57plans.load.yaml_source import Path, Source

_Schema = dict[str, Any]
_MOST = 1_000


def shape_findings(
    error: ValidationError, source: Source, adapter: TypeAdapter[Any], family: str = "plan"
) -> list[Finding]:
    """One finding a faulty value, in the order of the file, each with its line and column.

    Where a value may be one of several kinds and is none of them, only the first complaint is kept.
    At most 1,000 are said.
    """
    found: dict[tuple[Path, str], Finding] = {}
    for details in error.errors(include_url=False)[:_MOST]:
        path, name = _located(source.data, details)
        said = _said(details, name, path, adapter)
        key = (path, name if said.rule in _OF_A_KEY else "")
        found.setdefault(key, _finding(said, path, name, source, family))
    return sorted(found.values(), key=lambda f: (f.place.line, f.place.column))


_OF_A_KEY = {"unknown-field", "missing-field"}


def _finding(said: Said, path: Path, name: str, source: Source, family: str) -> Finding:
    place = _place(said, path, name, source)
    return fault(f"{family}.{said.rule}", place, said.message, said.hint)


def _place(said: Said, path: Path, name: str, source: Source) -> Place:
    return source.key_place((*path, name)) if said.rule in _OF_A_KEY else source.place(path)


def _located(data: Any, details: ErrorDetails) -> tuple[Path, str]:
    """The path in the file of a complaint, and the last name of the model's own path.

    The model's path also names kinds of a union and items of a list that the file writes without
    its brackets; those are not in the file and are left out.
    """
    loc = details["loc"]
    name = str(loc[-1]) if loc else ""
    of_a_key = details["type"] in {"missing", "extra_forbidden"}
    path: list[str | int] = []
    for part in loc[:-1] if of_a_key else loc:
        if (isinstance(data, dict) and part in data) or _item(data, part):
            data = data[part]
            path.append(part)
    return tuple(path), name


def _item(data: Any, part: str | int) -> bool:
    return isinstance(data, list) and isinstance(part, int) and part < len(data)


def _said(details: ErrorDetails, name: str, path: Path, adapter: TypeAdapter[Any]) -> Said:
    known: tuple[str, ...] = ()
    if details["type"] == "extra_forbidden":
        # Where a value may be of several kinds, another kind may know the very name.
        known = tuple(n for n in field_names(_schema_of(adapter), path) if n != name)
    return shape_words(details, name, nearest(name, known), known)


@lru_cache(maxsize=4)
def _schema_of(adapter: TypeAdapter[Any]) -> _Schema:
    return adapter.json_schema(by_alias=True)


def field_names(schema: _Schema, path: Path) -> tuple[str, ...]:
    """The names that may stand in the mapping at a path, by the JSON Schema of the whole."""
    here = list(_alternatives(schema, schema))
    for part in path:
        here = [deeper for node in here for deeper in _step(schema, node, part)]
    names = (name for node in here for name in node.get("properties", {}))
    return tuple(dict.fromkeys(names))


def _alternatives(root: _Schema, node: _Schema) -> Iterator[_Schema]:
    if "$ref" in node:
        yield from _alternatives(root, root["$defs"][node["$ref"].rpartition("/")[2]])
        return
    choices = [*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())]
    yield node
    for choice in choices:
        yield from _alternatives(root, choice)


def _step(root: _Schema, node: _Schema, part: str | int) -> Iterator[_Schema]:
    inner = node.get("items") if isinstance(part, int) else _property(node, part)
    if isinstance(inner, dict):
        yield from _alternatives(root, inner)


def _property(node: _Schema, name: str) -> object:
    return node.get("properties", {}).get(name) or node.get("additionalProperties")
