"""Another resolution needs a new folder in task_catalog/ and no line of code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECOND = Path(__file__).parent / "second" / "nq-mau"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout as it is, with one folder more."""
    place = tmp_path_factory.mktemp("checkout")
    for name in ("r57plans", "templates", "task_catalog"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "cli.py", place)
    shutil.copytree(SECOND, place / "task_catalog" / "nq-mau")
    return place


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "cli.py"), *arguments, "--ui", "en"],
        cwd=checkout,
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": "", "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def words_of(document: Path) -> str:
    with zipfile.ZipFile(document) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())


def test_it_is_listed_shown_counted_and_sound(checkout: Path) -> None:
    listed = run(checkout, "catalogue", "list", "--catalogue", "nq-mau")
    shown = run(checkout, "catalogue", "show", "1.1.1", "--catalogue", "nq-mau")
    counted = run(checkout, "catalogue", "stats", "--catalogue", "nq-mau")
    verified = run(checkout, "catalogue", "verify", "--catalogue", "nq-mau")

    assert "1.1.1 * Hold classes in reading tables" in listed.stdout
    assert "1.1.s1: Everyone learns to read tables." in shown.stdout
    assert "nq-mau@2026.01" in counted.stdout
    assert "Nothing is wrong." in verified.stdout
    assert [listed.returncode, shown.returncode, counted.returncode, verified.returncode] == [0] * 4


def test_a_text_cannot_be_held_against_a_catalogue_without_fingerprints(checkout: Path) -> None:
    text = checkout / "text.txt"
    text.write_text("III- TASKS\n1. Group\n- A sentence.\n", "utf-8")

    found = run(checkout, "catalogue", "verify", "--catalogue", "nq-mau", "--source", str(text))

    assert found.returncode == 1
    assert "catalogue.source-unknown" in found.stdout


def test_a_starter_plan_of_it_becomes_word_files_in_its_own_words(checkout: Path) -> None:
    plan = checkout / "plan.yaml"

    made = run(checkout, "init", "cao-bang", "--on", "2026-01-15", "--catalogue", "nq-mau",
               "-o", str(plan))  # fmt: skip
    built = run(checkout, "build", str(plan), "-o", str(checkout / "out"))

    assert made.returncode == built.returncode == 0, made.stderr + built.stderr
    vietnamese = words_of(checkout / "out" / "cao-bang-action-plan.vi.docx")
    english = words_of(checkout / "out" / "cao-bang-action-plan.en.docx")
    assert "Mở lớp đọc bảng biểu cho … người dân tỉnh Cao Bằng." in vietnamese
    assert "Đưa nghị quyết mẫu vào cuộc sống ở tỉnh Cao Bằng." in vietnamese
    assert "Put the sample resolution into practice in Cao Bang Province." in english
    assert "57-NQ/TW" not in vietnamese + english


def test_nothing_of_the_first_catalogue_changes_beside_it(checkout: Path) -> None:
    alone = run(ROOT, "catalogue", "list")
    beside = run(checkout, "catalogue", "list")

    assert beside.stdout == alone.stdout
    assert beside.returncode == 0
