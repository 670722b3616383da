"""`r57plans import`: what it writes, says and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from import_builders import OPENING, SIX, word

from r57plans import importing
from r57plans.cli import main
from r57plans.findings import Language
from r57plans.load import check_plan_file

SCHEMA = json.loads(Path(importing.__file__).with_name("import.schema.json").read_text("utf-8"))
ROW = ["1", "Quán triệt Nghị quyết đến từng chi bộ", "Sở Y tế", "Ban Ma", "", "2025"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(word(OPENING, [SIX, ROW]))
    return path


def test_it_writes_a_plan_that_loads_and_builds(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, report = tmp_path / "plan.yaml", tmp_path / "bao-cao.txt"

    assert main(["import", str(file), "-o", str(out), "--report", str(report), "--ui", "vi"]) == 0

    said = capsys.readouterr().out
    assert "Cao Bằng, 12-CTr/TU: 1 nhiệm vụ, 0 chỉ tiêu." in said
    assert "bảng 2, hàng 2: lưu ý: “Ban Ma”" in said
    assert f"Đã ghi: {out}" in said
    assert check_plan_file(out)[1].errors == ()
    assert "? 0." in report.read_text("utf-8")
    assert main(["build", str(out), "-o", str(tmp_path / "out"), "--lang", "vi"]) == 0


@pytest.mark.parametrize("ui", ["vi", "en"])
def test_its_json_follows_the_schema(
    file: Path, tmp_path: Path, ui: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "plan.yaml")

    assert main(["import", str(file), "-o", out, "--format", "json", "--ui", ui]) == 0

    said = json.loads(capsys.readouterr().out)
    jsonschema.validate(said, SCHEMA)
    assert said["tasks"][0]["suggestions"][0]["id"] == "1.1.1"
    assert said["out"] == out


def test_covers_puts_suggestions_in(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"

    assert main(["import", str(file), "-o", str(out), "--covers", "0.4"]) == 0

    plan, _ = check_plan_file(out)
    assert plan is not None
    assert plan.tasks[0].covers == ("1.1.1",)


def test_what_holds_no_plan_gives_1_and_writes_nothing(tmp_path: Path) -> None:
    file, out = tmp_path / "a.docx", tmp_path / "plan.yaml"
    file.write_bytes(word(OPENING))

    assert main(["import", str(file), "-o", str(out)]) == 1
    assert not out.exists()


def test_what_cannot_be_read_gives_2(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "plan.yaml"
    file.write_bytes(b"no Word file")

    assert main(["import", str(file), "-o", str(out)]) == 2
    assert main(["import", str(tmp_path / "missing.docx"), "-o", str(out)]) == 2
    assert main(["import", str(tmp_path), "-o", str(out), "--format", "json"]) == 2
    assert not out.exists()
    assert "Traceback" not in capsys.readouterr().err


def test_nothing_is_written_over(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"
    out.write_text("mine", "utf-8")
    before = file.read_bytes()

    assert main(["import", str(file), "-o", str(out)]) == 2
    assert out.read_text("utf-8") == "mine"
    assert main(["import", str(file), "-o", str(file), "--overwrite"]) == 2
    assert file.read_bytes() == before
    assert main(["import", str(file), "-o", str(out), "--overwrite"]) == 0
