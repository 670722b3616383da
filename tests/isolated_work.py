"""Work to be done in a child process: each piece goes wrong in one way, or right."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from word_packages import office_file

from r57plans.errors import TemplateError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.word.template import Template

FINDINGS = (
    Finding(
        "template.syntax",
        "error",
        Message("Thẻ «{{ a» viết sai.", "The tag “{{ a” is wrong."),
        Message("Sửa thẻ.", "Correct the tag."),
        Place("mẫu.docx", 3, 4, "word/document.xml"),
    ),
    Finding("word.attached-template", "note", Message("Đã bỏ.", "Left out.")),
)


def small() -> bytes:
    return b"a file"


def large() -> bytes:
    return bytes(5_000_000)


def with_offspring() -> bytes:
    """Starts a process that would outlive it, and says which."""
    try:
        child = os.fork()
    except OSError:
        return b"none"
    if not child:
        time.sleep(60)
        os._exit(0)
    return str(child).encode()


def too_large() -> bytes:
    return bytes(9_000_000)


def faulty() -> bytes:
    raise TemplateError(Report(FINDINGS))


def unexpected() -> bytes:
    raise LookupError("lost\nkey")


def rendered() -> bytes:
    return Template(office_file()).render({})


def loop() -> bytes:
    while True:
        pass


def doubled() -> list[Any]:
    nested: list[Any] = []
    for _ in range(60):
        nested = [nested, nested]
    return nested


def compare() -> bytes:
    return b"a" if doubled() == doubled() else b"b"


def sort() -> bytes:
    return b"a" if sorted([doubled(), doubled()]) else b"b"


def show() -> bytes:
    return repr(doubled()).encode()


def power() -> bytes:
    return str(9 ** (9**9)).encode()


def sleep() -> bytes:
    time.sleep(60)
    return b""


def fill() -> bytes:
    return ("a" * 10**10).encode()


def fill_slowly() -> bytes:
    kept = []
    while True:
        kept.append([0] * 1000)


def crash() -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def killed_by_the_system() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def leave() -> bytes:
    os._exit(3)


def interrupt() -> bytes:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
    return b""


@dataclass(frozen=True, slots=True)
class Garbage:
    """Writes bytes of its own where the answer should go, and leaves, or stays."""

    said: bytes
    stays: bool = False

    def __call__(self) -> bytes:
        for name in list(Path("/proc/self/fd").iterdir()):
            if int(name.name) > 2:
                with suppress(OSError):
                    os.write(int(name.name), self.said)
                    os.close(int(name.name))
        if self.stays:
            time.sleep(60)
        os._exit(0)


@dataclass(frozen=True, slots=True)
class Trespass:
    """Tries what a child may not: gives what became of it."""

    file: str

    def __call__(self) -> bytes:
        tried = [
            partial(Path(self.file).write_bytes, b"x" * 9),
            partial(os.read, 0, 9),
            partial(os.write, 1, b"x"),
            partial(os.write, 2, b"x"),
        ]
        return " ".join(map(_outcome, tried)).encode()


def _outcome(attempt: Any) -> str:
    try:
        return str(attempt())
    except OSError:
        return "refused"


def unpicklable() -> Any:
    return lambda: b""
