"""A resolution's text is cut into the sentences that the catalogue names, whatever its shape."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from catalogue_builders import Written, resolutions
from hypothesis import example, given
from hypothesis import strategies as st

from r57plans.catalogue.segment import sentences, split_sentences


def cut(text: str) -> list[tuple[str, str]]:
    """Id and words of each sentence."""
    return [(s.id, s.text) for s in sentences(text)]


def said(below: str) -> list[str]:
    """The sentences of one paragraph of Part III."""
    return [s.text for s in sentences(f"III- TASKS\n1. Title\n{below}\n")]


def test_part_three_numbers_its_sentences_by_group_paragraph_and_sentence() -> None:
    text = """\
III- TASKS
1. Open the market
- Sweep the yard. Set up the stalls.
- Hang a board.
2. Keep the market
- Write down the sellers.
"""

    assert cut(text) == [
        ("1.1.s1", "Sweep the yard."),
        ("1.1.s2", "Set up the stalls."),
        ("1.2.s1", "Hang a board."),
        ("2.1.s1", "Write down the sellers."),
    ]


def _long_text() -> str:
    sentence = "The market of ward {} opens at {} o'clock and Mister Long sweeps the yard. "
    lines = [f"- {sentence.format(n, n % 12) * (n % 4 + 1)}".strip() for n in range(60)]
    return (
        "III- TASKS\n1. Open the market\n" + "\n".join(lines) + "\n2. Keep it\n" + lines[9] + "\n"
    )


@pytest.mark.parametrize("width", [50, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("start", "below", "end"),
    [
        ("", "", ""),
        ("  ", "  ", ""),
        ("> ", "> ", ""),
        ("", "  ", ""),
        ("    ", "", ""),
        ("", "", " "),
    ],
)
def test_paragraphs_that_are_broken_into_lines_are_put_together_again(
    width: int, between: str, start: str, below: str, end: str
) -> None:
    text = _long_text()
    wrapped = between.join(
        textwrap.fill(line, width, initial_indent=start, subsequent_indent=below)
        for line in text.splitlines()
    ).replace("\n", f"{end}\n")

    assert wrapped.count("\n") > 100
    assert cut(wrapped) == cut(text)
    assert sentences(wrapped)[0].line == (3 if between == "\n" else 5)


def test_the_other_parts_put_their_number_first() -> None:
    text = """\
I- PRINCIPLES
1. Markets bring people together. They last.
II- OBJECTIVES
1. By 2030
- Ten markets are open.
- All are clean. All are safe.
IV- IMPLEMENTATION
1. The board meets.
"""

    assert cut(text) == [
        ("I.1.s1", "Markets bring people together."),
        ("I.1.s2", "They last."),
        ("II.1.1.s1", "Ten markets are open."),
        ("II.1.2.s1", "All are clean."),
        ("II.1.2.s2", "All are safe."),
        ("IV.1.s1", "The board meets."),
    ]


@pytest.mark.parametrize(
    "heading", ["III- TASKS", "III – TASKS", "III. Tasks", "III — ", "**III- TASKS**", "III -TASKS"]
)
def test_a_part_begins_with_its_roman_number_and_a_dash_or_a_point(heading: str) -> None:
    begins = heading not in {"III — ", "III -TASKS"}  # another dash; no blank after it

    found = cut(f"{heading}\n1. Title\n- One.\n")

    assert found == ([("1.1.s1", "One.")] if begins else [])


def test_an_item_that_is_a_sentence_is_its_own_paragraph_and_a_title_is_none() -> None:
    text = "I- A\n1. A sentence.\n2. A question?\n3. A title\n- Below it.\n4. By 2030:\n- Also.\n"

    assert cut(text) == [
        ("I.1.s1", "A sentence."),
        ("I.2.s1", "A question?"),
        ("I.3.1.s1", "Below it."),
        ("I.4.1.s1", "Also."),
    ]


def test_a_paragraph_without_a_bullet_below_a_title_is_counted_like_one_with_it() -> None:
    text = "III- A\n1. Title\nNo bullet here.\n- A bullet.\n• Another.\n+ A third.\n– A fourth.\n"

    assert cut(text) == [
        ("1.1.s1", "No bullet here."),
        ("1.2.s1", "A bullet."),
        ("1.3.s1", "Another."),
        ("1.4.s1", "A third."),
        ("1.5.s1", "A fourth."),
    ]


def test_what_follows_the_last_item_that_is_a_sentence_closes_the_part() -> None:
    text = "IV- IMPLEMENTATION\n1. The board meets.\nThis is read aloud. It is kept.\n"

    assert cut(text) == [
        ("IV.1.s1", "The board meets."),
        ("IV.end.s1", "This is read aloud."),
        ("IV.end.s2", "It is kept."),
    ]


def test_markdown_reads_as_plain_text() -> None:
    plain = "III- TASKS\n1. Title\n- One - two. Three_four.\n- (Five) six!\n"
    marked = (
        "**III- TASKS**\n\n**1. Title**\n\n\\- **One** \\- two. Three_four.\n"
        "\n> - \\(Five\\) six\\!\n"
    )

    assert cut(marked) == cut(plain)
    assert [words for _, words in cut(plain)] == ["One - two.", "Three_four.", "(Five) six!"]


@pytest.mark.parametrize(
    "end",
    ["# Notes", "---", "-----------", "T/M BỘ CHÍNH TRỊ", "ON BEHALF OF THE BOARD",
     "**T/M BỘ CHÍNH TRỊ**", "TỔNG BÍ THƯ"],
)  # fmt: skip
def test_nothing_after_the_signature_or_a_rule_is_read(end: str) -> None:
    before = "IV- IMPLEMENTATION\n1. The board meets.\n"

    found = cut(f"{before}{end}\nA note of the editor.\n2. No more.\nV- ANNEX\n1. Nor this.\n")

    assert found == cut(before) == [("IV.1.s1", "The board meets.")]


@pytest.mark.parametrize("line", ["-- two dashes", "T/M", "On behalf of the board, she reads.",
                                  "- THE BOARD.", "No # here."])  # fmt: skip
def test_a_line_that_only_resembles_an_end_is_read(line: str) -> None:
    found = said(f"{line}\n- After it.")

    assert len(found) == 2
    assert found[1] == "After it."


def test_a_line_in_capitals_ends_the_fourth_part_only() -> None:
    assert said("THE BOARD\n- After it.") == ["THE BOARD", "After it."]
    assert cut("IV- A\n1. One.\nTHE BOARD\nAfter it.\n") == [("IV.1.s1", "One.")]


def test_an_end_before_the_first_part_ends_nothing() -> None:
    text = "# RESOLUTION\n---\nT/M NOBODY\n1. Not yet.\nI- A\n1. One.\n"

    assert cut(text) == [("I.1.s1", "One.")]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Sell rice, tea, etc. and sweets.", ["Sell rice, tea, etc. and sweets."]),
        ("Sell rice, etc. Then rest.", ["Sell rice, etc.", "Then rest."]),
        ("Wait… then go.", ["Wait… then go."]),
        ("Wait… Then go.", ["Wait…", "Then go."]),
        ("Chợ bán gạo, chè… và bánh.", ["Chợ bán gạo, chè… và bánh."]),
        ("Chợ bán gạo… Đặt bảng giá.", ["Chợ bán gạo…", "Đặt bảng giá."]),
        ("One! Two? Three.", ["One!", "Two?", "Three."]),
        ("Grow by 2.5 times. By 2030 more.", ["Grow by 2.5 times.", "By 2030 more."]),
        ("First. 5 markets open.", ["First. 5 markets open."]),
        ("One.Two.", ["One.Two."]),
        ("No end at all", ["No end at all"]),
    ],
)
def test_a_sentence_ends_at_a_full_stop_before_a_capital(paragraph: str, found: list[str]) -> None:
    assert list(split_sentences(paragraph)) == found


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("She said “go.” He went.", ["She said “go.”", "He went."]),
        ('She said "go." He went.', ['She said "go."', "He went."]),
        ("It rests (at noon.) Then it opens.", ["It rests (at noon.)", "Then it opens."]),
        ("They went. “Good,” she said.", ["They went.", "“Good,” she said."]),
        ("They went. (Not all.) Some stayed.", ["They went.", "(Not all.)", "Some stayed."]),
        ("They went. “good,” she said.", ["They went. “good,” she said."]),
    ],
)
def test_a_quote_or_bracket_stays_with_its_sentence(paragraph: str, found: list[str]) -> None:
    assert list(split_sentences(paragraph)) == found


@pytest.mark.parametrize("paragraph", ["", "   ", "\t\n"])
def test_a_blank_paragraph_has_no_sentence(paragraph: str) -> None:
    assert split_sentences(paragraph) == ()


def test_decomposed_letters_are_composed() -> None:
    text = "III- NHIỆM VỤ\n1. Mở chợ\n- Kê sạp. Đặt bảng.\n"

    found = cut(unicodedata.normalize("NFD", text))

    assert found == [("1.1.s1", "Kê sạp."), ("1.1.s2", "Đặt bảng.")]


def test_lines_that_end_as_in_windows_read_like_others() -> None:
    text = "\ufeffFOREWORD\nIII- TASKS\n1. Title\n- One. Two.\n\n- Three.\n"

    assert sentences(text.replace("\n", "\r\n")) == sentences(text)
    assert len(sentences(text)) == 3


def test_each_sentence_knows_its_line() -> None:
    text = "FOREWORD\n\nI- A\n1. One. Two.\n\n2. Title\n\n\n- Three.\n"

    assert [(s.id, s.line) for s in sentences(text)] == [
        ("I.1.s1", 4), ("I.1.s2", 4), ("I.2.1.s1", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Only words.\n1. And an item.\n", "III\n1. Title\n- One.\n", "# III\n"]
)
def test_a_text_without_parts_gives_nothing(text: str) -> None:
    assert sentences(text) == ()


def test_a_part_without_items_gives_nothing_and_the_next_is_read() -> None:
    assert cut("I- A\nII- B\n1. One.\n") == [("II.1.s1", "One.")]


@given(resolutions())
def test_every_sentence_of_a_text_is_found_again_in_order_and_once(written: Written) -> None:
    found = sentences(written.text)

    assert tuple((s.id, s.text, s.line) for s in found) == written.expected


FRAGMENTS = st.sampled_from(
    ["I- ", "II. ", "III – ", "IV- A\n", "\n", "\r\n", "\n1. ", "\n12. ", "- ", "•", "**", "\\",
     "> ", "…", ". ", "etc. ", "A", "b", "Đ", "\u0301", "\u2028", "\x0c", "\x1c", "#", "---",
     "T/M ", "ON BEHALF OF ", "”", "“", "\ufeff", " "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=60).map("".join)))
@example("III- \n1. x\n- \n-\n")
def test_any_text_can_be_read(text: str) -> None:
    found = sentences(text)

    assert all(s.text.strip() == s.text != "" for s in found)
    assert [s.line for s in found] == sorted(s.line for s in found)
    assert all(1 <= s.line <= len(text.splitlines()) for s in found)


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=60).map("".join)))
def test_splitting_a_paragraph_loses_no_word(paragraph: str) -> None:
    assert " ".join(split_sentences(paragraph)) == " ".join(paragraph.split())
