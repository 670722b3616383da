"""`r57plans upgrade` tells, and writes only what it is told to."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import docx
import pytest

from r57plans import build
from r57plans.cli import main
from r57plans.load import load_catalogue, load_plan

EXAMPLE = Path(__file__).parents[2] / "examples" / "lang-son-ubnd" / "plan.yaml"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan written against the first version of the catalogue."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "plan.yaml"))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["upgrade", *arguments, "--ui", "en"])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_without_acceptance_it_tells_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    before = plan.read_bytes()

    code, out, _ = told(capsys, str(plan))

    assert code == 0
    assert out.startswith(f"nq57@2025.03 → {load_catalogue().name}\n")
    assert "Still to accept: " in out
    assert "{" not in out
    assert plan.read_bytes() == before


def test_accepting_all_moves_the_plan_to_the_newest_version(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    code, out, _ = told(capsys, str(plan), "--accept", "all")
    again = told(capsys, str(plan))

    assert code == 0
    assert f"Wrote: {plan}" in out
    assert "Still to accept" not in out
    assert load_plan(plan).catalogue == load_catalogue().name
    assert again[1] == f"The plan uses {load_catalogue().name} already.\n"


def test_one_change_is_accepted_into_another_file(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    before, other = plan.read_bytes(), tmp_path / "new.yaml"
    told(capsys, str(plan), "--format", "json")
    code = main(["upgrade", str(plan), "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    first = next(c["task"] for c in data["changes"] if c["pending"])

    code, out, _ = told(capsys, str(plan), "--accept", first, "-o", str(other))

    assert code == 0
    assert plan.read_bytes() == before
    assert load_plan(other).catalogue == "nq57@2025.03"
    brought = [t.id for t in load_plan(other).tasks if t.version == load_catalogue().version]
    assert brought == [first]
    assert f"✓ {first} " in out


def test_for_machines_every_change_has_its_fields(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    code, out, _ = told(capsys, str(plan), "--format", "json")

    data = json.loads(out)
    assert code == 0
    assert (data["from"], data["to"]) == ("nq57@2025.03", load_catalogue().name)
    assert data["file"] is None
    assert {f["field"] for c in data["changes"] for f in c["fields"]} <= {
        "title", "text", "leads", "supports", "requested", "products", "deadline", "params"
    }  # fmt: skip
    assert data["added"] == [t for t in load_catalogue().sub_tasks
                             if t not in load_catalogue("nq57@2025.03").sub_tasks]  # fmt: skip


def test_a_change_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    before = plan.read_bytes()

    code, _, err = told(capsys, str(plan), "--accept", "9.9.9")

    assert code == 2
    assert "9.9.9: there is no change to accept" in err
    assert plan.read_bytes() == before


def test_a_plan_that_cannot_be_read_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = told(capsys, str(tmp_path / "none.yaml"))

    assert code == 2
    assert "There is no such file" in err


def test_a_place_that_cannot_be_written_leaves_all_as_it_was(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    code, _, err = told(capsys, str(plan), "--accept", "all", "-o", str(tmp_path))

    assert code == 2
    assert "Cannot write" in err
    assert load_plan(plan).catalogue == "nq57@2025.03"


def _paragraphs(plan: Path) -> list[str]:
    """The document's text, line by line."""
    document = docx.Document(io.BytesIO(build(load_plan(plan)).files[0].data))
    return ["".join(p.itertext("{*}t")) for p in document.element.body.iter("{*}p")]


def test_the_document_differs_only_by_what_was_accepted(plan: Path) -> None:
    before = _paragraphs(plan)

    main(["upgrade", str(plan), "--accept", "2.2.1", "--ui", "en"])

    after = _paragraphs(plan)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed
    assert all("văn bản quy phạm pháp luật" in new for _, new in changed)


def test_to_write_elsewhere_without_accepting_anything_is_refused(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    code, out, err = told(capsys, str(plan), "-o", str(tmp_path / "new.yaml"))

    assert (code, out) == (2, "")
    assert "Add --accept ID" in err
    assert not (tmp_path / "new.yaml").exists()


def test_old_and_new_are_shown_in_words_that_differ(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    _, out, _ = told(capsys, str(plan))

    shown = re.findall(r"      - (.*)\n      \+ (.*)\n", out)
    assert len(shown) > 10
    assert [pair for pair in shown if pair[0] == pair[1]] == []


def test_what_is_the_plan_s_own_is_named_in_a_line(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    _, out, _ = told(capsys, str(plan))

    data = json.loads(told(capsys, str(plan), "--format", "json")[1])
    kept = [c["task"] for c in data["changes"] if not c["pending"]]
    assert kept
    assert f"its own, which stays ({len(kept)}): {kept[0]}" in out
    assert f"\n{kept[0]}  " not in out


def test_the_last_change_named_twice_is_accepted_once(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    data = json.loads(told(capsys, str(plan), "--format", "json")[1])
    pending = [c["task"] for c in data["changes"] if c["pending"]]
    twice = [a for name in (*pending, pending[-1]) for a in ("--accept", name)]

    code, out, _ = told(capsys, str(plan), *twice)

    assert code == 0
    assert "Still to accept" not in out
    assert load_plan(plan).catalogue == load_catalogue().name


def test_a_plan_of_today_is_written_elsewhere_as_it_is(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    other = tmp_path / "new.yaml"
    told(capsys, str(plan), "--accept", "all")

    _, out, _ = told(capsys, str(plan), "--accept", "all", "-o", str(other))

    assert f"Wrote: {other}" in out
    assert other.read_bytes() == plan.read_bytes()


def test_the_mark_that_windows_puts_before_a_text_stays(
    capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    mark = "\ufeff".encode()
    plan.write_bytes(mark + plan.read_bytes())

    code, _, _ = told(capsys, str(plan), "--accept", "all")

    assert code == 0
    assert plan.read_bytes().startswith(mark)
    assert load_plan(plan).catalogue == load_catalogue().name
