"""Whether an Excel file may be opened at all: it comes from mail and from strangers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from r57plans.errors import LoadError, WordFileError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.word.ole import OLE_HEADER
from r57plans.word.unzipping import Entry, find_directory, locate, read_directory, unpack

MAX_BYTES = 16 * 1024 * 1024
_MAX_UNPACKED = 64 * 1024 * 1024
_MAX_PARTS = 600
_MAX_CELLS = 400_000
_MAX_RATIO, _SMALL = 250, 1024 * 1024
_MAX_NODES = 4_000_000
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(r"vbaproject|vbadata|macrosheets|\.bin$", re.IGNORECASE)
_PRINTER = re.compile(r"xl/printerSettings/[^/]+\.bin")
_XML = (".xml", ".rels", ".vml")


def safe_parts(data: bytes, file: str) -> dict[str, bytes]:
    """The parts of an Excel file that holds nothing dangerous; raises LoadError with the reason."""
    if data.startswith(OLE_HEADER):
        raise _refused("workbook.old-or-locked", file)
    if len(data) > MAX_BYTES:
        raise _refused("workbook.too-big", file)
    try:
        parts = _parts(data, file)
    except WordFileError as error:
        raise _refused("workbook.damaged", file) from error
    _look_into(parts, file)
    return parts


def _parts(data: bytes, file: str) -> dict[str, bytes]:
    directory = find_directory(data, file)
    if directory.count > _MAX_PARTS:
        raise _refused("workbook.too-big", file)
    entries = [each for each in read_directory(data, directory, file) if not each.is_folder]
    names = [each.name.casefold() for each in entries]
    if len(set(names)) < len(names):
        raise _refused("workbook.damaged", file)
    if sum(each.size for each in entries) > _MAX_UNPACKED or any(map(_bloated, entries)):
        raise _refused("workbook.bomb", file)
    starts = locate(data, entries, directory, file)
    return {each.name: unpack(data, each, starts[each.offset], file)[0] for each in entries}


def _bloated(entry: Entry) -> bool:
    return entry.size > _SMALL and entry.size > _MAX_RATIO * max(1, entry.packed)


def _look_into(parts: Mapping[str, bytes], file: str) -> None:
    for name in parts:
        if _MACROS.search(name) and not _PRINTER.fullmatch(name):
            raise _refused("workbook.macros", file)
        if name.startswith("xl/externalLinks/"):
            raise _refused("workbook.external-links", file)
    texts = {name: data for name, data in parts.items() if name.lower().endswith(_XML)}
    for data in texts.values():
        if _ENTITIES.search(data) or b"\0" in data[:200]:
            raise _refused("workbook.entities", file)
    sheets = (data for name, data in texts.items() if name.startswith("xl/worksheets/"))
    if sum(len(_CELL.findall(data)) for data in sheets) > _MAX_CELLS:
        raise _refused("workbook.too-many-cells", file)
    if sum(data.count(b"<") for data in texts.values()) > _MAX_NODES:
        raise _refused("workbook.too-many-cells", file)
    if "xl/workbook.xml" not in parts or "[Content_Types].xml" not in parts:
        raise _refused("workbook.not-a-workbook", file)


def refusal(rule: str, file: str, sheet: str = "") -> Finding:
    """Why a file is refused."""
    message, hint = _WHY[rule]
    return Finding(rule, "error", message, hint, Place(file))


def _refused(rule: str, file: str) -> LoadError:
    return LoadError(Report((refusal(rule, file),)))


_SAVE = Message(
    "Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx), rồi làm lại.",
    "Open it in Excel, choose Save As, type Excel Workbook (*.xlsx), and try again.",
)
_ASK = Message(
    "Không mở tệp này khi chưa rõ nguồn gốc; xin lại tệp từ người gửi.",
    "Do not open this file unless you know where it is from; ask the sender for it again.",
)
_SMALLER = Message(
    "Một kế hoạch chỉ vài trăm KB; xóa các trang và dòng thừa, hoặc xuất lại từ kế hoạch.",
    "A plan has a few hundred KB; delete what does not belong there, or export the plan again.",
)
_WHY: Mapping[str, tuple[Message, Message]] = {
    "workbook.old-or-locked": (
        Message("Đây là tệp Excel kiểu cũ (.xls), hoặc được đặt mật khẩu; không đọc được.",
                "This is an old-style Excel file (.xls), or locked by a password."), _SAVE),
    "workbook.damaged": (
        Message("Tệp Excel bị hỏng, hoặc không phải tệp .xlsx.",
                "The Excel file is damaged, or no .xlsx file."), _SAVE),
    "workbook.not-a-workbook": (
        Message("Đây không phải tệp Excel .xlsx.", "This is no Excel .xlsx file."), _SAVE),
    "workbook.bomb": (
        Message("Tệp giải nén ra lớn bất thường; không mở.",
                "The file unpacks to an unusual size; it is not opened."), _ASK),
    "workbook.too-big": (
        Message("Tệp Excel quá lớn.", "The Excel file is too big."), _SMALLER),
    "workbook.too-many-cells": (
        Message("Tệp Excel có quá nhiều ô.", "The Excel file has too many cells."), _SMALLER),
    "workbook.macros": (
        Message("Tệp Excel chứa macro hoặc dữ liệu nhị phân; không mở.",
                "The Excel file holds macros or binary data; it is not opened."), _SAVE),
    "workbook.external-links": (
        Message("Tệp Excel lấy dữ liệu từ tệp khác (liên kết ngoài); không mở.",
                "The Excel file takes data from other files (external links)."),
        Message("Trong Excel: Data, Edit Links, Break Link; rồi lưu lại.",
                "In Excel: Data, Edit Links, Break Link; then save again.")),
    "workbook.entities": (
        Message("Tệp Excel chứa khai báo XML nguy hiểm (DOCTYPE, ENTITY); không mở.",
                "The Excel file has dangerous XML declarations (DOCTYPE, ENTITY)."), _ASK),
}  # fmt: skip
