"""What there is to say about a workbook: sheet, cell, value, and the nearest right one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from r57plans.findings import NO_HINT, Finding, Message, Place
from r57plans.workbook.cells import SheetCells

_FEW = 6


def _near(near: Iterable[str]) -> Message:
    names = ", ".join(f"“{name}”" for name in near)
    return Message(f"Gần nhất: {names}.", f"Nearest: {names}.") if names else NO_HINT


def not_ours(file: str, sheets: Iterable[SheetCells]) -> Finding:
    """An Excel file that is no workbook of ours."""
    names = ", ".join(sheet.name for sheet in sheets)
    return Finding(
        "workbook.not-ours", "error",
        Message(f"Tệp Excel này không phải sổ kế hoạch của r57plans (các trang: {names}).",
                f"This Excel file is no plan workbook of r57plans (sheets: {names})."),
        Message("Tạo sổ mới bằng: r57plans init <tỉnh> -o plan.xlsx",
                "Make a new one with: r57plans init <province> -o plan.xlsx"),
        Place(file),
    )  # fmt: skip


def sheet_twice(place: Place, name: str) -> Finding:
    """A copied sheet."""
    return Finding(
        "workbook.sheet-twice", "error",
        Message(f"Trang “{name}” là bản sao của một trang khác.",
                f"The sheet “{name}” is a copy of another."),
        Message("Xóa trang thừa, hoặc đổi tên và xóa dòng ẩn đầu tiên của nó.",
                "Delete the one that is not wanted."),
        place,
    )  # fmt: skip


def no_value(place: Place, said: str) -> Finding:
    """A formula that has no value, or an error."""
    given = f" “{said}”" if said else ""
    return Finding(
        "workbook.formula", "error",
        Message(f"Công thức ở ô này không có giá trị{given}.",
                f"The formula in this cell has no value{given}."),
        Message("Viết giá trị thay cho công thức, hoặc mở bằng Excel, tính lại rồi lưu.",
                "Write the value instead, or open in Excel, recalculate and save."),
        place,
    )  # fmt: skip


def merged_cell(place: Place, first: str) -> Finding:
    """A cell that is merged where each cell must speak for itself."""
    return Finding(
        "workbook.merged", "error",
        Message(f"Ô này bị trộn với ô {first}; không rõ giá trị thuộc cột, dòng nào.",
                f"This cell is merged with {first}; nobody can tell whose value it is."),
        Message("Bỏ trộn ô (Unmerge Cells) và viết giá trị vào từng ô.",
                "Unmerge the cells and write a value into each."),
        place,
    )  # fmt: skip


def unread(place: Place) -> Finding:
    """A column that is not ours."""
    return Finding(
        "workbook.unread-column", "warning",
        Message("Cột này không thuộc sổ kế hoạch; nội dung không được đọc.",
                "This column is not the workbook's; what it holds is not read."),
        Message("Chuyển nội dung vào cột của sổ, hoặc xóa cột.",
                "Move it into one of the workbook's columns, or delete the column."),
        place,
    )  # fmt: skip


def id_twice(place: Place, name: str, first: Place) -> Finding:
    """Two rows with one id."""
    return Finding(
        "workbook.id-twice", "error",
        Message(f"Mã “{name}” đã có ở {first}.", f"The id “{name}” stands at {first} already."),
        Message("Nếu là việc mới, xóa mã ở ô này: mã mới được đặt tự động.",
                "If this is a new record, clear this cell: a new id is given by itself."),
        place,
    )  # fmt: skip


def no_such_parent(place: Place, name: str, near: Iterable[str]) -> Finding:
    """A milestone or value of what is not there."""
    return Finding(
        "workbook.no-such-record", "error",
        Message(f"Không có nhiệm vụ, chỉ tiêu nào mang mã “{name}”.",
                f"There is no task or target “{name}”."),
        _near(near), place,
    )  # fmt: skip


def gone_with(place: Place, name: str) -> Finding:
    """A milestone or value of a record that was deleted."""
    return Finding(
        "workbook.gone-with", "note",
        Message(f"Dòng này bị bỏ theo “{name}”, nay không còn.",
                f"This row goes with “{name}”, which is no more."),
        place=place,
    )  # fmt: skip


def no_such_seat(place: Place, name: str, near: Iterable[str]) -> Finding:
    """A seat that no committee has."""
    return Finding(
        "workbook.no-such-seat", "error",
        Message(f"Không có vị trí “{name}” trong Ban Chỉ đạo.",
                f"The committee has no seat “{name}”."),
        _near(near), place,
    )  # fmt: skip


def no_such_part(place: Place, name: str, near: Iterable[str]) -> Finding:
    """A part of the prose that no plan has."""
    return Finding(
        "workbook.no-such-part", "error",
        Message(f"Không có phần lời văn “{name}”.", f"There is no part “{name}” for prose."),
        _near(near), place,
    )  # fmt: skip


def no_such_choice(place: Place, said: str, near: Iterable[str], choices: Sequence[str]) -> Finding:
    """A word that is none of those to pick from."""
    few = len(choices) <= _FEW
    listed = Message(f"Chọn: {'; '.join(choices)}.", f"Pick: {'; '.join(choices)}.")
    return Finding(
        "workbook.no-such-choice", "error",
        Message(f"“{said}” không có trong danh sách của ô này.",
                f"“{said}” is not on the list of this cell."),
        listed if few else _near(near), place,
    )  # fmt: skip


def rest_unread(file: str) -> Finding:
    """Sheets that say nothing while it is not known whose bodies and posts they name."""
    return Finding(
        "workbook.particulars-first", "error",
        Message("Các trang khác chưa được đọc: tỉnh, cơ quan ban hành hoặc ngày văn bản chưa đúng.",
                "The other sheets are not read yet: province, issuer or date is not right."),
        Message("Sửa trang “Thông tin chung” trước.", "Mend the sheet of particulars first."),
        Place(file),
    )  # fmt: skip


def no_such_key(place: Place, site: str) -> Finding:
    """A value whose key leads nowhere."""
    return Finding(
        "workbook.no-such-key", "error",
        Message(f"Khóa “{site}” không dẫn tới chỗ nào của kế hoạch.",
                f"The key “{site}” leads to no place of the plan."),
        Message("Giữ khóa như lúc xuất, hoặc xóa dòng.",
                "Keep the key as it was exported, or delete the row."),
        place,
    )  # fmt: skip


def unclear_body(place: Place, name: str, near: str) -> Finding:
    """Free words that are nearly a body's name."""
    return Finding(
        "workbook.unknown-body", "warning",
        Message(f"“{name}” không có trong danh bạ; được ghi bằng chữ.",
                f"“{name}” is not in the register; it is taken as words."),
        _near((near,)), place,
    )  # fmt: skip
