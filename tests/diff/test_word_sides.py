"""Word files as sides of a comparison: what they print counts, beside plans as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from r57plans.diff.compare import compare
from r57plans.diff.versions import read_sides
from r57plans.documents import build
from r57plans.errors import LoadError
from r57plans.load import load_plan

PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
committee: {head: bi-thu}
tasks:
  - {id: 1.1.1, leads: [so-noi-vu], products: [Kế hoạch], deadline: quý II/2025, note: A}
  - {id: 3.5.2, leads: [so-tai-chinh], products: [Đề án], deadline: quý II/2025}
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two plans, and the Word files of each."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(PLAN, "utf-8")
    new = PLAN.replace("[Đề án], deadline: quý II", "[Đề án], deadline: quý IV")
    Path("new.yaml").write_text(new.replace("note: A", "note: B"), "utf-8")
    for name in ("old", "new"):
        for file in build(load_plan(f"{name}.yaml"), ["vi", "en"]).files:
            Path(f"{name}.{file.name.split('.')[-2]}.docx").write_bytes(file.data)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "names",
    [
        ("old.vi.docx", "new.vi.docx"),
        ("old.en.docx", "new.en.docx"),
        ("old.yaml", "new.vi.docx"),
        ("old.vi.docx", "new.yaml"),
        ("old.yaml", "new.en.docx"),
    ],
)
def test_what_the_document_prints_is_compared_and_nothing_else(names: tuple[str, str]) -> None:
    old, new = read_sides(names)

    (change,) = compare(old.plan, new.plan)

    assert change.rule == "task.deadline.later"
    lines = [str(change.old_place), str(change.new_place)]
    assert [line.startswith(name) for line, name in zip(lines, names, strict=True)] == [True, True]
    assert all(":8:" in line for line in lines if line.startswith(("old.yaml", "new.yaml")))


@pytest.mark.usefixtures("files")
def test_a_word_file_says_what_its_plan_does() -> None:
    old, new = read_sides(["old.yaml", "old.vi.docx"])

    assert compare(old.plan, new.plan) == ()


@pytest.mark.usefixtures("files")
def test_files_in_two_languages_are_refused() -> None:
    with pytest.raises(LoadError) as stopped:
        read_sides(["old.vi.docx", "old.en.docx"])

    assert [finding.rule for finding in stopped.value.report] == ["diff.word-unlike"]
