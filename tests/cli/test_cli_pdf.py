"""`build --pdf` and `batch --pdf`, as a person calls them."""

from __future__ import annotations

import json
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_examples import EXAMPLES
from office_builders import WHOLE, fonts, nothing, office

from r57plans.batch import Options, batch
from r57plans.batch.making import make
from r57plans.batch.order import Order
from r57plans.cli import main

PLAN = EXAMPLES / "xa-mau" / "plan.yaml"
VI_ONLY = Options(languages=("vi",), documents=("action-plan",), pdf=True)


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A font with every letter, temporary files apart, and what `kill` did before."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    fonts(tmp_path, monkeypatch, Tinos=WHOLE)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.*") if ".r57plans" not in path.parts)


def test_build_writes_a_pdf_beside_each_document_by_one_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = office(tmp_path, monkeypatch)
    out = tmp_path / "out"

    code = main(["build", str(PLAN), "-o", str(out), "--pdf", "--ui", "vi"])

    words = [name for name in names(out) if name.endswith(".docx")]
    assert code == 0
    assert len(words) == 2
    assert names(out) == sorted([*words, *(name.replace(".docx", ".pdf") for name in words)])
    assert len(program.starts) == 1
    assert capsys.readouterr().out.count(".pdf\n") == 2


def test_build_names_the_document_without_a_pdf_and_writes_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office(tmp_path, monkeypatch, "case $n in 1) continue;; esac")
    out = tmp_path / "out"

    code = main(["build", str(PLAN), "-o", str(out), "--pdf", "--ui", "en"])

    assert code == 1
    assert len(names(out)) == 3
    assert ".en.docx: error: LibreOffice could not make the PDF" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "batch"])
def test_without_libreoffice_nothing_is_begun(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    nothing(tmp_path, monkeypatch)
    out = tmp_path / "out"
    what = PLAN if command == "build" else PLAN.parent

    code = main([command, str(what), "-o", str(out), "--pdf", "--format", "json", "--ui", "en"])

    [finding] = json.loads(capsys.readouterr().out)["findings"]
    assert code == 1
    assert finding["rule"] == "pdf.no-office"
    assert "r57plans doctor" in finding["hint"]
    assert not out.exists()


def test_batch_keeps_pdfs_in_its_manifest_and_takes_them_out_when_they_are_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, monkeypatch)
    out = tmp_path / "out"

    first = batch(PLAN.parent, out, VI_ONLY, jobs=1)
    second = batch(PLAN.parent, out, VI_ONLY, jobs=1)
    with_pdf = names(out)
    batch(PLAN.parent, out, Options(languages=("vi",), documents=("action-plan",)), jobs=1)

    [record] = first.plans
    assert [Path(name).suffix for name in record.files] == [".docx", ".pdf"]
    assert second.plans[0].skipped
    assert len(program.starts) == 1
    assert [name for name in with_pdf if name not in names(out)] == [
        Path(name).name for name in record.files if name.endswith(".pdf")
    ]


def test_a_plan_without_one_of_its_pdfs_is_a_failed_plan_and_others_go_on(
    plans_of_two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch, f'[ "$(wc -l < {tmp_path}/log)" -eq 1 ] && continue')

    done = batch(plans_of_two, tmp_path / "out", VI_ONLY, jobs=1)

    assert [record.name for record in done.failed] == ["a.yaml"]
    assert done.failed[0].findings[-1]["rule"] == "pdf.failed"
    assert [record.name for record in done.made] == ["b.yaml"]
    assert all(name.startswith("b/") for name in done.made[0].files)


@pytest.fixture
def plans_of_two(tmp_path: Path) -> Path:
    """A folder with the same plan twice."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_bytes(PLAN.read_bytes())
    return folder


def test_a_machine_of_a_cluster_without_libreoffice_says_so_for_the_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing(tmp_path, monkeypatch)

    made = make(Order("plan.yaml", PLAN.read_bytes(), VI_ONLY))

    assert made.failed
    assert made.findings[-1].rule == "pdf.no-office"


def test_an_executor_is_not_held_to_what_this_machine_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    nothing(tmp_path, monkeypatch)

    with ThreadPoolExecutor(1) as executor:
        done = batch(PLAN.parent, tmp_path / "out", VI_ONLY, executor=executor)

    assert done.failed[0].findings[-1]["rule"] == "pdf.no-office"
