"""Templates mutated at random: a few in every run of the tests, twenty thousand by `make prove`."""

from __future__ import annotations

import io
import zipfile

import pytest
from fuzz.bases import Base, bases
from fuzz.figures import Figures, page
from fuzz.memory import peak
from fuzz.mutate import outcomes
from fuzz.trial import Outcome, file_of, signature, tried
from word_builders import row, table
from word_packages import p, word_file

from r57plans.word.template import Template

FEW, SEED = 200, 7


def test_mutated_templates_are_rendered_or_refused_with_a_finding_in_time_and_memory() -> None:
    figures = Figures()

    for outcome in outcomes(FEW, SEED, jobs=1):
        figures.add(outcome)

    assert [(o.number, o.base, o.steps, signature(o.fault)) for o in figures.faults] == []
    assert figures.count == FEW
    assert len(figures.results) > 10


def test_the_same_seed_mutates_the_same_way() -> None:
    found = bases()

    assert [file_of(SEED, n, found) for n in range(20)] == [
        file_of(SEED, n, found) for n in range(20)
    ]


def test_many_mutated_files_are_still_packages_and_many_are_not() -> None:
    found = bases()

    files = [file_of(SEED, n, found)[1].data for n in range(FEW)]

    whole = sum(zipfile.is_zipfile(io.BytesIO(data)) for data in files)
    assert FEW / 2 < whole < FEW


def base(body: str, **context: object) -> Base:
    """A base with this body."""
    return Base("mẫu", word_file(body), False, context, {}, {})


@pytest.mark.parametrize("work", ["lint", "Template"])
def test_the_watch_sees_an_exception_that_is_not_ours(
    work: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **options: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(f"fuzz.trial.{work}", fail)

    outcome = tried(0, 0, (base(p("a")),))

    assert signature(outcome.fault).startswith("RecursionError: too deep")


def test_the_watch_sees_a_file_that_came_out_unsound(monkeypatch: pytest.MonkeyPatch) -> None:
    class Spoiling(Template):
        def render(self, *given: object, **options: object) -> bytes:
            return word_file("<w:tbl/>")

    monkeypatch.setattr("fuzz.trial.Template", Spoiling)

    outcomes = [tried(0, number, (base(p("a")),)) for number in range(20)]

    assert any("a table has no row" in outcome.fault for outcome in outcomes)


def test_the_figures_name_the_slowest_file_and_the_faults() -> None:
    figures = Figures()
    figures.add(Outcome(1, "a", ("b",), "rendered", 0.5, 100 * 1024**2))
    figures.add(Outcome(2, "a", ("b",), "template.syntax", 0.1, 90 * 1024**2))
    figures.add(Outcome(3, "a", ("b",), "KeyError", 0.1, 90 * 1024**2, "KeyError"))

    said = page(figures, "command", 12, 2)

    assert "0.50 s, rendered" in said
    assert "100 MB" in said
    assert "| `template.syntax` | 1 |" in said
    assert "| another exception, a hang or too much memory | 1 |" in said


def test_a_template_without_tags_is_mutated_too() -> None:
    found = (base(table(row("<w:tc><w:p/></w:tc>"))), base(""))

    assert {tried(3, n, found, held=peak()).fault for n in range(30)} == {""}
