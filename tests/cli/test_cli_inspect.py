"""`r57plans inspect`, as a person and a script call it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from built_examples import EXAMPLES, Case
from damage import replaced
from word_packages import p, r, word_file

from r57plans import inspection
from r57plans.cli import main
from r57plans.word.clean import clean

PLAN = EXAMPLES / "xa-mau" / "plan.yaml"
SCHEMA = Path(inspection.__file__).with_name("inspect.schema.json")
DATA = Case("xa-mau", "vi").data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A document with another deadline of a task."""
    made = tmp_path / "edited.docx"
    made.write_bytes(replaced(DATA, "Trước ngày\xa030/6/2026".encode(), b"2027"))
    return made


def test_a_person_reads_what_it_is_and_what_was_changed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(file), "--plan", str(PLAN), "--ui", "vi"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Văn bản do r57plans tạo ra từ một kế hoạch.\n")
    assert "Chương trình, kế hoạch hành động (action-plan), tiếng Việt" in said
    assert f", đúng là {PLAN} hiện nay" in said
    assert "nhiệm vụ local-1, thời hạn: Trước ngày 30/6/2026 → 2027" in said.replace("\xa0", " ")
    assert "r57plans pull" in said


def test_what_was_compared_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(DATA)

    main(["inspect", str(file), "--plan", str(PLAN), "--ui", "en"])
    assert "The text is as it was printed." in capsys.readouterr().out

    main(["inspect", str(file), "--ui", "en"])
    assert "All values of the plan are as they were printed; to" in capsys.readouterr().out


def test_another_plan_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = EXAMPLES / "cao-bang" / "plan.yaml"

    assert main(["inspect", str(file), "--plan", str(other), "--ui", "en"]) == 0

    assert "as it is now: another plan, or it changed since" in capsys.readouterr().out


def test_a_file_that_was_never_ours_is_said_so_with_what_was_looked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(word_file(p(r("Kính gửi"))))

    assert main(["inspect", str(file), "--ui", "en"]) == 0

    said = capsys.readouterr().out
    assert "No file that r57plans made." in said
    assert "manifest: no; tagged controls: 0; bookmarks: 0" in said


@pytest.mark.parametrize("data", [DATA, clean(DATA)], ids=["ours", "clean"])
def test_json_has_the_shape_that_its_schema_says(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(data)

    assert main(["inspect", str(file), "--format", "json"]) == 0

    jsonschema.validate(json.loads(capsys.readouterr().out), json.loads(SCHEMA.read_text("utf-8")))


def test_the_json_names_each_change(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inspect", str(file), "--format", "json"])

    shape = json.loads(capsys.readouterr().out)
    jsonschema.validate(shape, json.loads(SCHEMA.read_text("utf-8")))
    assert shape["changed"] is True
    assert [(each["task"], each["new"]) for each in shape["changes"]] == [("local-1", "2027")]


def test_what_cannot_be_read_gives_2_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "old.docx"
    file.write_bytes(b"%PDF-1.4")

    assert main(["inspect", str(file), "--ui", "vi"]) == 2
    assert "word.not-a-zip" in capsys.readouterr().err

    assert main(["inspect", str(file), "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["rule"] == "word.not-a-zip"

    assert main(["inspect", str(tmp_path / "none.docx")]) == 2


def test_a_plan_that_cannot_be_read_gives_2(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(file), "--plan", str(tmp_path / "none.yaml")]) == 2

    assert "none.yaml" in capsys.readouterr().err
