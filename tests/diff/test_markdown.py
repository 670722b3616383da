"""Changes as Markdown: a table that no text of a plan can break."""

from __future__ import annotations

from dataclasses import replace

from change_builders import CHANGES, LATER, SIDES, change, said

from r57plans.diff.markdown import markdown
from r57plans.findings import Message


def rows(text: str) -> list[list[str]]:
    """The cells of all rows of tables but their rulers."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_a_change_is_a_row_with_both_values_and_the_words_that_differ() -> None:
    found = rows(markdown((LATER,), SIDES, "en"))

    assert found[-1] == [
        "The deadline of task 3.5.2 is two quarters later: quarter II/2025 → quarter IV/2025 "
        "(Mobile coverage of villages)",
        "quý <del>II/2025</del>",
        "quý <ins>IV/2025</ins>",
        "**major**",
    ]


def test_the_summary_has_the_gravest_kinds_first_and_a_total() -> None:
    found = rows(markdown(CHANGES, SIDES, "vi"))[:6]

    assert found[0][0] == "Loại thay đổi"
    assert found[1:3] == [
        ["Lùi thời hạn", "1", "", "", "1"],
        ["target.values.lowered", "1", "", "", "1"],
    ]
    assert found[-1][0] == "task.text.wording"


def test_groups_come_in_the_order_of_the_plan_after_what_belongs_to_none() -> None:
    heads = [x for x in markdown(CHANGES, SIDES, "vi").splitlines() if x.startswith("####")]

    assert heads == [
        "#### Văn bản và phần chung",
        "#### Chỉ tiêu",
        "#### I. Nâng cao nhận thức, đổi mới tư duy",
        "#### III. Phát triển hạ tầng",
    ]


def test_signs_of_markdown_and_line_breaks_stay_within_their_cell() -> None:
    text = "a | b\n*c* <img src=x> `d` [e](f) & g"

    last = rows(markdown((change("x.y", "", text, message=said("m")),), SIDES, "vi"))[-1]

    assert last == [
        "m",
        "",
        r"a \| b<br>\*c\* &lt;img src=x&gt; \`d\` \[e\](f) &amp; g",
        "thông thường",
    ]


def test_an_approved_change_keeps_its_severity_and_says_why() -> None:
    sides = replace(SIDES, approved={LATER.fingerprint: Message("đã họp", "as met on")})

    assert rows(markdown((LATER,), sides, "en"))[-1][-1] == "**major**, approved: as met on"


def test_nothing_changed_is_said_without_a_table() -> None:
    assert markdown((), SIDES, "vi").endswith("Không có thay đổi nào về nội dung.")
