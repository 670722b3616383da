"""Tables that tags change: repeated cells, their settings, the grid, and what Word wants filled."""

from __future__ import annotations

import pytest
from word_builders import cell, made, rendered, row, rules, story, table, task
from word_packages import p, part_xml


def repeated(*blocks: str, over: str = "columns") -> tuple[str, str, str]:
    """A cell for each item, between the cells of its loop."""
    return cell(p(f"{{%tc for c in {over} %}}")), cell(*blocks), cell(p("{%tc endfor %}"))


COLUMNS = [{"width": 300, "span": 2, "fill": "D9D9D9"}, {"width": 101, "span": 1, "fill": ""}]
SET = "{% cellbg c.fill %}{% colspan c.span %}{% cellwidth c.width %}"


def test_a_loop_over_cells_repeats_them_and_the_grid_follows() -> None:
    xml = made(table(row(cell(p("TT")), *repeated(p("{{ c.width }}" + SET)))), columns=COLUMNS)

    grid, _, cells = xml.partition("</w:tblGrid>")
    assert grid.count("<w:gridCol") == 4
    assert '<w:gridCol w:w="150"/><w:gridCol w:w="150"/><w:gridCol w:w="101"/>' in grid
    assert cells.count("<w:tc>") == 3


def test_the_settings_of_a_cell_stand_in_the_order_of_the_schema() -> None:
    old = (
        '<w:tcPr><w:tcW w:w="5" w:type="dxa"/><w:shd w:fill="red"/><w:vAlign w:val="top"/></w:tcPr>'
    )
    body = table(row(cell(p(SET), properties=old)))

    xml = made(body, c=COLUMNS[0])

    assert (
        '<w:tcPr><w:tcW w:w="300" w:type="dxa"/><w:gridSpan w:val="2"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/><w:vAlign w:val="top"/></w:tcPr>'
    ) in xml


def test_no_fill_and_a_span_of_one_write_nothing() -> None:
    body = table(row(cell(p(SET), properties='<w:tcPr><w:shd w:fill="red"/></w:tcPr>')))

    xml = made(body, c={"width": "80", "span": "1", "fill": None})

    assert '<w:tcPr><w:tcW w:w="80" w:type="dxa"/></w:tcPr>' in xml


def test_columns_share_the_width_of_their_table_where_no_tag_gives_one() -> None:
    static = '<w:tcPr><w:tcW w:w="400" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
    spanned = '<w:tcPr><w:tcW w:w="90" w:type="dxa"/></w:tcPr>'
    loop = repeated(p("x{% colspan 3 %}"))
    body = table(
        row(
            cell(p("a"), properties=static),
            loop[0],
            cell(p("x{% colspan 3 %}"), properties=spanned),
            loop[2],
        )
    )

    xml = made(body, columns=[1])

    widths = [piece.partition('"')[0] for piece in xml.split('<w:gridCol w:w="')[1:]]
    assert widths == ["20", "20", "20", "20", "20"]


def test_a_table_whose_first_row_stands_in_a_loop_keeps_its_grid() -> None:
    body = table(
        row(cell(p("{%tr for x in columns %}"))),
        row(*repeated(p("a"))),
        row(cell(p("{%tr endfor %}"))),
        columns=2,
    )

    assert made(body, columns=[1, 2]).count("<w:gridCol") == 2


def test_rows_below_the_first_may_repeat_cells_too() -> None:
    body = table(row(*repeated(p("{{ c }}"))), row(*repeated(p("-"))))

    xml = made(body, columns=[1, 2, 3])

    assert [xml.count("<w:gridCol"), xml.count("<w:tc>")] == [3, 6]


def test_a_cell_whose_paragraphs_all_vanish_keeps_an_empty_one() -> None:
    body = table(row(cell(p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}"))))

    assert "<w:tc><w:p/></w:tc>" in made(body, xs=[])
    assert "<w:tc>" + p("1") + "</w:tc>" in made(body, xs=[1])


def test_a_cell_that_would_end_with_a_table_gets_a_paragraph_after_it() -> None:
    inner = table(row(cell(p("trong"))))
    body = table(row(cell(p("{%p if x %}"), inner, p("{%p endif %}"))))

    assert made(body, x=True).endswith("</w:tbl><w:p/></w:tc></w:tr></w:tbl>")


def test_a_row_that_loses_every_cell_and_a_table_that_loses_every_row_vanish() -> None:
    body = p("a") + table(row(*repeated(p("{{ c }}"))))

    assert made(body, columns=[]) == p("a")


def test_a_table_with_a_row_left_stays() -> None:
    body = table(
        row(cell(p("{%tr if x %}"))),
        row(cell(p("a"))),
        row(cell(p("{%tr else %}"))),
        row(cell(p("b"))),
        row(cell(p("{%tr endif %}"))),
    )

    assert [made(body, x=x).count("<w:tr>") for x in (True, False)] == [1, 1]


def test_a_table_whose_rows_may_all_vanish_goes_with_them() -> None:
    body = p("a") + table(
        row(cell(p("{%tr for x in xs %}"))), row(cell(p("{{ x }}"))), row(cell(p("{%tr endfor %}")))
    )

    assert made(body, xs=[]) == p("a")


def test_a_header_that_loses_its_paragraphs_keeps_an_empty_one() -> None:
    header = story("header", p("{%p if x %}") + p("a") + p("{%p endif %}"))

    data = rendered(p("a"), header, x=False)

    assert part_xml(data, header.name) == "<w:p/>"


@pytest.mark.parametrize(
    "tag",
    [
        "colspan 0",
        "colspan 64",
        "colspan 'a'",
        "colspan 2.0",
        "cellwidth -1",
        "cellwidth 99999",
        "cellbg 'red'",
        "cellbg 5",
    ],
)
def test_a_setting_out_of_range_is_a_finding(tag: str) -> None:
    assert rules(table(row(cell(p(f"{{% {tag} %}}"))))) == ["template.value"]


def test_a_setting_outside_a_table_is_a_finding() -> None:
    assert rules(p("{% colspan 2 %}")) == ["template.misplaced"]


def test_a_row_that_holds_only_its_loop_over_cells_carries_its_records_bookmark() -> None:
    body = table(
        row(cell(p("đầu"))),
        row(cell(p("{%tr for t in tasks %}"))),
        row(*repeated(p("{{ c }}"), over="t.leads")),
        row(cell(p("{%tr endfor %}"))),
    )

    xml = made(body, controls=True, tasks=[task(1, "A", "B"), task(2)])

    assert xml.count("<w:tr>") == 2
    assert xml.count("bookmarkStart") == xml.count("bookmarkEnd") == 1


def test_a_row_may_begin_with_marks_that_are_no_cells() -> None:
    head = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'

    xml = made(table(row(head, *repeated(p("{{ c }}")))), columns=[1, 2])

    assert xml.count("<w:gridCol") == 2
