"""The filters and tests: those of Jinja give what Jinja gives, ours what official papers print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from filter_runtime import Rendering, refused, unknown
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, Undefined, UndefinedError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.tests import TESTS as JINJA_TESTS

from r57plans.view.printed import Joined, Printed
from r57plans.word.template.sandbox.filters import FILTERS, TESTS
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError

OURS = {"date_long", "quarter", "number", "percent", "letter", "roman", "upper_vi"}
LEFT_OUT = {"attr", "pprint", "random", "tojson", "urlize", "xmlattr"}
JINJA = Environment(autoescape=False)

WORDS = st.text(alphabet="aAbđĐấ -\n<>&%'.,1", max_size=30)
NUMBERS = st.one_of(st.integers(-1000, 1000), st.floats(-1000, 1000))
TEXTS = st.lists(st.text(alphabet="aAbBđ", max_size=2), max_size=8)
FIGURES = st.lists(st.integers(-5, 5), max_size=8)
PEOPLE = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from("aAbBc"), "age": st.integers(1, 3)}),
    max_size=8,
)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    home: Any = None


def ours(name: str, value: Any, *args: Any, **named: Any) -> Any:
    return Rendering().filter(name)(value, *args, **named)


def jinjas(name: str, value: Any, *args: Any, **named: Any) -> Any:
    """What Jinja gives, its iterators as lists and its namedtuples as tuples."""
    context = JINJA.from_string("").new_context()
    given = JINJA.call_filter(name, value, args, named, context=context)
    return list(given) if isinstance(given, Iterator) else given


def same(name: str, value: Any, *args: Any, **named: Any) -> None:
    """Ours gives what Jinja gives, or both refuse."""
    try:
        expected = jinjas(name, value, *args, **named)
    except (TypeError, ValueError, ArithmeticError, AssertionError):
        with pytest.raises((MisuseError, TypeError)):
            ours(name, value, *args, **named)
        return
    given = ours(name, value, *args, **named)
    if isinstance(expected, Undefined):
        assert isinstance(given, Undefined)
    else:
        assert (given, type(given)) == (expected, type(expected))


def test_every_filter_of_jinja_is_here_but_those_that_are_not_safe() -> None:
    assert set(FILTERS) == set(JINJA_FILTERS) - LEFT_OUT | OURS


def test_every_test_of_jinja_is_here_but_those_that_ask_about_programs() -> None:
    assert set(TESTS) == set(JINJA_TESTS) - {"callable", "escaped", "filter", "test"}


@pytest.mark.parametrize(
    "name",
    ["capitalize", "lower", "string", "striptags", "title", "trim", "upper", "wordcount", "length"],
)
@given(text=WORDS)
def test_filters_of_text_give_what_jinja_gives(name: str, text: str) -> None:
    same(name, text)
    same(name, Printed(text, "p")) if name == "length" else None


@given(WORDS, st.integers(-3, 40), WORDS, WORDS)
def test_filters_of_text_with_arguments_give_what_jinja_gives(
    text: str, number: int, old: str, new: str
) -> None:
    same("center", text, number)
    same("replace", text, old, new)
    same("replace", text, old, new, number)
    same("trim", text, old)
    same("urlencode", text)
    same("urlencode", {old: text, "b": number})
    same("indent", text, number)
    same("indent", text, old, True, True)
    same("truncate", text, number)
    same("truncate", text, number, True, new, 2)


@given(WORDS, st.integers(1, 12), st.booleans(), st.booleans())
def test_wrapping_gives_what_jinja_gives(text: str, width: int, long: bool, hyphens: bool) -> None:
    same("wordwrap", text, width, long, "|", hyphens)
    same("wordwrap", text, width)


@given(st.one_of(NUMBERS, st.booleans()), st.integers(-3, 3))
def test_filters_of_numbers_give_what_jinja_gives(number: Any, places: int) -> None:
    same("abs", number)
    same("int", number)
    same("float", number)
    same("filesizeformat", number)
    for method in ("common", "ceil", "floor"):
        same("round", number, places, method)


@given(st.integers(0, 10**27), st.booleans())
def test_sizes_of_files_are_written_as_jinja_writes_them(size: int, binary: bool) -> None:
    same("filesizeformat", size, binary)
    same("filesizeformat", str(size), binary)


@given(st.one_of(st.text(alphabet="0123456789abx.-_ ", max_size=6), st.none(), TEXTS))
def test_what_is_no_number_gives_what_jinja_gives(value: Any) -> None:
    same("int", value)
    same("int", value, -1, 16)
    same("float", value, -1.0)


@given(st.one_of(TEXTS, FIGURES, TEXTS.map(tuple)))
def test_filters_of_lists_give_what_jinja_gives(items: Any) -> None:
    for name in ("count", "first", "last", "list", "reverse", "select", "reject"):
        assert _plain(ours(name, items)) == _plain(jinjas(name, items)), name
    for name in ("sort", "unique", "min", "max"):
        same(name, items)
        same(name, items, case_sensitive=True)
    same("sort", items, reverse=True)
    same("join", items, "-")


def _plain(value: Any) -> Any:
    return "nothing" if isinstance(value, Undefined) else value


@given(FIGURES, st.integers(1, 5), st.sampled_from([None, 0, "x"]))
def test_lists_of_lists_are_those_of_jinja(items: list[int], size: int, fill: Any) -> None:
    same("batch", items, size, fill)
    same("slice", items, size, fill)
    same("sum", items, start=size)


@given(PEOPLE)
def test_filters_by_an_attribute_give_what_jinja_gives(people: list[dict[str, Any]]) -> None:
    same("map", people, attribute="name")
    same("map", people, attribute="town", default="?")
    same("map", people, "length")
    same("join", people, ", ", "name")
    same("sum", people, "age")
    same("sort", people, attribute="age,name")
    same("sort", people, True, True, "name")
    same("unique", people, attribute="name")
    same("min", people, attribute="age")
    same("max", people, attribute="name")
    same("selectattr", people, "age", "gt", 1)
    same("rejectattr", people, "name", "in", ["a", "b"])
    same("selectattr", people, "age")
    assert ours("groupby", people, "name") == jinjas("groupby", people, "name")
    assert ours("groupby", people, "name", case_sensitive=True) == jinjas(
        "groupby", people, "name", case_sensitive=True
    )


@given(st.dictionaries(st.text(alphabet="abAB", max_size=2), st.integers(0, 3), max_size=6))
def test_filters_of_mappings_give_what_jinja_gives(mapping: dict[str, int]) -> None:
    same("dictsort", mapping)
    same("dictsort", mapping, True, "value", True)
    same("items", mapping)
    same("length", mapping)
    same("first", mapping)


@given(FIGURES, st.integers(1, 4))
def test_a_filter_or_test_is_applied_to_each_item_as_in_jinja(items: list[int], by: int) -> None:
    same("select", items, "odd")
    same("reject", items, "divisibleby", by)
    same("map", items, "abs")
    same("map", items, "round", 1, method="floor")


# To Jinja `"%d" is divisibleby(1)` is formatting; to us a text is no number.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="%"), max_size=2)
TWO = {"divisibleby", "eq", "equalto", "ne", "gt", "ge", "greaterthan", "lt", "le", "lessthan"}
TWO |= {"==", "!=", "<", "<=", ">", ">="}


@pytest.mark.parametrize("name", sorted(set(TESTS) - {"in", "sameas", "lower", "upper"}))
@given(
    value=st.one_of(NUMBERS, WORDS, st.none(), st.booleans(), FIGURES, st.dates()),
    other=st.integers(1, 4),
)
@settings(max_examples=20)
def test_the_tests_of_is_give_what_jinja_gives(name: str, value: Any, other: int) -> None:
    args = (other,) if name in TWO else ()
    try:
        expected = JINJA.call_test(name, value, args)
    except TypeError:
        with pytest.raises(MisuseError):
            Rendering().test(name)(value, *args)
    else:
        assert Rendering().test(name)(value, *args) is expected


def test_the_other_tests_of_is() -> None:
    test = Rendering().test
    one = ["a"]

    assert test("in")("a", one)
    assert test("sameas")(one, one)
    assert not test("sameas")(one, ["a"])
    assert test("lower")("đ")
    assert not test("upper")("đ")
    assert test("undefined")(unknown())
    assert not test("defined")(unknown())


@pytest.mark.parametrize("name", ["e", "escape", "forceescape", "safe"])
def test_escaping_is_left_to_printing_which_does_it_once(name: str) -> None:
    text = Printed("Sở <A> & B", "task/1")

    assert ours(name, text) is text


def test_an_empty_value_is_empty_text_as_it_prints() -> None:
    assert [ours(n, None) for n in ("upper", "string", "trim", "number", "date_long")] == [""] * 5
    assert ours("join", ["a", None, 1], ",") == "a,,1"


def test_what_is_made_of_text_with_a_place_is_plain_text() -> None:
    text = Printed("Việc", "task/1")
    made = [
        *(ours(name, text) for name in ("string", "upper", "title", "trim", "reverse", "indent")),
        *(ours("truncate", text), ours("replace", text, "x", "y"), ours("format", text)),
        *(ours("wordwrap", text), ours("center", text, 1), ours("join", [text])),
    ]

    assert {type(value) for value in made} == {str}


def test_an_item_that_is_only_picked_keeps_its_place() -> None:
    one, other = Printed("a", "task/1"), Printed("b", "task/2")

    assert ours("first", [one, other]).path == "task/1"
    assert ours("max", [one, other]).path == "task/2"
    assert ours("default", one, "?").path == "task/1"


def test_joined_values_are_filtered_as_the_list_or_the_text_that_they_are() -> None:
    leads = Joined(["Sở A", "Sở B"], "; ")

    assert ours("join", leads, ", ") == "Sở A, Sở B"
    assert ours("upper", leads) == "SỞ A; SỞ B"
    assert ours("length", leads) == 2


@pytest.mark.parametrize("value", [True, [1], {"a": 1}, object()])
def test_what_cannot_be_printed_cannot_be_joined(value: Any) -> None:
    with refused("template.value"):
        ours("join", ["a", value])


def test_an_unknown_name_has_a_default_and_nothing_else() -> None:
    assert ours("default", unknown(), "thay") == "thay"
    assert ours("d", "", "thay", True) == "thay"
    assert ours("items", unknown()) == []
    given: dict[str, list[Any]] = {"batch": [2], "slice": [2], "replace": ["a", "b"]}
    given |= {name: ["name"] for name in ("groupby", "selectattr", "rejectattr")}
    given["map"] = ["upper"]
    passing = {"d", "default", "items", "e", "escape", "forceescape", "safe"}
    for name in sorted(set(FILTERS) - passing):
        with pytest.raises(UndefinedError, match="ten"):
            ours(name, unknown(), *given.get(name, []))


def test_items_may_be_read_by_their_number() -> None:
    assert ours("map", [["a", "b"], ["c", "d"]], attribute=1) == ["b", "d"]


def test_the_first_of_nothing_may_have_a_default() -> None:
    filter_ = Rendering().filter

    assert filter_("default")(filter_("first")([]), "không có") == "không có"
    with refused("template.failed"):
        str(filter_("first")([]))


def test_fields_of_records_are_read_by_the_rules_of_the_sandbox() -> None:
    people = [Person("B", {"towns": ["Huế"]}), Person("a", {"towns": ["Vinh"]})]

    assert ours("map", people, attribute="home.towns.0") == ["Huế", "Vinh"]
    assert [p.name for p in ours("sort", people, attribute="name")] == ["a", "B"]
    with pytest.raises(UndefinedError):
        ours("sum", people, "__class__")


def test_groups_have_the_names_that_jinja_gives_them() -> None:
    rendering = Rendering()
    group = rendering.filter("groupby")([{"a": 1}], "a")[0]

    assert rendering.env.getattr(group, "grouper") == 1
    assert rendering.env.getattr(group, "list") == [{"a": 1}]


@pytest.mark.parametrize(
    ("name", "value", "args"),
    [
        ("sort", [1, "a"], ()),
        ("max", [1, None], ()),
        ("unique", [[1]], ()),
        ("dictsort", {"a": 1}, (False, "x")),
        ("dictsort", [1], ()),
        ("items", [1], ()),
        ("batch", [1], (0,)),
        ("slice", [1], (0,)),
        ("batch", [1], ("a",)),
        ("map", [1], ()),
        ("map", [1], (5,)),
        ("selectattr", [1], ()),
        ("sort", [1], (False, False, 1.5)),
        ("abs", "a", ()),
        ("round", "a", ()),
        ("round", 1, (0, "x")),
        ("round", float("nan"), (0, "ceil")),
        ("filesizeformat", "a", ()),
        ("truncate", "a", (1,)),
        ("center", "a", ("x",)),
        ("urlencode", [1], ()),
        ("wordwrap", "a", (0,)),
        ("format", "%s", ()),
        ("length", 5, ()),
        ("list", 5, ()),
        ("sum", ["a"], ()),
    ],
)
def test_a_filter_used_wrongly_is_said_in_both_languages(
    name: str, value: Any, args: tuple[Any, ...]
) -> None:
    with refused("template.failed"):
        ours(name, value, *args)


def test_format_takes_values_by_place_or_by_name() -> None:
    assert ours("format", "%s %d", "a", 5) == "a 5"
    assert ours("format", "%(text)s", text="a") == "a"
    with refused("template.failed"):
        ours("format", "%s", "a", text="b")


def test_the_rounds_of_filters_are_counted() -> None:
    for name in ("list", "sum", "sort", "unique", "max", "reverse"):
        with refused("template.limit"):
            Rendering(limits=Limits(steps=100)).filter(name)(range(2000))


def in_(language: Any, name: str, value: Any, *args: Any) -> Any:
    return Rendering(language).filter(name)(value, *args)


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("date_long", date(2025, 3, 28), "ngày 28 tháng 3 năm 2025", "28 March 2025"),
        ("date_long", "2025-03-28", "ngày 28 tháng 3 năm 2025", "28 March 2025"),
        ("date_long", datetime(2025, 1, 8, 7), "ngày 08 tháng 01 năm 2025", "8 January 2025"),  # noqa: DTZ001
        ("date_long", "2025-03-28T07:00:00", "ngày 28 tháng 3 năm 2025", "28 March 2025"),
        ("quarter", date(2025, 3, 31), "quý I/2025", "Q1 2025"),
        ("quarter", "2025-10-01", "quý IV/2025", "Q4 2025"),
        ("number", 1234567.5, "1.234.567,5", "1,234,567.5"),
        ("number", Decimal("1234.50"), "1.234,5", "1,234.5"),
        ("number", 1000, "1.000", "1,000"),
        ("percent", 12.5, "12,5%", "12.5%"),
        ("letter", 5, "đ", "e"),
        ("letter", 1, "a", "a"),
        ("roman", 4, "IV", "IV"),
        ("upper_vi", "quyết định về ủy ban", "QUYẾT ĐỊNH VỀ ỦY BAN", "QUYẾT ĐỊNH VỀ ỦY BAN"),
        ("upper_vi", "Vie\u0302\u0323t", "VIỆT", "VIỆT"),
        ("upper_vi", Printed("đề án", "p"), "ĐỀ ÁN", "ĐỀ ÁN"),
    ],
)
def test_our_filters_write_as_official_papers_do(
    name: str, value: Any, vietnamese: str, english: str
) -> None:
    assert in_("vi", name, value) == vietnamese
    assert in_("en", name, value) == english
    assert in_("en", name, value, "vi") == vietnamese


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date_long", "28/3/2025"),
        ("date_long", "2025-13-01"),
        ("date_long", 2025),
        ("quarter", "I/2025"),
        ("number", "1.234"),
        ("number", True),
        ("number", float("nan")),
        ("percent", Decimal("NaN")),
        ("percent", [1]),
        ("letter", 0),
        ("letter", "a"),
        ("letter", 10**9),
        ("roman", 4000),
        ("roman", 2.5),
    ],
)
def test_our_filters_say_what_they_need(name: str, value: Any) -> None:
    with refused("template.failed"):
        ours(name, value)


@pytest.mark.parametrize("name", sorted(OURS))
def test_our_filters_leave_empty_what_is_empty_in_the_data(name: str) -> None:
    assert ours(name, None) == ""


@pytest.mark.parametrize("name", sorted(OURS))
def test_our_filters_know_two_languages(name: str) -> None:
    value: Any = {"date_long": "2025-01-01", "quarter": "2025-01-01", "upper_vi": "a"}.get(name, 1)

    with refused("template.failed"):
        ours(name, value, "fr")
