"""The data that every engine prints: seven groups of tasks, as plain dicts or as records.

All of it is made up from a few words, so that it is the same on every machine; none of it is the
plan of a province.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zlib import crc32

from r57plans.view.printed import Printed, Record

Context = dict[str, Any]
Row = dict[str, Any]

FIELDS = (
    *("number", "title", "text", "lead", "supports", "products", "deadline", "funding"),
    "source",
)
GROUP_FIELDS = ("number", "title", "coordinator", "review")

_PARTICULARS = {
    "title": "CHƯƠNG TRÌNH HÀNH ĐỘNG về khoa học, công nghệ & chuyển đổi số",
    "basis": "Căn cứ tình hình thực tế, Ban Thường vụ ban hành Chương trình như sau:",
}
_GROUPS = (
    "Nâng cao nhận thức, đổi mới tư duy, xác định quyết tâm chính trị",
    "Hoàn thiện thể chế, xóa bỏ rào cản đối với KH&CN",
    "Tăng cường đầu tư, hoàn thiện hạ tầng số",
    "Phát triển, trọng dụng nhân lực chất lượng cao",
    "Chuyển đổi số trong hoạt động của cơ quan thuộc hệ thống chính trị",
    "Thúc đẩy đổi mới sáng tạo trong doanh nghiệp",
    "Tăng cường hợp tác quốc tế về R&D",
)
_WORK = (
    *("Rà soát, sửa đổi quy định về", "Xây dựng và vận hành", "Ban hành kế hoạch phát triển"),
    *("Bố trí nguồn lực cho", "Tổ chức tập huấn về", "Đánh giá hằng năm kết quả triển khai"),
    *("Thí điểm cơ chế đặc thù đối với", "Lập danh mục ưu tiên đầu tư cho", "Mở rộng hợp tác về"),
    *("Thuê dịch vụ để khai thác", "Công khai thông tin về", "Giao đơn vị sự nghiệp quản lý"),
)
_MATTERS = (
    *("nền tảng dữ liệu dùng chung", "quỹ đầu tư mạo hiểm", "kỹ năng số cho cán bộ, công chức"),
    *("hạ tầng mạng 5G tại khu công nghiệp", "dịch vụ công trực tuyến toàn trình"),
    *("khu công nghệ thông tin tập trung", "liên kết giữa trường đại học và doanh nghiệp"),
    *("hệ thống giám sát an toàn thông tin", "sàn giao dịch công nghệ", "phòng thí nghiệm mở"),
    *("sở hữu trí tuệ của sản phẩm chủ lực", "chữ ký số cho người dân", "bản đồ số về đất đai"),
    *("trợ lý ảo phục vụ công vụ", "truy xuất nguồn gốc nông sản", "hồ sơ sức khỏe điện tử"),
)
_MANNERS = (
    *("gắn với sắp xếp tổ chức bộ máy", "theo hướng dùng chung, tránh đầu tư trùng lặp"),
    *("có lộ trình và sản phẩm cụ thể từng năm", "ưu tiên giải pháp làm chủ trong nước"),
    *("bảo đảm an ninh mạng theo cấp độ", "phân cấp rõ trách nhiệm của người đứng đầu"),
    *("lấy người dân và doanh nghiệp làm trung tâm", "kết nối với cơ sở dữ liệu quốc gia"),
    *("huy động chuyên gia ngoài khu vực nhà nước", "chấp nhận rủi ro trong nghiên cứu"),
    *("tích hợp trên một đầu mối duy nhất", "cắt giảm thủ tục không còn cần thiết"),
)
_ENDS = (
    *("kết quả là căn cứ xếp loại cuối năm", "báo cáo Thường trực Tỉnh ủy khi có vướng mắc"),
    *("kinh phí bố trí trong dự toán hằng năm", "sơ kết trước khi nhân rộng ra toàn tỉnh"),
    *("thời gian xử lý hồ sơ < thời hạn quy định", "dữ liệu được cập nhật đúng, đủ, sạch, sống"),
    *("tiến độ được theo dõi trên hệ thống điện tử", "lấy ý kiến nhân dân trước khi ban hành"),
    *("mỗi quý rà soát một lần", "giao chỉ tiêu cho từng đơn vị"),
)
_BODIES = (
    *("Văn phòng Tỉnh ủy", "Sở Khoa học và Công nghệ", "Sở Tài chính", "Công an tỉnh", "Sở Y tế"),
    *("Sở Nội vụ", "Đảng ủy Ủy ban nhân dân tỉnh", "Ban Tổ chức Tỉnh ủy", "Sở Công Thương"),
    *("Sở Nông nghiệp và Môi trường", "Sở Giáo dục và Đào tạo", "các phòng KH&CN cấp xã"),
)
_PRODUCTS = (
    *("Kế hoạch của Ủy ban nhân dân tỉnh", "Nghị quyết của Hội đồng nhân dân tỉnh"),
    *("Báo cáo kết quả, tệp đính kèm < 20 MB", "Đề án trình Ban Thường vụ Tỉnh ủy"),
    *("Quyết định ban hành quy chế", "Hệ thống đưa vào vận hành", "Bộ tài liệu và lớp tập huấn"),
)
_DEADLINES = (
    *("Quý II/2025", "Quý IV/2025", "Năm 2025", "Tháng 12/2026", "Giai đoạn 2025 - 2030"),
    *("Năm 2027", "Thường xuyên"),
)
_FUNDING = ("Ngân sách tỉnh", "Ngân sách Trung ương & tỉnh", "Nguồn xã hội hóa", "Lồng ghép")
_SOURCES = ("Mục III.1", "Mục III.2, đoạn 3", "Mục III.5", "Chương trình của Chính phủ")


def plain(size: int) -> Context:
    """The context of `size` tasks in seven groups: plain dicts, lists and text."""
    groups = [_group(number, size) for number in range(len(_GROUPS))]
    return {**_PARTICULARS, "groups": groups, "annex": groups}


def simple(size: int) -> Context:
    """The same without `&` and `<`, for what does not escape."""
    return _mapped(plain(size), lambda text: text.replace("&", " và ").replace("<", "dưới"))


@dataclass(frozen=True, slots=True)
class TaskRecord(Record):
    """A task whose fields know where they come from."""

    anchor: str
    number: str
    title: str
    text: str
    lead: str
    supports: str
    products: str
    deadline: str
    funding: str
    source: str


@dataclass(frozen=True, slots=True)
class GroupRecord(Record):
    """A group of such tasks."""

    anchor: str
    number: str
    title: str
    coordinator: str
    review: str
    tasks: tuple[TaskRecord, ...]


def records(size: int) -> Context:
    """The same as `plain`, every text of it `Printed`, every task and group a `Record`."""
    context = plain(size)
    return {
        **_printed(_PARTICULARS, "plan"),
        "groups": _records(context["groups"], "body"),
        "annex": _records(context["annex"], "annex"),
    }


def _group(number: int, size: int) -> Row:
    count = len(_GROUPS)
    return {
        "number": str(number + 1),
        "title": _GROUPS[number],
        "coordinator": _BODIES[number],
        "review": "6 tháng một lần",
        "tasks": [_task(number, n) for n in range(size // count + (number < size % count))],
    }


def _task(group: int, n: int) -> Row:
    number = f"{group + 1}.{n + 1}"
    pick = partial(_picked, number)
    matter = pick("matter", _MATTERS)
    return {
        "number": number,
        "title": f"{pick('work', _WORK)} {matter}",
        "text": f"{pick('second', _WORK)} {matter}, {pick('manner', _MANNERS)}; "
        f"{pick('body', _BODIES)} theo dõi, đôn đốc; {pick('end', _ENDS)}.",
        "lead": pick("lead", _BODIES),
        "supports": f"{pick('one', _BODIES)}; {pick('two', _BODIES)}",
        "products": f"{pick('product', _PRODUCTS)} về {pick('other', _MATTERS)}",
        "deadline": pick("deadline", _DEADLINES),
        "funding": pick("funding", _FUNDING),
        "source": pick("source", _SOURCES),
    }


def _picked(number: str, use: str, words: Sequence[str]) -> str:
    """One of the words; which one looks like chance, and is the same everywhere."""
    return words[crc32(f"{number} {use}".encode()) % len(words)]


def _mapped(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str():
            return change(value)
        case list():
            return [_mapped(item, change) for item in value]
        case dict():
            return {key: _mapped(item, change) for key, item in value.items()}
    raise TypeError(type(value).__name__)


def _records(groups: list[Row], place: str) -> tuple[GroupRecord, ...]:
    return tuple(
        GroupRecord(
            anchor=f"_r57_{place}_{group['number']}",
            **_printed({k: group[k] for k in GROUP_FIELDS}, f"group/{group['number']}"),
            tasks=tuple(_task_record(task, place) for task in group["tasks"]),
        )
        for group in groups
    )


def _task_record(task: Row, place: str) -> TaskRecord:
    number = task["number"]
    return TaskRecord(anchor=f"_r57_{place}_{number}", **_printed(task, f"task/{number}"))


def _printed(texts: Mapping[str, str], path: str) -> dict[str, Printed]:
    return {key: Printed(text, f"{path}/{key}") for key, text in texts.items()}
