"""The command line as a person uses it: what is written, what is said, which code comes back."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from r57plans.cli import main
from r57plans.cli.ui import Ui, chosen_language
from r57plans.load import load_plan, parse_plan
from r57plans.model.base import DocumentDate
from r57plans.starter import starter_plan
from r57plans.word.manifest import read_manifest

PLAN = """\
format: r57plans/plan/1
catalogue: nq57@2025.03
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
tasks:
  - {id: 1.1.1, leads: [so-khcn], products: [Kế hoạch], deadline: quý II/2025}
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_build_writes_both_languages_and_says_what_is_blank(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path / "out", "--ui", "vi")

    said = capsys.readouterr().out
    assert code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "cao-bang-action-plan.en.docx",
        "cao-bang-action-plan.vi.docx",
    ]
    assert "Còn để trống:" in said
    assert f"số văn bản  ({plan_file}:4" in said


def test_build_speaks_english_and_makes_one_language_when_asked(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path / "out", "--lang", "en", "--ui=en")

    said = capsys.readouterr().out
    assert code == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["cao-bang-action-plan.en.docx"]
    assert "Still blank:" in said
    assert "No English yet:" in said


def test_build_makes_each_document_and_edition_that_is_asked_for(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = [
        "--document",
        "submission",
        "--document",
        "action-plan",
        "--document",
        "submission",
    ]

    code = run("build", plan_file, "-o", tmp_path / "out", *documents, "--lang", "vi-en", "--ui=en")

    said = capsys.readouterr().out
    assert code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "cao-bang-action-plan.vi-en.docx",
        "cao-bang-submission.vi-en.docx",
    ]
    assert "the document's number (submission)" in said


def test_build_makes_all_documents_that_the_plan_can_give(plan_file: Path, tmp_path: Path) -> None:
    code = run("build", plan_file, "-o", tmp_path / "out", "--document", "all", "--lang", "vi")

    names = {p.name.removeprefix("cao-bang-") for p in (tmp_path / "out").iterdir()}
    assert code == 0
    assert {"action-plan.vi.docx", "submission.vi.docx"} <= names
    assert "committee-decision.vi.docx" not in names


def test_a_document_that_the_plan_lacks_something_for_gives_1(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path, "--document", "issuing-decision", "--ui", "en")

    assert code == 1
    assert "document.cover: {type: QĐ}" in capsys.readouterr().err


def test_a_mistyped_document_gives_2_with_the_nearest_name(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path, "--document", "task-sheet", "--ui", "en")

    assert code == 2
    assert "Did you mean “task-sheets”?" in capsys.readouterr().err


def test_a_template_of_ones_own_is_no_parallel_edition(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path, "--lang", "vi-en", "--template", "mine.docx")

    assert code == 2
    assert "build.template-languages" in capsys.readouterr().err


def test_build_for_machines_is_json(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build", plan_file, "-o", tmp_path, "--format", "json", "--ui", "en")

    told = json.loads(capsys.readouterr().out)
    assert len(told["files"]) == 2
    assert {f["rule"] for f in told["findings"]} == {"build.blank", "build.untranslated"}


def test_the_date_option_stands_for_the_plan_s_own(plan_file: Path, tmp_path: Path) -> None:
    before = tmp_path / "a"
    after = tmp_path / "b"

    run("build", plan_file, "-o", before)
    run("build", plan_file, "-o", after, "--date", "2025-04")

    name = "cao-bang-action-plan.vi.docx"
    assert (before / name).read_bytes() != (after / name).read_bytes()


def test_clean_leaves_no_manifest_whether_at_build_or_later(
    plan_file: Path, tmp_path: Path
) -> None:
    name = "cao-bang-action-plan.vi.docx"
    run("build", plan_file, "-o", tmp_path / "full")
    run("build", plan_file, "-o", tmp_path / "bare", "--clean")

    code = run("clean", tmp_path / "full" / name, "-o", tmp_path / "copy.docx")

    assert code == 0
    assert read_manifest((tmp_path / "full" / name).read_bytes()) is not None
    assert read_manifest((tmp_path / "bare" / name).read_bytes()) is None
    assert (tmp_path / "copy.docx").read_bytes() == (tmp_path / "bare" / name).read_bytes()


def test_clean_names_its_copy_after_the_file(plan_file: Path, tmp_path: Path) -> None:
    run("build", plan_file, "-o", tmp_path, "--lang", "vi")

    run("clean", tmp_path / "cao-bang-action-plan.vi.docx")

    assert (tmp_path / "cao-bang-action-plan.vi.clean.docx").exists()


def test_clean_refuses_what_is_no_word_file(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("clean", plan_file, "--ui", "en")

    assert code == 2
    assert "word.not-a-zip" in capsys.readouterr().err
    assert not plan_file.with_suffix(".clean.docx").exists()


def test_a_plan_that_must_not_be_built_yet_gives_1_and_leaves_old_files(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "cao-bang-action-plan.vi.docx").write_bytes(b"old")
    plan_file.write_text(PLAN.replace("2025-03-28}", "2025-03-28, status: signing}"), "utf-8")

    code = run("build", plan_file, "-o", out, "--ui", "en")

    said = capsys.readouterr().err
    assert code == 1
    assert "document.signer" in said
    assert "document.recipients" in said
    assert (out / "cao-bang-action-plan.vi.docx").read_bytes() == b"old"


def test_every_fault_is_said_at_once_and_nothing_is_written(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = PLAN.replace("so-khcn", "so-khcm").replace("tasks:", "taskz: []\ntasks:")
    plan_file.write_text(broken.replace("cao-bang", "cao-bag"), "utf-8")

    code = run("build", plan_file, "-o", tmp_path / "out", "--ui", "vi")

    said = capsys.readouterr().err
    assert code == 2
    for word in ("cao-bang", "so-khcn", "tasks", f"{plan_file}:3"):
        assert word in said
    assert not (tmp_path / "out").exists()


def test_faults_of_loading_are_findings_in_the_same_json(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_file.write_text("format: ]", "utf-8")

    code = run("build", plan_file, "-o", tmp_path / "out", "--format", "json")

    told = json.loads(capsys.readouterr().out)
    assert code == 2
    assert told["findings"][0]["rule"] == "plan.yaml-syntax"
    assert told["findings"][0]["line"] == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--document", "nonsense"], "action-plan"),
        (["--date", "2025-02-30"], "2025-02-30"),
        (["--lang", "fr"], "fr"),
        (["--nonsense"], "--nonsense"),
    ],
)
@pytest.mark.parametrize("ui", ["vi", "en"])
def test_wrong_use_gives_2_and_names_what_is_wrong(
    plan_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    word: str,
    ui: str,
) -> None:
    code = run("build", plan_file, "-o", tmp_path / "out", *arguments, "--ui", ui)

    assert code == 2
    assert word in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("ui", "word"), [("vi", "thiếu"), ("en", "Missing")])
def test_a_missing_argument_is_said_in_the_language_of_the_interface(
    capsys: pytest.CaptureFixture[str], ui: str, word: str
) -> None:
    assert run("build", "--ui", ui) == 2
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("ui", ["vi", "en"])
def test_an_output_folder_that_cannot_be_written_gives_2(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ui: str
) -> None:
    (tmp_path / "file").write_text("x")

    code = run("build", plan_file, "-o", tmp_path / "file" / "out", "--ui", ui)

    said = capsys.readouterr().err
    assert code == 2
    assert "output.unwritable" in said
    assert "tệp" in said if ui == "vi" else "is a file" in said


def test_init_writes_a_starter_that_builds(tmp_path: Path) -> None:
    plan_file = tmp_path / "plan.yaml"

    made = run("init", "cao-bang", "--on", "2025-03-20", "-o", plan_file)
    built = run("build", plan_file, "-o", tmp_path / "out")

    assert (made, built) == (0, 0)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_init_takes_the_province_s_name_as_it_is_written(tmp_path: Path) -> None:
    assert run("init", "Cao Bằng", "--on", "2025-03-20", "-o", tmp_path / "plan.yaml") == 0


def test_init_without_a_date_takes_today(tmp_path: Path) -> None:
    run("init", "cao-bang", "-o", tmp_path / "plan.yaml")

    assert load_plan(tmp_path / "plan.yaml").document.date.day is not None


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["caobang", "--on", "2025-03"], "cao-bang"),
        (["63", "--on", "2025-03"], "63"),
        (["ha-giang", "--on", "2025-08"], "tuyen-quang"),
        (["cao-bang", "--on", "2025-13-01"], "2025-13-01"),
    ],
)
@pytest.mark.parametrize("ui", ["vi", "en"])
def test_init_refuses_what_is_no_province_or_no_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], word: str, ui: str
) -> None:
    code = run("init", *arguments, "-o", tmp_path / "plan.yaml", "--ui", ui)

    assert code == 2
    assert word in capsys.readouterr().err
    assert not (tmp_path / "plan.yaml").exists()


def test_init_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "plan.yaml"
    target.write_text("mine")

    code = run("init", "cao-bang", "--on", "2025-03", "-o", target, "--ui", "en")

    assert code == 2
    assert "already" in capsys.readouterr().err
    assert target.read_text() == "mine"


def test_init_says_where_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")

    code = run("init", "cao-bang", "--on", "2025-03", "-o", tmp_path / "file" / "plan.yaml")

    assert code == 2
    assert "output.unwritable" in capsys.readouterr().err


def test_clean_says_where_it_cannot_write(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build", plan_file, "-o", tmp_path, "--lang", "vi")

    code = run("clean", tmp_path / "cao-bang-action-plan.vi.docx", "-o", plan_file / "x.docx")

    assert code == 2
    assert "output.unwritable" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "title"), [("vi", "Tăng cường hợp tác quốc tế"), ("en", "international")]
)
def test_the_catalogue_is_listed_by_group(
    capsys: pytest.CaptureFixture[str], lang: str, title: str
) -> None:
    code = run("catalogue", "list", "--group", "7", "--lang", lang)

    said = capsys.readouterr().out
    assert code == 0
    assert title in said
    assert "7.1.1 *" in said
    assert "6.1.1" not in said


def test_the_whole_list_for_machines_names_every_paragraph(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("catalogue", "list", "--format", "json")

    entries = json.loads(capsys.readouterr().out)["sub_tasks"]
    assert len({e["paragraph"] for e in entries}) == 24
    assert all(e["title"]["vi"] and e["title"]["en"] for e in entries)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("1.1.2", ["Ban Chỉ đạo tỉnh", "Văn phòng Tỉnh ủy", "Nghị quyết số 57-NQ/TW", "câu"]),
        ("1.1", ["1.1.1", "1.1.2"]),
        ("3", ["3.1", "3.6"]),
        ("digital-economy", ["2030", "2045", "GDP"]),
    ],
)
def test_an_entry_is_shown_with_its_source_and_without_placeholders(
    capsys: pytest.CaptureFixture[str], name: str, words: list[str]
) -> None:
    code = run("catalogue", "show", name, "--lang", "vi", "--on", "2025-03-31")

    said = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "{" not in said
    for word in words:
        assert word in said


def test_a_target_s_values_are_shown_with_their_scope(capsys: pytest.CaptureFixture[str]) -> None:
    run("catalogue", "show", "ai-research-rank", "--lang", "en")

    assert "2030: ≤ 3 (Southeast Asia)" in capsys.readouterr().out


@pytest.mark.no_cover
def test_every_entry_can_be_shown_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    from r57plans.catalogue.entries import entries
    from r57plans.load import load_catalogue

    for name, _ in entries(load_catalogue()):
        for lang in ("vi", "en"):
            assert run("catalogue", "show", name, "--lang", lang, "--on", "2025-03-31") == 0
    assert "{" not in capsys.readouterr().out


def test_an_entry_for_machines_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("catalogue", "show", "1.1.1", "--format", "json")

    assert json.loads(capsys.readouterr().out)["id"] == "1.1.1"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["list", "--group", "8"], "8"),
        (["show", "1.1.99"], "1.1.9"),
        (["show", "zzzz"], "catalogue list"),
        (["show", "1.1.1", "--on", "hôm qua"], "hôm qua"),
    ],
)
def test_the_catalogue_refuses_what_it_does_not_have(
    capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    assert run("catalogue", *arguments, "--ui", "en") == 2
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["init"], ["build"], ["clean"], ["catalogue"]])
@pytest.mark.parametrize(("ui", "word"), [("vi", "Ví dụ"), ("en", "Example")])
def test_every_command_has_help_with_an_example(
    capsys: pytest.CaptureFixture[str], command: list[str], ui: str, word: str
) -> None:
    code = run(*command, "--help", "--ui", ui) if command else run("--ui", ui, "--help")

    said = capsys.readouterr().out
    assert code == 0
    assert not command or word in said


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        ([], {}, "en"),
        (["--ui", "vi"], {"LANG": "en_GB"}, "vi"),
        (["build", "--ui=en"], {"LANG": "vi_VN"}, "en"),
        (["--ui", "xx"], {"LANG": "vi_VN"}, "vi"),
    ],
)
def test_the_language_of_messages_follows_the_option_then_the_locale(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen_language(arguments, environment) == language


def test_no_command_at_all_shows_the_help_and_gives_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    assert "build" in capsys.readouterr().out


def test_a_mistyped_command_gives_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("buidl", "--ui", "en") == 2
    assert "buidl" in capsys.readouterr().err


@pytest.mark.parametrize("province", ["cao-bang", "da-nang", "ho-chi-minh", "hue"])
@pytest.mark.parametrize("on", ["2025-02-10", "2025-03-20", "2025-08-01", "2026-09"])
@pytest.mark.parametrize("ui", ["vi", "en"])
def test_every_starter_loads_without_a_finding(
    tmp_path: Path, province: str, on: str, ui: str
) -> None:
    from r57plans.load import check_plan

    text = starter_plan(province, DocumentDate.parse(on), ui)  # type: ignore[arg-type]
    plan, report = check_plan(text.encode())

    assert list(report) == []
    assert plan is not None
    assert len(plan.implementation) >= 7


def test_a_starter_for_a_province_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        starter_plan("ha-giang", DocumentDate(2025, 8))


def test_the_public_names_can_all_be_imported() -> None:
    import r57plans

    for name in r57plans.__all__:
        assert getattr(r57plans, name).__name__.rpartition(".")[2] == name
    with pytest.raises(AttributeError):
        r57plans.nonsense  # noqa: B018


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "plan.yaml"), "thiếu -o / --out"),
        (("build", "-o", "out"), "thiếu PLAN"),
        (("build", "plan.yaml", "-o", "out", "--lang", "fr"), "cho --lang; có thể chọn: vi, en"),
        (
            ("biuld",),
            "các lệnh: init, catalogue, check, build, status, report, template, lint, diff, "
            "redline, pull, workbook, merge, upgrade, stamp, inspect, clean, ",
        ),
    ],
)
def test_wrong_use_is_said_in_vietnamese_with_what_may_stand_there(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(*arguments, "--ui", "vi")

    assert code == 2
    assert words in capsys.readouterr().err


def test_a_folder_in_the_place_of_a_document_is_named(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out" / "cao-bang-action-plan.en.docx"
    folder.mkdir(parents=True)

    code = run("build", plan_file, "-o", tmp_path / "out", "--ui", "en")

    assert code == 2
    assert f"Cannot write to {folder}: a folder" in capsys.readouterr().err
    assert [p.name for p in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file or directory"), "không tạo được thư mục"),
        (OSError(28, "No space left on device"), "ổ đĩa đã đầy"),
    ],
)
def test_why_nothing_could_be_written_is_said_in_the_chosen_language(
    error: OSError, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        Ui("vi").unwritable(Path("out"), error)

    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_a_folder_instead_of_a_word_file_is_answered_with_a_word_file_s_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("clean", tmp_path, "--ui", "en")

    said = capsys.readouterr().err
    assert code == 2
    assert ".docx" in said
    assert "plan.yaml" not in said


def test_each_text_without_english_is_quoted_in_both_languages_of_the_interface(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for ui in ("vi", "en"):
        run("build", plan_file, "-o", tmp_path / "out", "--ui", ui)
        said.append(capsys.readouterr().out)

    assert all(f"“Kế hoạch”  ({plan_file}:6:" in text for text in said)


def test_old_spelling_reaches_the_plan_s_words_the_template_s_and_the_properties(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN + "spelling: old\ncontext: Ủy ban, hóa, khóa\n", encoding="utf-8")

    run("build", path, "-o", tmp_path, "--lang", "vi")

    with zipfile.ZipFile(tmp_path / "cao-bang-action-plan.vi.docx") as package:
        said = "".join(
            package.read(name).decode() for name in ("word/document.xml", "docProps/core.xml")
        )
    assert "Uỷ ban, hoá, khoá" in said
    assert "TỈNH UỶ" in said
    assert not re.search("ủy|Ủy|ỦY|hóa|khóa", said)


def test_the_other_documents_of_a_starter_plan_need_only_lose_their_mark() -> None:
    text = starter_plan("cao-bang", DocumentDate(2025, 3, 28))
    start, _, rest = text.partition("#documents:")
    block, _, after = f"#documents:{rest}".partition("\n\n")

    plan = parse_plan("\n\n".join((start + block.replace("#", ""), after)).encode())

    assert list(plan.documents) == ["committee-decision", "submission"]
    assert [str(d.date) for d in plan.documents.values()] == ["2025-03"] * 2
