"""The tags of a text are found as the engine's expression finds them, but in one pass."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.word.template.passes.spans import tag_spans, without_tags

PIECES = st.lists(st.sampled_from(["{", "}", "%", "#", "a", " ", "\n", "{{", "}}"]), max_size=30)

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@given(PIECES.map("".join))
def test_the_tags_are_those_of_the_engines_expression(text: str) -> None:
    assert list(tag_spans(text)) == [match.span() for match in TAG.finditer(text)]


@pytest.mark.parametrize(
    ("kept", "rest"),
    [("", "a  b  c {{ d"), ("{{", "a {{ x }} b  c {{ d"), ("{%", "a  b {% y %} c {{ d")],
)
def test_a_text_without_its_tags_keeps_those_that_are_asked_for(kept: str, rest: str) -> None:
    assert without_tags("a {{ x }} b {% y %} c {{ d", kept) == rest


def test_a_hundred_thousand_open_tags_are_passed_over_quickly() -> None:
    assert list(tag_spans("{{ " * 100_000)) == []
