"""`r57plans workbook`, and a workbook in the place of a plan file in every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pages import ROOT
from pull_builders import typed
from workbook_builders import FIRST, PLAN, edited, put

from r57plans import load_plan
from r57plans.batch import batch
from r57plans.cli import main
from r57plans.load import check_plan_file
from r57plans.plans import read_plan_file
from r57plans.workbook.proposing import import_workbook

EXAMPLE = ROOT / "examples" / "lang-son-ubnd" / "plan.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    return tmp_path


def test_a_starter_may_be_a_workbook_which_is_the_starter_s_plan(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ["--on", "2025-03-20", "--ui", "en"]

    assert main(["init", "hung-yen", "-o", "a.xlsx", *day]) == 0
    assert main(["init", "hung-yen", "-o", "a.yaml", *day]) == 0

    workbook, report = read_plan_file("a.xlsx")
    assert report.errors == ()
    assert workbook == check_plan_file("a.yaml")[0]
    assert "Next: r57plans build a.xlsx -o out" in capsys.readouterr().out


def test_a_workbook_gives_the_documents_that_its_plan_file_gives(folder: Path) -> None:
    assert main(["workbook", "export", str(EXAMPLE), "-o", "plan.xlsx"]) == 0

    for plan, out in (("plan.xlsx", "a"), (str(EXAMPLE), "b")):
        assert main(["build", plan, "-o", out, "--lang", "vi"]) == 0

    made = sorted((folder / "a").iterdir())
    assert made
    assert [each.read_bytes() for each in made] == [
        each.read_bytes() for each in sorted((folder / "b").iterdir())
    ]
    assert load_plan("plan.xlsx") == load_plan(EXAMPLE)


def test_check_names_sheet_and_cell(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "plan.xlsx").write_bytes(edited(put(FIRST, "id", "1.1.99")))

    assert main(["check", "plan.xlsx", "--ui", "vi"]) == 2
    assert "plan.xlsx: Nhiệm vụ!B3: lỗi: " in capsys.readouterr().err

    assert main(["check", "plan.xlsx", "--format", "json"]) == 2
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    assert (finding["sheet"], finding["cell"]) == ("Nhiệm vụ", "B3")


def test_diff_and_redline_take_workbooks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new.xlsx").write_bytes(edited(put(FIRST, "deadline.vi", "Quý IV/2025")))

    assert main(["diff", "plan.yaml", "new.xlsx", "--ui", "en"]) == 0
    assert "new.xlsx: Nhiệm vụ!H3" in capsys.readouterr().out
    assert main(["textconv", "new.xlsx"]) == 0
    assert "Quý IV/2025" in capsys.readouterr().out
    assert main(["redline", "plan.yaml", "new.xlsx", "-o", "r.docx"]) == 0


def test_a_folder_of_workbooks_is_built(folder: Path) -> None:
    (folder / "plans").mkdir()
    (folder / "plans" / "cao-bang.xlsx").write_bytes(edited(lambda _: None))
    (folder / "plans" / "~$cao-bang.xlsx").write_bytes(b"Excel has it open")
    (folder / "plans" / "bad.xlsx").write_bytes(edited(put(FIRST, "id", "1.1.99")))

    done = batch(folder / "plans", folder / "out", jobs=1)

    names = {record.name: record.failed for record in done.plans}
    assert names == {"cao-bang.xlsx": False, "bad.xlsx": True}
    assert list((folder / "out" / "cao-bang").glob("*.docx"))


def test_edits_are_told_and_written_only_when_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plan.xlsx").write_bytes(edited(put(FIRST, "leads", "Sở Tài chính")))
    asked = ["workbook", "import", "plan.xlsx", "--plan", "plan.yaml", "--ui", "en"]

    assert main(asked) == 0
    assert "lead  (task/1.1.1/leads)" in capsys.readouterr().out
    assert (folder / "plan.yaml").read_text("utf-8") == PLAN

    assert main([*asked, "--accept", "task/1.1.1/leads"]) == 0
    assert "leads: [so-tai-chinh]        # who" in (folder / "plan.yaml").read_text("utf-8")

    assert main([*asked, "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out[out.index("{") :])["proposals"] == []


def test_a_workbook_becomes_a_plan_file(folder: Path) -> None:
    (folder / "plan.xlsx").write_bytes(edited(put(FIRST, "deadline.vi", "2027")))

    assert main(["workbook", "import", "plan.xlsx", "-o", "new.yaml"]) == 0

    assert check_plan_file("new.yaml")[0] == read_plan_file("plan.xlsx")[0]


def test_an_edited_word_file_goes_back_into_a_workbook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plan.xlsx").write_bytes(edited(put(FIRST, "deadline.vi", "2027")))
    assert main(["build", "plan.xlsx", "-o", "out", "--lang", "vi"]) == 0
    word = folder / "out" / "cao-bang-action-plan.vi.docx"
    word.write_bytes(typed(word.read_bytes(), {"task/1.1.1/deadline": "Quý I/2028"}))
    asked = ["pull", str(word), "--plan", "plan.xlsx", "--accept", "all", "--ui", "en"]

    assert main(asked) == 2
    assert "add -o plan-2.xlsx" in capsys.readouterr().err
    assert main([*asked, "-o", "plan-2.xlsx"]) == 0

    assert load_plan("plan-2.xlsx").data["tasks"][0]["deadline"] == "Quý I/2028"
    # What the office itself had changed in the workbook is still told from what it was given.
    offered = import_workbook("plan-2.xlsx", "plan.yaml").proposals
    assert [(each.id, each.old) for each in offered] == [("task/1.1.1/deadline", ("Quý II/2025",))]


def test_a_colleague_s_workbook_goes_into_one_s_own(folder: Path) -> None:
    (folder / "mine.xlsx").write_bytes(edited(put(FIRST, "deadline.vi", "2027")))
    (folder / "theirs.xlsx").write_bytes(edited(put(FIRST, "leads", "Sở Tài chính")))
    asked = ["workbook", "import", "theirs.xlsx", "--plan", "mine.xlsx", "--accept", "all"]

    assert main([*asked, "-o", "both.xlsx"]) == 0

    task = load_plan("both.xlsx").data["tasks"][0]
    assert (task["deadline"], task["leads"]) == ("2027", ["so-tai-chinh"])


@pytest.mark.parametrize(
    "given",
    [
        ["stamp", "plan.xlsx", "-o", "new.xlsx"],
        ["upgrade", "plan.xlsx", "--accept", "all", "-o", "new.xlsx"],
        ["workbook", "import", "plan.xlsx", "-o", "new.xlsx"],
    ],
)
def test_a_result_named_xlsx_is_a_workbook(folder: Path, given: list[str]) -> None:
    (folder / "plan.xlsx").write_bytes(edited(put(FIRST, "deadline.vi", "2027")))

    assert main(given) == 0

    assert load_plan("new.xlsx").data["tasks"][0]["deadline"] == "2027"


@pytest.mark.parametrize("given", [["stamp"], ["upgrade", "--accept", "all"]])
def test_a_workbook_is_never_written_over(folder: Path, given: list[str]) -> None:
    (folder / "plan.xlsx").write_bytes(before := edited(lambda _: None))

    assert main([*given, "plan.xlsx"]) == 2

    assert (folder / "plan.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    "given",
    [
        ["workbook", "export", "plan.yaml", "-o", "plan.xls"],
        ["workbook", "export", "none.yaml", "-o", "plan.xlsx"],
        ["workbook", "import", "none.xlsx", "--plan", "plan.yaml"],
        ["workbook", "import", "plan.yaml", "-o", "new.yaml"],
        ["workbook", "import", "plan.yaml", "-o", "plan.yaml"],
    ],
)
def test_wrong_use_is_told(folder: Path, given: list[str]) -> None:
    assert main(given) == 2
    assert sorted(each.name for each in folder.iterdir()) == ["plan.yaml"]
