"""How templates are made from text, and what is said when a source is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError, R57Error
from r57plans.word.maker.content import Writer
from r57plans.word.maker.elements import flag, text_run
from r57plans.word.maker.layout import read_layout
from r57plans.word.maker.outline import read_outline
from r57plans.word.maker.sources import read_mapping
from r57plans.word.maker.style import Style, Stylesheet, style_id, stylesheet
from r57plans.word.maker.words import Words, read_words
from r57plans.word.text_width import bold_width
from r57plans.word.xml import Element, w

LAYOUT = read_layout(catalogue_folder() / "layouts" / "state-2020.yaml")
STYLES = Stylesheet(tuple(Style(key, key) for key in ("body", "tag", "gap", "rule")))


def blocks(folder: Path, text: str, **words: str) -> list[Element]:
    """What the maker writes for an outline."""
    (folder / "a.outline").write_text(text, encoding="utf-8")
    writer = Writer(Words(words, "words.yaml"), STYLES, LAYOUT)
    return writer.blocks(read_outline(folder, "a"), 9355)


def texts(element: Element) -> list[str]:
    """The texts of an element's runs."""
    return [t.text or "" for t in element.iter(w("t"))]


def test_a_line_becomes_a_paragraph_in_its_style(tmp_path: Path) -> None:
    [paragraph] = blocks(tmp_path, "# a remark\n\nbody | Xin chào $name.\n", name="Việt Nam")

    assert paragraph.tag == w("p")
    assert texts(paragraph) == ["Xin chào Việt Nam."]
    assert [s.get(w("val")) for s in paragraph.iter(w("pStyle"))] == ["R57Body"]


def test_words_between_two_asterisks_twice_are_bold(tmp_path: Path) -> None:
    [paragraph] = blocks(tmp_path, "body | **{{ a }}:** {{ b }}")

    bold = [texts(r) for r in paragraph.iter(w("r")) if r.find(f"{w('rPr')}/{w('b')}") is not None]

    assert texts(paragraph) == ["{{ a }}:", " {{ b }}"]
    assert bold == [["{{ a }}:"]]


def test_a_table_has_the_widths_spans_and_repeated_rows_of_its_outline(tmp_path: Path) -> None:
    outline = """table ruled 100 200 300
  row head
    cell joined
      body | a
    cell span 2
      body | b
  {%tr for x in y %}
"""

    [table] = blocks(tmp_path, outline)

    rows = [
        [c.find(f"{w('tcPr')}/{w('tcW')}") for c in r.iter(w("tc"))] for r in table.iter(w("tr"))
    ]
    assert [[c.get(w("w")) for c in row if c is not None] for row in rows] == [
        ["100", "500"], ["600"]
    ]  # fmt: skip
    assert len(list(table.iter(w("tblHeader")))) == 1
    assert len(list(table.iter(w("cantSplit")))) == 2


def test_an_outline_may_use_another_at_its_own_depth(tmp_path: Path) -> None:
    (tmp_path / "inner.outline").write_text("body | trong\n", encoding="utf-8")
    outline = "table plain 500\n  row\n    cell\n      use inner.outline\nbody | sau\n"

    table, after = blocks(tmp_path, outline)

    assert (texts(table), texts(after)) == (["trong"], ["sau"])


def test_a_rule_of_a_given_length_stands_in_the_middle(tmp_path: Path) -> None:
    [paragraph] = blocks(tmp_path, "rule subject-rule")

    [indent] = paragraph.iter(w("ind"))

    assert indent.get(w("left")) == indent.get(w("right")) == str((9355 - 2551) // 2)


@pytest.mark.parametrize(
    ("outline", "complaint"),
    [
        ("body | a\n    body | b\n", "a.outline:2: a line stands deeper"),
        ("body a b\n", "a.outline:1: expected `style | text`"),
        ("body b | text\n", "a.outline:1: expected `style | text`"),
        ("row\n", "a.outline:1: a row cannot stand here"),
        ("\nnobody | a\n", "a.outline:2: there is no style nobody"),
        ("body | $nothing\n", "a.outline:1: words.yaml has no words $nothing"),
        ("rule no-rule\n", "a.outline:1: the layout has no rule no-rule"),
        ("table round 100\n", "a.outline:1: 'round'"),
        ("table plain wide\n", "a.outline:1: invalid literal"),
    ],
)
def test_a_wrong_line_is_named_with_its_place(tmp_path: Path, outline: str, complaint: str) -> None:
    with pytest.raises(R57Error) as caught:
        blocks(tmp_path, outline)

    assert str(caught.value).startswith(complaint)


def test_numbers_in_words_are_kept_together_but_tags_stay_as_they_are() -> None:
    words = Words({"a": "số 57-NQ/TW {{ x if y else '03-NQ/TW' }}"}, "words.yaml")

    said = words.fill("$a")

    assert said == "số\u00a057\u2011NQ/TW {{ x if y else '03-NQ/TW' }}"


def test_words_of_one_layout_join_those_of_all(tmp_path: Path) -> None:
    text = "all: {a: chung}\nparty: {b: Đảng}\nstate: {b: Nhà nước}\n"
    (tmp_path / "words.vi.yaml").write_text(text, encoding="utf-8")

    words = read_words(tmp_path, "vi", "state")

    assert (words["a"], words["b"]) == ("chung", "Nhà nước")


def test_a_broken_source_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "words.vi.yaml"
    path.write_text("all: {a: chung\n", encoding="utf-8")

    with pytest.raises(LoadError) as caught:
        read_mapping(path)

    assert caught.value.report.errors[0].place.file == "words.vi.yaml"


def test_a_measure_that_no_style_has_is_refused() -> None:
    components = {"body": {"name": {"vi": "Nội dung"}, "colour": "red"}}

    with pytest.raises(R57Error, match="style body: nobody knows colour"):
        stylesheet(components, {})


def test_an_addition_to_a_component_of_another_layout_is_left_out() -> None:
    additions = {"star": {"keep_next": True}, "own": {"name": {"vi": "Riêng, của ta"}}}

    styles = {style.key: style.name for style in stylesheet({}, additions)}

    assert styles == {"own": "R57 Riêng của ta"}


@pytest.mark.parametrize(
    ("key", "identifier"),
    [("part", "Heading1"), ("place-date", "R57PlaceDate"), ("body", "R57Body")],
)
def test_a_style_has_an_id_that_every_word_can_read(key: str, identifier: str) -> None:
    assert style_id(key) == identifier


@pytest.mark.parametrize(
    ("wanted", "written"), [(True, None), (False, "0")], ids=["wanted", "refused"]
)
def test_a_switch_is_written_on_or_off(wanted: bool, written: str | None) -> None:
    element = flag("b", wanted)

    assert element is not None
    assert element.get(w("val")) == written


def test_a_switch_that_is_not_said_is_not_written() -> None:
    assert flag("b", None) is None


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" ")))
def test_a_run_holds_its_text_exactly(text: str) -> None:
    run = text_run(text)

    read = "".join("\u2011" if e.tag == w("noBreakHyphen") else e.text or "" for e in run)

    assert read == text


def test_accents_add_nothing_to_the_width_of_a_line() -> None:
    assert bold_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15) == bold_width("DANG CONG SAN VIET NAM", 15)


def test_a_horn_makes_a_letter_wider() -> None:
    assert bold_width("ữờ", 2048 / 20) - bold_width("uo", 2048 / 20) == 90 + 110


@settings(deadline=None, max_examples=40)
@given(st.text("ABCDEĐ -ạếữ", max_size=20), st.text("GHIKLM -ờỹ", max_size=20))
def test_the_width_of_two_texts_is_the_sum_of_their_widths(first: str, second: str) -> None:
    widths = [bold_width(text, 2048 / 20) for text in (first, second, first + second)]

    assert widths[2] == widths[0] + widths[1]


def test_a_letter_without_a_known_width_is_refused() -> None:
    with pytest.raises(R57Error, match="no width is known for the letter '§'"):
        bold_width("Điều §", 14)
