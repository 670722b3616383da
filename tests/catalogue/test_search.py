"""Sub-tasks are found by what they are and by words, as a person types them."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from version_builders import SOURCE, sub_task

from r57plans.catalogue.search import Selection, folded, found_in, select
from r57plans.load import load_catalogue
from r57plans.model.catalogue import Catalogue
from r57plans.model.central import KnownDocument
from r57plans.model.registers import Agency

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def group(number: int, *tasks: dict[str, Any], gist: str = "Câu dẫn.") -> dict[str, Any]:
    """A group of one paragraph with one sentence, on which its sub-tasks rest."""
    sentence = {"id": f"{number}.1.s1", "gist": {"vi": gist, "en": f"Gist {number}"}}
    source = SOURCE | {"sentences": [sentence["id"]]}
    paragraph = {"id": f"{number}.1", "title": "Đoạn", "sentences": [sentence],
                 "sub_tasks": [{"source": source} | task for task in tasks]}  # fmt: skip
    return {"id": number, "title": "Nhóm", "short": "Nhóm", "basis": "verified", "source": SOURCE,
            "paragraphs": [paragraph]}  # fmt: skip


def task(name: str, title: str = "Việc", **more: Any) -> dict[str, Any]:
    made = sub_task(name, "Làm.", title={"vi": title, "en": "Work"}, **more)
    return {key: value for key, value in made.items() if key != "source"}


def catalogue(*groups: dict[str, Any]) -> Catalogue:
    document = {"id": "nq57", "type": "Nghị quyết", "basis": "verified", "source": "x"}
    return Catalogue.model_validate(
        {"id": "mau", "version": "1", "document": "nq57", "documents": [document],
         "groups": list(groups)}
    )  # fmt: skip


SORTED = catalogue(
    group(
        1,
        task("1.1.1", recommended=True, security=True, basis="verified"),
        task("1.1.2", level="shared", bottleneck=["awareness"], core=["data", "people"]),
    ),
    group(
        2,
        task("2.1.1", level="centre", basis="unverified", subjects=["press"], security=True),
        task("2.1.2", bottleneck=["awareness", "institutions"], core=["data"], recommended=True),
        task("2.1.10", subjects=["press", "people"]),
    ),
)
ALL = ["1.1.1", "1.1.2", "2.1.1", "2.1.2", "2.1.10"]

SPOKEN = catalogue(
    group(1, task("1.1.1", "Đẩy mạnh chuyển đổi số"), task("1.1.2", "Chuyển việc đổi mới sang số")),
    group(
        2,
        task("2.1.1", "Lập quỹ"),
        task("2.1.2", "Phủ sóng", choices=[{"vi": "Trạm thu phát", "en": "Base stations"}]),
        task("2.1.3", "Mở lớp", products=[{"type": "de-an", "vi": "Đề án mạng", "en": "Grid"}]),
        gist="Nguồn vốn mạo hiểm.",
    ),
)


def ids(found: Catalogue, **wanted: Any) -> list[str]:
    return [task.id for task in select(found, Selection(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ALL),
        ({"group": 2}, ["2.1.1", "2.1.2", "2.1.10"]),
        ({"group": 3}, []),
        ({"level": "province"}, ["1.1.1", "2.1.2", "2.1.10"]),
        ({"level": "shared"}, ["1.1.2"]),
        ({"level": "centre"}, ["2.1.1"]),
        ({"bottleneck": "awareness"}, ["1.1.2", "2.1.2"]),
        ({"bottleneck": "institutions"}, ["2.1.2"]),
        ({"core": "data"}, ["1.1.2", "2.1.2"]),
        ({"core": "people"}, ["1.1.2"]),
        ({"subject": "press"}, ["2.1.1", "2.1.10"]),
        ({"subject": "people"}, ["2.1.10"]),
        ({"basis": "verified"}, ["1.1.1"]),
        ({"basis": "unverified"}, ["2.1.1"]),
        ({"basis": "secondary"}, ["1.1.2", "2.1.2", "2.1.10"]),
        ({"recommended": True}, ["1.1.1", "2.1.2"]),
        ({"security": True}, ["1.1.1", "2.1.1"]),
    ],
)
def test_each_filter_keeps_what_it_names_in_the_resolutions_order(
    wanted: dict[str, Any], expected: list[str]
) -> None:
    assert ids(SORTED, **wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"group": 2, "level": "province"}, ["2.1.2", "2.1.10"]),
        ({"bottleneck": "awareness", "core": "people"}, ["1.1.2"]),
        ({"recommended": True, "security": True}, ["1.1.1"]),
        ({"security": True, "basis": "unverified", "subject": "press"}, ["2.1.1"]),
        ({"group": 1, "subject": "press"}, []),
        ({"group": 2, "search": "viec", "recommended": True}, ["2.1.2"]),
    ],
)
def test_filters_together_keep_what_all_of_them_name(
    wanted: dict[str, Any], expected: list[str]
) -> None:
    assert ids(SORTED, **wanted) == expected


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "group": st.integers(1, 7),
            "level": st.sampled_from(["province", "shared", "centre"]),
            "bottleneck": st.sampled_from(["awareness", "institutions", "infrastructure"]),
            "core": st.sampled_from(["institutions", "people", "data"]),
            "subject": st.sampled_from(["authorities", "enterprises", "people"]),
            "basis": st.sampled_from(["verified", "secondary", "unverified"]),
            "recommended": st.booleans(),
            "security": st.booleans(),
        },
    )
)
def test_any_filters_together_find_what_each_of_them_finds(wanted: dict[str, Any]) -> None:
    shipped = load_catalogue()

    together = set(ids(shipped, **wanted))

    alone = [set(ids(shipped, **{name: value})) for name, value in wanted.items()]
    assert together == set(shipped.sub_tasks).intersection(*alone)


@pytest.mark.parametrize(
    "words",
    [
        "chuyển đổi số",
        "chuyen doi so",
        "CHUYỂN ĐỔI SỐ",
        "Chuyen Doi So",
        "chuyển doi số",
        "  chuyển,  đổi - số. ",
        unicodedata.normalize("NFD", "chuyển đổi số"),
        "chuyen doi s",
        "day manh chuy",
    ],
)
def test_words_are_found_without_diacritics_capitals_and_the_last_one_perhaps_only_begun(
    words: str,
) -> None:
    assert ids(SPOKEN, search=words) == ["1.1.1"]


@pytest.mark.parametrize("words", ["huyen doi so", "chuyen doi so xanh", "đẩy mạnhchuyển"])
def test_a_word_is_found_from_its_beginning_only_and_no_word_is_left_out(words: str) -> None:
    assert ids(SPOKEN, search=words) == []


def test_words_one_after_the_other_win_over_scattered_ones() -> None:
    assert ids(SPOKEN, search="doi so") == ["1.1.1"]
    assert ids(SPOKEN, search="doi moi") == ["1.1.2"]


def test_scattered_words_are_found_where_they_stand_nowhere_together() -> None:
    assert ids(SPOKEN, search="so chuyen") == ["1.1.1", "1.1.2"]
    assert ids(SPOKEN, search="so chuyen viec") == ["1.1.2"]
    assert ids(SPOKEN, search="so chuyen quy") == []


def test_scattered_words_are_looked_for_among_what_the_filters_keep() -> None:
    both = catalogue(
        group(1, task("1.1.1", "Dữ liệu mở")), group(2, task("2.1.1", "Mở kho dữ liệu"))
    )

    assert ids(both, search="du lieu mo") == ["1.1.1"]
    assert ids(both, search="du lieu mo", group=2) == ["2.1.1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tram thu phat", ["2.1.2"]),
        ("base STATION", ["2.1.2"]),
        ("de an mang", ["2.1.3"]),
        ("grid", ["2.1.3"]),
        ("von mao hiem", ["2.1.1", "2.1.2", "2.1.3"]),
        ("gist 1", ["1.1.1", "1.1.2"]),
        ("work", ["1.1.1", "1.1.2", "2.1.1", "2.1.2", "2.1.3"]),
    ],
)
def test_choices_products_gists_and_the_english_are_searched_too(
    words: str, expected: list[str]
) -> None:
    assert ids(SPOKEN, search=words) == expected


def test_words_do_not_run_from_one_text_into_the_next() -> None:
    parted = catalogue(group(1, task("1.1.1", "Lập quỹ"), task("1.1.2", "Quy work")))

    found = ids(parted, search="quy work")

    assert found == ["1.1.2"]  # elsewhere “quỹ” ends one text, “Work” is the next


def test_a_sub_task_is_found_by_its_id() -> None:
    assert ids(SPOKEN, search="2.1.1") == ["2.1.1"]


def test_blank_words_ask_for_nothing() -> None:
    assert ids(SORTED, search="  ") == ALL


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ({}, True),
        ({"search": "so", "basis": "verified"}, True),
        ({"group": 1}, False),
        ({"level": "shared"}, False),
        ({"bottleneck": "awareness"}, False),
        ({"core": "data"}, False),
        ({"subject": "press"}, False),
        ({"recommended": True}, False),
        ({"security": True}, False),
        ({"search": "so", "security": True}, False),
    ],
)
def test_only_words_and_a_basis_fit_any_record(wanted: dict[str, Any], fits: bool) -> None:
    assert Selection(**wanted).fits_any_record is fits


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)

    assert folded(once) == once


@given(st.text())
def test_folded_words_have_no_diacritics_and_single_blanks(text: str) -> None:
    split = unicodedata.normalize("NFD", folded(text))

    assert not any(unicodedata.combining(c) for c in split)
    assert " ".join(split.split()) == split


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "0123456789 ,.-/"))
def test_folded_vietnamese_is_small_latin_letters_whatever_the_form(text: str) -> None:
    once = folded(text)

    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert once == folded(text.upper()) == folded(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [("Đường đi", "duong di"), ("ủy ban", "uy ban"), ("5G/4G", "5g 4g"), ("{tinh_uy}", "tinh uy")],
)
def test_a_barred_d_is_a_d_and_signs_part_words(text: str, words: str) -> None:
    assert folded(text) == words


RECORDS = (
    KnownDocument.model_validate(
        {"id": "luat", "number": "93/2025/QH15", "type": {"vi": "Luật", "en": "Law"},
         "title": {"vi": "Luật Khoa học, công nghệ", "en": "Law on Science"},
         "basis": "unverified", "source": "Công báo"}
    ),
    KnownDocument.model_validate(
        {"id": "nghi-dinh", "type": {"vi": "Nghị định", "en": "Decree"},
         "title": {"vi": "về công nghệ số", "en": "on digital technology"},
         "basis": "verified", "source": "Công báo"}
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["luat", "nghi-dinh"]),
        ({"search": "khoa hoc cong"}, ["luat"]),
        ({"search": "DIGITAL"}, ["nghi-dinh"]),
        ({"search": "cong nghe"}, ["luat", "nghi-dinh"]),
        ({"search": "nghi dinh"}, ["nghi-dinh"]),
        ({"search": "93/2025"}, ["luat"]),
        ({"search": "ong nghe"}, []),
        ({"basis": "unverified"}, ["luat"]),
        ({"basis": "secondary"}, []),
        ({"basis": "verified", "search": "khoa hoc"}, []),
    ],
)
def test_other_records_are_found_by_their_words_and_basis(
    wanted: dict[str, Any], expected: list[str]
) -> None:
    assert [r.id for r in found_in(RECORDS, Selection(**wanted))] == expected


@pytest.mark.parametrize("name", ["basis", "title", "vi", "source"])
def test_the_names_of_fields_are_no_words_of_a_record(name: str) -> None:
    assert found_in(RECORDS, Selection(search=name)) == ()


def test_a_body_is_found_by_a_short_form() -> None:
    body = Agency.model_validate(
        {"id": "so-tai-chinh", "aliases": ["so-tc"], "side": "state", "vi": "Sở Tài chính",
         "en": "Department of Finance", "basis": "verified", "source": "x"}
    )  # fmt: skip

    assert found_in((body,), Selection(search="so-tc")) == (body,)
    assert found_in((body,), Selection(search="so-yt")) == ()
