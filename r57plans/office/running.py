"""A program that is run with a limit and leaves nothing running, however its beginner ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import Literal

Outcome = Literal["ended", "late", "failed"]
_TICK = 0.25  # seconds between two looks at what is done

# The shell leads the group of all that is started. Its input is a pipe that whoever began it holds
# open: once that process is gone, killed or not, the reading ends and takes the group along.
_GUARD = """\
exec 3<&0 0</dev/null
( read -r _ <&3; kill -KILL 0 ) &
guard=$!
exec 3<&-
"$@"
code=$?
kill -KILL "$guard"
wait
exit "$code"
"""


def run(command: Sequence[str], folder: Path, seconds: float, done: Callable[[], int]) -> Outcome:
    """Run a command in a folder until it ends, or end it and all that it started.

    `done` counts what is finished; it is too late when nothing more was finished for `seconds`.
    `failed` means that it ended with another code than 0, or could not be started.
    """
    try:
        process = subprocess.Popen(
            _guarded(command),
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,
        )
    except OSError:
        return "failed"
    with process:
        try:
            return _watched(process, seconds, done)
        finally:
            if process.poll() is None:
                _end(process)


def _guarded(command: Sequence[str]) -> list[str]:
    if sys.platform == "win32":  # pragma: no cover
        return list(command)
    return ["/bin/sh", "-c", _GUARD, "r57plans", *command]


def _watched(process: subprocess.Popen[bytes], seconds: float, done: Callable[[], int]) -> Outcome:
    finished, since = 0, monotonic()
    while True:
        try:
            return "failed" if process.wait(min(_TICK, seconds)) else "ended"
        except subprocess.TimeoutExpired:
            now = done()
            if now > finished:
                finished, since = now, monotonic()
            elif monotonic() - since >= seconds:
                return "late"


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":  # pragma: no cover
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
