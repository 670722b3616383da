"""The catalogue of Resolution 57 is whole, in order, and refers only to what exists."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.deadline import DeadlineKind
from r57plans.model.registers import Registers

PLAN_DAY = date(2025, 3, 31)
YEAR_END = date(2025, 12, 31)
SENTENCES = {
    "1.1": 7, "1.2": 6,
    "2.1": 2, "2.2": 5, "2.3": 5, "2.4": 8, "2.5": 5,
    "3.1": 4, "3.2": 3, "3.3": 2, "3.4": 5, "3.5": 6, "3.6": 11,
    "4.1": 6, "4.2": 3, "4.3": 3,
    "5.1": 6, "5.2": 4, "5.3": 6,
    "6.1": 3, "6.2": 2, "6.3": 5, "6.4": 2,
    "7.1": 5,
}  # fmt: skip
BOTTLENECKS = {
    "awareness", "institutions", "infrastructure", "human-resources", "key-areas",
    "digital-operations",
}  # fmt: skip
SUBJECTS = {
    "party-committees", "authorities", "front", "entrepreneurs", "enterprises", "scientists",
    "people", "press",
}  # fmt: skip
CORE = {"institutions", "people", "infrastructure", "data", "strategic-technologies"}


def bodies_of(task: SubTask) -> list[str]:
    issuers = [p.issuer for p in task.products]
    return [
        a for a in (*task.leads, *task.supports, *task.requested, *issuers) if isinstance(a, str)
    ]


def test_the_catalogue_is_named_by_id_and_version(catalogue: Catalogue) -> None:
    assert catalogue.name == "nq57@2026.11"
    assert catalogue.document_by_id[catalogue.document].number == "57-NQ/TW"


def test_there_are_seven_groups_with_the_paragraphs_of_part_three(catalogue: Catalogue) -> None:
    assert [g.id for g in catalogue.groups] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(g.paragraphs) for g in catalogue.groups] == [2, 5, 6, 3, 3, 4, 1]


def test_paragraphs_are_numbered_within_their_group(catalogue: Catalogue) -> None:
    for group in catalogue.groups:
        expected = [f"{group.id}.{n}" for n in range(1, len(group.paragraphs) + 1)]
        assert [p.id for p in group.paragraphs] == expected


def test_the_sentences_are_the_114_of_part_three(catalogue: Catalogue) -> None:
    found = {p.id: len(p.sentences) for p in catalogue.paragraphs()}

    assert found == SENTENCES
    assert sum(found.values()) == 114


def test_each_sentence_has_its_own_id_and_fingerprint(catalogue: Catalogue) -> None:
    sentences = [s for p in catalogue.paragraphs() for s in p.sentences]

    assert all(re.fullmatch(r"[0-9a-f]{16}", s.fingerprint or "") for s in sentences)
    assert len({s.fingerprint for s in sentences}) == len({s.id for s in sentences}) == 114


def test_sentences_are_numbered_in_order(catalogue: Catalogue) -> None:
    for paragraph in catalogue.paragraphs():
        expected = [f"{paragraph.id}.s{n}" for n in range(1, len(paragraph.sentences) + 1)]
        assert [s.id for s in paragraph.sentences] == expected


def test_sub_tasks_are_numbered_within_their_paragraph(catalogue: Catalogue) -> None:
    for paragraph in catalogue.paragraphs():
        expected = [f"{paragraph.id}.{n}" for n in range(1, len(paragraph.sub_tasks) + 1)]
        assert [s.id for s in paragraph.sub_tasks] == expected
        assert expected


def test_every_sentence_but_a_frame_is_covered_and_no_other_is_named(catalogue: Catalogue) -> None:
    for paragraph in catalogue.paragraphs():
        duties = {s.id for s in paragraph.sentences if not s.frame}
        named = {n for task in paragraph.sub_tasks for n in task.source.sentences}
        assert named == duties, paragraph.id


def test_the_only_frame_introduces_the_points_of_group_two(catalogue: Catalogue) -> None:
    frames = [s.id for p in catalogue.paragraphs() for s in p.sentences if s.frame]

    assert frames == ["2.1.s2"]


def test_every_sub_task_names_its_place_in_the_resolution(catalogue: Catalogue) -> None:
    for task in catalogue.sub_tasks.values():
        source = task.source
        assert (source.document, source.part) == ("nq57", "III")
        assert f"{source.group}" == task.id[0]
        assert source.paragraph == task.paragraph


def test_bodies_exist_when_plans_were_due_and_at_the_end_of_that_year(
    catalogue: Catalogue, registers: Registers
) -> None:
    missing = [
        (task.id, body, day)
        for task in catalogue.sub_tasks.values()
        for body in bodies_of(task)
        for day in (PLAN_DAY, YEAR_END)
        if registers.agency(body, day) is None
    ]

    assert missing == []


def test_bodies_are_written_by_their_full_ids(catalogue: Catalogue, registers: Registers) -> None:
    ids = {a.id for a in registers.agencies}

    assert {b for t in catalogue.sub_tasks.values() for b in bodies_of(t)} <= ids
    assert {b for t in catalogue.targets for b in t.monitor} <= ids
    assert {b for d in catalogue.duties for b in d.bodies} <= ids


def test_no_body_both_leads_and_supports(catalogue: Catalogue) -> None:
    both = {t.id: set(t.leads) & set(t.supports) for t in catalogue.sub_tasks.values()}

    assert {task: bodies for task, bodies in both.items() if bodies} == {}


def test_every_sub_task_has_a_lead_a_support_and_a_product(
    catalogue: Catalogue, registers: Registers
) -> None:
    types = {p.id for p in registers.terms.products}
    for task in catalogue.sub_tasks.values():
        assert task.leads, task.id
        assert task.supports, task.id
        assert task.products, task.id
        assert {p.type for p in task.products} <= types, task.id
        assert all(p.vi and p.en for p in task.products), task.id


def test_every_horizon_is_understood_reasoned_and_prints_in_both_languages(
    catalogue: Catalogue,
) -> None:
    for task in catalogue.sub_tasks.values():
        kind = task.horizon.deadline.kind
        assert kind not in {DeadlineKind.UNKNOWN, DeadlineKind.NONE}, task.id
        assert task.horizon.translated("en"), task.id
        assert task.horizon_reason, task.id


def test_recurring_sub_tasks_are_those_whose_horizon_recurs(catalogue: Catalogue) -> None:
    repeated = {DeadlineKind.RECURRING, DeadlineKind.ONGOING}
    for task in catalogue.sub_tasks.values():
        assert task.recurring == (task.horizon.deadline.kind in repeated), task.id


def test_a_usable_core_over_all_groups_is_recommended_with_reasons(catalogue: Catalogue) -> None:
    chosen = [t for t in catalogue.sub_tasks.values() if t.recommended]

    assert 40 <= len(chosen) <= 60
    assert {t.id[0] for t in chosen} == set("1234567")
    assert all(t.reason for t in chosen)
    assert not [t.id for t in catalogue.sub_tasks.values() if t.reason and not t.recommended]


def test_what_only_the_centre_can_do_is_never_recommended(catalogue: Catalogue) -> None:
    centre = [t for t in catalogue.sub_tasks.values() if t.level == "centre"]

    assert centre
    assert [t.id for t in centre if t.recommended] == []


def test_indicators_are_targets_of_the_catalogue(catalogue: Catalogue) -> None:
    named = {i for t in catalogue.sub_tasks.values() for i in t.indicators}

    assert named <= set(catalogue.target_by_id)


def test_every_target_that_a_province_sets_itself_has_a_sub_task(catalogue: Catalogue) -> None:
    served = {i for t in catalogue.sub_tasks.values() for i in t.indicators}
    alone = [t.id for t in catalogue.targets if t.provincial == "yes" and t.id not in served]

    assert alone == ["hdi"]


def test_classifications_use_the_known_words(catalogue: Catalogue) -> None:
    for task in catalogue.sub_tasks.values():
        assert set(task.bottleneck) <= BOTTLENECKS, task.id
        assert set(task.subjects) <= SUBJECTS, task.id
        assert set(task.core) <= CORE, task.id
        assert task.bottleneck, task.id
        assert task.subjects, task.id
        assert task.core, task.id


def test_leaders_using_digital_devices_themselves_is_a_sub_task(catalogue: Catalogue) -> None:
    task = catalogue.sub_tasks["1.1.3"]

    assert "sử dụng thiết bị" in task.title.vi
    assert "4/3/2025" in (task.source.place or "")


def test_ids_are_unique_throughout(catalogue: Catalogue) -> None:
    for records in (
        catalogue.documents, catalogue.targets, catalogue.duties, catalogue.directives
    ):  # fmt: skip
        assert [i for i, n in Counter(r.id for r in records).items() if n > 1] == []
    for language in ("vi", "en"):
        titles = Counter(getattr(t.title, language) for t in catalogue.sub_tasks.values())
        assert [title for title, n in titles.items() if n > 1] == []


def test_every_source_is_a_known_document(catalogue: Catalogue) -> None:
    known = set(catalogue.document_by_id)
    sources = [*catalogue.targets, *catalogue.duties, *catalogue.directives, *catalogue.groups]

    assert {record.source.document for record in sources} <= known


def test_nothing_that_was_not_checked_is_presented_as_verified(catalogue: Catalogue) -> None:
    assert {g.basis for g in catalogue.groups if g.id != 5} == {"unverified"}
    assert catalogue.groups[4].basis == "secondary"
    assert {d.basis for d in catalogue.duties} == {"unverified"}
    assert {d.basis for d in catalogue.directives} == {"secondary"}
    assert catalogue.sub_tasks["3.1.2"].basis == "unverified"


def test_the_notice_of_4_march_has_neither_number_nor_date(catalogue: Catalogue) -> None:
    notice = catalogue.document_by_id["tb-4-3-2025"]

    assert notice.number is None
    assert notice.date is None


@pytest.mark.parametrize("task", ["1.1.6", "3.1.2", "6.4.1"])
def test_garbled_places_of_the_translation_are_recorded(catalogue: Catalogue, task: str) -> None:
    assert catalogue.sub_tasks[task].defect is not None


@pytest.mark.parametrize(
    ("document", "basis"),
    [
        ("dieu-le-dang", "unverified"), ("nq71-cp", "unverified"), ("nq202-qh15", "unverified"),
        ("nq18-tw", "unverified"), ("kh01-bcdtw", "secondary"), ("kl130-tw", "secondary"),
        ("nq60-tw", "secondary"), ("qd204-tw", "secondary"), ("qd229-tw", "secondary"),
        ("qi230-tw", "secondary"), ("qi66-tw", "secondary"), ("tb-4-3-2025", "secondary"),
    ],
)  # fmt: skip
def test_a_document_whose_issuer_or_date_was_not_checked_is_not_verified(
    catalogue: Catalogue, document: str, basis: str
) -> None:
    assert catalogue.document_by_id[document].basis == basis


def test_a_record_that_says_it_was_not_compared_with_a_text_is_not_verified(
    catalogue: Catalogue, registers: Registers
) -> None:
    terms = registers.terms
    records = [
        *registers.agencies, *terms.types, *terms.issuers, *terms.authorities, *terms.roles,
        *terms.products,
    ]  # fmt: skip

    unsure = [r.id for r in records if "chưa đối chiếu" in r.source and r.basis == "verified"]
    unsure += [d.id for d in catalogue.documents if "cơ quan ban hành" in d.source
               and d.basis == "verified"]  # fmt: skip

    assert unsure == []
