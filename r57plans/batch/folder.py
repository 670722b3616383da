"""The folder that a batch writes into: one batch at a time, whole files only."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from r57plans.batch.records import FOLDER, JOURNAL, MANIFEST, Record, line_of, manifest
from r57plans.errors import RefusedError
from r57plans.findings import Finding, Message, Place, Report

try:
    import fcntl
except ImportError:  # pragma: no cover  # Windows has another way
    fcntl = None  # type: ignore[assignment]

_LOCK, _STAGING = "lock", "staging"


def busy(folder: Path) -> Finding:
    """Another batch writes into the folder."""
    return Finding(
        "batch.busy",
        "error",
        Message(
            f"Một lệnh batch khác đang ghi vào {folder}.",
            f"Another batch is writing into {folder}.",
        ),
        Message("Chờ lệnh kia xong, hoặc chọn thư mục khác.", "Wait for it, or choose another."),
        Place(str(folder)),
    )


class OutFolder:
    """Writes whole files below a folder and remembers what is finished, whatever happens."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = path / FOLDER
        self._staging = self._own / _STAGING
        self._count = 0
        self.lock = -1

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the folder for this process; the system lets go of it however the process ends.

        Raises RefusedError where another batch holds it, OSError where it cannot be written.
        """
        self._own.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._own / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(handle, self.path)
            with self._staged():
                self.lock = handle
                yield
        finally:
            os.close(handle)

    @contextlib.contextmanager
    def _staged(self) -> Iterator[None]:
        """A folder for files that are not whole yet; only who holds the lock may touch it."""
        shutil.rmtree(self._staging, ignore_errors=True)  # of a batch that was killed
        self._staging.mkdir()
        try:
            yield
        finally:
            shutil.rmtree(self._staging, ignore_errors=True)

    def put(self, files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
        """Write files by their path below the folder, each whole; gives their SHA-256 by path."""
        staged = [(self._stage(data), name, data) for name, data in files]
        for temporary, name, _ in staged:
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(target)
        return {name: hashlib.sha256(data).hexdigest() for _, name, data in staged}

    def drop(self, names: Iterable[str]) -> None:
        """Take out files that an earlier batch made and this one does not."""
        for name in names:
            (self.path / name).unlink(missing_ok=True)

    def note(self, record: Record) -> None:
        """Remember a finished plan at once, whether or not the line before was cut."""
        with (self._own / JOURNAL).open("ab") as stream:
            stream.write(b"\n" + line_of(record))

    def finish(self, records: Iterable[Record]) -> None:
        """Write the manifest; the journal has served."""
        self.put([(MANIFEST, manifest(records))])
        (self._own / JOURNAL).unlink(missing_ok=True)

    def _stage(self, data: bytes) -> Path:
        self._count += 1
        path = self._staging / str(self._count)
        try:
            path.write_bytes(data)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path


def _lock(handle: int, folder: Path) -> None:
    try:
        if fcntl is None:  # pragma: no cover
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise RefusedError(Report((busy(folder),))) from None
