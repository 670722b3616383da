"""Proposals in the plan file's own words, written into it."""

from __future__ import annotations

import pytest
from workbook_proof import unwritten

from r57plans.load import parse_plan
from r57plans.model.proposal import Source
from r57plans.pull import apply
from r57plans.pull.written import changes_between, readable

HEAD = "format: r57plans/plan/1\ncatalogue: nq57\nprovince: cao-bang\n"
DOCUMENT = "document: {type: CTr, date: 2025-03-28}\n"


def written(old: str, new: str) -> str:
    """The old plan file with all that the new one proposes."""
    before, after = (parse_plan(f"{HEAD}{text}".encode()) for text in (old, new))
    found = changes_between(before, after, Source("x.xlsx"), before)
    done = apply(f"{HEAD}{old}", before, found)
    assert done.refused == ()
    assert parse_plan(done.text.encode()) == after
    return done.text.removeprefix(HEAD)


def test_random_edits_give_the_edited_plan() -> None:
    assert list(unwritten(6)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("funding: Ngân sách\n", "funding: {vi: Ngân sách, en: Budget}\n"),
        ("funding: {vi: Ngân sách, en: Budget}\n", "funding: Ngân sách\n"),
        ("funding: Ngân sách\n", ""),
        ("", "flexibility: {vi: Rà soát}\n"),
        ("flexibility: {review: 6 tháng, vi: Rà soát}\n", "flexibility: {review: 6 tháng}\n"),
        ("context: Một đoạn\n", "context: [Một đoạn, {vi: Hai, en: Two}]\n"),
        ("spelling: old\n", ""),
        ("", "spelling: old\n"),
        ("committee: {head: {role: bi-thu}}\n", "committee: {head: {role: bi-thu, name: A}}\n"),
        ("committee: {head: bi-thu}\n", "committee: {head: {role: bi-thu, name: A}}\n"),
        ("", "unit: {type: xã, vi: Công Hải}\n"),
        ("", "reporting: [{every: 6 tháng, from: [{vi: Công ty}]}]\n"),
        ("tasks: [{id: 1.1.1, leads: so-y-te}]\n", "tasks: [{id: 1.1.1, enabling: true}]\n"),
        (
            "tasks: [{id: 1.1.1, leads: so-y-te}]\n",
            "tasks: [{id: 1.1.1, leads: [so-y-te, {vi: Công ty}]}]\n",
        ),
    ],
)
def test_a_value_comes_changes_and_goes(old: str, new: str) -> None:
    written(f"{DOCUMENT}{old}", f"{DOCUMENT}{new}")


def test_what_stays_is_written_as_it_was() -> None:
    old = "context:  # why\n  - One.   # the first\n  - {vi: Two., en: 2}\n"
    new = "context: [One., {vi: Two., en: 2}, Three.]\n"

    assert written(f"{DOCUMENT}{old}", f"{DOCUMENT}{new}") == (
        f"{DOCUMENT}context:  # why\n  - One.   # the first\n  - {{vi: Two., en: 2}}\n  - Three.\n"
    )


def test_a_list_is_read_out_without_the_signs_of_json() -> None:
    assert readable('["so-y-te", {"vi": "Công ty", "en": "Company"}]') == "so-y-te; Công ty"
    assert readable("[sic] as it is") == "[sic] as it is"
