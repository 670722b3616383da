"""A file as it was in a revision of a git repository: `git:REV:path`."""

from __future__ import annotations

import os
import shutil
import subprocess

from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place, Report

PREFIX = "git:"
_SECONDS = 60
# No question is asked and nothing is fetched: what is not here is not there.
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_EXAMPLE = Message("Viết như git:HEAD~1:plan.yaml.", "Write it like git:HEAD~1:plan.yaml.")


def blob(name: str, limit: int) -> bytes:
    """The bytes of `git:REV:path`, the path from the root of the repository or `./` from here.

    The repository is that of the working folder. Raises LoadError where the name has another
    form, where git or the repository, the revision or the file is missing, and for more than
    `limit` bytes.
    """
    revision, path = _parts(name)
    if shutil.which("git") is None:
        raise _stopped("git", name, _NO_GIT, _INSTALL)
    spec = f"{revision}:{path}"
    size = _run("cat-file", "-s", spec)
    if size is None:
        raise _missing(name, revision, path)
    if int(size) > limit:
        raise _stopped("git-size", name, *_too_big(limit))
    data = _run("cat-file", "blob", spec)
    if data is None:
        raise _stopped("git-file", name, _NO_FILE, _EXAMPLE)
    return data


def _parts(name: str) -> tuple[str, str]:
    revision, _, path = name.removeprefix(PREFIX).partition(":")
    if not revision or not path or not name.isprintable():
        raise _stopped("git-form", name, _FORM, _EXAMPLE)
    if revision.startswith("-"):
        raise _stopped("git-form", name, _DASH, _EXAMPLE)
    return revision, path


def _run(*arguments: str) -> bytes | None:
    """What git says, None where it refuses; never through a shell."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=os.environ | _QUIET,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _missing(name: str, revision: str, path: str) -> LoadError:
    """Which of repository, revision and file is not there."""
    if _run("rev-parse", "--git-dir") is None:
        return _stopped("git-repository", name, _NO_REPOSITORY, _GO_THERE)
    if _run("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}") is None:
        said = Message(f"Không có phiên bản “{revision}” trong kho git.",
                       f"There is no revision “{revision}” in the repository.")  # fmt: skip
        return _stopped("git-revision", name, said, _SEE_LOG)
    said = Message(f"Phiên bản “{revision}” không có tệp “{path}”.",
                   f"The revision “{revision}” has no file “{path}”.")  # fmt: skip
    return _stopped("git-file", name, said, _FROM_THE_ROOT)


def _stopped(rule: str, name: str, message: Message, hint: Message) -> LoadError:
    return LoadError(Report((Finding(f"diff.{rule}", "error", message, hint, Place(name)),)))


def _too_big(limit: int) -> tuple[Message, Message]:
    size = limit // (1024 * 1024)
    said = Message(f"Tệp lớn hơn {size} MB.", f"The file is larger than {size} MB.")
    return said, Message("Kiểm tra xem có chọn nhầm tệp không.", "Check that it is the right file.")


_FORM = Message("Tên không đúng dạng git:PHIÊN_BẢN:ĐƯỜNG_DẪN.", "This is not git:REVISION:PATH.")
_DASH = Message("Tên phiên bản không được bắt đầu bằng “-”.", "A revision cannot begin with “-”.")
_NO_GIT = Message("Máy này chưa cài git.", "git is not installed here.")
_INSTALL = Message("Cài git, hoặc so sánh hai tệp.", "Install git, or compare two files.")
_NO_REPOSITORY = Message("Thư mục hiện tại không thuộc kho git nào.",
                         "The current folder is in no git repository.")  # fmt: skip
_GO_THERE = Message("Chạy lệnh trong thư mục của kho.", "Run the command in the repository.")
_SEE_LOG = Message("Xem các phiên bản: git log --oneline.", "See them with: git log --oneline.")
_NO_FILE = Message("Đây không phải là một tệp trong kho git.", "This is no file of the repository.")
_FROM_THE_ROOT = Message(
    "Đường dẫn tính từ gốc của kho; từ thư mục hiện tại thì thêm “./” ở đầu.",
    "The path is from the root of the repository; begin it with “./” for the current folder.",
)
