"""Every rule of the official layouts: quiet on good documents, caught where it alone is broken."""

from __future__ import annotations

import pytest
from layout_documents import changed, good
from layout_mutants import LAYOUTS, MUTANTS, Mutant

from r57plans.load import load_layout_rules, load_layouts
from r57plans.word.layout.places import LayoutPlace
from r57plans.word.layout.rules import CHECKS
from r57plans.word.layout.run import lint_layout

RULES = {rule.id: rule for rule in load_layout_rules()}
KINDS = pytest.mark.parametrize("kind", LAYOUTS)
# The first mutant of each rule and kind of document; `make prove` has all of them.
_OF_RULE: dict[tuple[str, str], list[Mutant]] = {}
for _mutant in MUTANTS:
    _OF_RULE.setdefault((_mutant.rule, _mutant.kind), []).append(_mutant)
SOME = [mutant for mutants in _OF_RULE.values() for mutant in mutants[:1]]


@KINDS
def test_a_good_document_has_no_finding(kind: str) -> None:
    verdict = lint_layout(good(kind), "good.docx")

    assert verdict.choice.layout.id == LAYOUTS[kind]
    assert verdict.report.text("en") == ""
    assert verdict.fixes == ()


@pytest.mark.parametrize("mutant", SOME, ids=str)
def test_a_broken_rule_is_found_and_no_other(mutant: Mutant) -> None:
    data = changed(good(mutant.kind), mutant.change)

    found = list(lint_layout(data, layout=LAYOUTS[mutant.kind]).report)

    assert [finding.rule for finding in found] == [mutant.rule]
    place = found[0].place
    assert isinstance(place, LayoutPlace)
    assert all((place.found.vi, place.found.en, place.wanted.vi, place.clause, place.basis))
    if mutant.component:
        layout = next(x for x in load_layouts() if x.id == LAYOUTS[mutant.kind])
        assert place.component.vi == layout.components[mutant.component].name.vi
        assert place.text


def test_every_rule_is_broken_in_every_layout_that_it_is_for() -> None:
    broken = {(mutant.rule, mutant.kind) for mutant in MUTANTS}

    never = {rule for rule in RULES if not any((rule, kind) in broken for kind in LAYOUTS)}

    assert never == set()
    assert len(MUTANTS) > 500


def test_the_rules_in_the_data_are_those_that_there_is_code_for() -> None:
    assert list(RULES) == list(CHECKS)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_cites_a_clause_of_every_layout_that_it_is_for(name: str) -> None:
    rule = RULES[name]
    meant = [layout for layout in load_layouts() if layout.layout in rule.layouts]

    cited = [layout.by_place.get(rule.cites) for layout in meant]

    assert meant
    assert rule.cites == "component" or all(cited)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_what_was_found_and_what_is_wanted_in_both_languages(name: str) -> None:
    rule = RULES[name]

    said = [rule.message.vi, rule.message.en or "", rule.hint.vi, rule.hint.en or ""]

    assert all(said)
    assert all("{found}" in text and "{wanted}" in text for text in said[:2])


def test_what_is_unverified_gives_no_more_than_a_note() -> None:
    mutants = [m for m in MUTANTS if m.rule == "layout.line-break"]

    levels = {f.level for m in mutants for f in lint_layout(changed(good(m.kind), m.change)).report}

    assert levels == {"note"}


def test_findings_that_are_alike_are_told_once_with_their_number() -> None:
    mutant = next(m for m in MUTANTS if m.rule == "layout.heading-mark" and m.name == "part")

    [finding] = lint_layout(changed(good(mutant.kind), mutant.change)).report

    assert "(+3)" in finding.message.vi
    assert finding.as_dict("en")["others"] == 3
