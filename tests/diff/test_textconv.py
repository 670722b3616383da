"""`git diff` shows what a plan says and what a template prints, not how a file is written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from r57plans.assets import templates_folder
from r57plans.cli import main
from r57plans.diff.textconv import textconv

ROOT = Path(__file__).parents[2]
CONFIGURATION = re.compile(r'^git config (\S+) "r57plans textconv"$', re.MULTILINE)
PLAN = """\
format: r57plans/plan/1
catalogue: nq57@2026.11
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28, parents: [nq57]}
context: [Một, {vi: Hai, en: Two}]
targets:
  - {id: tfp, values: [{year: 2030, value: ≥ 45, unit: "%"}], monitor: [so-tai-chinh]}
tasks:
  - {id: 1.1.3, deadline: Quý II/2025, leads: [so-noi-vu, so-y-te]}
  - {id: local-1, group: 1, text: {vi: Việc riêng, en: Our own}, deadline: "2026"}
"""
REWRITTEN = """\
# The same plan by another hand.
format: r57plans/plan/1
province: cao-bang
catalogue: nq57@2026.11
document:
  date: 2025-03-28
  type: CTr
  issuer: tinh-uy
  parents:
    - nq57
context:
  - vi: Một
  - en: Two
    vi: >-
      Hai
targets: [{id: tfp, monitor: so-tai-chinh, values: [{value: "≥ 45", unit: "%", year: 2030}]}]
tasks:
  - id: 1.1.3
    leads: [so-noi-vu, so-y-te]
    deadline: Quý II/2025
  - id: local-1
    group: 1
    deadline: "2026"
    text: {en: Our own, vi: Việc riêng}
"""


def text_of(plan: str) -> str:
    return textconv(plan.encode(), "plan.yaml", "en")


def facts(plan: str) -> list[str]:
    return text_of(plan).splitlines()


def test_a_plan_is_told_by_its_facts_with_bodies_in_words() -> None:
    told = facts(PLAN)

    assert "task/1.1.3/deadline: Quý II/2025" in told
    assert "task/1.1.3/leads: Sở Nội vụ; Sở Y tế" in told
    assert "target/tfp/values/2030/value: ≥ 45" in told
    assert "task/local-1/text/en: Our own" in told
    assert any(line.startswith("task/1.1.3/text: Yêu cầu lãnh đạo các cấp") for line in told)


def test_the_same_plan_written_otherwise_is_the_same_text() -> None:
    assert text_of(REWRITTEN) == text_of(PLAN)


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        (
            "Quý II/2025",
            "Quý IV/2025",
            ["task/1.1.3/deadline: Quý II/2025"],
            ["task/1.1.3/deadline: Quý IV/2025"],
        ),
        ("[Một,", "[Không, Một,", [], ["context: Không"]),
        (
            "≥ 45",
            "≥ 50",
            ["target/tfp/values/2030/value: ≥ 45"],
            ["target/tfp/values/2030/value: ≥ 50"],
        ),
        ("en: Two", "en: Second", ["context/en: Two"], ["context/en: Second"]),
        (
            ", so-y-te",
            "",
            ["task/1.1.3/leads: Sở Nội vụ; Sở Y tế"],
            ["task/1.1.3/leads: Sở Nội vụ"],
        ),
    ],
)
def test_a_change_shows_as_its_own_lines_alone(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    before, after = facts(PLAN), facts(PLAN.replace(old, new))

    assert [line for line in before if line not in after] == gone
    assert [line for line in after if line not in before] == come


def test_a_plan_that_is_not_sound_is_its_own_text_after_what_is_wrong() -> None:
    broken = PLAN.replace("cao-bang", "cao-banh")

    told = text_of(broken)

    assert told.startswith("# plan.yaml:3:11: error:")
    assert told.partition("\n")[2] == broken


@pytest.mark.parametrize("data", [b"PK\x03\x04 no Word file", b"\x00\xff\xfe", b"", b"[1, 2"])
def test_no_file_stops_git(data: bytes) -> None:
    told = textconv(data, "x.docx", "vi")

    assert told.startswith("# x.docx")


def test_a_template_is_told_by_its_paragraphs_and_tags() -> None:
    data = (templates_folder() / "en/action-plan.docx").read_bytes()

    told = textconv(data, "action-plan.docx", "en").splitlines()

    assert "¶[R57Type] {{ document.type }}" in told
    assert "¶[R57Tag] {%p if context %}" in told


def test_the_command_writes_utf8_whatever_the_terminal_is(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")

    code = main(["textconv", str(tmp_path / "plan.yaml")])

    assert code == 0
    assert "Sở Y tế".encode() in capfdbinary.readouterr().out


def test_git_itself_shows_the_facts_of_plans_and_the_words_of_templates(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        alone = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(tmp_path)}
        environment = {**os.environ, **alone, "PYTHONPATH": str(ROOT)}
        who = ("-c", "user.name=Office", "-c", "user.email=office@example.org")
        done = subprocess.run(
            ["git", *who, *words], cwd=tmp_path, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode()

    drivers = CONFIGURATION.findall((ROOT / "README.md").read_text("utf-8"))
    tool = f'"{sys.executable}" "{ROOT / "cli.py"}" textconv'
    git("init", "--quiet")
    for driver in drivers:
        git("config", driver, tool)
    (tmp_path / ".gitattributes").write_text((ROOT / ".gitattributes").read_text("utf-8"), "utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    templates = templates_folder() / "checks"
    (tmp_path / "mine.docx").write_bytes((templates / "comparison.vi.docx").read_bytes())
    git("add", ".")
    git("commit", "--quiet", "-m", "first")

    (tmp_path / "plan.yaml").write_text(REWRITTEN.replace("Quý II/", "Quý IV/"), "utf-8")
    (tmp_path / "mine.docx").write_bytes((templates / "comparison.en.docx").read_bytes())
    plan, word = (git("diff", "-U0", file).splitlines() for file in ("plan.yaml", "mine.docx"))

    assert len(drivers) == 2
    changed = [line for line in plan if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["-task/1.1.3/deadline: Quý II/2025", "+task/1.1.3/deadline: Quý IV/2025"]
    assert "-¶[R57Type] BẢNG SO SÁNH" in word
    assert "+¶[R57Type] COMPARISON" in word
