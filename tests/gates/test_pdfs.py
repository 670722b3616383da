"""PDFs by the real LibreOffice: every document, every letter, one start, the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from batch_proof import ROOT, is_alive
from built_examples import EXAMPLES
from office_builders import put, until
from pages import blocks_of, dead_links, make_workplace, run_shell

from r57plans import Built, build, load_plan, pdfs_of
from r57plans.cli import main
from r57plans.office import find_office, serif

pytestmark = pytest.mark.word


@cache
def built(name: str) -> Built:
    """All documents of an example."""
    return build(load_plan(EXAMPLES / name / "plan.yaml"), documents=("all",))


@pytest.mark.parametrize("name", ["cao-bang", "hue-ubnd"])
def test_every_document_has_a_pdf_in_the_font_that_doctor_names_and_no_other(name: str) -> None:
    font = serif()
    assert font is not None

    made = pdfs_of(built(name).files)

    assert list(made.report) == []
    assert [f.name for f in made.files] == [
        file.name.replace(".docx", ".pdf") for file in built(name).files
    ]
    for pdf in made.files:
        families = set(re.findall(rb"/BaseFont/[A-Z]{6}\+([A-Za-z]+)", pdf.data))
        assert families == {font.family.replace(" ", "").encode()}, pdf.name
        assert b"CreationDate" not in pdf.data
        assert b"/AcroForm" not in pdf.data


def test_the_text_is_there_to_be_found_with_its_marks() -> None:
    [pdf] = pdfs_of(built("cao-bang").files[:1]).files

    with pdfplumber.open(BytesIO(pdf.data)) as opened:
        first = opened.pages[0].extract_text()

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in first
    assert "chuyển đổi số quốc gia" in first


def test_alone_or_among_others_a_file_gives_the_same_bytes() -> None:
    files = built("hue-ubnd").files[:3]

    together = pdfs_of(files).files

    assert together == tuple(pdf for file in files for pdf in pdfs_of([file]).files)


def test_build_starts_libreoffice_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = find_office()
    put(tmp_path, "soffice", f'#!/bin/sh\necho start >> {tmp_path}/log\nexec {real} "$@"\n')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    plan = EXAMPLES / "cao-bang" / "plan.yaml"

    code = main(["build", str(plan), "-o", str(tmp_path / "o"), "--document", "all", "--pdf"])

    assert code == 0
    assert len(list((tmp_path / "o").glob("*.pdf"))) == 8
    assert (tmp_path / "log").read_text("utf-8") == "start\n"


def test_a_damaged_file_is_named_and_its_neighbours_are_made() -> None:
    first, second, third = built("hue-ubnd").files[:3]
    broken = type(second)(second.name, second.language, second.data[: len(second.data) // 2])

    made = pdfs_of([first, broken, third])

    assert [f.place.file for f in made.report.errors] == [second.name]
    assert len(made.files) == 2


def test_the_blocks_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "pdf.md").read_text("utf-8")
    monkeypatch.chdir(make_workplace(tmp_path))
    shell, python = blocks_of(page)

    ran = run_shell(shell.text, tmp_path)
    exec(compile(python.text, "the page", "exec"), {})

    assert ran.returncode == 0, ran.stderr
    assert dead_links(page, ROOT / "docs") == []
    assert (tmp_path / "out" / "cao-bang-action-plan.en.pdf").is_file()
    assert len(list((tmp_path / "all").glob("*/*.pdf"))) >= 4


def _offices(folder: Path) -> list[int]:
    """The processes of LibreOffice that work in a folder and below it."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            said = line.read_bytes()
        except OSError:
            continue
        if b"soffice.bin" in said and str(folder).encode() in said:
            found.append(int(line.parent.name))
    return found


def test_a_batch_that_is_killed_takes_libreoffice_along(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    for name in ("cao-bang", "hue-ubnd"):
        (plans / name).mkdir(parents=True)
        (plans / name / "plan.yaml").write_bytes((EXAMPLES / name / "plan.yaml").read_bytes())
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = ["batch", str(plans), "-o", str(tmp_path / "out"), "--jobs", "2", "--pdf"]
    killed = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *command],
        env=os.environ | {"TMPDIR": str(temporary)},
    )
    until(lambda: len(_offices(temporary)) == 2)
    offices = _offices(temporary)

    killed.kill()
    killed.wait()

    until(lambda: not any(map(is_alive, offices)))
    assert not any(map(is_alive, _offices(temporary)))
