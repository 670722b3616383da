"""`r57plans diff --format markdown|html|docx`: what reviewers and committees are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from r57plans.cli import main
from r57plans.word.outline import outline

EXAMPLE = Path(__file__).parents[2] / "examples" / "cao-bang" / "plan.yaml"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The example, and the same with its next draft's number and one later deadline."""
    text = EXAMPLE.read_text("utf-8")
    later = text.replace("draft_no: 2", "draft_no: 3").replace("15/5/2025", "30/6/2025")
    (tmp_path / "plan.yaml").write_text(later, "utf-8")
    return str(EXAMPLE), str(tmp_path / "plan.yaml")


def test_markdown_goes_to_the_terminal(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["diff", *files, "--format", "markdown", "--lang", "vi", "--ui", "en"])

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("### Dự thảo lần 2 (")
    assert "| Trước ngày <del>15/5/2025</del> | Trước ngày <ins>30/6/2025</ins> |" in said


def test_a_page_names_rules_groups_and_tasks_in_words(
    files: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "page.html"

    code = main(["diff", *files, "--format", "html", "-o", str(out), "--lang", "en"])

    said = out.read_text("utf-8")
    assert code == 0
    assert "<td>Deadline later</td>" in said
    assert "<h2>I. Raise awareness" in said
    assert "Disseminate the Resolution to every Party cell" in said


def test_the_table_for_a_committee_has_the_reasons_of_the_approvals(
    files: tuple[str, str], tmp_path: Path
) -> None:
    out, approved = tmp_path / "table.docx", str(tmp_path / "approved.yaml")
    approving = ("--approved", approved, "--approve", "all", "--reason", "Chờ Trung ương hướng dẫn")

    code = main(["diff", *files, "--format", "docx", "-o", str(out), "--lang", "vi", *approving])

    told = outline(out.read_bytes())
    assert code == 0
    assert "Nhiệm vụ 1.1.1. Quán triệt Nghị quyết đến từng chi bộ ¶[R57TableText] Lùi" in told
    assert "| ¶[R57TableText] Chờ Trung ương hướng dẫn |" in told
    assert "created: 2025-03-28T00:00:00Z" in told


def test_a_word_file_needs_a_name(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["diff", *files, "--format", "docx", "--ui", "en"])

    assert code == 2
    assert "needs -o FILE" in capsys.readouterr().err
