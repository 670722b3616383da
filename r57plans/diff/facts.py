"""A plan as text, a fact a line: what git compares instead of the lines of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any

from r57plans.load import load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.view import Printed, view_of

_RECORDS = {
    "tasks": "task",
    "targets": "target",
    "groups": "group",
    "bodies": "body",
    "initiatives": "initiative",
    "omitted": "omitted",
}
"""What a plan lists by id: its key, and the first part of its paths."""
_LEFT_OUT = {"format", "english"}
_CALLED = ("name", "title", "text")
_FIRST = tuple([name] for name in _CALLED)
_NUMBER = re.compile(r"/\d{1,3}(?=/|$)")
_BODIES = ("leads", "supports", "requested", "monitor", "supplier")

Fact = tuple[str, str]  # the path in the plan, and what it says


def plan_text(plan: Plan) -> str:
    """`task/3.5.2/deadline: Quý II/2025`, a line for each value of the plan, in its order.

    Bodies of tasks and targets stand in words, and so does what these take from the catalogue.
    Comments, the order of keys and the style of lines do not show.
    """
    blocks: dict[str, dict[str, str]] = {}
    for path, text in _given(plan):
        blocks.setdefault(_block(path), {})[path] = text
    for path, text in _printed(plan):
        if (block := blocks.get(_block(path))) is not None:
            _say(block, path, text)
    return "".join(_line(path, text) for block in blocks.values() for path, text in _ordered(block))


def _say(block: dict[str, str], path: str, text: str) -> None:
    """Adds the names of bodies, and what a task or target is called where the file does not say."""
    field = path.rpartition("/")[2]
    silent = path not in block and text not in block.values()
    if (field in _BODIES and path in block) or (field in _CALLED and silent):
        block[path] = text


def _ordered(block: Mapping[str, str]) -> list[Fact]:
    """The facts of a record, what it is called before all else."""
    return sorted(block.items(), key=lambda fact: fact[0].split("/")[2:3] not in _FIRST)


def _line(path: str, text: str) -> str:
    """A fact without its number in a list: what follows an insertion there has not changed."""
    block = _block(path)
    said = " ".join(text.split())
    return f"{block}{_NUMBER.sub('', path[len(block) :])}: {said}\n" if said else ""


def _block(path: str) -> str:
    """The record that a path is of, such as `task/3.5.2`; else the plan's own key."""
    first, _, rest = path.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first in _RECORDS.values() else first


def _given(plan: Plan) -> Iterator[Fact]:
    """What the file says itself."""
    data = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_LEFT_OUT)
    for key, value in data.items():
        if key not in _RECORDS:
            yield from _flat(key, value)
            continue
        for record in value:
            path = f"{_RECORDS[key]}/{record['id']}"
            yield path, ""
            yield from _flat(path, {k: v for k, v in record.items() if k != "id"})


def _flat(path: str, value: Any) -> Iterator[Fact]:
    if isinstance(value, dict):
        yield from _flat_record(path, value)
    elif isinstance(value, list):
        yield from _flat_list(path, value)
    else:
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def _flat_record(path: str, record: Mapping[str, Any]) -> Iterator[Fact]:
    """A text is a fact by itself; its English is one beside it."""
    for key, value in record.items():
        yield from _flat(path if key == "vi" else f"{path}/{key}", value)


def _flat_list(path: str, items: list[Any]) -> Iterator[Fact]:
    """Names are one fact, as the plan prints them; values are told by their year."""
    if all(_is_name(item) for item in items):
        yield path, "; ".join(map(_name, items))
        return
    for number, item in enumerate(items):
        own = isinstance(item, dict) and "value" in item and item.get("year")
        rest = {k: v for k, v in item.items() if k != "year"} if own else item
        yield from _flat(f"{path}/{own or number}", rest)


def _is_name(item: Any) -> bool:
    return not isinstance(item, dict | list) or set(item) == {"id"}


def _name(item: Any) -> str:
    return str(item["id"] if isinstance(item, dict) else item)


def _printed(plan: Plan) -> Iterator[Fact]:
    """What tasks and targets print in Vietnamese; a list is one fact."""
    view = view_of(plan, load_catalogue(plan.catalogue), load_registers(), "vi").view
    found = dict(_walk((view.tasks, view.targets)))
    for path, items in groupby(found.items(), key=lambda fact: _list_of(fact[0])):
        yield path, "; ".join(text for _, text in items if text)


def _list_of(path: str) -> str:
    """The path of the list that an item is of; else the path itself."""
    before, _, last = path.rpartition("/")
    return before if last.isdigit() else path


def _walk(value: object) -> Iterator[Fact]:
    if isinstance(value, Printed):
        yield value.path, str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _walk(getattr(value, field.name))
