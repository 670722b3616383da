"""Templates of an office's own: taken out, looked into, and used for building."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from word_packages import WORD_TYPE, Extra, p, paragraph_texts, parts_of, root_xml, word_file

from r57plans.assets import templates_folder
from r57plans.cli import main
from r57plans.word.package import write_package

PLAN = """\
format: r57plans/plan/1
catalogue: nq57@2025.03
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
tasks:
  - {id: 1.1.1, leads: [so-khcn], products: [Kế hoạch], deadline: quý II/2025, funding: Ngân sách}
  - {id: 2.1.1, leads: [so-tai-chinh, so-noi-vu], deadline: 2025}
"""
NAME = "cao-bang-action-plan.vi.docx"


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def template(folder: Path, *texts: str) -> Path:
    """A template of these paragraphs."""
    path = folder / "mine.docx"
    path.write_bytes(word_file("".join(p(text) for text in texts)))
    return path


def printed(path: Path) -> list[str]:
    return paragraph_texts(path.read_bytes())


# --- export ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vi/action-plan", "en/action-plan-state", "vi/action-plan.docx"])
def test_export_writes_the_shipped_template_as_it_is(name: str, tmp_path: Path) -> None:
    out = tmp_path / "mine.docx"

    code = run("template", "export", name, "-o", out)

    shipped = templates_folder() / f"{name.removesuffix('.docx')}.docx"
    assert code == 0
    assert out.read_bytes() == shipped.read_bytes()


def test_export_names_the_file_after_the_template_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    run("template", "export", "en/action-plan", "--ui", "en")

    assert (tmp_path / "action-plan.en.docx").exists()
    assert "--template action-plan.en.docx" in capsys.readouterr().out


def test_export_never_writes_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.docx"
    out.write_bytes(b"mine")

    code = run("template", "export", "vi/action-plan", "-o", out, "--ui", "en")

    assert code == 2
    assert out.read_bytes() == b"mine"
    assert "template.exists" in capsys.readouterr().err


def test_export_says_when_the_place_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")

    code = run("template", "export", "vi/action-plan", "-o", tmp_path / "file" / "mine.docx")

    assert code == 2
    assert "output.unwritable" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "vi/action-plan-state Kế hoạch của ủy ban nhân dân, thể thức của Nhà nước"),
        ("en", "vi/action-plan Action plan of a Party committee, Party layout"),
        ("en", "vi/committee-decision Decision on the steering committee, Party layout, in"),
        ("vi", "vi/submission-state Tờ trình ban hành kế hoạch, thể thức của Nhà nước"),
    ],
)
def test_export_without_a_name_lists_what_there_is(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("template", "export", "--ui", language)

    assert code == 0
    assert line in " ".join(capsys.readouterr().out.split())


def test_export_lists_and_writes_for_machines_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("template", "export", "--format", "json")
    listed = json.loads(capsys.readouterr().out)["templates"]
    run("template", "export", "vi/action-plan", "-o", tmp_path / "m.docx", "--format", "json")
    written = json.loads(capsys.readouterr().out)["files"]

    names = [t["name"] for t in listed]
    assert len(names) == 22
    assert names[:2] == ["vi/action-plan", "vi/action-plan-state"]
    assert names[11:13] == ["en/action-plan", "en/action-plan-state"]
    assert written == [str(tmp_path / "m.docx")]


def test_export_of_an_unknown_template_names_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("template", "export", "vi/action", "--ui", "vi")

    said = capsys.readouterr().err
    assert code == 2
    assert "Không có mẫu “vi/action”." in said
    assert "vi/action-plan, vi/action-plan-state" in said


# --- show -----------------------------------------------------------------------------------------


def test_show_follows_names_through_loops_part_by_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = template(tmp_path, "{%p for group in groups %}", "{%p for task in group.tasks %}",
                    "{{ task.text }}", "{%p endfor %}", "{%p endfor %}")  # fmt: skip

    code = run("template", "show", mine, "--ui", "vi")

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nội dung văn bản (word/document.xml)",
        "  groups[].tasks[].text",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for t in tasks %}{{ t.leeds }}{% endfor %}", "Did you mean “leads”?"),
        ("{% for t in taskz %}{{ t.leads }}{% endfor %}", "Did you mean “tasks”?"),
        ("{{ unit.nam }}", "Did you mean “name”?"),
        ("{{ xyzzy }}", "no plan has this name.\n"),
    ],
)
def test_show_marks_names_that_no_plan_has(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("template", "show", template(tmp_path, text), "--ui", "en")

    assert said in capsys.readouterr().out


def test_show_lists_tags_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("template", "show", template(tmp_path, "{{ unit name }}"), "--ui", "en")

    assert "Tags that cannot be read:\n  {{ unit name }}  (word/document.xml)" in (
        capsys.readouterr().out
    )


def test_show_of_a_file_without_tags_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("template", "show", template(tmp_path, "Chữ"), "--ui", "vi")

    assert capsys.readouterr().out == "Mẫu không dùng tên nào.\n"


def test_show_for_machines_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = template(tmp_path, "{{ unit.name }}{{ unit.nam }}{{ a b }}")

    run("template", "show", mine, "--format", "json")

    assert json.loads(capsys.readouterr().out) == {
        "names": [
            {"part": "word/document.xml", "name": "unit.name", "known": True},
            {"part": "word/document.xml", "name": "unit.nam", "known": False},
        ],
        "unread": [{"part": "word/document.xml", "tag": "{{ a b }}"}],
    }


@pytest.mark.parametrize("given", ["no.docx", "plan.yaml"])
def test_show_refuses_what_is_no_word_file(
    given: str, plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("template", "show", plan_file.parent / given, "--format", "json")

    findings = json.loads(capsys.readouterr().out)["findings"]
    assert code == 2
    assert findings[0]["rule"].startswith("word.")


# --- names ----------------------------------------------------------------------------------------


def test_names_tells_what_each_is_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    run("template", "names", "task", "--ui", "vi")
    vietnamese = " ".join(capsys.readouterr().out.split())
    run("template", "names", "task", "--ui", "en")
    english = " ".join(capsys.readouterr().out.split())

    assert "task {% for task in group.tasks %}, {% for task in tasks %}" in vietnamese
    assert "Thời hạn hoàn thành (chữ). Ví dụ: Trước ngày 15/5/2025" in vietnamese
    assert "The deadline (text). Example: Before 15 May 2025" in english


def test_names_for_machines_has_all_of_them_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("template", "names", "--format", "json")

    names = {n["name"]: n for n in json.loads(capsys.readouterr().out)["names"]}
    assert {"groups", "document.number", "task.deadline", "target.values"} <= set(names)
    assert names["task.deadline"] == {
        "name": "task.deadline",
        "paths": [
            "groups[].tasks[].deadline",
            "tasks[].deadline",
            "sheets[].tasks[].deadline",
            "sheets[].supported[].deadline",
        ],
        "type": {"vi": "chữ", "en": "text"},
        "description": {"vi": "Thời hạn hoàn thành", "en": "The deadline"},
        "example": {"vi": "Trước ngày 15/5/2025", "en": "Before 15 May 2025"},
    }


def test_names_of_an_unknown_record_names_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("template", "names", "tasc", "--ui", "en")

    assert code == 2
    assert "document, unit," in capsys.readouterr().err


# --- build --template -----------------------------------------------------------------------------


def test_build_fills_a_template_of_the_office_s_own(plan_file: Path, tmp_path: Path) -> None:
    mine = template(tmp_path, "Của {{ unit.name }}", "{%p for task in tasks %}",
                    "{{ task.number }}. {{ task.leads }}: {{ task.deadline }}",
                    "{%p endfor %}")  # fmt: skip

    code = run("build", plan_file, "-o", tmp_path / "out", "--template", mine)

    assert code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [NAME]
    assert printed(tmp_path / "out" / NAME)[:3] == [
        "Của tỉnh Cao Bằng",
        "1. Sở Khoa học và Công nghệ: quý\u00a0II/2025",
        "2. Sở Tài chính; Sở Nội vụ: 2025",
    ]


def test_build_tells_what_it_left_out_of_a_template(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attached = Extra(
        "word/settings.xml",
        "settings",
        root_xml("settings", '<w:attachedTemplate r:id="rId1"/>'),
        f"{WORD_TYPE}settings+xml",
    )
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" TargetMode="External" Target="file:///C:/Mau/cong-van.dotm" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate"/></Relationships>'
    )
    parts = {**parts_of(p("x"), attached), "word/_rels/settings.xml.rels": outside}
    mine = tmp_path / "mine.docx"
    mine.write_bytes(write_package(parts))

    code = run("build", plan_file, "-o", tmp_path / "out", "--template", mine)

    assert code == 0
    assert "[word.attached-template]" in capsys.readouterr().err


def test_an_exported_template_gives_what_the_shipped_one_gives(
    plan_file: Path, tmp_path: Path
) -> None:
    run("template", "export", "vi/action-plan", "-o", tmp_path / "mine.docx")
    run("build", plan_file, "-o", tmp_path / "ours", "--lang", "vi")

    run("build", plan_file, "-o", tmp_path / "own", "--template", tmp_path / "mine.docx")

    assert (tmp_path / "own" / NAME).read_bytes() == (tmp_path / "ours" / NAME).read_bytes()


@pytest.mark.parametrize(
    ("given", "language"), [((), "en"), (("--lang", "vi"), "vi"), (("--lang", "en"), "en")]
)
def test_the_language_is_the_template_s_own_unless_another_is_asked_for(
    given: tuple[str, ...], language: str, plan_file: Path, tmp_path: Path
) -> None:
    run("template", "export", "en/action-plan", "-o", tmp_path / "mine.docx")

    run("build", plan_file, "-o", tmp_path / "out", "--template", tmp_path / "mine.docx", *given)

    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert names == [f"cao-bang-action-plan.{language}.docx"]


def test_one_template_serves_one_language(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = template(tmp_path, "{{ unit.name }}")

    code = run("build", plan_file, "-o", tmp_path / "out", "--template", mine,
               "--lang", "vi", "--lang", "en", "--ui", "vi")  # fmt: skip

    assert code == 2
    assert "Một mẫu chỉ dùng cho một ngôn ngữ." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ unit.nam }}", "template.unknown-name"),
        ("{% if unit %}", "template.unbalanced"),
        ("{{ unit name }}", "template.syntax"),
    ],
)
def test_faults_of_a_template_are_told_and_nothing_is_written(
    text: str, rule: str, plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = template(tmp_path, text)

    code = run("build", plan_file, "-o", tmp_path / "out", "--template", mine, "--ui", "en")

    said = capsys.readouterr()
    assert code == 1
    assert rule in said.err
    assert str(mine) in said.err
    assert (said.out, (tmp_path / "out").exists()) == ("", False)


def test_faults_of_a_template_are_findings_for_machines(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = template(tmp_path, "{{ unit.nam }}")

    code = run("build", plan_file, "-o", tmp_path, "--template", mine, "--format", "json")

    assert code == 1
    assert [f["rule"] for f in json.loads(capsys.readouterr().out)["findings"]] == [
        "template.unknown-name"
    ]


@pytest.mark.parametrize(("given", "rule"), [("no.docx", "file-missing"), ("plan.yaml", "not-a")])
def test_a_template_that_cannot_be_read_is_told(
    given: str, rule: str, plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", plan_file, "-o", tmp_path / "out", "--template", tmp_path / given)

    assert code == 2
    assert f"word.{rule}" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_texts_that_only_the_office_s_template_prints_are_noted_where_they_lack_english(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = template(tmp_path, "{{ tasks[0].funding }}")

    run("build", plan_file, "-o", tmp_path, "--lang", "en", "--ui", "en")
    shipped = capsys.readouterr().out
    run("build", plan_file, "-o", tmp_path, "--lang", "en", "--template", mine, "--ui", "en")
    own = capsys.readouterr().out

    assert "“Ngân sách”" not in shipped
    assert "“Ngân sách”" in own
