"""Sound plans near the edge of a rule, and unsound ones that are easily missed."""

from __future__ import annotations

from typing import Any

import pytest
from check_builders import findings, pack_of
from plan_builders import plan

PACK = pack_of()
Given = dict[str, Any]
STATE: Given = {"issuer": "ubnd", "type": "KH", "date": "2025-05-20"}
COUNCIL: Given = {"issuer": "hdnd", "type": "NQ", "date": "2025-05-20"}
LATER: Given = {"date": "2025-08-15"}


def one(document: Given | None = None, **more: Any) -> Given:
    return {"document": document, "tasks": [{"id": "local-1", "group": "3", **more}]}


def said(words: str, document: Given | None = None) -> Given:
    return {"document": document, "context": [words]}


def free(words: str) -> list[Given]:
    return [{"vi": words}]


EDGES: dict[str, tuple[str, Given, int]] = {
    "a lead written out, the support by its id": (
        "R57-201", one(leads=free("Sở Khoa học và Công nghệ"), supports=["so-khcn"]), 1),
    "two bodies in the same free words": (
        "R57-201", one(leads=free("Hợp tác xã A"), supports=free("Hợp tác xã A")), 1),
    "two bodies in other free words": (
        "R57-201", one(leads=free("Hợp tác xã A"), supports=free("Hợp tác xã B")), 0),
    "a body that supports and is asked as well": (
        "R57-202", one(supports=["mttq"], requested=["mttq"]), 1),
    "the issuer by its short name": ("R57-203", one(supports=free("Tỉnh ủy")), 1),
    "the issuer's office is not the issuer": ("R57-203", one(supports=["van-phong-tinh-uy"]), 0),
    "the Front in free words": ("R57-204", one(
        STATE, leads=free("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh")), 1),
    "party cells are Party bodies": ("R57-204", one(STATE, supports=["cac-to-chuc-co-so-dang"]), 1),
    "the police are of the State": ("R57-204", one(STATE, supports=["cong-an-tinh"]), 0),
    "a council's resolution charges the council": ("R57-204", one(COUNCIL, leads=["hdnd"]), 0),
    "a council's resolution asks the court": (
        "R57-204", one(COUNCIL, leads=["toa-an-nhan-dan-tinh"]), 1),
    "a report that the Front is told to make": ("R57-204", {
        "document": STATE, "reporting": [{"every": "6 tháng", "from": ["mttq"], "to": "ubnd"}]}, 1),
    "an ended body in the older spelling": (
        "R57-207", said("Ban Tuyên giáo Tỉnh uỷ hướng dẫn."), 1),
    "an ended body by its abbreviation": ("R57-207", said("Sở TT&TT, Sở KH&ĐT hướng dẫn."), 2),
    "an abbreviation that names no body": ("R57-207", said("Lĩnh vực TT&TT phát triển."), 0),
    "districts without their committees": (
        "R57-208", said("Các huyện, thành phố triển khai.", LATER), 1),
    "a sentence that says there are no districts": (
        "R57-208", said("Mô hình không tổ chức cấp huyện.", LATER), 0),
    "the Front's name with an abbreviation": (
        "R57-209", one(supports=free("Ủy ban MTTQ Việt Nam tỉnh")), 1),
    "free words for who carries the plan out": (
        "R57-209", {"implementation": [{"bodies": free("Sở KH&CN"), "vi": "Chủ trì"}]}, 1),
}  # fmt: skip


@pytest.mark.parametrize("name", EDGES)
def test_a_rule_finds_what_it_should_near_its_edge(name: str) -> None:
    rule, given, count = EDGES[name]
    rest = {key: value for key, value in given.items() if key != "document"}

    found = findings(plan(given.get("document"), **rest), PACK, rule)

    assert len(found) == count
