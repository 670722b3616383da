"""PDFs of many files by one start of LibreOffice, whatever becomes of it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

import pytest
from batch_proof import ROOT, is_alive
from office_builders import CUT, WHOLE, WordFile, fonts, nothing, office, until, word

from r57plans import RefusedError, pdfs_of

FILES = [word(name) for name in ("an", "ba", "chi", "do")]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for temporary files, and a font with every letter."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    fonts(tmp_path, monkeypatch, Tinos=WHOLE)
    return folder


def test_one_start_makes_the_pdf_of_every_file_and_leaves_nothing(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch)

    made = pdfs_of(FILES)

    assert [file.name for file in made.files] == ["an.pdf", "ba.pdf", "chi.pdf", "do.pdf"]
    assert all(name in pdf.data for name, pdf in zip((b"an", b"ba"), made.files, strict=False))
    assert (len(program.starts), list(made.report)) == (1, [])
    assert list(temporary.iterdir()) == []


def test_the_same_files_give_the_same_bytes_at_another_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch)

    assert pdfs_of(FILES) == pdfs_of(FILES)


@pytest.mark.parametrize(
    ("does", "starts"),
    [
        ("case $n in 1) continue;; esac", 1),  # it says that it cannot read the file, and goes on
        ("case $n in 1) printf '%%PDF-1.6' > $out/1.pdf; continue;; esac", 1),  # half a file
        ('case "$n $(cat $n.docx)" in *ba) kill -9 $$;; esac', 2),  # it breaks down over the file
    ],
)
def test_a_file_that_cannot_be_converted_is_named_and_the_others_are_kept(
    does: str, starts: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch, does)

    made = pdfs_of(FILES)

    assert [file.name for file in made.files] == ["an.pdf", "chi.pdf", "do.pdf"]
    [finding] = made.report
    assert (finding.rule, finding.place.file) == ("pdf.failed", "ba.docx")
    assert "ba.docx" in finding.message.vi
    assert len(program.starts) == starts


def test_a_file_that_takes_too_long_is_given_up_alone(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch, 'case "$(cat $n.docx)" in *ba) sleep 60;; esac')
    begun = monotonic()

    made = pdfs_of(FILES, seconds=0.4)

    assert [file.name for file in made.files] == ["an.pdf", "chi.pdf", "do.pdf"]
    assert [(f.rule, f.place.file) for f in made.report] == [("pdf.late", "ba.docx")]
    assert monotonic() - begun < 10
    assert list(temporary.iterdir()) == []


def test_the_limit_is_for_each_file_and_not_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch, "sleep 0.4")

    made = pdfs_of(FILES, seconds=0.9)

    assert len(made.files) == 4


def test_a_program_that_never_makes_anything_is_not_started_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch, "exit 77")

    made = pdfs_of([word(str(number)) for number in range(30)])

    assert made.files == ()
    assert len(made.report.errors) == 30
    assert len(program.starts) == 3


def test_what_is_no_word_file_is_not_given_to_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch)

    made = pdfs_of([WordFile("page.docx", b"<html>"), word("an"), WordFile("empty.docx", b"")])

    assert [file.name for file in made.files] == ["an.pdf"]
    assert {f.place.file for f in made.report} == {"page.docx", "empty.docx"}
    assert program.starts == [["1.docx"]]


def test_macros_are_off_and_a_font_with_every_letter_stands_for_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch)

    pdfs_of(FILES)

    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in program.settings
    assert '"SubstituteFont" oor:op="fuse"><value>Tinos<' in program.settings


def test_a_font_that_lacks_letters_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts(tmp_path, monkeypatch, Liberation_Serif=CUT)
    office(tmp_path, monkeypatch)

    made = pdfs_of(FILES)

    [finding] = made.report
    assert (finding.rule, finding.level) == ("pdf.font", "warning")
    assert "Liberation Serif" in finding.message.en
    assert len(made.files) == 4


def test_without_libreoffice_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing(tmp_path, monkeypatch)

    with pytest.raises(RefusedError) as caught:
        pdfs_of(FILES)

    [finding] = caught.value.report
    assert finding.rule == "pdf.no-office"
    assert "sudo apt install libreoffice-writer-nogui" in finding.hint.vi


def test_no_program_lives_on_when_the_one_that_began_it_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "sleeper"
    office(tmp_path, monkeypatch, f"sleep 60 & echo $! > {note}.new; mv {note}.new {note}; wait")
    code = "from office_builders import word\nfrom r57plans import pdfs_of\npdfs_of([word('an')])"
    beginner = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import sys\nsys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'tests')!r}]\n{code}",
        ],
    )
    until(note.exists)
    sleeper = int(note.read_text("ascii"))

    beginner.kill()
    beginner.wait()

    until(lambda: not is_alive(sleeper))
