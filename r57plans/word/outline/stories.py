"""The stories of a Word file, and what stands beside them: lists, settings, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.word.outline.parts import PROPERTIES, properties_lines, text_of
from r57plans.word.outline.story import Story
from r57plans.word.package import content_types, read_package
from r57plans.word.xml import parse_part, w

_MAIN = ("document", "template")
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")


def outline(data: bytes, pictures: Mapping[bytes, str] | None = None) -> str:
    """The outline of a Word file; `pictures` gives the names of pictures by their bytes.

    Raises `WordFileError` for what is no sound Word file.
    """
    parts = read_package(data)
    lists: dict[str, str] = {}
    lines: list[str] = []
    for part, kind in _stories(parts):
        story = Story(parts, part, lists, pictures or {})
        head = [] if kind in _MAIN else [f"--- {part.rpartition('/')[2].partition('.')[0]}"]
        lines += [*head, *story.lines()]
    lines += [*_numbering(parts, lists), *_settings(parts)]
    for part in PROPERTIES:
        if part in parts:
            lines += properties_lines(parse_part(parts[part], part), part)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    kinds = {
        part: kind.removesuffix("+xml").removesuffix(".main").rpartition(".")[2]
        for part, kind in content_types(parts).items()
    }
    for wanted in (*_MAIN, *_STORIES):
        yield from ((part, kind) for part, kind in sorted(kinds.items()) if kind == wanted)


def _numbering(parts: Mapping[str, bytes], lists: Mapping[str, str]) -> Iterator[str]:
    if not lists or "word/numbering.xml" not in parts:
        return
    yield "--- lists"
    numbers = parse_part(parts["word/numbering.xml"], "").findall(w("num"))
    by_id = {number.get(w("numId")): number for number in numbers}
    for key, name in lists.items():
        number = by_id.get(key)
        if number is None:
            yield f"{name}: missing"
            continue
        kind = number.find(w("abstractNumId"))
        starts = [o.get(w("val")) for o in number.iter(w("startOverride"))]
        restarts = f", starts at {starts[0]}" if starts else ""
        yield f"{name}: of kind {'?' if kind is None else kind.get(w('val'))}{restarts}"


def _settings(parts: Mapping[str, bytes]) -> Iterator[str]:
    if b"<w:updateFields" in parts.get("word/settings.xml", b""):
        yield "--- settings"
        root = parse_part(parts["word/settings.xml"], "")
        yield f"update fields: {text_of(root, 'updateFields')}"
