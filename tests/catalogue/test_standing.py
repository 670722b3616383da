"""On any day each body gives way to what stood in its place then."""

from __future__ import annotations

from datetime import date

import pytest
from catalogue_builders import AFTER, BEFORE, CHANGE, agency, both, registers_of, sub_task

from r57plans.catalogue.standing import bodies_on, products_on, standing_for
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Text
from r57plans.model.catalogue import SubTask
from r57plans.model.registers import Registers

JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)

MERGED = registers_of(
    agency("always"),
    agency("planning", end=BEFORE, successor="finance"),
    agency("prices", end=BEFORE, successor="finance"),
    agency("finance", CHANGE),
    agency("dissolved", end=BEFORE),
)
"""Two bodies merged into a new one on 1 March 2025; one that ended without a successor."""

CHAIN = registers_of(
    agency("first", end=BEFORE, successor="second"),
    agency("second", CHANGE, JUNE, successor="third"),
    agency("third", JULY),
)
"""A body that became another, which became a third one four months later."""


def test_a_body_that_exists_stands_for_itself() -> None:
    assert standing_for("always", MERGED, BEFORE) == ("always",)
    assert standing_for("planning", MERGED, BEFORE) == ("planning",)
    assert standing_for("finance", MERGED, CHANGE) == ("finance",)


@pytest.mark.parametrize("name", ["planning", "prices"])
def test_a_body_that_ended_gives_way_to_its_successor_from_the_day_after(name: str) -> None:
    assert standing_for(name, MERGED, BEFORE) == (name,)
    assert standing_for(name, MERGED, CHANGE) == ("finance",)


@pytest.mark.parametrize(
    ("day", "name"),
    [(BEFORE, "first"), (CHANGE, "second"), (JUNE, "second"), (JULY, "third"), (AFTER, "third")],
)
def test_a_chain_of_successors_is_followed_to_the_one_of_that_day(day: date, name: str) -> None:
    assert standing_for("first", CHAIN, day) == (name,)


def test_a_body_in_the_middle_of_a_chain_gives_way_in_both_directions() -> None:
    assert standing_for("second", CHAIN, BEFORE) == ("first",)
    assert standing_for("second", CHAIN, JUNE) == ("second",)
    assert standing_for("second", CHAIN, JULY) == ("third",)


def test_a_body_that_is_to_come_gives_way_to_those_it_was_made_from() -> None:
    assert standing_for("finance", MERGED, BEFORE) == ("planning", "prices")


def test_only_those_predecessors_that_existed_then_stand_for_it() -> None:
    registers = registers_of(
        agency("old", end=BEFORE, successor="new"),
        agency("older", end=date(2020, 1, 1), successor="new"),
        agency("new", CHANGE),
    )

    assert standing_for("new", registers, BEFORE) == ("old",)


@pytest.mark.parametrize("day", [BEFORE, CHANGE, AFTER])
def test_a_body_that_nobody_knows_stays(day: date) -> None:
    assert standing_for("nobody", MERGED, day) == ("nobody",)


def test_a_body_that_ended_without_a_successor_stays() -> None:
    assert standing_for("dissolved", MERGED, AFTER) == ("dissolved",)


def test_a_body_that_is_to_come_out_of_nothing_stays() -> None:
    registers = registers_of(agency("new", CHANGE))

    assert standing_for("new", registers, BEFORE) == ("new",)


@pytest.mark.parametrize("end", ["b", "a", "gone"])
def test_successors_that_lead_nowhere_end_the_search(end: str) -> None:
    registers = registers_of(
        agency("a", end=BEFORE, successor="b"), agency("b", end=BEFORE, successor=end)
    )

    assert standing_for("a", registers, AFTER) == ("a",)


def test_a_short_form_finds_the_successor() -> None:
    registers = registers_of(
        agency("old", end=BEFORE, successor="new", aliases=["o"]), agency("new", CHANGE)
    )

    assert standing_for("o", registers, AFTER) == ("new",)


def test_a_body_with_two_records_stands_for_itself_in_both_times() -> None:
    registers = registers_of(agency("a", end=BEFORE), agency("a", CHANGE, JUNE, successor="b"),
                             agency("b", JULY))  # fmt: skip

    assert standing_for("a", registers, BEFORE) == standing_for("a", registers, JUNE) == ("a",)
    assert standing_for("a", registers, JULY) == ("b",)


@pytest.mark.parametrize(
    ("names", "day", "found"),
    [
        (("planning", "always", "prices"), AFTER, ("finance", "always")),
        (("finance", "planning"), AFTER, ("finance",)),
        (("finance", "planning"), BEFORE, ("planning", "prices")),
        (("always", "always"), AFTER, ("always",)),
        (("nobody", "dissolved", "nobody"), AFTER, ("nobody", "dissolved")),
        ((), AFTER, ()),
    ],
)
def test_bodies_keep_their_order_and_none_is_named_twice(
    names: tuple[str, ...], day: date, found: tuple[str, ...]
) -> None:
    assert bodies_on(names, MERGED, day) == found


def test_posts_and_free_words_stay_as_they_are_and_once() -> None:
    head, words = Person(role="head"), Text.model_validate(both("Các hộ"))
    same_name = Text(vi="planning")
    actors: list[Actor] = [head, "planning", words, Person(role="head"), words, same_name]

    found = bodies_on(actors, MERGED, AFTER)

    assert found == (head, "finance", words, same_name)


def test_two_holders_of_a_post_are_two() -> None:
    actors = (Person(role="head", name="A"), Person(role="head", name="B"))

    assert bodies_on(actors, MERGED, AFTER) == actors


def test_a_register_without_bodies_leaves_all_as_it_is() -> None:
    empty: Registers = registers_of()

    assert bodies_on(("a", "b", "a"), empty, AFTER) == ("a", "b")


@pytest.mark.parametrize(
    ("day", "issuer"), [(BEFORE, "first"), (CHANGE, "second"), (JULY, "third")]
)
def test_suggested_products_are_issued_by_the_body_of_the_day_in_the_unit_s_words(
    day: date, issuer: str
) -> None:
    product = {"type": "ke-hoach", "issuer": "second", "vi": "Kế hoạch của {tinh}"}
    asked = SubTask.model_validate(sub_task("1.1.1", products=[product, "Báo cáo"]))

    first, other = products_on(asked, {"vi": {"tinh": "tỉnh"}, "en": {}}, CHAIN, day)

    assert (first.issuer, first.vi) == (issuer, "Kế hoạch của tỉnh")
    assert (other.issuer, other.vi) == (None, "Báo cáo")
