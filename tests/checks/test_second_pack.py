"""Another requirement is a folder of data: the practice of reporting every six months."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from check_builders import findings, judged
from plan_builders import plan

from r57plans.checks.run import pack_of
from r57plans.errors import LoadError

FOLDER = Path(__file__).parents[1] / "cases" / "packs" / "six-monthly-report"
PACK = pack_of(FOLDER)
SOUND: dict[str, Any] = {
    "every": "6 tháng",
    "from": ["van-phong-tinh-uy"],
    "to": "ban-thuong-vu",
    "by": ["15/6", "15/12"],
    "vi": "Báo cáo kết quả, khó khăn, kiến nghị.",
}
REPORT = {"progress-report-2025-06": {"type": "BC", "date": "2025-06"}}


def reporting(**changes: Any) -> dict[str, Any]:
    return {"reporting": [{**SOUND, **changes}], "documents": REPORT}


def test_a_plan_that_reports_every_six_months_meets_the_pack() -> None:
    result = judged(plan(**reporting()), PACK)

    assert result.told == ()
    assert [(part.id, part.verdict) for part in result.parts] == [
        ("rhythm", "met"),
        ("content", "met"),
    ]


def test_its_parts_have_the_words_that_the_pack_gives_them() -> None:
    part = judged(plan(), PACK).parts[0]

    assert (part.verdict, part.title.vi) == ("not", "Báo cáo theo kỳ")


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("BC6T-001", {"reporting": []}),
        ("BC6T-002", reporting(by=[])),
        ("BC6T-003", reporting(by=["15/6", "25/12"])),
        ("BC6T-004", reporting(to="so-tai-chinh")),
        ("BC6T-005", reporting(**{"from": []})),
        ("BC6T-011", {"reporting": [SOUND]}),
        ("BC6T-012", reporting(vi="Báo cáo kết quả và kiến nghị.")),
    ],
)
def test_each_of_its_rules_finds_what_breaks_it(rule: str, given: dict[str, Any]) -> None:
    found = findings(plan(**given), PACK, rule)

    assert len(found) == 1
    assert "{" not in found[0].message.vi


def test_every_one_of_its_rules_is_shown_failing() -> None:
    shown = {f"BC6T-{number:03d}" for number in (1, 2, 3, 4, 5, 11, 12)}

    assert {rule.id for rule in PACK.rules} == shown


def test_a_rhythm_of_another_pack_is_another_setting() -> None:
    quarterly = plan(reporting=[{"every": "quý", "to": "ban-chi-dao"}])

    assert len(findings(quarterly, PACK, "BC6T-001")) == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("rhythm", "with: {every: 6 tháng}", "with: {months: 6}", "`with: {every: …}` is missing"),
        ("rhythm", "with: {every: 6 tháng}", "with: {every: 6}", "a text"),
        ("rhythm", "by: [20/6, 20/12]", "by: [20/6, 31/2]", "a list of days"),
        ("content", "like: 'progress", "like: '(progress", "a regular expression"),
        ("rhythm", "part: rhythm", "part: rythm", "“rythm”"),
    ],
)
def test_a_pack_that_gives_a_check_what_it_cannot_use_is_refused(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for path in FOLDER.glob("*.yaml"):
        words = path.read_text("utf-8")
        wrong = words.replace(old, new, 1) if path.stem == file else words
        (tmp_path / path.name).write_text(wrong, "utf-8")

    with pytest.raises(LoadError) as caught:
        pack_of(tmp_path)

    assert said in caught.value.report.text("en")
