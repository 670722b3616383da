"""`r57plans check`, as a person, a script and an editor call it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from r57plans import checks
from r57plans.cli import main
from r57plans.word.package import read_package

PLAN = Path(__file__).parents[2] / "examples" / "cao-bang" / "plan.yaml"
OTHER_PACK = Path(__file__).parents[1] / "cases" / "packs" / "six-monthly-report"
SCHEMA = Path(checks.__file__).with_name("check.schema.json")


@pytest.fixture
def bad_plan(tmp_path: Path) -> Path:
    """The example without its committee."""
    lines = PLAN.read_text("utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("committee:"))
    end = next(n for n in range(start + 1, len(lines)) if lines[n][:1].isalpha())
    file = tmp_path / "plan.yaml"
    file.write_text("".join(lines[:start] + lines[end:]), "utf-8")
    return file


def test_a_person_reads_each_part_of_the_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", str(PLAN), "--ui", "vi"])

    said = capsys.readouterr().out
    assert code == 0
    assert "[x] Đạt" in said
    assert "Bí thư làm Trưởng ban" in said


def test_a_plan_without_a_committee_gives_1(
    bad_plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(bad_plan), "--ui", "en"])

    said = capsys.readouterr().out
    assert code == 1
    assert "[ ] Not met" in said
    assert "R57-001" in said


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 1), ("note", 1)])
def test_the_level_that_fails_is_chosen(bad_plan: Path, fail_on: str, code: int) -> None:
    assert main(["check", str(bad_plan), "--fail-on", fail_on]) == code


def test_json_has_the_shape_that_its_schema_says(
    bad_plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(bad_plan), "--format", "json", "--ui", "vi"])

    shape = json.loads(capsys.readouterr().out)
    jsonschema.validate(shape, json.loads(SCHEMA.read_text("utf-8")))
    assert next(v for v in shape["verdicts"] if v["part"] == "committee")["verdict"] == "not"
    finding = next(f for f in shape["findings"] if f["rule"] == "R57-061" or f["line"])
    assert finding["file"].endswith("plan.yaml")


def test_sarif_names_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(PLAN), "--format", "sarif"])

    log = json.loads(capsys.readouterr().out)
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert {r["ruleId"] for r in run["results"]} == {
        r["id"] for r in run["tool"]["driver"]["rules"]
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_for_the_committee_is_a_word_file(tmp_path: Path, language: str) -> None:
    out = tmp_path / "bao-cao.docx"

    code = main(["check", str(PLAN), "--format", "docx", "-o", str(out), "--lang", language])

    text = read_package(out.read_bytes())["word/document.xml"].decode()
    assert code == 0
    assert {"vi": "BÁO CÁO ĐÁNH GIÁ", "en": "COMPLIANCE REPORT"}[language] in text
    assert {"vi": "Đạt một phần", "en": "Partly met"}[language] in text


def test_an_html_page_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "trang.html"

    main(["check", str(PLAN), "--format", "html", "-o", str(out), "--lang", "vi"])

    html = out.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert html.endswith("</html>\n")
    assert "Cao Bằng" in html


def test_a_file_format_without_a_file_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PLAN), "--format", "docx", "--ui", "en"]) == 2
    assert "-o FILE" in capsys.readouterr().err


def test_an_unreadable_plan_gives_2() -> None:
    assert main(["check", "khong-co.yaml"]) == 2


def test_no_plan_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--ui", "vi"]) == 2
    assert "Thiếu tệp kế hoạch" in capsys.readouterr().err


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--explain", "R57-032", "--ui", "en"])

    said = capsys.readouterr().out
    assert code == 0
    assert all(word in said for word in ("R57-032", "level: warning", "source: tb-4-3-2025"))
    assert "Notice on the directions given at the second meeting on 4 March 2025" in said


def test_an_unknown_rule_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "R57-03", "--ui", "en"]) == 2
    assert "Did you mean “R57-0" in capsys.readouterr().err


def test_levels_come_from_a_file(tmp_path: Path, bad_plan: Path) -> None:
    file = tmp_path / "muc.yaml"
    file.write_text("R57-001: note\n", "utf-8")

    assert main(["check", str(bad_plan)]) == 1
    assert main(["check", str(bad_plan), "--severity", str(file)]) == 0
    assert main(["check", str(bad_plan), "--severity", str(tmp_path / "x.yaml")]) == 2


def test_what_is_waived_is_listed_in_every_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "plan.yaml", tmp_path / "bao-cao"
    waiver = "waive: [{rule: R57-035, reason: {vi: Chờ bộ ấn định mốc, en: Awaiting the ministry}}]"
    file.write_text(f"{PLAN.read_text('utf-8')}\n{waiver}\n", "utf-8")

    for format_ in ("text", "json", "sarif"):
        main(["check", str(file), "--format", format_, "--ui", "vi"])
    for format_ in ("html", "docx"):
        main(["check", str(file), "--format", format_, "-o", f"{out}.{format_}", "--lang", "vi"])

    said = capsys.readouterr().out
    document = read_package(out.with_suffix(".docx").read_bytes())["word/document.xml"].decode()
    assert said.count("Chờ bộ ấn định mốc") >= 3
    assert "Chờ bộ ấn định mốc" in out.with_suffix(".html").read_text("utf-8")
    assert "Chờ bộ ấn định mốc" in document


def test_what_is_found_in_reading_the_plan_is_in_the_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.yaml"
    old = PLAN.read_text("utf-8").replace("date: 2025-03-28", "date: 2024-12-23", 1)
    file.write_text(old, "utf-8")

    main(["check", str(file), "--format", "json", "--pack", str(OTHER_PACK)])

    findings = json.loads(capsys.readouterr().out)["findings"]
    assert any(finding["rule"] == "plan.document-not-yet" for finding in findings)


def test_what_is_not_told_fails_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", str(PLAN), "--level", "error", "--fail-on", "warning", "--ui", "en"])

    assert "There are no findings." in capsys.readouterr().out
    assert code == 1


@pytest.mark.parametrize("format_", ["text", "json", "sarif"])
def test_the_report_s_language_is_that_of_every_format(
    format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(PLAN), "--format", format_, "--lang", "vi", "--ui", "en"])

    said = capsys.readouterr().out
    assert "kéo dài trên 12 tháng" in said
    assert "takes more than 12 months" not in said


def test_a_file_to_write_goes_with_a_format_for_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.txt"

    assert main(["check", str(PLAN), "-o", str(out), "--ui", "en"]) == 2
    assert "-o goes with --format html or docx only." in capsys.readouterr().err


def test_what_to_do_stands_once_where_one_rule_says_the_same_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", str(PLAN), "--ui", "en"])

    said = capsys.readouterr().out
    assert said.count("takes more than 12 months") > 1
    assert said.count("Add milestones (`milestones`), for example") == 1


def test_a_waiver_for_another_pack_is_no_more_than_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.yaml"
    waiver = "waive: [{rule: R57-035, reason: {vi: Chờ bộ, en: Awaiting the ministry}}]"
    file.write_text(f"{PLAN.read_text('utf-8')}\n{waiver}\n", "utf-8")

    main(["check", str(file), "--pack", str(OTHER_PACK), "--format", "json"])

    found = json.loads(capsys.readouterr().out)["findings"]
    assert [f["level"] for f in found if f["rule"] == "check.waiver-unknown"] == ["note"]
