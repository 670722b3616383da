"""The calendar is one that any program reads, and its days are those that the wording means."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan

from r57plans.exporting import calendar, entries
from r57plans.exporting.calendar import _folded
from r57plans.exporting.repeated import repeated
from r57plans.findings import Language
from r57plans.model.deadline import parse_deadline
from r57plans.model.plan import Plan

MARCH = date(2025, 3, 28)
Event = dict[str, str]


def of(*tasks: dict[str, object], **document: object) -> Plan:
    return plan(dict(document), tasks=list(tasks))


def task(deadline: str, name: str = "1.1.1", **more: object) -> dict[str, object]:
    return {"id": name, "deadline": deadline, "leads": ["so-tai-chinh"], **more}


def text_of(given: Plan, language: Language = "vi") -> str:
    return calendar(given, entries(given, language), language, "Kế hoạch").data.decode()


def events(given: Plan, language: Language = "vi") -> list[Event]:
    """Each event's lines by name, without parameters, unfolded as RFC 5545 says."""
    found: list[Event] = []
    for line in text_of(given, language).replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name.partition(";")[0], value)
    return found


def test_a_deadline_is_an_all_day_event_on_its_last_day() -> None:
    (event,) = events(of(task("Quý II/2025")))

    assert (event["DTSTART"], event["DTEND"]) == ("20250630", "20250701")
    assert "DTSTART;VALUE=DATE:" in text_of(of(task("Quý II/2025")))
    assert event["SUMMARY"].startswith("1.1.1 ")
    assert "Thời hạn: Quý II/2025\\nChủ trì: Sở Tài chính" in event["DESCRIPTION"]


def test_the_day_before_is_the_last_of_what_is_due_before_a_day() -> None:
    assert events(of(task("Trước ngày 15/5/2025")))[0]["DTSTART"] == "20250514"


def test_every_line_ends_and_is_folded_as_the_standard_asks() -> None:
    text = text_of(of(task("2025", text={"vi": "Đẩy mạnh " * 60}), task("2026", "1.1.2")))

    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//r57plans//")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_folding_loses_nothing(text: str) -> None:
    folded = _folded(text)

    assert folded.removesuffix("\r\n").replace("\r\n ", "") == text
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))


def test_what_has_a_meaning_in_the_format_is_escaped() -> None:
    given = of(task("2025", title={"vi": "A, B; C\\D"}, text={"vi": "dòng một\nEND:VEVENT"}))

    (event,) = events(given)

    assert event["SUMMARY"] == "1.1.1 A\\, B\\; C\\\\D"
    assert text_of(given).count("\r\nEND:VEVENT\r\n") == 1


def test_identifiers_follow_from_plan_and_task_and_outlive_number_and_date() -> None:
    first = events(of(task("2025"), task("2026", "1.1.2", milestones=[{"deadline": "2025"}])))
    later = of(task("2027"), type="CTr", number="12", date="2025-05-20")

    assert [event["UID"] for event in first] == [
        "cao-bang.tinh-uy.CTr.1.1.1@r57plans",
        "cao-bang.tinh-uy.CTr.1.1.2@r57plans",
        "cao-bang.tinh-uy.CTr.1.1.2.m1@r57plans",
    ]
    assert events(later)[0]["UID"] == first[0]["UID"]
    assert events(of(task("2025"), type="QĐ"))[0]["UID"].startswith("cao-bang.tinh-uy.Q_110.1.1")


def test_the_stamp_is_the_documents_date_so_that_the_same_plan_gives_the_same_bytes() -> None:
    given = of(task("2025"))

    assert events(given)[0]["DTSTAMP"] == "20250328T000000Z"
    assert text_of(given) == text_of(of(task("2025")))


def test_both_languages_have_their_words() -> None:
    given = of(task("Quý II/2025"))

    (vi,), (en,) = events(given, "vi"), events(given, "en")

    assert "Deadline: Q2 2025\\nLead: Department of Finance" in en["DESCRIPTION"]
    assert vi["UID"] == en["UID"]
    assert "SUMMARY;LANGUAGE=en:" in text_of(given, "en")


def test_tasks_without_a_day_are_told() -> None:
    given = of(
        task("Thường xuyên"), task("2025", "1.1.2"), task("2025 và những năm tiếp theo", "1.1.3")
    )

    made = calendar(given, entries(given, "vi"), "vi")

    assert made.events == 1
    assert [entry.id for entry in made.left_out] == ["1.1.1", "1.1.3"]


def test_reports_that_come_back_stand_beside_the_works_own_end() -> None:
    given = of(task("Thường xuyên, báo cáo hằng quý"))

    (event,) = events(given)

    assert (event["DTSTART"], event["RRULE"]) == (
        "20250331",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    )


RULES = {
    "Hằng năm": ["20251231 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"],
    "Hằng năm, bắt đầu từ năm 2027": ["20271231 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"],
    "Hằng năm đến năm 2030": ["20251231 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;UNTIL=20301231"],
    "2 năm một lần": ["20251231 FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"],
    "6 tháng một lần": ["20250630 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"],
    "Hằng quý": ["20250331 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"],
    "Hằng tháng": ["20250331 FREQ=MONTHLY;BYMONTHDAY=-1"],
    "Thứ Sáu hằng tuần": ["20250328 FREQ=WEEKLY;BYDAY=FR"],
    "Trước ngày 15/6 và 15/12 hằng năm": [
        "20250614 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14",
        "20251214 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14",
    ],
    "Trước ngày 01/3 hằng năm": ["20260228 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
    "Tháng 6 hằng năm": ["20250630 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"],
    "Quý I hằng năm": ["20250331 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"],
    "Ngày 25 hằng tháng": ["20250425 FREQ=MONTHLY;BYMONTHDAY=25"],
    "Hằng tuần": [],
    "Hằng ngày": [],
    "Thường xuyên": [],
    "2025": [],
}


@pytest.mark.parametrize("wording", RULES)
def test_what_plainly_comes_back_has_a_rule(wording: str) -> None:
    found = repeated(parse_deadline(wording), MARCH)

    assert [f"{each.first:%Y%m%d} {each.rule}" for each in found] == RULES[wording]


@given(
    st.sampled_from([wording for wording, rules in RULES.items() if rules]),
    st.dates(date(2024, 1, 1), date(2029, 12, 31)),
)
def test_the_first_day_fits_the_rule_and_is_never_long_past(wording: str, start: date) -> None:
    for each in repeated(parse_deadline(wording), start):
        parts = dict(part.split("=") for part in each.rule.split(";"))
        day = int(parts.get("BYMONTHDAY", each.first.day))
        whole = each.first if day > 0 else each.first + timedelta(days=1)
        assert whole.day == (day if day > 0 else 1)
        assert each.first.month == int(parts.get("BYMONTH", each.first.month))
        assert each.first >= start
        assert re.fullmatch(r"FREQ=[A-Z]+(;[A-Z]+=[-A-Z0-9]+)*", each.rule)
