"""A package that was made to do harm, or to be read in two ways, is refused by name."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from word_packages import Extra, office_file, p, parts_of, word_file

from r57plans.errors import WordFileError
from r57plans.word.package import PackageLimits, open_package, read_package, write_package
from r57plans.word.zipping import deflated

CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
WORD_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MACRO = "application/vnd.ms-office.vbaProject"
ACTIVE_X = "application/vnd.ms-office.activeX+xml"


def refusal(data: bytes, limits: PackageLimits | None = None) -> tuple[str, str]:
    """The rule by which a file is refused, and the part it names."""
    with pytest.raises(WordFileError) as caught:
        read_package(data, "a.docx", limits or PackageLimits())
    (finding,) = caught.value.report
    return finding.rule, finding.place.path


def stream(name: str) -> bytes:
    """An entry of an old Office file's directory."""
    raw = name.encode("utf-16-le")
    return raw.ljust(64, b"\0") + struct.pack("<HB", len(raw) + 2, 2) + bytes(61)


def patched(data: bytes, mark: bytes, at: int, new: bytes) -> bytes:
    """The file with bytes changed, counted from the last such mark."""
    place = data.rindex(mark) + at
    return data[:place] + new + data[place + len(new) :]


def with_entry(name: str, content: bytes = b"<x/>") -> bytes:
    return write_package({**parts_of(p("a")), name: content})


@pytest.mark.parametrize(
    ("streams", "rule", "vi"),
    [
        (["EncryptionInfo", "EncryptedPackage"], "word.password", "mật khẩu"),
        (["1Table", "WordDocument"], "word.old-doc", ".doc"),
        (["Workbook"], "word.ole", "Office kiểu cũ"),
        ([], "word.ole", "Office kiểu cũ"),
    ],
)
def test_each_kind_of_old_office_file_is_named_for_what_it_is(streams, rule, vi):
    data = WORD_OLE + b"".join(map(stream, ["Root Entry", *streams]))

    with pytest.raises(WordFileError) as caught:
        read_package(data)

    (finding,) = caught.value.report
    assert finding.rule == rule
    assert vi in finding.message.vi


def test_a_text_about_passwords_is_still_an_old_word_file():
    text = "EncryptedPackage".encode("utf-16-le")

    assert refusal(WORD_OLE + stream("WordDocument") + text)[0] == "word.old-doc"


@pytest.mark.parametrize(
    "name",
    [
        "word/document.xml/evil.xml",
        "WORD/Document.xml/a/b.xml",
        "[Content_Types].xml/x",
        "word/_rels/Document.xml.rels",
        "word/_RELS/document.xml.rels",
        "word/loose.rels",
        "a/" * 30_000 + "b",
    ],
)
def test_a_name_that_stands_in_anothers_or_feigns_relationships_is_unsafe(name):
    assert refusal(with_entry(name))[0] == "word.unsafe-part"


def test_a_folder_that_only_shares_its_beginning_with_a_part_is_no_harm():
    assert "word/document.xml2/a" in read_package(with_entry("word/document.xml2/a"))


def test_two_entries_of_one_name_are_refused():
    buffer = BytesIO(word_file(p("a")))
    with zipfile.ZipFile(buffer, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", b"<other/>")

    assert refusal(buffer.getvalue()) == ("word.unsafe-part", "word/document.xml")


def overlapping(count: int) -> bytes:
    """A bomb as David Fifield made them: what an entry packs begins by quoting the next entry."""
    content = bytes(500_000)
    packed = deflated([content]).data
    header, lines, names = b"", [], [f"word/{number}.bin".encode() for number in range(count)]
    for name in reversed(names):
        if header:
            # An uncompressed block of deflate that holds the header of the next entry.
            packed = struct.pack("<BHH", 0, len(header), 0xFFFF ^ len(header)) + header + packed
            content = header + content
        facts = (0, 8, 0, 33, zlib.crc32(content), len(packed), len(content), len(name), 0)
        header = struct.pack("<4s5H3L2H", LOCAL, 20, *facts) + name
        lines.append((name, facts))
    whole = header + packed
    directory = b"".join(
        struct.pack("<4s6H3L5H2L", CENTRAL, 20, 20, *facts, 0, 0, 0, 0, whole.index(name) - 30)
        + name
        for name, facts in reversed(lines)
    )
    size = len(directory)
    return whole + directory + struct.pack("<4s4H2LH", END, 0, 0, count, count, size, len(whole), 0)


def test_a_bomb_of_entries_that_quote_each_other_is_refused_though_python_would_unpack_it():
    data = overlapping(5)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert len(package.read("word/0.bin")) > 500_000

    assert refusal(data) == ("word.overlap", "word/1.bin")


def test_two_lines_of_the_directory_for_the_same_bytes_overlap():
    data = word_file(p("a"))
    first = struct.pack("<L", 0)

    assert refusal(patched(data, CENTRAL, 42, first))[0] == "word.overlap"


def test_an_entry_that_reaches_into_the_directory_overlaps():
    data = word_file(p("a"))
    longer = struct.pack("<L", struct.unpack_from("<L", data, data.rindex(CENTRAL) + 20)[0] + 9)

    assert refusal(patched(data, CENTRAL, 20, longer))[0] == "word.overlap"


@pytest.mark.parametrize(("at", "new"), [(30, b"W"), (8, b"\0\0")], ids=["name", "method"])
def test_an_entry_that_calls_itself_other_than_the_directory_can_be_read_in_two_ways(at, new):
    data = patched(word_file(p("a")), LOCAL, at, new)

    assert refusal(data) == ("word.ambiguous", "word/document.xml")


@pytest.mark.parametrize(
    ("mark", "at", "new"),
    [
        (LOCAL, 0, b"XXXX"),
        (CENTRAL, 0, b"XXXX"),
        (CENTRAL, 42, b"\xfe\xff\xff\xff"),
        (CENTRAL, 28, b"\xff\xff"),
        (CENTRAL, 8, b"\x01"),
        (CENTRAL, 8, b"\x40"),
        (CENTRAL, 16, b"\0\0\0\0"),
        (END, 10, b"\x01\x00"),
        (END, 10, b"\x09\x00"),
        (END, 16, b"\xf0\xff\xff\xff"),
        (END, 16, b"\xff\xff\xff\xff"),
        (END, 10, b"\xff\xff"),
    ],
)
def test_numbers_that_do_not_fit_are_damage(mark, at, new):
    data = patched(word_file(p("a")), mark, at, new)

    assert refusal(data, PackageLimits(max_parts=70_000))[0] == "word.damaged"


def test_a_directory_of_too_many_parts_is_not_even_read():
    data = patched(word_file(p("a")), END, 10, b"\xf0\xff")

    assert refusal(data)[0] == "word.too-big"


def test_a_part_whose_tree_would_fill_the_memory_is_too_big():
    letters = bytes(range(97, 123)) * 50
    tags = b"".join(b"<" + letters[n % 900 : n % 977] + b"/>" for n in range(50_000))

    data = with_entry("word/a.xml", b"<a>" + tags + b"</a>")

    assert refusal(data, PackageLimits(max_tags=50_000))[0] == "word.too-big"
    assert read_package(data, "", PackageLimits(max_tags=50_002))


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        (Extra("word/vbaProject.bin", "vbaProject"), "word.macros"),
        (Extra("word/VBADATA.XML", "x"), "word.macros"),
        (Extra("word/innocent.bin", "x", type=MACRO), "word.macros"),
        (Extra("word/innocent2.bin", "vbaProject"), "word.macros"),
        (Extra("word/innocent3.bin", "wordVbaData"), "word.macros"),
        (Extra("word/activeX/activeX1.bin", "control"), "word.active-x"),
        (Extra("word/control.xml", "control", type=ACTIVE_X), "word.active-x"),
    ],
)
def test_program_code_is_refused_by_name_by_type_and_by_relationship(part, rule):
    assert refusal(word_file(p("a"), part))[0] == rule


def test_a_type_with_macros_is_refused_though_the_part_goes_by_another_name():
    parts = parts_of(p("a"))
    macro = b"application/vnd.ms-word.document.MACROENABLED.main+xml"
    other = b'<Override PartName="/word/%64ocument.xml" ContentType="' + macro + b'"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", other)

    data = write_package(parts | {"[Content_Types].xml": types})

    assert refusal(data) == ("word.macros", "[Content_Types].xml")


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "http://a/">]><a>&b;</a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16-be"),
    ],
)
def test_a_doctype_is_refused_also_in_a_part_that_is_only_copied(content):
    assert refusal(with_entry("word/theme/theme1.xml", content)) == (
        "word.dtd",
        "word/theme/theme1.xml",
    )


def test_the_word_doctype_in_a_comment_or_text_is_no_harm():
    content = b"<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>"

    assert read_package(with_entry("word/a.xml", content))["word/a.xml"] == content


def test_a_part_that_is_xml_by_name_alone_is_let_through():
    assert "word/a.xml" in read_package(with_entry("word/a.xml", b"\x89PNG"))


def streamed() -> bytes:
    """A package written without going back: sizes follow each part, in ZIP64 fields."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name, content in parts_of(p("a")).items():
            with package.open(name, "w", force_zip64=True) as part:
                part.write(content)
    return pipe.getvalue()


def test_a_package_written_as_a_stream_is_read_and_copied_without_its_descriptors():
    package = open_package(streamed())

    assert package.parts == parts_of(p("a"))
    assert write_package(package.stored) == word_file(p("a"))


def test_numbers_in_zip64_fields_are_read():
    data = word_file(p("a"))
    entry = data.rindex(CENTRAL)
    packed, size = struct.unpack_from("<2L", data, entry + 20)
    (offset,) = struct.unpack_from("<L", data, entry + 42)
    wide = struct.pack("<2H1x", 0x7777, 1) + struct.pack("<2H3Q", 1, 24, size, packed, offset)
    line = bytearray(data[entry : data.rindex(END)])
    line[20:28], line[42:46] = b"\xff" * 8, b"\xff" * 4
    line[30:32] = struct.pack("<H", len(wide))
    directory = data[data.index(CENTRAL) : entry] + bytes(line) + wide
    end = end_of(data.index(CENTRAL), directory)

    assert read_package(data[: data.index(CENTRAL)] + directory + end) == parts_of(p("a"))


def end_of(offset: int, directory: bytes) -> bytes:
    """The end of a file of three parts whose own numbers stand in a ZIP64 record."""
    size = len(directory)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 3, 3, size, offset)
    pointer = struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + size, 1)
    short = struct.pack("<4s4H2LH", END, 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    return record + pointer + short


def test_a_zip64_field_that_is_missing_is_damage():
    assert refusal(patched(word_file(p("a")), CENTRAL, 24, b"\xff" * 4))[0] == "word.damaged"


def raw_part(raw: bytes, content: bytes) -> bytes:
    """A package whose last part, `word/zz.bin`, is packed as these bytes."""
    entry = deflated([content])
    odd = type(entry)(raw, entry.crc, entry.size)
    return write_package({**parts_of(p("a")), "word/zz.bin": odd})


def test_bytes_after_the_end_of_a_packed_part_are_not_copied():
    package = open_package(raw_part(deflated([b"abc"]).data + b"smuggled", b"abc"))

    assert package.parts["word/zz.bin"] == b"abc"
    assert b"smuggled" not in write_package(package.stored)


def test_a_packed_part_without_an_end_is_packed_again():
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    raw = packer.compress(b"abc") + packer.flush(zlib.Z_SYNC_FLUSH)

    package = open_package(raw_part(raw, b"abc"))

    assert package.stored["word/zz.bin"] == deflated([b"abc"])


def test_an_uncompressed_part_stays_so():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts_of(p("a")).items():
            package.writestr(name, content)

    opened = open_package(buffer.getvalue())

    assert {stored.method for stored in opened.stored.values()} == {0}
    assert read_package(write_package(opened.stored)) == parts_of(p("a"))


def test_an_old_name_that_is_not_utf_8_is_read_as_old_programs_wrote_it():
    data = word_file(p("a"), Extra("word/aaa.bin", "x"))
    old = data.replace(b"word/aaa.bin", b"word/a\x82a.bin")
    types = read_package(data)["[Content_Types].xml"]

    assert "word/aéa.bin" in read_package(old)
    assert types


def test_what_is_known_of_a_package_comes_with_it():
    package = open_package(office_file())

    assert package.main == "word/document.xml"
    assert package.types["word/styles.xml"].endswith("styles+xml")
    assert package.stored.keys() == package.parts.keys()
