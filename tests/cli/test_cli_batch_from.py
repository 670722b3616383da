"""`r57plans batch PLAN --from TABLE` and `r57plans workbook table`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from table_builders import COMMON, xlsx

from r57plans.cli import main

QUICK = ["--document", "action-plan", "--lang", "vi", "--jobs", "1", "--ui", "en"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "common.yaml").write_text(COMMON, "utf-8")
    return tmp_path


def test_each_row_gets_its_documents_and_a_bad_one_is_told_with_its_cell(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = xlsx([["Tỉnh", "Số", "Ngày kí"], ["Huế", 5, None], ["Hà Nan", 6, None]])
    (folder / "t.xlsx").write_bytes(rows)

    assert main(["batch", "common.yaml", "--from", "t.xlsx", "-o", "out", *QUICK]) == 1

    said = capsys.readouterr()
    assert sorted(path.name for path in (folder / "out" / "hue").iterdir()) == [
        "hue-action-plan.vi.docx", "plan.yaml",
    ]  # fmt: skip
    assert "Plans: 1 made, 0 unchanged, 1 could not be made" in said.out
    assert "common.yaml:33:35: warning: The common plan speaks of Cao Bằng" in said.err
    assert "t.xlsx: Tỉnh!A3: There is no province “Hà Nan”. [batch.table-unknown-prov" in said.err
    assert "→ Nearest: “Hà Nam”" in said.err


def test_a_machine_gets_what_is_wrong_with_the_table_and_its_rows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "t.csv").write_text("Province,Phone,Date\nHue,1,\nHa Nam,,30/2/2025\n", "utf-8")

    given = ["--format", "json", *QUICK]
    assert main(["batch", "common.yaml", "--from", "t.csv", "-o", "out", *given]) == 1

    said = json.loads(capsys.readouterr().out)
    assert [each["rule"] for each in said["findings"]] == [
        "batch.common-names-province", "batch.table-unknown-column",
    ]  # fmt: skip
    bad = said["plans"][1]["findings"][0]
    assert (bad["rule"], bad["file"], bad["line"], bad["column"], bad["cell"]) == (
        "batch.table-value", "t.csv", 3, 3, "C3",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "want"),
    [
        (["common.yaml", "--from", "new.xlsx"], "r57plans workbook table PLAN -o provinces.xlsx"),
        (["common.yaml", "--from", "empty.csv"], "The table has no row of a province."),
        (["common.yaml"], "for one plan that many provinces share: add --from TABLE.xlsx"),
        (["none.yaml", "--from", "empty.csv"], "none.yaml: error: There is no such file."),
        ([".", "--from", "empty.csv"], "This is a folder, not a file."),
    ],
)
def test_wrong_use_says_what_to_do_and_writes_nothing(
    arguments: list[str], want: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.csv").write_text("Tỉnh;Số\n", "utf-8")

    assert main(["batch", *arguments, "-o", "out", *QUICK]) == 2

    assert want in capsys.readouterr().err
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", ("Hà Nội", "Ban Thường vụ", "Bí thư", "Chỉ tiêu: Tỉ lệ sử dụng dịch vụ")),
        (
            "en",
            (
                "Ha Noi",
                "the Standing Committee",
                "Secretary",
                "Target: Rate of use of online public",
            ),
        ),
    ],
)
def test_an_empty_table_has_the_provinces_of_the_day_and_headings_that_are_understood(
    language: str,
    said: tuple[str, ...],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from r57plans.batch.rows import sources_from

    first, body, post, target = said

    arguments = ["workbook", "table", "common.yaml", "--on", "2025-07-01", "-o", "t.xlsx"]
    assert main([*arguments, "--lang", language, "--ui", "en"]) == 0

    assert "Next, once it is filled in: r57plans batch" in capsys.readouterr().out
    book = openpyxl.load_workbook(io.BytesIO((folder / "t.xlsx").read_bytes()))
    sheet = book.worksheets[0]
    assert (sheet.max_row, sheet["A2"].value) == (35, first)
    assert str(sheet["K1"].value).startswith(target)
    made = sources_from(folder / "common.yaml", folder / "t.xlsx")
    assert {each.rule for each in made.report} <= {"batch.common-names-province"}
    assert len({each.name for each in made.sources}) == 34
    lists = [each.formula1.strip('"').split(",") for each in sheet.data_validations.dataValidation]
    assert [(words[0], len(words)) for words in lists] == [(body, 4), (post, 3)]
    sheet["K2"], sheet["F2"] = "≥ 99", post
    book.save(folder / "filled.xlsx")
    drafted = sources_from(folder / "common.yaml", folder / "filled.xlsx").sources[0].drafted
    assert drafted is not None
    assert dict(drafted.edits)["document", "signer", "role"] == "bi-thu"
    assert dict(drafted.edits)["targets", 1, "values"] == [{"year": 2030, "value": "≥ 99"}]


def test_what_is_to_be_run_next_can_be_pasted_where_names_have_spaces(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workbook", "table", "common.yaml", "-o", "các tỉnh.xlsx", "--ui", "en"]) == 0

    assert 'batch common.yaml --from "các tỉnh.xlsx" -o OUT' in capsys.readouterr().out


def test_a_table_that_was_filled_in_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "t.xlsx").write_bytes(b"mine")

    assert main(["workbook", "table", "common.yaml", "-o", "t.xlsx", "--ui", "en"]) == 2

    assert "is not overwritten" in capsys.readouterr().err
    assert (folder / "t.xlsx").read_bytes() == b"mine"


def test_a_fault_of_the_common_plan_is_told_once_for_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = COMMON.replace("[so-tai-chinh]", "[so-tai-chin]")
    (folder / "common.yaml").write_text(common, "utf-8")
    (folder / "t.csv").write_text("Tỉnh\nHuế\nHà Nam\n", "utf-8")

    assert main(["batch", "common.yaml", "--from", "t.csv", "-o", "out", *QUICK]) == 1

    err = capsys.readouterr().err
    assert "hue, ha-nam: not made\n  common.yaml:33:" in err
    assert err.count("so-tai-chin”") == 1
