"""The linter's findings as Word comments: beside the tags, and nothing else is touched."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from validators import audit_errors, integrity_errors
from word_builders import cell, row, story, table
from word_packages import WORD_TYPE, Extra, p, part_xml, r, root_xml, word_file

from r57plans.findings import Finding, Message, Place, Report
from r57plans.view.records import View
from r57plans.word.package import read_package, write_package
from r57plans.word.template import Template
from r57plans.word.template.lint import annotate, lint

CHANGED = {
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
}


def commented(data: bytes) -> bytes:
    return annotate(data, lint(data, "mau.docx", View), "en")


def comments(data: bytes) -> list[tuple[str, str]]:
    """Author and text of each comment."""
    return [(c.author, c.text.replace("\u200b", "")) for c in docx.Document(BytesIO(data)).comments]


def office_template() -> bytes:
    """A template as Word would save it: heading, table, header."""
    document = docx.Document()
    document.add_heading("II. Nhiệm vụ", 1)
    document.add_paragraph("Chủ trì: {{ task.leeds }}")
    grid = document.add_table(rows=1, cols=2)
    grid.cell(0, 1).text = "{{ ending | uper }}"
    document.sections[0].header.paragraphs[0].text = "{{ nope }}"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_each_finding_is_a_comment_of_r57plans_with_what_to_do() -> None:
    data = word_file(p("{{ endin }}"))

    assert comments(commented(data)) == [
        ("r57plans", "Error: The data have no name “endin”.\nDid you mean “ending”?")
    ]


def test_the_comment_stands_around_the_runs_of_the_tag() -> None:
    data = word_file(p(r("Chủ trì: "), r("{{ en"), r("din }}"), r(".")))

    xml = part_xml(commented(data), "word/document.xml").replace(' xml:space="preserve"', "")

    assert (
        f'{r("Chủ trì: ")}<w:commentRangeStart w:id="0"/>{r("{{ en")}{r("din }}")}'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        f"{r('.')}"
    ) in xml


def test_all_but_the_document_and_its_comments_stays_as_it_was() -> None:
    data = office_template()

    before, after = read_package(data), read_package(commented(data))

    assert {name for name in after if before.get(name) != after[name]} == CHANGED


def test_the_commented_file_is_valid_and_opens(tmp_path: Path) -> None:
    data, path, plain = office_template(), tmp_path / "a.docx", tmp_path / "b.docx"

    path.write_bytes(commented(data))
    plain.write_bytes(data)

    assert audit_errors(path) == audit_errors(plain)
    assert integrity_errors(path) == []
    assert [text.partition("\n")[0] for _, text in comments(path.read_bytes())] == [
        "Error: The data have no name “task”.",
        "Error: Word templates have no filter or test “uper”.",
        "Error: Tag {{ nope }} (header): The data have no name “nope”.",
    ]


def test_what_is_wrong_in_a_header_is_told_at_the_beginning_with_its_place() -> None:
    data = word_file(p("Đầu") + p("b"), story("header", p("{{ nope }}")))

    xml = part_xml(commented(data))

    assert xml.index("commentReference") < xml.index("Đầu")


def test_a_document_without_a_paragraph_is_given_one_for_its_comments() -> None:
    data = word_file("", story("header", p("{{ nope }}")))

    assert len(comments(commented(data))) == 1


def test_a_tag_in_a_text_box_is_commented_beside_the_box() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('{{ nope }}')}</w:txbxContent></w:pict></w:r>"

    xml = part_xml(commented(word_file(p(box))))

    assert xml.index("<w:commentRangeStart") < xml.index("<w:pict>")
    assert xml.index("</w:pict>") < xml.index("<w:commentRangeEnd")


def test_a_finding_about_a_field_is_a_comment_on_its_paragraph() -> None:
    data = word_file(p('<w:r><w:instrText>REF "{{ ending }}"</w:instrText></w:r>'))

    xml = part_xml(commented(data))

    assert xml.startswith('<w:body><w:p><w:commentRangeStart w:id="0"/><w:r><w:instrText')


def test_the_comments_of_others_stay_and_their_numbers_are_not_taken() -> None:
    theirs = f'<w:comment w:id="7" w:author="An">{p("Xem lại")}</w:comment>'
    part = Extra(
        "word/comments.xml", "comments", root_xml("comments", theirs), f"{WORD_TYPE}comments+xml"
    )
    data = word_file(p("{{ endin }}"), part)

    done = commented(data)

    assert [author for author, _ in comments(done)] == ["An", "r57plans"]
    assert 'w:commentReference w:id="8"' in part_xml(done)
    assert read_package(done)["[Content_Types].xml"] == read_package(data)["[Content_Types].xml"]


def test_commenting_again_replaces_what_was_said_before() -> None:
    once = commented(word_file(p("{{ endin }}") + p("{{ x y }}")))

    assert commented(once) == once


def test_a_template_that_was_put_right_loses_its_comments() -> None:
    once = commented(word_file(p("{{ endin }}")))
    parts = read_package(once)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"endin ", b"ending ")

    done = commented(write_package(parts))

    assert comments(done) == []
    assert "comment" not in part_xml(done)


def test_a_template_without_faults_comes_back_as_it_is() -> None:
    data = word_file(p("{{ ending }}"))

    assert commented(data) == data


def test_the_text_of_a_comment_is_no_tag_for_the_engine() -> None:
    done = commented(word_file(p("{# lời nhắc #}") + p("a")))

    assert comments(done)
    assert Template(done).render({})


def test_a_tag_among_tracked_changes_is_found_by_its_number() -> None:
    deleted = p("<w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del>", "x")
    gone = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="An"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="An"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>'
    )
    data = word_file(deleted + gone + p("c") + p("{{ endin }}") + p("d"))

    xml = part_xml(commented(data))

    assert xml.index("{{ endin") > xml.index("<w:commentRangeStart") > xml.index(">c<")


def test_a_finding_of_another_kind_stands_at_the_beginning() -> None:
    found = Finding("x.y", "note", Message("Lời.", "Words."), place=Place("a.docx"))

    done = annotate(word_file(p("a")), Report((found,)), "vi")

    assert comments(done) == [("r57plans", "Lưu ý: Lời.")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_same_findings_give_the_same_bytes(language: str) -> None:
    data = word_file(table(row(cell(p("{{ endin }}")))))
    report = lint(data, known=View)

    said = "vi" if language == "vi" else "en"
    assert annotate(data, report, said) == annotate(data, report, said)
