"""Targets, assignments and their links hold what the sources say."""

from __future__ import annotations

import re
from datetime import date

import pytest

from r57plans.model.catalogue import Catalogue
from r57plans.model.deadline import DeadlineKind

PLAN_DAY = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("target", "year", "value"),
    [
        ("digital-economy", 2030, "≥ 30"),
        ("digital-economy", 2045, "≥ 50"),
        ("online-public-services", 2030, "> 80"),
        ("cashless-payments", 2030, "80"),
        ("tfp", 2030, "> 55"),
        ("high-tech-exports", 2030, "≥ 50"),
        ("innovating-enterprises", 2030, "> 40"),
        ("rd-spending", 2030, "2"),
        ("rd-social-share", 2030, "> 60"),
        ("budget-share", 2030, "≥ 3"),
        ("researchers", 2030, "12"),
        ("ranked-organisations", 2030, "40 - 50"),
        ("patents", 2030, "16 - 18"),
        ("commercialisation", 2030, "8 - 10"),
        ("digital-enterprises", 2045, "≥ 10"),
        ("innovation-rank", 2045, "≤ 30"),
        ("sector-digital-economy", None, "≥ 70"),
        ("strategic-technology-share", None, "≥ 15"),
    ],
)
def test_the_targets_hold_the_resolutions_numbers(
    catalogue: Catalogue, target: str, year: int | None, value: str
) -> None:
    values = {v.year: v.value.vi for v in catalogue.target_by_id[target].values}

    assert values[year] == value


def test_all_twenty_five_assignments_of_march_2025_are_there(catalogue: Catalogue) -> None:
    assert [d.id for d in catalogue.directives] == [f"D{n:02d}" for n in range(1, 26)]
    assert catalogue.directive_by_id["D21"].for_province == "requirement"
    assert catalogue.directive_by_id["D21"].deadline.deadline.last == PLAN_DAY


def test_directives_constrain_sub_tasks_that_exist(catalogue: Catalogue) -> None:
    for directive in catalogue.directives:
        assert set(directive.sub_tasks) <= set(catalogue.sub_tasks), directive.id
        deadline = directive.deadline.deadline
        assert deadline.kind is not DeadlineKind.UNKNOWN, directive.id
        if directive.for_province in {"requirement", "province", "shared"}:
            assert directive.sub_tasks, directive.id


def test_a_reason_that_cites_an_assignment_is_listed_by_that_assignment(
    catalogue: Catalogue,
) -> None:
    for task in catalogue.sub_tasks.values():
        for cited in re.findall(r"D\d\d", task.reason.vi if task.reason else ""):
            assert task.id in catalogue.directive_by_id[cited].sub_tasks, (task.id, cited)


def test_a_deadline_ascribed_to_march_2025_is_that_of_a_listed_assignment(
    catalogue: Catalogue,
) -> None:
    ascribed = re.compile(r"Yêu cầu ngày 4/3/2025: (?:hoàn thành|thực hiện) (?:trong )?(.+)\.")
    for task in catalogue.sub_tasks.values():
        found = ascribed.fullmatch(task.horizon_reason.vi)
        if found is None:
            continue

        theirs = {
            d.deadline.say("vi").removeprefix("trong ")
            for d in catalogue.directives
            if task.id in d.sub_tasks
        }

        assert found[1] in theirs, task.id


@pytest.mark.parametrize(
    "target",
    ["tfp", "high-tech-exports", "rd-spending", "rd-social-share", "hdi", "researchers",
     "ranked-organisations", "publications", "patents", "commercialisation"],
)  # fmt: skip
def test_a_number_known_from_translations_and_summaries_alone_is_secondary(
    catalogue: Catalogue, target: str
) -> None:
    assert catalogue.target_by_id[target].basis == "secondary"


@pytest.mark.parametrize("target", ["strategic-technology-share", "technology-corporations"])
def test_a_number_whose_meaning_is_inferred_is_unverified(
    catalogue: Catalogue, target: str
) -> None:
    assert catalogue.target_by_id[target].basis == "unverified"
    assert catalogue.target_by_id[target].defect is not None
