"""`r57plans pull`: what was typed in Word comes back into the plan file, and nothing else."""

from __future__ import annotations

import io
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from jsonschema import Draft202012Validator
from pull_builders import PLAN, differences, typed

import r57plans.pull as room
from r57plans import build
from r57plans.cli import main
from r57plans.findings import Language
from r57plans.load import parse_plan
from r57plans.word.package import read_package, write_package

SCHEMA = json.loads(Path(room.__file__).with_name("pull.schema.json").read_text("utf-8"))
DEADLINE, TEXT = "task/1.1.1/deadline", "task/local-3/text"
MOVED_ON = PLAN.replace("deadline: Quý II/2025", "deadline: Quý III/2025")


@cache
def built(language: Language = "vi") -> bytes:
    return build(parse_plan(PLAN.encode()), (language,)).files[0].data


def edited(
    folder: Path, texts: dict[str, str], name: str = "a.docx", language: Language = "vi",
    *, track: bool = False,
) -> str:  # fmt: skip
    path = folder / name
    path.write_bytes(typed(built(language), texts, track=track))
    return str(path)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["pull", *arguments, "--ui", "en"])
    said = capsys.readouterr()
    return code, said.out, said.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *arguments, "--format", "json")
    data = json.loads(out)
    Draft202012Validator(SCHEMA).validate(data)
    return code, data


def test_an_edited_deadline_changes_that_line_of_the_plan_file_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"}, track=True)

    code, out, _ = run(capsys, file, "--plan", str(plan), "--accept", "all")

    assert code == 0
    assert "Hoàng Văn Đọc" in out
    assert f"Wrote: {plan} (proposals: 1)" in out
    assert differences(plan.read_text("utf-8")) == [
        "- deadline: Quý II/2025  # theo văn bản",
        "+ deadline: Quý IV/2025  # theo văn bản",
    ]


def test_without_acceptance_it_tells_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"})

    alone = run(capsys, file)
    beside = run(capsys, file, "--plan", str(plan))

    for code, out, _ in (alone, beside):
        assert code == 0
        assert "Task 1.1.1\n  deadline  (task/1.1.1/deadline)\n    - Quý II/2025\n" in out
        assert "Proposals: 1, conflicts: 0." in out
    assert plan.read_text("utf-8") == PLAN


def test_a_file_that_nobody_edited_proposes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    code, out, err = run(capsys, edited(tmp_path, {}), "--plan", str(plan), "--accept", "all")

    assert (code, err) == (0, "")
    assert out.startswith("Nothing was changed.\n")
    assert plan.read_text("utf-8") == PLAN


def test_one_proposal_is_accepted_by_its_id_into_another_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025", TEXT: "Làm cầu."})
    out = tmp_path / "new.yaml"

    code, data = as_json(capsys, file, "--plan", str(plan), "--accept", TEXT, "-o", str(out))

    assert code == 0
    accepted = {each["id"]: each["accepted"] for each in data["proposals"]}
    assert accepted == {DEADLINE: False, TEXT: True}
    assert data["file"] == str(out)
    assert plan.read_text("utf-8") == PLAN
    assert len(differences(out.read_text("utf-8"))) == 2


def test_what_the_plan_changed_since_is_a_conflict_that_only_its_name_takes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"})
    plan.write_text(MOVED_ON, "utf-8")

    every, data = as_json(capsys, file, "--plan", str(plan), "--accept", "all")
    kept = plan.read_text("utf-8")
    named, _ = as_json(capsys, file, "--plan", str(plan), "--accept", DEADLINE)

    conflict = data["conflicts"][0]
    assert (every, named) == (1, 0)
    assert (conflict["printed"], conflict["plan"]) == ("Quý II/2025", "Quý III/2025")
    assert [side["new"] for side in conflict["files"]] == ["Quý IV/2025"]
    assert kept == MOVED_ON
    assert "deadline: Quý IV/2025" in plan.read_text("utf-8")


def test_a_file_of_an_older_plan_or_of_another_province_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"})
    plan.write_text(PLAN.replace("province: cao-bang", "province: lang-son"), "utf-8")

    _, data = as_json(capsys, file, "--plan", str(plan))

    rules = [finding["rule"] for finding in data["findings"]]
    assert rules[-2:] == ["pull.other-province", "pull.plan-moved-on"]


def test_a_manifest_that_does_not_match_its_hash_is_told_apart_from_a_plan_that_moved_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    parts = read_package(typed(built(), {DEADLINE: "Quý IV/2025"}))
    name = next(n for n in parts if re.fullmatch(r"customXml/item\d+\.xml", n))
    altered = parts[name].replace("Quý\xa0II/2025".encode(), "Quý\xa0I/2025".encode())
    file = tmp_path / "a.docx"
    file.write_bytes(write_package(parts | {name: altered}))

    code, data = as_json(capsys, str(file), "--plan", str(plan))

    assert code == 0
    assert [finding["rule"] for finding in data["findings"]] == ["pull.manifest-hash"]


def test_what_the_plan_says_already_is_no_question(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý III/2025"})
    plan.write_text(MOVED_ON, "utf-8")

    code, out, _ = run(capsys, file, "--plan", str(plan), "--accept", "all")

    assert code == 0
    assert f"In the plan already: {DEADLINE}" in out


def test_what_was_accepted_is_not_proposed_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    leads = "task/local-3/leads/0"
    file = edited(tmp_path, {leads: "Sở KH&CN", "document/number": "25"})
    assert run(capsys, file, "--plan", str(plan), "--accept", "all")[0] == 0

    _, data = as_json(capsys, file, "--plan", str(plan))

    assert (data["proposals"], data["conflicts"], data["fixed"]) == ([], [], [])
    assert {each["path"] for each in data["already"]} == {"document/number", "task/local-3/leads"}


def test_copies_are_merged_and_each_side_of_a_conflict_has_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    one = edited(tmp_path, {DEADLINE: "Quý IV/2025", TEXT: "Làm cầu."}, "lan.docx")
    two = edited(tmp_path, {DEADLINE: "2026", TEXT: "Làm cầu."}, "binh.docx")

    code, out, _ = run(capsys, one, two, "--plan", str(plan), "--accept", "all")
    again = run(capsys, one, two, "--plan", str(plan), "--accept", f"{DEADLINE}@binh.docx")

    assert code == 1
    assert f"CONFLICT {DEADLINE}" in out
    assert "lan.docx: Quý IV/2025" in out
    assert again[0] == 0
    text = plan.read_text("utf-8")
    assert "vi: Làm cầu." in text
    assert "deadline: 2026" in text


def test_an_english_copy_changes_the_vietnamese_deadline(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Q1 2026"}, language="en")

    assert run(capsys, file, "--plan", str(plan), "--accept", "all")[0] == 0
    assert "deadline: Quý I/2026" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("answers", "taken"),
    [("y\nn\n", 1), ("a\n", 2), ("q\n", 0), ("y\n", 1), ("", 0), ("x\ny\ny\n", 2)],
)
def test_it_asks_one_by_one_on_a_pipe_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    plan: Path, answers: str, taken: int,
) -> None:  # fmt: skip
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025", TEXT: "Làm cầu."})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(answers.encode())))

    code, out, _ = run(capsys, file, "--plan", str(plan), "--apply")

    assert code == 0
    assert len(differences(plan.read_text("utf-8"))) == 2 * taken
    assert (f"(proposals: {taken})" in out) is (taken > 0)


def test_asked_of_a_conflict_the_plan_keeps_its_value_unless_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"})
    plan.write_text(MOVED_ON, "utf-8")
    for answer, deadline in (("0", "Quý III/2025"), ("1", "Quý IV/2025")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{answer}\n".encode())))

        run(capsys, file, "--plan", str(plan), "--apply")

        assert f"deadline: {deadline}" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--accept", "all"),
        ("--plan", "plan.yaml", "-o", "new.yaml"),
        ("--plan", "plan.yaml", "--apply", "--accept", "all"),
        ("--plan", "plan.yaml", "--apply", "--format", "json"),
        ("--plan", "plan.yaml", "--accept", "all", "-o", "./a.docx"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run(capsys, "a.docx", *arguments)[0] == 2


def test_an_unknown_id_is_told_with_those_there_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    file = edited(tmp_path, {DEADLINE: "Quý IV/2025"})

    code, _, err = run(capsys, file, "--plan", str(plan), "--accept", "task/1.1.1/leads")

    assert code == 2
    assert DEADLINE in err


def test_a_missing_file_and_no_word_file_are_unreadable_and_a_strange_one_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: Path
) -> None:
    strange, broken = tmp_path / "strange.docx", tmp_path / "broken.docx"
    docx.Document().save(str(strange))
    broken.write_bytes(b"PK\x03\x04 no zip")

    assert run(capsys, str(tmp_path / "none.docx"))[0] == 2
    code, _, err = run(capsys, str(broken), "--plan", str(plan))
    assert code == 2
    assert str(broken) in err
    code, out, _ = run(capsys, str(strange), "--plan", str(plan), "--format", "json")
    assert code == 1
    assert json.loads(out)["findings"][0]["rule"] == "pull.not-ours"
