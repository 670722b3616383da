"""Tags in Word's text: cut, quoted and lifted in every way that Word and its authors know."""

from __future__ import annotations

import pytest
from word_builders import BOLD, cell, made, row, table
from word_packages import p, r

PROOF = '<w:proofErr w:type="spellStart"/>'
MARK = '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/>'


def fold(xml: str) -> list[str]:
    """The texts of each paragraph, joined."""
    return [
        "".join(piece.partition("</w:t>")[0] for piece in paragraph.split("<w:t>")[1:])
        for paragraph in xml.split("</w:p>")[:-1]
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        (r("Xin {"), r("{ x }"), r("} chào")),
        (r("Xin {{ "), PROOF, r("x"), PROOF, r(" }} chào")),
        (r("Xin {{"), r(" x ", BOLD), r("}} chào")),
        (r("Xin {{ x"), MARK, "<w:r><w:lastRenderedPageBreak/><w:t> }} chào</w:t></w:r>"),
        (r("Xin {{"), "<w:r><w:tab/></w:r>", r("x }} chào")),
        ("<w:r><w:t>Xin {{</w:t><w:br/><w:t>x }} chào</w:t></w:r>",),
        (r("Xin {"), '<w:hyperlink w:anchor="a">', r("{ x }}"), "</w:hyperlink>", r(" chào")),
        (r("Xin {{ x"), '<w:ins w:id="1" w:author="a">', r(" }} "), "</w:ins>", r("chào")),
    ],
)
def test_a_tag_that_word_cut_is_one_tag_again(pieces: tuple[str, ...]) -> None:
    xml = made(p(*pieces), x="A")

    assert fold(xml) == ["Xin A chào"]


def test_a_joined_tag_takes_the_format_of_the_run_where_it_begins() -> None:
    xml = made(p(r("{{", BOLD), r(" x }} sau")), x="A")

    assert xml == p(r("A", BOLD), r(" sau"))


def test_two_tags_cut_across_the_same_runs_are_both_joined() -> None:
    xml = made(p(r("a{{ x }"), r("}b{"), r("{ y }}c")), x="1", y="2")

    assert fold(xml) == ["a1b2c"]


def test_typographic_quotes_and_hard_spaces_in_a_tag_are_read_as_typed() -> None:
    xml = made(p("{{\u00a0x|default(“trống”, true) ~ ‘’ }} “nguyên”"), x="")

    assert fold(xml) == ["trống “nguyên”"]


def test_a_comment_leaves_nothing() -> None:
    body = p("a{# ghi chú {{ x }} #}b") + p("{#p cả đoạn #}") + p("c")

    assert fold(made(body)) == ["ab", "c"]


def test_conditions_and_loops_work_within_a_paragraph_across_runs() -> None:
    body = p(
        r("{% for i in"),
        r(" xs %}"),
        r("{{ i }}", BOLD),
        r("{% if not loop.last %}, {% else %}."),
        r("{% endif %}{% endfor %}"),
    )

    assert fold(made(body, xs=[1, 2, 3])) == ["1, 2, 3."]


def test_elif_with_set_and_trim_marks_are_understood() -> None:
    body = p(
        "{%- set n = xs|length -%}{% if n > 5 %}nhiều{%- elif n == 2 -%}hai{% else %}ít{% endif %}",
        "{% with m = n %}{{ m }}{% endwith %}",
    )

    assert fold(made(body, xs=[1, 2])) == ["hai2"]


def test_a_p_tag_takes_its_paragraph() -> None:
    body = p("{%p if có %}") + p("A") + p("{%p else %}") + p("B") + p("{%p endif %}")

    assert [fold(made(body, có=True)), fold(made(body, có=False))] == [["A"], ["B"]]


def test_a_section_that_ends_in_a_tags_paragraph_ends_after_the_tag() -> None:
    end = '<w:pPr><w:pStyle w:val="S"/><w:sectPr><w:pgSz w:w="100"/></w:sectPr></w:pPr>'
    body = p(end, "{%p if x %}") + p("A") + p("{%p endif %}") + p("B")

    assert made(body, x=True) == p(end) + p("A") + p("B")
    assert made(body, x=False) == p("B")


def test_an_r_tag_takes_its_run_and_leaves_other_words() -> None:
    body = p("trước ", r("{%r if x %}", BOLD), r("giữa"), r(" {%r endif %} ", BOLD), r(" sau"))

    assert made(body, x=True) == p(r("trước "), r("giữa"), r(" sau"))
    assert made(body, x=False) == p(r("trước "), r(" sau"))


def test_an_r_tag_in_one_run_with_its_partner_keeps_what_stands_between() -> None:
    assert fold(made(p("{%r if x %}giữa{%r endif %}"), x=True)) == ["giữa"]


def test_several_tags_in_one_row_take_it_together() -> None:
    body = table(
        row(cell(p("{%tr for x in xs %}{%tr if x > 1 %}"))),
        row(cell(p("{{ x }}"))),
        row(cell(p("{%tr endif %}")), cell(p("{%tr endfor %}"))),
    )

    assert fold(made(body, xs=[1, 2, 3])) == ["2", "3"]


def test_loops_are_nested_in_rows_in_cells_and_in_tables_within_cells() -> None:
    inner = table(
        row(cell(p("{%tr for y in x.ys %}"))),
        row(cell(p("{{ y }}{% for z in x.zs %}{{ z }}{% endfor %}"))),
        row(cell(p("{%tr endfor %}"))),
    )
    body = table(
        row(cell(p("{%tr for x in xs %}"))),
        row(cell(inner, p("{%p for z in x.zs %}"), p("-{{ z }}"), p("{%p endfor %}"), p("hết"))),
        row(cell(p("{%tr endfor %}"))),
    )

    xml = made(body, xs=[{"ys": [1, 2], "zs": ["a", "b"]}, {"ys": [], "zs": []}])

    assert fold(xml) == ["1ab", "2ab", "-a", "-b", "hết", "hết"]


def test_a_condition_around_rows_takes_or_leaves_them_all() -> None:
    body = table(
        row(cell(p("đầu"))),
        row(cell(p("{%tr if x %}"))),
        row(cell(p("a"))),
        row(cell(p("b"))),
        row(cell(p("{%tr endif %}"))),
    )

    assert [fold(made(body, x=True)), fold(made(body, x=False))] == [["đầu", "a", "b"], ["đầu"]]


def test_tags_in_a_text_box_are_rendered_apart_from_the_paragraph_around_it() -> None:
    inside = f"<w:txbxContent>{p('{% if x %}trong{% endif %}')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"

    xml = made(p("{{ x }}", box, "ngoài"), x="A")

    assert ["trong" in xml, xml.count("A"), "ngoài" in xml] == [True, 1, True]


def test_static_braces_and_attributes_are_left_as_they_are() -> None:
    field = '<w:r><w:instrText xml:space="preserve"> MERGEFIELD {% a } </w:instrText></w:r>'
    body = p("{a} } { {x", field)

    assert made(body) == body.replace(' xml:space="preserve"', "")


def test_line_breaks_in_the_files_own_text_stay() -> None:
    assert "a\nb" in made(p("a\nb"))


def test_what_loops_repeat_carries_no_ids_of_edits_or_paragraphs() -> None:
    marked = '<w:p w:rsidR="00AB" w:rsidRDefault="00AC" w14:paraId="1A" w14:textId="77">'
    body = p("{%p for x in xs %}") + marked + r("{{ x }}") + "</w:p>" + p("{%p endfor %}")

    assert made(body, xs=[1, 2]) == p("1") + p("2")


def test_a_loop_drops_bookmarks_and_numbers_of_controls_that_it_would_repeat() -> None:
    properties = '<w:sdtPr><w:tag w:val="t"/><w:id w:val="5"/></w:sdtPr>'
    control = f"<w:sdt>{properties}<w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    body = (
        p(MARK)
        + p("{%p for x in xs %}")
        + p(MARK, control.format(r("{{ x }}")))
        + p("{%p endfor %}")
    )

    xml = made(body, xs=[1, 2])

    assert xml.count("bookmarkStart") == 1
    assert '<w:id w:val="5"/>' not in xml


def test_a_loop_drops_comments_that_it_would_repeat() -> None:
    start, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    comment = f'{end}<w:r><w:commentReference w:id="3"/></w:r>'
    body = p("{%p for x in xs %}") + p(start, "{{ x }}", comment) + p("{%p endfor %}")

    assert "comment" not in made(body, xs=[1, 2])


def test_the_bookmark_of_words_last_edit_is_dropped() -> None:
    body = p('<w:bookmarkStart w:id="3" w:name="_GoBack"/>', "a", '<w:bookmarkEnd w:id="3"/>')

    assert made(body) == p("a")


def test_drawings_in_a_loop_get_numbers_of_their_own() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="{}" name="a"/></wp:inline></w:drawing></w:r>'
    )
    body = (
        p(drawing.format(4)) + p("{%p for x in xs %}") + p(drawing.format(1)) + p("{%p endfor %}")
    )

    xml = made(body, xs=[1, 2])

    assert [f'docPr id="{n}"' in xml for n in (4, 5, 6)] == [True, True, True]
