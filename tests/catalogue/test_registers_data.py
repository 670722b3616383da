"""Provinces, agencies and words of documents are right for the day they are asked for."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from r57plans.language import english_place, slug
from r57plans.model.annex import ColumnKey
from r57plans.model.document import Issuer
from r57plans.model.registers import Agency, Province, Registers

IN_MARCH = date(2025, 3, 31)
LAST_OF_63 = date(2025, 6, 30)
FIRST_OF_34 = date(2025, 7, 1)
MERGERS = {
    "tuyen-quang": "ha-giang tuyen-quang",
    "lao-cai": "lao-cai yen-bai",
    "thai-nguyen": "bac-kan thai-nguyen",
    "bac-ninh": "bac-giang bac-ninh",
    "phu-tho": "hoa-binh phu-tho vinh-phuc",
    "hai-phong": "hai-duong hai-phong",
    "hung-yen": "hung-yen thai-binh",
    "ninh-binh": "ha-nam nam-dinh ninh-binh",
    "quang-tri": "quang-binh quang-tri",
    "da-nang": "da-nang quang-nam",
    "quang-ngai": "kon-tum quang-ngai",
    "gia-lai": "binh-dinh gia-lai",
    "khanh-hoa": "khanh-hoa ninh-thuan",
    "dak-lak": "dak-lak phu-yen",
    "lam-dong": "binh-thuan dak-nong lam-dong",
    "dong-nai": "binh-phuoc dong-nai",
    "ho-chi-minh": "ba-ria-vung-tau binh-duong ho-chi-minh",
    "tay-ninh": "long-an tay-ninh",
    "dong-thap": "dong-thap tien-giang",
    "vinh-long": "ben-tre tra-vinh vinh-long",
    "an-giang": "an-giang kien-giang",
    "can-tho": "can-tho hau-giang soc-trang",
    "ca-mau": "bac-lieu ca-mau",
}
UNCHANGED = {
    "ha-noi", "cao-bang", "dien-bien", "lai-chau", "son-la", "lang-son", "quang-ninh",
    "thanh-hoa", "nghe-an", "ha-tinh", "hue",
}  # fmt: skip
ABOLISHED = {
    "so-thong-tin-va-truyen-thong": "so-khoa-hoc-va-cong-nghe",
    "so-ke-hoach-va-dau-tu": "so-tai-chinh",
    "so-giao-thong-van-tai": "so-xay-dung",
    "so-lao-dong-thuong-binh-va-xa-hoi": "so-noi-vu",
    "so-tai-nguyen-va-moi-truong": "so-nong-nghiep-va-moi-truong",
    "so-nong-nghiep-va-phat-trien-nong-thon": "so-nong-nghiep-va-moi-truong",
    "ban-dan-toc": "so-dan-toc-va-ton-giao",
}


def on(registers: Registers, day: date) -> dict[str, Province]:
    return {p.id: p for p in registers.provinces_on(day)}


@pytest.mark.parametrize(
    ("day", "provinces", "cities"),
    [
        (date(2024, 12, 31), 63, 5),
        (date(2025, 1, 1), 63, 6),
        (LAST_OF_63, 63, 6),
        (FIRST_OF_34, 34, 6),
        (date(2026, 4, 30), 34, 7),
        (date(2026, 9, 1), 34, 8),
    ],
)
def test_as_many_provinces_and_cities_exist_as_on_that_day(
    registers: Registers, day: date, provinces: int, cities: int
) -> None:
    found = registers.provinces_on(day)

    assert len(found) == len({p.id for p in found}) == len({p.code for p in found}) == provinces
    assert sum(p.kind == "city" for p in found) == cities


@pytest.mark.parametrize(("new", "old"), MERGERS.items())
def test_each_merged_province_names_those_it_was_made_from(
    registers: Registers, new: str, old: str
) -> None:
    before, after = on(registers, LAST_OF_63), on(registers, FIRST_OF_34)

    assert sorted(after[new].predecessors) == old.split()
    assert sorted(p.id for p in before.values() if p.successor == new) == old.split()


def test_eleven_provinces_did_not_merge(registers: Registers) -> None:
    before, after = on(registers, LAST_OF_63), on(registers, FIRST_OF_34)

    assert {i for i in after if i in before and after[i] is before[i]} == UNCHANGED
    assert len(MERGERS) + len(UNCHANGED) == 34


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "yen-bai", "lao-cai"),
        ("24", "bac-giang", "bac-ninh"),
        ("44", "quang-binh", "quang-tri"),
        ("52", "binh-dinh", "gia-lai"),
        ("80", "long-an", "tay-ninh"),
        ("82", "tien-giang", "dong-thap"),
        ("91", "kien-giang", "an-giang"),
    ],
)
def test_a_code_used_again_means_another_province(
    registers: Registers, code: str, before: str, after: str
) -> None:
    assert on(registers, LAST_OF_63)[before].code == code
    assert on(registers, FIRST_OF_34)[after].code == code


def test_hue_was_thua_thien_hue_until_the_end_of_2024(registers: Registers) -> None:
    assert registers.province("hue", date(2024, 12, 31)) is None
    old = registers.province("thua-thien-hue", date(2024, 12, 31))
    assert old is not None
    assert (old.kind, old.successor) == ("province", "hue")


def test_province_ids_and_english_names_come_from_the_vietnamese_name(
    registers: Registers,
) -> None:
    for province in registers.provinces:
        assert province.id == slug(province.vi)
        assert province.en == english_place(province.vi)


def test_every_successor_is_one_of_the_34(registers: Registers) -> None:
    assert {p.successor for p in registers.provinces} == set(on(registers, FIRST_OF_34))


def test_records_of_one_province_do_not_overlap(registers: Registers) -> None:
    for name in {p.id for p in registers.provinces}:
        records = sorted(registers.province_ever(name), key=lambda p: p.valid_from or date.min)
        for earlier, later in pairwise(records):
            assert earlier.valid_to is not None
            assert later.valid_from == earlier.valid_to + timedelta(days=1)


@pytest.mark.parametrize(("old", "new"), ABOLISHED.items())
def test_departments_abolished_in_2025_have_a_living_successor(
    registers: Registers, old: str, new: str
) -> None:
    before = registers.agency(old, date(2025, 2, 28))

    assert before is not None
    assert before.successor == new
    assert registers.agency(old, date(2025, 3, 1)) is None
    assert registers.agency(new, date(2025, 3, 1)) is not None


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("so-khcn", "so-khoa-hoc-va-cong-nghe"),
        ("so-tc", "so-tai-chinh"),
        ("so-nnmt", "so-nong-nghiep-va-moi-truong"),
        ("vp-tinh-uy", "van-phong-tinh-uy"),
        ("dang-uy-ubnd", "dang-uy-uy-ban-nhan-dan"),
        ("mttq", "uy-ban-mat-tran-to-quoc"),
        ("ubnd", "uy-ban-nhan-dan"),
        ("hdnd", "hoi-dong-nhan-dan"),
        ("ban-thuong-vu", "ban-thuong-vu-tinh-uy"),
        ("mttq-xa", "uy-ban-mat-tran-to-quoc-xa"),
    ],
)
def test_a_short_form_finds_the_body(registers: Registers, alias: str, name: str) -> None:
    found = registers.agency(alias, IN_MARCH)

    assert found is not None
    assert found.id == name


def test_ids_and_short_forms_are_never_shared(registers: Registers) -> None:
    names = [n for a in registers.agencies for n in (a.id, *a.aliases)]

    assert [n for n, count in Counter(names).items() if count > 1] == []


def test_successors_of_bodies_exist_the_day_after(registers: Registers) -> None:
    for agency in registers.agencies:
        if agency.successor:
            assert agency.valid_to is not None, agency.id
            heir = registers.agency(agency.successor, agency.valid_to + timedelta(days=1))
            assert heir is not None, agency.id


def test_bodies_of_the_district_end_with_june_2025(registers: Registers) -> None:
    districts = [a for a in registers.agencies if a.level == "district"]

    assert districts
    assert {a.valid_to for a in districts} == {LAST_OF_63}


def test_a_body_limited_to_provinces_names_provinces_that_exist(registers: Registers) -> None:
    planning = registers.agency("so-quy-hoach-kien-truc", IN_MARCH)

    assert planning is not None
    assert planning.only == ("ha-noi", "ho-chi-minh")
    for agency in registers.agencies:
        assert all(registers.province(p, IN_MARCH) for p in agency.only), agency.id


def _with_words(agency: Agency) -> str:
    return agency.vi.replace("{tinh_uy}", "tỉnh ủy").replace("{tinh}", "tỉnh")


@pytest.mark.parametrize(
    "name",
    [
        "van-phong-tinh-uy", "cong-an-tinh", "so-khoa-hoc-va-cong-nghe", "thanh-tra-tinh",
        "ban-to-chuc-tinh-uy", "bo-chi-huy-quan-su-tinh",
    ],
)  # fmt: skip
def test_an_id_is_the_unaccented_full_name(registers: Registers, name: str) -> None:
    found = registers.agency(name, IN_MARCH)

    assert found is not None
    assert slug(_with_words(found)) == name


def test_all_departments_have_their_full_name_as_id(registers: Registers) -> None:
    departments = [a for a in registers.agencies if a.vi.startswith("Sở ")]

    assert len(departments) > 15
    assert all(a.id == slug(a.vi) for a in departments)
    assert all(a.en.startswith("Department of ") for a in departments)


SUBMITTERS = {
    "van-phong-tinh-uy",
    "van-phong-dang-uy-xa",
    "so-khoa-hoc-va-cong-nghe",
    "phong-van-hoa-xa-hoi-xa",
}


def test_every_issuer_of_plans_has_a_record_with_known_authority_and_post(
    registers: Registers,
) -> None:
    terms = registers.terms
    authorities = {a.id for a in terms.authorities}

    assert {i.id for i in terms.issuers} == set(get_args(Issuer))
    for issuer in terms.issuers:
        # Without an authority the head signs in his own right, as those who submit a draft do.
        assert issuer.authority in authorities or (
            issuer.authority is None and issuer.id in SUBMITTERS
        )
        assert issuer.signs in registers.roles
        assert issuer.province or issuer.city or issuer.commune


def test_every_column_has_a_title(registers: Registers) -> None:
    assert set(registers.terms.columns) == set(get_args(ColumnKey))


def test_words_have_both_languages_and_unique_ids(registers: Registers) -> None:
    terms = registers.terms
    for words in (terms.columns, terms.urgency, terms.units, terms.periods):
        assert all(w.vi and w.en for w in words.values())
    for records in (terms.types, terms.products, terms.roles, terms.issuers, terms.authorities):
        assert [i for i, n in Counter(r.id for r in records).items() if n > 1] == []


def test_deputies_stand_in_for_posts_that_exist(registers: Registers) -> None:
    deputies = [r for r in registers.terms.roles if r.deputy_of]

    assert {r.deputy_of for r in deputies} <= set(registers.roles)
    assert registers.roles["pho-chu-tich-ubnd"].deputy_of == "chu-tich-ubnd"


def test_a_code_that_ended_gives_nothing_on_a_later_day(registers: Registers) -> None:
    assert registers.province("yen-bai", FIRST_OF_34) is None
    assert [p.successor for p in registers.province_ever("yen-bai")] == ["lao-cai"]
    assert registers.province("63", IN_MARCH) is None


def test_a_body_that_ended_is_still_known_by_its_names(registers: Registers) -> None:
    assert [a.id for a in registers.agency_ever("so-tttt")] == ["so-thong-tin-va-truyen-thong"]
    assert {"so-tttt", "so-thong-tin-va-truyen-thong"} <= set(registers.agency_names())
