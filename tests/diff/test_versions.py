"""Sides of a comparison: plan files, git revisions; what cannot be read says why."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from r57plans.diff.versions import read_side, read_sides
from r57plans.errors import LoadError

PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {type: CTr, date: 2025-03-28}
tasks: [{id: 1.1.1, leads: [so-noi-vu], deadline: quý II/2025}]
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with the plan in it, in a folder; it is the working folder."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.yaml").write_text(PLAN, "utf-8")
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def fault_of(name: str) -> str:
    with pytest.raises(LoadError) as stopped:
        read_side(name)
    (finding,) = stopped.value.report
    assert finding.place.file == name
    return finding.rule


def test_a_revision_of_git_is_read_with_its_lines(repository: Path) -> None:
    name = "git:HEAD:plans/plan.yaml"

    side = read_side(name)

    assert side.plan.tasks[0].id == "1.1.1"
    assert str(side.plan.place("tasks", 0)).startswith(f"{name}:5:")


def test_a_path_may_be_from_the_working_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "plans")

    assert read_side("git:HEAD:./plan.yaml").plan.province == "cao-bang"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("git:HEAD", "diff.git-form"),
        ("git::plans/plan.yaml", "diff.git-form"),
        ("git:HEAD:", "diff.git-form"),
        ("git:--output=x:plans/plan.yaml", "diff.git-form"),
        ("git:HEAD\x00:plans/plan.yaml", "diff.git-form"),
        ("git:no-such:plans/plan.yaml", "diff.git-revision"),
        ("git:HEAD:plan.yaml", "diff.git-file"),
        ("git:HEAD:plans", "diff.git-file"),
    ],
)
def test_what_git_does_not_have_is_said(repository: Path, name: str, rule: str) -> None:
    assert fault_of(name) == rule
    assert [path.name for path in repository.iterdir() if path.name != ".git"] == ["plans"]


def test_outside_of_a_repository_that_is_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.delenv("GIT_DIR", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)

    assert fault_of("git:HEAD:plan.yaml") == "diff.git-repository"


def test_without_git_that_is_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert fault_of("git:HEAD:plan.yaml") == "diff.git"


def test_the_faults_of_both_sides_are_said_at_once(tmp_path: Path) -> None:
    missing, broken = tmp_path / "a.yaml", tmp_path / "b.yaml"
    broken.write_text("format: [", "utf-8")

    with pytest.raises(LoadError) as stopped:
        read_sides([str(missing), str(broken)])

    assert {f.place.file for f in stopped.value.report} == {str(missing), str(broken)}
