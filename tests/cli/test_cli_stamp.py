"""`r57plans stamp`: English that was made from another Vietnamese is told from then on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from r57plans.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "hue-ubnd" / "plan.yaml"
STALE = "R57-262"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def stale(plan: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["check", str(plan), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [finding["path"] for finding in findings if finding["rule"] == STALE]


def change(plan: Path, old: str, new: str) -> None:
    text = plan.read_text("utf-8")
    assert text.count(old) == 1
    plan.write_text(text.replace(old, new), "utf-8")


def test_a_changed_text_whose_english_was_left_is_told(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan.read_text("utf-8")
    assert main(["stamp", str(plan)]) == 0
    assert plan.read_text("utf-8").startswith(before.rstrip())
    assert stale(plan, capsys) == []

    change(plan, "Huế là thành phố", "Huế không còn là thành phố")

    assert stale(plan, capsys) == ["context/0"]


def test_what_was_looked_at_again_is_stale_no_more(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["stamp", str(plan)])
    change(plan, "Huế là thành phố", "Huế không còn là thành phố")
    main(["stamp", str(plan)])
    assert len(stale(plan, capsys)) == 1

    main(["stamp", str(plan), "--renew", "all"])

    assert stale(plan, capsys) == []


def test_a_second_time_there_is_nothing_to_note(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["stamp", str(plan)])
    noted = plan.read_bytes()
    capsys.readouterr()

    assert main(["stamp", str(plan), "--ui", "en"]) == 0
    assert "nothing to note" in capsys.readouterr().out
    assert plan.read_bytes() == noted


def test_a_plan_that_cannot_be_read_gives_2_and_is_left(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("format: r57plans/plan/1\n", "utf-8")

    assert main(["stamp", str(path)]) == 2
    assert path.read_text("utf-8") == "format: r57plans/plan/1\n"


def test_a_text_that_moved_in_its_list_is_not_stale(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["stamp", str(plan)])

    change(plan, "\ncontext:\n", "\ncontext:\n  - {vi: Đoạn mới, en: A new paragraph}\n")

    assert stale(plan, capsys) == ["context/0"]


def test_a_mistyped_name_is_no_renewal(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()

    code = main(["stamp", str(plan), "--renew", "sections/objectives/0", "--ui", "en"])

    assert code == 2
    assert "Did you mean “sections/objective/0”?" in capsys.readouterr().err
    assert plan.read_bytes() == before
