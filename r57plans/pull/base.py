"""What was printed of a plan, by field: what an edited file is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from r57plans.language import nfc, plain
from r57plans.view.printed import PREFIX, anchor_of, control_tag

Printed = Iterable[tuple[str, str]]

LISTS = ("leads", "supports", "requested", "products", "parts", "each", "monitor", "supplier")
BY_LINES = ("products", "parts", "each")
"""Lists of which each item stands on a line of its own; the others are parted by semicolons."""

_RECORDS = ("task", "target")
_PATH = re.compile(r"(?:task|target|group)/[^/]+/.+|initiative/[^/]+|(?!task|target|group)[a-z].*")
_MARK = re.compile(r"_r57_([a-z]+\d*)_(.+)")
_PERSON = re.compile(r"committee/(?:head|(?:deputies|members)/\d+)")
_COUNT = re.compile(r"_\d+$")
_LONGEST_MARK = 40


def norm(text: str) -> str:
    """The text as people compare it: one form of letters, plain hyphens, single spaces."""
    return " ".join(plain(nfc(text)).split())


def field_of(path: str) -> tuple[str, int]:
    """The path without its place in a list, and that place; 0 for what is no list."""
    head, _, tail = path.rpartition("/")
    return (head, int(tail)) if tail.isdecimal() and is_list(head) else (path, 0)


def is_list(field: str) -> bool:
    """Whether a field of a task or target has several items."""
    parts = field.split("/")
    return len(parts) == 3 and parts[0] in _RECORDS and parts[2] in LISTS


def record_of(field: str) -> str:
    """`task/1.1.1` or `target/digital-economy`; "" for what belongs to neither."""
    parts = field.split("/", 2)
    return "/".join(parts[:2]) if len(parts) == 3 and parts[0] in _RECORDS else ""


def key_of(field: str) -> str:
    """The field within its task or target: `deadline`, `values/2030`; else the whole path."""
    return field.split("/", 2)[2] if record_of(field) else field


def is_person(field: str) -> bool:
    """Whether a field is one who sits on the committee."""
    return _PERSON.fullmatch(field) is not None


def shape_of(field: str) -> str:
    """What fields printed in the same way have in common: `task/*/leads`, `context/*`."""
    parts = field.split("/")
    if parts[0] in (*_RECORDS, "group", "initiative") and len(parts) > 1:
        parts[1] = "*"
    return "/".join("*" if part.isdecimal() else part for part in parts)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field as printed: for each of its items the texts it was printed with, the first first."""

    path: str
    items: tuple[tuple[str, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The first text of each item; none for what was printed empty."""
        return tuple(variants[0] for variants in self.items if variants[0])

    def is_same(self, texts: tuple[str, ...]) -> bool:
        """Whether these texts say what was printed; capitals that begin an item do not count."""
        expected = [variants for variants in self.items if any(variants)]
        if not is_list(self.path):
            return norm("\n".join(texts)) in self.items[0]
        return len(texts) == len(expected) and all(map(_among, texts, expected))

    def holds(self, text: str) -> bool:
        """Whether it is one of the items as printed."""
        return any(_among(text, variants) for variants in self.items)


def _among(text: str, variants: tuple[str, ...]) -> bool:
    small = _small(norm(text))
    return any(small == _small(variant) for variant in variants)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


class Base:
    """The printed values of one document, found by field, tag, bookmark and task."""

    def __init__(self, printed: Printed) -> None:
        items: dict[str, dict[int, dict[str, None]]] = {}
        self._tags: dict[str, str] = {}
        for path, text in printed:
            if not _PATH.fullmatch(path):
                continue
            field, place = field_of(path)
            items.setdefault(field, {}).setdefault(place, {})[norm(text)] = None
            self._tags[control_tag(path).removeprefix(PREFIX)] = path
        self.fields: Mapping[str, Field] = {
            field: Field(field, tuple(tuple(found[n]) for n in sorted(found)))
            for field, found in items.items()
        }

    def path(self, tag: str) -> str:
        """The path that a tag stands for; a long one is cut in the tag."""
        return self._tags.get(tag, tag)

    @cached_property
    def by_record(self) -> Mapping[str, Mapping[str, Field]]:
        """The fields of each task and target by their keys, in printed order."""
        found: dict[str, dict[str, Field]] = {}
        for path, field in self.fields.items():
            if record := record_of(path):
                found.setdefault(record, {})[key_of(path)] = field
        return found

    def records(self, kind: str) -> tuple[str, ...]:
        """The tasks or targets in printed order."""
        return tuple(name for name in self.by_record if name.startswith(f"{kind}/"))

    @cached_property
    def _marks(self) -> Mapping[tuple[bool, str], str]:
        found: dict[tuple[bool, str], str] = {}
        for record in self.by_record:
            kind, _, name = record.partition("/")
            found.setdefault((kind == "target", anchor_of("", name)), record)
        return found

    def marked(self, bookmark: str) -> tuple[str, str]:
        """The place and the record that a bookmark's name says: `tasks`, `task/1.1.1`, or ""."""
        found = _MARK.fullmatch(bookmark)
        if found is None:
            return "", ""
        place, target = found[1], found[1] == "targets"
        for said in (found[2], _COUNT.sub("", found[2])):
            if record := self._marks.get((target, anchor_of("", said))):
                return place, record
        return place, self._cut(bookmark, place, target)

    def _cut(self, bookmark: str, place: str, target: bool) -> str:
        """The record of a long name, which is cut in the bookmark."""
        if len(bookmark) < _LONGEST_MARK:
            return ""
        known = [
            record
            for (of_target, _), record in self._marks.items()
            if of_target == target
            and anchor_of(place, record.partition("/")[2]).startswith(bookmark)
        ]
        return known[0] if len(known) == 1 else ""
