"""`r57plans batch`: what it says and writes, and what it gives back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from r57plans.batch import folder as room
from r57plans.batch.folder import OutFolder
from r57plans.cli import main

SCHEMA = json.loads(Path(room.__file__).with_name("batch.schema.json").read_text("utf-8"))
QUICK = ["--document", "action-plan", "--lang", "vi", "--jobs", "1"]


def run(plans: Path, out: Path, *more: str) -> int:
    return main(["batch", str(plans), "-o", str(out), *QUICK, *more])


def test_a_bad_plan_is_told_with_its_line_and_the_others_are_made(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (plans / "ha-nam.yaml").write_text("format: r57plans/plan/1\nprovince: [\n", "utf-8")

    assert run(plans, tmp_path / "out", "--ui", "vi") == 1

    said = capsys.readouterr()
    assert "Kế hoạch: 2 đã lập, 0 không đổi, 1 không lập được; 2 tệp" in said.out
    assert "ha-nam.yaml: không lập được" in said.err
    assert "ha-nam.yaml:2:" in said.err
    assert "3/3 kế hoạch" in said.err  # progress by plain lines, for this is no terminal
    assert run(plans, tmp_path / "out", "--ui", "en") == 1
    assert "Plans: 0 made, 2 unchanged, 1 could not be made" in capsys.readouterr().out


def test_check_writes_one_table_with_a_row_a_province_and_a_column_a_rule(
    plans: Path, tmp_path: Path
) -> None:
    (plans / "ha-nam.yaml").write_text("format: r57plans/plan/1\n", "utf-8")

    assert run(plans, tmp_path / "out", "--check", "--ui", "en") == 1

    data = (tmp_path / "out" / "check.xlsx").read_bytes()
    head, *rows = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    of = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Province"] for row in of] == ["An Giang", None, "Ha Noi"]
    assert [row["Headed by the provincial Party Secretary"] for row in of] == ["Met", None, "Met"]
    missing = next(title for title in head if str(title).startswith("R57-102 "))
    assert of[1]["Plan"] == "ha-nam.yaml (could not be made)"
    assert of[1][missing] is None
    assert of[0][missing] > 0


def test_json_says_what_the_manifest_says(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(plans, tmp_path / "out", "--check", "--format", "json") == 0

    said = json.loads(capsys.readouterr().out)
    kept = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [plan | {"skipped": False} for plan in kept["plans"]] == said["plans"]
    for data in (said, kept):
        jsonschema.validate(data, SCHEMA)
    assert [plan["province"] for plan in said["plans"]] == ["an-giang", "ha-nam", "ha-noi"]


@pytest.mark.parametrize(
    ("make", "code", "rule"),
    [
        (lambda plans: plans.rename(plans.with_name("away")), 2, "batch.no-folder"),
        (lambda plans: [path.unlink() for path in plans.iterdir()], 2, "batch.no-plans"),
    ],
)
def test_nothing_to_do_is_told_and_nothing_is_written(
    plans: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], object],
    code: int,
    rule: str,
) -> None:
    make(plans)

    assert run(plans, tmp_path / "out", "--format", "json") == code
    said = json.loads(capsys.readouterr().out)
    jsonschema.validate(said, SCHEMA)
    assert [each["rule"] for each in said["findings"]] == [rule]
    assert not (tmp_path / "out").exists()


def test_a_table_that_cannot_be_written_is_named_after_what_was_made(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out" / "check.xlsx").mkdir(parents=True)

    assert run(plans, tmp_path / "out", "--check", "--ui", "en") == 2

    said = capsys.readouterr()
    assert "Plans: 3 made" in said.out
    assert f"Cannot write to {tmp_path / 'out' / 'check.xlsx'}" in said.err


def test_a_second_batch_into_the_same_folder_is_refused(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with OutFolder(tmp_path / "out").locked():
        assert run(plans, tmp_path / "out", "--ui", "en") == 1

    assert "Another batch" in capsys.readouterr().err
