"""Each rule on coverage and sanity: a plan that breaks it, and one like it that does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from check_builders import case_of, findings, judged, pack_of
from plan_builders import plan

from r57plans.checks.rules.coverage import local_part
from r57plans.load import load_catalogue, load_plan
from r57plans.model.plan import Plan

PACK = pack_of()
EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples").glob("*/plan.yaml")
    if path.parent.name != "hue-ubnd"  # a few tasks, to show a decision that issues a plan
)
Given = dict[str, Any]

STATE: Given = {"issuer": "ubnd", "type": "KH", "date": "2025-05-20"}
COMMUNE: Given = {
    "unit": {"type": "xã", "vi": "Mẫu", "en": "Mau"},
    "document": {"issuer": "dang-uy", "type": "KH", "date": "2026-03-10"},
}
LATER: Given = {"date": "2025-08-15"}


def task(name: str = "local-1", **more: Any) -> Given:
    return {"id": name, "group": "3", **more}


def one(**more: Any) -> Given:
    return {"tasks": [task(**more)]}


def _whole() -> Given:
    """A task for each paragraph of the catalogue that has a duty for provinces."""
    paragraphs = [local_part(p) for p in load_catalogue().paragraphs()]
    return {"tasks": [{"id": duties[0].id} for duties in paragraphs if duties]}


def _targets(*provincial: str) -> Given:
    known = [t for t in load_catalogue().targets if t.provincial in provincial]
    return {"targets": [{"id": t.id, "values": [{"year": 2030, "value": "1"}]} for t in known]}


def target(**more: Any) -> Given:
    return {"targets": [{"id": "online-public-services", "unit": "%", **more}]}


def at_2030(value: str) -> list[Given]:
    return [{"year": 2030, "value": value}]


LONG = "Xây dựng nền tảng dữ liệu dùng chung của tỉnh phục vụ chỉ đạo, điều hành"
MARK = {"context/0": "00000000"}

PAIRS: dict[str, tuple[Given, Given]] = {
    "R57-101": ({"tasks": [{"id": "1.1.1"}]}, _whole()),
    "R57-102": ({"tasks": [{"id": "1.1.1"}]}, _whole()),
    "R57-103": (
        {"omitted": [{"id": "3.1", "reason": "…"}]},
        {"omitted": [{"id": "3.1", "reason": "Trung ương chủ trì."}]},
    ),
    "R57-104": (
        {"tasks": [{"id": "1.1.1"}], "omitted": [{"id": "1.1", "reason": "Không phù hợp"}]},
        {"tasks": [{"id": "1.1.1"}], "omitted": [{"id": "1.2", "reason": "Không phù hợp"}]},
    ),
    "R57-111": ({"targets": []}, _targets("yes")),
    "R57-112": ({"targets": []}, _targets("share")),
    "R57-113": (
        target(values=at_2030("≥ 60"), relation="lower"),
        target(values=at_2030("≥ 60"), relation="lower", reason="Điểm xuất phát thấp."),
    ),
    "R57-114": (
        target(values=at_2030("≥ 60"), relation="higher"),
        target(values=at_2030("≥ 90"), relation="higher"),
    ),
    "R57-121": (
        {"tasks": [{"id": "5.1.4", "directives": ["D18"], "deadline": "Quý IV/2025"}]},
        {"tasks": [{"id": "5.1.4", "directives": ["D18"], "deadline": "Quý III/2025"}]},
    ),
    "R57-122": (
        {"tasks": [{"id": "5.1.4", "deadline": "2026"}]},
        {"tasks": [{"id": "5.1.4", "deadline": "2026",
                    "milestones": [{"deadline": "9/2025", "vi": "Số hóa xong đất đai"}]}]},
    ),
    "R57-123": (
        {"tasks": []},
        {"tasks": [{"id": "local-1", "directives": ["D05", "D10", "D12", "D18", "D23", "D24",
                                                    "D25"]}]},
    ),
    "R57-201": (
        one(leads=["so-khcn"], supports=["so-khoa-hoc-va-cong-nghe"]),
        one(leads=["so-khcn"], supports=["so-tai-chinh"]),
    ),
    "R57-202": (
        one(supports=["so-khcn", "so-tai-chinh", "so-khoa-hoc-va-cong-nghe"]),
        one(supports=["so-khcn", "so-tai-chinh"]),
    ),
    "R57-203": (one(supports=["ban-thuong-vu"]), one(leads=["ban-thuong-vu"])),
    "R57-204": (
        {"document": STATE, **one(supports=["mttq"])},
        {"document": STATE, **one(requested=["mttq"])},
    ),
    "R57-205": (
        one(supports=["so-thong-tin-va-truyen-thong"]),
        {"document": {"date": "2025-02-10"}, **one(supports=["so-thong-tin-va-truyen-thong"])},
    ),
    "R57-206": (
        one(supports=["ban-xay-dung-dang-xa"]),
        {"document": LATER, **one(supports=["ban-xay-dung-dang-xa"])},
    ),
    "R57-207": (
        one(text="Sở Thông tin và Truyền thông hướng dẫn."),
        one(text="Tiếp nhận hồ sơ do Sở Thông tin và Truyền thông bàn giao."),
    ),
    "R57-208": (
        {"document": LATER, **one(text="Ủy ban nhân dân các huyện triển khai.")},
        {"document": LATER, **one(text="Nhận bàn giao hồ sơ từ cấp huyện.")},
    ),
    "R57-209": (
        one(leads=[{"vi": "Sở KH&CN"}]),
        one(leads=[{"vi": "Hợp tác xã dược liệu"}]),
    ),
    "R57-221": (
        {"tasks": [task(text=LONG), task("local-2", text=f"{LONG}.")]},
        {"tasks": [task(text=LONG), task("local-2", text="Mở lớp tập huấn kỹ năng số cho cán bộ "
                                                          "xã, phường và người dân.")]},
    ),
    "R57-222": (
        {"tasks": [{"id": "1.1.1"}, task(covers=["1.1.1"])]},
        {"tasks": [{"id": "1.1.1"}, task(covers=["1.1.2"])]},
    ),
    "R57-223": (one(), one(enabling=True)),
    "R57-224": (one(enabling=True, targets=["tfp"]), one(targets=["tfp"])),
    "R57-225": (
        one(deadline="Quý II/2025", milestones=[{"deadline": "9/2025"}]),
        one(deadline="Quý IV/2025", milestones=[{"deadline": "9/2025"}]),
    ),
    "R57-226": (
        {"context": ["Kế hoạch gồm 3 nhiệm vụ cụ thể."], **one()},
        {"context": ["Kế hoạch gồm một nhiệm vụ cụ thể."], **one()},
    ),
    "R57-227": (
        {"targets": [{"id": "tfp", "number": "11.1"}, {"id": "hdi", "number": "11.1"}]},
        {"targets": [{"id": "tfp", "number": "11.1"}, {"id": "hdi", "number": "11.10"}]},
    ),
    "R57-241": (
        {"document": {"parents": ["kh02-bcdtw"]}},
        {"document": {"parents": ["kh02-bcdtw"], "date": "2025-06-20"}},
    ),
    "R57-242": (
        {"document": {"parents": [{"number": "45/2025/NĐ-CP"}], **LATER}},
        {"document": {"parents": [{"number": "45/2025/NĐ-CP"}]}},
    ),
    "R57-243": (
        {"document": {"bases": ["Căn cứ Nghị định số 150/2025/NĐ-CP"], "date": "2025-06-20"}},
        {"document": {"bases": ["Căn cứ Nghị định số 150/2025/NĐ-CP"], **LATER}},
    ),
    "R57-244": (
        {"document": {**STATE, "parents": ["nq03-cp"]}},
        {"document": {**STATE, "parents": ["nq03-cp", "nq71-cp"]}},
    ),
    "R57-245": (
        {"context": ["Theo Nghị quyết số 71-NQ/CP của Chính phủ"]},
        {"context": ["Theo Nghị quyết số 71/NQ-CP của Chính phủ"]},
    ),
    "R57-246": ({"document": {"number": "12-CTr/TU"}}, {"document": {"number": "12"}}),
    "R57-247": (
        {"document": {"number": "12", "type": "QĐ"},
         "documents": {"committee-decision": {"type": "QĐ", "number": 12, "date": "2025-03-10"}}},
        {"document": {"number": "12", "type": "CTr"},
         "documents": {"committee-decision": {"type": "QĐ", "number": 12, "date": "2025-03-10"}}},
    ),
    "R57-248": (
        {"document": {"parents": ["nq57", {"number": "57-NQ/TW", "date": "2024-12-22"}]}},
        {"document": {"parents": [{"number": "01-KH/BCĐTW", "date": "2025-03-21"},
                                  {"number": "01-KH/BCĐTW", "date": "2025-06-02"}]}},
    ),
    "R57-249": (
        {"document": {**STATE, "parents": ["nq57"]}},
        {"document": {**STATE, "parents": [{"number": "71/NQ-CP"}]}},
    ),
    "R57-250": (
        {"document": {**STATE, "parents": ["nq57", "nq71-cp"]}},
        {"document": {**STATE, "parents": ["nq71-cp", {"type": "CTr", "title": "về số"}]}},
    ),
    "R57-251": (
        {**COMMUNE},
        {**COMMUNE, "document": {**COMMUNE["document"], "parents": [{"number": "19-CTr/TU"}]}},
    ),
    "R57-261": (
        {"context": ["Tỉnh miền núi"]},
        {"context": [{"vi": "Tỉnh miền núi", "en": "A mountain province"}, "80%"]},
    ),
    "R57-262": (
        {"context": [{"vi": "Tỉnh núi", "en": "A mountain province"}], "english": MARK},
        {"context": [{"vi": "Tỉnh núi", "en": "A mountain province"}]},
    ),
    "R57-263": (
        {"context": ["Tỉnh núi"], "english": MARK},
        {"context": [{"vi": "Tỉnh núi", "en": "A mountain province"}], "english": MARK},
    ),
    "R57-264": (
        {"context": [{"vi": "Tỉnh núi", "en": "Tỉnh núi"}]},
        {"context": [{"vi": "UNESCO", "en": "UNESCO"}, {"vi": "Tỉnh núi", "en": "Hills"}]},
    ),
    "R57-271": (
        {"context": ["Đẩy mạnh CĐS trong cơ quan Đảng"]},
        {"context": ["Chuyển đổi số (CĐS) được đẩy mạnh; CĐS là khóa XIII, GRDP"]},
    ),
    "R57-272": (
        {"context": ["Văn hóa và hoà bình"]},
        {"context": ["Văn hoá và hoà bình"]},
    ),
}  # fmt: skip


def made(given: Given) -> Plan:
    return plan(given.get("document"), **{k: v for k, v in given.items() if k != "document"})


@pytest.mark.parametrize("rule", PAIRS)
def test_a_rule_finds_what_breaks_it_in_both_languages(rule: str) -> None:
    found = findings(made(PAIRS[rule][0]), PACK, rule)

    assert found
    for said in (*(f.message for f in found), *(f.hint for f in found)):
        assert said.vi != said.en
        assert "{" not in said.vi.replace("{id:", "").replace("omitted: [{", "")


@pytest.mark.parametrize("rule", PAIRS)
def test_a_rule_is_silent_where_all_is_well(rule: str) -> None:
    assert findings(made(PAIRS[rule][1]), PACK, rule) == []


def test_every_rule_on_coverage_and_sanity_has_its_pair() -> None:
    assert [rule.id for rule in PACK.rules if rule.id >= "R57-100"] == sorted(PAIRS)


def test_no_rule_on_sanity_refuses_a_plan() -> None:
    assert {rule.level for rule in PACK.rules if rule.id >= "R57-200"} == {"warning", "note"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_leave_nothing_out_and_have_no_slip(path: Path) -> None:
    told = judged(load_plan(path), PACK).told

    found = [t.finding for t in told if t.rule.id >= "R57-100" and t.finding.level != "note"]

    assert [f.text("en") for f in found] == []


def test_a_milestone_that_may_lie_within_the_deadline_is_left() -> None:
    given = one(deadline="Quý III/2025", milestones=[{"deadline": "2025"}])

    assert findings(made(given), PACK, "R57-225") == []


def test_a_group_whose_paragraphs_are_all_left_out_is_accounted_for() -> None:
    paragraphs = [p.id for p in load_catalogue().groups[6].paragraphs]
    omitted = [{"id": name, "reason": "Chưa đủ điều kiện"} for name in paragraphs]

    found = findings(plan(tasks=[{"id": "1.1.1"}], omitted=omitted), PACK, "R57-101")

    assert "7" not in [f.message.en.split()[1] for f in found]
    assert len(found) == 5


def test_communes_take_what_they_can() -> None:
    rules = {t.rule.id for t in judged(made(COMMUNE), PACK).told}

    assert rules.isdisjoint({"R57-101", "R57-102", "R57-111", "R57-112", "R57-123"})


def test_a_target_is_compared_by_its_figures_where_it_says_nothing() -> None:
    lower, higher = (made(target(values=at_2030(value))) for value in ("≥ 60", "≥ 95"))
    in_percent = made(target(values=at_2030("≥ 60%"), unit=None))

    assert len(findings(lower, PACK, "R57-113")) == 1
    assert len(findings(in_percent, PACK, "R57-113")) == 1
    assert findings(higher, PACK, "R57-113") == []


def test_what_is_said_to_be_lower_and_is_higher_is_told_so_and_nothing_else() -> None:
    wrong = made(target(values=at_2030("≥ 95"), relation="lower"))

    assert findings(wrong, PACK, "R57-113") == []
    said = findings(wrong, PACK, "R57-114")[0].message
    assert "cho thấy cao hơn mức Trung ương" in said.vi
    assert "show higher than the centre's" in said.en


def test_a_national_count_is_not_compared_with_a_share_in_it() -> None:
    given = {"id": "digital-enterprises", "values": at_2030("≥ 1")}

    assert findings(plan(targets=[given]), PACK, "R57-113") == []


@pytest.mark.parametrize("relation", ["own", "share"])
def test_a_target_of_the_locality_is_not_below_the_centre(relation: str) -> None:
    given = made(target(values=at_2030("≥ 60"), relation=relation))

    assert findings(given, PACK, "R57-113") == []


def test_a_directive_whose_day_was_over_before_the_plan_is_not_passed() -> None:
    given = {"id": "5.1.4", "directives": ["D18"], "deadline": "2026"}

    assert findings(plan({"date": "2025-12-01"}, tasks=[given]), PACK, "R57-121") == []


@pytest.mark.parametrize(
    "body", ["hoi-dong-nhan-dan", "van-phong-tinh-uy", "hoi-nong-dan", "toa-an-nhan-dan-tinh"]
)
def test_a_party_document_may_assign_what_a_state_document_only_asks(body: str) -> None:
    given = one(leads=[body])

    assert findings(made(given), PACK, "R57-204") == []
    assert len(findings(made({"document": STATE, **given}), PACK, "R57-204")) == 1


def test_a_duty_that_asks_the_front_is_no_assignment() -> None:
    asked, told = ([{"bodies": ["mttq"], "vi": vi}] for vi in ("Đề nghị phối hợp", "Chủ trì"))

    assert findings(plan(STATE, implementation=asked), PACK, "R57-204") == []
    assert len(findings(plan(STATE, implementation=told), PACK, "R57-204")) == 1


def test_a_body_that_ended_is_told_with_the_one_that_took_its_place() -> None:
    found = findings(made(PAIRS["R57-205"][0]), PACK, "R57-205")[0]

    assert "Sở Khoa học và Công nghệ" in found.message.vi
    assert found.place.path == "tasks/0/supports/0"


def test_the_district_level_ends_with_june_2025() -> None:
    given = one(supports=["ubnd-cap-huyen"], text="Ủy ban nhân dân cấp huyện thực hiện.")
    before, after = made(given), made({"document": {"date": "2025-07-01"}, **given})

    assert findings(before, PACK, "R57-205") == findings(before, PACK, "R57-208") == []
    assert "cấp xã" in findings(after, PACK, "R57-205")[0].message.vi
    assert len(findings(after, PACK, "R57-208")) == 1


def test_a_name_that_a_living_body_begins_with_is_no_ended_one() -> None:
    given = one(text="Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn tuyên truyền.")

    assert findings(made(given), PACK, "R57-207") == []


def test_two_spellings_of_one_body_in_free_words_are_told() -> None:
    names = ({"vi": "Ban Quản lý Khu du lịch"}, {"vi": "BQL Khu du lịch tỉnh"})
    tasks = [task(f"local-{n}", supports=[name]) for n, name in enumerate(names, 1)]

    found = findings(plan(tasks=tasks), PACK, "R57-209")

    assert [f.place.path for f in found] == ["tasks/1/supports/0"]


def test_a_body_of_another_level_is_another_body() -> None:
    names = ({"vi": "UBND xã"}, {"vi": "Ủy ban nhân dân các huyện"})
    commune = {**COMMUNE, **one(supports=[{"vi": "Hội Nông dân huyện"}])}

    assert findings(made(one(supports=names)), PACK, "R57-209") == []
    assert findings(made(commune), PACK, "R57-209") == []
    assert len(findings(made(one(supports=[{"vi": "UBND tỉnh Cao Bằng"}])), PACK, "R57-209")) == 1


def test_a_declared_body_with_its_full_local_name_stays() -> None:
    own = {"id": "local-bql", "vi": "Ban Quản lý Khu kinh tế, khu công nghiệp tỉnh Cao Bằng"}
    same = {"id": "local-bql", "vi": "Ban Quản lý Khu kinh tế, khu công nghiệp tỉnh"}

    assert findings(plan(bodies=[own]), PACK, "R57-209") == []
    assert len(findings(plan(bodies=[same]), PACK, "R57-209")) == 1


def test_a_body_declared_twice_is_told_and_so_are_free_words_for_a_declared_one() -> None:
    bodies = [{"id": "local-a", "vi": "Ban Quản lý Khu du lịch"},
              {"id": "local-b", "vi": "BQL Khu du lịch tỉnh"}]  # fmt: skip
    free = one(leads=[{"vi": "Ban Quản lý Khu du lịch"}])

    found = findings(plan(bodies=bodies, **free), PACK, "R57-209")

    assert [f.place.path for f in found] == ["bodies/1", "tasks/0/leads/0"]
    assert "local-a" in found[1].message.vi


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Kế hoạch xác định 2 chỉ tiêu cao hơn Trung ương.", 1),
        ("Kế hoạch xác định 1 chỉ tiêu cao hơn Trung ương.", 0),
        ("Kế hoạch có 5 chỉ tiêu.", 1),
        ("Chính phủ giao 140 nhiệm vụ; kế hoạch chọn 3 nhiệm vụ trọng tâm.", 0),
    ],
)
def test_totals_are_counted_by_what_they_speak_of(said: str, count: int) -> None:
    given = plan(context=[said], **target(values=at_2030("≥ 90"), relation="higher"))

    assert len(findings(given, PACK, "R57-226")) == count


def test_a_total_of_a_group_may_be_that_of_the_group() -> None:
    groups = [{"id": "a", "vi": "Chung", "prose": ["Nhóm này gồm 2 nhiệm vụ."]},
              {"id": "b", "vi": "Riêng", "prose": ["Nhóm này gồm 2 nhiệm vụ."]}]  # fmt: skip
    tasks = [{"id": f"local-{n}", "group": "a" if n < 3 else "b"} for n in (1, 2, 3)]

    found = findings(plan(groups=groups, tasks=tasks), PACK, "R57-226")

    assert [f.place.path for f in found] == ["groups/1/prose/0"]


def test_beyond_forty_texts_without_english_are_told_as_one() -> None:
    found = findings(plan(context=[f"Đoạn thứ {n}" for n in range(41)]), PACK, "R57-261")

    assert [f.message.en for f in found] == ["There is no English yet: “context/0 … (41/41)”."]


def test_what_is_never_printed_needs_no_english() -> None:
    given = plan(omitted=[{"id": "3.1", "reason": "Không phù hợp"}], tasks=[task(note="Chờ")])

    assert findings(given, PACK, "R57-261") == []


def test_the_case_of_an_unknown_document_rests_on_nothing() -> None:
    given = plan({"parents": [{"number": "9999/KH-UBND"}, "nq57"]})

    assert {t.rule.id for t in judged(given, PACK).told}.isdisjoint(
        {"R57-241", "R57-242", "R57-243", "R57-245", "R57-248"}
    )
    assert case_of(given).is_party
