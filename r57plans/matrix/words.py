"""The words of the view across provinces, in both languages."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.matrix.records import Compared, Nature, Taken

TAKEN: dict[Taken, Message] = {
    "own": Message("Có nhiệm vụ", "Taken"),
    "joined": Message("Gộp trong nhiệm vụ khác", "Joined in another task"),
    "omitted": Message("Không đưa vào, có lý do", "Left out, with a reason"),
    "no": Message("Không có", "Not taken"),
}
COMPARED: dict[Compared, Message] = {
    "above": Message("Cao hơn Trung ương", "Above the centre's"),
    "equal": Message("Bằng Trung ương", "Equal to the centre's"),
    "below": Message("Thấp hơn Trung ương", "Below the centre's"),
    "none": Message("Không so sánh được", "Not comparable"),
    "absent": Message("Trung ương không có", "The centre has none"),
}
NATURES: dict[Nature, Message] = {
    "register": Message("Trong danh bạ", "In the register"),
    "declared": Message("Kế hoạch tự khai", "Declared by the plan"),
    "words": Message("Viết bằng lời", "In free words"),
    "post": Message("Chức danh", "A post"),
}
TITLES: dict[str, Message] = {
    "coverage": Message("Mức bao quát", "Coverage"),
    "paragraphs": Message("Theo đoạn", "By paragraph"),
    "provinces": Message("Địa phương theo đoạn", "Province by paragraph"),
    "tasks": Message("Nhiệm vụ", "Tasks"),
    "deadlines": Message("Thời hạn", "Deadlines"),
    "targets": Message("Chỉ tiêu", "Targets"),
    "agencies": Message("Khối lượng theo cơ quan", "Load by body"),
    "names": Message("Cơ quan ngoài danh bạ", "Bodies not in register"),
    "unread": Message("Không đọc được", "Could not be read"),
}
"""Titles of the tables, which are names of sheets as well."""

COLUMNS: dict[str, Message] = {
    "plan": Message("Tệp kế hoạch", "Plan file"),
    "province": Message("Địa phương", "Province"),
    "total": Message("Toàn bộ", "All"),
    "paragraph": Message("Đoạn", "Paragraph"),
    "sub_task": Message("Mã nhiệm vụ", "Sub-task"),
    "title": Message("Nội dung", "Title"),
    "taken": Message("Đưa vào kế hoạch", "Taken"),
    "taken_count": Message("Số nhiệm vụ có", "Sub-tasks taken"),
    "asked_count": Message("Trên tổng số", "Of"),
    "omitted_count": Message("Không đưa vào, có lý do", "Left out, with reasons"),
    "tasks": Message("Nhiệm vụ trong kế hoạch", "Tasks of the plan"),
    "leads": Message("Chủ trì", "Lead"),
    "deadline": Message("Thời hạn", "Deadline"),
    "first": Message("Từ ngày", "First day"),
    "last": Message("Đến ngày", "Last day"),
    "status": Message("Tình trạng", "Status"),
    "plans": Message("Số kế hoạch có", "Plans that take it"),
    "share": Message("Mức bao quát bình quân", "Average coverage"),
    "full": Message("Số kế hoạch đủ mọi nhiệm vụ", "Plans that take all of it"),
    "none": Message("Số kế hoạch không có nhiệm vụ", "Plans that take none"),
    "dated": Message("Có ngày cuối", "With a last day"),
    "undated": Message("Không có ngày cuối", "Without a last day"),
    "earliest": Message("Sớm nhất", "Earliest"),
    "median": Message("Trung vị", "Median"),
    "latest": Message("Muộn nhất", "Latest"),
    "outliers": Message("Khác biệt lớn", "Outliers"),
    "target": Message("Mã chỉ tiêu", "Target"),
    "year": Message("Năm", "Year"),
    "central": Message("Trung ương", "The centre's"),
    "value": Message("Địa phương đặt", "The province's"),
    "compared": Message("So với Trung ương", "Beside the centre's"),
    "gap": Message("Chênh lệch", "Difference"),
    "rank": Message("Thứ hạng", "Rank"),
    "relation": Message("Kế hoạch tự ghi", "As the plan says"),
    "body": Message("Mã cơ quan", "Body"),
    "name": Message("Tên", "Name"),
    "kind": Message("Cách ghi", "How it is named"),
    "lead_count": Message("Số nhiệm vụ chủ trì", "Tasks led"),
    "support_count": Message("Số nhiệm vụ phối hợp", "Tasks supported"),
    "lead_plans": Message("Số địa phương giao chủ trì", "Provinces where it leads"),
    "support_plans": Message("Số địa phương giao phối hợp", "Provinces where it supports"),
    "former": Message("Gồm cả cơ quan trước đây", "With the former bodies"),
    "nearest": Message("Có thể là", "Perhaps meant"),
    "place": Message("Vị trí", "Place"),
    "finding": Message("Lỗi", "What is wrong"),
}
