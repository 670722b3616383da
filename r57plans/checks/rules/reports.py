"""Reports that come back: how often, by which days, from whom, to whom, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.rules.bodies import canonical
from r57plans.language import yearly_day
from r57plans.model.plan import Reporting

Numbered = tuple[int, Reporting]


def every(case: Case, settings: Settings) -> Iterator[Hit]:
    """No report comes back in the rhythm that is asked for (`every`)."""
    if not list(_recurring(case, settings)):
        yield Hit(("reporting",), {"every": str(settings["every"])})


def without_days(case: Case, settings: Settings) -> Iterator[Hit]:
    """A report of the rhythm does not say by which days it is due."""
    for n, report in _recurring(case, settings):
        if not report.by:
            yield Hit(("reporting", n, "by"))


def late_days(case: Case, settings: Settings) -> Iterator[Hit]:
    """A report of the rhythm is due later in the year than the days that are asked for (`by`)."""
    latest = [yearly_day(day) for day in settings["by"]]
    for n, report in _recurring(case, settings):
        for k, (given, last) in enumerate(zip(report.by, latest, strict=False)):
            day = yearly_day(given)
            if day and last and day > last:
                asked = settings["by"][k]
                yield Hit(("reporting", n, "by", k), {"given": given, "asked": asked})


def to_whom(case: Case, settings: Settings) -> Iterator[Hit]:
    """No report of the rhythm goes to one of the bodies that are to have it (`to`)."""
    recurring = list(_recurring(case, settings))
    reached = {canonical(case, report.to) for _, report in recurring if report.to}
    if recurring and not reached & set(settings["to"]):
        yield Hit(("reporting", recurring[0][0], "to"))


def from_whom(case: Case, settings: Settings) -> Iterator[Hit]:
    """A report of the rhythm does not say who makes it."""
    for n, report in _recurring(case, settings):
        if not report.from_:
            yield Hit(("reporting", n, "from"))


def report_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan has no document that is a report of the rhythm: its name matches `like`."""
    like = re.compile(settings["like"])
    if not any(like.fullmatch(name) for name in case.plan.documents):
        yield Hit(("documents",))


def parts_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """A report's clause does not name a part that it must hold; `parts` are words to look for."""
    for n, report in _recurring(case, settings):
        said = (report.vi or "").casefold()
        for part in settings["parts"]:
            if said and part not in said:
                yield Hit(("reporting", n, "vi"), {"part": part})


def _recurring(case: Case, settings: Settings) -> Iterator[Numbered]:
    asked = str(settings["every"]).casefold()
    for n, report in enumerate(case.plan.reporting):
        if report.every.casefold() == asked:
            yield n, report


CHECKS: Mapping[str, Check] = {
    "reporting-every": every,
    "reporting-days": without_days,
    "reporting-by": late_days,
    "reporting-to": to_whom,
    "reporting-from": from_whom,
    "reporting-document": report_missing,
    "reporting-parts": parts_missing,
}
