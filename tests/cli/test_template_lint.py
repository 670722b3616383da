"""`r57plans template lint`: what is said, what is written, which code comes back."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from word_packages import p, word_file

from r57plans.cli import main
from r57plans.word.package import read_package, write_package


def lint(*arguments: object) -> int:
    return main(["template", "lint", *(str(a) for a in arguments)])


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("{{ endin }}") + p("{% set a = 1 %}b")))
    return path


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    path = tmp_path / "ghi-chu.docx"
    path.write_bytes(word_file(p("{% set a = 1 %}b")))
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "sach.docx"
    path.write_bytes(word_file(p("{{ ending }}")))
    return path


def test_every_fault_is_said_with_its_place_and_counted(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = lint(wrong, "--ui", "en")

    said = capsys.readouterr().out.splitlines()
    assert code == 1
    assert said == [
        f"{wrong}: error: Tag {{{{ endin }}}} (body): The data have no name “endin”. "
        "[template.unknown-name]",
        "  → Did you mean “ending”?",
        f"{wrong}: note: Tag {{% set a = 1 %}}, paragraph “{{% set a = 1 %}}b” (body): The name "
        "“a” is set and used nowhere. [template.unused]",
        "  → Delete this tag.",
        "1 error, 1 note.",
    ]


def test_it_speaks_vietnamese(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint(wrong, "--ui", "vi")

    said = capsys.readouterr().out
    assert "lỗi: Thẻ {{ endin }} (thân văn bản): Không có tên «endin» trong dữ liệu." in said
    assert said.endswith("1 lỗi, 1 lưu ý.\n")


def test_a_clean_template_is_said_to_be_so(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(clean, "--ui", "en") == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("note", 1)])
def test_the_code_depends_on_the_level_that_counts(noted: Path, level: str, code: int) -> None:
    assert lint(noted, "--fail-on", level) == code


def test_for_machines_the_findings_are_json_with_their_places(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = lint(wrong, "--format", "json", "--ui", "en")

    first, _ = json.loads(capsys.readouterr().out)["findings"]
    assert code == 1
    assert first == {
        "rule": "template.unknown-name",
        "level": "error",
        "message": "Tag {{ endin }} (body): The data have no name “endin”.",
        "hint": "Did you mean “ending”?",
        "file": str(wrong),
        "line": 0,
        "column": 0,
        "path": "word/document.xml",
        "tag": "{{ endin }}",
        "region": "body",
        "heading": "",
        "table": 0,
        "row": 0,
        "cell": 0,
        "text": "{{ endin }}",
    }


def test_sarif_names_the_file_the_part_and_the_place(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = lint(wrong, "--format", "sarif", "--ui", "en")

    log = json.loads(capsys.readouterr().out)
    location = log["runs"][0]["results"][0]["locations"][0]
    assert code == 1
    assert log["version"] == "2.1.0"
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("mau.docx")
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "word/document.xml", "name": "body"}
    ]


def test_annotate_writes_a_copy_with_comments_and_leaves_the_template(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = wrong.read_bytes(), tmp_path / "a" / "out.docx"

    code = lint(wrong, "--annotate", out, "--ui", "en")

    assert code == 1
    assert f"Wrote: {out}" in capsys.readouterr().out
    assert wrong.read_bytes() == before
    comments = docx.Document(BytesIO(out.read_bytes())).comments
    assert [comment.author for comment in comments] == ["r57plans"] * 2


def test_a_copy_that_cannot_be_written_is_said(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = lint(wrong, "--annotate", tmp_path, "--ui", "en")

    assert code == 2
    assert "a folder of that name is there" in capsys.readouterr().err


def test_a_template_for_other_data_is_not_held_against_the_plans_names(wrong: Path) -> None:
    assert lint(wrong, "--any-data") == 0


def test_a_file_that_is_missing_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(tmp_path / "không-có.docx") == 2
    assert "word.file-missing" in capsys.readouterr().err


@pytest.mark.parametrize("format_", ["text", "json", "sarif"])
def test_a_file_that_is_no_word_file_gives_2_and_is_not_annotated(
    tmp_path: Path, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "a.docx", tmp_path / "out.docx"
    path.write_bytes(b"PK nothing")

    code = lint(path, "--annotate", out, "--format", format_)

    assert code == 2
    assert "word.damaged" in capsys.readouterr().out
    assert not out.exists()


def test_one_part_that_is_damaged_gives_2_beside_the_faults_of_the_others(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    parts = read_package(wrong.read_bytes())
    parts["word/document.xml"] = b"<w:document"
    wrong.write_bytes(write_package(parts))

    assert lint(wrong) == 2
    assert "word/document.xml" in capsys.readouterr().out
