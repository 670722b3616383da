"""Redlines of files such as offices have, and a small sample of what `make prove` counts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from foreign_files import pairs
from redline_proof import faults, marked_by, prove_files, prove_plans
from word_packages import Extra, body_xml, p, part_xml, root_xml, word_file

from r57plans.errors import WordFileError
from r57plans.word.package import read_package, write_package
from r57plans.word.redline import Remark, accept, redline, reject

PAIRS = pairs()


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.word if n.endswith(", back") else ()) for n in PAIRS],
)
def test_both_files_come_back(name: str) -> None:
    old, new = PAIRS[name]
    formatting = name.startswith("formats")

    made = redline(old, new, formatting=formatting)

    assert faults(made, old, new, ours=False, formatting=formatting) == []


@pytest.mark.parametrize(
    ("name", "inserted", "deleted"),
    [
        ("words", ["Khoa học và Công nghệ", "IV/2025"], ["KH&amp;CN", "2/2025"]),
        ("contents", ["Mục ba"], []),
        ("header", [], []),
        ("nested table", ["bên ", "hàng mới"], []),
    ],
)
def test_only_what_changed_is_marked(name: str, inserted: list[str], deleted: list[str]) -> None:
    body = body_xml(redline(*PAIRS[name]).data)

    assert re.findall(r"<w:ins [^>]*><w:r>.*?<w:t[^>]*>(.*?)</w:t>", body) == inserted
    assert re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", body) == deleted


def test_a_style_that_only_the_old_file_has_comes_along() -> None:
    data = redline(*PAIRS["style"]).data

    assert 'w:styleId="Quote"' in part_xml(data, "word/styles.xml")
    assert '<w:pStyle w:val="Quote"/>' in body_xml(reject(data))


def test_a_list_that_only_the_old_file_has_is_no_list_there() -> None:
    listed = p('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>', "a")

    assert "numPr" not in body_xml(redline(word_file(listed + p("b")), word_file(p("b"))).data)


def test_what_stands_in_a_text_box_that_goes_is_marked_there_too() -> None:
    data = redline(*PAIRS["no text box"]).data

    assert "<w:t>Chữ trong khung" not in body_xml(data)
    assert body_xml(reject(data)).count("<w:t>Chữ trong khung") == 2


def test_a_text_that_left_its_footnote_is_marked() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

    def file(note: str, text: str) -> bytes:
        inner = root_xml("footnotes", f'<w:footnote w:id="1">{p(note)}</w:footnote>')
        notes = Extra("word/footnotes.xml", "footnotes", inner, kind)
        return word_file(p('<w:r><w:footnoteReference w:id="1"/></w:r>', text), notes)

    data = redline(file("một", ""), file("", "một")).data

    assert "<w:ins" in body_xml(data)


def test_comments_of_the_new_file_stay_whoever_wrote_them() -> None:
    old, new = PAIRS["comment, back"]
    remark = Remark(("Lùi hai quý.",))

    data = redline(old, new, author="Phó Chánh Văn phòng", remarks=[remark]).data

    comments = part_xml(data, "word/comments.xml")
    assert "Xem lại câu này." in comments
    assert "Lùi hai quý." in comments


@pytest.mark.parametrize("settle", [accept, reject])
def test_a_damaged_part_is_refused(settle: Callable[[bytes], bytes]) -> None:
    parts = read_package(word_file(p("a")))
    broken = write_package({**parts, "word/document.xml": b"<w:document"})

    with pytest.raises(WordFileError, match=r"word\.damaged"):
        settle(broken)
    with pytest.raises(WordFileError, match=r"word\.damaged"):
        redline(broken, broken)


def test_entities_of_a_hostile_file_are_refused() -> None:
    parts = read_package(word_file(p("a")))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts["word/document.xml"]

    with pytest.raises(WordFileError, match=r"word\.dtd"):
        redline(word_file(p("a")), write_package({**parts, "word/document.xml": bomb}))


def test_macros_are_refused() -> None:
    macros = Extra(
        "word/vbaProject.bin", "vbaProject", b"x", "application/vnd.ms-office.vbaProject"
    )

    with pytest.raises(WordFileError):
        redline(word_file(p("a"), macros), word_file(p("a")))


def test_a_part_of_notes_that_is_no_xml_is_refused() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    bad = Extra("word/footnotes.xml", "footnotes", b"no xml", kind)
    good = Extra("word/footnotes.xml", "footnotes", root_xml("footnotes", ""), kind)

    with pytest.raises(WordFileError):
        redline(word_file(p("a"), bad), word_file(p("a"), good))


def test_a_sample_of_the_proof_holds() -> None:
    for tally in (prove_plans(2, first=20), prove_files(15, of=7)):
        assert (tally.held, tally.broken) == (tally.pairs, [])


def test_one_changed_deadline_marks_few_words_and_no_other_row() -> None:
    found = marked_by("another deadline", 3)

    headings = "a year that comes to the roadmap or goes from it has a heading of two words"
    assert all(marked.words <= 12 + 2 * marked.columns for marked in found), headings
    assert sum(marked.other_rows for marked in found) == 0
