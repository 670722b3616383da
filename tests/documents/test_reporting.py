"""The progress report as a document: which particulars it has, and what is told beside it."""

from __future__ import annotations

from datetime import date

import pytest
from plan_builders import plan
from status_builders import MID_YEAR, status
from word_packages import paragraph_texts, part_xml, word_file

from r57plans.documents import build, kind_of, report, report_name
from r57plans.errors import RefusedError
from r57plans.load import load_catalogue, load_registers
from r57plans.word.package import read_package

TASKS = [
    {"id": "1.1.1", "deadline": "Trước ngày 15/5/2025", "leads": ["so-khcn"]},
    {"id": "local-1", "group": "2", "text": {"vi": "Việc", "en": "Work"}, "leads": ["so-noi-vu"]},
]
PLAN = plan(tasks=TASKS)
RUNNING = status(tasks=[{"id": "1.1.1", "state": "running"}])


def test_a_report_is_named_by_the_month_of_its_day() -> None:
    names = [file.name for file in report(PLAN, RUNNING, MID_YEAR).files]

    assert names == [
        "cao-bang-progress-report-2025-06.vi.docx",
        "cao-bang-progress-report-2025-06.en.docx",
    ]
    assert report_name(date(2025, 12, 31)) == "progress-report-2025-12"


def test_the_particulars_that_the_plan_gives_are_used() -> None:
    own = {"type": "BC", "number": "45", "date": "2025-07-02", "title": "kết quả nửa năm"}
    given = plan(tasks=TASKS, documents={"progress-report-2025-06": own})

    xml = part_xml(report(given, RUNNING, MID_YEAR, ["vi"]).files[0].data)

    assert "kết quả nửa năm" in xml
    assert "45" in xml


def test_without_particulars_number_and_day_are_blank_and_told() -> None:
    built = report(PLAN, RUNNING, MID_YEAR, ["vi"])

    blanks = [f.message.en for f in built.report if f.rule == "build.blank"]
    assert any("the document's number" in said for said in blanks)
    assert any("the day of issue" in said for said in blanks)


def test_what_only_the_office_can_write_is_told_as_blank() -> None:
    blank = [f.message.en for f in report(PLAN, status(), MID_YEAR, ["vi"]).report]
    full = status(
        tasks=[{"id": task["id"], "state": "running"} for task in TASKS],
        leadership="a", results="a", limits="a", causes="a", next_tasks="a",
        funds={"name": "x"},
    )  # fmt: skip
    told = [f.message.en for f in report(PLAN, full, MID_YEAR, ["vi"]).report]

    assert "still blank: leadership and direction" in blank
    assert "still blank: the state of 2 tasks (1.1.1, local-1)" in blank
    assert not any("leadership" in said or "state of" in said for said in told)


def test_a_plan_by_itself_gives_no_report_and_says_how_to_make_one() -> None:
    given = plan(
        tasks=TASKS, documents={"progress-report-2025-06": {"type": "BC", "date": "2025-06"}}
    )

    with pytest.raises(RefusedError) as refused:
        build(given, documents=["progress-report-2025-06"])

    assert [f.rule for f in refused.value.report.errors] == ["build.needs-status"]
    assert "r57plans report" in refused.value.report.errors[0].hint.vi
    assert all("progress" not in file.name for file in build(given, ["vi"], ["all"]).files)


@pytest.mark.parametrize("name", ["progress-report-2025-13", "progress-report-25-06"])
def test_only_a_month_names_a_report(name: str) -> None:
    assert kind_of(name) is None


def test_the_report_has_a_chart_with_its_workbook_also_once_it_is_clean() -> None:
    for clean in (False, True):
        data = report(PLAN, RUNNING, MID_YEAR, ["vi"], clean=clean).files[0].data

        parts = read_package(data)
        assert {"word/charts/chart1.xml", "word/embeddings/Workbook1.xlsx"} <= set(parts)
        assert "Hoàn thành đúng hạn" in parts["word/charts/chart1.xml"].decode()


def test_a_plan_without_tasks_gives_a_report_without_a_chart() -> None:
    parts = read_package(report(plan(), status(), MID_YEAR, ["vi"]).files[0].data)

    assert "word/charts/chart1.xml" not in parts


def test_the_same_report_has_the_same_bytes() -> None:
    first, second = (report(PLAN, RUNNING, MID_YEAR).files for _ in range(2))

    assert first == second


@pytest.mark.parametrize("issuer", ["tinh-uy", "ubnd"])
def test_the_five_parts_stand_in_their_order(issuer: str) -> None:
    given = plan({"issuer": issuer}, tasks=TASKS)

    for file, parts in zip(report(given, RUNNING, MID_YEAR).files, PARTS, strict=True):
        text = part_xml(file.data)
        places = [text.index(part) for part in parts]
        assert places == sorted(places)


PARTS = (
    ("LÃNH ĐẠO, CHỈ ĐẠO", "KẾT QUẢ THỰC HIỆN", "ĐÁNH GIÁ CHUNG", "NHIỆM VỤ 6 THÁNG TỚI",
     "ĐỀ XUẤT, KIẾN NGHỊ"),
    ("LEADERSHIP AND DIRECTION", "RESULTS", "ASSESSMENT", "TASKS FOR THE NEXT SIX MONTHS",
     "PROPOSALS AND RECOMMENDATIONS"),
)  # fmt: skip


def test_a_template_of_an_office_s_own_may_use_the_names_and_the_chart() -> None:
    own = word_file(
        "<w:p><w:r><w:t>{{ progress.counts.overdue }} quá hạn</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{ chart }}</w:t></w:r></w:p>"
    )

    built = report(PLAN, RUNNING, MID_YEAR, template=own)

    assert [file.language for file in built.files] == ["vi"]
    assert paragraph_texts(built.files[0].data)[0] == "1 quá hạn"
    assert "word/charts/chart1.xml" in read_package(built.files[0].data)


def test_the_kind_by_itself_has_no_view() -> None:
    kind = kind_of("progress-report-2025-06")
    assert kind is not None

    with pytest.raises(RefusedError):
        kind.view(PLAN, PLAN, load_catalogue(), load_registers(), "vi")
