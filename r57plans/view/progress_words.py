"""The words of progress: the classes, the states behind them, what a report says of itself."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.model.progress import Standing

STANDINGS: dict[Standing, Message] = {
    Standing.ON_TIME: Message("Hoàn thành đúng hạn", "Done on time"),
    Standing.LATE: Message("Hoàn thành trễ hạn", "Done late"),
    Standing.RUNNING: Message("Đang thực hiện", "In progress"),
    Standing.OVERDUE: Message("Quá hạn", "Overdue"),
    Standing.NOT_DUE: Message("Chưa đến hạn", "Not yet due"),
    Standing.STANDING: Message("Thường xuyên", "Standing"),
    Standing.UNKNOWN: Message("Chưa có thông tin", "Not reported"),
}

STATES: dict[str, Message] = {
    "not-started": Message("chưa thực hiện", "not started"),
    "running": Message("đang thực hiện", "in progress"),
}

WORDS: dict[str, Message] = {
    "late": Message("{standing} {days} ngày ({day})", "{standing} by {days} ({day})"),
    "on_time": Message("{standing} ({day})", "{standing} ({day})"),
    "overdue": Message("{standing} {days} ngày ({state})", "{standing} by {days} ({state})"),
    "progress": Message("{standing} ({percent}%)", "{standing} ({percent}%)"),
    "product": Message("{product} (số {number}, ngày {day})", "{product} (No. {number}, {day})"),
    "product_numbered": Message("{product} (số {number})", "{product} (No. {number})"),
    "product_dated": Message("{product} ({day})", "{product} ({day})"),
    "of_task": Message("{title}: {text}.", "{title}: {text}."),
    "no_lead": Message("Chưa phân công", "No lead named"),
    "in_year": Message("{value} (năm {year})", "{value} ({year})"),
    "by_day": Message("{value} (đến {day})", "{value} (by {day})"),
    "planned": Message("{year}:", "{year}:"),
    "reached": Message("Đạt", "Reached"),
    "missed": Message("Chưa đạt", "Not reached"),
    "under_way": Message("Đang phấn đấu", "Under way"),
    "of_half": Message(
        "kết quả 6 tháng đầu năm {year} thực hiện {citation}",
        "on the results of the first half of {year} in implementing {citation}",
    ),
    "of_year": Message(
        "kết quả năm {year} thực hiện {citation}",
        "on the results of {year} in implementing {citation}",
    ),
    "up_to": Message(
        "kết quả thực hiện {citation} đến ngày {day}",
        "on the results up to {day} in implementing {citation}",
    ),
    "opening": Message(
        "Thực hiện {parents}, {issuer} báo cáo {subject}, cụ thể như sau:",
        "Implementing {parents}, {issuer} hereby reports {subject}, as follows:",
    ),
    "by_task": Message("Tình hình thực hiện nhiệm vụ", "Progress of tasks"),
    "by_lead": Message(
        "Tình hình thực hiện theo cơ quan chủ trì", "Progress of tasks by lead agency"
    ),
    "several_leads": Message(
        "Nhiệm vụ có nhiều cơ quan chủ trì được tính cho từng cơ quan và chỉ tính một lần ở dòng "
        "tổng cộng, nên tổng các dòng có thể lớn hơn dòng tổng cộng.",
        "A task with several lead agencies counts for each of them, and once in the total; the "
        "rows may therefore add up to more than the total.",
    ),
    "whole": Message("Tổng cộng", "Total"),
    "bars": Message(
        "Biểu đồ số nhiệm vụ của từng nhóm theo tình trạng đến ngày {day}: {groups}.",
        "Chart of the number of tasks of each group by status on {day}: {groups}.",
    ),
    "task": Message("Nhiệm vụ", "Task"),
    "leads": Message("Cơ quan chủ trì", "Lead agency"),
    "products": Message("Sản phẩm yêu cầu", "Product asked for"),
    "result": Message("Kết quả", "Result"),
    "assigned": Message("Văn bản giao việc", "Assigning document"),
    "deadline": Message("Thời hạn", "Deadline"),
    "standing": Message("Tình trạng", "Status"),
    "total": Message("Tổng số", "Total"),
    "number": Message("TT", "No."),
}
