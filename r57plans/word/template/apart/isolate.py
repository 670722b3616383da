"""Rendering apart: in a child process that is killed when it passes its limits.

Within a process nothing stops C code that compares, sorts or copies without end. A child can be
stopped whatever it does, and what it answers is checked like anything else from a stranger.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader
from time import monotonic, sleep

from r57plans.errors import TemplateError
from r57plans.findings import Message
from r57plans.word.template.apart.answers import announced, file_of, is_whole, over_memory
from r57plans.word.template.apart.child import READY, serve
from r57plans.word.template.sandbox.limits import DEFAULT_LIMITS, Limits
from r57plans.word.template.told.faults import error, finding

Work = Callable[[], bytes]

_GRACE = 1.0  # seconds more than the child's own clock allows, in which it can say so itself
_STARTING = 60.0  # seconds for a fresh interpreter to begin
_ENDING = 0.1  # seconds for a child that has closed its pipe to end of itself
_HEADROOM = 1024 * 1024
_PIECE = 1024 * 1024
# The path of modules comes first, so that the child finds the same ones; -P keeps the folder out.
_PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from r57plans.word.template.apart.child import main; main()"
)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came from a child: its bytes, whether it was killed for its time, its exit code.

    The code is negative for a signal, as in `subprocess`.
    """

    answer: bytes
    late: bool = False
    code: int = 0


def run_isolated(
    work: Work, limits: Limits = DEFAULT_LIMITS, file: str = "", *, fork: bool | None = None
) -> bytes:
    """What the work returns, done in a child process that is killed at its limits.

    The work must be picklable, and so hold no open file: where this process cannot be forked
    safely (not on Linux, or with other threads running), a fresh interpreter gets it. `fork`
    settles which it is. `file` is the template's name for messages. Raises the `ReportedError`
    that the work raised, with the same findings; `TemplateError` with `template.limit` when it
    was killed for its time, memory or output, and with `template.failed` when it failed in any
    other way.
    """
    forks = may_fork() if fork is None else fork
    outcome = (_forked if forks else _spawned)(work, limits, file)
    most = _most(limits)
    if len(outcome.answer) > most:
        raise _fault("template.limit", file, f"hơn {most} byte", f"more than {most} bytes")
    if is_whole(outcome.answer) and not outcome.late:
        with suppress(ValueError):
            return file_of(outcome.answer)
    raise _ended(outcome, limits, file)


def may_fork() -> bool:
    """Whether a fork is safe: other threads may hold locks that no one would open in the child."""
    if sys.platform != "linux":
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return threading.active_count() == 1


def _forked(work: Work, limits: Limits, file: str) -> _Outcome:
    source, sink = os.pipe()
    # No interrupt may find the child in its parent's code, or the parent before it cares for it.
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        child = os.fork()
    except OSError as reason:
        os.close(source)
        os.close(sink)
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)
        raise _no_process(file, reason) from reason
    if not child:
        serve(work, sink, limits, file)
    ended = False
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)
        os.close(sink)
        answer, late = _read(source, monotonic() + limits.seconds + _GRACE, _most(limits))
        ended = not late and not is_whole(answer) and _ends(child)
    finally:
        os.close(source)
        _kill(child)
        code = _reaped(child)
    return _Outcome(answer, late, code if ended else 0)


def _read(source: int, until: float, most: int) -> tuple[bytes, bool]:
    """What comes until the end, a little more than `most` at the most; and whether time was up."""
    waiting = select.poll()
    waiting.register(source, select.POLLIN)

    def piece() -> bytes | None:
        left = until - monotonic()
        in_time = left > 0 and waiting.poll(left * 1000)
        return os.read(source, _PIECE) if in_time else None

    return _gathered(piece, most)


def _gathered(piece: Callable[[], bytes | None], most: int) -> tuple[bytes, bool]:
    """The pieces until a whole answer is there, or none comes; True if the time was up (None)."""
    answer = bytearray()
    whole = None
    while len(answer) <= most and (whole is None or len(answer) < whole):
        more = piece()
        if not more:
            return bytes(answer), more is None
        answer += more
        whole = announced(bytes(answer[:16]))
    return bytes(answer), False


def _ends(child: int) -> bool:
    """Whether a child that closed its pipe ends of itself; it is left to be reaped."""
    until = monotonic() + _ENDING
    while monotonic() < until:
        try:
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return True
        except ChildProcessError:
            return False
        sleep(0.001)
    return False


def _kill(child: int) -> None:
    """Kill the child and whatever it may have started, for it leads a group of its own."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)


def _reaped(child: int) -> int:
    """The exit code of a child, which then is no more."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except ChildProcessError:  # other code of this process waits for every child
        return 0


def _spawned(work: Work, limits: Limits, file: str) -> _Outcome:
    given = _pickled(work, limits, file)
    code = 0
    with _started(file) as process:
        with _killed_after(_STARTING, process):
            ready = _handed(process, given)
        with _killed_after(limits.seconds + _GRACE, process) as late:
            answer = _output(process, _most(limits)) if ready else b""
            if not is_whole(answer) and not late.is_set():
                with suppress(subprocess.TimeoutExpired):
                    code = process.wait(_ENDING)
    return _Outcome(answer, late.is_set(), code)


def _pickled(work: Work, limits: Limits, file: str) -> bytes:
    try:
        return pickle.dumps(sys.path) + pickle.dumps((work, limits, file))
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as reason:
        said = str(reason)
        raise _fault(
            "template.failed",
            file,
            f"không chuyển được dữ liệu sang tiến trình riêng ({said})",
            f"the data cannot be handed to another process ({said})",
        ) from reason


@contextmanager
def _started(file: str) -> Iterator[subprocess.Popen[bytes]]:
    """A fresh interpreter that waits for work, and is killed in any case."""
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,
        )
    except OSError as reason:
        raise _no_process(file, reason) from reason
    with process:
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    elif process.returncode is None:
        _kill(process.pid)


@contextmanager
def _killed_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
    """Kill the process when the time is up; the event that is given then is set."""
    late = threading.Event()

    def end() -> None:
        late.set()
        _end(process)

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()


def _handed(process: subprocess.Popen[bytes], given: bytes) -> bool:
    """Give the child its work; whether it says that it has it."""
    if process.stdin is None or process.stdout is None:
        return False
    with suppress(OSError):  # a child that has ended reads nothing
        process.stdin.write(given)
        process.stdin.close()
    return process.stdout.read(len(READY)) == READY


def _output(process: subprocess.Popen[bytes], most: int) -> bytes:
    stream = process.stdout
    if not isinstance(stream, BufferedReader):
        return b""
    return _gathered(lambda: stream.read1(_PIECE), most)[0]


def _most(limits: Limits) -> int:
    return 2 * limits.output + _HEADROOM


def _ended(outcome: _Outcome, limits: Limits, file: str) -> TemplateError:
    """The error for a child that gave no answer that can be used."""
    if outcome.late or outcome.code == -getattr(signal, "SIGXCPU", 0):
        vi, en = f"quá {limits.seconds:g} giây", f"more than {limits.seconds:g} seconds"
        return _fault("template.limit", file, vi, en)
    if outcome.code == -getattr(signal, "SIGKILL", 0):
        return over_memory(limits, file)  # a system short of memory ends who takes most of it
    if outcome.code < 0:
        name = signal.Signals(-outcome.code).name
        vi, en = f"tiến trình riêng bị dừng ({name})", f"the process apart was stopped ({name})"
        return _fault("template.failed", file, vi, en)
    vi, en = "tiến trình riêng không trả lời đúng", "the process apart gave no proper answer"
    return _fault("template.failed", file, vi, en)


def _no_process(file: str, reason: OSError) -> TemplateError:
    why = reason.strerror or type(reason).__name__
    vi, en = f"không mở được tiến trình riêng ({why})", f"no process apart could be started ({why})"
    return _fault("template.failed", file, vi, en)


def _fault(rule: str, file: str, vi: str, en: str) -> TemplateError:
    return error([finding(rule, file, what=Message(vi=vi, en=en))])
