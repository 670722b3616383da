"""Files that a template may name: those inside the folder it was given, and no others."""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath

from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.refusing import refused

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\\:*?"<>|]')


def file_in(folder: Path | None, name: str) -> Path:
    """The real path of a file that a template names, `logo.png` or `hinh/logo.png`.

    Raises `MisuseError` (`template.value`) where no folder was given, and for a name that leads
    out of it, through a link too.
    """
    if folder is None:
        raise refused(
            f"mẫu dùng tệp {name!r} nhưng chưa có thư mục nào được cho phép (folder=…)",
            f"the template uses the file {name!r}, but no folder was given to it (folder=…)",
        )
    path = PurePosixPath(name)
    if not name or _NOT_IN_A_NAME.search(name) or path.is_absolute() or ".." in path.parts:
        raise _outside(name)
    try:
        inside = folder.resolve(strict=True)
        found = (inside / path).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise _missing(name) from error
    if not found.is_relative_to(inside):
        raise _outside(name)
    return found


def read_file(path: Path, most: int) -> bytes | None:
    """The bytes of a file, None when it has more than `most`.

    Raises `MisuseError` (`template.value`) for what is no file or cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _missing(path.name)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise _missing(path.name) from error
    return data if len(data) <= most else None


def _outside(name: str) -> MisuseError:
    return refused(
        f"tệp {name!r} nằm ngoài thư mục được cho phép",
        f"the file {name!r} is outside the folder that was given",
    )


def _missing(name: str) -> MisuseError:
    return refused(f"không đọc được tệp {name!r}", f"the file {name!r} cannot be read")
