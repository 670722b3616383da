"""What a hostile template may try, one operation at a time: it ends at once, as a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from filter_runtime import Rendering, doubled, refused
from jinja2 import UndefinedError

from r57plans.word.template.sandbox.filters import FILTERS
from r57plans.word.template.sandbox.methods import METHODS, NO_MEMBER, member
from r57plans.word.template.told.faults import MisuseError

BILLION = 10**9
MANY = "a" * 1_000_000
ALIKE = 2**61 - 1  # all multiples of it have the same hash
Attack = Callable[[Rendering], Any]


@dataclass(frozen=True, slots=True)
class Secret:
    text: str = "chữ"


def nested(depth: int) -> tuple[Any, ...]:
    """A tuple so deep that hashing it in C would end the process."""
    value: tuple[Any, ...] = ()
    for _ in range(depth):
        value = (value,)
    return value


def pair(times: int = 50) -> tuple[Any, ...]:
    """A tuple that holds itself twice, again and again: endless to hash."""
    value: tuple[Any, ...] = ()
    for _ in range(times):
        value = (value, value)
    return value


TOO_LARGE: dict[str, Attack] = {
    "text times": lambda r: r.ops.mul("a", BILLION),
    "times text": lambda r: r.ops.mul(BILLION, "a"),
    "list times": lambda r: r.ops.mul([0], BILLION),
    "tuple times": lambda r: r.ops.mul((0,), BILLION),
    "power": lambda r: r.ops.pow(10, 10**6),
    "power of power": lambda r: r.ops.pow(10, 10 ** (10**3)),
    "product": lambda r: r.ops.mul(2**4000, 2**4000),
    "percent width": lambda r: r.ops.mod("%1000000000d", 1),
    "percent places": lambda r: r.ops.mod("%.1000000000f", 1.0),
    "percent star": lambda r: r.ops.mod("%*d", (BILLION, 1)),
    "percent minus star": lambda r: r.ops.mod("%*d", (-BILLION, 1)),
    "percent star places": lambda r: r.ops.mod("%.*f", (BILLION, 1.0)),
    "percent of a large Decimal": lambda r: r.ops.mod("%d", Decimal("1e999999")),
    "percent text": lambda r: r.ops.mod("%s" * 100, (MANY,) * 100),
    "format width": lambda r: r.call("{:>1000000000}", "format", 1),
    "format places": lambda r: r.call("{:.1000000000f}", "format", 1.0),
    "format nested width": lambda r: r.call("{:{}}", "format", 1, BILLION),
    "format nested name": lambda r: r.call("{0:{w}}", "format", 1, w="1" + "0" * 9),
    "format of a large Decimal": lambda r: r.call("{:f}", "format", Decimal("1e999999")),
    "format of a small Decimal": lambda r: r.call("{:f}", "format", Decimal("1e-999999")),
    "format text": lambda r: r.call("{0}" * 100, "format", MANY),
    "center": lambda r: r.call("x", "center", BILLION),
    "ljust": lambda r: r.call("x", "ljust", BILLION),
    "rjust": lambda r: r.call("x", "rjust", BILLION, "."),
    "zfill": lambda r: r.call("x", "zfill", BILLION),
    "expandtabs": lambda r: r.call("\t" * 1000, "expandtabs", 10**6),
    "replace": lambda r: r.call("a,b" * 100, "replace", "", MANY),
    "join": lambda r: r.call(MANY, "join", ["a"] * 1000),
    "split": lambda r: r.call("a " * 10**6 * 10, "split"),
    "range": lambda r: r.ops.make_range(BILLION),
    "range beyond counting": lambda r: r.ops.make_range(10**30),
    "concat": lambda r: r.ops.concat(*[MANY] * 100),
    "filter format": lambda r: r.filter("format")("%1000000000d", 1),
    "filter center": lambda r: r.filter("center")("x", BILLION),
    "filter replace": lambda r: r.filter("replace")("a,b" * 100, "", MANY),
    "filter indent": lambda r: r.filter("indent")("x", BILLION),
    "filter indent text": lambda r: r.filter("indent")("\n" * 1000, MANY),
    "filter batch": lambda r: r.filter("batch")([1], BILLION, 0),
    "filter slice": lambda r: r.filter("slice")([1], BILLION),
    "filter join": lambda r: r.filter("join")(["a"] * 1000, MANY),
    "filter list": lambda r: r.filter("list")(range(10**7)),
    "filter round": lambda r: r.filter("round")(5, -BILLION),
    "filter round up": lambda r: r.filter("round")(5, BILLION, "ceil"),
    "filter round Decimal": lambda r: r.filter("round")(Decimal("1e999999"), 0, "ceil"),
    "filter int": lambda r: r.filter("int")("9" * 10**6),
    "filter int by 2": lambda r: r.filter("int")("1" * 10**6, 0, 2),
    "filter int of Decimal": lambda r: r.filter("int")(Decimal("1e999999")),
    "filter number of an int": lambda r: r.filter("number")(10**1000),
    "filter number": lambda r: r.filter("number")(Decimal("1e999999")),
    "filter percent": lambda r: r.filter("percent")(Decimal("1e-999999")),
    "filter sum": lambda r: r.filter("sum")([[0] * 10**6] * 20, start=[]),
    "filter sort of large text": lambda r: r.filter("sort")([MANY] * 100),
    "filter map of large text": lambda r: r.filter("map")([MANY] * 100, "trim"),
    "filter wordwrap": lambda r: r.filter("wordwrap")(MANY, 1),
    "filter wordwrap between": lambda r: r.filter("wordwrap")("a " * 500, 1, wrapstring=MANY),
    "filter truncate": lambda r: r.filter("map")([MANY] * 100, "truncate", 999_990, end=""),
}

ENDLESS: dict[str, Attack] = {
    "equal": lambda r: r.ops.eq(doubled(), doubled()),
    "not equal": lambda r: r.ops.ne(doubled(), doubled()),
    "less": lambda r: r.ops.lt(doubled(), doubled()),
    "at least": lambda r: r.ops.ge(doubled(), doubled()),
    "in a list": lambda r: r.ops.contains(doubled(), [doubled()]),
    "count": lambda r: r.call([doubled()], "count", doubled()),
    "index": lambda r: r.call([doubled()], "index", doubled()),
    "key": lambda r: r.ops.key(pair()),
    "in a mapping": lambda r: r.ops.contains(pair(), {}),
    "get": lambda r: r.call({}, "get", pair()),
    "deep key": lambda r: r.ops.key(nested(200_000)),
    "deep equal": lambda r: r.ops.eq(nested(200_000), nested(200_000)),
    "mappings": lambda r: r.ops.eq({"a": doubled()}, {"a": doubled()}),
    "sort": lambda r: r.filter("sort")([doubled(), doubled()]),
    "unique": lambda r: r.filter("unique")([pair(), pair()]),
    "unique by equal hashes": lambda r: r.filter("unique")(range(0, 10**5 * ALIKE, ALIKE)),
    "max": lambda r: r.filter("max")([doubled(), doubled()]),
    "min": lambda r: r.filter("min")([doubled(), doubled()]),
    "groupby": lambda r: r.filter("groupby")([{"a": doubled()}, {"a": doubled()}], "a"),
    "dictsort": lambda r: r.filter("dictsort")({"a": doubled(), "b": doubled()}, False, "value"),
    "select": lambda r: r.filter("select")([doubled()], "eq", doubled()),
    "select in": lambda r: r.filter("select")([doubled()], "in", [doubled()]),
    "reversed search": lambda r: r.call("a" * 10**7, "rfind", "b" + "a" * 5 * 10**6),
    "stripped characters": lambda r: r.call("a" * 10**7, "strip", "b" * 10**6 + "a"),
    "equal texts in lists": lambda r: r.ops.eq([MANY] * 10**4, [MANY + ""] * 10**4),
}

AS_TEXT: dict[str, Attack] = {
    "join": lambda r: r.filter("join")(doubled()),
    "join method": lambda r: r.call(",", "join", doubled()),
    "concat": lambda r: r.ops.concat("a", doubled()),
    "percent": lambda r: r.ops.mod("%s", [doubled()]),
    "percent in a tuple": lambda r: r.ops.mod("%r", (doubled(),)),
    "percent in a mapping": lambda r: r.ops.mod("%(a)s", {"a": doubled()}),
    "format": lambda r: r.call("{}", "format", doubled()),
    "format as code": lambda r: r.call("{!r}", "format", doubled()),
    "string": lambda r: r.filter("string")(doubled()),
    "upper": lambda r: r.filter("upper")(doubled()),
    "wordcount": lambda r: r.filter("wordcount")(doubled()),
    "replace": lambda r: r.filter("replace")("a", "a", doubled()),
    "urlencode": lambda r: r.filter("urlencode")({"a": doubled()}),
    "map to text": lambda r: r.filter("map")([doubled()], "string"),
    "an object": lambda r: r.call("{}", "format", Secret()),
    "a method": lambda r: r.ops.concat(r.env.getattr("a", "upper")),
}


@pytest.mark.parametrize("attack", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_would_be_too_large_is_refused_before_it_is_made(attack: Attack) -> None:
    with refused("template.limit"):
        attack(Rendering())


@pytest.mark.no_cover
@pytest.mark.parametrize("attack", ENDLESS.values(), ids=ENDLESS)
def test_what_would_take_for_ever_is_refused_before_it_begins(attack: Attack) -> None:
    with refused("template.limit"):
        attack(Rendering())


@pytest.mark.parametrize("attack", AS_TEXT.values(), ids=AS_TEXT)
def test_nothing_that_holds_other_values_is_written_out(attack: Attack) -> None:
    with refused("template.value"):
        attack(Rendering())


def test_doubling_a_text_again_and_again_is_stopped() -> None:
    ops, text = Rendering().ops, "a"

    with refused("template.limit"):
        for _ in range(50):
            text = ops.concat(text, text)


def test_doubling_a_list_by_adding_it_is_stopped() -> None:
    ops, items = Rendering().ops, [0]

    with refused("template.limit"):
        for _ in range(50):
            items = ops.add(items, items)


def test_numbers_grow_only_up_to_a_limit() -> None:
    ops, number = Rendering().ops, 2

    with refused("template.limit"):
        for _ in range(10**4):
            number = ops.add(number, number)


def test_reading_a_long_text_over_and_over_is_counted() -> None:
    rendering, text = Rendering(), "a" * 10**7

    with refused("template.limit"):
        for _ in range(10**4):
            rendering.call(text, "find", "b")


FORMATS = [
    *("{0.__class__}", "{0.__class__.__mro__[1]}", "{a.__init__.__globals__}", "{0[text]}"),
    *("{.text}", "{0:{0.__class__}}", "{a[0]}", "{0.text.__class__!r}"),
]


@pytest.mark.parametrize("template", FORMATS)
def test_a_format_cannot_reach_into_a_value(template: str) -> None:
    with refused("template.forbidden"):
        Rendering().call(template, "format", "chữ", a="chữ")


def test_cve_2014_1402_and_2016_10745_a_stored_format_is_the_safe_one() -> None:
    rendering = Rendering()
    stored = rendering.env.getattr("{0.__class__}", "format")

    with refused("template.forbidden"):
        stored(rendering.ops, Secret())


def test_cve_2019_10906_there_is_no_format_map() -> None:
    assert member("{a.__class__}", "format_map") is NO_MEMBER
    assert member("{a.__class__}", "__format__") is NO_MEMBER


def test_cve_2024_56326_a_filter_cannot_call_a_stored_format() -> None:
    rendering = Rendering()
    stored = rendering.env.getattr("{0.__class__}", "format")

    with refused("template.failed"):
        rendering.filter("map")([Secret()], stored)
    with pytest.raises(MisuseError):
        rendering.filter("map")(["{0.__class__}"], "format", Secret())


def test_cve_2025_27516_there_is_no_attr_filter() -> None:
    assert FILTERS.keys().isdisjoint({"attr", "pprint", "random", "tojson", "xmlattr", "urlize"})


def test_cve_2024_56201_the_name_of_a_filter_is_only_looked_up() -> None:
    with pytest.raises(KeyError):
        Rendering().filter("map")(["a"], "upper(); import os")


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (owner, name)
        for owner in ("a", [1], (1,), {"a": 1}, date(2025, 1, 1), 5, 1.5, None, Secret())
        for name in ("__class__", "__init__", "__getattribute__", "__reduce_ex__", "mro")
    ],
)
def test_no_inner_name_is_found_behind_a_dot(owner: Any, name: str) -> None:
    assert member(owner, name) is NO_MEMBER


@pytest.mark.parametrize("path", ["__class__", "text.__class__.__mro__", "text.__len__"])
def test_no_inner_name_is_found_by_a_path(path: str) -> None:
    for name in ("selectattr", "rejectattr", "groupby", "join", "sum", "sort", "max", "unique"):
        named = {} if name.endswith("attr") else {"attribute": path}
        with pytest.raises(UndefinedError):
            Rendering().filter(name)([Secret()], *(() if named else (path,)), **named)


def test_a_method_found_behind_a_dot_is_never_the_real_one() -> None:
    for kind, owner in ((str, "a"), (list, [1]), (tuple, (1,)), (date, date(2025, 1, 1))):
        for name in METHODS[kind]:
            found = member(owner, name)
            assert not hasattr(found, "__self__")
            assert found.function is METHODS[kind][name]


def test_nothing_that_changes_data_can_be_called() -> None:
    changing = {"append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse"}
    changing |= {"update", "setdefault", "popitem"}

    assert changing.isdisjoint({name for methods in METHODS.values() for name in methods})
