"""Packs of rules: what is asked of a plan, as data; each rule names the function that looks."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from pydantic import Field

from r57plans.findings import Level
from r57plans.model.base import Basis, Dated, Frozen, Many, Name, Source, Text, Words

Verdict = Literal["met", "partly", "not", "unknown", "not-applicable"]
"""How a part of a requirement stands; `unknown` is not yet known: the draft has no day, say."""

Severity = Literal["error", "warning", "note", "off"]
"""A level that an office gives to a rule; `off` leaves the rule out."""


class RuleRecord(Frozen):
    """One rule: what it says, how grave it is, what it rests on, and the function that looks.

    `check` names a function of `r57plans.checks`, `with` what it is given. `part` is the part of
    the requirement that the rule bears on, `verdict` how that part stands where the rule finds
    something, `whole` how it stands where the rule finds every task or target.
    """

    id: Words = Field(pattern=r"^[A-Z][A-Z0-9]*-[0-9]{3}$")
    check: Name
    settings: dict[str, Any] = Field(default_factory=dict, alias="with")
    level: Level
    part: Name | None = None
    verdict: Verdict | None = None
    whole: Verdict | None = None
    title: Text
    message: Text
    hint: Text
    clause: Text
    source: Source
    basis: Basis


class PartRecord(Frozen):
    """A part of a requirement. Its title and text are the catalogue's unless given here.

    `when` names the function that says whether the part applies, `evidence` the one that says what
    speaks for it; a part without the first always applies.
    """

    id: Name
    title: Text | None = None
    text: Text | None = None
    when: Name | None = None
    evidence: Name | None = None


class PackHead(Frozen):
    """`pack.yaml`: what the pack is, and the parts of its requirement, in order."""

    id: Name
    title: Text
    text: Text
    source: Source
    basis: Basis
    parts: Many[PartRecord] = ()


class Pack(PackHead):
    """A pack with its rules, in the order of its files."""

    rules: Many[RuleRecord] = ()


class Holiday(Dated):
    """A public holiday: days of one year, or a day that every year has."""

    id: Name
    vi: Words
    en: Words
    days: Many[datetime.date] = ()
    yearly: Words | None = Field(default=None, pattern=r"^\d{2}-\d{2}$")
    basis: Basis
    source: Words

    def falls_on(self, day: datetime.date) -> bool:
        """Whether that day is this holiday."""
        if not self.valid_on(day):
            return False
        return day in self.days or self.yearly == f"{day.month:02d}-{day.day:02d}"
