"""What would be fetched from outside is dropped or refused; what a person clicks stays."""

from __future__ import annotations

import pytest
from word_packages import OFFICE, Extra, office_file, p, parts_of, root_xml

from r57plans.errors import WordFileError
from r57plans.findings import Finding
from r57plans.word.fields import field_codes, reaches_outside
from r57plans.word.outside import external_relations, without_outside
from r57plans.word.package import open_package
from r57plans.word.relations import read_relations
from r57plans.word.xml import NS, parse_part

MAIN = "word/document.xml"
PICTURE = "http://tracker.example/a.png"
SETTINGS = "word/settings.xml"
TEMPLATE = "file:///\\\\server\\Users\\a\\Templates\\Cong%20van.dotm"


def relations(*entries: str) -> bytes:
    return f'<Relationships xmlns="{NS["rel"]}">{"".join(entries)}</Relationships>'.encode()


def relation(kind: str, target: str, key: str = "rId1", mode: str = "External") -> str:
    said = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}{kind}" Target="{target}"{said}/>'


def package(body: str = p("a"), *entries: str, part: str = MAIN) -> dict[str, bytes]:
    """A package whose part has these relationships."""
    folder, _, base = part.rpartition("/")
    return parts_of(body) | {f"{folder}/_rels/{base}.rels": relations(*entries)}


def with_settings(inner: str, *entries: str) -> dict[str, bytes]:
    settings = Extra(SETTINGS, "settings", root_xml("settings", inner))
    return parts_of(p("a"), settings) | {"word/_rels/settings.xml.rels": relations(*entries)}


def refusals(parts: dict[str, bytes]) -> list[Finding]:
    with pytest.raises(WordFileError) as caught:
        without_outside(parts, "a.docx")
    return list(caught.value.report)


def field(*codes: str, result: str = "", tag: str = "instrText") -> str:
    """A field whose code is cut over runs."""
    texts = "".join(f"<w:r><w:{tag}>{code}</w:{tag}></w:r>" for code in codes)
    return (
        mark("begin") + texts + mark("separate") + f"<w:r><w:t>{result}</w:t></w:r>" + mark("end")
    )


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def test_a_package_that_keeps_to_itself_comes_back_as_it_was():
    parts = open_package(office_file()).parts

    left, notes = without_outside(parts)

    assert notes == ()
    assert all(left[name] is content for name, content in parts.items())


def test_hyperlinks_stay():
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'
    parts = package(link, relation("hyperlink", "https://xaydungchinhsach.chinhphu.vn"))

    assert without_outside(parts) == (parts, ())


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("image", "ảnh liên kết"),
        ("oleObject", "OLE"),
        ("subDocument", "văn bản con"),
        ("frame", "khung"),
        ("aFChunk", "chèn từ tệp khác"),
        ("customThing", "customThing"),
    ],
)
def test_all_else_that_is_outside_is_refused_by_its_kind_with_part_and_target(kind, words):
    (finding,) = refusals(package(p("a"), relation(kind, PICTURE)))

    assert finding.rule == "word.external"
    assert finding.place.path == MAIN
    assert words in finding.message.vi
    assert PICTURE in finding.message.vi
    assert "Break Link" in finding.hint.en


def test_every_refusal_comes_at_once_each_with_its_part():
    parts = package(p("a"), relation("image", PICTURE), relation("oleObject", "file:///a.xls"))
    parts |= {"word/_rels/header1.xml.rels": relations(relation("image", PICTURE))}
    parts |= {"word/glossary/_rels/document.xml.rels": relations(relation("frame", "a.htm"))}

    assert [finding.place.path for finding in refusals(parts)] == [
        MAIN,
        MAIN,
        "word/header1.xml",
        "word/glossary/document.xml",
    ]


def test_a_relationship_of_the_package_itself_names_the_part_where_it_stands():
    parts = parts_of(p("a"), Extra("#outside", "image", source=""))

    (finding,) = refusals(parts)

    assert finding.place.path == "_rels/.rels"


def test_a_long_target_is_cut_in_the_middle():
    (finding,) = refusals(package(p("a"), relation("image", f"http://a/{'b' * 300}/logo.png")))

    assert "http://a/bbb" in finding.message.en
    assert finding.message.en.endswith("/logo.png.")
    assert len(finding.message.en) < 200


@pytest.mark.parametrize("mode", ["External", "external", " External ", "", "Internal"])
@pytest.mark.parametrize("target", [PICTURE, "//server/a", "\\\\server\\a", "&#104;ttp://a/b"])
def test_an_address_is_outside_whatever_its_mode_says(mode, target):
    assert refusals(package(p("a"), relation("image", target, mode=mode)))


def test_each_external_relationship_is_listed_with_its_part_and_kind():
    parts = package(p("a"), relation("hyperlink", "http://a"), relation("image", PICTURE))

    found = external_relations(parts)

    assert [(item.part, item.kind, item.target) for item in found] == [
        (MAIN, "hyperlink", "http://a"),
        (MAIN, "image", PICTURE),
    ]


@pytest.mark.parametrize(
    "user",
    [
        '<a:blip r:link="rId1"/>',
        '<a:blip r:embed="rId1"/>',
        '<v:imagedata r:id="rId1"/>',
        '<v:imagedata r:href="rId1"/>',
        '<v:fill o:relid="rId1"/>',
        '<w:subDoc r:id="rId1"/>',
    ],
)
def test_a_hyperlink_that_something_else_takes_its_content_from_is_refused(user):
    (finding,) = refusals(package(paragraph(user), relation("hyperlink", PICTURE)))

    assert "siêu liên kết" in finding.message.vi


@pytest.mark.parametrize(
    "drawing",
    [
        f'<v:imagedata src="{PICTURE}"/>',
        '<v:fill src="\\\\server\\a.png"/>',
        f'<v:imagedata o:href="{PICTURE}"/>',
    ],
)
def test_an_old_drawing_whose_picture_lies_elsewhere_is_refused(drawing):
    assert [f.rule for f in refusals(package(paragraph(drawing)))] == ["word.external"]


def test_the_old_name_of_a_picture_that_is_embedded_does_no_harm():
    parts = package(paragraph('<v:imagedata src="image001.png" o:title="logo"/>'))

    assert without_outside(parts) == (parts, ())


def test_an_attached_template_is_dropped_with_its_element_and_noted():
    inner = '<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/>'
    parts = with_settings(
        inner, relation("attachedTemplate", TEMPLATE), relation("x", "a.xml", "b", "")
    )

    left, (note,) = without_outside(parts, "a.docx")

    assert (note.rule, note.level, note.place.path) == ("word.attached-template", "note", SETTINGS)
    assert note.message.vi.endswith("Cong%20van.dotm.")
    assert b"attachedTemplate" not in left[SETTINGS]
    assert b"zoom" in left[SETTINGS]
    assert [r.id for r in read_relations(left, SETTINGS)] == ["b"]
    assert left.keys() == parts.keys()
    assert left[MAIN] is parts[MAIN]


def test_an_attached_template_whose_settings_are_missing_is_dropped_too():
    parts = package(p("a"), relation("attachedTemplate", TEMPLATE), part="word/settings.xml")

    left, notes = without_outside(parts)

    assert len(notes) == 1
    assert external_relations(left) == ()


def test_an_attached_template_does_not_excuse_a_linked_picture():
    parts = with_settings("", relation("attachedTemplate", TEMPLATE), relation("image", PICTURE))

    assert [f.rule for f in refusals(parts)] == ["word.external"]


def test_a_mail_merge_source_is_refused_with_its_own_advice():
    query = '<w:mailMerge><w:connectString w:val="Data Source=C:\\a.xlsx"/></w:mailMerge>'
    parts = with_settings(query, relation("mailMergeSource", "file:///C:\\a.xlsx"))

    found = refusals(parts)

    assert [f.rule for f in found] == ["word.mail-merge", "word.mail-merge"]
    assert all("Normal Word Document" in f.hint.vi for f in found)


def test_content_of_another_kind_is_refused():
    (finding,) = refusals(package('<w:altChunk r:id="rId9"/>'))

    assert (finding.rule, finding.place.path) == ("word.foreign-content", MAIN)


@pytest.mark.parametrize(
    "code",
    [
        f'INCLUDEPICTURE "{PICTURE}" \\d',
        ' includetext "\\\\\\\\server\\\\a.docx" ',
        "DDE excel a.xls",
        " DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
        "LINK Excel.Sheet.12 a.xlsx",
        'IMPORT "a.png"',
        'INCLUDE "a.doc"',
        'RD "a.doc"',
        'DATABASE \\d "a.mdb"',
        "“DDE” a",
    ],
)
def test_a_field_that_takes_content_from_elsewhere_is_refused(code):
    for body in (field(code), f"<w:fldSimple w:instr='{code}'><w:r/></w:fldSimple>"):
        (finding,) = refusals(package(paragraph(body)))

        assert finding.rule == "word.external-field"
        assert finding.message.en.endswith(f"{shortened(code)}.")
        assert "Ctrl+Shift+F9" in finding.hint.vi


def shortened(code: str) -> str:
    return " ".join(code.split())


@pytest.mark.parametrize(
    "code",
    [
        " PAGE ",
        "NUMPAGES",
        ' HYPERLINK "http://a" ',
        ' TOC \\o "1-3" \\h ',
        " REF _Ref1 \\h",
        ' DATE \\@ "dd/MM/yyyy" ',
        " = 1 + 2 ",
        " MERGEFIELD LINK ",
        "",
    ],
)
def test_other_fields_are_no_harm(code):
    parts = package(paragraph(field(code)))

    assert without_outside(parts) == (parts, ())


@pytest.mark.parametrize(
    "body",
    [
        field("DDE", "AUTO a b"),
        field("INC", "LUDE", 'PICTURE "a"'),
        field("DD", "E a", tag="t"),
        field("D", "<![CDATA[D]]>", "&#69;", " a"),
        mark("begin") + "<w:r><w:instrText>DDE a b</w:instrText></w:r>",
        mark("begin") + field("QUOTE 68", result="DDE") + " a" + mark("end"),
        mark("begin")
        + field("QUOTE 68")
        + "<w:r><w:instrText> a</w:instrText></w:r>"
        + mark("end"),
        mark("begin")
        + "<w:r><w:instrText>DD</w:instrText></w:r>"
        + field("QUOTE 69")
        + mark("end"),
        field("{{ name }} a"),
        field("IF 1 = 1 ", mark("begin") + "<w:instrText>DDE a</w:instrText>" + mark("end")),
    ],
)
def test_a_name_cut_over_runs_or_made_by_another_field_is_seen_through(body):
    assert {f.rule for f in refusals(package(paragraph(body)))} == {"word.external-field"}


def test_a_field_that_a_tracked_deletion_turns_into_another_is_seen_through():
    deleted = "<w:del><w:r><w:delInstrText>X</w:delInstrText></w:r></w:del>"
    body = mark("begin") + "<w:r><w:instrText>DD</w:instrText></w:r>" + deleted
    body += "<w:r><w:instrText>E a</w:instrText></w:r>" + mark("end")

    (finding,) = refusals(package(paragraph(body)))

    assert finding.message.vi.endswith("DDE a.")


def test_a_field_may_begin_in_one_paragraph_and_end_in_another():
    root = parse_part(
        root_xml(
            "body",
            paragraph(mark("begin"), "<w:r><w:instrText>TOC </w:instrText></w:r>")
            + paragraph("<w:r><w:instrText>\\h</w:instrText></w:r>", mark("separate"))
            + paragraph(field("PAGE", result="5"), mark("end"))
            + paragraph(mark("end"), mark("separate"), "<w:r><w:t>x</w:t></w:r>"),
        ),
        "",
    )

    assert list(field_codes(root)) == ["PAGE", "TOC \\h"]


def test_the_results_of_a_field_are_not_taken_for_its_code():
    assert list(
        field_codes(parse_part(root_xml("body", paragraph(field("PAGE", result="DDE"))), ""))
    ) == ["PAGE"]


def test_fields_nested_deeper_than_any_person_would_are_refused_at_once():
    body = mark("begin") * 20_000 + "<w:r><w:t>a</w:t></w:r>" * 20_000

    assert any(reaches_outside(code) for code in field_codes(parse_part(root_xml("p", body), "")))


def test_a_part_in_another_encoding_is_looked_into_as_well():
    text = parts_of(paragraph(field("DDEAUTO a b")))[MAIN].decode()
    parts = package() | {MAIN: f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")}

    assert [f.rule for f in refusals(parts)] == ["word.external-field"]


def test_a_part_that_is_xml_by_its_type_alone_is_looked_into_as_well():
    parts = parts_of(p("a"), Extra("word/x.dat", "header", type="application/x.header+xml"))
    parts["word/x.dat"] = root_xml("hdr", paragraph(field("DDEAUTO a b")))

    assert [f.place.path for f in refusals(parts)] == ["word/x.dat"]
