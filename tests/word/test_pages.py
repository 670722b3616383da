"""Where the signature block really stands: what LibreOffice is given, and what it says."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from layout_documents import Parts, changed, good, ordinal, paragraph, piece
from layout_mutants import last_loose
from word_packages import Extra, p, r, root_xml, word_file

from r57plans.cli import main
from r57plans.errors import WordFileError
from r57plans.office import find_office
from r57plans.word.layout.run import Verdict, lint_layout
from r57plans.word.package import read_package
from r57plans.word.pages import Mark, lay_out
from r57plans.word.pages.copying import marked_copy
from r57plans.word.pages.destinations import pages_of

PDF = (
    b"/Type/Pages\n/Resources 9 0 R\n/Kids[ 1 0 R 14 0 R 4 0 R ]\n/Count 3>>\n"
    b"<</r57a[4 0 R/XYZ 1 2 0]\n/r57b[1 0 R/XYZ 1 2 0]\n/r57bc[14 0 R/XYZ 1 2 0]>>"
)


def program(folder: Path, does: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def laid_out(data: bytes) -> Verdict:
    office = find_office()
    assert office is not None
    return lint_layout(
        data, "x.docx", "auto", lambda file, marks, name: lay_out(file, marks, office, name=name)
    )


def room_before_block(parts: Parts) -> None:
    """An empty paragraph that fills most of a page, behind the last paragraph of the text."""
    last_loose("party")(parts)
    last = paragraph(parts, ordinal("party", "recipients-word"))
    table = next(last.iterancestors("{*}tbl"))
    spacing = '<w:spacing w:before="0" w:after="0" w:line="13400" w:lineRule="exact"/>'
    table.addprevious(piece(f"<w:p><w:pPr>{spacing}</w:pPr></w:p>"))


@pytest.mark.word
def test_a_block_alone_on_its_page_is_found_by_the_real_pages() -> None:
    data = changed(good("party"), room_before_block)

    verdict = laid_out(data)

    [finding] = verdict.report
    said = finding.as_dict("vi")
    assert finding.rule == "layout.signature-alone"
    assert verdict.paging is not None
    assert verdict.paging.alone
    assert f"khối chữ ký ở trang {verdict.paging.block}" in str(said["found"])


@pytest.mark.word
def test_a_block_that_stands_with_text_passes_and_its_page_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tot.docx"
    path.write_bytes(good("party"))

    code = main(["lint", str(path), "--pages", "--ui", "vi"])

    [_, said, end] = capsys.readouterr().out.splitlines()
    assert code == 0
    pages = re.fullmatch(
        r"Dàn trang bằng LibreOffice: \d trang; khối chữ ký ở trang (\d), "
        r"lời văn hết ở trang (\d)\.",
        said,
    )
    assert pages is not None
    assert pages[1] == pages[2]
    assert end == "Không có sai sót."


def test_a_page_break_behind_the_last_words_is_no_part_of_them() -> None:
    body = p(r("Hết."), "<w:r><w:t> Chấm.</w:t><w:br w:type='page'/></w:r>")

    xml = read_package(marked_copy(word_file(body), [Mark("r57a", 0, at_end=True)]))

    text = xml["word/document.xml"].decode()
    assert text.index("Chấm.") < text.index("r57a") < text.index("<w:br")


def test_the_copy_leads_nowhere_and_runs_nothing() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>INCLUDETEXT "http://a.example/a"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>kết quả</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="DDEAUTO a.example"><w:r><w:t>giữ</w:t></w:r></w:fldSimple>'
    old = '<v:shape><v:imagedata src="http://a.example/b"/></v:shape>'
    shape = f"<w:r><w:pict>{old}</w:pict></w:r>"
    image = '<w:r><w:drawing><a:blip r:embed="rId7" r:link="rId8"/></w:drawing></w:r>'
    settings = '<w:mailMerge><w:query w:val="a.example"/></w:mailMerge><w:attachedTemplate/>'
    data = word_file(
        p(field, simple, shape, image) + '<w:altChunk r:id="rId6"/>',
        Extra("word/media/a.svg", "image", b"<svg>a.example</svg>", "image/svg+xml", id="rId7"),
        Extra("#http://a.example/c", "image", id="rId8"),
        Extra("#http://a.example/d", "hyperlink", id="rId9"),
        Extra("word/x.htm", "aFChunk", b"a.example", "text/html", id="rId6"),
        Extra("word/embeddings/e.bin", "oleObject", b"a.example", "application/x"),
        Extra("word/settings.xml", "settings", root_xml("settings", settings)),
        Extra("#http://a.example/f", "attachedTemplate", source="word/settings.xml"),
    )
    assert b"a.example" in b"".join(read_package(data).values())

    parts = read_package(marked_copy(data, [Mark("r57a", 0)]))

    assert b"a.example" not in b"".join(parts.values())
    assert parts["word/media/a.svg"].startswith(b"\x89PNG")
    text = parts["word/document.xml"].decode()
    assert "kết quả" in text
    assert "giữ" in text
    assert 'w:name="r57a"' in text


def test_the_pages_of_marks_are_read_from_the_order_of_the_pages() -> None:
    pages = pages_of(PDF, [Mark("r57a", 0), Mark("r57b", 1)])

    assert pages.count == 3
    assert pages.of == {"r57a": 3, "r57b": 1}


@pytest.mark.parametrize("pdf", [b"", PDF.replace(b"r57a", b"other"), PDF.replace(b"/Kids", b"/K")])
def test_a_result_that_does_not_say_the_pages_is_told(pdf: bytes) -> None:
    with pytest.raises(WordFileError) as caught:
        pages_of(pdf, [Mark("r57a", 0)], "x.docx")

    assert [f.rule for f in caught.value.report] == ["pages.unseen"]


@pytest.mark.parametrize(("does", "rule"), [("sleep 20 & wait", "late"), ("exit 3", "failed")])
def test_an_office_that_fails_or_takes_too_long_is_told_and_ended(
    does: str, rule: str, tmp_path: Path
) -> None:
    office = program(tmp_path, does)

    with pytest.raises(WordFileError) as caught:
        lay_out(word_file(p("Lời")), [Mark("r57a", 0)], office, seconds=0.3)

    assert [f.rule for f in caught.value.report] == [f"pages.{rule}"]


def test_without_libreoffice_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tot.docx"
    path.write_bytes(word_file(p("Lời")))
    monkeypatch.setattr("r57plans.office.find_office", lambda: None)

    code = main(["lint", str(path), "--layout", "party-2018", "--pages", "--ui", "vi"])

    said = capsys.readouterr().err
    assert code == 2
    assert "--pages cần LibreOffice" in said
    assert "libreoffice-writer-nogui" in said
