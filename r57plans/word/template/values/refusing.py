"""Refusing a value: while rendering, where the tag is named, and when a caller makes one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from r57plans.errors import ReportedError
from r57plans.findings import Message, Report
from r57plans.word.template.told.faults import MisuseError, finding


def refused(vi: str, en: str) -> MisuseError:
    """The error to raise for a value that cannot be printed; both texts say why, without a stop."""
    return MisuseError("template.value", Message(vi=vi, en=en))


@contextmanager
def told(file: str = "") -> Iterator[None]:
    """Inside it a refusal is raised as a `ReportedError`, which any caller may see.

    A value is made by a script, where no tag is known; `file` is the file's name for the message.
    """
    try:
        yield
    except MisuseError as reason:
        found = finding(reason.rule, file, None, **reason.blanks)
        raise ReportedError(Report((found,))) from reason
