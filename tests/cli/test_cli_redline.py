"""`r57plans redline` as a person uses it: what is written, what is said, which code comes back."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from foreign_files import pairs
from word_packages import body_xml, p, paragraph_texts, word_file

import r57plans
from r57plans.cli import main
from r57plans.load import load_plan
from r57plans.word.package import read_package
from r57plans.word.redline.marks import marks_of

OLD = """\
format: r57plans/plan/1
catalogue: nq57@2025.03
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
tasks:
  - {id: 1.1.1, leads: [so-khcn], products: [Kế hoạch], deadline: quý II/2025}
"""
NEW = OLD.replace("2025-03-28", "2025-04-04").replace("quý II/2025", "quý IV/2025")


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "old.yaml", tmp_path / "new.yaml"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "old.docx").write_bytes(word_file(p("một hai ba")))
    (tmp_path / "new.docx").write_bytes(word_file(p("một bốn ba") + p("năm")))
    return tmp_path / "old.docx", tmp_path / "new.docx"


def run(*arguments: object) -> int:
    return main(["redline", *map(str, arguments), "--ui", "en"])


def test_of_two_plans_the_deadline_is_marked_and_the_date_is_the_new_plans(
    plans: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(*plans, "-o", tmp_path / "r.docx")

    body = body_xml((tmp_path / "r.docx").read_bytes())
    assert code == 0
    assert "Marked words: " in capsys.readouterr().out
    assert {"IV/2025"} <= set(re.findall(r"<w:ins .*?<w:t[^>]*>([^<]*)<", body))
    assert set(re.findall(r'w:date="([^"]*)"', body)) == {"2025-04-04T00:00:00Z"}


def test_what_is_written_gives_both_plans_back(plans: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(*plans, "-o", tmp_path / "r.docx", "--lang", "en") == 0
    assert run("--accept", tmp_path / "r.docx", "-o", tmp_path / "accepted.docx") == 0
    assert run("--reject", tmp_path / "r.docx", "-o", tmp_path / "rejected.docx") == 0

    for plan, name in zip(plans, ("rejected", "accepted"), strict=True):
        printed = r57plans.build(load_plan(plan), ["en"]).files[0].data
        assert paragraph_texts((tmp_path / f"{name}.docx").read_bytes()) == paragraph_texts(printed)


def test_a_plan_and_an_edited_word_file_are_compared_too(
    plans: tuple[Path, Path], tmp_path: Path
) -> None:
    edited = tmp_path / "edited.docx"
    edited.write_bytes(r57plans.build(load_plan(plans[1]), ["vi"]).files[0].data)

    assert run(plans[0], edited, "-o", tmp_path / "r.docx") == 0
    assert "IV/2025" in body_xml((tmp_path / "r.docx").read_bytes())


def test_author_and_date_are_written_as_asked(files: tuple[Path, Path], tmp_path: Path) -> None:
    given = ["--author", "Văn phòng", "--date", "2025-05-02"]

    assert run(*files, "-o", tmp_path / "r.docx", *given) == 0

    body = body_xml((tmp_path / "r.docx").read_bytes())
    assert 'w:author="Văn phòng" w:date="2025-05-02T00:00:00Z"' in body


def test_of_word_files_the_date_is_that_of_the_last_change(tmp_path: Path) -> None:
    for name, data in zip(("old", "new"), pairs()["words"], strict=True):
        (tmp_path / f"{name}.docx").write_bytes(data)

    assert run(tmp_path / "old.docx", tmp_path / "new.docx", "-o", tmp_path / "r.docx") == 0

    body = body_xml((tmp_path / "r.docx").read_bytes())
    assert set(re.findall(r'w:date="([^"]*)"', body)) == {"2013-12-23T00:00:00Z"}


def test_changed_formats_are_marked_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in zip(("old", "new"), pairs()["formats"], strict=True):
        (tmp_path / f"{name}.docx").write_bytes(data)
    files = tmp_path / "old.docx", tmp_path / "new.docx"

    assert run(*files, "-o", tmp_path / "plain.docx", "--format", "json") == 0
    assert run(*files, "-o", tmp_path / "r.docx", "--formatting") == 0

    assert "formats: 3." in capsys.readouterr().out
    assert "Change" not in body_xml((tmp_path / "plain.docx").read_bytes())


def test_a_machine_reads_what_was_marked_and_what_was_not(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(*files, "-o", tmp_path / "r.docx", "--format", "json")

    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert said["marks"] == {"inserted": 2, "deleted": 1, "rows": 0, "formats": 0, "changes": 4}
    assert (said["unmarked"], said["findings"]) == ([], [])
    assert said["files"] == [str(tmp_path / "r.docx")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["old.docx", "-o", "r.docx"], "NEW, the newer version, is missing"),
        (["old.docx", "new.docx", "-o", "new.docx"], "one of the files that are read"),
        (["--accept", "--reject", "old.docx", "-o", "r.docx"], "do not go together"),
        (["--accept", "old.docx", "new.docx", "-o", "r.docx"], "reads one file only"),
        (["old.docx", "new.docx", "-o", "r.docx", "--date", "2025-03"], "names no day"),
        (["old.docx", "new.docx", "-o", "r.docx", "--document", "submision"], "Did you mean"),
        (
            ["old.docx", "new.docx", "-o", "r.docx", "--engine", "docxodus", "--keep-existing"],
            "accepts earlier changes first",
        ),
        (["old.docx", "new.docx", "-o", "r.docx", "--document", "all"], "One document"),
        (["old.docx", "new.docx", "-o", "r.docx", "--author", "A\x01"], "U+0001"),
        (["old.docx", "new.docx", "-o", "r.docx", "--author", "A\nB"], "U+000A"),
        (["old.docx", "new.docx", "-o", "r.docx", "--author", " "], "name is blank"),
        (["old.docx", "new.docx", "-o", "r.docx", "--author", "A" * 256], "Word takes 255"),
        (["old.docx", "gone.docx", "-o", "r.docx"], "There is no such file"),
        (["old.docx", "bad.docx", "-o", "r.docx"], "not a Word .docx file"),
        (["old.docx", "bad.yaml", "-o", "r.docx"], "bad.yaml"),
        (["--reject", "bad.docx", "-o", "r.docx"], "not a Word .docx file"),
        (["old.docx", "new.docx", "-o", "old.docx/r.docx"], "Cannot write"),
    ],
)
def test_wrong_use_and_unreadable_files_give_2_and_write_nothing(
    arguments: list[str],
    said: str,
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    (tmp_path / "bad.yaml").write_text("a: [", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    code = run(*arguments)

    assert code == 2
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_plan_that_must_not_be_built_yet_gives_1(
    plans: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans[1].write_text(NEW.replace("2025-04-04", "2025-04-04, status: issued"), "utf-8")

    assert run(*plans, "-o", tmp_path / "r.docx") == 1
    assert "new.yaml" in capsys.readouterr().err
    assert not (tmp_path / "r.docx").exists()


def test_without_the_other_engine_it_is_said_how_to_install_it(
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "python_redlines", None)

    assert run(*files, "-o", tmp_path / "r.docx", "--engine", "docxodus") == 1
    assert "pip install 'r57plans[redlines]'" in capsys.readouterr().err


class Stranger:
    """An engine that gives NEW as it is, or fails."""

    failing = False

    def run_redline(self, author: str, old: bytes, new: bytes, **_: object) -> tuple[bytes]:
        if self.failing:
            raise subprocess.CalledProcessError(1, "redline", stderr="boom\nout of memory")
        return (new, None, None)


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> type[Stranger]:
    module = ModuleType("python_redlines")
    module.DocxodusEngine = Stranger  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "python_redlines", module)
    monkeypatch.setattr(Stranger, "failing", False)
    return Stranger


def test_what_another_engine_does_not_give_back_is_said(
    stranger: type[Stranger],
    files: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(*files, "-o", tmp_path / "r.docx", "--engine", "docxodus") == 0

    assert "rejecting all changes does not give OLD" in capsys.readouterr().err


def test_another_engine_that_fails_is_named_with_its_reason(
    stranger: type[Stranger],
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(stranger, "failing", True)

    assert run(*files, "-o", tmp_path / "r.docx", "--engine", "docxodus") == 1
    assert "out of memory" in capsys.readouterr().err


def test_another_engine_keeps_no_earlier_changes() -> None:
    options = r57plans.RedlineOptions(engine="docxodus", keep_existing=True)

    with pytest.raises(r57plans.RefusedError, match="accepts earlier changes first"):
        r57plans.redline(word_file(p("a")), word_file(p("b")), options)


def test_a_major_change_has_a_comment_that_names_its_rule(
    plans: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "R.docx"

    assert main(["redline", *map(str, plans), "-o", str(out)]) == 0

    comments = read_package(out.read_bytes())["word/comments.xml"].decode()
    assert "Thời hạn nhiệm vụ 1.1.1 lùi hai quý: quý II/2025 → quý IV/2025" in comments
    assert "task.deadline.later" in comments


@pytest.mark.parametrize("sides", ["files", "a plan and a file"])
def test_files_made_from_plans_have_those_comments_too_in_their_language(
    sides: str, plans: tuple[Path, Path], tmp_path: Path
) -> None:
    for plan in plans:
        data = r57plans.build(r57plans.load_plan(plan), ["en"]).files[0].data
        plan.with_suffix(".docx").write_bytes(data)
    old, new = plans[0], plans[1].with_suffix(".docx")
    if sides == "files":
        old = old.with_suffix(".docx")

    assert run(old, new, "-o", tmp_path / "R.docx") == 0

    parts = read_package((tmp_path / "R.docx").read_bytes())
    assert "The deadline of task 1.1.1 is two quarters later" in parts["word/comments.xml"].decode()
    assert marks_of((tmp_path / "R.docx").read_bytes()).rows == 0


def test_two_versions_that_say_the_same_are_said_to(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files[0], files[0], "-o", tmp_path / "r.docx") == 0

    assert "Nothing is marked: both have the same text." in capsys.readouterr().out
