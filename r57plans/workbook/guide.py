"""What a workbook tells its user: the sheet of guidance, prompts, titles of lists."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Language, Message
from r57plans.workbook.shape import Column

OPEN = frozenset({"targets", "own-targets", "tasks", "sub-tasks", "posts", "products", "groups"})
"""Lists that a cell may go beyond: it names what is the plan's own."""
WIDE = frozenset({"sub-task-names", "target-names", "bodies", "deciders", "posts", "prose"})
ERROR_TITLE = "Không có trong danh mục"
ERROR = "Giá trị này không có trong danh mục để chọn. Giữ lại hay chọn lại?"
PICK = "Chọn trong danh sách."
_REQUIRED = "Cần có. "
_SEVERAL = "Nhiều mục: mỗi mục một dòng (Alt+Enter) hoặc ngăn bằng dấu chấm phẩy."

PROMPTS: Mapping[str, str] = {
    "id": "Mã nhiệm vụ, chỉ tiêu trong danh mục (ví dụ 1.1.1), hoặc local-1, local-2 … cho việc "
    "riêng của địa phương. Để trống ở dòng mới thì mã local-… được đặt tự động.",
    "text.vi": "Để trống thì in câu chữ của danh mục. Việc riêng của địa phương phải có nội dung.",
    "title.vi": "Để trống thì in tên trong danh mục.",
    "params": "Mỗi số liệu một dòng, dạng tên: giá trị. Ví dụ: ty_le: 80%",
    "leads": f"{_REQUIRED}Chọn cơ quan, hoặc viết tên. {_SEVERAL}",
    "supports": f"Chọn cơ quan, hoặc viết tên. {_SEVERAL}",
    "requested": f"Chỉ trong văn bản của Nhà nước: Mặt trận, cơ quan Đảng … {_SEVERAL}",
    "products.vi": "Mỗi sản phẩm một dòng (Alt+Enter). Các cột bên cạnh viết cùng thứ tự dòng.",
    "products.en": "Cùng thứ tự dòng với cột Sản phẩm.",
    "products.type": "Chọn loại sản phẩm. Cùng thứ tự dòng với cột Sản phẩm.",
    "products.issuer": "Cơ quan ban hành. Cùng thứ tự dòng với cột Sản phẩm.",
    "deadline.vi": f"{_REQUIRED}Viết như sẽ in: Quý II/2025, Tháng 6/2025, 2025 - 2027, "
    "Thường xuyên, Trước ngày 30/6/2026.",
    "deadline.en": "Chỉ viết khi không dịch tự động được.",
    "covers": f"Các nhiệm vụ của danh mục mà việc này bao quát. {_SEVERAL}",
    "standing": "Viết “có” cho Phó Trưởng ban Thường trực; để trống nếu không.",
    "enabling": "Viết “có” nếu là việc tạo nền tảng, không gắn chỉ tiêu riêng.",
    "seat": f"{_REQUIRED}Chọn vị trí trong Ban Chỉ đạo hoặc Tổ giúp việc.",
    "who": f"{_REQUIRED}Chọn chức danh; với thành viên Tổ giúp việc, viết tên cơ quan.",
    "name": "Để trống nếu chưa có. Không tự điền họ tên.",
    "label": "Chọn phần mà đoạn văn này thuộc về. Mỗi đoạn một dòng.",
    "parent": f"{_REQUIRED}Mã của nhiệm vụ hoặc chỉ tiêu mà dòng này thuộc về.",
    "added.date": "Ngày bổ sung vào kế hoạch đã ban hành: 2026-02-10 hoặc 10/2/2026.",
}
LISTS: Mapping[str, Message] = {
    "sub-tasks": Message("Mã nhiệm vụ", "Sub-tasks"),
    "sub-task-names": Message("Nhiệm vụ trong danh mục", "Catalogue's sub-tasks"),
    "bodies": Message("Cơ quan (vào ngày văn bản)", "Bodies (on the document's date)"),
    "posts": Message("Chức danh", "Posts"),
    "tasks": Message("Nhiệm vụ của kế hoạch", "The plan's tasks"),
    "targets": Message("Mã chỉ tiêu", "Targets"),
    "target-names": Message("Chỉ tiêu trong danh mục, trong kế hoạch", "Names of targets"),
    "authorities": Message("Ký thay mặt", "On behalf of"),
    "deciders": Message("Cơ quan quyết định điều chỉnh", "Who changes the plan"),
    "own-targets": Message("Chỉ tiêu của kế hoạch", "The plan's targets"),
    "groups": Message("Nhóm", "Groups"),
    "products": Message("Loại sản phẩm", "Kinds of product"),
    "relations": Message("So với Trung ương", "Against the centre"),
    "statuses": Message("Tình trạng", "Status"),
    "openings": Message("Cách mở đầu", "Opening"),
    "issuers": Message("Cơ quan ban hành", "Issuers"),
    "types": Message("Loại văn bản", "Types"),
    "urgencies": Message("Độ khẩn", "Urgency"),
    "spellings": Message("Kiểu đặt dấu", "Spelling"),
    "levels": Message("Cấp", "Level"),
    "compositions": Message("Cách in danh sách", "Composition"),
    "styles": Message("Kiểu số", "Numbering"),
    "provinces": Message("Tỉnh, thành phố", "Provinces"),
    "seats": Message("Vị trí", "Seats"),
    "yes": Message("Có", "Yes"),
    "prose": Message("Phần lời văn", "Parts of prose"),
}
_LINES = (
    Message("Kế hoạch thực hiện Nghị quyết số 57-NQ/TW", "Plan for Resolution No. 57-NQ/TW"),
    Message("Điền từ trang “Thông tin chung”, rồi “Nhiệm vụ”, “Chỉ tiêu”. Mỗi việc một dòng.",
            "Begin with “Particulars”, then “Tasks” and “Targets”. One record a row."),
    Message("Tiêu đề màu cam: cần có. Màu xanh: tùy chọn. Màu xám: tự tính hoặc không sửa.",
            "Orange headings: required. Blue: optional. Grey: computed, or not to be changed."),
    Message("Thêm việc: viết vào dòng trống bên dưới. Mã để trống thì được đặt tự động.",
            "To add a record, write below the last row. A blank id is given by itself."),
    Message("Bỏ việc: xóa cả dòng. Được lọc, sắp xếp, ẩn cột, đổi chỗ cột, thêm dòng ở giữa.",
            "To drop one, delete its row. Filter, sort, hide and move columns as you like."),
    Message("Nhiều mục trong một ô: mỗi mục một dòng (Alt+Enter), hoặc ngăn bằng dấu chấm phẩy.",
            "Several items in a cell: a line each (Alt+Enter), or parted by semicolons."),
    Message("Tên cơ quan: chọn trong danh sách. Cơ quan không có trong danh sách thì viết tên; "
            "tiếng Anh viết sau dấu “ | ”.",
            "Bodies: pick them. For one that is not listed write its name; English after “ | ”."),
    Message("“→ Phần khác” trong một ô: giá trị nằm ở trang “Phần khác”. Viết đè lên thì giá trị "
            "mới được dùng.",
            "“→ Phần khác” in a cell: the value is on “Everything else”. What you write over it "
            "counts instead."),
    Message("Kiểm tra: r57plans check plan.xlsx. Tạo văn bản: r57plans build plan.xlsx -o out.",
            "To check: r57plans check plan.xlsx. To make the documents: r57plans build plan.xlsx "
            "-o out."),
    Message("Không điền họ tên, số văn bản, số liệu khi chưa có nguồn; để trống.",
            "Never fill in names, numbers of documents or figures without a source; leave blank."),
)  # fmt: skip


def usual(column: Column) -> str:
    """The prompt of a column that has none of its own."""
    several = _SEVERAL if column.several else ""
    picked = PICK if column.pick else ""
    need = _REQUIRED if column.required else "Có thể để trống. "
    return " ".join(filter(None, (need.strip(), picked, several)))


def lines(language: Language) -> tuple[str, ...]:
    """The sheet of guidance, line by line."""
    return tuple(line.say(language) for line in _LINES)
