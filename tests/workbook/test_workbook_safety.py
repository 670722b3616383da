"""Workbooks come from mail: what is dangerous or no workbook is refused with the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

import openpyxl
import pytest
from workbook_builders import exported

from r57plans.workbook.cells import read_sheets
from r57plans.workbook.reading import read_workbook

Parts = dict[str, bytes]


def repacked(change: Callable[[Parts], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(exported())) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return stream.getvalue()


def entities(parts: Parts) -> None:
    name = "xl/workbook.xml"
    parts[name] = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + parts[name]


def many_cells(parts: Parts) -> None:
    name = "xl/worksheets/sheet2.xml"
    row = b"<row>" + b"".join(b'<c r="A%d"/>' % n for n in range(410_000)) + b"</row></sheetData>"
    parts[name] = parts[name].replace(b"</sheetData>", row)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda parts: parts.update({"xl/vbaProject.bin": b"x"}), "workbook.macros"),
        (
            lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
            "workbook.external-links",
        ),
        (entities, "workbook.entities"),
        (lambda parts: parts.update({"xl/media/big.png": b"\0" * 9_000_000}), "workbook.bomb"),
        (many_cells, "workbook.too-many-cells"),
        (lambda parts: parts.pop("xl/workbook.xml"), "workbook.not-a-workbook"),
        (
            lambda parts: parts.update({f"xl/x{n}.xml": b"<x/>" for n in range(700)}),
            "workbook.too-big",
        ),
    ],
)
def test_a_dangerous_file_is_refused(change: Callable[[Parts], object], rule: str) -> None:
    source = read_workbook(repacked(change), "plan.xlsx")

    assert source.data is None
    assert [each.rule for each in source.report] == [rule]
    assert source.report.errors[0].hint.vi


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "workbook.damaged"),
        (b"format: r57plans/plan/1", "workbook.damaged"),
        (b"PK\x03\x04 and no more", "workbook.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook.old-or-locked"),
    ],
)
def test_what_is_no_workbook_is_told(data: bytes, rule: str) -> None:
    assert [each.rule for each in read_workbook(data).report] == [rule]


def test_a_workbook_of_another_kind_is_told_with_its_sheets() -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)

    finding = read_workbook(stream.getvalue()).report.errors[0]

    assert finding.rule == "workbook.not-ours"
    assert "Sheet" in finding.message.vi


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_gives_findings_and_no_traceback(seed: int) -> None:
    rng = Random(seed)
    with zipfile.ZipFile(io.BytesIO(exported())) as book:
        name = rng.choice([each for each in book.namelist() if each.endswith(".xml")])

    def damage(parts: Parts) -> None:
        data = bytearray(parts[name])
        for _ in range(rng.randint(1, 6)):
            data[rng.randrange(len(data))] = rng.randrange(1, 256)
        parts[name] = bytes(data)

    source = read_workbook(repacked(damage), "plan.xlsx")

    assert source.data is not None or source.report.errors


def test_a_cell_far_away_costs_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported()))
    book["Nhiệm vụ"]["XFD1048576"] = "x"
    stream = io.BytesIO()
    book.save(stream)

    found = read_workbook(stream.getvalue())

    assert found.data is not None
    assert [each.rule for each in found.report] == ["workbook.unread-column"]


def test_rows_of_any_sheet_are_texts_and_merged_cells_repeat_theirs() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nhiệm vụ", None])
    sheet.append([1, "Rà soát", 0.5])
    sheet.merge_cells("B1:C1")
    stream = io.BytesIO()
    book.save(stream)

    (found,) = read_sheets(stream.getvalue(), "bang.xlsx")
    assert [[found.at(row, column).text for column in (1, 2, 3)] for row in (1, 2)] == [
        ["TT", "Nhiệm vụ", "Nhiệm vụ"],
        ["1", "Rà soát", "0.5"],
    ]
