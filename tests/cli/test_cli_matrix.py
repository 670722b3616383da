"""`r57plans matrix` and `r57plans export`: what they write, say and refuse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from r57plans import exporting
from r57plans.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMA = json.loads(Path(exporting.__file__).with_name("export.schema.json").read_text("utf-8"))
PLAN = str(EXAMPLES / "cao-bang" / "plan.yaml")
DAY = ["--as-of", "2025-06-30"]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Two examples, one with its status, and one plan that cannot be read."""
    folder = tmp_path / "plans"
    shutil.copytree(EXAMPLES / "cao-bang", folder / "cao-bang")
    shutil.copy(EXAMPLES / "da-nang" / "plan.yaml", folder / "da-nang.yaml")
    (folder / "bad.yaml").write_text("format: r57plans/plan/1\nprovince: [\n", "utf-8")
    return folder


@pytest.mark.parametrize("kind", ["html", "xlsx", "csv"])
def test_it_writes_the_kind_that_the_name_says_and_tells_what_was_not_read(
    kind: str, plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"m.{kind}"

    assert main(["matrix", str(plans), "-o", str(out), *DAY, "--ui", "en"]) == 0

    said = capsys.readouterr()
    assert "Plans: 2; " in said.out
    assert "files not counted: 1." in said.out
    assert said.err.startswith("bad.yaml: not counted\n")
    data = out.read_bytes()
    assert {"html": b"<!DOCTYPE html>", "xlsx": b"PK", "csv": b"\xef\xbb\xbfprovince"}[kind] in data


def test_the_status_beside_a_plan_is_in_the_table(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "m.csv"

    assert main(["matrix", str(plans), "-o", str(out), *DAY, "--lang", "vi", "--ui", "en"]) == 0

    text = out.read_text("utf-8-sig")
    assert "Hoàn thành đúng hạn,cao-bang/plan.yaml" in text
    assert ",da-nang.yaml" in text


@pytest.mark.parametrize(
    ("table", "head"),
    [("coverage", "province,total,1.1"), ("unread", "plan,finding,place"), ("names", "province")],
)
def test_a_csv_holds_the_table_that_is_asked_for(
    table: str, head: str, plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "m.csv"

    assert main(["matrix", str(plans), "-o", str(out), *DAY, "--table", table]) == 0

    assert out.read_text("utf-8-sig").startswith(head)


def test_the_book_is_in_the_language_asked_for(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "m.xlsx"

    main(["matrix", str(plans), "-o", str(out), *DAY, "--lang", "vi", "--ui", "en"])

    assert load_workbook(out).sheetnames[:2] == ["Mức bao quát", "Theo đoạn"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["none", "-o", "m.html"], "matrix.no-folder"),
        (["empty", "-o", "m.html"], "matrix.no-plans"),
        (["plans", "-o", "m.pdf"], "matrix.out"),
        (["plans", "-o", "m.html", "--table", "tasks"], "matrix.options"),
        (["plans", "-o", "m.html", "--as-of", "mai"], "status.as-of"),
        (["plans", "-o", "plans/da-nang.yaml/m.html"], "output.unwritable"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(
    given: list[str],
    said: str,
    plans: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(plans.parent)
    Path("empty").mkdir()

    assert main(["matrix", *given, "--ui", "en"]) == 2

    assert f"[{said}]" in capsys.readouterr().err
    assert not Path("m.html").exists()


def test_where_all_was_read_there_is_no_table_of_what_was_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(EXAMPLES / "da-nang" / "plan.yaml", tmp_path)

    asked = ["matrix", str(tmp_path), "-o", str(tmp_path / "m.csv"), "--table", "unread"]

    assert main([*asked, "--ui", "vi"]) == 2
    assert "không có bảng này" in capsys.readouterr().err


def test_a_calendar_says_how_much_is_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "c.ics"

    assert main(["export", PLAN, "--format", "ics", "-o", str(out), "--ui", "vi"]) == 0

    data = out.read_bytes()
    assert b"X-WR-CALNAME:Ch\xc6\xb0\xc6\xa1ng tr\xc3\xacnh" in data
    count = data.count(b"BEGIN:VEVENT")
    assert f"Sự kiện: {count}; nhiệm vụ: 52; không có ngày: 1.1.6" in capsys.readouterr().out


def test_json_is_printed_by_the_schema_with_the_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = str(EXAMPLES / "cao-bang" / "status.yaml")

    assert main(["export", PLAN, "--format", "json", "--status", status, *DAY, "--lang", "en"]) == 0

    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, SCHEMA)
    assert {task["status"] for task in data["tasks"]} >= {"on-time", "running", "standing"}


def test_csv_is_printed_without_the_mark_that_a_file_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "t.csv"

    assert main(["export", PLAN, "--format", "csv"]) == 0
    printed = capsys.readouterr().out
    main(["export", PLAN, "--format", "csv", "-o", str(out)])

    assert printed.startswith("id,number,group,title")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,number")


def test_a_plan_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "no.yaml"), "--format", "ics", "--ui", "en"]) == 2

    assert "no.yaml" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "f").write_text("")

    assert main(["export", PLAN, "--format", "ics", "-o", str(tmp_path / "f" / "c.ics")]) == 2

    assert "[output.unwritable]" in capsys.readouterr().err
