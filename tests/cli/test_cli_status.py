"""`r57plans status` and `r57plans report` as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from r57plans.cli import main

PLAN = """\
format: r57plans/plan/1
catalogue: nq57@2025.03
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
tasks:
  - {id: 1.1.1, leads: [so-khcn, so-noi-vu], products: [Kế hoạch], deadline: quý II/2025}
  - {id: 1.1.2, leads: [so-khcn], deadline: Trước ngày 15/5/2025}
"""
STATUS = """\
format: r57plans/status/1
province: cao-bang
tasks:
  - {id: 1.1.1, state: done, done_on: 2025-06-20, result: {vi: Đã ký, en: Signed}}
  - {id: 1.1.2, state: running}
"""
JUNE = ("--as-of", "2025-06-30")


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def status_file(tmp_path: Path) -> Path:
    path = tmp_path / "status.yaml"
    path.write_text(STATUS, "utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_init_writes_a_file_that_show_reads(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new.yaml"

    code = run("status", "init", plan_file, "-o", out, "--ui", "en")
    shown = run("status", "show", plan_file, "--status", out, *JUNE, "--ui", "en")

    assert (code, shown) == (0, 0)
    assert f"Wrote: {out}" in capsys.readouterr().out
    assert out.read_text("utf-8").startswith("# yaml-language-server: $schema=file://")


def test_init_does_not_overwrite(
    plan_file: Path, status_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("status", "init", plan_file, "-o", status_file, "--ui", "vi")

    said = capsys.readouterr().err
    assert code == 2
    assert "[status.exists]" in said
    assert "--update" in said
    assert status_file.read_text("utf-8") == STATUS


def test_update_adds_what_is_missing_and_says_it(
    plan_file: Path, status_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = STATUS.replace("  - {id: 1.1.2, state: running}\n", "")
    status_file.write_text(text, "utf-8")

    first = run("status", "init", plan_file, "-o", status_file, "--update", "--ui", "en")
    second = run("status", "init", plan_file, "-o", status_file, "--update", "--ui", "en")

    said = capsys.readouterr().out
    assert (first, second) == (0, 0)
    assert "Tasks added: 1: 1.1.2." in said
    assert "Tasks added: 0." in said
    assert status_file.read_text("utf-8").startswith(text)


def test_update_of_a_file_that_is_not_there_is_refused(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("status", "init", plan_file, "-o", tmp_path / "no.yaml", "--update")

    assert code == 2
    assert "[status.file-missing]" in capsys.readouterr().err


def test_what_cannot_be_written_is_said(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("status", "init", plan_file, "-o", plan_file / "status.yaml")

    assert code == 2
    assert "[output.unwritable]" in capsys.readouterr().err
    del tmp_path


def test_show_counts_by_group_and_by_lead_with_the_total(
    plan_file: Path, status_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("status", "show", plan_file, "--status", status_file, *JUNE, "--ui", "vi")

    said = capsys.readouterr().out
    rows = [line.split() for line in said.splitlines() if line.startswith((" Tổng cộng", " Sở"))]
    assert code == 0
    assert ["Tổng", "cộng", "2", "1", "1"] in rows
    assert any(row[:2] == ["Sở", "Nội"] for row in rows)
    assert "chỉ tính một lần" in " ".join(said.split())


def test_show_for_machines_has_every_task_s_class(
    plan_file: Path, status_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(
        "status", "show", plan_file, "--status", status_file, *JUNE, "--format", "json", "--ui=en"
    )

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert told["as_of"] == "2025-06-30"
    assert told["tasks"] == [
        {"id": "1.1.1", "standing": "on-time", "days": 0},
        {"id": "1.1.2", "standing": "overdue", "days": 47},
    ]
    assert told["total"]["total"] == 2
    assert [lead["total"] for lead in told["leads"]] == [2, 1]
    assert told["findings"] == []


@pytest.mark.parametrize("command", [("status", "show"), ("report",)])
def test_a_faulty_status_file_is_told_and_nothing_is_made(
    command: tuple[str, ...],
    plan_file: Path,
    status_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status_file.write_text(STATUS.replace("1.1.2", "1.1.22"), "utf-8")
    out = ("-o", tmp_path / "out") if command == ("report",) else ()

    code = run(*command, plan_file, "--status", status_file, *JUNE, *out, "--ui", "en")
    machine = run(*command, plan_file, "--status", status_file, *JUNE, *out, "--format", "json")

    told = capsys.readouterr()
    assert (code, machine) == (2, 2)
    assert f"{status_file}:5:" in told.err
    rules = {finding["rule"] for finding in json.loads(told.out)["findings"]}
    assert "status.unknown-task" in rules
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [("status", "init"), ("status", "show"), ("report",)])
def test_a_faulty_plan_stops_every_command(
    command: tuple[str, ...], tmp_path: Path, status_file: Path
) -> None:
    options = {
        ("status", "init"): ("-o", tmp_path / "s.yaml"),
        ("status", "show"): ("--status", status_file),
        ("report",): ("--status", status_file, *JUNE, "-o", tmp_path / "out"),
    }

    assert run(*command, tmp_path / "no.yaml", *options[command]) == 2


def test_a_day_that_is_none_is_refused(
    plan_file: Path, status_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("status", "show", plan_file, "--status", status_file, "--as-of", "2025-06-31")

    assert code == 2
    assert "[status.as-of]" in capsys.readouterr().err


def test_report_writes_both_languages_and_says_what_is_blank(
    plan_file: Path, status_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    code = run("report", plan_file, "--status", status_file, *JUNE, "-o", out, "--ui", "vi")

    said = capsys.readouterr().out
    assert code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "cao-bang-progress-report-2025-06.en.docx",
        "cao-bang-progress-report-2025-06.vi.docx",
    ]
    assert "Còn để trống:" in said
    assert f"công tác lãnh đạo, chỉ đạo  ({status_file}" in said


def test_report_for_machines_is_json(
    plan_file: Path, status_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--status", status_file, *JUNE, "-o", tmp_path, "--lang", "en", "--clean")

    code = run("report", plan_file, *arguments, "--format", "json")

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [Path(file).name for file in told["files"]] == [
        "cao-bang-progress-report-2025-06.en.docx"
    ]


def test_report_is_refused_while_one_to_be_signed_lacks_a_particular(
    plan_file: Path, status_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "documents: {progress-report-2025-06: {type: BC, date: 2025-06, status: issued}}\n"
    plan_file.write_text(PLAN + own, "utf-8")

    code = run("report", plan_file, "--status", status_file, *JUNE, "-o", tmp_path / "out")

    assert code == 1
    assert "[build.required]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_there_is_wrong_use(
    plan_file: Path, status_file: Path, tmp_path: Path
) -> None:
    arguments = ("--status", status_file, *JUNE, "-o", tmp_path / "out", "--template", "no.docx")

    assert run("report", plan_file, *arguments) == 2


def test_a_report_that_cannot_be_written_is_said(plan_file: Path, status_file: Path) -> None:
    arguments = ("--status", status_file, *JUNE, "-o", status_file)

    assert run("report", plan_file, *arguments) == 2
