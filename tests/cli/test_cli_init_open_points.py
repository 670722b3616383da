"""A starter plan names what the catalogue leaves open: choices, figures, another catalogue."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from r57plans import build
from r57plans.cli import main
from r57plans.load import load_catalogue, load_plan

xml = re.compile(r"<[^>]+>")


def document_xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    main(["init", "cao-bang", "--on", "2025-03-20", "-o", str(path), "--ui", "en"])
    return path


def test_every_figure_of_a_recommended_task_has_its_blank(starter: Path) -> None:
    expected = {
        task.id: [p.id for p in task.parameters]
        for task in load_catalogue().sub_tasks.values()
        if task.recommended and task.parameters
    }

    found = {t.id: list(t.params) for t in load_plan(starter).tasks if t.params}

    assert expected
    assert found == expected
    assert all(not task.figures for task in load_plan(starter).tasks)


def test_choices_are_listed_beside_their_task(starter: Path) -> None:
    text = starter.read_text("utf-8")
    with_choices = [t for t in load_catalogue().sub_tasks.values() if t.recommended and t.choices]

    assert with_choices
    for task in with_choices:
        block = re.split(rf"  - id: {re.escape(task.id)} ", text)[1].partition("  - id:")[0]
        assert task.choices[0].say("en") in block


def test_a_catalogue_that_is_not_there_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.yaml"

    code = main(["init", "cao-bang", "--catalogue", "nq99", "-o", str(path), "--ui", "en"])

    assert code == 2
    assert "nq99" in capsys.readouterr().err
    assert not path.exists()


def test_an_older_version_gives_a_plan_of_that_version(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"

    code = main(["init", "cao-bang", "--catalogue", "nq57@2025.03", "-o", str(path), "--on",
                 "2025-03-20"])  # fmt: skip

    assert code == 0
    assert load_plan(path).catalogue == "nq57@2025.03"


@pytest.mark.parametrize("province", ["cao-bang", "da-nang"])
@pytest.mark.parametrize("ui", ["vi", "en"])
def test_no_placeholder_of_the_catalogue_is_left_in_a_starter_or_its_documents(
    tmp_path: Path, province: str, ui: str
) -> None:
    path = tmp_path / "plan.yaml"
    main(["init", province, "--on", "2025-03-20", "-o", str(path), "--ui", ui])

    built = build(load_plan(path))

    words = [xml.sub("", document_xml(file.data)) for file in built.files]
    assert not re.search(r"\{(?:tinh|tinh_uy|dia_phuong|committee|place)", path.read_text("utf-8"))
    assert not [text for text in words if "{" in text or "}" in text]
    assert len(words) == 2


@pytest.mark.parametrize(("days", "passed"), [(0, False), (1, True)])
def test_a_deadline_may_be_the_plan_s_own_day_and_has_passed_the_day_after(
    tmp_path: Path, days: int, passed: bool
) -> None:
    task, last = next(
        (task, task.horizon.deadline.last)
        for task in load_catalogue().sub_tasks.values()
        if task.recommended and task.horizon.deadline.last
    )
    path = tmp_path / "plan.yaml"

    main(["init", "cao-bang", "--on", str(last + timedelta(days)), "-o", str(path), "--ui", "en"])

    (found,) = (t for t in load_plan(path).tasks if t.id == task.id)
    assert (not found.deadline.deadline.wording) is passed
    block = re.split(rf"  - id: {re.escape(task.id)} ", path.read_text("utf-8"))[1]
    assert ("the suggested deadline has passed" in block.partition("  - id:")[0]) is passed
