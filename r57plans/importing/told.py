"""What an import says: each thing that was not understood, or was kept in another form."""

from __future__ import annotations

from textwrap import shorten

from r57plans.findings import NO_HINT, Finding, Level, Message, Place

_LONGEST, _WHOLE = 80, 1000


def short(text: str, longest: int = _LONGEST) -> str:
    """A text cut to one line."""
    return shorten(text, longest, placeholder=" …")


def _said(
    rule: str, level: Level, place: Place, vi: str, en: str, hint: Message = NO_HINT
) -> Finding:
    return Finding(f"import.{rule}", level, Message(vi, en), hint, place)


def row_left(place: Place, text: str) -> Finding:
    """A row that is neither a group nor a task nor a target."""
    return _said(
        "row", "warning", place,
        f"Không đưa vào kế hoạch: “{short(text, _WHOLE)}”.", f"Not taken: “{short(text, _WHOLE)}”.",
    )  # fmt: skip


def line_left(place: Place, text: str) -> Finding:
    """A line above a table's headings."""
    return _said(
        "line", "note", place,
        f"Dòng trên bảng, không đưa vào kế hoạch: “{short(text)}”.",
        f"A line above the table, not taken: “{short(text)}”.",
    )  # fmt: skip


def note_left(place: Place, text: str) -> Finding:
    """A footnote or endnote."""
    return _said(
        "note", "note", place,
        f"Chú thích cuối trang, không đưa vào kế hoạch: “{short(text, _WHOLE)}”.",
        f"A footnote, not taken: “{short(text, _WHOLE)}”.",
    )  # fmt: skip


def far_cells(place: Place) -> Finding:
    """Cells far to the right of a sheet."""
    return _said(
        "far-cells", "warning", place,
        "Các ô từ cột thứ 101 trở đi không được đọc.",
        "Cells from the 101st column on are not read.",
    )  # fmt: skip


def no_value(place: Place) -> Finding:
    """A formula that has no value, or an error."""
    return _said(
        "formula", "warning", place,
        "Công thức ở ô này không có giá trị; không đọc được.",
        "The formula in this cell has no value; it is not read.",
        Message("Mở tệp bằng Excel hoặc LibreOffice, lưu lại, rồi chạy lại.",
                "Open the file in Excel or LibreOffice, save it, and run again."),
    )  # fmt: skip


def row_joined(place: Place, text: str) -> Finding:
    """The rest of a row that a page cut in two."""
    return _said(
        "row-joined", "note", place,
        f"Coi là phần tiếp của hàng trước trang: “{short(text)}”.",
        f"Taken as the rest of the row before the page: “{short(text)}”.",
    )  # fmt: skip


def second_deadline(place: Place, text: str) -> Finding:
    """A task with a second deadline in a further row."""
    return _said(
        "second-deadline", "warning", place,
        f"Nhiệm vụ có thêm một thời hạn: “{short(text)}”; ghi ở `note`.",
        f"The task has another deadline: “{short(text)}”; it is kept in `note`.",
        Message("Nếu là mốc, ghi ở `milestones`.", "Where it is a step, write it in `milestones`."),
    )  # fmt: skip


def column_kept(place: Place, title: str, count: int) -> Finding:
    """A column that no field of a plan takes."""
    vi, en = (f"“{short(title)}”",) * 2 if title else ("không tiêu đề", "without a heading")
    return _said(
        "column", "note", place,
        f"Cột {vi} không có mục tương ứng trong kế hoạch; {count} ô ghi ở `note`.",
        f"No field of a plan is for the column {en}; {count} cells are kept in `note`.",
    )  # fmt: skip


def deadline_kept(place: Place, text: str) -> Finding:
    """A deadline that is not understood."""
    return _said(
        "deadline", "note", place,
        f"Không hiểu thời hạn “{short(text)}”; giữ nguyên chữ.",
        f"The deadline “{short(text)}” is not understood; it is kept as it is worded.",
    )  # fmt: skip


def owners_unsure(place: Place) -> Finding:
    """Leads and supports in one column."""
    return _said(
        "owners", "warning", place,
        "Cơ quan chủ trì và phối hợp ở chung một ô, không tách được; tất cả ghi ở `leads`.",
        "Leads and supports stand in one cell and cannot be told apart; all are in `leads`.",
    )  # fmt: skip


def table_left(place: Place, text: str, rows: int) -> Finding:
    """A table that is not one of tasks or targets."""
    return _said(
        "table", "warning", place,
        f"Không rõ bảng này là gì, không đọc ({rows} hàng): “{short(text)}”.",
        f"What this table is was not understood; it is not read ({rows} rows): “{short(text)}”.",
        Message(
            "Nếu là bảng nhiệm vụ hoặc chỉ tiêu: thêm hàng tiêu đề có “Nhiệm vụ”, “Cơ quan chủ "
            "trì”, “Thời gian hoàn thành” …, rồi chạy lại.",
            "Where it has tasks or targets: give it a row of headings (“Nhiệm vụ”, “Cơ quan chủ "
            "trì”, “Thời gian hoàn thành” …) and run again.",
        ),
    )  # fmt: skip


def roadmap_left(place: Place, rows: int) -> Finding:
    """A roadmap, which repeats the tasks."""
    return _said(
        "roadmap", "note", place,
        f"Bảng lộ trình ({rows} hàng) lặp lại các nhiệm vụ, không đọc.",
        f"A roadmap ({rows} rows) that repeats the tasks; it is not read.",
    )  # fmt: skip


def prose_left(place: Place, heading: str, paragraphs: int) -> Finding:
    """A part of the text that has no table."""
    return _said(
        "text", "note", place,
        f"Phần “{short(heading)}” ({paragraphs} đoạn) không đưa vào kế hoạch.",
        f"The part “{short(heading)}” ({paragraphs} paragraphs) is not taken.",
        Message(
            "Cần thì chép vào `context`, `sections`, `implementation` …",
            "Where it is wanted, copy it to `context`, `sections`, `implementation` …",
        ),
    )  # fmt: skip


def english(place: Place) -> Finding:
    """A file in English: a plan's first language is Vietnamese."""
    return _said(
        "english", "warning", place,
        "Tệp viết bằng tiếng Anh; lời văn đứng ở cả hai ngôn ngữ cho đến khi có tiếng Việt.",
        "The file is in English; its texts stand in both languages until there is Vietnamese.",
        Message("Viết tiếng Việt vào các khóa vi.", "Write Vietnamese at the keys vi."),
    )  # fmt: skip


def not_known(what: Message, text: str, place: Place) -> Finding:
    """A particular that is there but not understood."""
    return Finding(
        "import.particular", "warning",
        Message(f"Không hiểu {what.vi}: “{short(text)}”.",
                f"Not understood: {what.en}: “{short(text)}”."),
        NO_HINT, place,
    )  # fmt: skip
