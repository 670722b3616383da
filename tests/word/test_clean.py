"""A clean copy as a whole: valid, the same when cleaned again, and it looks as it did."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml import parse_xml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from word_packages import (
    WORD_TYPE,
    Extra,
    body_xml,
    office_file,
    p,
    paragraph_texts,
    part_xml,
    r,
    root_xml,
    word_file,
)

from r57plans.word.clean import clean
from r57plans.word.package import read_package, write_package
from r57plans.word.xml import NS

W = f'xmlns:w="{NS["w"]}"'
BY = 'w:author="Người sửa" w:date="2025-03-01T00:00:00Z"'
TELLING = re.compile(
    rb"rsid|<w:(sdt|ins|del|moveFrom|moveTo|\w+Change|comment\w*|proofErr|customXml)\b"
    rb"|r57|customXml|w:author|people|comments"
)


def control(content: str, tag: str) -> str:
    properties = f'<w:sdtPr><w:tag w:val="r57:{tag}"/><w:id w:val="{len(tag)}"/></w:sdtPr>'
    return f"<w:sdt {W}>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def row_of(*texts: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>' for text in texts
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def plan_table() -> str:
    """A table with controls around a row, a cell and a run, and a bookmark over the row."""
    first = row_of("Nhiệm vụ", control(r("Sở Khoa học"), "task/1/leads/0"), "Quý II/2025")
    marked = first.replace("<w:p>", '<w:p><w:bookmarkStart w:id="41" w:name="_r57_t_1"/>', 1)
    closed = marked.replace("</w:tr>", '<w:bookmarkEnd w:id="41"/></w:tr>')
    borders = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'
    grid = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * 3 + "</w:tblGrid>"
    width = '<w:tblW w:w="9000" w:type="dxa"/>'
    rows = control(closed, "row") + row_of("a", "b", "c")
    return f"<w:tbl {W}><w:tblPr>{width}{borders}</w:tblPr>{grid}{rows}</w:tbl>"


def working_copy(*body: str) -> bytes:
    """A file as an office works on it: header, comment, controls, and the given body elements."""
    document = docx.Document(BytesIO(office_file()))
    document.core_properties.author = "Người soạn"
    document.core_properties.title = "Chương trình hành động"
    document.sections[0].header.paragraphs[0].text = "Tỉnh ủy"
    noted = document.add_paragraph("Đoạn có ghi chú. " * 30)
    document.add_comment(noted.runs, "Xem lại", author="Người sửa", initials="S")
    last = document.element.body[-1]
    for xml in body:
        last.addprevious(parse_xml(xml))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def controlled_copy() -> bytes:
    link = (
        f'<w:p {W}><w:bookmarkStart w:id="50" w:name="_Ref1"/>{r("Mục 1")}'
        '<w:bookmarkEnd w:id="50"/>'
        f'<w:fldSimple w:instr=" PAGEREF _Ref1 ">{r("1")}</w:fldSimple></w:p>'
    )
    text = f'<w:p {W} w:rsidR="00AB12CD">{control(r("Ban hành kế hoạch"), "task/2/text")}</w:p>'
    return working_copy(plan_table(), text, link, control(p("Cả đoạn"), "section/purpose"))


def revised_copy() -> bytes:
    inserted = f'<w:ins w:id="60" {BY}>{r("mới ")}</w:ins>'
    deleted = f'<w:del w:id="61" {BY}><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    joined = f'<w:pPr><w:rPr><w:del w:id="62" {BY}/></w:rPr></w:pPr>'
    paragraph = f"<w:p {W}>{joined}{r('Nội dung ')}{inserted}{deleted}</w:p>"
    return working_copy(paragraph, f"<w:p {W}>{r('tiếp theo')}</w:p>", plan_table())


COPIES = pytest.mark.parametrize("make", [office_file, controlled_copy, revised_copy])


def faults_of(data: bytes, folder: Path) -> list[str]:
    path = folder / "a.docx"
    path.write_bytes(data)
    audit = OpenXmlValidator().validate(str(path))
    integrity = [finding for finding in check(str(path)) if finding.severity == "error"]
    return [str(fault) for fault in (*audit.errors, *integrity)]


@COPIES
def test_a_clean_copy_tells_nothing_and_is_the_same_when_cleaned_again(make):
    once = clean(make())

    assert clean(once) == once
    for name, content in read_package(once).items():
        assert not TELLING.search(content), name
        assert not TELLING.search(name.encode())
        assert "Người".encode() not in content


@COPIES
def test_a_clean_copy_is_valid_for_both_validators(make, tmp_path):
    assert faults_of(clean(make()), tmp_path) == []


def test_the_validators_do_find_a_damaged_copy(tmp_path):
    parts = read_package(clean(office_file()))
    broken = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:tbl><w:tr/></w:tbl>")

    assert faults_of(write_package(parts | {"word/document.xml": broken}), tmp_path)


def test_text_without_changes_is_word_for_word_the_same():
    assert paragraph_texts(clean(controlled_copy())) == paragraph_texts(controlled_copy())


def test_text_with_changes_is_the_text_as_accepted():
    texts = paragraph_texts(clean(revised_copy()))

    assert "Nội dung mới tiếp theo" in texts


def test_the_bookmark_of_a_page_reference_stays():
    assert b'w:name="_Ref1"' in read_package(clean(controlled_copy()))["word/document.xml"]


def test_a_plain_file_keeps_its_body_as_it_was():
    body = p('<w:pPr><w:jc w:val="both"/></w:pPr>', r("a", "<w:rPr><w:b/></w:rPr>")) + p("&lt;b")

    assert body_xml(clean(word_file(body))) == body


TAGS = [
    *("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveTo", "moveFrom"),
    *("pPr", "rPr", "trPr", "tcPr", "cellDel", "cellMerge", "hyperlink", "bookmarkStart"),
    *("bookmarkEnd", "smartTag", "fldChar", "instrText", "vanish", "rPrChange", "vMerge"),
    *("txbxContent", "commentReference", "sdtPr", "showingPlcHdr", "footnoteReference"),
]
leaf = st.sampled_from(TAGS).map(lambda tag: f"<w:{tag} w:id='1' w:name='x' w:val='restart'/>")
tree = st.recursive(
    leaf | st.just(p("x")),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(tree, max_size=4).map("".join))
@example("<w:tr><w:bookmarkStart><w:tc/></w:bookmarkStart></w:tr>")
def test_any_nesting_of_elements_is_cleaned_once_and_for_all(body):
    notes = Extra(
        "word/footnotes.xml", "footnotes", root_xml("footnotes", body), f"{WORD_TYPE}footnotes+xml"
    )

    once = clean(word_file(body, notes))

    assert clean(once) == once
    assert not TELLING.search(part_xml(once).encode())
    assert not TELLING.search(part_xml(once, "word/footnotes.xml").encode())


def pages(data: bytes, folder: Path) -> list[tuple[int, str, float, float]]:
    """Each word with its page and its place in points, as LibreOffice sets them."""
    folder.mkdir()
    source = folder / "a.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    with pdfplumber.open(folder / "a.pdf") as pdf:
        return [
            (page.page_number, word["text"], word["x0"], word["top"])
            for page in pdf.pages
            for word in page.extract_words()
        ]


@pytest.mark.word
def test_a_clean_copy_looks_the_same_on_every_page(tmp_path):
    before = pages(controlled_copy(), tmp_path / "before")

    after = pages(clean(controlled_copy()), tmp_path / "after")

    assert [word[:2] for word in after] == [word[:2] for word in before]
    assert "hành" in {word[1] for word in after}
    for one, other in zip(before, after, strict=True):
        assert one[2:] == pytest.approx(other[2:], abs=1)
