"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from r57plans.findings import Message

_CAUSES: tuple[tuple[type[OSError], Message], ...] = (
    (PermissionError, Message("không có quyền ghi", "permission denied")),
    (NotADirectoryError, Message("một phần của đường dẫn là tệp", "part of the path is a file")),
    (FileExistsError, Message("đã có tệp cùng tên", "a file of that name is there")),
    (IsADirectoryError, Message("đã có thư mục cùng tên", "a folder of that name is there")),
    (FileNotFoundError, Message("không tạo được thư mục", "the folder cannot be made")),
)
_BY_NUMBER = {
    errno.ENOSPC: Message("ổ đĩa đã đầy", "the disk is full"),
    errno.EROFS: Message("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENAMETOOLONG: Message("tên tệp quá dài", "the file's name is too long"),
}


def write_files(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Writes every file, or leaves all of them as they were; returns the paths written.

    Each file is first written beside its place and then moved there. Raises OSError where a
    folder cannot be made or written.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in contents.items():
            staged.append((_stage(path, data), path))
        _replace_all(staged)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return tuple(contents)


def _replace_all(staged: list[tuple[Path, Path]]) -> None:
    """Moves each file to its place; where one may not be replaced, those before it go back."""
    before: list[tuple[Path, bytes | None]] = []
    try:
        for temporary, path in staged:
            old = path.read_bytes() if path.exists() else None
            temporary.replace(path)
            before.append((path, old))
    except OSError:
        for path, old in before:
            _put_back(path, old)
        raise


def _put_back(path: Path, old: bytes | None) -> None:
    with contextlib.suppress(OSError):
        if old is None:
            path.unlink()
        else:
            _stage(path, old).replace(path)


def _stage(path: Path, data: bytes) -> Path:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder is in the file's place", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _usual_mode() -> int:
    # The process's mask can only be read by setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask


def cause_of(error: OSError) -> Message:
    """Why nothing can be written, as a part of a sentence."""
    known = (message for kind, message in _CAUSES if isinstance(error, kind))
    words = error.strerror or str(error)
    return next(known, _BY_NUMBER.get(error.errno or 0, Message(words, words)))
