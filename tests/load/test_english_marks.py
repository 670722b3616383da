"""Marks of what was translated: written into the plan file, compared when it is checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_builders import findings, pack_of

from r57plans.errors import LoadError
from r57plans.load import load_plan, parse_plan, stamped_english
from r57plans.model.bilingual import texts_of

TEXT = """\
# đầu
format: r57plans/plan/1
catalogue: nq57@2026.11
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
funding: {vi: Ngân sách tỉnh, en: Provincial budget}   # kinh phí
tasks:
  - {id: local-1, group: 3, text: {vi: Việc một, en: Work one}}
  - {id: local-2, group: 3, text: Việc hai}
# cuối
"""
PACK = pack_of()


def stamp(text: str, renew: tuple[str, ...] = ()) -> str:
    return stamped_english(text, parse_plan(text.encode()), renew)


def stale(text: str) -> list[str]:
    return [f.place.path for f in findings(parse_plan(text.encode()), PACK, "R57-262")]


def test_each_text_with_its_english_is_marked_and_the_rest_of_the_file_stays() -> None:
    stamped = stamp(TEXT)

    assert list(parse_plan(stamped.encode()).english) == ["tasks/local-1/text", "funding"]
    assert stamped.startswith(TEXT.removesuffix("# cuối\n"))
    assert "# cuối" in stamped


def test_marking_twice_changes_nothing() -> None:
    assert stamp(stamp(TEXT)) == stamp(TEXT)


def test_vietnamese_that_changed_is_told_until_its_mark_is_renewed() -> None:
    changed = stamp(TEXT).replace("Việc một", "Việc khác hẳn")

    assert stale(stamp(TEXT)) == []
    assert stale(changed) == stale(stamp(changed)) == ["tasks/0/text"]
    assert stale(stamp(changed, ("tasks/local-1/text",))) == []


def test_a_full_stop_or_a_tone_mark_of_the_other_style_is_no_change() -> None:
    assert stale(stamp(TEXT).replace("Việc một", "Việc một.")) == []


def test_a_mark_whose_text_is_gone_is_dropped() -> None:
    dropped = stamp(TEXT).replace(", en: Work one", "")

    assert list(parse_plan(stamp(dropped).encode()).english) == ["funding"]


def test_marks_say_nothing_that_is_printed() -> None:
    assert parse_plan(stamp(TEXT).encode()).hash == parse_plan(TEXT.encode()).hash


# The shortest with many texts; reading and writing a file with its comments takes a second or two.
@pytest.mark.parametrize(
    "name", ["xa-mau", *(pytest.param(n, marks=pytest.mark.word) for n in ("cao-bang", "da-nang"))]
)
def test_marks_of_an_example_load_back_as_they_were_made(name: str) -> None:
    path = Path(__file__).parents[2] / "examples" / name / "plan.yaml"
    plan = load_plan(path)
    marks = {text.name: text.mark for text in texts_of(plan) if text.en}

    stamped = stamped_english(path.read_text("utf-8"), plan)

    assert len(marks) > 80
    assert parse_plan(stamped.encode()).english == marks


def test_what_is_no_plan_file_is_refused() -> None:
    with pytest.raises(LoadError):
        stamped_english("a: [", parse_plan(TEXT.encode()))
