"""`r57plans pull --report`: the table of opinions of what was read back and decided."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from plan_builders import text_of
from pull_builders import PLAN, typed
from word_packages import paragraph_texts

from r57plans import build
from r57plans.cli import main
from r57plans.load import parse_plan
from r57plans.model.proposal import Proposal
from r57plans.opinions import decided
from r57plans.pull import Pulled

DEADLINE, TEXT = "task/1.1.1/deadline", "task/local-3/text"
KEPT = "Giữ nguyên như dự thảo. Lý do: …"


@cache
def built() -> bytes:
    return build(parse_plan(PLAN.encode()), ("vi",)).files[0].data


@pytest.fixture
def copies(tmp_path: Path) -> list[str]:
    """Two edited copies: one deadline in both alike, a text in the second alone."""
    edits = {
        "Sở KHCN.docx": {DEADLINE: "Quý IV/2025"},
        "Sở Tài chính.docx": {DEADLINE: "Quý IV/2025", TEXT: "Mở trung tâm dữ liệu"},
    }
    for name, texts in edits.items():
        (tmp_path / name).write_bytes(typed(built(), texts))
    return [str(tmp_path / name) for name in edits]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def table(folder: Path, *arguments: str) -> list[str]:
    """The paragraphs of the table that the command writes."""
    report = folder / "table.docx"
    assert main(["pull", *arguments, "--report", str(report)]) == 0
    return [text_of(text) for text in paragraph_texts(report.read_bytes())]


def test_each_body_has_its_opinions_and_what_came_of_them(
    copies: list[str], plan: Path, tmp_path: Path
) -> None:
    said = table(tmp_path, *copies, "--plan", str(plan), "--accept", DEADLINE)

    assert any("Tổng số 3 ý kiến của 2 cơ quan, đơn vị, cá nhân" in text for text in said)
    first, second = said.index("Sở Khoa học và Công nghệ"), said.index("Sở Tài chính")
    assert first < second
    assert said[first:].count("Tiếp thu.") == 2
    assert said[second:].count(KEPT) == 1
    assert plan.read_text("utf-8") != PLAN


def test_before_anything_is_decided_the_answers_are_left_blank(
    copies: list[str], plan: Path, tmp_path: Path
) -> None:
    said = table(tmp_path, *copies, "--plan", str(plan))

    assert said.count("…") == 3
    assert "chưa có ý kiến trả lời: 3." in " ".join(said)
    assert plan.read_text("utf-8") == PLAN


def test_what_the_plan_has_already_was_taken(copies: list[str], plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN.replace("deadline: Quý II/2025", "deadline: Quý IV/2025"), "utf-8")

    said = table(tmp_path, copies[0], "--plan", str(plan))

    assert "Tiếp thu. Dự thảo đã có nội dung này." in said


def test_sides_of_a_conflict_wait_until_one_is_taken(
    copies: list[str], plan: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Sở Nội vụ.docx"
    other.write_bytes(typed(built(), {DEADLINE: "Quý I/2026"}))
    files = (copies[0], str(other))

    waiting = table(tmp_path, *files, "--plan", str(plan))
    taken = table(tmp_path, *files, "--plan", str(plan), "--accept", f"{DEADLINE}@{other.name}")

    assert waiting.count("…") == 2
    assert taken.count("Tiếp thu.") == 1
    assert taken.count(KEPT) == 1


def test_the_table_needs_the_plan_and_a_name_of_its_own(
    copies: list[str], plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(copies[0]).read_bytes()

    assert main(["pull", copies[0], "--report", "table.docx", "--ui", "en"]) == 2
    assert "--report needs --plan" in capsys.readouterr().err

    given = ["pull", copies[0], "--plan", str(plan), "--report", copies[0], "--ui", "en"]
    assert main(given) == 2
    assert "another file of this command" in capsys.readouterr().err
    assert Path(copies[0]).read_bytes() == before


def test_a_comment_waits_for_an_answer_even_where_it_went_into_a_note() -> None:
    note = Proposal("note", "task/local-3/note", new=("Chưa rõ.",), task="local-3")

    found = decided(Pulled((note,)), (note,), settled=True)

    assert [each.taken for each in found] == [None]
