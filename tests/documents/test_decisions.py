"""The decision on the steering committee, and the one that issues the plan as its attachment."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan
from printed_lines import body_of, lines

from r57plans.documents import build, template_file
from r57plans.errors import RefusedError
from r57plans.findings import Language
from r57plans.model.plan import Plan
from r57plans.word.manifest import read_manifest
from r57plans.word.xml import w

COMMITTEE: dict[str, Any] = {
    "head": "bi-thu",
    "deputies": ["chu-tich-ubnd", {"role": "pho-bi-thu-thuong-truc", "standing": True}],
    "members": ["truong-ban-to-chuc", {"role": "chanh-van-phong", "name": "Họ Và Tên"}],
}
STATE = {"issuer": "ubnd", "type": "KH"}
TASKS = [{"id": "1.1.1", "leads": ["so-khcn"]}]


def decision(given: Plan, language: Language = "vi") -> list[str]:
    return lines(given, "committee-decision", language)


def particulars(**more: Any) -> dict[str, Any]:
    return {"committee-decision": {"type": "QĐ", "date": "2025-03-14", **more}}


def starting(said: list[str], *starts: str) -> list[str]:
    return [line for line in said if line.startswith(starts)]


def refused(given: Plan, document: str) -> list[tuple[str, str]]:
    with pytest.raises(RefusedError) as error:
        build(given, ["vi"], [document])
    return [(f.rule, f.place.path) for f in error.value.report]


def test_a_committee_stands_in_the_order_of_its_posts_the_standing_deputy_first() -> None:
    said = decision(plan(committee=COMMITTEE))

    assert starting(said, "1.", "2.", "3.", "4.", "5.") == [
        "1. Đồng chí Bí thư Tỉnh ủy - Trưởng ban;",
        "2. Đồng chí Phó Bí thư Thường trực Tỉnh ủy - Phó Trưởng ban Thường trực;",
        "3. Đồng chí Chủ tịch Ủy ban nhân dân tỉnh - Phó Trưởng ban;",
        "4. Đồng chí Trưởng Ban Tổ chức Tỉnh ủy - Ủy viên;",
        "5. Đồng chí Họ Và Tên, Chánh Văn phòng Tỉnh ủy - Ủy viên.",
    ]


def test_a_plan_without_a_committee_gives_no_decision_on_it() -> None:
    assert refused(plan(), "committee-decision") == [("build.lacking", "committee")]


def test_a_decision_has_four_articles() -> None:
    said = decision(plan(committee=COMMITTEE)), decision(plan(committee=COMMITTEE), "en")

    assert [line[:7] for line in starting(said[0], "Điều")] == [f"Điều {n}." for n in range(1, 5)]
    assert [line[:10] for line in starting(said[1], "Article")] == [
        f"Article {n}." for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    ("members", "composition", "appended"),
    [(12, None, False), (13, None, True), (13, "list", False), (1, "appendix", True)],
)
def test_a_long_composition_is_an_appendix_unless_the_plan_says_how_it_is(
    members: int, composition: str | None, appended: bool
) -> None:
    committee = {**COMMITTEE, "members": ["giam-doc-so"] * members, "composition": composition}

    said = decision(plan(committee=committee))

    assert bool(starting(said, "1. Đồng chí")) is not appended
    assert ("DANH SÁCH" in said) is appended
    assert any(f"gồm {members + 3} đồng chí" in line for line in said) is appended
    named = "có tên trong danh sách kèm theo" if appended else "có tên tại Điều 1"
    assert any(named in line for line in said)


def test_the_usual_bases_stand_where_the_plan_gives_none() -> None:
    said = starting(decision(plan(committee=COMMITTEE)), "- Căn cứ", "- Xét")

    assert said[0] == "- Căn cứ Điều lệ Đảng;"
    assert said[2].startswith("- Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024")
    assert said[3] == "- Xét đề nghị của Ban Tổ chức và Văn phòng Tỉnh ủy,"
    assert len(said) == 4


def test_the_plan_s_own_bases_take_their_place() -> None:
    own = particulars(parents=["nq57"], bases=["Xét Tờ trình của Ban Tổ chức"])

    said = starting(decision(plan(committee=COMMITTEE, documents=own)), "- Căn cứ", "- Xét")

    assert [line[:20] for line in said] == ["- Căn cứ Nghị quyết ", "- Xét Tờ trình của B"]
    assert said[1].endswith(",")


def test_the_former_committee_is_named_in_article_4() -> None:
    former = {"type": "QĐ", "title": "về việc thành lập Ban Chỉ đạo chuyển đổi số tỉnh"}
    own = particulars(replaces=[former])

    said = decision(plan(committee=COMMITTEE, documents=own))
    place = next(n for n, line in enumerate(said) if line.startswith("Điều 4"))

    assert said[place + 1] == (
        "Quyết định này thay thế Quyết định của Tỉnh ủy Cao Bằng về việc thành lập Ban Chỉ đạo "
        "chuyển đổi số tỉnh."
    )


def test_what_the_plan_says_of_agency_group_and_rules_stands_in_articles_2_and_3() -> None:
    committee = {
        **COMMITTEE,
        "standing_agency": "so-khcn",
        "working_group": {"lead": "chanh-van-phong"},
        "working_rules": "Họp hằng tháng.",
    }

    said = decision(plan(committee=committee))

    assert "Họp hằng tháng." in said
    assert starting(said, "Sở Khoa học và Công nghệ là cơ quan thường trực của Ban Chỉ đạo. Cơ")
    assert starting(said, "Tổ giúp việc do đồng chí Chánh Văn phòng Tỉnh ủy làm Tổ trưởng.")


def test_the_number_of_a_decision_is_its_own_and_so_is_its_identity() -> None:
    given = plan({"number": "12"}, committee=COMMITTEE, documents=particulars(number="05"))

    data = build(given, ["vi"], ["committee-decision"]).files[0].data

    manifest = read_manifest(data)
    assert manifest is not None
    assert manifest.facts.document == "committee-decision"
    assert dict(manifest.printed)["documents/committee-decision/number"] == "05"
    assert "document/number" not in dict(manifest.printed)
    assert "Số 05-QĐ/TU" in lines(given, "committee-decision")


def test_a_state_plan_s_committee_is_set_up_by_the_party_committee() -> None:
    said = decision(plan(STATE, committee=COMMITTEE))

    assert "TỈNH ỦY CAO BẰNG" in said
    assert "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH" in said
    assert refused(
        plan(STATE, committee=COMMITTEE, documents=particulars(issuer="ubnd")),
        "committee-decision",
    ) == [("build.document-issuer", "documents/committee-decision/issuer")]


def test_an_english_decision_says_that_it_is_a_translation() -> None:
    said = decision(plan(committee=COMMITTEE), "en")

    assert said[0] == "Unofficial translation"
    assert starting(said, "2. Standing Deputy Secretary of the Provincial Party Committee –")


def test_an_issued_decision_without_a_number_is_refused_with_its_place() -> None:
    given = plan(committee=COMMITTEE, documents=particulars(status="issued"))

    assert refused(given, "committee-decision") == [
        ("build.required", "documents/committee-decision/number")
    ]


def test_a_plan_with_a_number_of_its_own_is_issued_by_no_decision() -> None:
    assert refused(plan(STATE, tasks=TASKS), "issuing-decision") == [("build.lacking", "document")]


@pytest.mark.parametrize(
    "more",
    [
        {"document": {**STATE, "cover": {"type": "QĐ", "number": "512", "date": "2025-04-02"}}},
        {
            "document": STATE,
            "documents": {"issuing-decision": {"type": "QĐ", "number": "512",
                                               "date": "2025-04-02"}},
        },
        {
            "document": {**STATE, "cover": {"type": "QĐ"}},
            "documents": {"issuing-decision": {"type": "QĐ", "number": "512",
                                               "date": "2025-04-02"}},
        },
    ],
)  # fmt: skip
def test_the_act_and_its_attachment_agree_wherever_the_number_is_given(
    more: dict[str, Any],
) -> None:
    given = plan(tasks=TASKS, **more)

    act, attachment = lines(given, "issuing-decision"), lines(given, "action-plan")

    assert "Số: 512/QĐ-UBND" in act
    assert (
        "(Kèm theo Quyết định số 512/QĐ-UBND ngày 02 tháng 4 năm 2025 của Ủy ban nhân dân tỉnh "
        "Cao Bằng)"
    ) in attachment
    assert not starting(attachment, "Số:", "TM.", "Nơi nhận", "CỘNG HÒA")


def test_an_act_that_is_given_twice_and_differently_is_refused() -> None:
    cover = {"type": "QĐ", "number": "512"}
    act = {"type": "QĐ", "number": "513", "date": "2025-04"}

    found = refused(
        plan({**STATE, "cover": cover}, tasks=TASKS, documents={"issuing-decision": act}),
        "issuing-decision",
    )

    assert found == [("build.two-covers", "documents/issuing-decision/number")]


def test_a_state_decision_has_the_decree_s_form() -> None:
    said = lines(plan({**STATE, "cover": {"type": "QĐ"}}, tasks=TASKS), "issuing-decision")

    order = [
        "QUYẾT ĐỊNH",
        "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;",
        "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.",
        "QUYẾT ĐỊNH:",
    ]
    places = [len(said) - said[::-1].index(line) for line in order]
    assert places == sorted(places)
    assert starting(said, "Về việc ban hành Kế hoạch thực hiện")
    assert starting(said, "Điều 3.")[0].endswith("Quyết định này./.")


@pytest.mark.parametrize(
    ("day", "law"),
    [
        ("2025-02-10", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        ("2025-07-10", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
    ],
)
def test_a_state_decision_rests_on_the_law_of_its_day(day: str, law: str) -> None:
    given = plan({**STATE, "date": day, "cover": {"type": "QĐ"}}, tasks=TASKS)

    assert law in lines(given, "issuing-decision")


def test_the_plan_follows_its_decision_in_the_same_file_with_sections_of_its_own() -> None:
    given = plan({**STATE, "cover": {"type": "QĐ"}}, tasks=TASKS)

    alone, whole = lines(given, "action-plan"), lines(given, "issuing-decision")
    data = build(given, ["vi"], ["issuing-decision"]).files[0].data

    assert whole[-len(alone) :] == alone
    starts = [e.get(w("start")) for e in body_of(data).iter(w("pgNumType"))]
    assert starts == ["1"] * 4


def test_a_decision_and_its_attachment_are_read_back_from_one_file() -> None:
    given = plan({**STATE, "cover": {"type": "QĐ"}}, tasks=TASKS)

    data = build(given, ["vi"], ["issuing-decision"]).files[0].data

    manifest = read_manifest(data)
    numbers = [e.get(w("id")) for e in body_of(data).iter(w("bookmarkStart"))]
    assert manifest is not None
    assert {"documents/issuing-decision/number", "task/1.1.1/leads/0"} <= set(
        dict(manifest.printed)
    )
    assert len(numbers) == len(set(numbers)) > 1


def test_what_the_attachment_lacks_stops_the_decision() -> None:
    document = {**STATE, "cover": {"type": "QĐ"}, "status": "signing"}

    assert ("build.required", "tasks") in refused(plan(document), "issuing-decision")


def test_a_template_of_ones_own_gives_the_decision_alone() -> None:
    given = plan({**STATE, "cover": {"type": "QĐ"}}, tasks=TASKS)
    template = template_file("issuing-decision", "vi", "state")

    data = build(given, ["vi"], ["issuing-decision"], template=template).files[0].data

    assert len(list(body_of(data).iter(w("sectPr")))) == 1


def test_a_number_that_act_and_attachment_share_is_told_to_be_blank_once() -> None:
    given = plan({**STATE, "cover": {"type": "QĐ"}}, tasks=TASKS)

    told = [
        [f.message.en for f in build(given, ["vi"], [document]).report if "number" in f.message.en]
        for document in ("action-plan", "issuing-decision", "all")
    ]

    assert told[0] == ["still blank: the document's number"]
    assert told[1] == ["still blank: the document's number (issuing-decision)"]
    assert told[2] == [*told[1], "still blank: the document's number (submission)"]
