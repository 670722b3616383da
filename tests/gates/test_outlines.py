"""The golden outlines: what each example's documents say, in text that a person can review."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from built_examples import CASES, EVERY_CASE, EXAMPLES, Case, sampled
from outline import GOLDEN, outline

EXPECTED_EXAMPLES = {"cao-bang", "da-nang", "hue-ubnd", "lang-son-ubnd", "xa-mau"}


def difference(golden: str, now: str) -> str:
    lines = difflib.unified_diff(
        golden.splitlines(), now.splitlines(), "golden", "now", "", "", 1, ""
    )
    return "\n".join(lines)


def test_there_is_an_example_of_each_kind() -> None:
    names = {path.name for path in EXAMPLES.iterdir() if path.is_dir()}

    assert names >= EXPECTED_EXAMPLES
    assert {case.example for case in CASES} == names


@pytest.mark.parametrize("case", EVERY_CASE, ids=str)
def test_a_document_says_what_its_golden_outline_says(case: Case) -> None:
    golden = (GOLDEN / f"{case}.txt").read_text("utf-8")

    now = outline(case.data)

    if now != golden:
        pytest.fail(f"{difference(golden, now)}\n\nIf this is meant: make golden", pytrace=False)


def test_no_golden_outline_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {str(case) for case in EVERY_CASE}


@pytest.mark.parametrize("case", sampled(EVERY_CASE))
def test_a_clean_copy_says_the_same(case: Case) -> None:
    clean = replace(case, clean=True)

    assert body(outline(clean.data)) == body(outline(case.data))


def body(text: str) -> str:
    return text.partition("\n\n")[2]


def test_a_changed_word_is_shown_with_its_place(tmp_path: Path) -> None:
    shown = difference("a\nquý II/2025\nb\n", "a\nquý III/2025\nb\n")

    assert "-quý II/2025\n+quý III/2025" in shown
