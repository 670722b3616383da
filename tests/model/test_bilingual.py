"""The texts of a plan by name, and the marks by which one sees that they changed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan

from r57plans.load import load_plan
from r57plans.model.bilingual import texts_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plan.yaml"))
TASK = {"id": "local-1", "text": "Việc", "parts": ["Một", "Hai"], "deadline": "quý II/2025"}
TARGET = {"id": "tfp", "values": [{"year": 2030, "value": "≥ 45", "unit": "%"}]}


def test_a_text_is_named_by_ids_and_where_there_are_none_by_numbers() -> None:
    given_plan = plan(tasks=[TASK], targets=[TARGET], reporting=[{"every": "quý", "vi": "Báo cáo"}])

    assert [text.name for text in texts_of(given_plan)] == [
        "targets/tfp/values/0/value",
        "targets/tfp/values/0/unit",
        "tasks/local-1/text",
        "tasks/local-1/deadline",
        "tasks/local-1/parts/0",
        "tasks/local-1/parts/1",
        "reporting/0",
    ]


def test_names_stay_when_what_stands_above_comes_or_goes() -> None:
    before, after = (
        {t.name: t.mark for t in texts_of(plan(tasks=tasks))}
        for tasks in ([TASK], [{"id": "local-0", "text": "Khác"}, TASK])
    )

    assert before.items() <= after.items()


def test_in_the_examples_no_two_texts_share_a_name_and_each_has_a_place() -> None:
    for path in EXAMPLES:
        loaded = load_plan(path)
        texts = list(texts_of(loaded))

        assert len({text.name for text in texts}) == len(texts) > 30
        assert all(loaded.place(*text.path).line > 0 for text in texts)


@given(st.text(min_size=1), st.sampled_from(["", " ", ".", "  "]))
def test_a_mark_stays_with_a_blank_or_a_full_stop_more(words: str, more: str) -> None:
    def mark(vi: str) -> list[str]:
        return [t.mark for t in texts_of(plan(funding={"vi": vi}))]

    clean = "".join(c for c in words if c.isalnum()) or "a"

    assert mark(clean) == mark(clean + more)
    assert mark(clean) != mark(f"{clean} khác")
