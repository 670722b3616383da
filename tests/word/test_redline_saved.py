"""Redlines of files that went through another program: tags gone, parts of their own, counts."""

from __future__ import annotations

import re

import pytest
from redline_bodies import control
from word_builders import cell, row, table
from word_packages import Extra, body_xml, p, paragraph_texts, part_xml, r, root_xml, word_file

from r57plans.word.redline import accept, redline, reject
from r57plans.word.redline.marks import marks_of

_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def planned(deadline: str) -> str:
    """The body of a file that a plan made: a row with a bookmark and a control."""
    start, end = '<w:bookmarkStart w:id="1" w:name="_r57_tasks_a"/>', '<w:bookmarkEnd w:id="1"/>'
    held = control(r(deadline), "r57:task/1.1.1/deadline")
    return table(row(cell(p(start, "1")), cell(p(held, end)))) + p("hết")


@pytest.mark.parametrize("lost", ["OLD", "NEW"])
def test_where_one_file_lost_its_tags_only_what_changed_is_marked(lost: str) -> None:
    old, new = planned("Quý II/2025"), planned("Quý IV/2025")
    bare = [re.sub("<w:tag [^>]*/>", "", body) for body in (old, new)]
    sides = (bare[0], new) if lost == "OLD" else (old, bare[1])

    found = redline(*map(word_file, sides))

    assert marks_of(found.data)[:3] == (1, 1, 0)
    assert [finding.rule for finding in found.unmarked] == ["redline.tags"]
    assert body_xml(found.data).count("<w:sdt>") == 1


def field(kind: str, code: str, result: str) -> str:
    """A field in one of its two forms."""
    if kind == "simple":
        return f'<w:fldSimple w:instr="{code}">{r(result)}</w:fldSimple>'
    marks = [f'<w:r><w:fldChar w:fldCharType="{at}"/></w:r>' for at in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{r(result)}{marks[2]}"


@pytest.mark.parametrize("kinds", [("simple", "simple"), ("simple", "marks"), ("marks", "marks")])
@pytest.mark.parametrize(
    ("code", "marked"), [(" PAGE ", False), ("NumPages \\* Arabic", False), ("PAGEREF a", True)]
)
def test_numbers_of_pages_are_counted_anew_and_not_marked(
    kinds: tuple[str, str], code: str, marked: bool
) -> None:
    old, new = (
        word_file(p("Trang ", field(kind, code, result)))
        for kind, result in zip(kinds, ("2", "12"), strict=True)
    )

    assert ("<w:ins " in body_xml(redline(old, new).data)) == marked


def in_sections(references: str, *headers: str) -> bytes:
    """A file of as many sections as digits, each with the header of that number."""
    extras = [
        Extra(f"word/header{n}.xml", "header", root_xml("hdr", p(text)), _HEADER)
        for n, text in enumerate(headers)
    ]
    reference = '<w:headerReference w:type="default" r:id="rId{}"/>'
    sections = [p(f"<w:pPr><w:sectPr>{reference.format(n)}</w:sectPr></w:pPr>") for n in references]
    return word_file("".join(sections), *extras)


def test_a_header_that_two_sections_share_is_marked_in_each_as_it_was_there() -> None:
    old, new = in_sections("01", "Phần một", "Phần hai"), in_sections("00", "Phần ba")

    data = redline(old, new).data

    marked = [part_xml(data, f"word/header{name}.xml") for name in ("0", "0-1")]
    assert [re.findall(r"<w:delText[^>]*>(.*?)<", part) for part in marked] == [["một"], ["hai"]]
    assert ">hai</w:t>" in part_xml(reject(data), "word/header0-1.xml")
    assert part_xml(accept(data), "word/header0.xml") == part_xml(
        accept(data), "word/header0-1.xml"
    )


def test_a_header_that_two_sections_share_in_both_files_stays_one() -> None:
    old, new = in_sections("00", "Phần một"), in_sections("00", "Phần ba")

    assert "headerReference" in body_xml(redline(old, new).data)
    assert "rIdNew" not in body_xml(redline(old, new).data)


def test_rows_of_task_sheets_are_found_again_when_a_sheet_before_them_goes() -> None:
    def sheet(number: int, name: str) -> str:
        marks = [
            f'<w:bookmarkStart w:id="{number}" w:name="_r57_sheet{number}_{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        ]
        return p(f"Phiếu {name}") + table(row(cell(p(marks[0], "1")), cell(p(name, marks[1]))))

    old = sheet(1, "a") + sheet(2, "b") + p("hết")
    data = redline(word_file(old), word_file(sheet(1, "b").replace(">b<", ">b c<") + p("hết"))).data

    assert marks_of(data)[:3] == (1, 4, 1)
    assert paragraph_texts(reject(data)) == ["Phiếu a", "1", "a", "Phiếu b", "1", "b", "hết"]
