"""Whatever has an id in the catalogue is found by it."""

from __future__ import annotations

from collections import Counter
from types import NoneType

import pytest
from catalogue_builders import made, named, sound_data, source

from r57plans.catalogue.entries import LISTED, Entry, entries, entry
from r57plans.load import load_catalogue
from r57plans.model.catalogue import Catalogue, CatalogueTarget, Paragraph, SubTask, TaskGroup
from r57plans.model.central import (
    Baseline,
    CatalogueDuty,
    Directive,
    KnownDocument,
    Principle,
    Requirement,
    Sentence,
    SourceParagraph,
)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return made(sound_data())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("1", TaskGroup), ("1.2", Paragraph), ("1.1.2", SubTask), ("1.1.s3", Sentence),
        ("I.1", SourceParagraph), ("IV.1.s1", Sentence), ("kinh-te-so", CatalogueTarget),
        ("so-goc", Baseline), ("dan-la-goc", Principle), ("bao-cao", CatalogueDuty),
        ("D01", Directive), ("lo-trinh", Requirement), ("qd-cu", KnownDocument),
        ("1.1.9", NoneType), ("3", NoneType), ("", NoneType), ("V.1", NoneType),
        ("awareness", NoneType),
    ],
)  # fmt: skip
def test_an_id_finds_a_record_of_its_kind_or_nothing(
    small: Catalogue, name: str, kind: type[Entry | None]
) -> None:
    found = entry(small, name)

    assert type(found) is kind
    assert found is None or str(found.id) == name


def test_every_record_of_the_small_catalogue_is_an_entry(small: Catalogue) -> None:
    kinds = Counter(type(record) for _, record in entries(small))

    assert kinds == {
        TaskGroup: 2, Paragraph: 3, SubTask: 4, Sentence: 8, SourceParagraph: 3, KnownDocument: 3,
        CatalogueTarget: 1, Baseline: 1, Principle: 1, CatalogueDuty: 1, Directive: 1,
        Requirement: 1,
    }  # fmt: skip


def test_every_id_of_the_shipped_catalogue_finds_its_record(shipped: Catalogue) -> None:
    found = list(entries(shipped))

    lost = [name for name, record in found if entry(shipped, name) is not record]
    assert lost == []
    assert len(found) > 500
    assert {type(record) for _, record in found} == set(Entry.__args__)


def test_capitals_do_not_matter_for_any_id_of_the_shipped_catalogue(shipped: Catalogue) -> None:
    found = list(entries(shipped))

    for change in (str.upper, str.lower):
        lost = [name for name, record in found if entry(shipped, change(name)) is not record]
        assert lost == []


@pytest.mark.parametrize(
    ("given", "name"),
    [("d12", "D12"), ("IV.END.S1", "IV.end.s1"), ("iv.end.s1", "IV.end.s1"), ("3.5.S2", "3.5.s2"),
     ("i.1", "I.1"), ("Digital-Economy", "digital-economy"), ("NQ57", "nq57")],
)  # fmt: skip
def test_an_id_may_be_written_in_other_capitals(shipped: Catalogue, given: str, name: str) -> None:
    found = entry(shipped, given)

    assert found is not None
    assert found is entry(shipped, name)
    assert found.id == name


def test_the_exact_id_wins_over_one_in_other_capitals() -> None:
    data = sound_data()
    data["duties"] += [named("d01", source=source()), named("Bao-Cao", source=source())]

    catalogue = made(data)

    assert isinstance(entry(catalogue, "d01"), CatalogueDuty)
    assert isinstance(entry(catalogue, "D01"), Directive)
    assert [r.id for n in ("bao-cao", "Bao-Cao", "BAO-CAO") if (r := entry(catalogue, n))] == [
        "bao-cao", "Bao-Cao", "bao-cao"
    ]  # fmt: skip


def test_of_two_records_with_one_id_the_first_is_found() -> None:
    data = sound_data()
    data["directives"].append(data["directives"][0] | {"for_province": "follow"})

    catalogue = made(data)

    assert entry(catalogue, "D01") is catalogue.directives[0]
    assert entry(catalogue, "d01") is catalogue.directives[0]


def test_listed_kinds_are_fields_of_a_catalogue_that_the_small_one_fills(small: Catalogue) -> None:
    assert set(LISTED) <= set(Catalogue.model_fields)
    assert all(getattr(small, kind) for kind in LISTED)
