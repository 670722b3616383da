"""The figures of a catalogue are those of its records, and what is in doubt is said to be."""

from __future__ import annotations

from typing import Any

import pytest
from version_builders import catalogue as tiny
from version_builders import sub_task

from r57plans.catalogue.stats import BASES, Unverified, stats, title_of, unverified
from r57plans.model.catalogue import Catalogue
from r57plans.model.central import Sentence
from r57plans.model.registers import Registers

LISTED = ("targets", "baselines", "principles", "duties", "directives", "requirement", "documents")
MUST_NOT_BE_VERIFIED: tuple[tuple[str, str], ...] = (
    *(("groups", number) for number in ("1", "2", "3", "4", "6", "7")),
    ("targets", "technology-corporations"),
    ("targets", "strategic-technology-share"),
    ("duties", "central-committee"),
    ("duties", "national-council"),
    ("duties", "people-council"),
    ("duties", "people-committee"),
    ("duties", "front-and-organisations"),
    ("duties", "propaganda"),
    ("duties", "office"),
    ("duties", "subordinate-committees"),
    ("duties", "organisation"),
    ("duties", "inspection"),
    ("documents", "nq71-cp"),
    ("documents", "nq202-qh15"),
    ("documents", "dieu-le-dang"),
    ("documents", "luat65-qh15"),
    ("documents", "luat72-qh15"),
    ("requirement", "committee-model"),
    ("requirement", "local-character"),
    ("requirement", "feasible"),
    ("requirement", "flexible"),
)
"""What nobody has read in an official text yet."""


def records(found: Catalogue, kind: str) -> tuple[Any, ...]:
    return tuple(found.sub_tasks.values()) if kind == "sub-tasks" else getattr(found, kind)


def wrongly_verified(found: Catalogue) -> list[tuple[str, str]]:
    """What the table says may not be verified and is, and every duty that is."""
    table = {*MUST_NOT_BE_VERIFIED, *(("duties", duty.id) for duty in found.duties)}
    return [
        (kind, str(record.id))
        for kind in ("groups", *LISTED)
        for record in getattr(found, kind)
        if (kind, str(record.id)) in table and record.basis == "verified"
    ]


def with_verified(found: Catalogue, kind: str, name: str) -> Catalogue:
    """The catalogue with one record made verified."""
    changed = tuple(
        r.model_copy(update={"basis": "verified"}) if str(r.id) == name else r
        for r in getattr(found, kind)
    )
    return found.model_copy(update={kind: changed})


def with_sentences(found: Catalogue, sentences: tuple[Sentence, ...]) -> Catalogue:
    """A catalogue of one paragraph, with these sentences in it."""
    (group,) = found.groups
    paragraph = group.paragraphs[0].model_copy(update={"sentences": sentences})
    return found.model_copy(
        update={"groups": (group.model_copy(update={"paragraphs": (paragraph,)}),)}
    )


def test_every_paragraph_is_counted_once_and_in_order(
    catalogue: Catalogue, registers: Registers
) -> None:
    counted = stats(catalogue, registers).paragraphs

    assert [p.id for p in counted] == [p.id for p in catalogue.paragraphs()]
    assert len(counted) == 24


def test_all_114_sentences_of_part_iii_are_frames_or_covered(
    catalogue: Catalogue, registers: Registers
) -> None:
    counted = stats(catalogue, registers).paragraphs

    assert sum(p.sentences for p in counted) == 114
    assert sum(p.frames for p in counted) == 1
    assert sum(p.covered for p in counted) == 113
    assert all(p.covered + p.frames >= p.sentences for p in counted)


def test_sub_tasks_of_paragraphs_levels_and_kinds_are_the_same_number(
    catalogue: Catalogue, registers: Registers
) -> None:
    found = stats(catalogue, registers)

    total = len(catalogue.sub_tasks)
    assert sum(p.sub_tasks for p in found.paragraphs) == total
    assert sum(found.levels.values()) == total
    assert next(k.total for k in found.kinds if k.kind == "sub-tasks") == total
    assert sum(p.recommended for p in found.paragraphs) == len(
        [t for t in catalogue.sub_tasks.values() if t.recommended]
    )


def test_levels_bottlenecks_security_and_targets_are_counted_one_by_one(
    catalogue: Catalogue, registers: Registers
) -> None:
    found = stats(catalogue, registers)

    tasks = catalogue.sub_tasks.values()
    for level, number in found.levels.items():
        assert number == len([t for t in tasks if t.level == level])
    for word in catalogue.vocabulary.bottleneck:
        assert found.bottlenecks[word.id] == len([t for t in tasks if word.id in t.bottleneck])
    assert found.security == len([t for t in tasks if t.security])
    assert sum(found.provincial.values()) == len(catalogue.targets)
    assert found.provincial["yes"] == len([t for t in catalogue.targets if t.provincial == "yes"])
    assert found.name == catalogue.name


def test_sentences_of_the_other_parts_are_counted_beside(
    catalogue: Catalogue, registers: Registers
) -> None:
    elsewhere = stats(catalogue, registers).sentences_elsewhere

    assert elsewhere == len(list(catalogue.sentences())) - 114


def test_every_kind_is_counted_by_its_basis(catalogue: Catalogue, registers: Registers) -> None:
    counted = {k.kind: k for k in stats(catalogue, registers).kinds}

    shared = {
        "provinces": registers.provinces,
        "agencies": registers.agencies,
        "roles": registers.terms.roles,
    }
    expected = {kind: records(catalogue, kind) for kind in ("groups", "sub-tasks", *LISTED)}
    assert set(counted) == set(expected) | set(shared)
    for kind, found in (expected | shared).items():
        assert counted[kind].total == sum(counted[kind].by_basis.values()) == len(found)
        for basis in BASES:
            number = len([r for r in found if r.basis == basis])
            assert counted[kind].by_basis.get(basis, 0) == number, (kind, basis)


def test_a_sentence_that_no_sub_task_names_is_not_covered(registers: Registers) -> None:
    source = {"document": "nq57", "sentences": ["1.1.s2", "9.9.s9"]}
    found = tiny("1", sub_task("1.1.1", source=source), sub_task("1.1.2", recommended=True))
    sentences = (Sentence(id="1.1.s1", frame=True), Sentence(id="1.1.s2"), Sentence(id="1.1.s3"))

    (counted,) = stats(with_sentences(found, sentences), registers).paragraphs

    assert (counted.sentences, counted.frames, counted.covered) == (3, 1, 1)
    assert (counted.sub_tasks, counted.recommended) == (2, 1)


def test_the_unverified_records_are_listed_one_by_one(catalogue: Catalogue) -> None:
    found = unverified(catalogue)

    assert [(item.kind, item.id) for item in found] == [
        (kind, str(record.id))
        for kind in ("groups", "sub-tasks", *LISTED)
        for record in records(catalogue, kind)
        if record.basis == "unverified"
    ]
    assert ("groups", "1") in {(item.kind, item.id) for item in found}


def test_with_registers_their_unverified_records_follow(
    catalogue: Catalogue, registers: Registers
) -> None:
    alone, together = unverified(catalogue), unverified(catalogue, registers)

    beside = [(item.kind, item.id) for item in together[len(alone) :]]
    assert together[: len(alone)] == alone
    assert beside == [
        (kind, record.id)
        for kind, found in (
            ("provinces", registers.provinces),
            ("agencies", registers.agencies),
            ("roles", registers.terms.roles),
        )
        for record in found
        if record.basis == "unverified"
    ]


def test_only_the_basis_unverified_puts_a_record_on_the_list() -> None:
    found = tiny(
        "1",
        sub_task("1.1.1", basis="verified"),
        sub_task("1.1.2", basis="secondary"),
        sub_task("1.1.3", basis="unverified"),
    )

    assert [(item.kind, item.id) for item in unverified(found)] == [("sub-tasks", "1.1.3")]


def test_every_unverified_record_says_how_it_is_called(
    catalogue: Catalogue, registers: Registers
) -> None:
    found: tuple[Unverified, ...] = unverified(catalogue, registers)

    assert [item for item in found if not item.title.vi or not item.title.en] == []


def test_a_record_is_called_by_its_title_then_its_name_then_its_text(
    catalogue: Catalogue, registers: Registers
) -> None:
    assert title_of(catalogue.groups[0]) == catalogue.groups[0].title
    assert title_of(catalogue.targets[0]) == catalogue.targets[0].name
    assert title_of(catalogue.directives[0]) == catalogue.directives[0].text
    assert title_of(registers.provinces[0]).vi == registers.provinces[0].vi
    alone = [d for d in catalogue.duties if d.central and not d.text]
    assert [title_of(d) for d in alone] == [d.central.text for d in alone if d.central]


@pytest.mark.parametrize(("kind", "name"), MUST_NOT_BE_VERIFIED)
def test_what_was_read_in_no_official_text_is_there_and_the_check_would_see_it_verified(
    catalogue: Catalogue, kind: str, name: str
) -> None:
    claimed = with_verified(catalogue, kind, name)

    assert name in {str(record.id) for record in getattr(catalogue, kind)}
    assert (kind, name) in wrongly_verified(claimed)


def test_nothing_that_was_read_in_no_official_text_is_called_verified(
    catalogue: Catalogue,
) -> None:
    assert wrongly_verified(catalogue) == []


def test_a_duty_that_joins_the_others_may_not_be_verified_either(catalogue: Catalogue) -> None:
    new = catalogue.duties[0].model_copy(update={"id": "new-duty", "basis": "verified"})
    more = catalogue.model_copy(update={"duties": (*catalogue.duties, new)})

    assert wrongly_verified(more) == [("duties", "new-duty")]
