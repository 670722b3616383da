"""Approved changes: the file that names them, and what it covers."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_builders import plan

from r57plans.diff.approvals import extended, sorted_out
from r57plans.diff.compare import compare
from r57plans.errors import LoadError
from r57plans.load.approval_file import load_approvals
from r57plans.model.change import Change


def changes() -> tuple[Change, ...]:
    """A later deadline and another lead."""
    old, new = (
        plan(tasks=[{"id": "1.1.1", "leads": [lead], "deadline": deadline}])
        for lead, deadline in (("so-y-te", "2025"), ("so-noi-vu", "2026"))
    )
    return compare(old, new)


def test_what_is_written_is_read_again_and_covers_its_change_alone(tmp_path: Path) -> None:
    file, (first, second) = tmp_path / "approved.yaml", changes()
    file.write_text(extended("", [first], 'theo ý kiến của "Ban"', "vi"), "utf-8")

    left, approved = sorted_out((first, second), load_approvals(file))

    assert left == (second,)
    (covered,) = approved
    assert covered.change == first
    assert covered.approval.reason is not None
    assert covered.approval.reason.vi == 'theo ý kiến của "Ban"'


def test_a_file_is_extended_at_its_end_and_keeps_its_comments(tmp_path: Path) -> None:
    file, (first, second) = tmp_path / "approved.yaml", changes()
    before = extended("# của Văn phòng\n", [first], "", "vi").rstrip("\n")

    file.write_text(extended(before, [second], "", "vi"), "utf-8")

    assert file.read_text("utf-8").startswith(f"{before}\n- ")
    assert [a.fingerprint for a in load_approvals(file)] == [c.fingerprint for c in changes()]


def test_an_empty_file_approves_nothing_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    empty, wrong = tmp_path / "empty.yaml", tmp_path / "wrong.yaml"
    empty.write_text("# chưa có\n", "utf-8")
    wrong.write_text("- fingerprint: abc\n", "utf-8")

    assert load_approvals(empty) == ()
    with pytest.raises(LoadError):
        load_approvals(wrong)
    with pytest.raises(LoadError):
        load_approvals(tmp_path / "missing.yaml")
