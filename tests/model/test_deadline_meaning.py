"""What deadlines mean: the same in other words, in order, and never an exception."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.model.deadline import Cycle, Deadline, DeadlineKind, Period, parse_deadline

# One meaning a line; a line that ends in `=` goes on.
SAME_TEXT = """
quý II/2025 = Quý II-2025 = quý 2/2025 = quí II/2025 = QUÝ II NĂM 2025 = II/2025 = Q2/2025 =
Q2 2025 = 2025 Q2 = second quarter of 2025 = 2nd quarter, 2025
6/2025 = 06/2025 = tháng 6/2025 = Tháng 06/2025 = tháng sáu năm 2025 = T6/2025 =
trong tháng 6/2025 = 2025-06 = June 2025 = Jun. 2025 = in June 2025
30/5/2025 = ngày 30/05/2025 = 30-5-2025 = 30.5.2025 = đến ngày 30 tháng 5 năm 2025 = 2025-05-30 =
30 May 2025 = May 30, 2025 = by the 30th of May 2025
2025 = năm 2025 = trong năm 2025 = in 2025 = the year 2025
cuối năm 2025 = đến hết năm 2025 = đến năm 2025 = by the end of 2025 = end-2025
2025 - 2030 = 2025–2030 = giai đoạn 2025-2030 = từ năm 2025 đến năm 2030 = 2025 to 2030 =
between 2025 and 2030 = the 2025–2030 period
6 tháng đầu năm 2025 = nửa đầu năm 2025 = H1 2025 = first six months of 2025
4 tháng cuối năm 2025 = tháng 9 - 12/2025 = last four months of 2025
quý III, IV/2025 = quý III - quý IV/2025 = quý 3 - 4/2025 = Q3–Q4 2025
2025 và những năm tiếp theo = từ năm 2025 = from 2025 on = 2025 and beyond
trước quý III/2025 = trước tháng 7/2025 = trước ngày 1/7/2025 = before July 2025
2025 - 2026 và những năm tiếp theo = 2025–2026 and the following years
định kỳ 6 tháng, hằng năm = 6 tháng một lần và hằng năm = every six months and every year
hằng tháng, quý, năm = hằng tháng, hằng quý và hằng năm = monthly, quarterly and yearly
tháng 4 - tháng 12/2025 = từ tháng 4/2025 đến hết năm 2025 = from April to December 2025
hằng năm = Hàng năm = mỗi năm = annually = every year = 12 tháng một lần
6 tháng một lần = định kỳ 6 tháng = định kì 6 tháng = half-yearly = 2 lần/năm
thứ Sáu hằng tuần = thứ 6 hằng tuần = every Friday = Fridays = weekly on Friday
thứ 2 hằng tuần = thứ Hai hằng tuần = every Monday
thứ 7 hằng tuần = thứ Bảy hằng tuần = every Saturday
cuối quý II = đến hết quý II = đến quý II = by the end of Q2
30/5 = ngày 30/5 = đến ngày 30/5 = by 30 May
trước 15/6 và 15/12 hằng năm = hằng năm, trước ngày 15/6 và 15/12 = trước 15/6, 15/12 =
before 15 June and 15 December every year
thường xuyên = Thường xuyên, liên tục = liên tục = ongoing = continuous
thường xuyên, báo cáo hằng quý = ongoing, with quarterly reports
giai đoạn 1 = Giai đoạn I = phase 1 = Phase one
tại kỳ họp thứ 9 (tháng 5/2025) = at the 9th session (May 2025)
trong 100 ngày làm việc = 100 ngày làm việc = within 100 working days
- = … = không có = none
"""
SAME = [
    [wording.strip() for wording in line.split("=")]
    for line in SAME_TEXT.replace("=\n", "=").strip().splitlines()
]
UNKNOWN_TEXT = """
30/2/2025 ; tháng 13/2025 ; 13/2025 ; quý V/2025 ; trước 30/2/2025 ; 31 April 2025
before 31 April 2025 ; 2026 - 2025 ; quý IV - quý II/2025 ; 1899 ; 2200 ; 63 ; 0155
giai đoạn 1 (đến 30/2/2025) ; tại kỳ họp thứ 9 (tháng 13/2025) ; hằng năm, 30/2/2025
100 ngày làm việc kể từ ngày 30/2/2025 ; 0 ngày làm việc kể từ ngày 1/4/2025
ngày 32 hằng tháng ; thứ 1 hằng tuần ; 0 tháng một lần ; đầu ngày 1/4/2025
giữa 6 tháng đầu năm 2025
trong 9999 ngày kể từ 1/1/2199 ; 2025, 2027 ; 15/6 và 16/6/2025 ; cuối 30/6/2025
giai đoạn 2025 ; 6 tháng ; by quý II/2025 ; đến June 2025 ; ongoing, hằng quý ; đến năm
quý I - tháng 6 ; trong 30 ngày kể từ tháng 4/2025 ; quý II/2025 (khẩn)
tháng 3 và tháng 6/2025 ; 2025 to 2026 và những năm tiếp theo ; hoàn thành by June 2025
thường xuyên, 30/2/2025 ; tháng năm 2025 ; tháng … năm 2025 ; tháng     năm 2025 ; năm
"""
UNKNOWN = [wording for line in UNKNOWN_TEXT.strip().splitlines() for wording in line.split(" ; ")]
SEEN_TEXT = """
2025 ; 6/2025 ; 06/2025 ; 01/2025 ; Tháng 10/2025 ; Tháng 3/2025 ; Quý II/2025 ; quý I năm 2025
2025 - 2026 ; 2025 và những năm tiếp theo ; Thường xuyên ; Hằng năm ; hằng năm ; đến ngày 30/5
trước 15/8/2025 ; trước ngày 30/11/2026 ; trước 15/6 và 1/12 ; thứ Sáu hằng tuần
hằng năm … tăng dần ; 100 ngày làm việc ; giai đoạn khẩn trương ; giai đoạn đột phá
tại kỳ họp thứ 9 (tháng 5/2025) ; khi Luật … được thông qua ; sau 12 tháng nghiệm thu
4 tháng cuối năm 2025 ; 2025-2028 ; 2025-2030 ; 2026-2030 ; 2026 ; 2035 ; 2045
"""
SEEN = ["", *(wording for line in SEEN_TEXT.strip().splitlines() for wording in line.split(" ; "))]
DIFFERENT = [
    ("quý II/2025", "đến hết quý II/2025"),
    ("quý II/2025", "quý II/2026"),
    ("trước ngày 30/5/2025", "đến ngày 30/5/2025"),
    ("hằng quý", "thường xuyên, báo cáo hằng quý"),
    ("thường xuyên, hằng quý", "thường xuyên, báo cáo hằng quý"),
    ("giai đoạn 1", "giai đoạn 2"),
    ("trước 15/6 và 15/12", "trước 15/6 và 1/12"),
    ("quý II", "quý III"),
    ("hằng năm, tăng dần", "hằng năm"),
    ("khi Luật A được thông qua", "khi Luật B được thông qua"),
]


@pytest.mark.parametrize("wording", SEEN)
def test_every_wording_seen_in_real_plans_is_understood(wording: str) -> None:
    assert parse_deadline(wording).kind is not DeadlineKind.UNKNOWN


@pytest.mark.parametrize("wordings", SAME, ids=lambda wordings: wordings[0])
def test_wordings_that_mean_the_same_have_the_same_meaning(wordings: list[str]) -> None:
    meanings = {parse_deadline(wording).meaning for wording in wordings}

    assert len(meanings) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_wordings_that_differ_in_substance_differ_in_meaning(one: str, other: str) -> None:
    assert parse_deadline(one).meaning != parse_deadline(other).meaning


@pytest.mark.parametrize("wordings", SAME[:-1], ids=lambda wordings: wordings[0])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_capitals_blanks_and_normal_forms_change_no_meaning(wordings: list[str], form: str) -> None:
    expected = parse_deadline(wordings[0])
    typed = unicodedata.normalize(form, wordings[0]).upper().replace(" ", "\u00a0 ")

    deadline = parse_deadline(f" {typed}.\u200b ")

    assert deadline.meaning == expected.meaning
    assert unicodedata.is_normalized("NFC", deadline.wording)


@pytest.mark.parametrize(
    ("value", "wording", "vi", "en"),
    [
        (2025, "2025", "2025", "2025"),
        (date(2025, 11, 30), "2025-11-30", "30/11/2025", "30 November 2025"),
        (datetime(2025, 11, 30, 8, tzinfo=UTC), "2025-11-30", "30/11/2025", "30 November 2025"),
        (None, "", "", ""),
    ],
)
def test_years_dates_and_nothing_are_deadlines(
    value: int | date | None, wording: str, vi: str, en: str
) -> None:
    deadline = parse_deadline(value)

    assert (deadline.wording, deadline.language) == (wording, "")
    assert (deadline.say("vi"), deadline.say("en")) == (vi, en)


@pytest.mark.parametrize(
    ("wording", "language", "vi", "en"),
    [
        ("quý II/2025", "vi", True, True),
        ("Q2 2025", "en", True, True),
        ("6/2025", "", True, True),
        ("khi Luật được thông qua", "vi", True, False),
        ("upon adoption of the Law", "en", False, True),
        ("giai đoạn nước rút", "vi", True, False),
        ("hằng năm, tăng dần", "vi", True, False),
        ("sớm nhất", "vi", True, False),
        ("whenever the office is ready", "en", False, True),
        ("30/2/2025", "", True, True),
    ],
)
def test_what_cannot_be_put_in_the_other_language_says_so(
    wording: str, language: str, vi: bool, en: bool
) -> None:
    deadline = parse_deadline(wording)

    assert deadline.language == language
    assert (deadline.translated("vi"), deadline.translated("en")) == (vi, en)
    assert vi or deadline.say("vi") == wording
    assert en or deadline.say("en") == wording


@pytest.mark.parametrize("wording", UNKNOWN)
def test_what_does_not_exist_or_is_not_understood_is_kept_and_unknown(wording: str) -> None:
    deadline = parse_deadline(wording)

    assert (deadline.kind, deadline.wording) == (DeadlineKind.UNKNOWN, wording)
    assert (deadline.first, deadline.last) == (None, None)
    assert (deadline.say("vi"), deadline.say("en")) == (wording, wording)


def test_a_wording_that_was_not_understood_means_only_its_own_words() -> None:
    one, same, other = (parse_deadline(text) for text in ("sớm nhất", "Sớm  nhất", "muộn nhất"))

    assert one.meaning == same.meaning
    assert one.meaning != other.meaning


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60) | st.text("hàng năm quý/2056IV-(),tđếrước byfrom", max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    deadline = parse_deadline(text)

    words = (deadline.say("vi"), deadline.say("en"))

    assert deadline.wording == unicodedata.normalize("NFC", text).strip()
    assert all(isinstance(word, str) for word in words)
    assert hash(deadline.meaning) == hash(parse_deadline(text).meaning)


@pytest.mark.parametrize("text", ["- 2025 " * 60, "hằng quý, " * 40, "(" * 5000, "khi (a) " * 50])
def test_long_and_odd_texts_are_kept_as_they_are(text: str) -> None:
    assert parse_deadline(text).say("en") == text.strip()


def test_deadlines_sort_by_last_day_then_first_then_wording_and_blanks_come_last() -> None:
    expected = [
        "trước 1/4/2025",
        "6 tháng đầu năm 2025",
        "quý II/2025",
        "đến hết quý II/2025",
        "2025",
        "năm 2025",
        "đến hết năm 2025",
        "2025 - 2026",
        "2024 và những năm tiếp theo",
        "từ năm 2026",
        "Hằng năm",
        "thường xuyên",
        "",
    ]
    deadlines = [parse_deadline(wording) for wording in reversed(expected)]

    found = [deadline.wording for deadline in sorted(deadlines, key=lambda d: d.sort_key)]

    assert found == expected


@pytest.mark.parametrize("wording", ["hằng quý, năm học", "hằng quý, yearly"])
def test_free_words_beside_a_rhythm_are_kept_with_it_and_not_translated(wording: str) -> None:
    deadline = parse_deadline(wording)

    assert (deadline.kind, deadline.every) == (DeadlineKind.RECURRING, Period(Cycle.QUARTER))
    assert deadline.note == wording.removeprefix("hằng quý, ")
    assert (deadline.say("en"), deadline.translated("en")) == (wording, False)


def test_a_rhythm_keeps_its_days_and_its_weekday() -> None:
    yearly = parse_deadline("trước 15/6 và 15/12 hằng năm").every
    monthly = parse_deadline("ngày 20 hằng tháng").every
    weekly = parse_deadline("thứ Sáu hằng tuần").every

    assert yearly is not None
    assert monthly is not None
    assert weekly is not None
    assert [(point.day, point.number) for point in yearly.points] == [(15, 6), (15, 12)]
    assert [(point.day, point.number) for point in monthly.points] == [(20, 0)]
    assert (weekly.cycle, weekly.weekday) == (Cycle.WEEK, 5)


@pytest.mark.parametrize("day", range(14, 21))
@pytest.mark.parametrize("count", range(1, 12))
def test_working_days_are_counted_from_monday_to_friday_without_the_first(
    day: int, count: int
) -> None:
    start = date(2025, 4, day)

    deadline = parse_deadline(f"{count} ngày làm việc kể từ ngày {day}/4/2025")

    assert deadline.last is not None
    days = [
        date.fromordinal(n) for n in range(start.toordinal() + 1, deadline.last.toordinal() + 1)
    ]
    assert sum(d.weekday() < 5 for d in days) == count
    assert deadline.last.weekday() < 5


def test_a_deadline_is_a_value_that_can_be_a_key() -> None:
    one, same = parse_deadline("quý II/2025"), parse_deadline(" quý II/2025")

    assert {one: 1}[same] == 1
    assert isinstance(one, Deadline)
