"""Word packages come in safely or with a finding, and go out the same bytes each time."""

from __future__ import annotations

import tracemalloc
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_packages import Extra, office_file, p, parts_of, word_file

from r57plans.errors import WordFileError
from r57plans.word.clean import clean
from r57plans.word.faults import FAULTS
from r57plans.word.package import (
    PackageLimits,
    content_types,
    main_part,
    read_package,
    write_package,
)
from r57plans.word.relations import read_relations
from r57plans.word.xml import NS, parse_part, serialise, unwrap, w


def zipped(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in entries:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def rule_of(data: bytes, limits: PackageLimits | None = None) -> str:
    with pytest.raises(WordFileError) as caught:
        read_package(data, "a.docx", limits or PackageLimits())
    (finding,) = caught.value.report
    assert finding.place.file == "a.docx"
    assert "{" not in finding.message.vi + finding.message.en
    return finding.rule


def with_entry(name: str, content: bytes = b"<x/>") -> bytes:
    return zipped([*parts_of(p("a")).items(), (name, content)])


def test_what_was_written_is_read_back():
    parts = parts_of(p("a"))

    assert read_package(write_package(parts)) == parts


def test_bytes_do_not_depend_on_the_order_of_parts_or_of_blocks():
    parts = parts_of(p("a"))
    blocks = {name: [content[:7], content[7:]] for name, content in reversed(parts.items())}

    assert write_package(blocks) == write_package(parts)


def test_the_content_types_come_first_and_every_entry_has_the_fixed_time_and_attributes():
    with zipfile.ZipFile(BytesIO(word_file(p("a"), Extra("a/a.xml", "x")))) as package:
        entries = package.infolist()

    assert [e.filename for e in entries][:3] == ["[Content_Types].xml", "_rels/.rels", "a/a.xml"]
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(e.external_attr, e.create_system) for e in entries} == {(0o644 << 16, 3)}


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "word.not-a-zip"),
        (b"plain text", "word.not-a-zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "word.ole"),
        (b"PK\x03\x04 and then nothing", "word.damaged"),
        (word_file(p("a"))[:-40], "word.damaged"),
        (zipped([("a.txt", b"a")]), "word.not-word"),
        (zipped([("[Content_Types].xml", b"<Types/>")]), "word.not-word"),
        (zipped([("[Content_Types].xml", b"<Types")]), "word.damaged"),
        (zipped([("[Content_Types].xml", b"<!DOCTYPE a><Types/>")]), "word.dtd"),
        (zipped(list(parts_of(p("a")).items()), zipfile.ZIP_BZIP2), "word.damaged"),
        (with_entry("../evil.xml"), "word.unsafe-part"),
        (with_entry("/evil.xml"), "word.unsafe-part"),
        (with_entry("word//evil.xml"), "word.unsafe-part"),
        (with_entry("C:/evil.xml"), "word.unsafe-part"),
        (with_entry("word\\evil.xml"), "word.unsafe-part"),
        (with_entry("evil\x1b.xml"), "word.unsafe-part"),
        (with_entry("WORD/document.xml"), "word.unsafe-part"),
        (with_entry("word/vbaProject.bin"), "word.macros"),
    ],
)
def test_a_file_that_is_no_safe_word_file_is_refused_by_its_rule(data, rule):
    assert rule_of(data) == rule


def test_a_word_file_of_the_macro_type_is_refused():
    parts = parts_of(p("a"))
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(plain, macro)

    assert rule_of(write_package(parts)) == "word.macros"


def test_the_strict_dialect_is_refused():
    parts = parts_of(p("a"))
    transitional = b"schemas.openxmlformats.org/officeDocument/2006"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        transitional, b"purl.oclc.org/ooxml/officeDocument"
    )

    assert rule_of(write_package(parts)) == "word.strict"


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml", "[Content_Types].xml"])
def test_a_package_that_does_not_lead_to_a_text_is_no_word_file(missing):
    parts = parts_of(p("a"))
    del parts[missing]

    assert rule_of(write_package(parts)) == "word.not-word"


def test_a_part_whose_checksum_is_wrong_is_damaged():
    data = bytearray(zipped(list(parts_of(p("secret")).items()), zipfile.ZIP_STORED))
    data[data.index(b"secret")] ^= 1

    assert rule_of(bytes(data)) == "word.damaged"


def test_a_part_that_unpacks_to_another_size_than_declared_is_damaged():
    parts = list(parts_of(p("a")).items())
    data = bytearray(zipped([*parts, ("z.xml", bytes(5000))]))
    entry = data.rindex(b"PK\x01\x02")
    short = zlib.crc32(bytes(5000)).to_bytes(4, "little") + data[entry + 20 : entry + 24]
    data[entry + 16 : entry + 28] = short + (6000).to_bytes(4, "little")

    assert rule_of(bytes(data)) == "word.damaged"


def test_a_part_that_hides_how_big_it_is_is_not_unpacked_to_the_end():
    data = bytearray(with_entry("zeros.xml", bytes(60_000_000)))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    tracemalloc.start()

    rule = rule_of(bytes(data))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rule == "word.damaged"
    assert peak < 20_000_000


def test_a_part_locked_by_zip_encryption_is_damaged():
    data = bytearray(word_file(p("a")))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert rule_of(bytes(data)) == "word.damaged"


@pytest.mark.parametrize(
    "limits",
    [
        PackageLimits(max_bytes=100),
        PackageLimits(max_unpacked=1_000_000),
        PackageLimits(max_parts=3),
        PackageLimits(max_parts=0),
        PackageLimits(max_ratio=10),
    ],
)
def test_each_limit_refuses_what_is_beyond_it(limits):
    assert rule_of(with_entry("zeros.xml", bytes(2_000_000)), limits) == "word.too-big"


def test_a_bomb_of_a_thousand_to_one_is_refused_by_the_usual_limits():
    assert rule_of(with_entry("zeros.xml", bytes(8_000_000))) == "word.too-big"


def test_entries_of_folders_are_left_out():
    assert "word/media/" not in read_package(with_entry("word/media/", b""))


def test_the_main_part_is_the_one_that_the_package_leads_to_though_all_have_its_type():
    parts = parts_of(p("a"), Extra("a.xml", "custom-xml"))
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"application/xml", main)

    assert main_part(parts) == "word/document.xml"


def test_the_main_part_may_have_another_name():
    parts = parts_of(p("a"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    types = parts["[Content_Types].xml"].replace(b"word/document.xml", b"word/document2.xml")
    parts["[Content_Types].xml"] = types
    root = parts["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")
    parts["_rels/.rels"] = root

    assert main_part(parts) == "word/document2.xml"


def test_a_part_without_a_type_of_its_own_has_that_of_its_ending():
    kinds = content_types(parts_of(p("a")) | {"word/a.XML": b"", "b.bin": b""})

    assert kinds["word/a.XML"] == "application/xml"
    assert kinds["b.bin"] == ""


def test_relationships_give_whole_part_names_and_leave_outside_addresses_alone():
    rels = (
        f'<Relationships xmlns="{NS["rel"]}">'
        '<Relationship Id="a" Type="x/image" Target="media/a.png"/>'
        '<Relationship Id="b" Type="x/item" Target="../customXml/item1.xml"/>'
        '<Relationship Id="c" Type="x/hyperlink" Target="http://a/b#c" TargetMode="External"/>'
        '<Relationship Id="d" Type="x/own" Target="#top"/></Relationships>'
    )

    found = read_relations({"word/_rels/document.xml.rels": rels.encode()}, "word/document.xml")

    assert [(f.kind, f.target, f.external) for f in found] == [
        ("image", "word/media/a.png", False),
        ("item", "customXml/item1.xml", False),
        ("hyperlink", "http://a/b#c", True),
        ("own", "word", False),
    ]


def test_a_written_part_begins_with_the_declaration_of_word():
    root = parse_part("<a>ư<!-- note --><?do it?></a>".encode(), "")

    assert serialise(root).decode() == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a>ư</a>'
    )


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&broken</a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
    ],
)
def test_any_doctype_is_refused(data):
    with pytest.raises(WordFileError) as caught:
        parse_part(data, "word/document.xml", "a.docx")

    (finding,) = caught.value.report
    assert (finding.rule, finding.place.path) == ("word.dtd", "word/document.xml")


def test_a_root_cannot_be_unwrapped():
    root = parse_part(b"<a><b/></a>", "")

    unwrap(root)

    assert [child.tag for child in root] == ["b"]


def test_names_of_word_are_spelt_out():
    assert w("p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def test_every_fault_says_what_and_what_to_do_in_both_languages():
    for message, hint in FAULTS.values():
        assert all(text.endswith(".") for text in (*message, *hint))


_STORED = zipped(list(parts_of(p("a", "<w:ins>x</w:ins>")).items()), zipfile.ZIP_STORED)


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with a few of them changed, and perhaps cut short."""
    changed = bytearray(data)
    for place in draw(st.lists(st.integers(0, len(data) - 1), max_size=12)):
        changed[place] = draw(st.integers(0, 255))
    return bytes(changed[: draw(st.sampled_from([len(data), len(data) * 3 // 4, len(data) - 9]))])


@st.composite
def repacked(draw: st.DrawFn) -> bytes:
    """A whole package, one part of which was changed."""
    parts = read_package(office_file())
    name = draw(st.sampled_from(sorted(parts)))
    place = draw(st.integers(0, len(parts[name]) - 1))
    piece = draw(st.sampled_from([b'"', b"<", b"/", b"w:del", b"0", b"../", b"\xff", b""]))
    return write_package(parts | {name: parts[name][:place] + piece + parts[name][place + 1 :]})


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(changed(office_file()), changed(_STORED), repacked()))
def test_a_damaged_file_gives_a_result_or_a_finding_never_another_error(data):
    outcome = cleaned_or_refused(data)

    assert outcome in FAULTS or outcome == "word/document.xml"


def cleaned_or_refused(data: bytes) -> str:
    """The rule by which the file is refused, or the main part of its clean copy."""
    try:
        return main_part(read_package(clean(data, "a.docx")))
    except WordFileError as error:
        return next(finding.rule for finding in error.report)
