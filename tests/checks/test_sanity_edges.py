"""Sound plans near the edge of a rule, and unsound ones that are easily missed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from check_builders import findings, pack_of
from plan_builders import plan

from r57plans.load import load_catalogue, load_registers

PACK = pack_of()
Given = dict[str, Any]
STATE: Given = {"issuer": "ubnd", "type": "KH", "date": "2025-05-20"}
COUNCIL: Given = {"issuer": "hdnd", "type": "NQ", "date": "2025-05-20"}
COMMUNE: Given = {"unit": {"type": "xã", "vi": "Mẫu", "en": "Mau"}}
LATER: Given = {"date": "2025-08-15"}


def one(document: Given | None = None, **more: Any) -> Given:
    return {"document": document, "tasks": [{"id": "local-1", "group": "3", **more}]}


def said(words: str, document: Given | None = None) -> Given:
    return {"document": document, "context": [words]}


def free(words: str) -> list[Given]:
    return [{"vi": words}]


def two(*texts: str) -> Given:
    return {
        "tasks": [{"id": f"local-{n}", "group": "3", "text": t} for n, t in enumerate(texts, 1)]
    }


SERVED = load_catalogue().sub_tasks["1.1.9"].indicators[0]
SHORT = "Mở lớp kỹ năng số"
LONG = "Xây dựng kế hoạch chuyển đổi số trong các cơ quan của tỉnh"
BASES = ["Căn cứ Nghị quyết số 71/NQ-CP", "Căn cứ Chương trình hành động số 43-CTr/TU của Tỉnh ủy"]

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
    "a commune may name the province's committee": ("R57-203", {**COMMUNE, **one(
        {"issuer": "ubnd", "type": "KH", "date": "2026-03-10"}, supports=["uy-ban-nhan-dan"])}, 0),
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
    "districts of the past": ("R57-208", said("Năm 2024, các huyện đã số hóa.", LATER), 0),
    "the act that issues the plan has one number, twice in the file": ("R57-247", {
        "document": {**STATE, "cover": {"type": "QĐ", "number": "512"}},
        "documents": {"issuing-decision": {"type": "QĐ", "number": "512", "date": "2025-05"}}}, 0),
    "the Front's name with an abbreviation": (
        "R57-209", one(supports=free("Ủy ban MTTQ Việt Nam tỉnh")), 1),
    "free words for who carries the plan out": (
        "R57-209", {"implementation": [{"bodies": free("Sở KH&CN"), "vi": "Chủ trì"}]}, 1),
    "two short tasks in the same words": ("R57-221", two(SHORT, SHORT), 1),
    "the same plan for another year": ("R57-221", two(f"{LONG} năm 2025", f"{LONG} năm 2026"), 0),
    "what another document counts": (
        "R57-226", said("Nghị quyết số 03/NQ-CP gồm 140 nhiệm vụ."), 0),
    "a total behind another": (
        "R57-226", {**said("Kế hoạch có 1 nhiệm vụ và 5 chỉ tiêu."), **two("A")}, 1),
    "a basis that the catalogue does not know, dated later": (
        "R57-241", {"document": {"parents": [{"number": "9-CTr/TU", "date": "2025-09-28"}]}}, 1),
    "one of the same month": (
        "R57-241", {"document": {"parents": [{"number": "9-CTr/TU", "date": "2025-03"}]}}, 0),
    "a dash for a hyphen": ("R57-245", said("Nghị quyết số 57 – NQ/TW"), 1),
    "the Government's resolution in the list of bases": (
        "R57-249", {"document": {**STATE, "opening": "list", "bases": BASES}}, 0),
    "bases that are not printed": ("R57-249", {"document": {**STATE, "bases": BASES}}, 1),
    "the Party committee's plan in the list of bases": (
        "R57-250", {"document": {**STATE, "opening": "list", "bases": BASES}}, 0),
    "no parents: the resolution is printed by itself": ("R57-021", {"document": {}}, 0),
    "other parents alone": ("R57-021", {"document": {"parents": ["nq71-cp"]}}, 1),
    "the Government's resolution with a slip in its number": (
        "R57-249", {"document": {**STATE, "parents": [{"number": "71-NQ/CP"}]}}, 0),
    "a task for a target that the plan does not set": ("R57-223", one(targets=["tfp"]), 1),
    "a target served by a sub-task that a task joins": ("R57-025", {
        **one(covers=["1.1.9"]), "targets": [{"id": SERVED}]}, 0),
    "English that only lacks a full stop": (
        "R57-264", {"context": [{"vi": "Tỉnh núi.", "en": "tỉnh núi"}]}, 1),
    "an abbreviation explained behind a colon": (
        "R57-271", said("Chuyển đổi số (viết tắt: CĐS); CĐS là"), 0),
    "an abbreviation with its words in brackets": (
        "R57-271", said("Xây dựng CSDL (cơ sở dữ liệu)"), 0),
}  # fmt: skip


@pytest.mark.parametrize("name", EDGES)
def test_a_rule_finds_what_it_should_near_its_edge(name: str) -> None:
    rule, given, count = EDGES[name]
    rest = {key: value for key, value in given.items() if key != "document"}

    found = findings(plan(given.get("document"), **rest), PACK, rule)

    assert len(found) == count


ASKED = (
    "ảng|cấp ủy|chi bộ|tỉnh ủy|Mặt trận|đoàn thể|Hội (?!đồng)|Tòa án|Viện kiểm sát|"
    "Hội đồng nhân dân"
)
ASSIGNED = {
    "can-bo-dang-vien",
    "van-phong-doan-dai-bieu-quoc-hoi-va-hoi-dong-nhan-dan",
    "van-phong-hdnd-va-ubnd-xa",
    "cac-ban-so-nganh-doan-the-tinh",
    "van-phong-dang-ky-dat-dai-tinh",
}


def test_no_body_of_the_register_that_is_only_asked_is_forgotten() -> None:
    settings = next(rule.settings for rule in PACK.rules if rule.id == "R57-204")

    forgotten = {
        agency.id
        for agency in load_registers().agencies
        if re.search(ASKED, agency.vi)
        and agency.side not in (*settings["sides"], "other")
        and agency.id not in settings["bodies"]
    }

    assert forgotten <= ASSIGNED
