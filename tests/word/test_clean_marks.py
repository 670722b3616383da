"""A clean copy has no controls, needless bookmarks, comments, ids or hidden text."""

from __future__ import annotations

import pytest
from word_packages import WORD_TYPE, Extra, body_xml, p, part_xml, r, root_xml, word_file

from r57plans.word.clean import clean


def cleaned(body: str, *extras: Extra) -> str:
    return body_xml(clean(word_file(body, *extras)))


def control(content: str, properties: str = "") -> str:
    """A content control with our kind of tag."""
    tag = f'<w:sdtPr><w:tag w:val="r57:task/1.1.1/deadline"/>{properties}</w:sdtPr>'
    return f"<w:sdt>{tag}<w:sdtEndPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def bookmark(name: str, content: str = r("a"), key: int = 1) -> str:
    start = f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{key}"/>'


def field(*instruction: str, properties: str = "") -> str:
    """A complex field whose instruction is split over runs as given."""
    ends = {
        kind: f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    runs = [f"<w:r>{properties}<w:instrText>{piece}</w:instrText></w:r>" for piece in instruction]
    return ends["begin"] + "".join(runs) + ends["separate"] + r("1", properties) + ends["end"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (p("a", control(r("b"))), p("a", "b")),
        (p(control(r("a") + control(r("b")))), p("a", "b")),
        (control(p("a") + p("b")), p("a") + p("b")),
        (
            "<w:tbl>"
            + control("<w:tr>" + control("<w:tc>" + p("a") + "</w:tc>") + "</w:tr>")
            + "</w:tbl>",
            f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>",
        ),
        (p("a", "<w:sdt><w:sdtPr/></w:sdt>"), p("a")),
        (p(f'<w:smartTag w:element="x"><w:smartTagPr/>{r("a")}</w:smartTag>'), p("a")),
        (f'<w:customXml w:element="x"><w:customXmlPr/>{p("a")}</w:customXml>', p("a")),
    ],
)
def test_a_control_leaves_its_content_at_every_level(before, after):
    assert cleaned(before) == after


def test_a_cell_whose_control_was_empty_keeps_a_paragraph():
    before = f"<w:tbl><w:tr><w:tc>{control('')}</w:tc></w:tr></w:tbl>"

    assert cleaned(before) == "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def test_a_placeholder_with_words_prints_and_stays_and_a_blank_one_goes():
    holder = "<w:showingPlcHdr/>"
    picture = "<w:r><w:tab/></w:r>"

    assert cleaned(p("a", control(r("Nhập ngày"), holder))) == p("a", "Nhập ngày")
    assert cleaned(p("a", control(r(" \u00a0"), holder))) == p("a")
    assert cleaned(p("a", control(picture, holder))) == p("a", picture)
    assert cleaned(p("a", control(r(" ")))) == p("a", " ")


@pytest.mark.parametrize(
    "user",
    [
        field("PAGEREF", " _To", "c123 \\h"),
        field("IF 1 = 1 ", '"x"') + field(' REF "_TOC123" \\h '),
        '<w:fldSimple w:instr=" NOTEREF _Toc123 "/>',
        f'<w:hyperlink w:anchor="_Toc123">{r("x")}</w:hyperlink>',
        "<w:r><w:instrText>REF _Toc123</w:instrText></w:r>",
    ],
)
def test_a_bookmark_that_a_field_or_link_needs_stays(user):
    kept = bookmark("_Toc123")

    assert kept in cleaned(p(kept, bookmark("_GoBack", key=2), user))


def test_other_bookmarks_go_and_ours_go_whoever_refers_to_them():
    ours = bookmark("_r57_tasks_1_1_1", key=2)

    after = cleaned(p(bookmark("mine"), ours, field("REF _r57_tasks_1_1_1")))

    assert "bookmark" not in after


def test_a_bookmark_that_only_deleted_text_refers_to_goes():
    after = cleaned(p(bookmark("mine"), f"<w:del>{field('REF mine')}</w:del>"))

    assert after == p("a")


def test_a_bookmark_with_one_end_only_goes_and_an_end_without_start_too():
    start = '<w:bookmarkStart w:id="1" w:name="mine"/>'

    assert "bookmark" not in cleaned(p(start, '<w:bookmarkEnd w:id="2"/>', field("REF mine")))


def test_a_bookmark_that_a_picture_links_to_stays():
    link = Extra("#Mine", "hyperlink", id="rId9")

    after = cleaned(p(bookmark("mine"), '<w:r><a:hlinkClick r:id="rId9"/></w:r>'), link)

    assert "bookmarkStart" in after


def test_comment_marks_and_their_empty_runs_go_and_a_run_with_words_stays():
    reference = '<w:commentReference w:id="1"/>'
    body = p(
        '<w:commentRangeStart w:id="1"/>',
        "a",
        '<w:commentRangeEnd w:id="1"/>',
        f'<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr>{reference}</w:r>',
        f"<w:r>{reference}<w:t>b</w:t></w:r>",
    )

    assert cleaned(body) == p("a", "b")


def test_revision_ids_paragraph_ids_and_proofing_marks_go():
    body = (
        '<w:p w:rsidR="00A1" w:rsidRDefault="00A2" w14:paraId="1" w14:textId="2">'
        '<w:proofErr w:type="spellStart"/><w:permStart w:id="1" w:edGrp="everyone"/>'
        '<w:r w:rsidRPr="00A3"><w:t>a</w:t></w:r><w:permEnd w:id="1"/></w:p>'
    )

    assert cleaned(body) == p("a")


def test_numbers_of_edits_that_pictures_and_lists_carry_go():
    body = p(
        '<w:r w14:anchorId="1A"><w:drawing><wp:inline wp14:anchorId="1B" wp14:editId="1C"/>'
        "</w:drawing></w:r>",
        '<w:r><w:pict w14:anchorId="1D"/></w:r>',
    )
    number = '<w:num w:numId="1" w16cid:durableId="77"/>'
    list_part = root_xml("numbering", number)
    numbering = Extra("word/numbering.xml", "numbering", list_part, f"{WORD_TYPE}numbering+xml")

    after = clean(word_file(body, numbering))

    assert body_xml(after) == p(
        "<w:r><w:drawing><wp:inline/></w:drawing></w:r>", "<w:r><w:pict/></w:r>"
    )
    assert part_xml(after, "word/numbering.xml") == '<w:num w:numId="1"/>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"C:\Users\an.nv\Pictures\logo.png", "logo.png"),
        (r"\\may-chu\van-phong\an.nv\logo.png", "logo.png"),
        ("file:///home/an.nv/logo.png", "logo.png"),
        (r"C:\an.nv\file:logo.png", "logo.png"),
        ("Sơ đồ: tổ chức/bộ máy", "Sơ đồ: tổ chức/bộ máy"),
    ],
)
def test_a_picture_named_by_its_path_keeps_only_the_name_of_the_file(before, after):
    body = p('<w:r><wp:docPr id="1" name="{0}" descr="{0}"/><v:imagedata o:title="{0}"/></w:r>')

    assert cleaned(body.format(before)) == body.format(after)


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (p("a", r("b", HIDDEN)), p("a")),
        (p("a", r("b", '<w:rPr><w:vanish w:val="0"/></w:rPr>')),) * 2,
        (p("a", r("b", "<w:rPr><w:webHidden/></w:rPr>")),) * 2,
        (p("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", "a"),) * 2,
        (p("a", field("XE x", properties=HIDDEN)), p("a")),
    ],
)
def test_text_hidden_by_its_own_format_goes(before, after):
    assert cleaned(before) == after


def test_a_field_that_is_hidden_only_in_part_stays_whole():
    inner = field("XE x", properties=HIDDEN)
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f"<w:r>{HIDDEN}<w:instrText>REF x</w:instrText></w:r>"

    assert cleaned(p(begin, instruction, middle, "a", end)) == p(
        begin, instruction, middle, "a", end
    )
    assert cleaned(p(begin, instruction, inner, middle, "a", end)) == p(
        begin, instruction, middle, "a", end
    )


def test_an_end_of_a_field_without_its_beginning_does_no_harm():
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert cleaned(p(end, r("a", HIDDEN))) == p(end)


def test_a_note_that_nothing_refers_to_any_more_goes_and_separators_stay():
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("-")}</w:footnote>'
        f'<w:footnote w:id="1">{p("kept")}</w:footnote>'
        f'<w:footnote w:id="2">{p("gone")}</w:footnote>'
    )
    part = Extra(
        "word/footnotes.xml", "footnotes", root_xml("footnotes", notes), f"{WORD_TYPE}footnotes+xml"
    )
    body = p(
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>',
    )

    after = part_xml(clean(word_file(body, part)), "word/footnotes.xml")

    assert "kept" in after
    assert "separator" in after
    assert "gone" not in after


def test_the_settings_lose_what_tells_of_the_file_s_past():
    kept = '<w:zoom w:percent="100"/>'
    told = (
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:mailMerge/>'
        '<w:rsids><w:rsidRoot w:val="1"/></w:rsids><w:docVars><w:docVar w:name="a"/></w:docVars>'
        '<w14:docId w14:val="1"/><w15:docId w15:val="1"/>'
    )
    part = Extra(
        "word/settings.xml",
        "settings",
        root_xml("settings", kept + told),
        f"{WORD_TYPE}settings+xml",
    )

    assert part_xml(clean(word_file(p("a"), part)), "word/settings.xml") == kept


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers_are_cleaned_like_the_text(kind):
    content = root_xml(kind[:3].replace("hea", "hdr").replace("foo", "ftr"), control(p("a")))
    part = Extra("word/h.xml", kind, content, f"{WORD_TYPE}{kind}+xml", id="rId9")
    body = p(f'<w:pPr><w:sectPr><w:{kind}Reference r:id="rId9"/></w:sectPr></w:pPr>')

    assert part_xml(clean(word_file(body, part)), "word/h.xml") == p("a")
