"""Values of an unchecked file by pattern: whatever its shape, nothing here raises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from r57plans.load.yaml_source import Path

Found = tuple[Path, Any]


def walk(data: Any, pattern: str) -> Iterator[Found]:
    """The values that a pattern such as `tasks.*.leads.*` meets, with their paths.

    `*` is each item of a list (or the single value that stands without its list), `{}` each value
    of a mapping. What is missing or has another shape is passed over.
    """
    found: Iterable[Found] = [((), data)]
    for part in pattern.split("."):
        found = [deeper for path, value in found for deeper in _step(path, value, part)]
    yield from found


def walk_all(data: Any, patterns: Iterable[str]) -> Iterator[Found]:
    """The values that any of the patterns meets, pattern by pattern."""
    for pattern in patterns:
        yield from walk(data, pattern)


def _step(path: Path, value: Any, part: str) -> Iterator[Found]:
    if part == "*":
        yield from _items(path, value)
    elif part == "{}" and isinstance(value, dict):
        yield from (((*path, name), inner) for name, inner in value.items())
    elif isinstance(value, dict) and value.get(part) is not None:
        yield (*path, part), value[part]


def _items(path: Path, value: Any) -> Iterator[Found]:
    if isinstance(value, list):
        yield from (((*path, index), item) for index, item in enumerate(value))
    else:
        yield path, value
