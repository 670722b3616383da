"""The parts of a Word file that hold no paragraphs, as lines of an outline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from r57plans.word.xml import Element, parse_part, w

_CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART = f"{{{_CHARTS}}}chart"
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
        yield f"{name}: {''.join(map(str, child.itertext()))}"


def chart_line(data: bytes) -> str:
    """The series of a chart with their figures: `Xong: a 3, b 0; Quá hạn: a 1, b 2`."""
    root = parse_part(data, "")
    return "; ".join(_series(series) for series in root.iter(f"{{{_CHARTS}}}ser"))


def _series(series: Element) -> str:
    name, categories, values = (_cached(series, key) for key in ("tx", "cat", "val"))
    pairs = zip_longest(categories, values, fillvalue="?")
    said = ", ".join(f"{category} {value}" for category, value in pairs)
    return f"{' '.join(name)}: {said}"


def _cached(series: Element, key: str) -> list[str]:
    return [v.text or "" for v in series.iterfind(f"{{{_CHARTS}}}{key}//{{{_CHARTS}}}v")]
