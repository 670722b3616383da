"""Rare shapes of texts, catalogues and registers that once went wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from catalogue_builders import (
    AFTER,
    agency,
    both,
    case_of,
    catalogue_of_text,
    made,
    part,
    registers_of,
    sound_data,
    spoilt,
)

from r57plans.catalogue.editions import edition_lines
from r57plans.catalogue.segment import sentences
from r57plans.catalogue.standing import bodies_on, standing_for
from r57plans.catalogue.verify import compare, verify
from r57plans.load import load_edition, record_places
from r57plans.model.catalogue import Catalogue

TASK = "groups.0.paragraphs.0.sub_tasks.0"


def rules(catalogue: Catalogue) -> list[str]:
    return [f.rule.removeprefix("catalogue.") for f in verify(case_of(catalogue))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("III- A\n1. T\nSafety - all of it.\n", [("1.1.s1", "Safety - all of it.")]),
        ("I- A\n1. He said “yes.”\n", [("I.1.s1", "He said “yes.”")]),
        ("III- A\nBefore.\n1. T\n- One.\n", [("0.1.s1", "Before."), ("1.1.s1", "One.")]),
        (
            "IV- A\n1. One.\nTwo.\nThree.\n",
            [("IV.1.s1", "One."), ("IV.end.s1", "Two."), ("IV.end2.s1", "Three.")],
        ),
        (
            "I- A\n1. One.\nMore.\n2. Two.\n",
            [("I.1.s1", "One."), ("I.1.1.s1", "More."), ("I.2.s1", "Two.")],
        ),
        ("# I- A\n1. One.\n## II- B\n1. Two.\n", [("I.1.s1", "One."), ("II.1.s1", "Two.")]),
        ("III- A\n### 1. T\n- One.\n", [("1.1.s1", "One.")]),
        ("III- A\n1. T\n-\n- One.\n", [("1.1.s1", "One.")]),
    ],
)
def test_a_text_of_rare_shape_is_cut_whole(text: str, found: list[tuple[str, str]]) -> None:
    assert [(s.id, s.text) for s in sentences(text)] == found


def test_a_form_feed_is_no_line() -> None:
    assert sentences("III- A\n1. T\n- One.\x0c\n- Two.\n")[-1].line == 4


def test_every_new_closing_paragraph_is_told() -> None:
    known = catalogue_of_text("IV- A\n1. One.\n")

    found = compare(known, "IV- A\n1. One.\nTwo.\nThree.\n", "f")

    assert [f.rule for f in found.report] == ["catalogue.source-uncovered"] * 2


def test_a_copy_of_a_known_sentence_is_told_as_new() -> None:
    text = "III- A\n1. T\n- Same.\n- Other.\n"

    found = compare(catalogue_of_text(text), f"{text}- Same.\n", "f")

    assert [(f.rule, f.place.line) for f in found.report] == [("catalogue.source-uncovered", 5)]


def test_one_of_two_equal_sentences_that_went_is_told_as_missing() -> None:
    text = "III- A\n1. T\n- Same.\n- Other.\n- Same.\n"

    found = compare(catalogue_of_text(text), text.removesuffix("- Same.\n"), "f")

    assert [f.rule for f in found.report] == ["catalogue.source-missing"]


def test_a_group_a_part_or_a_sentence_given_twice_is_told() -> None:
    twice, parts = sound_data(), sound_data()
    twice["groups"].append(twice["groups"][0])
    parts["parts"].append(part("I.1", "I.1.s1"))

    assert {"duplicate-id"} == set(rules(made(twice)))
    assert {"duplicate-id"} == set(rules(made(parts)))


def test_groups_out_of_order_are_told() -> None:
    data = sound_data()
    data["groups"].reverse()

    assert "numbering" in rules(made(data))


def test_a_gist_without_english_is_told_at_its_sentence() -> None:
    (found,) = verify(case_of(spoilt({"groups.0.paragraphs.0.sentences.0.gist": "Chỉ"})))

    assert found.place.file == "sentence 1.1.s1"


@pytest.mark.parametrize(
    "change",
    [
        {f"{TASK}.title": both("Mở {xyz} chợ")},
        {f"{TASK}.products": [{"type": "ke-hoach", **both("Kế hoạch {xyz}")}]},
        {f"{TASK}.funding": both("Ngân sách {so_tien}")},
    ],
)
def test_a_figure_outside_the_text_is_told(change: dict[str, Any]) -> None:
    assert set(rules(spoilt(change))) == {"placeholder"}


def test_the_usual_sections_need_their_english() -> None:
    assert rules(spoilt({"sections": {"objective": ["Chỉ tiếng Việt"]}})) == ["one-language"]


def test_an_heir_may_have_gone_in_its_turn() -> None:
    data = sound_data()
    data["retired"] = [
        {"id": "1.1.3", "since": "2026.01", "into": ["1.1.4"], "reason": both("x")},
        {"id": "1.1.4", "since": "2026.02", "into": ["1.1.1"], "reason": both("x")},
    ]

    assert rules(made(data)) == []


def test_a_short_form_and_the_full_id_are_one_body() -> None:
    registers = registers_of(agency("so-a", aliases=["sa"]))

    assert bodies_on(("sa", "so-a"), registers, AFTER) == ("so-a",)


def test_predecessors_are_followed_as_far_as_they_go() -> None:
    registers = registers_of(
        agency("first", end=date(2024, 12, 31), successor="second"),
        agency("second", date(2025, 1, 1), date(2025, 6, 30), successor="third"),
        agency("third", date(2025, 7, 1)),
    )

    assert standing_for("third", registers, date(2024, 1, 1)) == ("first",)


def test_before_its_time_a_short_lived_body_is_what_it_was_made_from() -> None:
    registers = registers_of(
        agency("p", end=date(2025, 2, 28), successor="x"),
        agency("x", date(2025, 3, 1), date(2025, 6, 30), successor="y"),
        agency("y"),
    )

    assert standing_for("x", registers, date(2025, 1, 15)) == ("p",)
    assert standing_for("x", registers, date(2025, 8, 1)) == ("y",)


def test_what_cannot_be_read_has_no_places(tmp_path: Path) -> None:
    (tmp_path / "q" / "duties.yaml").mkdir(parents=True)

    assert record_places("q", tmp_path).of("duties", "x").line == 0


@pytest.mark.parametrize("name", ["true", "null", "false"])
def test_an_edition_may_be_named_like_a_constant(tmp_path: Path, name: str) -> None:
    text = "III- A\n1. T\n- One.\n"
    path = tmp_path / "e.yaml"

    lines = edition_lines(catalogue_of_text(text), text, name, "vi")
    path.write_text("\n".join(lines) + "\n", "utf-8")

    assert load_edition(path).id == name
