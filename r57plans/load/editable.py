"""A plan or status file that is changed in place: comments, order, quotes, indentation stay."""

from __future__ import annotations

import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import CommentMark
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    ScalarString,
)
from ruamel.yaml.tag import Tag
from ruamel.yaml.tokens import CommentToken

from r57plans.errors import LoadError
from r57plans.load.aliases import made_own
from r57plans.load.comment_tails import give_head, give_tail, last_key, take_tail
from r57plans.load.folding import refolded, relined
from r57plans.load.scalars import plain_value
from r57plans.load.yaml_source import Path, read_yaml

_NOTHING = {"", "~", "null", "Null", "NULL"}
_LIST_BELOW_KEY = re.compile(r"^( *)(?:- +)?[\w-]+:[ \t]*(?:#.*)?\n(?: *(?:#.*)?\n)*( *)- ", re.M)
_ID = re.compile(r"[^\W_][\w.-]*")  # safe without quotes between brackets
_READ_OTHERWISE = (":", "?")  # what a plain word may begin with for ruamel and not for our reader
_TAG = "tag:yaml.org,2002:"
_BESIDE = 2  # where ruamel keeps the comment beside a key's value


class _AsWritten(VersionedResolver):
    """Plain words stay the text that the file has, so that saving writes them as they were."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return Tag(suffix=_TAG + ("null" if value in _NOTHING else "str"))
        return super().resolve(kind, value, implicit)


class _BlanksKept(Emitter):
    """Writes `{name: , date: }` as it was, where the stock emitter writes null."""

    def choose_scalar_style(self) -> Any:
        event = self.event
        blank = event.value == "" and event.tag == f"{_TAG}null"
        if blank and self.flow_level and self.mapping_context:
            return ""
        return super().choose_scalar_style()

    def write_plain(self, text: Any, split: Any = True) -> None:
        if text == "" and self.flow_level:
            self.write_indicator("", True)
        else:
            super().write_plain(text, split)


class EditablePlan:
    """The text of a plan file, and changes to it by the paths that `Plan.place` takes.

    `family` is "status" for a status file. Raises LoadError where the text is not YAML that such
    a file could be in.
    """

    def __init__(self, text: str, file: str = "plan.yaml", *, family: str = "plan") -> None:
        report = read_yaml(text.encode("utf-8", "replace"), file, family=family).report
        if report.errors:
            raise LoadError(report)
        self._original: str | None = text
        self._windows = "\r\n" in text
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""
        self._yaml = _round_trip(text)
        self._root = self._yaml.load(text.removeprefix("\ufeff").replace("\r\n", "\n"))

    def text(self) -> str:
        """The file as it now is; the very text that was given where nothing was changed."""
        if self._original is not None:
            return self._original
        stream = io.StringIO()
        self._yaml.dump(self._root, stream)
        text = stream.getvalue()
        return self._mark + (text.replace("\n", "\r\n") if self._windows else text)

    def set(self, path: Path, value: object) -> None:
        """Puts a value at a path; a new key goes last, an index one past the end appends.

        Raises KeyError where what should hold the value is not there.
        """
        holder, key = self._holder(path)
        before = key if _has(holder, key) else last_key(holder)
        below = "" if before is None else take_tail(holder, before)
        _put(holder, key, value)
        give_tail(holder, key, below)
        self._original = None

    def insert(self, path: Path, value: object) -> None:
        """Puts a new item into a list, at an index; what stood there and below it moves down.

        Comment lines above the place stay above what they speak of. A single item that the file
        writes without its list becomes a list. Raises KeyError where there is no such list.
        """
        if len(path) > 1:
            self._make_list(path[:-1])
        holder, key = self._holder(path)
        if not isinstance(holder, CommentedSeq):
            raise KeyError(path)
        below = take_tail(holder, key - 1) if key else ""
        made = _written(value)
        if holder and isinstance(made, CommentedMap) and all(map(_is_on_a_line, holder)):
            made.fa.set_flow_style()
        holder.insert(key, made)
        give_tail(holder, key, below)
        self._original = None

    def remark(self, path: Path, words: str) -> None:
        """Puts a comment beside the value of a key; raises KeyError where there is no such key."""
        holder, key = self._holder(path)
        if not (isinstance(holder, CommentedMap) and _has(holder, key)):
            raise KeyError(path)
        notes = holder.ca.items.setdefault(key, [None] * 4)
        # The emitter puts one more blank before it.
        notes[_BESIDE] = CommentToken(f" # {words}\n", CommentMark(0), None)
        self._original = None

    def remove(self, path: Path) -> None:
        """Takes a key or an item away; raises KeyError where it is not there.

        Comment lines below it stay: they mostly speak of what comes next.
        """
        holder, key = self._holder(path)
        if not _has(holder, key):
            raise KeyError(path)
        below = take_tail(holder, key)
        before, after = _neighbours(holder, key)
        del holder[key]
        if not below.strip():
            pass  # blank lines go with what they stood below
        elif before is not None:
            give_tail(holder, before, below)
        elif after is not None:
            give_head(holder, after, below)
        self._original = None

    def _make_list(self, path: Path) -> None:
        holder, key = self._holder(path)
        if isinstance(single := holder[key] if _has(holder, key) else None, CommentedMap):
            holder[key] = CommentedSeq([single])

    def _holder(self, path: Path) -> tuple[Any, Any]:
        """What holds the value of a path, and its key there."""
        if not path:
            raise KeyError(path)
        holder, key, value = None, None, self._root
        for part in path:
            if part == 0 and key is not None and not isinstance(value, CommentedSeq):
                continue  # one item that the file writes without its list
            if not isinstance(value, CommentedMap | CommentedSeq):
                raise KeyError(path)
            holder, key = value, part
            value = made_own(self._root, value, part) if _has(value, part) else None
        if isinstance(holder, CommentedSeq) and not _fits(holder, key):
            raise KeyError(path)
        return holder, key


def _is_on_a_line(value: Any) -> bool:
    return isinstance(value, CommentedMap) and bool(value.fa.flow_style())


def _has(holder: Any, key: Any) -> bool:
    if isinstance(holder, CommentedSeq):
        return isinstance(key, int) and 0 <= key < len(holder)
    return key in holder


def _put(holder: Any, key: Any, value: object) -> None:
    if not _has(holder, key) and isinstance(holder, CommentedSeq):
        holder.append(_written(value))
    else:
        holder[key] = _written(value, holder[key] if _has(holder, key) else None)


def _neighbours(holder: Any, key: Any) -> tuple[Any, Any]:
    """The keys before and after an entry, as they will be once it is gone; None for none."""
    if isinstance(holder, CommentedSeq):
        return (key - 1 if key else None), (0 if len(holder) > 1 else None)
    keys = list(holder)
    place = keys.index(key)
    return (keys[place - 1] if place else None), (keys[1] if len(keys) > 1 else None)


def _fits(holder: CommentedSeq, key: Any) -> bool:
    return isinstance(key, int) and 0 <= key <= len(holder)


def _round_trip(text: str) -> YAML:
    made = YAML(typ="rt", pure=True)
    made.Resolver = _AsWritten
    made.Emitter = _BlanksKept
    made.preserve_quotes = True
    made.brace_single_entry_mapping_in_flow_sequence = True
    made.width = 100_000
    offset = _offset(text)
    made.indent(mapping=2, sequence=offset + 2, offset=offset)
    return made


def _offset(text: str) -> int:
    """How far the file's first list is indented below its key."""
    found = _LIST_BELOW_KEY.search(text.replace("\r\n", "\n"))
    return max(0, len(found[2]) - len(found[1])) if found else 2


def _written(value: object, old: object = None) -> Any:
    """A plain value as ruamel writes it: quoted wherever it would otherwise be read as a number."""
    if isinstance(value, dict):
        return _shown(CommentedMap((name, _written(inner)) for name, inner in value.items()))
    if isinstance(value, list | tuple):
        return _shown(CommentedSeq(_written(inner) for inner in value), old)
    if not isinstance(value, str):
        return None if value is None else _number(value)
    if isinstance(old, FoldedScalarString) and not {"\n"} & {*value, *old.rstrip("\n")}:
        return refolded(value, old)
    if isinstance(old, LiteralScalarString) and "\n" not in value:
        return relined(value, old)
    if isinstance(old, ScalarString) and type(old) is not ScalarString:
        return type(old)(value)
    is_plain = isinstance(plain_value(value), str) and not value.startswith(_READ_OTHERWISE)
    return value if is_plain else DoubleQuotedScalarString(value)


def _shown(made: CommentedMap | CommentedSeq, old: object = None) -> CommentedMap | CommentedSeq:
    """A list of ids stands on one line, unless what stood there did not.

    An empty mapping or list has its signs: the stock emitter misplaces what follows it.
    """
    ids = isinstance(made, CommentedSeq) and all(_ID.fullmatch(str(item)) for item in made)
    was_below = isinstance(old, CommentedSeq) and not old.fa.flow_style()
    if not made or (ids and not was_below):
        made.fa.set_flow_style()
    return made


def _number(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "raw", value))
