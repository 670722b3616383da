"""A folder of workbooks is a folder of plans; other Excel files in it are none."""

from __future__ import annotations

from pathlib import Path

from r57plans import load_plan
from r57plans.batch import Options, batch
from r57plans.load.plan_files import OUR_SHEETS, plan_files
from r57plans.workbook import workbook_of
from r57plans.workbook.exporting import export
from r57plans.workbook.sheets import PARTICULARS, TASKS, TITLES


def test_workbooks_are_made_beside_plan_files_and_other_tables_are_left_alone(
    plans: Path, tmp_path: Path
) -> None:
    (plans / "so-tay.xlsx").write_bytes(export(load_plan(plans / "ha-nam.yaml"), "vi"))
    (plans / "bang-khac.xlsx").write_bytes(workbook_of([], "vi"))
    (plans / "hong.xlsx").write_bytes(b"PK\x03\x04 no more")
    (plans / "~$so-tay.xlsx").write_bytes(b"open in Excel")

    done = batch(plans, tmp_path / "out", Options(("vi",), ("action-plan",)), jobs=1)

    assert [record.name for record in done.plans if "xlsx" in record.name] == [
        "hong.xlsx", "so-tay.xlsx",
    ]  # fmt: skip
    assert [record.name for record in done.failed] == ["hong.xlsx"]
    assert next((tmp_path / "out" / "so-tay").glob("*.docx")).name == "ha-nam-action-plan.vi.docx"


def test_the_sheets_by_which_a_workbook_is_known_are_those_that_are_written() -> None:
    assert set(OUR_SHEETS) == {
        said for key in (PARTICULARS, TASKS.key) for said in (TITLES[key].vi, TITLES[key].en)
    }


def test_a_workbook_in_capital_letters_is_one_too(plans: Path) -> None:
    (plans / "KE-HOACH.XLSX").write_bytes(export(load_plan(plans / "ha-nam.yaml"), "en"))

    assert "KE-HOACH.XLSX" in [path.name for path in plan_files(plans)]
