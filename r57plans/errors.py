"""The one base error of the package and its few kinds.

A problem in a user's file is a `Finding` (see `findings`); an error is for what cannot go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from r57plans.findings import Report


class R57Error(Exception):
    """Base of every error that this package raises on purpose."""


class ReportedError(R57Error):
    """Work that stopped because of findings; `report` holds all of them."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.text("en"))
        self.report = report


class LoadError(ReportedError):
    """A file that could not be read as what it should be."""


class RefusedError(ReportedError):
    """A readable plan that must not be built yet: a required particular is missing."""


class WordFileError(ReportedError):
    """A Word file that is damaged, unsafe or not a Word file at all."""


class TemplateError(ReportedError):
    """A fault in a template: the finding names the part, the paragraph and the tag."""


class RedlineError(ReportedError):
    """A redline that would not give both documents back; nothing is returned."""


class MergeError(ReportedError):
    """Plans that cannot be made into one: of provinces that did not merge, of two kinds, …."""


class NoPlanError(ReportedError):
    """A readable file from which no plan can be made: nothing in it is a table of tasks, …."""
