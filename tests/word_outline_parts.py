"""The parts of a Word file that hold no paragraphs, as lines of an outline."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.word.xml import Element, w

PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")


def text_of(root: Element, name: str) -> str:
    """What a setting says: `true` where it says nothing."""
    found = root.find(w(name))
    return "none" if found is None else found.get(w("val"), "true")


def properties_lines(root: Element, part: str) -> Iterator[str]:
    """The properties of a document, one a line."""
    yield f"--- {part.rpartition('/')[2].partition('.')[0]}"
    for child in root:
        name = child.get("name") or child.tag.rpartition("}")[2]
        yield f"{name}: {''.join(child.itertext())}"
