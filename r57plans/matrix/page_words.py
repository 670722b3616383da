"""The words that the page of all plans says around its tables."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.matrix.cells import FENCE, FEWEST, NEAR

_FENCE_VI = f"{FENCE:g}".replace(".", ",")
PAGE: dict[str, Message] = {
    "title": Message(
        "Các kế hoạch thực hiện Nghị quyết số 57-NQ/TW đặt cạnh nhau",
        "Action plans for Resolution No. 57-NQ/TW side by side",
    ),
    "about": Message(
        "{plans} kế hoạch; danh mục {catalogue}; tính đến ngày {on}.",
        "{plans} plans; catalogue {catalogue}; as of {on}.",
    ),
    "unread": Message(
        "{count} tệp không tính được, xem cuối trang.",
        "{count} files could not be counted; see the end of the page.",
    ),
    "skip": Message("Đến nội dung chính", "Skip to the content"),
    "sections": Message("Các phần", "Sections"),
    "dark": Message("Nền tối", "Dark"),
    "light": Message("Nền sáng", "Light"),
    "print": Message("In", "Print"),
    "script": Message(
        "Lọc, sắp xếp và các bảng dài cần JavaScript; tệp Excel có đủ mọi bảng.",
        "Filters, sorting and the long tables need JavaScript; the Excel file has all of it.",
    ),
    "coverage": Message(
        "Mỗi ô: phần trăm số nhiệm vụ có phần việc của tỉnh trong đoạn đó mà kế hoạch đã có, kể cả "
        "nhiệm vụ được gộp vào nhiệm vụ của địa phương.",
        "Each cell: the share, in per cent, of the paragraph's sub-tasks for provinces that the "
        "plan takes, those that a local task joins among them.",
    ),
    "keys": Message(
        "Bàn phím: phím mũi tên để đi trong bản đồ, Enter để xem các nhiệm vụ của ô.",
        "Keyboard: arrow keys move in the map, Enter shows the tasks of a cell.",
    ),
    "table": Message("Bản đồ dưới dạng bảng", "The map as a table"),
    "not_asked": Message("không có phần việc", "not asked"),
    "none": Message("không có nhiệm vụ", "takes none"),
    "all_of_it": Message("đủ", "all of it"),
    "deadlines": Message(
        "Đường kẻ: từ thời hạn sớm nhất đến muộn nhất của các kế hoạch; ô đậm: trung vị; vòng tròn:"
        f" khác biệt lớn, tức là cách trung vị hơn {NEAR} ngày và ra ngoài khoảng tứ phân vị hơn"
        f" {_FENCE_VI} lần độ rộng của khoảng đó (xét khi có từ {FEWEST} thời hạn).",
        "Line: from the earliest to the latest deadline over the plans; block: the median; ring: an"
        f" outlier, which lies more than {NEAR} days from the median and more than {FENCE:g}"
        f" interquartile ranges outside the quartiles (told from {FEWEST} deadlines on).",
    ),
    "group": Message("Nhóm {}", "Group {}"),
    "provinces": Message(
        "Từng địa phương, từng đoạn: số nhiệm vụ, cơ quan chủ trì, thời hạn muộn nhất, tình trạng.",
        "Each province, each paragraph: sub-tasks taken, leads, the latest deadline, the status.",
    ),
    "tasks": Message(
        "Nơi nào nhận nhiệm vụ nào: thời hạn, cơ quan chủ trì, tình trạng.",
        "Who took which sub-task: the deadline, the lead, and how it stands.",
    ),
    "targets": Message(
        "Chỉ tiêu của địa phương cạnh chỉ tiêu của Trung ương cùng năm; thứ hạng theo con số, bằng "
        "nhau thì cùng hạng; chỉ tiêu bằng lời không xếp hạng.",
        "Local targets beside the centre's of the same year; ranked by their figures, equal ones "
        "together; targets in words have no rank.",
    ),
    "agencies": Message(
        "Số nhiệm vụ của mọi kế hoạch; cơ quan đã đổi tên, sáp nhập được tính vào cơ quan kế thừa.",
        "Tasks of all plans; bodies that were renamed or merged are counted with their successors.",
    ),
    "names": Message(
        "Cơ quan viết bằng lời hoặc do kế hoạch tự khai, và cơ quan trong danh bạ có thể là nó.",
        "Bodies in free words or declared by a plan, and which of the register may be meant.",
    ),
    "no_names": Message("Không có.", "There are none."),
    "find": Message("Tìm", "Find"),
    "all": Message("tất cả", "all"),
    "reset": Message("Bỏ lọc", "Show all"),
    "more": Message("Xem thêm", "Show more"),
    "shown": Message("Đang hiện", "Shown:"),
    "of": Message("trong", "of"),
}
