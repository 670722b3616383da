"""A clean copy has every tracked change accepted."""

from __future__ import annotations

import pytest
from word_packages import body_xml, p, paragraph_texts, r, root_xml, word_file

from r57plans.word.clean import clean
from r57plans.word.revisions import accept_changes
from r57plans.word.xml import parse_part, w

BY = 'w:id="7" w:author="A" w:date="2025-03-01T00:00:00Z"'


def cleaned(body: str) -> str:
    return body_xml(clean(word_file(body)))


def marked(kind: str, *content: str, properties: str = "") -> str:
    """A paragraph whose mark is inserted, deleted or moved."""
    mark = f"<w:pPr>{properties}<w:rPr><w:{kind} {BY}/></w:rPr></w:pPr>"
    return p(mark, *content)


def cell(text: str = "", properties: str = "") -> str:
    kept = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{kept}{p(text) if text else '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    kept = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{kept}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (p("a", f"<w:ins {BY}>{r('b')}</w:ins>"), p("a", "b")),
        (p("a", f"<w:del {BY}><w:r><w:delText>b</w:delText></w:r></w:del>"), p("a")),
        (p("a", f"<w:moveTo {BY}>{r('b')}</w:moveTo>"), p("a", "b")),
        (p("a", f"<w:moveFrom {BY}>{r('b')}</w:moveFrom>"), p("a")),
        (p(f"<w:ins {BY}>{r('a')}<w:del {BY}>{r('b')}</w:del></w:ins>"), p("a")),
        (
            p(f'<w:moveFromRangeStart {BY} w:name="m"/>', "a", '<w:moveFromRangeEnd w:id="7"/>'),
            p("a"),
        ),
        (p(f"<w:hyperlink><w:del {BY}>{r('b')}</w:del></w:hyperlink>", "a"), p("a")),
    ],
)
def test_inserted_text_stays_and_deleted_text_goes(before, after):
    assert cleaned(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            p(r("a", f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>")),
            p(r("a", "<w:rPr><w:b/></w:rPr>")),
        ),
        (
            p(
                f'<w:pPr><w:jc w:val="center"/><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>',
                "a",
            ),
            p('<w:pPr><w:jc w:val="center"/></w:pPr>', "a"),
        ),
        (
            f"<w:tbl><w:tblPr><w:tblPrChange {BY}/></w:tblPr>"
            f"<w:tblGrid><w:tblGridChange w:id='1'/></w:tblGrid>"
            + row(cell("a", f"<w:tcPrChange {BY}/>"), properties=f"<w:trPrChange {BY}/>")
            + "</w:tbl>",
            "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr/><w:tc><w:tcPr/>"
            + p("a")
            + "</w:tc></w:tr></w:tbl>",
        ),
        (
            p(f"<w:pPr><w:numPr><w:numId w:val='1'/><w:ins {BY}/></w:numPr></w:pPr>", "a"),
            p('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "a"),
        ),
    ],
)
def test_changes_of_format_keep_the_new_format(before, after):
    assert cleaned(before) == after


def test_an_inserted_paragraph_stays_as_an_ordinary_one():
    assert cleaned(marked("ins", "a") + p("b")) == p("<w:pPr/>", "a") + p("b")


def test_a_paragraph_with_a_deleted_mark_joins_the_next_which_keeps_its_format():
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    body = marked("del", "a", properties='<w:pStyle w:val="X"/>') + p(centred, "b") + p("c")

    assert cleaned(body) == p(centred, "a", "b") + p("c")


def test_a_chain_of_deleted_marks_joins_into_one_paragraph():
    assert cleaned(marked("del", "a") + marked("moveFrom", "b") + p("c")) == p("a", "b", "c")


def test_a_wholly_deleted_paragraph_leaves_nothing():
    gone = marked("del", f"<w:del {BY}>{r('x')}</w:del>")

    assert cleaned(p("a") + gone + p("b")) == p("a") + p("b")
    assert cleaned(p("a") + gone + table(row(cell("b")))) == p("a") + table(row(cell("b")))


def test_a_deleted_mark_before_a_table_cannot_join_it():
    body = marked("del", "a") + table(row(cell("b")))

    assert paragraph_texts(clean(word_file(body))) == ["a", "b"]


def test_the_last_paragraph_of_a_cell_stays_though_its_mark_is_deleted():
    last = marked("del", f"<w:del {BY}>{r('x')}</w:del>")
    body = table(row(f"<w:tc>{last}</w:tc>"))

    assert cleaned(body) == table(row(f"<w:tc>{p('<w:pPr/>')}</w:tc>"))


def test_a_wholly_deleted_last_paragraph_goes_when_a_paragraph_comes_before_it():
    last = marked("del", f"<w:del {BY}>{r('x')}</w:del>")

    assert cleaned(p("a") + last) == p("a")
    assert cleaned(table(row(cell("a"))) + last) == table(row(cell("a"))) + p("<w:pPr/>")


def test_a_deleted_row_goes_and_an_inserted_one_stays():
    body = table(
        row(cell("a"), properties=f"<w:cantSplit/><w:del {BY}/>"),
        row(cell("b"), properties=f"<w:cantSplit/><w:ins {BY}/>"),
    )

    assert cleaned(body) == table(row(cell("b"), properties="<w:cantSplit/>"))


def test_a_table_whose_rows_are_all_deleted_goes_and_its_cell_keeps_a_paragraph():
    gone = table(row(cell("a"), properties=f"<w:del {BY}/>"))

    assert cleaned(gone + p("b")) == p("b")
    assert cleaned(table(row(f"<w:tc>{gone}</w:tc>"))) == table(row(cell()))


def test_a_vertical_merge_that_began_in_a_deleted_row_begins_in_the_next():
    first = row(
        cell("a"),
        cell("b", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
        properties=f"<w:del {BY}/>",
    )
    second = row(
        cell("c", "<w:vMerge/>"),
        properties='<w:gridBefore w:val="1"/>',
    )

    after = cleaned(table(first, second))

    assert '<w:vMerge w:val="restart"/>' in after


def test_a_vertical_merge_in_another_column_is_left_alone():
    first = row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b"), properties=f"<w:del {BY}/>")
    second = row(cell("c"), cell("d", "<w:vMerge/>"))

    assert cleaned(table(first, second)) == table(second)


def test_a_deleted_cell_goes_and_a_row_without_cells_with_it():
    gone = cell("a", f"<w:cellDel {BY}/>")

    assert cleaned(table(row(gone, cell("b")))) == table(row(cell("b")))
    assert cleaned(table(row(gone), row(cell("b")))) == table(row(cell("b")))


@pytest.mark.parametrize(("kind", "value"), [("rest", "restart"), ("cont", "continue")])
def test_a_tracked_merge_of_cells_becomes_a_merge(kind, value):
    merge = f'<w:tcW w:w="1"/><w:vAlign w:val="top"/><w:cellMerge {BY} w:vMerge="{kind}"/>'

    after = cleaned(table(row(cell("a", merge))))

    expected = f'<w:tcW w:w="1"/><w:vMerge w:val="{value}"/><w:vAlign w:val="top"/>'
    assert after == table(row(cell("a", expected)))


def test_a_tracked_insertion_of_a_cell_leaves_the_cell():
    after = cleaned(table(row(cell("a", f'<w:tcW w:w="1"/><w:cellIns {BY}/>'))))

    assert after == table(row(cell("a", '<w:tcW w:w="1"/>')))


def test_marks_astray_outside_a_table_are_dropped_without_complaint():
    for mark in ("cellDel", "cellMerge", "ins", "del"):
        root = parse_part(root_xml(mark, f"<w:{mark}/>"), "")

        accept_changes(root)

        assert root.tag == w(mark)


def test_a_merge_of_a_cell_without_properties_and_numbers_that_are_none_do_no_harm():
    first = row(
        cell("a", '<w:gridSpan w:val="٣x"/><w:vMerge w:val="restart"/>'),
        properties=f"<w:del {BY}/>",
    )

    assert cleaned(table(first, row(cell("b")))) == table(row(cell("b")))
    assert "<w:tc>" in cleaned(
        f"<w:tbl><w:tr><w:tc><w:cellMerge {BY}/><w:p/></w:tc></w:tr></w:tbl>"
    )


def test_headers_notes_and_text_boxes_keep_a_paragraph():
    for holder in ("hdr", "footnote", "txbxContent"):
        root = parse_part(root_xml(holder, f"<w:moveFrom {BY}>{r('a')}</w:moveFrom>"), "")

        accept_changes(root)

        assert [child.tag for child in root] == [w("p")]
