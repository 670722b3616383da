"""Every figure of Part II stands in a target, and the baselines are those of the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from r57plans.catalogue.segment import sentences
from r57plans.load import load_catalogue

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
WORDS = {"three": 3, "five": 5}
NOT_FIGURES = {"4IR", "5G", "6G"}
PER_TEN_THOUSAND = 10_000
FIGURE = re.compile(r"\b\d[\d,.]*(?<![,.])[A-Z]*|\b(?:three|five)\b")


def text_of(name: str) -> str:
    path = SOURCES / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand: it lies beside the checkout, in shared/sources")
    return path.read_text("utf-8")


def figures(text: str) -> set[float]:
    """The figures of a text, written or spelt, without names such as 5G."""
    found = (w for w in FIGURE.findall(text) if w not in NOT_FIGURES)
    numbers = {float(WORDS.get(w, w if w in WORDS else w.replace(",", ""))) for w in found}
    return numbers - {PER_TEN_THOUSAND}


def test_figures_are_read_from_words_and_digits() -> None:
    text = "three countries, at least 50% of 1,000 firms with 5G, 16–18% and 0.7; 12 per 10,000"

    assert figures(text) == {3, 50, 1000, 16, 18, 0.7, 12}


def test_every_figure_of_part_two_is_the_bound_of_a_target_that_rests_on_its_sentence() -> None:
    asked = {s.id: figures(s.text) for s in sentences(text_of("003-resolution-57.txt"))}

    held: dict[str, set[float]] = {}
    for target in load_catalogue().targets:
        for value in target.values:
            bounds = {value.measure.low, value.measure.high}
            spoken = figures((value.value.en or value.value.vi).replace(",", "."))
            for name in target.source.sentences:
                held.setdefault(name, set()).update({b for b in bounds if b is not None}, spoken)

    part_two = {name: found for name, found in asked.items() if name.startswith("II.")}
    assert len(part_two) == 31
    lacking = {name: found - held.get(name, set()) for name, found in part_two.items()}
    assert {name: found for name, found in lacking.items() if found} == {}


def test_every_sentence_of_part_two_has_a_target_and_of_part_four_a_duty() -> None:
    catalogue = load_catalogue()
    by_part = {p.id: [s.id for s in p.sentences] for p in catalogue.parts}
    objectives = {s for i, found in by_part.items() if i.startswith("II.") for s in found}
    duties = {s for i, found in by_part.items() if i.startswith("IV.") for s in found}
    principles = {s for i, found in by_part.items() if i.startswith("I.") for s in found}

    assert objectives <= {s for t in catalogue.targets for s in t.source.sentences}
    assert duties == {s for d in catalogue.duties for s in d.source.sentences if s[0] == "I"}
    assert principles == {s for p in catalogue.principles for s in p.source.sentences}


def test_the_baselines_hold_the_figures_of_the_conference_report() -> None:
    report = text_of("001-conference-report.txt")

    for baseline in load_catalogue().baselines:
        for figure in re.findall(r"\d[\d.,]*", baseline.value.value.en or baseline.value.value.vi):
            written = figure.replace(",", ".") if "," in figure and len(figure) < 5 else figure
            assert written in report, (baseline.id, figure)


def test_there_are_thirteen_baselines_each_with_its_figure() -> None:
    values = {b.id: b.value.value.vi for b in load_catalogue().baselines}

    assert len(values) == 13
    assert all(re.search(r"\d|hai", value) for value in values.values())
