"""`r57plans merge`: what it writes, says and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from merge_builders import MARCH
from validators import audit_errors, integrity_errors

from r57plans import merging
from r57plans.cli import main
from r57plans.demo import demo_plan
from r57plans.findings import Language
from r57plans.load import check_plan_file
from r57plans.plans import read_plan_file
from r57plans.word.outline import outline

SCHEMA = json.loads(Path(merging.__file__).with_name("merge.schema.json").read_text("utf-8"))
DAY = ["--into", "hung-yen", "--on", "2025-07-01"]


@pytest.fixture
def plans(tmp_path: Path) -> list[str]:
    files = [tmp_path / f"{name}.yaml" for name in ("hung-yen", "thai-binh")]
    for file in files:
        file.write_text(demo_plan(file.stem, MARCH), "utf-8")
    return list(map(str, files))


def test_it_writes_a_plan_the_decisions_and_a_report(
    plans: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, decisions = tmp_path / "m.yaml", tmp_path / "d.yaml"
    asked = ["merge", *plans, *DAY, "-o", str(out), "--decisions", str(decisions), "--ui", "vi"]

    assert main([*asked, "--report", str(tmp_path / "r.txt")]) == 0

    said = capsys.readouterr().out
    assert "Nhiệm vụ: 119 thành 65 (54 gộp, 11 giữ nguyên)." in said
    assert f"Đã ghi: {out}" in said
    assert check_plan_file(out)[1].errors == ()
    assert out.read_text("utf-8").count("# Hưng Yên, Thái Bình: ") > 50
    assert "Tổ chức thực hiện:" in (tmp_path / "r.txt").read_text("utf-8")


def test_decisions_are_taken_and_the_file_is_kept_up(plans: list[str], tmp_path: Path) -> None:
    out, decisions = tmp_path / "m.yaml", tmp_path / "d.yaml"
    asked = ["merge", *plans, *DAY, "-o", str(out), "--decisions", str(decisions)]
    main(asked)
    before = decisions.read_text("utf-8")
    decisions.write_text(before.replace("take:  #", "take: hung-yen  #", 1), "utf-8")

    assert main(asked) == 2
    assert main([*asked, "--decide", str(decisions), "--overwrite"]) == 0
    assert decisions.read_text("utf-8").count("take: hung-yen") == 1
    plan, _ = check_plan_file(out)
    assert plan is not None
    assert (plan.targets[0].id, plan.targets[0].values[0].value.vi) == ("tfp", "≥ 45")


def test_the_json_is_of_its_schema(
    plans: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.json"
    asked = ["merge", *plans, *DAY, "-o", str(tmp_path / "m.yaml"), "--report", str(report)]

    assert main([*asked, "--format", "json"]) == 0

    printed = json.loads(capsys.readouterr().out)
    jsonschema.validate(printed, SCHEMA)
    jsonschema.validate(json.loads(report.read_text("utf-8")), SCHEMA)
    assert printed["counts"]["tasks"]["in"] == 119


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_word_report_has_every_task_and_conflict(
    plans: list[str], tmp_path: Path, language: Language
) -> None:
    report = tmp_path / "r.docx"
    asked = ["merge", *plans, *DAY, "-o", str(tmp_path / "m.yaml"), "--report", str(report)]

    assert main([*asked, "--lang", language]) == 0

    data = report.read_bytes()
    rows = [line for line in outline(data).splitlines() if line.startswith("| ")]
    heading = {"vi": "BẢNG TỔNG HỢP HỢP NHẤT KẾ HOẠCH", "en": "REPORT ON THE MERGED PLAN"}
    assert heading[language] in outline(data)
    assert len(rows) > 65 + 9 + 19
    assert integrity_errors(report) == []
    assert audit_errors(report) == []


def test_what_did_not_merge_gives_1_and_writes_nothing(
    plans: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "m.yaml"

    assert main(["merge", *plans, "--into", "cao-bang", "--on", "2025-07-01", "-o", str(out)]) == 1
    assert "was not made of several provinces" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "more",
    [
        ["--on", "2025-07"],
        ["--on", "hôm nay"],
        ["--decide", "khong-co.yaml"],
        ["--report", "r.pdf"],
    ],
)
def test_wrong_use_gives_2(plans: list[str], tmp_path: Path, more: list[str]) -> None:
    out = tmp_path / "m.yaml"

    assert main(["merge", *plans, *DAY, "-o", str(out), *more]) == 2
    assert not out.exists()


def test_a_plan_that_is_merged_is_never_written_over(plans: list[str]) -> None:
    before = Path(plans[0]).read_text("utf-8")

    new = plans[0] + ".new"

    assert main(["merge", *plans, *DAY, "-o", plans[0], "--overwrite"]) == 2
    assert main(["merge", *plans, *DAY, "-o", new, "--decisions", plans[0]]) == 2
    assert main(["merge", *plans, *DAY, "-o", new, "--decisions", new]) == 2
    assert Path(plans[0]).read_text("utf-8") == before


def test_a_faulty_plan_gives_2_with_its_place(
    plans: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(plans[1]).write_text("format: r57plans/plan/1\n", "utf-8")

    assert main(["merge", *plans, *DAY, "-o", str(tmp_path / "m.yaml")]) == 2
    assert "thai-binh.yaml" in capsys.readouterr().err


def test_the_merged_plan_may_be_a_workbook(
    plans: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "m.xlsx"

    assert main(["merge", *plans, *DAY, "-o", str(out), "--ui", "en"]) == 0

    assert read_plan_file(out)[1].errors == ()
    assert f"{out}: note: " in capsys.readouterr().out
