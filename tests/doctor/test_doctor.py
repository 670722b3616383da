"""`r57plans doctor`: what is there, what is missing, and what that means for a script."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from office_builders import CUT, WHOLE, fonts, nothing, office

from r57plans import doctor
from r57plans.cli import main
from r57plans.doctor import Examined, Item, examine, examining

SCHEMA = json.loads(Path(doctor.__file__).with_name("doctor.schema.json").read_text("utf-8"))
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def items(found: Examined) -> dict[str, Item]:
    return {item.id: item for item in found.items}


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["doctor", *arguments])
    return code, capsys.readouterr().out


def test_what_is_there_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office(tmp_path, monkeypatch)
    fonts(tmp_path, monkeypatch, Tinos=WHOLE)

    code, text = said(capsys, "--need", "pdf", "--ui", "vi")

    assert code == 0
    assert f"[x] LibreOffice                   7.4.7.2  ({tmp_path / 'soffice'})" in text
    assert "Tinos, thay cho Times New Roman  (/f/Tinos-Regular.ttf)" in text
    assert text.endswith("Đã có đủ những gì được hỏi.\n")


def test_what_is_missing_comes_with_a_line_for_each_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing(tmp_path, monkeypatch)

    code, text = said(capsys, "--ui", "en")

    assert code == 0
    for line in (
        "[ ] LibreOffice",
        "serves: build --pdf, batch --pdf, lint --pages",
        "Debian, Ubuntu: sudo apt install libreoffice-writer-nogui",
        "Fedora: sudo dnf install libreoffice-writer",
        "Windows: winget install TheDocumentFoundation.LibreOffice",
        "macOS: brew install --cask libreoffice",
        "What every command needs is there.",
    ):
        assert line in text


def test_what_is_asked_for_and_missing_gives_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing(tmp_path, monkeypatch)

    code, text = said(capsys, "--need", "pdf", "--ui", "en")

    assert code == 1
    assert text.endswith("Missing: LibreOffice, Font with Vietnamese.\n")


def test_a_library_that_is_missing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(examining.LIBRARIES, "lxml", "no_such_module")

    code, text = said(capsys, "--ui", "en")

    assert code == 1
    assert "missing: lxml" in text


@pytest.mark.parametrize(
    ("says", "state"),
    [
        ("LibreOffice 24.8.4.2 abc", "there"),
        ("LibreOffice 7.3.7.2 30(Build:2)", "poor"),
        ("", "poor"),
    ],
)
def test_an_office_that_is_too_old_or_silent_is_poor(
    says: str, state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch, says=says)
    fonts(tmp_path, monkeypatch, Tinos=WHOLE)

    assert items(examine())["office"].state == state


@pytest.mark.parametrize(
    ("families", "state", "words"),
    [
        ({"Liberation_Serif": CUT}, "poor", "lacks 94 letters"),
        ({"Times_New_Roman": WHOLE}, "there", "Times New Roman"),
        ({}, "missing", "was not found"),
    ],
)
def test_a_font_is_judged_by_the_letters_that_it_has(
    families: dict[str, str],
    state: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts(tmp_path, monkeypatch, **families)

    font = items(examine())["font"]

    assert (font.state, words in font.found.en) == (state, True)


@pytest.mark.parametrize(
    ("encoding", "state"),
    [("utf-8", "there"), ("cp1252", "poor"), ("ascii", "poor"), ("", "poor"), ("odd", "poor")],
)
def test_a_terminal_without_vietnamese_is_told(encoding: str, state: str) -> None:
    assert items(examine(encoding))["terminal"].state == state


@pytest.mark.parametrize("empty", [True, False])
def test_what_a_machine_reads_is_as_its_schema_says(
    empty: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if empty:
        nothing(tmp_path, monkeypatch)
    else:
        office(tmp_path, monkeypatch)
        fonts(tmp_path, monkeypatch, Tinos=WHOLE)

    code, text = said(capsys, "--need", "pdf", "--format", "json", "--ui", "en")

    found = json.loads(text)
    jsonschema.validate(found, SCHEMA)
    assert found["ready"] is (code == 0) is not empty
    assert [item["id"] for item in found["items"] if item["lacking"]] == (
        ["office", "font"] if empty else []
    )


def test_every_library_and_every_extra_of_the_package_is_looked_for() -> None:
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]

    named = {line.partition(">=")[0].partition("[")[0] for line in project["dependencies"]}
    extras = set(project["optional-dependencies"]) - {"dev", "bench"}

    assert named == set(examining.LIBRARIES)
    assert extras == set(examining.EXTRAS)
