"""What there is to say about a table of provinces: the cell, its value, and the nearest right."""

from __future__ import annotations

from collections.abc import Iterable

from r57plans.findings import NO_HINT, Finding, Level, Message, Place
from r57plans.language import date_short
from r57plans.model.base import DocumentDate
from r57plans.model.registers import Province

NEW_TABLE = Message(
    "Tạo bảng trống có đủ các tỉnh: r57plans workbook table PLAN -o provinces.xlsx",
    "Make an empty table with all provinces: r57plans workbook table PLAN -o provinces.xlsx",
)


def _say(
    rule: str, place: Place, vi: str, en: str, hint: Message = NO_HINT, level: Level = "error"
) -> Finding:
    return Finding(f"batch.{rule}", level, Message(vi, en), hint, place)


def near(names: Iterable[str]) -> Message:
    """The names that may have been meant, as what to do."""
    said = ", ".join(f"“{name}”" for name in names)
    return Message(f"Gần nhất: {said}.", f"Nearest: {said}.") if said else NO_HINT


def no_table(place: Place) -> Finding:
    """A table that is not there."""
    return _say("table-missing", place, "Không có tệp bảng này.",
                "There is no such table.", NEW_TABLE)  # fmt: skip


def other_kind(place: Place) -> Finding:
    """A file that is neither Excel nor CSV."""
    return _say(
        "table-kind", place,
        "Bảng các tỉnh phải là tệp .xlsx hoặc .csv.",
        "The table of provinces must be an .xlsx or .csv file.",
        Message("Trong Excel: Lưu thành (Save As), Excel Workbook (*.xlsx).",
                "In Excel: Save As, Excel Workbook (*.xlsx)."),
    )  # fmt: skip


def not_utf8(place: Place, byte: int) -> Finding:
    """A CSV file in an encoding that cannot be known."""
    return _say(
        "table-not-utf8", place,
        f"Tệp CSV không được lưu bằng UTF-8 (byte 0x{byte:02X}); chữ tiếng Việt sẽ sai.",
        f"The CSV file is not saved as UTF-8 (byte 0x{byte:02X}); Vietnamese would be spoilt.",
        Message("Trong Excel: Lưu thành (Save As), CSV UTF-8; hoặc dùng .xlsx.",
                "In Excel: Save As, CSV UTF-8; or use .xlsx."),
    )  # fmt: skip


def broken_csv(place: Place) -> Finding:
    """Quotes that do not match."""
    return _say(
        "table-quotes", place,
        "Dấu nháy kép trong tệp CSV không khớp từ dòng này trở lên.",
        "The quotes in the CSV file do not match, on this line or above.",
        Message('Trong ô có dấu nháy kép, viết "" thay cho ".',
                'Within a quoted field, write "" for ".'),
    )  # fmt: skip


def too_many(place: Place, most: int) -> Finding:
    """More rows than there are units."""
    return _say(
        "table-too-long", place,
        f"Bảng có hơn {most} dòng.", f"The table has more than {most} rows.",
        Message("Mỗi tỉnh một dòng; xóa các dòng thừa.",
                "One row a province; delete those that do not belong."),
    )  # fmt: skip


def no_heading(place: Place, names: Iterable[str]) -> Finding:
    """A table without the column that says the province."""
    hint = near(names)
    return _say(
        "table-no-province", place,
        "Bảng không có cột “Tỉnh, thành phố”.", "The table has no column “Province”.",
        Message(
            f"{hint.vi} Dòng tiêu đề phải ở trong 10 dòng đầu. {NEW_TABLE.vi}".strip(),
            f"{hint.en} Headings must be among the first 10 rows. {NEW_TABLE.en}".strip(),
        ),
    )  # fmt: skip


def no_rows(place: Place) -> Finding:
    """A table of headings alone."""
    return _say("table-empty", place, "Bảng không có dòng tỉnh nào.",
                "The table has no row of a province.", NEW_TABLE)  # fmt: skip


def unread_sheet(place: Place, name: str) -> Finding:
    """A second sheet that is a table, too."""
    return _say(
        "table-second-sheet", place,
        f"Trang “{name}” cũng là bảng các tỉnh; chỉ trang đầu được đọc.",
        f"The sheet “{name}” is a table of provinces, too; only the first is read.",
        Message("Xóa trang thừa, hoặc dồn vào một trang.",
                "Delete the one that is not wanted, or put all on one sheet."),
        "warning",
    )  # fmt: skip


def unknown_column(place: Place, said: str, names: Iterable[str]) -> Finding:
    """A heading that means nothing here."""
    return _say(
        "table-unknown-column", place,
        f"Không rõ cột “{said}”; nội dung của cột không được dùng.",
        f"The column “{said}” is not known; what it holds is not used.",
        near(names), "warning",
    )  # fmt: skip


def column_twice(place: Place, said: str, first: Place) -> Finding:
    """Two columns for one value."""
    return _say(
        "table-column-twice", place,
        f"Cột “{said}” trùng với cột ở {first}.",
        f"The column “{said}” is for the same as the one at {first}.",
        Message("Bỏ một trong hai cột; bỏ trộn ô ở dòng tiêu đề.",
                "Delete one of them; unmerge the cells of the headings."),
    )  # fmt: skip


def no_such_record(place: Place, said: str, what: Message, names: Iterable[str]) -> Finding:
    """A column for a target, task or document that the common plan does not have."""
    hint = near(names)
    return _say(
        "table-not-in-plan", place,
        f"Kế hoạch chung không có {what.vi} “{said}”.",
        f"The common plan has no {what.en} “{said}”.",
        Message(
            f"{hint.vi} Hoặc thêm vào kế hoạch chung, hoặc xóa cột.".strip(),
            f"{hint.en} Or add it to the common plan, or delete the column.".strip(),
        ),
    )  # fmt: skip


def which_year(place: Place, said: str, years: Iterable[int], heading: str) -> Finding:
    """A target that has values for several years, and a column that says none."""
    listed = ", ".join(map(str, years))
    return _say(
        "table-which-year", place,
        f"Chỉ tiêu “{said}” có giá trị cho nhiều năm ({listed}); không rõ cột này của năm nào.",
        f"The target “{said}” has values for several years ({listed}); which is this column's?",
        Message(f"Viết năm vào tiêu đề: “{heading}”.", f"Say the year: “{heading}”."),
    )  # fmt: skip


def no_value(place: Place, said: str) -> Finding:
    """A formula without a value."""
    given = f" “{said}”" if said else ""
    return _say(
        "table-formula", place,
        f"Công thức ở ô này không có giá trị{given}.",
        f"The formula in this cell has no value{given}.",
        Message("Viết giá trị thay cho công thức, hoặc mở bằng Excel, tính lại rồi lưu.",
                "Write the value instead, or open in Excel, recalculate and save."),
    )  # fmt: skip


def merged(place: Place, first: str) -> Finding:
    """A cell that belongs to another row or column as well."""
    return _say(
        "table-merged", place,
        f"Ô này bị trộn với ô {first}; không rõ giá trị của tỉnh nào, cột nào.",
        f"This cell is merged with {first}; nobody can tell whose value it is.",
        Message("Bỏ trộn ô (Unmerge Cells) và viết giá trị vào từng ô.",
                "Unmerge the cells and write a value into each."),
    )  # fmt: skip


def no_province(place: Place) -> Finding:
    """A row of values of nobody."""
    return _say("table-whose-row", place, "Dòng này không ghi tỉnh nào.",
                "This row names no province.",
                Message("Ghi tên tỉnh, hoặc xóa dòng.",
                        "Name the province, or delete the row."))  # fmt: skip


def unknown_province(place: Place, said: str, names: Iterable[str]) -> Finding:
    """A name that no province has or had."""
    return _say(
        "table-unknown-province", place,
        f"Không có tỉnh, thành phố “{said}”.", f"There is no province “{said}”.", near(names),
    )  # fmt: skip


def not_then(place: Place, gone: Province, on: DocumentDate, heirs: Iterable[Province]) -> Finding:
    """A province that did not exist on the document's date."""
    there = tuple(heirs)
    return _say(
        "table-province-not-then", place,
        f"Ngày {date_short(on.last, 'vi')} không có tỉnh, thành phố {gone.vi}.",
        f"There was no province {gone.en} on {date_short(on.last, 'en')}.",
        Message(
            f"Khi đó là: {', '.join(each.vi for each in there)}; hoặc sửa ngày.",
            f"Then it was: {', '.join(each.en for each in there)}; or correct the date.",
        ) if there else NO_HINT,
    )  # fmt: skip


def twice(place: Place, name: str, others: Iterable[Place]) -> Finding:
    """Two rows of one province."""
    listed = ", ".join(map(str, others))
    return _say(
        "table-province-twice", place,
        f"{name} còn có dòng khác: {listed}.", f"{name} has another row: {listed}.",
        Message("Giữ một dòng cho mỗi tỉnh; chưa dòng nào được dùng.",
                "Keep one row a province; neither was used."),
    )  # fmt: skip


def wrong_value(place: Place, said: str, what: Message, hint: Message) -> Finding:
    """A cell that does not hold what its column is for."""
    return _say(
        "table-value", place,
        f"“{said}” không phải {what.vi}.", f"“{said}” is not {what.en}.", hint,
    )  # fmt: skip


def as_words(place: Place, said: str) -> Finding:
    """A value that begins like a bound and yet is none."""
    return _say(
        "table-value-words", place,
        f"“{said}” không đọc được như một số; được in nguyên văn.",
        f"“{said}” is not understood as a figure; it is printed as it stands.",
        Message("Viết như: ≥ 90%, 40 - 50, 18,5.", "Write it like: ≥ 90%, 40 - 50, 18,5."),
        "warning",
    )  # fmt: skip


def commune(place: Place) -> Finding:
    """A common plan that is a commune's."""
    return _say(
        "common-unit", place,
        "Kế hoạch chung là của một xã, phường; --from lập kế hoạch cho các tỉnh.",
        "The common plan is a commune's; --from makes plans of provinces.",
        Message("Bỏ mục unit, hoặc dùng kế hoạch của cấp tỉnh.",
                "Take unit out, or use a plan of a province."),
    )  # fmt: skip


def names_another(place: Place, said: str, count: int) -> Finding:
    """A text of the common plan that speaks of one province."""
    return _say(
        "common-names-province", place,
        f"Kế hoạch chung nhắc đến {said}; {count} kế hoạch của tỉnh khác cũng in lời này.",
        f"The common plan speaks of {said}; so will {_plans(count)} of other provinces.",
        Message("Viết chung cho mọi tỉnh, hoặc thêm cột cho chỗ này.",
                "Word it for all provinces, or give it a column."),
        "warning",
    )  # fmt: skip


def other_committee(place: Place, said: str, right: str, count: int) -> Finding:
    """A text that says Tỉnh ủy, for cities also."""
    return _say(
        "common-committee", place,
        f"Kế hoạch chung viết “{said}”, còn {count} kế hoạch trong bảng phải viết “{right}”.",
        f"The common plan says “{said}”; in {_plans(count)} of the table it should be “{right}”.",
        Message("Viết “cấp ủy tỉnh, thành phố”, hoặc sửa trong từng kế hoạch.",
                "Word it for both, or correct it in those plans."),
        "warning",
    )  # fmt: skip


def english_alone(place: Place) -> Finding:
    """English words without the Vietnamese that they translate."""
    return _say(
        "table-english-alone", place,
        "Có tiếng Anh mà không có tiếng Việt của chỗ này.",
        "This has English words and no Vietnamese.",
        Message("Điền cột tiếng Việt, hoặc xóa ô này.",
                "Fill in the Vietnamese column, or clear this cell."),
    )  # fmt: skip


def _plans(count: int) -> str:
    return "1 plan" if count == 1 else f"{count} plans"
