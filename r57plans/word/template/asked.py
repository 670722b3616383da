"""Which names of the data a template asks for, part by part, without rendering it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from r57plans.word.package import content_types, read_package
from r57plans.word.template.passes.join import join_tags, paragraphs_with_tags
from r57plans.word.template.passes.spans import tag_spans
from r57plans.word.template.passes.stories import PROPERTIES, STORIES, story_of
from r57plans.word.template.passes.tags import Tag, read_tag
from r57plans.word.template.scopes import Scopes
from r57plans.word.xml import Element, parse_part


@dataclass(frozen=True, slots=True)
class Asked:
    """One dotted name that a part asks for: `groups[].tasks[].text`, `[]` for each of a list.

    `tag` is the first that asks for it.
    """

    part: str
    path: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class AskedNames:
    """What a template asks for, in the order of its parts; `unread` are tags that are no tags."""

    names: tuple[Asked, ...]
    unread: tuple[Tag, ...]

    def whole(self) -> tuple[Asked, ...]:
        """The names without those that only lead to others: `groups` where `groups[].title` is."""
        paths = {name.path for name in self.names}
        leading = {before for path in paths for before in _before(path)}
        return tuple(name for name in self.names if name.path not in leading)


def asked_names(data: bytes, file: str = "") -> AskedNames:
    """The names in a template's tags, each once a part.

    Raises `WordFileError` for what is no sound Word file.
    """
    parts = read_package(data, file)
    names: list[Asked] = []
    unread: list[Tag] = []
    for part in _with_text(parts, file):
        scopes = Scopes()
        for tag in _tags(parse_part(parts[part], part, file), part):
            scopes.read(tag)
        names += (Asked(part, path, tag) for path, tag in scopes.found.items())
        unread += scopes.unread
    return AskedNames(tuple(names), tuple(unread))


def _with_text(parts: Mapping[str, bytes], file: str) -> list[str]:
    """The parts whose text a template fills: the body first, then the others by name."""
    kinds = {part: story_of(kind) for part, kind in content_types(parts, file).items()}
    found = (p for p, kind in kinds.items() if kind in (*STORIES, *PROPERTIES) and p in parts)
    return sorted(found, key=lambda p: (kinds[p] not in ("document", "template"), p))


def _tags(root: Element, part: str) -> Iterator[Tag]:
    found = paragraphs_with_tags(root)
    for words in found:
        join_tags(words)
        for text in words.texts:
            yield from _in(text.text or "", part)
    if not found:  # document properties have no paragraphs
        for element in root.iter():
            yield from _in(element.text or "", part)


def _in(text: str, part: str) -> Iterator[Tag]:
    return (read_tag(text[start:end], part, text) for start, end in tag_spans(text))


def _before(path: str) -> Iterator[str]:
    """What leads to a path: `groups`, `groups[]` and `groups[].tasks` of `groups[].tasks[]`."""
    for at, character in enumerate(path):
        if character in ".[":
            yield path[:at]
            yield path[:at].removesuffix("[]")
