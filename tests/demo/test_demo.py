"""Illustrative plans: of every province of a day, the same each time, sound, and said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from r57plans import check
from r57plans.cli import main
from r57plans.demo import demo_plan, provinces_of
from r57plans.load import parse_plan
from r57plans.model.base import DocumentDate

MARCH, JULY = DocumentDate.parse("2025-03-28"), DocumentDate.parse("2025-07-15")


def test_there_are_63_in_march_and_34_in_july_2025() -> None:
    assert len(provinces_of(MARCH)) == 63
    assert len(provinces_of(JULY)) == 34
    assert provinces_of(MARCH)[:3] == ["an-giang", "ba-ria-vung-tau", "bac-lieu"]


@pytest.mark.parametrize(
    ("name", "on"),
    [("ha-noi", MARCH), ("bac-giang", MARCH), ("ca-mau", MARCH), ("hai-phong", JULY)],
)
def test_a_plan_is_sound_and_meets_the_requirement(name: str, on: DocumentDate) -> None:
    plan = parse_plan(demo_plan(name, on).encode())

    found = check(plan)

    assert [finding.rule for finding in found.report.errors] == []
    assert plan.province == name
    assert len(plan.tasks) > 40


def test_it_says_that_it_is_illustrative_and_is_the_same_each_time() -> None:
    text = demo_plan("ha-nam", MARCH)

    assert text.startswith("# KẾ HOẠCH MINH HỌA để dùng thử, không phải văn bản của tỉnh Hà Nam.")
    assert "An ILLUSTRATIVE PLAN" in text
    assert text == demo_plan("ha-nam", MARCH)
    assert text != demo_plan("nam-dinh", MARCH).replace("nam-dinh", "ha-nam")


def test_the_command_writes_as_many_as_asked_and_never_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["demo", "--provinces", "2", "-o", str(tmp_path / "d"), "--ui", "en"]

    assert main(asked) == 0
    assert sorted(p.name for p in (tmp_path / "d").iterdir()) == [
        "an-giang.yaml", "ba-ria-vung-tau.yaml",
    ]  # fmt: skip
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err


def test_more_provinces_than_there_were_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "d"
    asked = ["demo", "--provinces", "63", "--on", "2025-07-15", "-o", str(out), "--ui", "vi"]

    assert main(asked) == 2
    assert "chỉ có 34 tỉnh, thành phố, không có 63" in capsys.readouterr().err
    assert not out.exists()
