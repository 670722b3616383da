"""A finished view of a plan, for the tests of the shipped templates; nothing in it is real."""

from __future__ import annotations

from dataclasses import replace

from r57plans.view.printed import Printed
from r57plans.view.records import (
    AnnexView,
    BarCell,
    BarRow,
    CellView,
    ColumnView,
    CommitteeView,
    DocumentView,
    DutyView,
    GroupView,
    HorizonView,
    PeriodView,
    RowView,
    SignatureView,
    TargetLine,
    TaskView,
    TextView,
    UnitView,
    View,
)

LONG_TEXT = (
    "Rà soát, sắp xếp, nâng cấp hạ tầng số dùng chung; kết nối, chia sẻ dữ liệu giữa các cơ quan "
    "trong hệ thống chính trị, bảo đảm an toàn thông tin mạng và an ninh dữ liệu"
)
ATTACHED = "(kèm theo Chương trình hành động số      -CTr/TU của Ban Thường vụ Tỉnh ủy)"
NUMBER, REST = 620, 14287 - 620
COLUMNS = (
    ColumnView("TT", NUMBER, True),
    ColumnView("Nhiệm vụ", REST - 8000, False),
    ColumnView("Cơ quan chủ trì", 2000, False),
    ColumnView("Cơ quan phối hợp", 2000, False),
    ColumnView("Sản phẩm", 2000, False),
    ColumnView("Thời hạn", 2000, True),
)


def party_view(*, groups: int = 3, tasks: int = 4, texts: int = 1) -> View:
    """An action plan of a provincial committee; `texts` lengthens the local situation."""
    return View(
        document=_document(),
        unit=UnitView("tỉnh Cao Bằng", "tỉnh", "Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        context=(f"{LONG_TEXT}.",) * texts,
        purpose=(),
        requirements=(),
        objective=(),
        vision=(),
        horizons=(_horizon("Đến năm 2025"), _horizon("Đến năm 2030")),
        groups=tuple(_group(n, tasks) for n in range(1, groups + 1)),
        initiatives=(TextView("Bản sao số của đô thị trung tâm."),),
        duties=(DutyView("Đảng ủy Ủy ban nhân dân tỉnh", f"{LONG_TEXT}."),) * 2,
        committee=_committee(),
        reporting=(),
        flexibility=(),
        funding=(),
        recipients=("- Bộ Chính trị (để báo cáo),", "- Các cấp ủy trực thuộc,",
                    "- Lưu Văn phòng Tỉnh ủy."),
        ending=".",
        signature=SignatureView("T/M BAN THƯỜNG VỤ", "", "BÍ THƯ", "", Printed("", "signer")),
        annexes=(_targets(), _tasks(groups, tasks), _roadmap(groups, tasks)),
    )  # fmt: skip


def state_view() -> View:
    """An action plan of a provincial People's Committee, signed by a deputy."""
    view = party_view()
    document = replace(
        view.document,
        issuer="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        number="Số:      /KH-UBND",
        type="KẾ HOẠCH",
        place_date="Lạng Sơn, ngày     tháng 3 năm 2025",
        bases=("Căn cứ Nghị quyết số 57-NQ/TW;", "Theo đề nghị của Sở Khoa học và Công nghệ."),
        opening="Ủy ban nhân dân tỉnh ban hành Kế hoạch, cụ thể như sau:",
    )
    unit = UnitView("tỉnh Lạng Sơn", "tỉnh", "Tỉnh ủy", "Ủy ban nhân dân tỉnh")
    signature = SignatureView(
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", Printed("", "signer")
    )
    return replace(view, document=document, unit=unit, signature=signature, ending="./.")


def english_view() -> View:
    """An issued action plan in English, with a superior body."""
    view = party_view()
    document = replace(
        view.document,
        superior="PARTY ORGANISATION OF CAO BANG PROVINCE",
        issuer="CAO BANG PROVINCIAL PARTY COMMITTEE",
        number="No. 12-CTr/TU",
        place_date="Cao Bang, 28 March 2025",
        draft="SECOND DRAFT",
        urgency="URGENT",
        type="ACTION PROGRAMME",
        subject="implementing Resolution No. 57-NQ/TW",
        unofficial="Unofficial translation",
    )
    signature = SignatureView(
        "ON BEHALF OF THE STANDING COMMITTEE", "", "SECRETARY", "(Signed)", "Name Surname"
    )
    issuer = "the Standing Committee of the Provincial Party Committee"
    unit = UnitView("Cao Bang Province", "province", "the Provincial Party Committee", issuer)
    return replace(view, document=document, signature=signature, unit=unit)


def _document() -> DocumentView:
    return DocumentView(
        superior="",
        issuer="TỈNH ỦY CAO BẰNG",
        number="Số      -CTr/TU",
        place_date="Cao Bằng, ngày     tháng 3 năm 2025",
        draft="DỰ THẢO LẦN 2",
        urgency="",
        type="CHƯƠNG TRÌNH HÀNH ĐỘNG",
        subject="thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá "
        "phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
        attached="",
        opening="Thực hiện Nghị quyết số 57-NQ/TW, Ban Thường vụ Tỉnh ủy ban hành Chương trình "
        "hành động, cụ thể như sau:",
        bases=(),
        unofficial="",
        letterhead=True,
    )


def _horizon(title: str) -> HorizonView:
    lines = (TargetLine("Kinh tế số: đạt ≥ 20% GRDP.", 0), TargetLine("Trong đó: ≥ 5%.", 1))
    return HorizonView(title, lines)


def _group(number: int, tasks: int) -> GroupView:
    letters = "abcdđeghiklmnopq"
    made = tuple(
        TaskView(f"_r57_body_{number}_{n}", f"{letters[n - 1]})", f"{LONG_TEXT}.",
                 ("(1) Phần thứ nhất;", "(2) Phần thứ hai.") if n == 1 else (),
                 ("Xã A;", "Xã B.") if n == 2 else ())
        for n in range(1, tasks + 1)
    )  # fmt: skip
    title = f"Nhóm nhiệm vụ thứ {number}, tăng cường đầu tư, hoàn thiện hạ tầng số"
    return GroupView(0, "", title, ("Lời dẫn của nhóm.",), made)


def _committee() -> CommitteeView:
    return CommitteeView(
        given=True,
        head=("Trưởng ban: đồng chí Bí thư Tỉnh ủy",),
        deputies=("Phó Trưởng ban Thường trực: đồng chí Phó Bí thư Thường trực Tỉnh ủy",),
        members=("Trưởng Ban Tổ chức Tỉnh ủy", "Chánh Văn phòng Tỉnh ủy"),
        standing_agency=("Văn phòng Tỉnh ủy là cơ quan thường trực của Ban Chỉ đạo.",),
        working_group=("Tổ giúp việc do đồng chí Chánh Văn phòng Tỉnh ủy làm Tổ trưởng.",),
        working_rules=(),
        council=(),
    )


def _item(anchor: str, *texts: tuple[str, ...]) -> RowView:
    cells = tuple(
        CellView(column.width, column.centred, lines)
        for column, lines in zip(COLUMNS, texts, strict=True)
    )
    return RowView(anchor, "item", texts[0][0], "", 0, cells)


def _targets() -> AnnexView:
    row = _item("_r57_targets_1", ("1",), ("Kinh tế số",), ("% GRDP",), ("8",), ("≥ 20",), ("",))
    title = "DANH MỤC CHỈ TIÊU CHỦ YẾU"
    return AnnexView("targets", "Phụ lục 1", title, ATTACHED, COLUMNS, (row,), (), (), ())


def _tasks(groups: int, tasks: int) -> AnnexView:
    rows = []
    for number in range(1, groups + 1):
        title = f"Nhóm nhiệm vụ thứ {number}"
        rows.append(RowView("", "group", "III", title, len(COLUMNS) - 1, ()))
        rows += [
            _item(f"_r57_tasks_{number}_{n}", (str(n),), (LONG_TEXT,), ("Sở Tài chính",),
                  ("Sở Nội vụ", "Công an tỉnh"), ("Kế hoạch",), ("Quý II/2025",))
            for n in range(1, tasks + 1)
        ]  # fmt: skip
    title = "PHÂN CÔNG THỰC HIỆN NHIỆM VỤ"
    return AnnexView("tasks", "Phụ lục 2", title, ATTACHED, COLUMNS, tuple(rows), (), (), ())


def _roadmap(groups: int, tasks: int) -> AnnexView:
    width, count = 560, 13
    name = 14287 - NUMBER - width * count
    columns = (ColumnView("TT", NUMBER, True), ColumnView("Nhiệm vụ", name, False))
    years = (PeriodView("Năm 2025", 4, 4 * width), PeriodView("Năm 2026", 4, 4 * width),
             *(PeriodView(f"Năm {y}", 1, width) for y in (2027, 2028, 2029, 2030)),
             PeriodView("Sau năm 2030", 1, width))  # fmt: skip
    titles = ("I", "II", "III", "IV") * 2 + ("",) * 5
    quarters = tuple(PeriodView(title, 1, width) for title in titles)
    rows = []
    for number in range(1, groups + 1):
        title = f"Nhóm nhiệm vụ thứ {number}"
        rows.append(BarRow("", "group", "I", title, count + 1, "", ()))
        rows += [_bar(f"_r57_roadmap_{number}_{n}", n, width, count) for n in range(1, tasks + 1)]
    notes = ("Ô tô xám: thời gian thực hiện; dấu ●: mốc sản phẩm trung gian.",)
    title = "LỘ TRÌNH THỰC HIỆN NHIỆM VỤ"
    return AnnexView("roadmap", "Phụ lục 3", title, ATTACHED, columns, tuple(rows), years, quarters,
                     notes)  # fmt: skip


def _bar(anchor: str, number: int, width: int, count: int) -> BarRow:
    cells = tuple(
        BarCell(width, "D9D9D9" if number <= c < number + 3 else "", "●" if c == number + 1 else "")
        for c in range(count)
    )
    return BarRow(anchor, "item", str(number), "", 0, LONG_TEXT, cells)
