"""Another Word file's body fits into any document: nothing of its text is lost, nothing clashes."""

from __future__ import annotations

import io
import pickle
import re
from pathlib import Path

import docx
import pytest
from rich_values import (
    MAIN,
    Rendering,
    blocks,
    document_xml,
    finished,
    png,
    rendering,
    saved,
    with_parts,
)
from validators import audit_errors, integrity_errors
from word_packages import WORD_TYPE, Extra, p, parts_of, r, root_xml, word_file

from r57plans import R57Error, WordFileError
from r57plans.word.package import content_types, write_package
from r57plans.word.relations import read_relations
from r57plans.word.template.run.attachments import Attachments
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values import RichText, SubDocument
from r57plans.word.xml import NS, Element, parse_part, qname, w

T = '<w:t xml:space="preserve">'
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="{0}"/><w:numFmt w:val="decimal"/>{1}</w:lvl>'
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="x"/><a:graphic>'
    '<a:graphicData uri="u"><pic:pic><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def styles_of(inner: str) -> Extra:
    return Extra("word/styles.xml", "styles", root_xml("styles", inner), f"{WORD_TYPE}styles+xml")


def style(name: str, said: str, inner: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{said}"/>{inner}</w:style>'


def lists_of(inner: str) -> Extra:
    data = root_xml("numbering", inner)
    return Extra("word/numbering.xml", "numbering", data, f"{WORD_TYPE}numbering+xml")


def abstract(number: int, inner: str = LEVEL.format(1, "")) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="0"/>{inner}</w:abstractNum>'


def num(number: int, kind: int, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{inner}</w:num>'


def listed(text: str, number: int) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return p(properties, text)


def styled(text: str, name: str) -> str:
    return p(f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>', text)


def sub(body: str, *extras: Extra) -> SubDocument:
    return SubDocument(word_file(body, *extras), name="phu-luc.docx")


def printed(body: str, *extras: Extra) -> str:
    return blocks(sub(body, *extras), rendering())


def refusal(body: str, *extras: Extra) -> str:
    with pytest.raises(R57Error) as error:
        sub(body, *extras)
    assert "phu-luc.docx" in str(error.value)
    return str(error.value)


def part(name: str, body: str, runtime: Rendering) -> Element:
    return parse_part(finished(body, runtime)[name], name)


def root_of(xml: str) -> Element:
    return parse_part(document_xml(xml), "")


def values(xml: str, tag: str) -> list[str]:
    return [e.get(w("val"), "") for e in root_of(xml).iter(w(tag))]


def texts(xml: str) -> list[str]:
    found = root_of(xml).iter(w("p"))
    return ["".join(t.text or "" for t in paragraph.iter(w("t"))) for paragraph in found]


def test_the_body_comes_without_its_page_settings_and_declares_only_what_it_uses() -> None:
    math = "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"

    assert printed(p("a & b".replace("&", "&amp;")) + math) == (
        f"<w:p><w:r><w:t>a &amp; b</w:t></w:r></w:p>"
        f'<w:p xmlns:m="{NS["m"]}"><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>'
    )


def test_tags_in_it_are_plain_text() -> None:
    assert texts(printed(p("{{ x }} {% if %}"))) == ["{{ x }} {% if %}"]


def test_a_file_with_another_prefix_gives_the_usual_one() -> None:
    parts = parts_of(p("a"))
    parts[MAIN] = (
        f'<document xmlns="{NS["w"]}" xmlns:w="urn:other" xmlns:q="{NS["w"]}"><body>'
        "<p><q:r><t>a</t></q:r></p><sectPr/></body></document>"
    ).encode()

    xml = blocks(SubDocument(write_package(parts)), rendering())

    assert xml == "<w:p><w:r><w:t>a</w:t></w:r></w:p>"


def test_a_file_on_the_disk_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(p("a")))

    for source in (tmp_path / "a.docx", str(tmp_path / "a.docx")):
        assert texts(blocks(SubDocument(source), rendering())) == ["a"]
    with pytest.raises(R57Error, match=r"missing\.docx"):
        SubDocument(tmp_path / "missing.docx")


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", word_file(p("a"))[:200]])
def test_what_is_no_sound_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(WordFileError):
        SubDocument(data)


def test_tracked_changes_are_accepted() -> None:
    body = p(r("giữ "), f'<w:ins w:id="1">{r("thêm")}</w:ins>',
             '<w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del>')  # fmt: skip

    assert texts(printed(body)) == ["giữ thêm"]


def test_comments_and_traces_of_editing_are_left_out() -> None:
    body = (
        '<w:p w:rsidR="00AB" w14:paraId="12345678"><w:commentRangeStart w:id="0"/><w:proofErr/>'
        f'{r("a")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        "<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>"
    )

    assert printed(body) == f"<w:p>{r('a')}{r('b')}</w:p>"


def test_what_programs_may_ignore_is_left_out_but_not_what_a_choice_requires() -> None:
    w14 = NS["w14"]
    parts = parts_of(
        '<w:p w14:x="1"><w:r><w:rPr><w:b/><w14:glow/></w:rPr><w:t>a</w:t></w:r><w:r>'
        '<mc:AlternateContent><mc:Choice Requires="w14"><w14:new/></mc:Choice><mc:Fallback/>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    ignorable = f'<w:document mc:Ignorable="w14" xmlns:mc="{NS["mc"]}" '.encode()
    parts[MAIN] = (
        parts[MAIN]
        .replace(b"<w:document ", ignorable, 1)
        .replace(f' xmlns:mc="{NS["mc"]}"'.encode(), b"", 1)
    )

    assert blocks(SubDocument(write_package(parts)), rendering()) == (
        f'<w:p xmlns:mc="{NS["mc"]}" xmlns:w14="{w14}"><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>'
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w14:new/></mc:Choice><mc:Fallback/>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def test_controls_lose_their_numbers_and_ties_and_those_of_a_plan_vanish() -> None:
    control = "<w:sdt><w:sdtPr><w:tag w:val='{}'/><w:id w:val='5'/><w:dataBinding/></w:sdtPr>"
    content = f"<w:sdtContent>{r('a')}</w:sdtContent></w:sdt>"

    xml = printed(p(control.format("ten") + content) + p(control.format("r57:task/1") + content))

    assert xml == (
        f'<w:p><w:sdt><w:sdtPr><w:tag w:val="ten"/></w:sdtPr>{content}</w:p><w:p>{r("a")}</w:p>'
    )


@pytest.mark.parametrize(
    ("kind", "breaks"),
    [("", True), ("<w:type w:val='oddPage'/>", True), ("<w:type w:val='continuous'/>", False)],
)
def test_sections_end_but_the_pages_they_begin_do_not(kind: str, breaks: bool) -> None:
    first = p("<w:pPr><w:jc w:val='left'/><w:sectPr/></w:pPr>", "a")
    second = p(f"<w:pPr><w:sectPr>{kind}</w:sectPr></w:pPr>", "b")

    xml = printed(first + second + p("c"))

    assert "sectPr" not in xml
    _, b, c = root_of(xml).iter(w("p"))
    assert (b.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None) is breaks
    assert c.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def test_a_page_that_begins_with_a_table_begins_in_its_first_cell() -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>"

    xml = printed(p("<w:pPr><w:sectPr/></w:pPr>", "a") + table + p("b"))

    assert "<w:tc><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>ô</w:t>" in xml


def test_pictures_and_links_come_along_with_numbers_of_their_own() -> None:
    runtime = rendering()
    image = Extra("word/media/a.jpg", "image", b"\xff\xd8", "image/jpeg", id="rIdP")
    link = Extra("#x", "hyperlink", id="rIdL")
    parts = parts_of(p(PICTURE, f'<w:hyperlink r:id="rIdL">{r("đây")}</w:hyperlink>'), image, link)
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b'Target="#x"', b'Target="https://a.vn"')
    value = SubDocument(write_package(parts))

    xml = blocks(value, runtime) + blocks(value, runtime)

    out = finished(xml, runtime)
    known = {r.id: r for r in read_relations(out, MAIN)}
    root = root_of(xml)
    embedded = [known[e.get(qname("r", "embed"), "")] for e in root.iter(qname("a", "blip"))]
    linked = [known[e.get(qname("r", "id"), "")] for e in root.iter(w("hyperlink"))]
    assert {r.target for r in embedded} == {"word/media/image1.jpg"}
    assert {r.target for r in linked} == {"https://a.vn"}
    assert content_types(out)["word/media/image1.jpg"] == "image/jpeg"
    assert [e.get("id") for e in root.iter(qname("wp", "docPr"))] == ["1", "2"]


@pytest.mark.parametrize("target", ["file:///c:/a.docx", "van-ban.docx", "javascript:x"])
def test_a_link_that_no_document_may_have_keeps_its_text(target: str) -> None:
    parts = parts_of(
        p(f'<w:hyperlink r:id="rIdL">{r("đây")}</w:hyperlink>'
          f'<w:hyperlink r:id="rIdL" w:anchor="m">{r("kia")}</w:hyperlink>'),
        Extra("#x", "hyperlink", id="rIdL"),
    )  # fmt: skip
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b'Target="#x"', f'Target="{target}"'.encode())

    xml = blocks(SubDocument(write_package(parts)), rendering())

    assert xml == f'<w:p>{r("đây")}<w:hyperlink w:anchor="m">{r("kia")}</w:hyperlink></w:p>'


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (Extra("word/embeddings/a.bin", "oleObject", id="rIdP"), "an embedded object (OLE)"),
        (Extra("word/a.xml", "aFChunk", id="rIdP"), "an embedded document (altChunk)"),
        (Extra("word/diagrams/a.xml", "diagramData", id="rIdP"), "a SmartArt diagram"),
        (Extra("word/activeX/a.xml", "control", id="rIdP"), "an ActiveX control"),
        (Extra("word/a.xml", "strange", id="rIdP"), "a part “strange”"),
        (Extra("#https://a.vn/x.png", "image", id="rIdP"), "linked content from outside"),
        (Extra("word/other.xml", "image", id="other"), "a part that it uses is missing"),
    ],
)
def test_what_cannot_come_along_is_refused_by_name(extra: Extra, said: str) -> None:
    assert said in refusal(p(PICTURE), extra)


def test_a_picture_whose_part_is_missing_is_refused() -> None:
    parts = parts_of(p(PICTURE), Extra("word/media/a.png", "image", id="rIdP"))
    del parts["word/media/a.png"]

    with pytest.raises(R57Error, match="a part that it uses is missing"):
        SubDocument(write_package(parts))


@pytest.mark.parametrize("name", ["DDEAUTO", "INCLUDEPICTURE", "link", "IncludeText"])
def test_a_field_that_fetches_from_elsewhere_is_refused(name: str) -> None:
    cut = name[:2], name[2:]
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {cut[0]}</w:instrText></w:r>'
        f'<w:r><w:instrText>{cut[1]} "x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert f"a field {name.upper()} that fetches" in refusal(body)
    assert "unlink the field" in refusal(p(f'<w:fldSimple w:instr="{name} x"/>'))


def test_a_chart_is_copied_with_its_figures_for_each_printing() -> None:
    chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    runtime = rendering()
    value = sub(
        p(PICTURE),
        Extra("word/charts/chart1.xml", "chart", b"<c/>", chart, id="rIdP"),
        Extra("word/embeddings/book.xlsx", "package", b"PK", "app/xlsx",
              source="word/charts/chart1.xml", id="rId9"),
    )  # fmt: skip

    xml = blocks(value, runtime) + blocks(value, runtime)

    out = finished(xml, runtime)
    ids = [e.get(qname("r", "embed"), "") for e in root_of(xml).iter(qname("a", "blip"))]
    charts = [r.target for r in read_relations(out, MAIN) if r.id in ids]
    assert charts == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    books = [read_relations(out, name) for name in charts]
    assert [[(b.id, b.kind, b.target) for b in found] for found in books] == [
        [("rId9", "package", "word/embeddings/book1.xlsx")],
        [("rId9", "package", "word/embeddings/book2.xlsx")],
    ]
    assert content_types(out)["word/embeddings/book2.xlsx"] == "app/xlsx"


def test_a_chart_with_figures_of_another_file_is_refused() -> None:
    extras = [
        Extra("word/charts/chart1.xml", "chart", b"<c/>", id="rIdP"),
        Extra("#file:///a.xlsx", "oleObject", source="word/charts/chart1.xml", id="rId9"),
    ]

    assert "a chart with figures of another file" in refusal(p(PICTURE), *extras)


def test_a_style_that_the_host_has_by_name_looks_as_it_does_there() -> None:
    runtime = rendering()
    extras = styles_of(style("DauDe1", "Heading 1", "<w:rPr><w:b/></w:rPr>"))

    xml = blocks(sub(styled("a", "DauDe1"), extras), runtime)

    assert values(xml, "pStyle") == ["Heading1"]
    assert "word/styles.xml" not in runtime.attachments.finished(with_parts())


def test_a_style_that_the_host_lacks_comes_with_those_it_is_tied_to() -> None:
    runtime = rendering()
    own = style("Rieng", "Kiểu riêng", '<w:basedOn w:val="Nen"/><w:next w:val="BT"/>'
                '<w:link w:val="RiengChar"/><w:rsid w:val="1"/>')  # fmt: skip
    others = (
        style("Nen", "Nền", '<w:basedOn w:val="BT"/>')
        + style("BT", "Normal", "<w:rPr><w:b/></w:rPr>")
        + style("RiengChar", "Kiểu riêng Char", '<w:link w:val="Rieng"/>', "character")
    )

    xml = blocks(sub(styled("a", "Rieng"), styles_of(own + others)), runtime)

    root = part("word/styles.xml", xml, runtime)
    added = {e.get(w("styleId")): e for e in root.iter(w("style"))}
    assert values(xml, "pStyle") == ["Rieng"]
    ties = [(w("basedOn"), "Nen"), (w("next"), "Normal"), (w("link"), "RiengChar")]
    assert [(t.tag, t.get(w("val"))) for t in added["Rieng"][1:]] == ties
    assert added["Nen"][1].get(w("val")) == "Normal"
    assert "BT" not in added


def test_a_style_whose_id_is_another_ones_here_is_renamed() -> None:
    runtime = rendering()
    extras = styles_of(style("Heading1", "Kiểu riêng") + style("Title", "Quote", "", "character"))
    body = styled("a", "Heading1") + p('<w:r><w:rPr><w:rStyle w:val="Title"/></w:rPr></w:r>')

    xml = blocks(sub(body, extras), runtime)

    root = part("word/styles.xml", xml, runtime)
    names = {e.get(w("styleId")): e.find(w("name")) for e in root.iter(w("style"))}
    assert (values(xml, "pStyle"), values(xml, "rStyle")) == (["Heading12"], ["Title2"])
    shown = [names[key].get(w("val")) for key in ("Heading12", "Title2")]  # type: ignore[union-attr]
    assert shown == ["Kiểu riêng", "Quote2"]


def test_two_sub_documents_share_a_style_of_one_name() -> None:
    runtime = rendering()
    first, second = (sub(styled("a", key), styles_of(style(key, "Riêng"))) for key in ("A", "B"))

    xml = blocks(first, runtime) + blocks(second, runtime)

    assert values(xml, "pStyle") == ["A", "A"]


def test_a_style_that_the_file_itself_lacks_is_not_looked_for_in_the_host() -> None:
    assert values(printed(styled("a", "Heading1")), "pStyle") == []


def test_only_one_style_of_a_kind_is_the_default() -> None:
    runtime = rendering()
    default = style("Rieng", "Riêng").replace("<w:style ", '<w:style w:default="1" ')

    xml = blocks(sub(styled("a", "Rieng"), styles_of(default)), runtime)

    root = part("word/styles.xml", xml, runtime)
    kinds = [e.get(w("type")) for e in root.iter(w("style")) if e.get(w("default"))]
    assert len(kinds) == len(set(kinds))


def test_a_host_without_styles_and_lists_gets_the_parts() -> None:
    parts = parts_of("")
    runtime = Rendering(Attachments(parts))
    extras = styles_of(style("Rieng", "Riêng")), lists_of(abstract(0) + num(1, 0))

    blocks(sub(styled("a", "Rieng") + listed("b", 1), *extras), runtime)

    out = parts | runtime.attachments.finished(parts)
    kinds = {r.kind: r.target for r in read_relations(out, MAIN)}
    assert kinds == {"styles": "word/styles.xml", "numbering": "word/numbering.xml"}
    assert content_types(out)["word/styles.xml"] == f"{WORD_TYPE}styles+xml"
    assert content_types(out)["word/numbering.xml"] == f"{WORD_TYPE}numbering+xml"


def listings(xml: str, runtime: Rendering) -> list[tuple[str, str, str]]:
    """For each paragraph in a list: its list, what that is made of, and its first override."""
    root = part("word/numbering.xml", xml, runtime)
    nums = {e.get(w("numId"), ""): e for e in root.findall(w("num"))}
    found = []
    for key in values(xml, "numId"):
        override = nums[key].find(f"{w('lvlOverride')}/{w('startOverride')}")
        start = "" if override is None else override.get(w("val"), "")
        found.append((key, nums[key][0].get(w("val"), ""), start))
    return found


def test_lists_get_numbers_of_their_own_and_begin_anew_with_each_printing() -> None:
    runtime = rendering()
    lists = lists_of(abstract(3, LEVEL.format(4, "")) + num(1, 3) + num(2, 3))
    value = sub(listed("a", 1) + listed("b", 2) + listed("c", 1), lists)

    xml = blocks(value, runtime) + blocks(value, runtime)

    first, second, third, *again = listings(xml, runtime)
    assert first == third
    assert first[0] != second[0]
    assert {entry[1] for entry in (first, second, *again)} == {first[1]}
    assert [entry[2] for entry in (first, second, *again)] == ["", "", "4", "", "4"]
    assert again[0] == again[2] != first


def test_what_lists_are_made_of_is_told_apart_from_the_hosts() -> None:
    runtime = rendering()
    lists = lists_of(abstract(0) + abstract(1) + num(1, 0) + num(2, 1))

    xml = blocks(sub(listed("a", 1) + listed("b", 2), lists), runtime)

    root = part("word/numbering.xml", xml, runtime)
    for tag, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [e.get(w(key)) for e in root.findall(w(tag))]
        assert len(ids) == len(set(ids))
    signs = [e.get(w("val")) for e in root.iter(w("nsid"))]
    assert len(signs) == len(set(signs))
    kinds = [e.tag for e in root]
    assert kinds == sorted(kinds, key=[w("numPicBullet"), w("abstractNum"), w("num")].index)


def test_a_list_that_the_file_lacks_is_left_out() -> None:
    assert values(printed(listed("a", 5)), "numId") == []


def test_paragraphs_in_a_list_by_their_style_are_in_one_of_their_own_with_that_indent() -> None:
    runtime = rendering()
    base = style("LN", "List Number", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    indented = style("LN2", "Con", '<w:basedOn w:val="LN"/><w:pPr><w:ind w:left="99"/></w:pPr>')
    lists = lists_of(abstract(0, LEVEL.format(1, '<w:pStyle w:val="LN"/>')) + num(1, 0))
    value = sub(styled("a", "LN") + styled("b", "LN2"), styles_of(base + indented), lists)

    xml = blocks(value, runtime) + blocks(value, runtime)

    one, two, three, four = listings(xml, runtime)
    assert one == two != three == four
    assert (one[2], three[2]) == ("", "1")
    assert xml.count('<w:ind w:left="99"/>') == 2


def test_headings_are_numbered_as_the_host_numbers_them() -> None:
    heading = style("H", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    outlined = heading.replace('"H"', '"O"').replace("heading 1", "Điều").replace(
        "<w:pPr>", '<w:pPr><w:outlineLvl w:val="1"/>'
    )  # fmt: skip
    lists = lists_of(abstract(0) + num(1, 0))

    xml = printed(styled("a", "H") + styled("b", "O"), styles_of(heading + outlined), lists)

    assert values(xml, "numId") == []


def test_a_list_that_a_style_of_lists_describes_is_found() -> None:
    runtime = rendering()
    by_style = style("S", "Danh sách", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
                     "numbering")  # fmt: skip
    lists = lists_of(
        abstract(0, '<w:numStyleLink w:val="S"/>')
        + abstract(1, '<w:styleLink w:val="S"/>' + LEVEL.format(6, ""))
        + num(1, 0)
        + num(2, 1)
    )

    xml = blocks(sub(listed("a", 1), styles_of(by_style), lists), runtime)

    root = part("word/numbering.xml", xml, runtime)
    ((_, made, _),) = listings(xml, runtime)
    (level,) = [e for e in root if e.get(w("abstractNumId")) == made]
    assert [e.get(w("val")) for e in level.iter(w("start"))] == ["6"]
    assert level.find(w("styleLink")) is None


def test_a_style_that_comes_along_keeps_its_list_and_the_level_its_style() -> None:
    runtime = rendering()
    own = style("Rieng", "Riêng", '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/>'
                "</w:numPr></w:pPr>")  # fmt: skip
    tied = LEVEL.format(1, '<w:pStyle w:val="Rieng"/>')
    lists = lists_of(abstract(0, tied) + num(1, 0) + num(2, 0))
    value = sub(listed("trước", 2) + styled("a", "Rieng"), styles_of(own), lists)

    xml = blocks(value, runtime) + blocks(value, runtime)

    sheet, root = part("word/styles.xml", xml, runtime), part("word/numbering.xml", xml, runtime)
    (added,) = [e for e in sheet.iter(w("style")) if e.get(w("styleId")) == "Rieng"]
    (number,) = [e.get(w("val")) for e in added.iter(w("numId"))]
    assert number not in values(xml, "numId")
    assert number in [e.get(w("numId")) for e in root.findall(w("num"))[-4:]]
    assert [e.get(w("val")) for e in root.findall(w("abstractNum"))[-1].iter(w("pStyle"))] == [
        "Rieng"
    ]


def test_bookmarks_that_fields_refer_to_get_new_names_in_each_copy() -> None:
    runtime = rendering()
    mark = '<w:bookmarkStart w:id="3" w:name="{0}"/>{1}<w:bookmarkEnd w:id="3"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> REF _Re</w:instrText></w:r>'
        '<w:r><w:instrText xml:space="preserve">f1 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        p(mark.format("_Ref1", r("đích")))
        + p(mark.replace("3", "4").format("h", r("x")))
        + p(field, f'<w:hyperlink w:anchor="_REF1">{r("đến")}</w:hyperlink>')
        + p(f'<w:fldSimple w:instr="PAGEREF _Ref1 \\h">{r("1")}</w:fldSimple>')
    )

    xml = blocks(value := sub(body), runtime) + blocks(value, runtime)

    root = root_of(xml)
    starts = [(e.get(w("id")), e.get(w("name"))) for e in root.iter(w("bookmarkStart"))]
    ends = [e.get(w("id")) for e in root.iter(w("bookmarkEnd"))]
    assert [name for _, name in starts] == ["_Ref1", "h", "_Ref1_2", "h_2"]
    assert [number for number, _ in starts] == ends
    assert len(set(ends)) == 4
    assert re.findall(r"(?:REF |anchor=\")(\w+)", xml) == ["_Ref1"] * 3 + ["_Ref1_2"] * 3
    assert xml.count("\\h") == 4


def notes_of(kind: str, inner: str) -> Extra:
    data = root_xml(f"{kind}s", inner)
    return Extra(f"word/{kind}s.xml", f"{kind}s", data, f"{WORD_TYPE}{kind}s+xml")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_follow_those_of_the_host(kind: str) -> None:
    note = f'<w:{kind} w:id="{{0}}">{p("{1}")}</w:{kind}>'
    host = parts_of(p("{{p x }}"), notes_of(kind, note.format(6, "của mẫu")))
    runtime = Rendering(Attachments(host))
    reference = p("a", f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    value = sub(reference, notes_of(kind, note.format(2, "một") + note.format(3, "thừa")))

    xml = blocks(value, runtime) + blocks(value, runtime)

    name = f"word/{kind}s.xml"
    rendered = host[name].replace("của mẫu".encode(), "đã in".encode())
    out = runtime.attachments.finished({**host, name: [rendered[:90], rendered[90:]]})
    root = parse_part(out[name], name)
    found = [(e.get(w("id")), "".join(e.itertext())) for e in root]
    assert found == [("6", "đã in"), ("7", "một"), ("8", "một")]
    references = root_of(xml).iter(w(f"{kind}Reference"))
    assert [e.get(w("id")) for e in references] == ["7", "8"]


def test_a_host_without_notes_gets_a_part_for_them_and_their_pictures() -> None:
    runtime = rendering()
    value = sub(
        p('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        notes_of("footnote", f'<w:footnote w:id="2">{p(PICTURE)}</w:footnote>'),
        Extra("word/media/a.png", "image", png(), "image/png", "word/footnotes.xml", "rIdP"),
    )

    out = finished(blocks(value, runtime), runtime)

    notes = parse_part(out["word/footnotes.xml"], "")
    assert [(e.get(w("id")), e.get(w("type"))) for e in notes] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
        ("1", None),
    ]
    (picture,) = read_relations(out, "word/footnotes.xml")
    assert next(notes.iter(qname("a", "blip"))).get(qname("r", "embed")) == picture.id
    assert content_types(out)["word/footnotes.xml"] == f"{WORD_TYPE}footnotes+xml"


def test_notes_in_a_header_are_refused_rather_than_lost() -> None:
    runtime = rendering()
    runtime.part = "word/header1.xml"
    reference = p('<w:r><w:footnoteReference w:id="2"/></w:r>')
    value = sub(reference, notes_of("footnote", f'<w:footnote w:id="2">{p("a")}</w:footnote>'))

    with pytest.raises(MisuseError) as error:
        blocks(value, runtime)

    assert "only the body can hold" in error.value.blanks["what"][1]


def test_a_reference_to_no_note_is_left_out() -> None:
    assert "Reference" not in printed(p("a", '<w:r><w:endnoteReference w:id="2"/></w:r>'))


def test_old_drawings_have_names_of_their_own_in_each_copy() -> None:
    shape = (
        '<w:pict><v:shapetype id="_x0000_t75"/><v:shape id="s" type="#_x0000_t75"/>'
        '<v:group><v:rect id="q"/></v:group></w:pict>'
    )
    runtime = rendering()

    xml = blocks(value := sub(p(f"<w:r>{shape}</w:r>")), runtime) + blocks(value, runtime)

    kinds, goals = (re.findall(pattern, xml) for pattern in (r"shapetype id=\"(\w+)", r"\"#(\w+)"))
    assert kinds == goals
    names = re.findall(r"\bid=\"(\w+)\"", xml)
    assert len(names) == len(set(names)) == 6


def test_text_that_looks_like_an_open_place_is_text() -> None:
    body = p(PICTURE, "r57slot0; r57slotx1;")
    image = Extra("word/media/a.png", "image", png(), "image/png", id="rIdP")

    assert texts(printed(body, image)) == ["r57slot0; r57slotx1;"]


def test_what_is_printed_counts_towards_what_a_rendering_may_write() -> None:
    runtime = rendering()
    runtime.budget = Budget(Limits(output=3000))
    value = sub(p("x" * 1000))
    blocks(value, runtime)
    blocks(value, runtime)

    with pytest.raises(MisuseError) as error:
        blocks(value, runtime)

    assert error.value.rule == "template.limit"


def test_a_sub_document_among_other_values_is_a_block_of_its_own() -> None:
    xml = blocks(["trước", sub(p("a")), RichText("sau")], rendering())

    assert texts(xml) == ["trước", "a", "sau"]


def test_a_sub_document_survives_the_way_to_another_process() -> None:
    value = sub(styled("a", "Rieng"), styles_of(style("Rieng", "Riêng")))

    assert blocks(pickle.loads(pickle.dumps(value)), rendering()) == blocks(value, rendering())


def office_document() -> bytes:
    document = docx.Document()
    document.add_heading("Phụ lục", 1)
    for text in ("một", "hai"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("gạch", style="List Bullet 2")
    own = document.styles.add_style("Kiểu riêng", 1)
    own.base_style = document.styles["Body Text"]
    document.add_paragraph("riêng", style="Kiểu riêng")
    table = document.add_table(rows=2, cols=2)
    table.style = document.styles["Light Grid Accent 1"]
    document.add_picture(io.BytesIO(png()))
    document.add_section()
    document.add_paragraph("cuối")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_same_use_gives_the_same_parts() -> None:
    def used() -> dict[str, bytes]:
        runtime = rendering()
        value = SubDocument(office_document())
        return finished(blocks(value, runtime) + blocks(value, runtime), runtime)

    assert used() == used()


def test_a_document_with_a_sub_document_twice_satisfies_the_validators(tmp_path: Path) -> None:
    runtime = rendering()
    value = SubDocument(office_document())

    body = blocks(value, runtime) + blocks(value, runtime)

    file = saved(body, runtime, tmp_path / "a.docx")
    assert audit_errors(file) == []
    assert integrity_errors(file) == []
    assert len(docx.Document(str(file)).tables) == 2


def test_a_document_made_here_may_be_a_sub_document_of_another(tmp_path: Path) -> None:
    runtime = rendering()
    first = blocks(SubDocument(office_document()), runtime)
    inner = finished(first, runtime)
    outer = Rendering(Attachments(inner))

    body = first + blocks(SubDocument(write_package(inner)), outer)

    file = tmp_path / "a.docx"
    written = inner | {MAIN: document_xml(body)}
    file.write_bytes(write_package(written | outer.attachments.finished(written)))
    assert audit_errors(file) == []
    assert integrity_errors(file) == []
