"""The outline of a Word file tells what is there, whatever a stranger put into the file."""

from __future__ import annotations

import pytest
from word_builders import cell, row, table
from word_packages import p, r, word_file

from r57plans.errors import WordFileError
from r57plans.word.outline import outline

DRAWN = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="{size}" cy="720000"/>{inside}</wp:inline></w:drawing>'
)
CHART = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/>'
BLIP = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId9"/>'


def told(*body: str) -> list[str]:
    """The lines of the body."""
    return outline(word_file("".join(body))).splitlines()


def test_paragraphs_formats_and_rows_are_a_line_each() -> None:
    bold = r("Sở Tài chính", "<w:rPr><w:b/></w:rPr>")

    lines = told(p(r("Kính gửi: "), bold), table(row(cell(p(r("a"))), cell(p(r("b")))), columns=2))

    assert lines[0] == "¶ Kính gửi: ⟨b: Sở Tài chính⟩"
    assert lines[2] == "| a | b |"


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        (f"<w:r>{DRAWN.format(size='x', inside=CHART)}</w:r>", "⟨chart 0×20 mm: ?⟩"),
        (f"<w:r>{CHART}</w:r>", "⟨chart ?: ?⟩"),
        (
            f"<w:r>{DRAWN.format(size='9' * 5000, inside=BLIP)}</w:r>",
            "⟨image e3b0c44298fc 0×20 mm⟩",
        ),
        (f'<w:r><w:rPr><w:sz w:val="{"9" * 5000}"/></w:rPr><w:t>a</w:t></w:r>', "⟨0pt: a⟩"),
        ('<w:r><w:br w:type="?"/><w:fldChar/></w:r>', "⏎"),
    ],
)
def test_what_leads_nowhere_or_has_no_sense_is_told_all_the_same(piece: str, shown: str) -> None:
    assert told(p(piece))[0] == f"¶ {shown}"


def test_a_table_with_widths_and_spans_that_are_no_numbers_is_told() -> None:
    width = '<w:tcW w:w="½" w:type="dxa"/><w:gridSpan w:val="-3"/>'
    odd = cell(p(r("a")), properties=f"<w:tcPr>{width}</w:tcPr>")
    grid = '<w:tblGrid><w:gridCol w:w="wide"/><w:gridCol/></w:tblGrid>'

    lines = told(f"<w:tbl><w:tblPr/>{grid}{row(odd)}</w:tbl>", p())

    assert lines[:2] == ["table 0 (2): 0 0", "| (width ½) a |"]


def test_tables_in_tables_as_deep_as_a_part_may_be_are_told() -> None:
    body = p(r("innermost"))
    for _ in range(60):
        body = table(row(cell(body, p())))

    assert "innermost" in "".join(told(body, p()))


def test_what_is_no_word_file_is_refused_with_its_rule() -> None:
    with pytest.raises(WordFileError) as caught:
        outline(b"PK\x03\x04 and no more")

    assert caught.value.report.errors[0].rule.startswith("word.")
