"""A template with tracked changes is read as it would be with all of them accepted."""

from __future__ import annotations

import pytest
from word_builders import cell, made, row, table
from word_packages import p, r

WHO = 'w:id="1" w:author="Cán bộ A" w:date="2025-01-01T00:00:00Z"'


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def moved_away(text: str) -> str:
    mark = f"<w:pPr><w:rPr><w:moveFrom {WHO}/></w:rPr></w:pPr>"
    return p(mark, f"<w:moveFrom {WHO}>{r(text)}</w:moveFrom>")


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (p("{{ ", deleted("cũ"), inserted("x"), r(" }}")), p("A")),
        (p("{% if x %}có ", inserted("nữa{% endif %}")), p("có ", "nữa")),
        (moved_away("{%p if x %}") + p("{%p if x %}") + p("{{ x }}") + p("{%p endif %}"), p("A")),
        (p("a", deleted("{{ cũ }}")), p("a")),
        (p(f"<w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>", r("{{ x }}")), p("<w:pPr/>", "A")),
    ],
)
def test_tags_are_read_as_if_every_change_were_accepted(body: str, after: str) -> None:
    assert made(body, x="A") == after


def test_no_document_tells_who_changed_the_template() -> None:
    body = p("{%p for y in x %}") + p(inserted("{{ y }}"), deleted("cũ")) + p("{%p endfor %}")

    xml = made(body, x=["A", "B"])

    assert xml == p("A") + p("B")


def test_cells_and_rows_in_controls_stay_when_changes_are_accepted() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(control(row(control(cell(control(p("{{ x }}")))))))

    assert made(body + p(inserted("b")), x="A") == body.replace("{{ x }}", "A") + p("b")
