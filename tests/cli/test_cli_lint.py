"""`r57plans lint`: what is said, what is written, which code comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from layout_documents import good
from layout_offices import FOLDER
from word_packages import p, word_file

from r57plans.cli import main
from r57plans.cli.lint import LAYOUTS
from r57plans.load import load_layout_rules, load_layouts

CARELESS = FOLDER / "careless.docx"


def lint(*arguments: object) -> int:
    return main(["lint", *(str(a) for a in arguments)])


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "tot.docx"
    path.write_bytes(good("party"))
    return path


def test_a_good_document_is_told_by_which_layout_and_gives_0(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = lint(sound, "--ui", "vi")

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "Thể thức: Thể thức văn bản của Đảng (2018), theo tiêu đề; ngày 9/3/2026.",
        "Không có sai sót.",
    ]


def test_a_finding_says_component_text_place_found_wanted_and_clause(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = lint(CARELESS, "--ui", "en")

    said = capsys.readouterr().out
    assert code == 1
    assert (
        f"{CARELESS}: error: Number and symbol “Số: 5-KH/TU” (table 1, row 2, cell 1): written: "
        "“Số:”; the rule: “Số”. [layout.number-colon]\n  → Write “Số”: Party documents have no "
        "colon, State documents have. (Văn bản của Đảng đã ban hành (66-QĐ/TW, 02-QC/BCĐTW, "
        "127-QĐ/TW); verified)" in said
    )
    assert said.endswith("5 errors, 4 warnings.\n")


def test_a_machine_reads_every_part_of_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    lint(CARELESS, "--format", "json", "--ui", "en")

    told = json.loads(capsys.readouterr().out)
    finding = next(f for f in told["findings"] if f["rule"] == "layout.number-colon")
    assert told["layout"]["id"] == "party-2018"
    assert finding["component"] == "Number and symbol"
    assert (finding["text"], finding["found"], finding["wanted"]) == (
        "Số: 5-KH/TU",
        "“Số:”",
        "“Số”",
    )
    assert (finding["table"], finding["row"], finding["cell"]) == (1, 2, 1)
    assert (finding["basis"], bool(finding["clause"])) == ("verified", True)


def test_sarif_names_rules_by_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    lint(CARELESS, "--format", "sarif", "--ui", "en")

    [run] = json.loads(capsys.readouterr().out)["runs"]
    titles = {r["id"]: r["shortDescription"]["text"] for r in run["tool"]["driver"]["rules"]}
    assert titles["layout.number-colon"] == "Colon after “Số”"
    assert len(run["results"]) == 9


@pytest.mark.parametrize(
    ("fail_on", "data", "code"),
    [
        ("error", p("KẾ HOẠCH"), 1),
        ("note", "", 1),
    ],
)
def test_the_code_is_1_from_the_level_that_was_asked_for(
    fail_on: str, data: str, code: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(data))

    assert lint(path, "--layout", "party-2018", "--fail-on", fail_on) == code


def test_warnings_alone_give_0_unless_they_are_asked_for(tmp_path: Path) -> None:
    path = FOLDER / "party.docx"

    codes = [lint(path, "--layout", "party-2026", "--fail-on", f) for f in ("error", "warning")]

    assert codes == [0, 1]


def test_copies_are_written_with_comments_and_with_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commented, mended = tmp_path / "ghi-chu.docx", tmp_path / "da-sua.docx"

    code = lint(CARELESS, "--annotate", commented, "--fix", mended, "--date", "2025-03-05")

    assert code == 1
    assert b"PK" == commented.read_bytes()[:2] == mended.read_bytes()[:2]
    assert str(mended) in capsys.readouterr().out
    assert lint(mended) == 1  # a text at the foot of pages is for a person to take away


def test_an_english_edition_is_checked_for_what_carries_over_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "en.docx"
    path.write_bytes(word_file(p("COMMUNIST PARTY OF VIET NAM") + p("No. 5-KH/TU")))

    lint(path, "--format", "json")

    told = json.loads(capsys.readouterr().out)
    rules = {rule.id: rule for rule in load_layout_rules()}
    assert told["layout"]["translation"]
    assert told["findings"]
    assert all(rules[f["rule"]].translation for f in told["findings"])


@pytest.mark.parametrize(
    "arguments",
    [("no-such.docx",), (CARELESS, "--layout", "party-1999"), (), ("--explain", "nonsense"),
     (CARELESS, "--fix", "x.docx", "--date", "2025-02-30"),
     (CARELESS, "--fix", "x.docx", "--date", "2025-02")],
)  # fmt: skip
def test_wrong_use_and_unreadable_files_give_2(arguments: tuple[object, ...]) -> None:
    assert lint(*arguments) == 2


def test_a_file_that_cannot_be_read_is_a_finding_for_machines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")

    code = lint(path, "--format", "json")

    assert code == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["rule"] == "word.not-a-zip"


def test_a_folder_in_the_place_of_a_copy_is_said(tmp_path: Path) -> None:
    assert lint(CARELESS, "--annotate", tmp_path) == 2


@pytest.mark.parametrize("name", ["layout.size", "number-colon"])
def test_a_rule_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = lint("--explain", name, "--ui", "vi")

    said = capsys.readouterr().out
    assert code == 0
    assert "{" not in said
    assert "state-2020" in said
    assert ("Số và ký hiệu: 13;" in said) == (name == "layout.size")


def test_every_layout_can_be_asked_for() -> None:
    assert ("auto", *(layout.id for layout in load_layouts())) == LAYOUTS


@pytest.mark.parametrize("options", [("--fix",), ("--annotate",), ("--fix", "--annotate")])
def test_a_copy_never_takes_the_place_of_the_file_or_of_the_other_copy(
    options: tuple[str, ...], sound: Path
) -> None:
    before = sound.read_bytes()
    target = sound if len(options) == 1 else sound.with_name("other.docx")

    code = lint(sound, *(word for option in options for word in (option, target)))

    assert code == 2
    assert sound.read_bytes() == before
    assert target == sound or not target.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("margins", "trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm; "),
        ("font", "Times New Roman, Unicode (TCVN 6909:2001), màu đen; "),
        ("ending", "«./.»; "),
    ],
)
def test_a_rule_about_pages_or_words_says_its_values(
    name: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lint("--explain", name, "--ui", "vi")

    assert f"  state-2020: {value}" in capsys.readouterr().out


def test_a_misspelt_rule_is_told_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    lint("--explain", "marginss", "--ui", "vi")

    assert "Có phải: margins" in capsys.readouterr().err
