"""The page holds all of the view, lets nothing in, and can be read by day and by night."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from matrix_builders import beside, of, sample

from r57plans.findings import Language
from r57plans.matrix.heat import level, percent
from r57plans.matrix.page import page
from r57plans.matrix.page_style import DARK, LIGHT, STYLE

_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
_VOID = ("meta", "input")


class Reader(HTMLParser):
    """Elements with attributes, and the text of scripts; refuses what closes something else."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, str] = {}
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("script", "style"):
            self.data[self.elements[-1][1].get("id") or self._open[-1]] = data
        else:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.elements if name == tag]


@pytest.fixture(scope="module")
def pages() -> dict[Language, str]:
    found = sample()
    return {"vi": page(found, "vi"), "en": page(found, "en")}


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(scheme: str) -> dict[str, float]:
    colours = dict(_COLOUR.findall(scheme))
    inks = [name for name in colours if name.endswith("-ink")]
    return {n: contrast(colours[n], colours[n.removesuffix("-ink")]) for n in inks}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_stands_out_from_its_ground(scheme: str) -> None:
    found = pairs(scheme)

    assert len(found) >= 12
    assert {name: ratio for name, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_marks_and_focus_stand_out_from_the_paper(scheme: str) -> None:
    colours = dict(_COLOUR.findall(scheme))

    low = [n for n in ("edge", "focus", "span", "median", "odd")
           if contrast(colours[n], colours["paper"]) < 3]  # fmt: skip

    assert low == []


def test_a_weak_ink_would_be_found() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert pairs("--x: #ffffff; --x-ink: #999999;")["x-ink"] < 4.5


def test_text_has_no_colours_but_the_named_ones() -> None:
    rest = STYLE.replace(LIGHT, "").replace(DARK, "")

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", rest) == []
    used = set(re.findall(r"(?:^|[;{ ])(?:color|fill|background): var\(--([\w-]+)\)", rest))
    assert used <= set(dict(_COLOUR.findall(LIGHT)))


def test_both_schemes_have_the_same_names() -> None:
    assert dict(_COLOUR.findall(LIGHT)).keys() == dict(_COLOUR.findall(DARK)).keys()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_lets_nothing_be_loaded(pages: dict[Language, str], language: Language) -> None:
    reader = Reader(pages[language])

    policy = next(m["content"] for m in reader.named("meta") if m.get("http-equiv"))
    assert policy is not None
    for name in ("style", "script"):
        digest = b64encode(sha256(reader.data[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "http" not in re.sub(r"http-equiv", "", pages[language])
    assert {
        name for _, found in reader.elements for name in found if name.startswith("on")
    } == set()
    assert not any("src" in found or found.get("style") for _, found in reader.elements)


def test_no_text_of_a_plan_can_end_an_element(pages: dict[Language, str]) -> None:
    for text in pages.values():
        assert "<b>" not in text
    assert "Công ty &lt;b&gt;Điện lực" in pages["vi"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_province_and_paragraph_is_a_cell(
    pages: dict[Language, str], language: Language
) -> None:
    reader = Reader(pages[language])

    cells = [found for found in reader.named("rect") if "data-row" in found]

    assert len(cells) == 3 * 24
    assert {cell["data-row"] for cell in cells} == {"0", "1", "2"}
    assert all(set(found) >= {"role", "aria-label"} for found in reader.named("svg"))


def test_a_cell_says_in_words_what_its_colour_means(pages: dict[Language, str]) -> None:
    assert re.search(
        r"<title>Cao Bằng · 1\.1 [^<]+: có 2 trên 10 nhiệm vụ; chậm nhất 30/6/2025; "
        r"chủ trì: Sở Tài chính; hoàn thành 1 trên 2</title>",
        pages["vi"],
    )
    assert "1 left out" in pages["en"] or "left out, with reasons" in pages["en"]


@pytest.mark.parametrize(
    ("part", "kind"),
    [(None, "x"), (0, "0"), (0.01, "1"), (0.25, "2"), (0.5, "3"), (0.99, "4"), (1, "5")],
)
def test_the_steps_of_the_scale(part: float | None, kind: str) -> None:
    assert level(part) == kind


@pytest.mark.parametrize(
    ("part", "shown"), [(0, 0), (0.001, 1), (0.125, 13), (0.2464, 25), (0.996, 99), (1, 100)]
)
def test_a_cell_is_coloured_by_the_figure_that_it_shows(part: float, shown: int) -> None:
    assert percent(part) == shown
    assert level(part) == level(shown / 100)


def test_long_tables_are_data_for_the_script_and_short_ones_are_there_without_it(
    pages: dict[Language, str],
) -> None:
    reader = Reader(pages["en"])
    data = json.loads(reader.data["data"])

    assert set(data["tables"]) == {"tasks-table"}
    rows = [[data["texts"][n] for n in row] for row in data["tables"]["tasks-table"]["rows"]]
    first = next(row for row in rows if row[2] == "1.1.1")
    assert first[:3] == ["Cao Bang", "1.1", "1.1.1"]
    assert first[4:] == [
        "Taken",
        "Department of Finance",
        "Q2 2025",
        "2025-06-30\t30 June 2025",
        "Done on time",
    ]
    assert "=Power &amp; Co" in pages["en"]


def test_headings_lists_and_regions_are_named_for_those_who_hear_the_page(
    pages: dict[Language, str],
) -> None:
    reader = Reader(pages["vi"])

    assert reader.named("html")[0]["lang"] == "vi"
    assert len(reader.named("h1")) == 1
    assert all(head.get("scope") == "col" for head in reader.named("th"))
    regions = [d for d in reader.named("div") if d.get("role") == "region"]
    assert all(d.get("tabindex") == "0" and d.get("aria-label") for d in regions)
    ids = [found["id"] for _, found in reader.elements if "id" in found]
    assert len(ids) == len(set(ids))
    assert reader.named("a")[0] == {"class": "skip", "href": "#main"}


def test_more_provinces_than_a_sheet_holds_have_several_pictures() -> None:
    names = ("an-giang", "ha-nam", "ha-noi", "hue", "lai-chau")
    found = beside(*(of(name) for name in names for _ in range(7)))

    heads = [svg for svg in Reader(page(found, "vi")).named("svg") if svg["class"] == "heat"]

    assert len(heads) == 2
