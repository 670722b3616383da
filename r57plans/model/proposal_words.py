"""What the fields of a plan are called in words, within a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from r57plans.findings import Message

_FIELDS: Mapping[str, Message] = {
    "text": Message("nội dung", "text"),
    "title": Message("tên", "name"),
    "name": Message("tên", "name"),
    "leads": Message("cơ quan chủ trì", "lead"),
    "supports": Message("cơ quan phối hợp", "supporting bodies"),
    "requested": Message("cơ quan được đề nghị phối hợp", "bodies requested to coordinate"),
    "in_charge": Message("đồng chí phụ trách", "person in charge"),
    "products": Message("sản phẩm", "products"),
    "deadline": Message("thời hạn", "deadline"),
    "milestones": Message("mốc thực hiện", "milestones"),
    "funding": Message("kinh phí", "funding"),
    "parts": Message("các ý", "parts"),
    "each": Message("từng việc", "single things"),
    "note": Message("ghi chú", "note"),
    "origin": Message("nguồn giao", "origin"),
    "values": Message("giá trị", "value"),
    "baseline": Message("hiện trạng", "baseline"),
    "central": Message("mục tiêu của Trung ương", "central target"),
    "reason": Message("lý do", "reason"),
    "monitor": Message("cơ quan theo dõi", "monitored by"),
    "supplier": Message("nguồn số liệu", "data from"),
    "unit": Message("đơn vị tính", "unit"),
    "number": Message("số", "number"),
    "place": Message("địa danh", "place"),
    "date": Message("ngày", "date"),
}
_SECTIONS: Mapping[str, Message] = {
    "document": Message("thể thức văn bản", "particulars"),
    "documents": Message("thể thức văn bản", "particulars"),
    "context": Message("đặc điểm, tình hình", "context"),
    "sections/purpose": Message("mục đích", "purpose"),
    "sections/requirements": Message("yêu cầu", "requirements"),
    "sections/objective": Message("mục tiêu tổng quát", "general objective"),
    "sections/vision": Message("tầm nhìn", "vision"),
    "target": Message("chỉ tiêu", "target"),
    "group": Message("nhóm nhiệm vụ", "group of tasks"),
    "initiative": Message("sáng kiến, bài toán lớn", "initiatives"),
    "implementation": Message("phân công thực hiện", "duties"),
    "committee": Message("Ban Chỉ đạo", "Steering Committee"),
    "reporting": Message("chế độ báo cáo", "reporting"),
    "flexibility": Message("rà soát, điều chỉnh", "review and adjustment"),
    "funding": Message("kinh phí thực hiện", "funding"),
    "annex": Message("phụ lục", "appendix"),
}
SECTIONS = tuple(_SECTIONS)
"""The beginnings of paths outside of tasks, in the order in which they are printed."""

_PARTS: Mapping[str, Message] = {
    "number": Message("số", "number"),
    "date": Message("ngày", "date"),
    "place": Message("địa danh", "place"),
    "title": Message("tên, trích yếu", "title"),
    "recipients": Message("nơi nhận", "recipients"),
    "signer": Message("người ký", "signer"),
    "head": Message("Trưởng ban", "Head"),
    "deputies": Message("Phó Trưởng ban", "Deputy Heads"),
    "members": Message("ủy viên", "members"),
    "working_rules": Message("chế độ làm việc", "working rules"),
    "council": Message("hội đồng tư vấn", "advisory council"),
}
_YEAR = re.compile(r"\d{4}")


def field_words(field: str) -> Message:
    """`thời hạn`, `giá trị năm 2030`: a field by its name in a proposal; empty if unknown."""
    head, _, rest = field.partition("/")
    said = _FIELDS.get(head, Message("", ""))
    if said.vi and _YEAR.fullmatch(rest):
        return Message(f"{said.vi} năm {rest}", f"{said.en} of {rest}")
    return said


def section_words(path: str) -> Message:
    """`đặc điểm, tình hình`: the part of a plan that a printed path is in; empty if unknown."""
    name = next((n for n in _SECTIONS if path == n or path.startswith(f"{n}/")), "")
    return _SECTIONS.get(name, Message("", ""))


def part_words(path: str) -> Message:
    """`số`, `Trưởng ban`: what a path outside of tasks is within its section; else empty."""
    return next((_PARTS[n] for n in path.split("/")[1:] if n in _PARTS), Message("", ""))


def place_words(path: str) -> Message:
    """`thể thức văn bản, số`: section and part of a path outside of tasks; empty if unknown."""
    section, part = section_words(path), part_words(path)
    vi, en = (", ".join(filter(None, pair)) for pair in zip(section, part, strict=True))
    return Message(vi, en)
