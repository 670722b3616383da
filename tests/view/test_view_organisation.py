"""Part IV: who does what, the committee, reporting, review, funding."""

from __future__ import annotations

from plan_builders import plan, see, text_of

from r57plans.view.printed import Joined

COMMITTEE = {
    "head": {"role": "bi-thu"},
    "deputies": [{"role": "pho-bi-thu-thuong-truc", "standing": True}, {"role": "chu-tich-ubnd"}],
    "members": ["truong-ban-to-chuc"],
    "standing_agency": "van-phong-tinh-uy",
    "working_group": {"lead": {"role": "chanh-van-phong"}, "members": ["so-khcn", "cong-an-tinh"]},
    "working_rules": {"vi": "Họp mỗi tháng một lần.", "en": "Meets once a month."},
    "council": {"vi": "Có Hội đồng tư vấn.", "en": "Has an advisory council."},
}


def test_the_committee_is_printed_by_posts_without_names() -> None:
    committee = see(plan(committee=COMMITTEE)).committee

    assert list(map(str, committee.head)) == ["Trưởng ban: đồng chí Bí thư Tỉnh ủy"]
    assert list(map(str, committee.deputies)) == [
        "Phó Trưởng ban Thường trực: đồng chí Phó Bí thư Thường trực Tỉnh ủy",
        "Phó Trưởng ban: đồng chí Chủ tịch Ủy ban nhân dân tỉnh",
    ]
    assert committee.working_group == (
        "Tổ giúp việc do đồng chí Chánh Văn phòng Tỉnh ủy làm Tổ trưởng; thành viên là đại diện "
        "các cơ quan: Sở Khoa học và Công nghệ, Công an tỉnh.",
    )
    assert committee.working_rules == ("Họp mỗi tháng một lần.",)


def test_a_name_is_printed_only_where_the_plan_gives_one() -> None:
    given = {**COMMITTEE, "head": {"role": "bi-thu", "name": "N. V. A."}}

    said = see(plan(committee=given)).committee.head[0]

    assert str(said) == "Trưởng ban: đồng chí N. V. A., Bí thư Tỉnh ủy"


def test_who_sits_on_the_committee_has_the_place_in_the_plan_as_identity() -> None:
    standing = [{"role": "chu-tich-ubnd"}, {"role": "pho-bi-thu-thuong-truc", "standing": True}]

    committee = see(plan(committee={**COMMITTEE, "deputies": standing})).committee

    lines = (*committee.head, *committee.deputies)
    assert [line[1].path for line in lines if isinstance(line, Joined)] == [  # type: ignore[union-attr]
        "committee/head",
        "committee/deputies/1",
        "committee/deputies/0",
    ]
    assert [person.name.path for person in committee.people] == [  # type: ignore[union-attr]
        "committee/head/name",
        "committee/deputies/1/name",
        "committee/deputies/0/name",
        "committee/members/0/name",
    ]


def test_a_plan_without_a_committee_gives_none() -> None:
    assert see(plan()).committee.given is False


def test_a_committee_of_a_head_alone_prints_no_empty_lines() -> None:
    committee = see(plan(committee={"head": {"role": "bi-thu"}})).committee

    assert (committee.standing_agency, committee.working_group, committee.council) == ((), (), ())


def test_duties_name_their_bodies() -> None:
    duty = {"bodies": ["dang-uy-ubnd", "mttq"], "vi": "tuyên truyền", "en": "inform the public"}

    said = see(plan(implementation=[duty])).duties[0]

    assert str(said.bodies).startswith("Đảng ủy Ủy ban nhân dân tỉnh và ")
    assert said.text == "tuyên truyền"


def test_reports_say_how_often_to_whom_and_by_when_in_both_languages() -> None:
    reporting = [
        {"every": "6 tháng", "from": ["so-khcn"], "to": "ban-thuong-vu", "by": ["15/6", "15/12"]}
    ]
    given = plan(reporting=reporting)

    assert text_of(see(given).reporting[0]) == (
        "Định kỳ 6 tháng, Sở Khoa học và Công nghệ báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện "
        "(trước ngày 15/6 và 15/12)."
    )
    assert "(before 15 June and 15 December)" in text_of(see(given, "en").reporting[0])


def test_a_report_s_own_words_are_printed_as_they_are() -> None:
    reporting = [{"every": "năm", "vi": "Báo cáo năm.", "en": "A yearly report."}]

    assert see(plan(reporting=reporting)).reporting == ("Báo cáo năm.",)


def test_review_names_who_may_change_the_plan() -> None:
    rule = {"review": "6 tháng", "changed_by": "ban-thuong-vu"}

    said = text_of(see(plan(flexibility=rule)).flexibility[0])

    assert said.startswith("Định kỳ 6 tháng, tiến độ thực hiện được rà soát")
    assert "Ban Thường vụ Tỉnh ủy xem xét" in said


def test_own_words_on_review_and_funding_are_kept() -> None:
    given = plan(
        flexibility={"vi": "Rà soát khi cần.", "en": "Reviewed as needed."},
        funding={"vi": "Ngân sách tỉnh.", "en": "The provincial budget."},
    )

    assert see(given).flexibility == ("Rà soát khi cần.",)
    assert see(given, "en").funding == ("The provincial budget.",)


def test_sections_left_out_are_empty_so_that_the_template_s_wording_stands() -> None:
    view = see(plan())

    assert (view.purpose, view.funding, view.reporting, view.flexibility) == ((), (), (), ())


def test_bodies_that_the_plan_declares_are_named_as_declared() -> None:
    bodies = [{"id": "local-bql", "vi": "Ban Quản lý Khu kinh tế", "en": "Economic Zone Authority"}]
    tasks = [{"id": "local-1", "group": "3", "text": "x", "leads": ["local-bql"]}]

    row = see(plan(bodies=bodies, tasks=tasks), "en").annexes[0].rows[1]

    assert str(row.cells[2].lines[0]) == "Economic Zone Authority"  # type: ignore[union-attr]


def test_reporting_bodies_take_their_article_and_begin_small_within_the_sentence() -> None:
    reporting = [{"every": "quý", "from": ["so-khcn", "cac-so-ban-nganh"], "to": "ban-thuong-vu"}]
    given = plan(reporting=reporting)

    vi, en = text_of(see(given).reporting[0]), text_of(see(given, "en").reporting[0])

    assert vi.startswith("Định kỳ hằng quý, Sở Khoa học và Công nghệ và các ")
    assert en.startswith("Every quarter, the Department of Science and Technology and ")
    assert "shall report to the Standing Committee" in en


def test_a_declared_body_may_sit_in_the_committee() -> None:
    bodies = [{"id": "local-bql", "vi": "Ban Quản lý Khu kinh tế", "en": "Zone Authority"}]

    committee = see(plan(bodies=bodies, committee={"head": "bi-thu", "members": ["local-bql"]}))

    assert committee.committee.members == ("Ban Quản lý Khu kinh tế",)


def test_a_commune_s_plan_names_its_own_standing_committee_and_steering_committee() -> None:
    unit = {"level": "commune", "type": "xã", "vi": "Mẫu", "en": "Mau"}
    given = plan(
        {"issuer": "dang-uy", "type": "KH", "date": "2026-03"},
        province="khanh-hoa",
        unit=unit,
        reporting=[{"every": "quý", "to": "ban-thuong-vu"}],
        flexibility={"review": "6 tháng", "changed_by": "ban-chi-dao"},
    )

    view, english = see(given), see(given, "en")

    assert "báo cáo Ban Thường vụ Đảng ủy xã kết quả" in text_of(view.reporting[0])
    assert "Ban Chỉ đạo xã về" in text_of(view.flexibility[0])
    assert "to the Standing Committee of the Commune Party Committee" in text_of(
        english.reporting[0]
    )


def test_the_party_keeps_its_capital_within_an_english_sentence() -> None:
    reporting = [{"every": "quý", "from": ["cac-cap-uy-truc-thuoc"], "to": "ban-thuong-vu"}]

    assert "Every quarter, Party" in text_of(see(plan(reporting=reporting), "en").reporting[0])


def test_the_mark_of_a_missing_translation_is_never_capitalised() -> None:
    given = plan(reporting=[{"every": "mỗi kỳ họp"}])

    assert str(see(given, "en").reporting[0]).startswith("[vi] mỗi kỳ họp, ")


def test_a_product_of_a_commune_s_plan_is_issued_by_the_commune() -> None:
    unit = {"level": "commune", "type": "xã", "vi": "Mẫu", "en": "Mau"}
    products = [{"type": "ke-hoach", "issuer": "ubnd"}]
    tasks = [{"id": "1.1.1", "products": products}]
    document = {"issuer": "dang-uy", "type": "KH", "date": "2026-03"}

    row = see(plan(document, province="khanh-hoa", unit=unit, tasks=tasks)).annexes[0].rows[1]

    assert str(row.cells[4].lines[0]) == "Kế hoạch của Ủy ban nhân dân xã Mẫu"  # type: ignore[union-attr]
