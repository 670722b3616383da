"""The documents of every example, built once in a process: what the gates judge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from r57plans.documents import build
from r57plans.findings import Language
from r57plans.load import load_catalogue, load_plan, load_registers
from r57plans.view import View, view_of
from r57plans.view.names import issuer_record

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = tuple(path.parent.name for path in sorted(EXAMPLES.glob("*/plan.yaml")))
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Case:
    """One document of one example, as it is built or as `--clean` leaves it."""

    example: str
    language: Language
    clean: bool = False

    def __str__(self) -> str:
        return f"{self.example}.{self.language}{'.clean' if self.clean else ''}"

    @property
    def data(self) -> bytes:
        """The Word file."""
        return built(self.example, self.clean)[LANGUAGES.index(self.language)]

    @property
    def party(self) -> bool:
        """Whether the Party's layout is meant, not the State's."""
        plan = load_plan(EXAMPLES / self.example / "plan.yaml")
        return issuer_record(plan, load_registers()).layout == "party"

    @property
    def view(self) -> View:
        """What the template was given: the particulars that page 1 must show."""
        plan = load_plan(EXAMPLES / self.example / "plan.yaml")
        return view_of(plan, load_catalogue(plan.catalogue), load_registers(), self.language).view


CASES = tuple(Case(name, language) for name in NAMES for language in LANGUAGES)
ALL_CASES = (*CASES, *(Case(case.example, case.language, clean=True) for case in CASES))
PARTY_CASES = tuple(case for case in CASES if case.party)
STATE_CASES = tuple(case for case in CASES if not case.party)


@cache
def built(example: str, clean: bool = False) -> tuple[bytes, ...]:
    """The example's files, in the order of `LANGUAGES`."""
    plan = load_plan(EXAMPLES / example / "plan.yaml")
    return tuple(file.data for file in build(plan, LANGUAGES, clean=clean).files)
