"""Templates of chance: right ones print what they must, wrong ones are told, and no more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fuzz.grammar import DATA, GRID, Node, expected, written
from fuzz.strategies import bodies, broken
from hypothesis import given, settings
from soundness import unsound
from word_builders import rendered
from word_packages import p, word_file

from r57plans.errors import TemplateError
from r57plans.word.outline import outline
from r57plans.word.template import Template


@pytest.mark.no_cover
@settings(max_examples=100)
@given(bodies)
def test_a_right_template_prints_exactly_what_its_tags_say(body: Sequence[Node]) -> None:
    data = rendered(written(body), **DATA)

    told = GRID.sub("table", outline(data)).splitlines()
    assert told == (expected(body) or [""])


@pytest.mark.no_cover
@settings(max_examples=100)
@given(bodies)
def test_a_right_template_gives_a_file_that_word_can_open(body: Sequence[Node]) -> None:
    assert unsound(rendered(written(body), **DATA)) == []


@pytest.mark.no_cover
@settings(max_examples=100)
@given(broken())
def test_a_wrong_template_is_told_with_a_finding_that_names_its_part(body: Sequence[Node]) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(word_file(written(body))).render(DATA)

    found = caught.value.report.errors
    assert found
    assert all("word/document.xml" in finding.place.path for finding in found)


def test_the_judge_of_these_templates_sees_a_wrong_file() -> None:
    assert unsound(word_file("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"))
    assert unsound(word_file('<w:bookmarkStart w:id="1" w:name="a"/>' + p("a")))
    assert unsound(word_file("<w:p><w:r/><w:pPr/></w:p>"))
    assert unsound(word_file(p("a"))) == []
