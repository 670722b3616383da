"""Files are written whole or not at all, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from r57plans.files import write_files


def test_files_take_the_place_of_the_old_ones_and_leave_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    write_files({tmp_path / "a.docx": b"new", tmp_path / "sub" / "b.docx": b"b"})

    assert (tmp_path / "a.docx").read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.docx", "b.docx", "sub"]


def test_one_failure_leaves_all_files_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    calls: list[int] = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        write_files({tmp_path / "a.docx": b"new", tmp_path / "b.docx": b"new"})

    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_may_not_be_replaced_puts_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    replace = Path.replace

    def open_in_word(self: Path, target: Path) -> Path:
        if target.name == "c.docx":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", open_in_word)

    with pytest.raises(PermissionError):
        write_files({tmp_path / name: b"new" for name in ("a.docx", "b.docx", "c.docx")})

    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


def test_a_folder_in_a_file_s_place_is_an_os_error_before_anything_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "b.docx").mkdir()

    with pytest.raises(IsADirectoryError):
        write_files({tmp_path / "a.docx": b"new", tmp_path / "b.docx": b"new"})

    assert [p.name for p in tmp_path.iterdir()] == ["b.docx"]


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)

    write_files({target: b"new"})

    assert target.stat().st_mode & 0o777 == 0o640
