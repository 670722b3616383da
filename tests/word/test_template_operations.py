"""The operators of expressions: as in Python on plain data, and never more than is allowed."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from time import sleep
from typing import Any

import pytest
from filter_runtime import Rendering, doubled, refused, unknown
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from r57plans.view.printed import Joined, Printed
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.sandbox.methods import METHODS, NO_MEMBER, member, member_names
from r57plans.word.template.sandbox.operations import Operations
from r57plans.word.template.told.faults import MisuseError

SINGLE = st.one_of(
    st.text(max_size=8),
    st.integers(-1000, 1000),
    st.floats(-1000, 1000),
    st.booleans(),
    st.none(),
    st.dates(),
    st.decimals(-1000, 1000, places=2),
)
VALUES = st.recursive(
    SINGLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=8,
)
CALCULATIONS = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "truediv": operator.truediv,
    "floordiv": operator.floordiv,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "eq": operator.eq,
    "ne": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    inner: Any = None


@pytest.fixture
def ops() -> Operations:
    return Rendering().ops


@given(st.sampled_from(sorted(CALCULATIONS)), VALUES, VALUES)
def test_what_python_calculates_and_compares_is_the_same_here(
    name: str, left: Any, right: Any
) -> None:
    try:
        expected = CALCULATIONS[name](left, right)
    except (TypeError, ArithmeticError):
        with pytest.raises(MisuseError):
            getattr(Rendering().ops, name)(left, right)
    else:
        assert getattr(Rendering().ops, name)(left, right) == expected


@given(SINGLE, VALUES)
def test_what_is_in_a_value_is_the_same_as_in_python(item: Any, box: Any) -> None:
    try:
        expected = item in box
    except TypeError:
        with pytest.raises(MisuseError):
            Rendering().ops.contains(item, box)
    else:
        assert Rendering().ops.contains(item, box) is expected
        assert Rendering().ops.not_contains(item, box) is not expected


BOUND = st.one_of(st.none(), st.integers(-5, 5))


@given(st.one_of(st.text(), st.lists(st.integers())), BOUND, BOUND, BOUND.filter(lambda s: s != 0))
def test_slices_are_those_of_python(value: Any, start: Any, stop: Any, step: Any) -> None:
    assert Rendering().ops.getslice(value, start, stop, step) == value[start:stop:step]


@pytest.mark.parametrize(
    ("left", "right", "power"), [(2, 10, 1024), (2, -1, 0.5), (1, 10**9, 1), (2.0, 2, 4.0)]
)
def test_powers_are_those_of_python(ops: Operations, left: Any, right: Any, power: Any) -> None:
    assert ops.pow(left, right) == power


def test_signs_remainders_and_text_filled_in_work_as_in_python(ops: Operations) -> None:
    assert ops.neg(3) == -3
    assert ops.pos(Decimal("2.5")) == Decimal("2.5")
    assert (ops.mul("", 10**30), ops.mul([1], -(10**30))) == ("", [])
    assert ops.mod(7, 3) == 1
    assert ops.mod("%s/%03d", ("a", 7)) == "a/007"


def test_the_days_between_two_dates_can_be_taken(ops: Operations) -> None:
    passed = ops.sub(date(2025, 3, 31), date(2025, 3, 1))

    assert member(passed, "days") == 30


def test_joining_text_takes_what_prints_as_it_prints(ops: Operations) -> None:
    leads = Joined(["A", "B"], "; ")

    said = ops.concat(Printed("Sở ", "p"), leads, " ", 5, None, Decimal("1.50"), date(2025, 3, 1))

    assert (type(said), said) == (str, "Sở A; B 51.502025-03-01")


@pytest.mark.parametrize("value", [True, [1], {"a": 1}, Record("x"), object()])
def test_what_cannot_be_printed_cannot_be_joined_to_text(ops: Operations, value: Any) -> None:
    with refused("template.value"):
        ops.concat("a", value)


def test_text_with_a_place_becomes_plain_text_in_every_operation(ops: Operations) -> None:
    text = Printed("việc", "task/1")

    results = [
        *(ops.add(text, ""), ops.mul(text, 1), ops.concat(text), ops.getslice(text)),
        *(ops.text(text), ops.mod(text, ())),
    ]

    assert {type(result) for result in results} == {str}


def test_a_slice_of_what_is_joined_stays_joined(ops: Operations) -> None:
    part = ops.getslice(Joined(["A", "B", "C"], ", "), None, 2)

    assert isinstance(part, Joined)
    assert (str(part), list(part)) == ("A, B", ["A", "B"])


@pytest.mark.parametrize(
    ("name", "operands"),
    [
        ("add", (1, "a")),
        ("add", ("a", None)),
        ("add", ([1], (2,))),
        ("sub", ("a", "b")),
        ("sub", (date(2025, 1, 1), datetime(2025, 1, 1))),  # noqa: DTZ001
        ("sub", ({1}, {2})),
        ("mul", ("a", 1.5)),
        ("truediv", (1, 0)),
        ("floordiv", (Decimal(1), 0)),
        ("mod", (1, 0)),
        ("pow", (-8, 0.5)),
        ("pow", ("a", 2)),
        ("neg", ("a",)),
        ("lt", (1, "a")),
        ("ge", (None, 1)),
        ("contains", (1, 5)),
        ("contains", (1, "abc")),
        ("getslice", (5, 1)),
        ("getslice", ("abc", "a")),
        ("getslice", ("abc", 1, 2, 0)),
        ("make_range", ()),
        ("make_range", (1, 2, 0)),
        ("make_range", ("a",)),
        ("iterate", (5,)),
        ("iterate", ({1, 2},)),
        ("iterate", (Record("x"),)),
        ("len_", (5,)),
        ("key", ([1],)),
    ],
)
def test_what_does_not_go_together_is_said_in_both_languages(
    ops: Operations, name: str, operands: tuple[Any, ...]
) -> None:
    with refused("template.failed"):
        getattr(ops, name)(*operands)


def test_long_values_are_compared_and_cut_like_short_ones(ops: Operations) -> None:
    text, items = "a" * 10_000, list(range(1000))

    assert ops.eq(text, "a" * 10_000)
    assert ops.le(text, text)
    assert ops.contains("aa", text)
    assert ops.contains(text, [*items, "a" * 10_000])
    assert ops.contains([1], [*items, [1]])
    assert ops.contains("a", {"a": 1})
    assert (ops.contains(5, range(9)), ops.contains("a", range(9))) == (True, False)
    assert ops.getslice(text, 0, 9000) == "a" * 9000
    assert ops.getslice(items, -600) == items[-600:]
    assert ops.getslice(range(10**6), 2) == range(2, 10**6)


def test_numbers_and_tuples_may_be_keys_of_a_mapping(ops: Operations) -> None:
    for key in ("a", 5, 10**30, (1, "a"), None, date(2025, 1, 1)):
        assert ops.key(key) is key


def test_a_message_names_the_kinds_and_not_the_types_of_python(ops: Operations) -> None:
    with pytest.raises(MisuseError) as caught:
        ops.add("a", 1)

    assert caught.value.blanks["what"] == (
        "phép «+» không dùng được giữa chữ và số",
        "“+” does not work between text and a number",
    )


@pytest.mark.parametrize(
    ("name", "count"),
    [
        *((name, 2) for name in ("add", "sub", "mul", "mod", "pow", "concat", "contains")),
        *((name, 2) for name in CALCULATIONS),
        *((name, 1) for name in ("neg", "truth", "iterate", "len_", "getslice", "text")),
    ],
)
def test_an_unknown_name_says_so_itself_in_every_operation(
    ops: Operations, name: str, count: int
) -> None:
    for place in range(count):
        operands: list[Any] = [1] * count
        operands[place] = unknown()
        with pytest.raises(UndefinedError, match="ten"):
            getattr(ops, name)(*operands)


@pytest.mark.parametrize("size", [500, 5000])
def test_the_rounds_of_a_loop_are_counted_before_or_while_it_runs(size: int) -> None:
    ops = Rendering(limits=Limits(steps=100)).ops

    with refused("template.limit"):
        for _ in ops.iterate("a" * size):
            pass


def test_a_long_loop_has_its_length_and_looks_at_the_clock() -> None:
    ops = Rendering(limits=Limits(seconds=0.05)).ops
    rounds: Any = ops.iterate(range(5000))

    with refused("template.limit"):
        for _ in rounds:
            sleep(0.00005)
    assert len(rounds) == 5000


def test_an_iterator_is_counted_round_by_round() -> None:
    ops = Rendering(limits=Limits(steps=100)).ops

    def endless() -> Any:
        while True:
            yield 1

    with refused("template.limit"):
        for _ in ops.iterate(endless()):
            pass


@pytest.mark.parametrize("value", ["ab", ["a", "b"], ("a", "b"), {"a": 1, "b": 2}, Joined("ab")])
def test_everything_with_items_can_be_looped_over(ops: Operations, value: Any) -> None:
    assert list(ops.iterate(value)) == ["a", "b"]
    assert ops.len_(value) == 2


def test_records_are_compared_by_their_fields(ops: Operations) -> None:
    assert ops.eq(Record("a", [1]), Record("a", [1]))
    assert ops.contains(Record("a"), [Record("b"), Record("a")])


def test_a_record_around_a_doubled_list_is_stopped_too(ops: Operations) -> None:
    with refused("template.limit"):
        ops.eq(Record("a", doubled()), Record("a", doubled()))


def test_a_long_list_can_be_compared_with_a_short_one(ops: Operations) -> None:
    assert not ops.eq(doubled(), [])
    assert not ops.eq(doubled(), "a")
    assert not ops.contains(["b"], doubled())


@pytest.mark.parametrize(
    ("text", "name", "args", "result"),
    [
        ("việc", "upper", (), "VIỆC"),
        ("a,b", "split", (",",), ["a", "b"]),
        ("a b", "split", (), ["a", "b"]),
        ("a,b,c", "rsplit", (",", 1), ["a,b", "c"]),
        ("a\nb", "splitlines", (), ["a", "b"]),
        ("aXbX", "replace", ("X", "--", 1), "a--bX"),
        ("ab", "replace", ("", "-"), "-a-b-"),
        ("ab", "replace", ("a", "-", 10**30), "-b"),
        ("a", "center", (3,), " a "),
        ("a", "ljust", (3, "."), "a.."),
        ("7", "zfill", (3,), "007"),
        ("a\tb", "expandtabs", (4,), "a   b"),
        (", ", "join", (["a", 1, None],), "a, 1, "),
        ("xxaxx", "strip", ("x",), "a"),
        (" a ", "strip", (), "a"),
        ("aba", "rfind", ("a",), 2),
        ("aba", "count", ("a",), 2),
        ("aba", "startswith", (("b", "a"),), True),
        ("a-b", "partition", ("-",), ("a", "-", "b")),
        ("{} / {x:>3}", "format", ("a",), "a /   b"),
    ],
)
def test_the_methods_of_text_give_what_python_gives(
    text: str, name: str, args: tuple[Any, ...], result: Any
) -> None:
    named = {"x": "b"} if name == "format" else {}

    assert Rendering().call(Printed(text, "p"), name, *args, **named) == result


def test_no_method_gives_back_text_with_a_place() -> None:
    call, text = Rendering().call, Printed("việc", "p")

    results = [call(text, "strip"), *call(text, "partition", "?"), *call(text, "split", "?")]

    assert {type(result) for result in results} == {str}


def test_the_methods_and_fields_of_other_values_can_be_used() -> None:
    call = Rendering().call

    assert call({"a": 1}, "get", "a") == 1
    assert call({"a": 1}, "get", "b", 2) == 2
    assert call({"a": 1}, "items") == [("a", 1)]
    assert (call({"a": 1}, "keys"), call({"a": 1}, "values")) == (["a"], [1])
    assert (call([1, 1], "count", 1), call((1, 2), "index", 2)) == (2, 1)
    assert call(date(2025, 3, 1), "isoformat") == "2025-03-01"
    assert member(datetime(2025, 3, 1, 7), "hour") == 7  # noqa: DTZ001


def test_a_name_that_is_no_method_or_field_is_not_found() -> None:
    hidden = [("a", "encode"), ("a", "format_map"), ([1], "append"), (date(2025, 1, 1), "strftime")]

    assert [member(owner, name) for owner, name in hidden] == [NO_MEMBER] * 4
    assert member_names({}) == {"get", "items", "keys", "values"}
    assert member_names("a") == frozenset(METHODS[str])


@pytest.mark.parametrize(
    ("owner", "name", "args"),
    [
        ("a", "center", ("x",)),
        ("a", "center", ()),
        ("a", "index", ("b",)),
        ("a", "replace", (1, 2)),
        ("a", "strip", (1,)),
        ("a", "split", ("",)),
        ("a", "split", ("b", 10**30)),
        ([1], "index", (2,)),
        ({}, "get", ([],)),
    ],
)
def test_a_method_called_wrongly_is_said_in_both_languages(
    owner: Any, name: str, args: tuple[Any, ...]
) -> None:
    with refused("template.failed"):
        Rendering().call(owner, name, *args)


@pytest.mark.parametrize(
    ("template", "given"),
    [
        ("%s", "a"),
        ("%s và %r", ("a", "b")),
        ("%5.2f|%-6d|%+d|%x|%c|%e", (1.005, 7, 7, 255, "c", 1.5)),
        ("%(a)s %(b)05d", {"a": "x", "b": 3}),
        ("%*d %.*f", (5, 1, 2, 1.5)),
        ("100%%", ()),
        ("không", {}),
        ("%d", Decimal("2.5")),
        ("%s", (True,)),
        ("%s; %r", (1.5, "a")),
        ("%10s|", date(2025, 3, 8)),
        ("%(a)-5s|", {"a": Decimal("1.50")}),
    ],
)
def test_percent_formats_give_what_python_gives(ops: Operations, template: str, given: Any) -> None:
    assert ops.mod(template, given) == template % given


@pytest.mark.parametrize(
    "given",
    [
        *(("%s", ()), ("%s", ("a", "b")), ("%", ()), ("%y", 1), ("%d", "a"), ("%(a)s", {})),
        *(("%(a)s", 1), ("%d", date(2025, 1, 1)), ("%d", float("inf")), ("%c", -1)),
    ],
)
def test_a_format_that_does_not_fit_its_values_is_a_fault(
    ops: Operations, given: tuple[str, Any]
) -> None:
    with refused("template.failed"):
        ops.mod(*given)


@pytest.mark.parametrize(
    ("template", "args"),
    [
        ("{} {}", ("a", 1)),
        ("{1} {0}", ("a", 1)),
        ("{:>5}|{:<5}|{:^5}|{:*^7}", ("a", "b", "c", "d")),
        ("{:05.1f} {:,} {:_} {:x} {:%}", (1.25, 1234567, 1234, 255, 0.5)),
        ("{:{}}", ("a", 5)),
        ("{!r:>5} {!s}", ("a", 5)),
        ("{{}} {}", ("a",)),
        ("{:d}", (True,)),
        ("{:.2f}", (Decimal("1.005"),)),
        ("{:%d/%m/%Y %j%%}", (date(2025, 3, 8),)),
        ("{:%H:%M:%S}", (datetime(2025, 3, 8, 7, 5, 1),)),  # noqa: DTZ001
        ("{}", (date(2025, 3, 8),)),
    ],
)
def test_brace_formats_give_what_python_gives(template: str, args: tuple[Any, ...]) -> None:
    assert Rendering().call(template, "format", *args) == template.format(*args)


def test_a_day_may_be_written_without_its_zeros_on_every_system() -> None:
    assert Rendering().call("{:%-d/%-m/%y}", "format", date(2025, 3, 8)) == "8/3/25"


@pytest.mark.parametrize(
    ("template", "args"),
    [
        *(("{", ()), ("{}", ()), ("{x}", ()), ("{:q}", (1,)), ("{:d}", ("a",))),
        *(("{:{:{}}}", (1, 2, 3)), ("{:%A}", (date(2025, 1, 1),))),
        ("{:%1000000d}", (date(2025, 1, 1),)),
    ],
)
def test_a_wrong_brace_format_is_a_fault(template: str, args: tuple[Any, ...]) -> None:
    with refused("template.failed"):
        Rendering().call(template, "format", *args)
