"""The documents of every example, built once in a process: what the gates judge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from r57plans.documents import (
    ACTION_PLAN,
    PARALLEL,
    Edition,
    build,
    chosen,
    documents_of,
    report,
    report_name,
)
from r57plans.documents.acts import with_cover
from r57plans.documents.choice import Chosen
from r57plans.documents.reporting import report_of
from r57plans.findings import Language
from r57plans.load import load_catalogue, load_plan, load_registers, load_status
from r57plans.model.plan import Plan
from r57plans.model.status import Status
from r57plans.view import View
from r57plans.view.names import issuer_record

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = tuple(path.parent.name for path in sorted(EXAMPLES.glob("*/plan.yaml")))
LANGUAGES: tuple[Language, ...] = ("vi", "en")
WITH_STATUS = tuple(path.parent.name for path in sorted(EXAMPLES.glob("*/status.yaml")))
AS_OF = date(2025, 6, 30)
REPORT = report_name(AS_OF)
IN_PARALLEL = ("cao-bang", "hue-ubnd")
SHORT = ("hue-ubnd", "xa-mau")  # the shortest of the State's and of the Party's
UNSIGNED = "task-sheets"  # extracts: they have neither letterhead nor signature


@dataclass(frozen=True, slots=True)
class Case:
    """One document of one example, as it is built or as `--clean` leaves it."""

    example: str
    language: Edition
    clean: bool = False
    document: str = ACTION_PLAN

    def __str__(self) -> str:
        document = "" if self.document == ACTION_PLAN else f"-{self.document}"
        return f"{self.example}{document}.{self.language}{'.clean' if self.clean else ''}"

    @property
    def data(self) -> bytes:
        """The Word file."""
        return built(self.example, self.document, self.language, self.clean)

    @property
    def party(self) -> bool:
        """Whether the Party's layout is meant, not the State's."""
        return issuer_record(self._chosen.own, load_registers()).layout == "party"

    @property
    def signed(self) -> bool:
        """Whether it has a letterhead and a signature of its own."""
        return self.document != UNSIGNED and self.view.document.letterhead

    @property
    def view(self) -> View:
        """What the template was given: the particulars that page 1 must show."""
        language: Language = "en" if self.language == "en" else "vi"
        plan = attached(self.example)
        catalogue, registers = load_catalogue(plan.catalogue), load_registers()
        document = self._chosen
        return document.kind.view(plan, document.own, catalogue, registers, language).view

    @property
    def _chosen(self) -> Chosen:
        plan = attached(self.example)
        if self.document == REPORT:
            return report_of(plan, status_of(self.example), AS_OF)
        return chosen(plan, [self.document], load_registers())[0]


def sampled(cases: Iterable[Case]) -> list[ParameterSet]:
    """The cases as parameters of a test: `make test` takes the short examples, the gates all."""
    return [
        pytest.param(case, id=str(case), marks=() if case.example in SHORT else pytest.mark.word)
        for case in cases
    ]


@cache
def plan_of(example: str) -> Plan:
    """The example's plan."""
    return load_plan(EXAMPLES / example / "plan.yaml")


@cache
def attached(example: str) -> Plan:
    """The example's plan, as an attachment where a decision issues it."""
    return with_cover(plan_of(example))


@cache
def status_of(example: str) -> Status:
    """How the example's plan stands."""
    return load_status(EXAMPLES / example / "status.yaml", attached(example), AS_OF)


def others(example: str) -> tuple[str, ...]:
    """The documents beside the action plan that the example gives."""
    names = documents_of(attached(example), load_registers())
    return tuple(name for name in names if name != ACTION_PLAN)


@cache
def built(example: str, document: str, language: Edition, clean: bool = False) -> bytes:
    """One file of an example."""
    plan = plan_of(example)
    if document == REPORT:
        return report(plan, status_of(example), AS_OF, [language], clean=clean).files[0].data
    return build(plan, [language], [document], clean=clean).files[0].data


CASES = tuple(Case(name, language) for name in NAMES for language in LANGUAGES)
"""The action plans."""

OTHER_CASES = tuple(
    Case(name, language, document=document)
    for name in NAMES
    for document in others(name)
    for language in LANGUAGES
)
PARALLEL_CASES = (
    *(Case(name, PARALLEL) for name in IN_PARALLEL),
    *(Case(name, PARALLEL, document=REPORT) for name in WITH_STATUS),
)
REPORT_CASES = tuple(
    Case(name, language, document=REPORT) for name in WITH_STATUS for language in LANGUAGES
)
EVERY_CASE = (*CASES, *OTHER_CASES, *PARALLEL_CASES, *REPORT_CASES)
ALL_CASES = (*EVERY_CASE, *(Case(c.example, c.language, clean=True) for c in CASES))
SIGNED_CASES = tuple(case for case in (*CASES, *OTHER_CASES, *REPORT_CASES) if case.signed)
PARTY_CASES = tuple(case for case in SIGNED_CASES if case.party)
STATE_CASES = tuple(case for case in SIGNED_CASES if not case.party)
