"""`r57plans diff`, as a reviewer, a script and a gate call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import r57plans
from r57plans.cli import main

PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {type: CTr, date: 2025-03-28}
tasks:
  - {id: 1.1.1, leads: [so-noi-vu], deadline: quý II/2025}
  - id: 3.5.2
    leads: [so-tai-chinh]
    deadline: quý II/2025
"""
SCHEMAS = Path(r57plans.__file__).parent / "diff"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`old.yaml`, and `new.yaml` with a later deadline, another lead and a task less."""
    monkeypatch.chdir(tmp_path)
    new = PLAN.replace("    deadline: quý II/2025", "    deadline: quý IV/2025")
    new = new.replace("  - {id: 1.1.1, leads: [so-noi-vu], deadline: quý II/2025}\n", "")
    Path("old.yaml").write_text(PLAN, "utf-8")
    Path("new.yaml").write_text(new.replace("so-tai-chinh", "so-y-te"), "utf-8")
    Path("severity.yaml").write_text("{task.deadline: wording, task.removed: off}\n", "utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The code and what was printed."""
    code = main(["diff", *arguments, *([] if "--ui" in arguments else ["--ui", "en"])])
    return code, capsys.readouterr().out


@pytest.mark.usefixtures("files")
def test_a_reviewer_reads_a_summary_and_each_change_with_both_places(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said = run(capsys, "old.yaml", "new.yaml", "--ui", "vi")

    assert code == 0
    assert "3 thay đổi: 3 quan trọng." in said
    assert "!   1  Lùi thời hạn" in said
    assert "Thời hạn nhiệm vụ 3.5.2 lùi hai quý: quý II/2025 → quý IV/2025" in said
    assert "[task.deadline.later]  old.yaml:9:15 → new.yaml:8:15" in said


@pytest.mark.usefixtures("files")
def test_a_plan_and_itself_do_not_differ(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "old.yaml", "old.yaml", "--fail-on", "wording")

    assert (code, said.splitlines()[-1]) == (0, "Nothing changed in substance.")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "major"), 1),
        (("--fail-on", "wording"), 1),
        (("--fail-on", "major", "--severity", "severity.yaml"), 1),  # the lead is left
    ],
)
def test_it_gives_1_only_where_it_is_asked_to(
    arguments: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "old.yaml", "new.yaml", *arguments)[0] == code


@pytest.mark.usefixtures("files")
def test_an_office_gives_rules_other_severities_or_turns_them_off(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, said = run(capsys, "old.yaml", "new.yaml", "--severity", "severity.yaml", "--format", "json")

    found = {c["rule"]: c["severity"] for c in json.loads(said)["changes"]}
    assert found == {"task.deadline.later": "wording", "task.lead.changed": "major"}


@pytest.mark.usefixtures("files")
def test_json_has_the_shape_that_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "old.yaml", "new.yaml", "--approved", "ok.yaml", "--approve", "all")
    _, approved = run(capsys, "old.yaml", "new.yaml", "--approved", "ok.yaml", "--format", "json")
    _, found = run(capsys, "old.yaml", "new.yaml", "--format", "json")
    _, three = run(capsys, "--three", "old.yaml", "new.yaml", "old.yaml", "--format", "json")

    assert [len(valid(said, "changes")["approved"]) for said in (approved, found)] == [3, 0]
    assert len(valid(three, "three")["only_a"]) == 3


def valid(said: str, name: str) -> dict[str, Any]:
    """The JSON, which is valid by the schema of that name."""
    data: dict[str, Any] = json.loads(said)
    jsonschema.validate(data, json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    return data


@pytest.mark.usefixtures("files")
def test_an_approved_change_is_told_apart_and_does_not_fail(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, said = run(capsys, "old.yaml", "new.yaml", "--format", "json")
    prints = [change["fingerprint"] for change in json.loads(said)["changes"]]
    ask = ("old.yaml", "new.yaml", "--approved", "ok.yaml", "--fail-on", "major")

    one = run(capsys, *ask, "--approve", prints[0], "--reason", "the centre moved its own")
    two = run(capsys, *ask, "--approve", "all")

    assert one[0] == 1
    assert "Approved (1):" in one[1]
    assert "(reason: the centre moved its own)" in one[1]
    assert two[0] == 0
    assert "Every change is approved." in two[1]
    assert Path("ok.yaml").read_text("utf-8").count("fingerprint:") == 3


@pytest.mark.usefixtures("files")
def test_a_file_of_another_form_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    flow = '[{fingerprint: "0123456789abcdef"}]'
    Path("ok.yaml").write_text(flow, "utf-8")

    code, _ = run(capsys, "old.yaml", "new.yaml", "--approved", "ok.yaml", "--approve", "all")

    assert (code, Path("ok.yaml").read_text("utf-8")) == (2, flow)


@pytest.mark.usefixtures("files")
def test_three_versions_show_the_conflict_with_all_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = PLAN.replace("    deadline: quý II/2025", "    deadline: quý I/2026")
    Path("other.yaml").write_text(other, "utf-8")

    code, said = run(capsys, "--three", "old.yaml", "new.yaml", "other.yaml", "--fail-on", "major")

    assert code == 1
    assert "1 conflict." in said
    assert "Task 3.5.2\n  old.yaml: Q2 2025\n  new.yaml: The deadline" in said
    assert "Only new.yaml (2):" in said


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("old.yaml",), "There must be 2 files: OLD NEW."),
        (("--three", "old.yaml", "new.yaml"), "There must be 3 files: BASE A B."),
        (("old.yaml", "new.yaml", "--approve", "all"), "--approve needs --approved FILE."),
        (("old.yaml", "new.yaml", "--reason", "x"), "--reason goes with --approve."),
        (("old.yaml", "missing.yaml"), "There is no such file."),
        (("old.yaml", "git:-x:a"), "A revision cannot begin with “-”."),
        (("--explain", "task.deadlin.later"), "Did you mean “task.deadline.later”?"),
        (
            ("old.yaml", "new.yaml", "--approved", "ok.yaml", "--approve", "0000000000000000"),
            "There is no change 0000000000000000.",
        ),
        (("old.yaml", "new.yaml", "--severity", "wrong.yaml"), "There is no rule task.gone."),
    ],
)
def test_wrong_use_gives_2_and_says_what_is_wrong(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("wrong.yaml").write_text("task.gone: major\n", "utf-8")

    code = main(["diff", *arguments, "--ui", "en"])

    assert (code, words in capsys.readouterr().err) == (2, True)


@pytest.mark.usefixtures("files")
def test_a_report_goes_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "old.yaml", "new.yaml", "-o", "out/report.txt")
    json_code, nothing = run(
        capsys, "old.yaml", "new.yaml", "--format", "json", "-o", "out/report.json"
    )

    assert (code, said) == (0, f"Wrote: {Path('out/report.txt')}\n")
    assert (json_code, nothing) == (0, "")
    assert len(json.loads(Path("out/report.json").read_text("utf-8"))["changes"]) == 3
    assert "3 changes: 3 major." in Path("out/report.txt").read_text("utf-8")


def test_a_rule_is_explained_with_its_pair(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--explain", "task.deadline.later")

    assert code == 0
    assert "the other way round: task.deadline.earlier" in said


@pytest.mark.usefixtures("files")
def test_the_verb_compares_plans_in_a_script() -> None:
    old, new = (r57plans.load_plan(name) for name in ("old.yaml", "new.yaml"))

    found = r57plans.diff(old, new)

    assert {change.rule for change in found} == {
        "task.lead.changed", "task.deadline.later", "task.removed",
    }  # fmt: skip
