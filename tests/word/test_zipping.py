"""A package is written entry by entry: copied as it lies, or compressed as it is made."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validators import audit_errors, integrity_errors
from word_packages import office_file, p, parts_of

from r57plans.errors import WordFileError
from r57plans.word.package import open_package, read_package, write_package
from r57plans.word.zipping import STORED, Deflater, Stored, deflated, write_zip


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return package.infolist()


def test_a_copied_package_is_the_same_to_every_reader(tmp_path: Path):
    copy = write_package(open_package(office_file()).stored)
    file = tmp_path / "copy.docx"
    file.write_bytes(copy)

    assert read_package(copy) == read_package(office_file())
    assert entries(copy)
    assert audit_errors(file) == audit_errors_of(office_file(), tmp_path)
    assert integrity_errors(file) == []


def audit_errors_of(data: bytes, folder: Path) -> list[str]:
    file = folder / "source.docx"
    file.write_bytes(data)
    return audit_errors(file)


def test_what_is_copied_is_not_compressed_again():
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    odd = packed.compress(b"a" * 1000) + packed.flush()
    parts = {**parts_of(p("a")), "word/odd.bin": Stored(odd, zlib.crc32(b"a" * 1000), 1000)}

    data = write_package(parts)

    assert odd in data
    assert read_package(data)["word/odd.bin"] == b"a" * 1000


def test_copying_a_copy_changes_no_byte():
    once = write_package(open_package(office_file()).stored)

    assert write_package(open_package(once).stored) == once


def test_a_part_may_be_copied_uncompressed():
    data = write_zip([("a", Stored(b"abc", zlib.crc32(b"abc"), 3, STORED))])

    (entry,) = entries(data)
    assert (entry.compress_type, entry.file_size, entry.CRC) == (0, 3, zlib.crc32(b"abc"))


def test_the_bytes_are_those_of_pythons_own_writer():
    parts = {**parts_of(p("a")), "word/đầu trang.xml": b"<x/>"}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name in entries_order(parts):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, parts[name], compresslevel=3)

    assert write_package(parts) == buffer.getvalue()


def entries_order(parts: dict[str, bytes]) -> list[str]:
    return [entry.filename for entry in entries(write_package(parts))]


def test_only_a_name_beyond_ascii_is_marked_as_utf_8():
    data = write_package({"word/đầu.xml": b"<x/>", "word/a.xml": b"<x/>"})

    assert {e.filename: e.flag_bits for e in entries(data)} == {
        "word/a.xml": 0,
        "word/đầu.xml": 0x800,
    }


@given(st.lists(st.binary(max_size=300)))
def test_pieces_give_the_same_entry_as_the_whole(pieces):
    deflater = Deflater()
    for piece in pieces:
        deflater.write(piece)

    entry = deflater.finish()

    assert entry == deflated([b"".join(pieces)])
    assert zlib.decompress(entry.data, -15) == b"".join(pieces)
    assert (entry.size, entry.crc) == (sum(map(len, pieces)), zlib.crc32(b"".join(pieces)))


@pytest.mark.parametrize(
    "entry", [Stored(b"", 0, 2**32), Stored(b"", 0, 2**33, STORED)], ids=["4 GiB", "8 GiB"]
)
def test_what_a_zip_file_cannot_count_is_too_big(entry):
    with pytest.raises(WordFileError) as caught:
        write_zip([("a", entry)])

    assert [finding.rule for finding in caught.value.report] == ["word.too-big"]


def test_more_entries_than_a_zip_file_can_count_are_too_many():
    empty = deflated([])

    with pytest.raises(WordFileError) as caught:
        write_zip((str(number), empty) for number in range(65_536))

    assert "65536" in caught.value.report.text("vi")
