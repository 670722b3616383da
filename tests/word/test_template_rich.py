"""Rich text keeps the format of its tag and changes what it says, in the order Word wants."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich_values import HEAD, Rendering, blocks, finished, inline, rendering, saved
from validators import audit_errors, integrity_errors
from word_packages import root_xml

from r57plans import R57Error
from r57plans.errors import ReportedError
from r57plans.word.relations import read_relations
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values import RichParagraphs, RichText, blocks_of, runs_of
from r57plans.word.template.values.properties import RUN_PLACES, children
from r57plans.word.xml import parse_part, w

T = '<w:t xml:space="preserve">'
PROPERTIES = '<w:pPr><w:pStyle w:val="Quote"/><w:spacing w:after="0"/><w:sectPr/></w:pPr>'
PLAIN = '<w:pPr><w:pStyle w:val="Quote"/><w:spacing w:after="0"/></w:pPr>'
WRITTEN = {w("br"): "\n", w("cr"): "\r", w("tab"): "\t", w("noBreakHyphen"): "\u2011"}
TEXT = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[chr(n) for n in range(32) if chr(n) not in "\n\r\t"]
        + ["\ufffe", "\uffff"],
    )
)
FORMATS = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(),
        "italic": st.booleans(),
        "underline": st.sampled_from([True, False, "wave", "double"]),
        "strike": st.booleans(),
        "colour": st.sampled_from(["C00000", "#00ff00", "auto"]),
        "highlight": st.sampled_from(["yellow", "FFEE00", "none"]),
        "size": st.sampled_from([1, 9.5, Decimal("13.5"), 1638]),
        "font": st.sampled_from(["Times New Roman", 'A "B" & C']),
        "style": st.sampled_from(["Strong", "strong", "Emphasis"]),
        "superscript": st.booleans(),
        "subscript": st.booleans(),
        "lang": st.sampled_from(["vi-VN", "en"]),
        "link": st.sampled_from(["https://example.vn/ă?a=1&b=2", "mailto:a@b.vn"]),
    },
)
TAG_RUN = (
    '<w:r><w:rPr><w:rFonts w:ascii="Tinos"/><w:b/><w:dstrike/><w:color w:val="0000FF"/>'
    '<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
)


def written(value: object, head: str = HEAD, runtime: Rendering | None = None) -> str:
    return inline(value, runtime or rendering(), head)


def said(xml: str) -> str:
    root = parse_part(root_xml("p", xml), "")
    pieces = (
        e.text or "" if e.tag == w("t") else WRITTEN[e.tag] for e in root.iter(w("t"), *WRITTEN)
    )
    return "".join(pieces)


def reasons(error: pytest.ExceptionInfo[ReportedError]) -> tuple[str, str]:
    (finding,) = error.value.report
    return finding.message


def test_a_piece_without_a_format_prints_in_that_of_the_tag() -> None:
    assert written(RichText("Hạn"), TAG_RUN) == f"{TAG_RUN}{T}Hạn</w:t></w:r>"


def test_a_format_is_put_over_that_of_the_tag_in_the_order_of_the_schema() -> None:
    text = RichText("x", superscript=True, size=9.5, italic=True, colour="#c00000", strike=True)

    assert written(text, TAG_RUN) == (
        '<w:r><w:rPr><w:rFonts w:ascii="Tinos"/><w:b/><w:i/><w:iCs/><w:strike/>'
        '<w:color w:val="C00000"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
        f'<w:vertAlign w:val="superscript"/><w:lang w:val="vi-VN"/></w:rPr>{T}x</w:t></w:r>'
    )


def test_false_takes_away_what_the_tag_has() -> None:
    head = "<w:r><w:rPr><w:b/></w:rPr>"

    assert written(RichText("x", bold=False), head) == (
        f'<w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>{T}x</w:t></w:r>'
    )


def test_effects_that_only_newer_programs_know_stay_behind_the_others() -> None:
    head = (
        '<w:r><w:rPr><w:b/><w14:glow w14:rad="1"><w14:srgbClr w14:val="FF0000"/></w14:glow></w:rPr>'
    )

    assert written(RichText("x", underline="wave"), head) == (
        '<w:r><w:rPr><w:b/><w:u w:val="wave"/><w14:glow w14:rad="1">'
        f'<w14:srgbClr w14:val="FF0000"/></w14:glow></w:rPr>{T}x</w:t></w:r>'
    )


@pytest.mark.parametrize(
    ("highlight", "property_"),
    [
        ("yellow", '<w:highlight w:val="yellow"/>'),
        ("DARKBLUE", '<w:highlight w:val="darkBlue"/>'),
        ("ffee00", '<w:shd w:val="clear" w:color="auto" w:fill="FFEE00"/>'),
    ],
)
def test_a_highlight_is_one_of_words_pens_or_any_background(highlight: str, property_: str) -> None:
    assert f"<w:rPr>{property_}</w:rPr>" in written(RichText("x", highlight=highlight))


def test_both_spellings_of_colour_are_understood() -> None:
    assert written(RichText("x", color="C00000")) == written(RichText("x", colour="C00000"))


def test_pieces_are_added_in_place_one_after_the_other() -> None:
    text = RichText("Hạn: ")

    same = text.add("30/6", bold=True).add(2025)

    assert same is text
    assert str(text) == "Hạn: 30/62025"
    assert written(text).count("<w:b/>") == 1


def test_a_sum_leaves_what_was_added_as_it_was() -> None:
    first = RichText("a", bold=True)

    whole = "<" + first + RichText("b") + ">"

    assert (str(first), str(whole)) == ("a", "<ab>")
    assert said(written(whole)) == "<ab>"


def test_rich_text_within_rich_text_keeps_its_own_format() -> None:
    inner = RichText("a", colour="C00000").add("b")

    text = RichText(inner, colour="0000FF", bold=True)

    assert written(text) == (
        f'<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="C00000"/></w:rPr>{T}a</w:t></w:r>'
        f'<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="0000FF"/></w:rPr>{T}b</w:t></w:r>'
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (12, "12"), (Decimal("1.50"), "1.50"), (date(2025, 3, 28), "2025-03-28")],
)
def test_numbers_and_days_are_text_too(value: object, text: str) -> None:
    assert str(RichText(value)) == text  # type: ignore[arg-type]


def test_line_breaks_tabs_and_page_breaks_are_kept() -> None:
    assert written(RichText("a\nb\tc\f57\u2011NQ")) == (
        f"<w:r>{T}a</w:t><w:br/>{T}b</w:t><w:tab/>{T}c</w:t>"
        f'<w:br w:type="page"/>{T}57</w:t><w:noBreakHyphen/>{T}NQ</w:t></w:r>'
    )


def test_text_without_letters_prints_no_run() -> None:
    assert written(RichText("")) == ""
    assert not RichText("")
    assert RichText("a")


@given(TEXT, FORMATS)
def test_any_text_in_any_format_is_read_back_exactly(text: str, given_: dict[str, object]) -> None:
    xml = written(RichText(text, **given_), TAG_RUN)  # type: ignore[arg-type]

    assert said(xml) == text.replace("\r\n", "\n")


@given(FORMATS)
def test_the_properties_are_in_the_order_of_the_schema(given_: dict[str, object]) -> None:
    xml = written(RichText("x", **given_), TAG_RUN)  # type: ignore[arg-type]

    properties = xml[xml.index("<w:rPr>") + len("<w:rPr>") : xml.index("</w:rPr>")]
    places = [RUN_PLACES[name] for name, _ in children(properties)]
    assert places == sorted(set(places))


def test_a_control_character_is_reported_when_it_is_printed() -> None:
    with pytest.raises(MisuseError) as error:
        written(RichText("a\x0bb"))

    assert (error.value.rule, error.value.blanks["what"]) == ("word.control-character", "U+000B")


@pytest.mark.parametrize(
    ("format_", "vi", "en"),
    [
        ({"colour": "red"}, "màu 'red'", "the colour 'red'"),
        ({"highlight": "pink"}, "màu 'pink'", "the colour 'pink'"),
        ({"size": 0}, "cỡ chữ 0", "the size 0"),
        ({"size": float("nan")}, "cỡ chữ nan", "the size nan"),
        ({"size": True}, "cỡ chữ True", "the size True"),
        ({"underline": "yellow"}, "gạch chân 'yellow'", "underline 'yellow'"),
        ({"font": ""}, "tên phông chữ", "the name of a font"),
        ({"lang": "tiếng Việt"}, "mã ngôn ngữ", "the code of a language"),
    ],
)
def test_a_format_that_word_does_not_have_is_refused_at_once(
    format_: dict[str, object], vi: str, en: str
) -> None:
    with pytest.raises(R57Error) as error:
        RichText("x", **format_)  # type: ignore[arg-type]

    message = reasons(error)  # type: ignore[arg-type]
    assert vi in message.vi  # type: ignore[attr-defined]
    assert en in message.en  # type: ignore[attr-defined]


def test_a_value_of_another_kind_is_no_text() -> None:
    with pytest.raises(R57Error, match="it is of type dict"):
        RichText({})  # type: ignore[arg-type]


def test_an_unknown_word_is_an_error_of_the_script() -> None:
    with pytest.raises(TypeError, match="blink"):
        RichText("x", blink=True)  # type: ignore[call-arg]


@pytest.mark.parametrize("name", ["Strong", "strong", "STRONG"])
def test_a_style_is_found_by_its_name_or_id(name: str) -> None:
    assert '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' in written(RichText("x", style=name))


def test_a_style_of_paragraphs_stands_for_its_partner_of_characters() -> None:
    assert '<w:rStyle w:val="Heading1Char"/>' in written(RichText("x", style="Heading 1"))


def test_a_style_that_the_template_lacks_is_refused() -> None:
    with pytest.raises(MisuseError) as error:
        written(RichText("x", style="Không có"))

    assert "no style “Không có”" in error.value.blanks["what"][1]


def test_a_link_is_a_relationship_to_outside_and_looks_like_one() -> None:
    runtime = rendering()

    xml = written(RichText("trang", link="https://example.vn/ăb?x=1"), HEAD, runtime)

    relations = read_relations(finished("<w:p/>", runtime), "word/document.xml")
    (link,) = [relation for relation in relations if relation.external]
    assert (link.kind, link.target) == ("hyperlink", "https://example.vn/%C4%83b?x=1")
    assert f'r:id="{link.id}"' in xml
    assert '<w:color w:val="0563C1"/><w:u w:val="single"/>' in xml


def test_a_link_has_the_templates_own_style_for_links() -> None:
    style = '<w:style w:type="character" w:styleId="Lienket"><w:name w:val="Hyperlink"/></w:style>'
    runtime = rendering(styles=root_xml("styles", style))

    assert '<w:rPr><w:rStyle w:val="Lienket"/></w:rPr>' in written(
        RichText("x", link="https://a.vn"), HEAD, runtime
    )


def test_the_same_address_is_related_once_a_part() -> None:
    runtime = rendering()

    written(RichText("a", link="https://a.vn").add("b", link="https://a.vn"), HEAD, runtime)
    runtime.part = "word/header1.xml"
    written(RichText("a", link="https://a.vn"), HEAD, runtime)

    added = runtime.attachments.finished({})
    assert sorted(added) == ["word/_rels/document.xml.rels", "word/_rels/header1.xml.rels"]
    assert added["word/_rels/header1.xml.rels"].count(b"https://a.vn") == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "\\\\may-chu\\thu-muc",
        "//example.vn",
        "example.vn",
        "data:text/html,x",
        "ms-word:ofe|u|https://a.vn",
        "https://",
        "https://a.vn/" + "x" * 2100,
        "https://a.vn/\ud800",
    ],
)
def test_only_addresses_of_the_web_and_of_mail_may_be_linked_to(url: str) -> None:
    with pytest.raises(R57Error, match="only http, https, ftp and mailto"):
        RichText("x", link=url)


def test_paragraphs_take_the_properties_of_the_tags_paragraph() -> None:
    value = RichParagraphs(["a", RichText("b", bold=True)])

    assert blocks(value, rendering(), PLAIN, "<w:r><w:rPr><w:i/></w:rPr>") == (
        f"<w:p>{PLAIN}<w:r><w:rPr><w:i/></w:rPr>{T}a</w:t></w:r></w:p>"
        f"<w:p>{PLAIN}<w:r><w:rPr><w:b/><w:bCs/><w:i/></w:rPr>{T}b</w:t></w:r></w:p>"
    )


def test_a_paragraph_may_have_a_style_of_its_own() -> None:
    value = RichParagraphs().add("a", style="List Bullet")

    assert blocks(value, rendering(), PLAIN) == (
        '<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:spacing w:after="0"/></w:pPr>'
        f"<w:r>{T}a</w:t></w:r></w:p>"
    )


def test_a_paragraph_in_an_unknown_style_is_refused() -> None:
    with pytest.raises(MisuseError):
        blocks(RichParagraphs().add("a", style="Strong"), rendering())


@pytest.mark.parametrize("value", [RichParagraphs(["a", "b"]), [RichText("a"), "b"]])
def test_the_end_of_a_section_stays_on_the_last_paragraph_only(value: object) -> None:
    xml = blocks(value, rendering(), PROPERTIES)

    assert xml.index("<w:sectPr/>") > xml.index("</w:p>")
    assert xml.count("<w:sectPr/>") == 1


def test_a_list_of_rich_and_plain_values_is_a_paragraph_each() -> None:
    xml = blocks([RichText("a", bold=True), "b", 3, RichParagraphs(["c"])], rendering())

    assert [said(p + "</w:p>") for p in xml.split("</w:p>")[:-1]] == ["a", "b", "3", "c"]


def test_rich_text_in_the_place_of_blocks_is_a_paragraph() -> None:
    assert blocks(RichText("a"), rendering(), PLAIN) == f"<w:p>{PLAIN}<w:r>{T}a</w:t></w:r></w:p>"


@pytest.mark.parametrize("value", ["a", None, 3, ["a", "b"], ()])
def test_plain_values_are_left_to_others(value: object) -> None:
    assert runs_of(value, rendering(), HEAD) is None
    assert blocks_of(value, rendering(), "", HEAD) is None


def test_paragraphs_among_text_are_refused_with_the_way_to_write_them() -> None:
    with pytest.raises(MisuseError) as error:
        written(RichParagraphs(["a"]))

    assert "{{p … }}" in error.value.blanks["what"][0]


def test_rich_values_survive_the_way_to_another_process() -> None:
    text = RichText("a", bold=True, link="https://a.vn")

    there = pickle.loads(pickle.dumps([text, RichParagraphs([text])]))

    assert written(there[0]) == written(text)
    assert blocks(there[1], rendering()) == blocks(RichParagraphs([text]), rendering())


def test_a_document_with_rich_text_satisfies_the_validators(tmp_path: Path) -> None:
    runtime = rendering()
    text = RichText("Hạn: ", size=13).add("30/6", bold=True, colour="C00000", highlight="yellow")
    text.add("1)", superscript=True, strike=True, font="Arial", lang="vi-VN", style="Strong")
    text.add("trang", link="https://example.vn")

    body = blocks(RichParagraphs([text, "a\fb\tc"]).add("x", style="Quote"), runtime, head=TAG_RUN)

    file = saved(body, runtime, tmp_path / "a.docx")
    assert audit_errors(file) == []
    assert integrity_errors(file) == []
