"""The catalogue against the real texts, where they are at hand: they are no part of the repository.

`../shared/sources/003-resolution-57.txt` is the English text of the Resolution, whose fingerprints
the catalogue holds; `../shared/facts/central-documents.md` numbers the directives of 4 March 2025.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from r57plans.catalogue.segment import SourceSentence, sentences
from r57plans.catalogue.verify import compare
from r57plans.load import read_source
from r57plans.model.catalogue import Catalogue

SHARED = Path(__file__).parents[2].parent / "shared"
RESOLUTION = SHARED / "sources" / "003-resolution-57.txt"
DOCUMENTS = SHARED / "facts" / "central-documents.md"
GROUPS = {"1": 2, "2": 5, "3": 6, "4": 3, "5": 3, "6": 4, "7": 1}


def text_of(path: Path) -> str:
    """The file's text; the one place where a test is skipped, because others lack the file."""
    if not path.is_file():
        pytest.skip(f"the source is not at hand: {path}")
    return read_source(path)


@pytest.fixture(scope="module")
def text() -> str:
    return text_of(RESOLUTION)


def paragraph(sentence: str) -> str:
    return sentence.rpartition(".")[0]


def of_tasks(found: tuple[SourceSentence, ...]) -> list[str]:
    """The paragraphs of Part III that sentences stand in."""
    return [paragraph(s.id) for s in found if s.id[0].isdigit()]


def test_all_171_sentences_are_found(text: str, catalogue: Catalogue) -> None:
    found = compare(catalogue, text, RESOLUTION.name)

    assert found.edition is not None
    assert found.edition.id == "en-tvpl"
    assert (found.sentences, found.found) == (171, 171)
    assert list(found.report) == []


def test_part_three_has_114_sentences_in_24_paragraphs_of_7_groups(text: str) -> None:
    found = of_tasks(sentences(text))

    groups = Counter(p.partition(".")[0] for p in dict.fromkeys(found))
    assert len(found) == 114
    assert len(set(found)) == 24
    assert groups == GROUPS


def test_every_paragraph_has_as_many_sentences_as_in_the_catalogue(
    text: str, catalogue: Catalogue
) -> None:
    in_text = Counter(paragraph(s.id) for s in sentences(text))

    assert in_text == Counter(paragraph(s.id) for s in catalogue.sentences())
    assert [s.id for s in sentences(text) if s.id[0].isdigit()] == [
        s.id for p in catalogue.paragraphs() for s in p.sentences
    ]


def test_a_changed_word_or_a_lost_sentence_of_the_real_text_is_noticed(
    text: str, catalogue: Catalogue
) -> None:
    first = next(s for s in sentences(text) if s.id == "3.5.s1")
    word = first.text.split()[1]

    changed = compare(catalogue, text.replace(first.text, first.text.replace(word, "x")), "t")
    lost = compare(catalogue, text.replace(first.text, ""), "t")

    assert [f.rule for f in changed.report] == ["catalogue.source-changed"]
    assert [f.place.line for f in changed.report] == [first.line]
    assert "3.5.1" in changed.report.findings[0].message.en
    assert [f.rule for f in lost.report.errors] == ["catalogue.source-missing"]
    assert lost.found == 170


def rows(table: str) -> dict[str, str]:
    """The directives of the table of 4 March: their ids, and what each is for a province."""
    found = re.findall(r"(?m)^\| (D\d\d) \|.*\| ([^|]+) \|$", table)
    return {name: said.removeprefix("the ") for name, said in found}


@pytest.fixture(scope="module")
def directives() -> dict[str, str]:
    return rows(text_of(DOCUMENTS))


def test_the_25_directives_are_those_of_the_table(
    directives: dict[str, str], catalogue: Catalogue
) -> None:
    assert [d.id for d in catalogue.directives] == list(directives)
    assert list(directives) == [f"D{n:02}" for n in range(1, 26)]


def test_what_a_directive_is_for_a_province_is_what_the_table_says(
    directives: dict[str, str], catalogue: Catalogue
) -> None:
    other = {
        d.id: (d.for_province, directives[d.id])
        for d in catalogue.directives
        if not directives[d.id].startswith(d.for_province)
    }

    assert other == {}


def test_rows_are_read_from_a_table() -> None:
    table = (
        "| id | body | for a province |\n|---|---|---|\n| D01 | all | the requirement |\n| D2 |\n"
    )

    assert rows(table) == {"D01": "requirement"}
