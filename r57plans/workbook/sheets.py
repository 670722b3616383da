"""The sheets of a workbook: which records each holds, in which columns, under which headings."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Message
from r57plans.workbook.fields import Actors, Figures, Plain, Said, Several
from r57plans.workbook.nested import BODIES as OF_BODIES
from r57plans.workbook.nested import Record, Rows
from r57plans.workbook.shape import COMPUTED, PARENT, Column, Sheet

_TEXT = 44


def _m(vi: str, en: str) -> Message:
    return Message(vi, en)


_EN = _m("Tiếng Anh", "English")
_NAMED = Column(_m("Tên trong danh mục (tự tính)", "Catalogue's name (computed)"), 36)
_VI_TEXT = Column(_m("Nội dung", "Text"), _TEXT, required=True)
_EN_TEXT = Column(_EN, _TEXT)
_ID = _m("Mã", "Id")
_PRODUCT = {"type": "products", "issuer": OF_BODIES}

TASKS = Sheet(
    "tasks",
    _m("Nhiệm vụ", "Tasks"),
    (
        Plain("id"), Plain("group"), Said("title"), Said("text"), Figures("params"),
        Actors("leads"), Actors("supports"), Actors("requested"), Actors("in_charge", one=True),
        Rows("products", ("vi", "en", "type", "issuer", "quantity"), ("quantity",), _PRODUCT),
        Said("deadline", bare=True), Said("funding"), Several("targets"), Several("covers"),
        Several("directives"), Several("after"), Plain("enabling"), Plain("origin"),
        Record("added", ("date",)), Rows("parts", ("vi", "en")), Rows("each", ("vi", "en")),
        Said("note"), Plain("version"),
    ),
    {
        "id": Column(_m("Mã nhiệm vụ", "Task id"), 11, pick="sub-tasks"),
        COMPUTED: _NAMED,
        "text.vi": Column(_m("Nội dung nhiệm vụ", "What is done"), _TEXT),
        "leads": Column(_m("Cơ quan chủ trì", "Leads"), 28, required=True, pick="bodies",
                        several=True),
        "supports": Column(_m("Cơ quan phối hợp", "Supports"), 28, pick="bodies", several=True),
        "products.vi": Column(_m("Sản phẩm", "Products"), 30, required=True),
        "deadline.vi": Column(_m("Thời hạn", "Deadline"), 16, required=True),
        "group": Column(_m("Nhóm", "Group"), 7, pick="groups"),
        "title.vi": Column(_m("Tên ngắn", "Short name"), 24),
        "title.en": Column(_m("Tên ngắn (tiếng Anh)", "Short name (English)"), 18),
        "text.en": Column(_m("Nội dung (tiếng Anh)", "What is done (English)"), 24),
        "params": Column(_m("Số liệu địa phương", "Local figures"), 18),
        "requested": Column(_m("Cơ quan được đề nghị phối hợp", "Requested bodies"), 22,
                            pick="bodies", several=True),
        "in_charge": Column(_m("Đồng chí phụ trách", "In charge"), 20, pick="posts"),
        "products.en": Column(_m("Sản phẩm (tiếng Anh)", "Products (English)"), 20),
        "products.type": Column(_m("Loại sản phẩm", "Kind of product"), 14, pick="products",
                                several=True),
        "products.issuer": Column(_m("Cấp ban hành", "Issued by"), 16),
        "products.quantity": Column(_m("Số lượng", "Quantity"), 10),
        "deadline.en": Column(_m("Thời hạn (tiếng Anh)", "Deadline (English)"), 14),
        "funding.vi": Column(_m("Kinh phí", "Funding"), 18),
        "funding.en": Column(_m("Kinh phí (tiếng Anh)", "Funding (English)"), 14),
        "targets": Column(_m("Chỉ tiêu liên quan", "Targets served"), 18, pick="targets",
                          several=True),
        "covers": Column(_m("Bao quát nhiệm vụ", "Covers sub-tasks"), 12, pick="sub-tasks",
                         several=True),
        "directives": Column(_m("Ý kiến chỉ đạo", "Directives"), 10),
        "after": Column(_m("Sau nhiệm vụ", "After tasks"), 10),
        "enabling": Column(_m("Việc nền tảng (có)", "Enabling (có)"), 8, pick="yes"),
        "origin": Column(_m("Nguồn giao", "Origin"), 12),
        "added.date": Column(_m("Ngày bổ sung", "Added on"), 11),
        "parts.vi": Column(_m("Các ý (1), (2) …", "Parts (1), (2) …"), 24),
        "parts.en": Column(_m("Các ý (tiếng Anh)", "Parts (English)"), 16),
        "each.vi": Column(_m("Từng việc", "Single things"), 20),
        "each.en": Column(_m("Từng việc (tiếng Anh)", "Single things (English)"), 16),
        "note.vi": Column(_m("Ghi chú (chỉ trong dự thảo)", "Note (drafts only)"), 24),
        "note.en": Column(_m("Ghi chú (tiếng Anh)", "Note (English)"), 14),
        "version": Column(_m("Phiên bản danh mục", "Catalogue version"), 9),
    },
    id="id",
    printed=7,
)  # fmt: skip
MILESTONES = Sheet(
    "milestones",
    _m("Mốc thực hiện", "Milestones"),
    (
        Said("deadline", bare=True),
        Said(""),
        Record("product", ("vi", "en", "type", "issuer"), (), _PRODUCT),
    ),
    {
        PARENT: Column(_m("Mã nhiệm vụ", "Task id"), 11, required=True, pick="tasks"),
        COMPUTED: _NAMED,
        "deadline.vi": Column(_m("Thời hạn", "Deadline"), 18, required=True),
        "deadline.en": Column(_m("Thời hạn (tiếng Anh)", "Deadline (English)"), 16),
        ".vi": Column(_m("Việc đạt được", "What is reached"), _TEXT),
        ".en": Column(_m("Việc đạt được (tiếng Anh)", "What is reached (English)"), 30),
        "product.vi": Column(_m("Sản phẩm", "Product"), 30),
        "product.en": Column(_m("Sản phẩm (tiếng Anh)", "Product (English)"), 24),
        "product.type": Column(_m("Loại sản phẩm", "Kind of product"), 14, pick="products"),
        "product.issuer": Column(_m("Cấp ban hành", "Issued by"), 16),
    },
    parent="tasks",
)
TARGETS = Sheet(
    "targets",
    _m("Chỉ tiêu", "Targets"),
    (
        Plain("id"), Said("name"), Plain("number"), Plain("parent"), Plain("group"), Said("unit"),
        Record("baseline", ("year", "value", "unit"), ("value", "unit")),
        Record("central", ("value", "source"), ("value",)),
        Plain("relation", "relations"), Said("reason"), Actors("monitor"), Actors("supplier"),
        Said("evidence"), Said("note"),
    ),
    {
        "id": Column(_m("Mã chỉ tiêu", "Target id"), 22, required=True, pick="targets"),
        COMPUTED: _NAMED,
        "name.vi": Column(_m("Tên chỉ tiêu", "Name"), 28),
        "unit.vi": Column(_m("Đơn vị tính", "Unit"), 12),
        "baseline.year": Column(_m("Năm gốc", "Baseline year"), 8),
        "baseline.value": Column(_m("Hiện trạng", "Baseline"), 10),
        "central.value": Column(_m("Mức của Trung ương", "Central value"), 16),
        "relation": Column(_m("So với Trung ương", "Against the centre"), 10, pick="relations"),
        "reason.vi": Column(_m("Lý do", "Reason"), 24),
        "monitor": Column(_m("Cơ quan theo dõi", "Monitored by"), 26, pick="bodies", several=True),
        "name.en": Column(_m("Tên (tiếng Anh)", "Name (English)"), 24),
        "number": Column(_m("Số thứ tự", "Number"), 8),
        "parent": Column(_m("Chỉ tiêu mẹ", "Parent"), 14),
        "group": Column(_m("Nhóm", "Group"), 7, pick="groups"),
        "unit.en": Column(_m("Đơn vị (tiếng Anh)", "Unit (English)"), 12),
        "baseline.value.en": Column(_m("Hiện trạng (tiếng Anh)", "Baseline (English)"), 10),
        "baseline.unit": Column(_m("Đơn vị của hiện trạng", "Baseline's unit"), 10),
        "baseline.unit.en": Column(
            _m("Đơn vị của hiện trạng (tiếng Anh)", "Baseline's unit (English)"), 10
        ),
        "central.value.en": Column(
            _m("Mức của Trung ương (tiếng Anh)", "Central value (English)"), 16
        ),
        "central.source": Column(_m("Nguồn", "Source"), 10),
        "reason.en": Column(_m("Lý do (tiếng Anh)", "Reason (English)"), 18),
        "supplier": Column(_m("Nguồn số liệu", "Data from"), 22, pick="bodies", several=True),
        "evidence.vi": Column(_m("Căn cứ số liệu", "Evidence"), 20),
        "evidence.en": Column(_m("Căn cứ (tiếng Anh)", "Evidence (English)"), 14),
        "note.vi": Column(_m("Ghi chú (chỉ trong dự thảo)", "Note (drafts only)"), 20),
        "note.en": Column(_m("Ghi chú (tiếng Anh)", "Note (English)"), 14),
    },
    id="id",
    printed=10,
)  # fmt: skip
VALUES = Sheet(
    "values",
    _m("Mức chỉ tiêu", "Values"),
    (Plain("from"), Plain("year"), Said("value"), Said("unit"), Said("scope"), Said("per")),
    {
        PARENT: Column(_m("Mã chỉ tiêu", "Target id"), 22, required=True, pick="own-targets"),
        COMPUTED: _NAMED,
        "from": Column(_m("Từ năm", "From year"), 8),
        "year": Column(_m("Năm", "Year"), 8),
        "value.vi": Column(_m("Mức", "Value"), 20, required=True),
        "value.en": Column(_m("Mức (tiếng Anh)", "Value (English)"), 20),
        "unit.vi": Column(_m("Đơn vị tính", "Unit"), 14),
        "unit.en": Column(_m("Đơn vị (tiếng Anh)", "Unit (English)"), 14),
        "scope.vi": Column(_m("Phạm vi", "Scope"), 18),
        "scope.en": Column(_m("Phạm vi (tiếng Anh)", "Scope (English)"), 18),
        "per.vi": Column(_m("Tính theo", "Per"), 10),
        "per.en": Column(_m("Tính theo (tiếng Anh)", "Per (English)"), 12),
    },
    parent="targets",
)
COMMITTEE = Sheet(
    "seats",
    _m("Ban Chỉ đạo", "Committee"),
    (Plain("seat"), Actors("who", one=True), Plain("name"), Plain("standing")),
    {
        "seat": Column(_m("Vị trí", "Seat"), 26, required=True, pick="seats"),
        "who": Column(_m("Chức danh hoặc cơ quan", "Post or body"), 46, required=True,
                      pick="posts"),
        "name": Column(_m("Họ và tên (để trống nếu chưa có)", "Name (blank if not known)"), 30),
        "standing": Column(_m("Thường trực (có)", "Standing (có)"), 12, pick="yes"),
    },
)  # fmt: skip
GROUPS = Sheet(
    "groups",
    _m("Nhóm nhiệm vụ", "Groups"),
    (Plain("id"), Said(""), Plain("parent"), Plain("style", "styles"), Plain("mark")),
    {
        "id": Column(_ID, 8, required=True),
        ".vi": _VI_TEXT,
        ".en": _EN_TEXT,
        "parent": Column(_m("Nhóm mẹ", "Parent"), 8),
        "style": Column(_m("Kiểu số", "Numbering"), 10, pick="styles"),
        "mark": Column(_m("Ký hiệu", "Mark"), 8),
    },
    id="id",
)
BODIES = Sheet(
    "bodies",
    _m("Cơ quan khai thêm", "Own bodies"),
    (Plain("id"), Said("")),
    {
        "id": Column(_m("Mã (local-…)", "Id (local-…)"), 26, required=True),
        ".vi": _VI_TEXT,
        ".en": _EN_TEXT,
    },
    id="id",
)
DUTIES = Sheet(
    "implementation",
    _m("Tổ chức thực hiện", "Duties"),
    (Actors("bodies"), Said("")),
    {
        "bodies": Column(
            _m("Cơ quan", "Bodies"), 34, required=True, pick="bodies", several=True
        ),
        ".vi": _VI_TEXT,
        ".en": _EN_TEXT,
    },
)  # fmt: skip
INITIATIVES = Sheet(
    "initiatives",
    _m("Sáng kiến, bài toán lớn", "Initiatives"),
    (Plain("id"), Said(""), Several("tasks")),
    {
        "id": Column(_ID, 14, required=True),
        ".vi": _VI_TEXT,
        ".en": _EN_TEXT,
        "tasks": Column(_m("Nhiệm vụ", "Tasks"), 14, pick="tasks", several=True),
    },
    id="id",
)
OMITTED = Sheet(
    "omitted",
    _m("Không đưa vào", "Left out"),
    (Plain("id"), Said("reason")),
    {
        "id": Column(_m("Mã trong danh mục", "Catalogue's id"), 20, required=True),
        "reason.vi": Column(_m("Lý do", "Reason"), _TEXT, required=True),
        "reason.en": Column(_m("Lý do (tiếng Anh)", "Reason (English)"), _TEXT),
    },
    id="id",
)
REPORTING = Sheet(
    "reporting",
    _m("Chế độ báo cáo", "Reporting"),
    (Plain("every"), Actors("from"), Plain("to"), Several("by"), Said("")),
    {
        "every": Column(_m("Định kỳ", "How often"), 14, required=True),
        "from": Column(_m("Cơ quan báo cáo", "From"), 30, pick="bodies", several=True),
        "to": Column(_m("Báo cáo về", "To"), 22),
        "by": Column(_m("Chậm nhất ngày", "By"), 14),
        ".vi": Column(_m("Nội dung", "Text"), _TEXT),
        ".en": _EN_TEXT,
    },
)
SHEETS = (
    TASKS, MILESTONES, TARGETS, VALUES, COMMITTEE, GROUPS, BODIES, DUTIES, INITIATIVES, OMITTED,
    REPORTING,
)  # fmt: skip
PARTICULARS, PROSE, REST, PICKS, BASE, GUIDE = (
    "particulars", "prose", "rest", "picks", "base", "guide",
)  # fmt: skip
TITLES: Mapping[str, Message] = {
    GUIDE: _m("Hướng dẫn", "Guide"),
    PARTICULARS: _m("Thông tin chung", "Particulars"),
    **{sheet.key: sheet.title for sheet in SHEETS},
    PROSE: _m("Lời văn", "Prose"),
    REST: _m("Phần khác", "Everything else"),
    PICKS: _m("Danh mục để chọn", "To pick from"),
    BASE: _m("r57-goc", "r57-base"),
}
