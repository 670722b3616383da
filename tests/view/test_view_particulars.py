"""What stands around the text: letterhead, number, date, opening, recipients, signature."""

from __future__ import annotations

import pytest
from plan_builders import plan, see, text_of

from r57plans.view.printed import Printed


def test_a_provincial_committee_has_no_superior_line_and_prints_its_name_in_capitals() -> None:
    document = see(plan()).document

    assert (document.superior, document.issuer) == ("", "TỈNH ỦY CAO BẰNG")


def test_a_city_prints_thanh_uy() -> None:
    view = see(plan({"issuer": "thanh-uy"}, province="da-nang"))

    assert view.document.issuer == "THÀNH ỦY ĐÀ NẴNG"
    assert view.unit.name == "thành phố Đà Nẵng"


def test_a_commune_prints_the_superior_line_and_its_own_symbol() -> None:
    unit = {"level": "commune", "type": "xã", "vi": "Công Hải", "en": "Cong Hai"}
    document = {"issuer": "dang-uy", "type": "KH", "date": "2026-03"}
    commune = plan(document, province="khanh-hoa", unit=unit)

    vi, en = see(commune).document, see(commune, "en").document

    assert text_of(vi.superior) == "ĐẢNG BỘ TỈNH KHÁNH HÒA"
    assert text_of(vi.issuer) == "ĐẢNG ỦY XÃ CÔNG HẢI"
    assert text_of(vi.number) == "Số      -KH/ĐU"
    assert text_of(en.issuer) == "CONG HAI COMMUNE PARTY COMMITTEE"


@pytest.mark.parametrize(
    ("document", "vi", "en"),
    [
        ({}, "Số      -CTr/TU", "No.      -CTr/TU"),
        ({"number": 5}, "Số 05-CTr/TU", "No. 05-CTr/TU"),
        ({"number": 12, "symbol": "KHHĐ/TU"}, "Số 12-KHHĐ/TU", "No. 12-KHHĐ/TU"),
        ({"number": 12, "status": "signing"}, "Số      -CTr/TU", "No.      -CTr/TU"),
        (
            {"issuer": "ubnd", "type": "KH", "number": 12},
            "Số: 12/KH-UBND",
            "No. 12/KH-UBND",
        ),
    ],
)
def test_the_number_is_written_as_the_layout_writes_it(
    document: dict[str, object], vi: str, en: str
) -> None:
    given = plan(document)

    assert text_of(see(given).document.number) == vi
    assert text_of(see(given, "en").document.number) == en


def test_the_day_stays_blank_until_the_document_is_signed() -> None:
    signing = see(plan({"status": "signing"})).document
    draft = see(plan({"date": "2025-03"})).document

    assert text_of(signing.place_date) == "Cao Bằng, ngày     tháng 3 năm 2025"
    assert text_of(draft.place_date) == "Cao Bằng, ngày     tháng 3 năm 2025"


def test_an_issued_document_prints_its_day_and_the_place_it_names() -> None:
    document = {"status": "issued", "number": 12, "place": {"vi": "Hạ Long", "en": "Ha Long"}}

    vi, en = see(plan(document)).document, see(plan(document), "en").document

    assert text_of(vi.place_date) == "Hạ Long, ngày 28 tháng 3 năm 2025"
    assert text_of(en.place_date) == "Ha Long, 28 March 2025"


def test_only_a_draft_says_that_it_is_one() -> None:
    assert see(plan({"draft_no": 2})).document.draft == "DỰ THẢO LẦN 2"
    assert see(plan({"draft_no": 2}), "en").document.draft == "SECOND DRAFT"
    assert see(plan({"draft_no": 2, "status": "signing"})).document.draft == ""


def test_a_party_plan_opens_with_one_paragraph_that_names_its_parents() -> None:
    opening = text_of(see(plan({"parents": ["nq57"]})).document.opening)

    assert opening.startswith("Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị")
    assert opening.endswith(
        "Ban Thường vụ Tỉnh ủy ban hành Chương trình hành động, cụ thể như sau:"
    )


def test_a_parent_is_cited_by_what_is_known_of_it() -> None:
    plan_of_province = {"type": "CTr", "title": {"vi": "về chuyển đổi số", "en": "on data"}}
    given = plan({"parents": ["hd05-vptw", plan_of_province]})

    vi = text_of(see(given).document.opening)
    en = text_of(see(given, "en").document.opening)

    assert "Hướng dẫn số 05-HD/VPTW của Văn phòng Trung ương Đảng" in vi
    assert "Chương trình hành động của Tỉnh ủy Cao Bằng về chuyển đổi số" in vi
    assert "No. 05-HD/VPTW of the Party Central Office" in en
    assert "the Action Programme of the Cao Bang Provincial Party Committee on data" in en


def test_a_document_that_its_type_names_in_full_is_cited_without_repeating_it() -> None:
    given = plan({"parents": ["dieu-le-dang", "qc01-bcdtw", "nq60-tw"]})

    opening = text_of(see(given).document.opening)

    assert "Thực hiện Điều lệ Đảng Cộng sản Việt Nam; Quy chế làm việc số 01-QC/BCĐTW" in opening
    assert "ngày 12/4/2025 của Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII, " in (
        opening
    )


def test_a_subject_begins_small_in_party_documents_and_with_a_capital_in_state_ones() -> None:
    title = {"vi": "thực hiện Nghị quyết", "en": "implementing the Resolution"}

    party, state = see(plan({"title": title})), see(plan({"issuer": "ubnd", "title": title}))

    assert party.document.subject == "thực hiện Nghị quyết"
    assert state.document.subject == "Thực hiện Nghị quyết"
    assert state.document.subject.path == "document/title"  # type: ignore[union-attr]


def test_a_list_of_bases_is_punctuated_as_each_layout_does() -> None:
    listed = {
        "opening": "list",
        "bases": [{"vi": "Xét đề nghị của Văn phòng;", "en": "At the proposal of the Office"}],
    }

    party = [text_of(line) for line in see(plan(listed)).document.bases]
    state = [
        text_of(x) for x in see(plan({**listed, "issuer": "ubnd", "type": "KH"})).document.bases
    ]

    assert party[0].startswith("- Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024")
    assert [line[-1] for line in party] == [";", ","]
    assert state[0].startswith("Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024")
    assert [line[-1] for line in state] == [";", "."]


def test_recipients_end_with_the_archive_and_change_punctuation_with_the_rules_of_2026() -> None:
    recipients = {"recipients": [{"vi": "Văn phòng Trung ương Đảng", "en": "Central Office"}]}

    old = see(plan(recipients)).recipients
    new = see(plan({**recipients, "date": "2026-03"})).recipients
    state = see(plan({**recipients, "issuer": "ubnd", "type": "KH"})).recipients

    assert list(map(str, old)) == ["- Văn phòng Trung ương Đảng,", "- Lưu Văn phòng Tỉnh ủy."]
    assert str(new[0]) == "- Văn phòng Trung ương Đảng;"
    assert list(map(str, state)) == ["- Văn phòng Trung ương Đảng;", "- Lưu: VT."]


def test_the_party_signs_with_a_slash_and_a_deputy_without_deputising() -> None:
    signer = {"signer": {"authority": "ban-thuong-vu", "role": "pho-bi-thu"}}

    signature = see(plan(signer)).signature

    assert signature.authority == "T/M BAN THƯỜNG VỤ"
    assert (signature.deputising, signature.role) == ("", "PHÓ BÍ THƯ")


def test_a_vice_chairman_signs_for_the_chairman() -> None:
    document = {
        "issuer": "ubnd",
        "type": "KH",
        "signer": {"authority": "uy-ban-nhan-dan", "role": "pho-chu-tich-ubnd"},
    }

    vi, en = see(plan(document)).signature, see(plan(document), "en").signature

    assert (vi.authority, vi.deputising) == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert vi.role == "PHÓ CHỦ TỊCH"
    assert en.authority == "ON BEHALF OF THE PEOPLE'S COMMITTEE"
    assert en.deputising == "FOR THE CHAIRMAN"


def test_english_says_that_it_is_unofficial_and_is_signed_only_once_issued() -> None:
    issued = plan({"status": "issued", "number": 12})

    assert see(issued, "en").document.unofficial == "Unofficial translation"
    assert see(issued, "en").signature.signed == "(Signed)"
    assert see(issued).signature.signed == ""
    assert see(plan(), "en").signature.signed == ""


def test_an_attachment_names_the_act_that_issues_it_with_its_blanks() -> None:
    document = see(plan({"cover": {"type": "QĐ"}})).document

    assert document.letterhead is False
    assert text_of(document.attached) == (
        "(kèm theo Quyết định số      -QĐ/TU, ngày 28 tháng 3 năm 2025 của Ban Thường vụ Tỉnh ủy)"
    )


def test_what_a_plan_replaces_is_said_with_the_committee_of_its_province() -> None:
    replaces = [{"number": "309-KH/TU", "date": "2025-05-23", "province": "da-nang"}]
    document = {"issuer": "thanh-uy", "type": "KH", "date": "2025-08-01", "replaces": replaces}

    said = see(plan(document, province="da-nang")).flexibility

    assert text_of(said[0]) == (
        "Kế hoạch này thay thế Kế hoạch số 309-KH/TU, ngày 23/5/2025 của Thành ủy Đà Nẵng."
    )


def test_an_alias_of_a_parent_is_declared() -> None:
    parents = [{"id": "nq57", "alias": {"vi": "Nghị quyết 57", "en": "Resolution 57"}}]

    opening = text_of(see(plan({"parents": parents})).document.opening)

    assert "(sau đây gọi là Nghị quyết 57)" in opening


def test_urgency_is_printed_in_capitals() -> None:
    assert see(plan({"marks": {"urgency": "hoa-toc"}})).document.urgency == "HỎA TỐC"


def test_a_letterhead_never_breaks_within_the_unit_s_name() -> None:
    document = {"issuer": "ubnd", "type": "KH"}

    assert see(plan(document, province="lang-son")).document.issuer == (
        "ỦY BAN NHÂN DÂN TỈNH\xa0LẠNG\xa0SƠN"
    )


def test_number_place_and_date_carry_their_identity() -> None:
    document = see(plan({"number": 12})).document

    pieces = [p for line in (document.number, document.place_date) for p in line]
    paths = [p.path for p in pieces if isinstance(p, Printed)]

    assert paths == ["document/number", "document/place", "document/date"]


def test_a_cover_of_another_issuer_and_date_is_named_as_given() -> None:
    cover = {"type": "QĐ", "issuer": "ubnd", "number": "512", "date": "2025-04-02"}
    document = {"issuer": "hdnd", "type": "KH", "cover": cover}

    attached = text_of(see(plan(document)).document.attached)

    assert attached == (
        "(Kèm theo Quyết định số 512/QĐ-UBND ngày 02 tháng 4 năm 2025 của "
        "Ủy ban nhân dân tỉnh Cao Bằng)"
    )


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        ("63/KH-UBND", "Kế hoạch số 63/KH-UBND, ngày 01/3/2025 của Ủy ban nhân dân tỉnh Cao Bằng",
         "the People's Committee of Cao Bang Province"),
        ("24/NQ-HĐND", "của Hội đồng nhân dân tỉnh Cao Bằng", "the People's Council of"),
        ("03/NQ-CP", "của Chính phủ", "of the Government"),
        ("12-KH/TU", "của Tỉnh ủy Cao Bằng", "of the Cao Bang Provincial Party Committee"),
        ("02-KH/BCĐ", "của Ban Chỉ đạo tỉnh", "of the Provincial Steering Committee"),
    ],
)  # fmt: skip
def test_a_cited_document_without_an_issuer_has_the_one_that_its_number_names(
    number: str, vi: str, en: str
) -> None:
    given = plan({"replaces": [{"number": number, "date": "2025-03-01"}]})

    assert vi in text_of(see(given).flexibility[-1])
    assert en in text_of(see(given, "en").flexibility[-1])


@pytest.mark.parametrize("number", ["01-KH/BCĐTW", "08-KH/ĐU", "484/KH-XYZ"])
def test_an_issuer_that_the_number_does_not_settle_is_left_out(number: str) -> None:
    given = plan({"replaces": [{"number": number, "date": "2025-03-01"}]})

    said = text_of(see(given).flexibility[-1])

    assert said == f"Chương trình hành động này thay thế Kế hoạch số {number}, ngày 01/3/2025."


def test_in_a_commune_a_party_number_is_its_own_and_a_state_number_might_be_either() -> None:
    unit = {"type": "xã", "vi": "Công Hải", "en": "Cong Hai"}
    replaced = [
        {"number": "5-KH/ĐU", "date": "2025-09-01"},
        {"number": "7/KH-UBND", "date": "2025-09-01"},
        {"number": "8/KH-UBND", "date": "2025-09-01", "province": "khanh-hoa"},
        {"number": "9-KH/TU", "date": "2025-09-01"},
    ]
    document = {"issuer": "dang-uy", "type": "KH", "date": "2025-10", "replaces": replaced}

    said = text_of(see(plan(document, province="khanh-hoa", unit=unit)).flexibility[-1])

    assert said.removeprefix("Kế hoạch này thay thế ").split("; ") == [
        "Kế hoạch số 5-KH/ĐU, ngày 01/9/2025 của Đảng ủy xã Công Hải",
        "Kế hoạch số 7/KH-UBND, ngày 01/9/2025",
        "Kế hoạch số 8/KH-UBND, ngày 01/9/2025 của Ủy ban nhân dân tỉnh Khánh Hòa",
        "Kế hoạch số 9-KH/TU, ngày 01/9/2025 của Tỉnh ủy Khánh Hòa.",
    ]


def test_the_number_of_the_covering_act_has_two_figures() -> None:
    given = plan({"cover": {"type": "QĐ", "number": 5, "date": "2025-03-21"}})

    assert "số 05-QĐ/TU, ngày 21 tháng 3 năm 2025" in text_of(see(given).document.attached)
