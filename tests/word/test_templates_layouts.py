"""The official layouts are data in which every measure says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from r57plans.assets import catalogue_folder
from r57plans.word.maker.layout import read_layout
from r57plans.word.maker.measures import printed
from r57plans.word.maker.sources import read_mapping

LAYOUTS = catalogue_folder() / "layouts"
EVERY = pytest.mark.parametrize("name", ["party-2018", "party-2026", "state-2020"])
CERTAINTY = ["verified", "secondary", "unverified"]


def facts(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every group of measures of a layout by its place in the file."""
    data = read_mapping(LAYOUTS / f"{name}.yaml")
    for room in ("page", "numbering", "wording", "components"):
        for key, value in data[room].items():
            yield f"{room}/{key}", value


def ranges(value: object) -> Iterator[Mapping[str, float]]:
    """Every range within a value, at any depth."""
    if isinstance(value, dict):
        if "print" in value:
            yield value
        for inner in value.values():
            yield from ranges(inner)


@EVERY
def test_every_measure_has_a_source_of_the_files_list_and_a_basis(name: str) -> None:
    sources = read_mapping(LAYOUTS / f"{name}.yaml")["sources"]

    bare = [
        place
        for place, fact in facts(name)
        if fact.get("source") not in sources or fact.get("basis") not in CERTAINTY
    ]

    assert bare == []


@EVERY
def test_every_source_is_used(name: str) -> None:
    sources = set(read_mapping(LAYOUTS / f"{name}.yaml")["sources"])

    used = {fact["source"] for _, fact in facts(name)}

    assert sources == used


@EVERY
def test_what_is_less_certain_is_a_measure_and_weaker_than_the_rest(name: str) -> None:
    exceptions = [
        (place, fact, key, basis)
        for place, fact in facts(name)
        for key, basis in fact.get("less_certain", {}).items()
    ]

    wrong = [
        f"{place}: {key}"
        for place, fact, key, basis in exceptions
        if not (key in fact or key in fact.get("rule", {}))
        or CERTAINTY.index(basis) <= CERTAINTY.index(fact["basis"])
    ]

    assert exceptions
    assert wrong == []


@EVERY
def test_what_is_printed_lies_within_the_official_range(name: str) -> None:
    found = [(place, r) for place, fact in facts(name) for r in ranges(fact)]

    outside = [
        place for place, r in found if not r["from"] <= r["print"] <= r.get("to", r["print"])
    ]

    assert found
    assert outside == []


@EVERY
def test_every_component_is_named_in_both_languages(name: str) -> None:
    components = read_mapping(LAYOUTS / f"{name}.yaml")["components"]

    named = [set(component["name"]) for component in components.values()]

    assert all(names == {"vi", "en"} for names in named)


@EVERY
def test_a_drawn_line_is_measured_against_a_component(name: str) -> None:
    components = read_mapping(LAYOUTS / f"{name}.yaml")["components"]

    measured = [c["rule"]["of"] for c in components.values() if "rule" in c]

    assert measured
    assert set(measured) <= set(components)


def test_the_text_is_as_wide_as_the_paper_leaves_it() -> None:
    page = read_layout(LAYOUTS / "party-2018.yaml").page

    widths = (page.text_width, page.height - page.left - page.right)

    assert widths == (9355, 14287)


def test_party_and_state_differ_where_an_officer_looks_first() -> None:
    party, state = (read_layout(LAYOUTS / f"{n}.yaml") for n in ("party-2018", "state-2020"))

    def said(key: str, what: str) -> tuple[Any, Any]:
        return party.components[key].get(what), state.components[key].get(what)

    assert said("role", "bold") == (False, True)
    assert said("recipients-word", "underline") == (True, None)
    assert said("basis", "italic") == (None, True)
    assert [printed(size) for size in said("type", "size")] == [16, 14]
    assert ("star" in party.components, "star" in state.components) == (True, False)
    assert (party.marks["part"][1], state.marks["part"][1]) == ("%1-", "%1.")
