"""What the fields of tasks and targets are called in words, within a sentence."""

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
_YEAR = re.compile(r"\d{4}")


def field_words(field: str) -> Message:
    """`thời hạn`, `giá trị năm 2030`: a field by its name in a proposal; empty if unknown."""
    head, _, rest = field.partition("/")
    said = _FIELDS.get(head, Message("", ""))
    if said.vi and _YEAR.fullmatch(rest):
        return Message(f"{said.vi} năm {rest}", f"{said.en} of {rest}")
    return said
