"""A part's text on its way into the package: compressed as it is written, its size watched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from r57plans.findings import Message
from r57plans.word.template.passes.program import Program
from r57plans.word.template.run.runtime import Runtime
from r57plans.word.template.run.sections import close_body
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.zipping import Deflater, Stored

_HELD = 4096  # pieces of text that stay in the list: the last paragraph may begin among them


class _Sink:
    """Takes pieces of text out of a list and compresses them."""

    def __init__(self, runtime: Runtime, limits: Limits) -> None:
        self._budget = runtime.budget
        self._most = limits.output
        self._size = 0
        self._deflater = Deflater()

    def flush(self, pieces: list[str]) -> None:
        """Compress all but the last pieces of the list, and take them out of it."""
        self._budget.count()
        ready = len(pieces) - _HELD
        self._write(pieces[:ready])
        del pieces[:ready]

    def finish(self, pieces: list[str], program: Program) -> Stored:
        """The compressed part, its last section put right."""
        self._count(pieces)
        text = "".join(pieces)
        if program.section:
            text = close_body(text, program.section)
        self._deflater.write((text + program.ending).encode())
        return self._deflater.finish()

    def _write(self, pieces: list[str]) -> None:
        self._count(pieces)
        self._deflater.write("".join(pieces).encode())

    def _count(self, pieces: list[str]) -> None:
        self._size += sum(map(len, pieces))
        if self._size > self._most:
            most = self._most
            what = Message(
                vi=f"tệp lớn hơn {most} ký tự", en=f"more than {most} characters of text"
            )
            raise MisuseError("template.limit", what)


def written(
    program: Program, runtime: Runtime, context: Mapping[str, Any], limits: Limits
) -> Stored:
    """The part that a program writes, compressed. Raises whatever the template's tags raise."""
    sink = _Sink(runtime, limits)
    runtime.flush = sink.flush
    return sink.finish(program.run(runtime, context), program)
