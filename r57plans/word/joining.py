"""A document with its attachment behind it, in one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from r57plans.word.maker.elements import el
from r57plans.word.manifest import read_manifest, with_manifest
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.xml import Element, parse_part, serialise, w

_GAP = "R57Gap"
_MARKS = tuple(map(w, ("bookmarkStart", "bookmarkEnd")))


def joined(first: bytes, attachment: bytes) -> bytes:
    """The Word file of a document and of its attachment, which begins a section of its own.

    Both must come from templates of one layout and language, whose styles, lists and headers are
    the same; the first one's are kept, and its properties. The manifest has what both print.
    """
    parts, others = read_package(first), read_package(attachment)
    main = main_part(parts)
    root, other = parse_part(parts[main], main), _root(others)
    body = root[0]
    _renumber(other, 1 + max(_numbers(root), default=0))
    section = body[-1]  # at the end of a body; before another section it stands in a paragraph
    body.append(el("p", el("pPr", el("pStyle", val=_GAP), section)))
    body.extend(list(other[0]))
    parts[main] = serialise(root)
    return write_package(_told(parts, first, attachment))


def _told(parts: dict[str, bytes], first: bytes, attachment: bytes) -> dict[str, bytes]:
    one, other = read_manifest(first), read_manifest(attachment)
    if one is None or other is None:
        return parts
    printed = dict.fromkeys((*one.printed, *other.printed))
    return with_manifest(parts, replace(one, printed=tuple(printed)))


def _root(parts: Mapping[str, bytes]) -> Element:
    main = main_part(parts)
    return parse_part(parts[main], main)


def _numbers(root: Element) -> list[int]:
    return [int(mark.get(w("id"), "0")) for mark in root.iter(*_MARKS)]


def _renumber(root: Element, start: int) -> None:
    """Gives the bookmarks numbers from `start` on, so that no two of the file share one."""
    for mark in root.iter(*_MARKS):
        mark.set(w("id"), str(int(mark.get(w("id"), "0")) + start))
