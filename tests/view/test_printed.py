"""Text that knows its place: it behaves as text, and only the value itself keeps the place."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.view.printed import Joined, Printed, control_tag


def test_printed_text_equals_sorts_and_hashes_like_the_text() -> None:
    text = Printed("b", "task/1/text")

    assert (text == "b", {text: 1}["b"], sorted(["c", text, "a"])) == (True, 1, ["a", "b", "c"])


@pytest.mark.parametrize("made", [str.upper, str, lambda text: text + "", lambda t: t[:]])
def test_what_is_made_from_it_is_plain_text(made: object) -> None:
    assert callable(made)

    assert type(made(Printed("B", "a"))) is str


def pickled(value: Joined) -> object:
    return pickle.loads(pickle.dumps(value))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_copies_keep_the_place_and_the_separator(again: object) -> None:
    assert callable(again)
    joined = Joined([Printed("a", "leads/0"), Joined(["b"], ": ")], ", ")

    copied = again(joined)

    assert (copied, copied[0].path, copied.separator) == (joined, "leads/0", ", ")
    assert copied[1].separator == ": "


def test_joined_text_reads_as_it_prints() -> None:
    assert str(Joined([Printed("a", "x"), Joined(["b", "c"], ": ")])) == "a; b: c"


def test_it_shows_its_place_to_a_developer() -> None:
    assert repr(Printed("a", "x/y")) == "Printed('a', 'x/y')"


@given(st.text(max_size=60))
def test_a_short_path_stands_whole_in_its_tag(path: str) -> None:
    assert control_tag(path) == f"r57:{path}"


@given(st.text(min_size=61, max_size=200), st.text(min_size=61, max_size=200))
def test_long_paths_are_shortened_to_tags_of_their_own(one: str, other: str) -> None:
    assert len(control_tag(one)) == 64
    assert (control_tag(one) == control_tag(other)) == (one == other)
