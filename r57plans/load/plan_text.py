"""A plan's data as the text of a plan file: readable, in the usual order, with comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from r57plans.load.scalars import RawFloat
from r57plans.model.plan import Plan

_WIDTH = 110
_ONE_LINE = 100  # characters that a mapping or list on one line may take


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan with the text of its plan file, which a command changes."""

    text: str
    plan: Plan


class _Dumper(yaml.SafeDumper):
    """Items of a list stand below their key, further in."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


class _Block(dict[str, Any]):
    """A mapping with a line for each key, however short."""


def plan_text(
    data: Mapping[str, Any],
    head: Iterable[str] = (),
    notes: Mapping[str, Sequence[str]] | None = None,
    ends: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """The text of a plan file that says `data`, which are plain values; keys stay in their order.

    `head` and `notes` are comments: at the top, and before a key (`tasks`) or the item of a list
    with an id (`tasks/1.1.1`). `ends` are comments at the end of a part or of such an item, as far
    in as its keys, so that one that is a key without its `#` can be put in. Keys that have no
    value are left out.
    """
    said, last = notes or {}, ends or {}
    lines = [_comment(line) for line in head]
    for key, value in _said(data).items():
        if value not in ("", [], {}):
            apart = [""] if isinstance(value, dict | list) else []
            lines += [*apart, *map(_comment, said.get(key, ())), *_entry(key, value, said, last)]
            lines += (f"  {_comment(line)}" for line in last.get(key, ()))
    return "\n".join(lines) + "\n"


def _entry(
    key: str, value: Any, notes: Mapping[str, Sequence[str]], ends: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    if not (isinstance(value, list) and all(isinstance(i, dict) and "id" in i for i in value)):
        inner = _Block(value) if isinstance(value, dict) else value
        yield from _dumped(_Block({key: inner}))
        return
    yield f"{key}:"
    for item in value:
        yield from (f"  {_comment(line)}" for line in notes.get(f"{key}/{item['id']}", ()))
        yield from (f"  {line}" for line in _dumped(_Block(item), item=True))
        yield from (f"    {_comment(line)}" for line in ends.get(f"{key}/{item['id']}", ()))


def _dumped(value: _Block, *, item: bool = False) -> list[str]:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    lines = text.rstrip("\n").split("\n")
    return [f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines)] if item else lines


def _said(value: Any) -> Any:
    """The value without the keys that say nothing."""
    if isinstance(value, Mapping):
        return {key: _said(inner) for key, inner in value.items() if inner is not None}
    return [_said(item) for item in value] if isinstance(value, list | tuple) else value


def _comment(line: str) -> str:
    return f"# {line}".rstrip()


def _collection(dumper: yaml.SafeDumper, value: Any) -> yaml.Node:
    """A mapping or list on one line where it is short and holds no other that is not."""
    node = (
        dumper.represent_mapping("tag:yaml.org,2002:map", value)
        if isinstance(value, dict)
        else dumper.represent_sequence("tag:yaml.org,2002:seq", value)
    )
    node.flow_style = not isinstance(value, _Block) and _is_short(value)
    return node


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    """A long text is folded; the lines of the file are not lines of the text."""
    long = len(value) > _ONE_LINE and "\n" not in value and value == value.strip()
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, ">" if long else None)


def _is_short(value: Any) -> bool:
    flat = not isinstance(value, dict) or "id" not in value
    return flat and len(str(value)) <= _ONE_LINE


def _as_written(dumper: yaml.SafeDumper, value: RawFloat) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", value.raw)


_Dumper.yaml_implicit_resolvers = {  # a day is text for our reader, with or without quotes
    first: [entry for entry in entries if not entry[0].endswith(":timestamp")]
    for first, entries in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(RawFloat, _as_written)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _collection)
_Dumper.add_representer(_Block, _collection)
_Dumper.add_representer(list, _collection)
