"""The child process in which a template that is not ours is rendered: bound, then set to work.

It writes one answer and leaves; it never comes back to the code of its parent.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import NoReturn

from r57plans.word.template.apart.answers import answer_of, over_memory, refusal
from r57plans.word.template.sandbox.limits import Limits

READY = b"ready\n"

_MIB = 1024 * 1024
_OPEN_FILES = 64
_UNKNOWN_SPACE = 1024 * _MIB  # allowed for what a process has before it begins, where none can say
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM", "SIGUSR1", "SIGUSR2")


def serve(work: Callable[[], bytes], sink: int, limits: Limits, file: str = "") -> NoReturn:
    """Do the work within the limits, write the answer into the open file `sink`, and leave."""
    try:
        _cut_off(sink)
        no_memory = refusal(over_memory(limits, file))  # made while there still is some
        bind(limits)
        try:
            answer = answer_of(work, limits, file)
        except MemoryError:
            answer = no_memory
        for piece in answer:
            _write(sink, piece)
    finally:
        os._exit(0)


def bind(limits: Limits) -> None:
    """Bind this process for good, as far as the system can: memory, time, files, processes.

    Memory is counted on top of what the process already has, time on top of what it has used.
    """
    if sys.platform == "win32":
        return
    import resource

    def bounded(number: int, given: int) -> int:
        return number if given == resource.RLIM_INFINITY else min(number, given)

    def most(name: str, soft: int, hard: int = 0) -> None:
        kind = getattr(resource, name, None)
        if kind is not None:
            with suppress(ValueError, OSError):
                _, given = resource.getrlimit(kind)
                resource.setrlimit(kind, (bounded(soft, given), bounded(hard or soft, given)))

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = ceil(used.ru_utime + used.ru_stime + limits.seconds) + 1
    most("RLIMIT_AS", _address_space() + limits.memory)
    most("RLIMIT_CPU", seconds, seconds + 1)
    most("RLIMIT_NOFILE", _OPEN_FILES)
    most("RLIMIT_FSIZE", 0)
    most("RLIMIT_CORE", 0)
    most("RLIMIT_NPROC", 0)


def main() -> None:
    """Take work and limits from the standard input, which only the parent writes."""
    work, limits, file = pickle.load(sys.stdin.buffer)
    sink = os.dup(1)
    _write(sink, READY)
    serve(work, sink, limits, file)


def _cut_off(sink: int) -> None:
    """Leave the parent's terminal, open files, signals and memory alone."""
    sys.dont_write_bytecode = True
    gc.freeze()  # or collecting garbage would copy every page that the parent still shares
    for name in _SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if hasattr(os, "setsid"):
        with suppress(OSError):
            os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    for other in _open_files():
        if other > 2 and other != sink:
            with suppress(OSError):
                os.close(other)


def _open_files() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208
    except OSError:
        return []


def _address_space() -> int:
    """How many bytes of addresses this process has."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except (OSError, ValueError, IndexError):
        return _UNKNOWN_SPACE
    return pages * os.sysconf("SC_PAGE_SIZE")


def _write(sink: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(sink, left) :]
