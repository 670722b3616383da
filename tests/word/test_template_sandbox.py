"""What a template can reach: plain data, harmless methods, listed filters, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from word_builders import made, rules
from word_packages import p

from r57plans.view.printed import Printed


@dataclass(frozen=True, slots=True)
class Frozen:
    text: str = "chữ"
    keys: str = "khóa"
    _private: str = "kín"

    def method(self) -> str:
        return "gọi"

    @property
    def computed(self) -> str:
        return "tính"


@dataclass
class Loose:
    text: str = "a"


class Plain:
    text = "a"


DATA: dict[str, object] = {
    "f": Frozen(),
    "loose": Loose(),
    "plain": Plain(),
    "d": {"items": "mục", "a": {"b": "sâu"}, "_k": "gạch"},
    "xs": ["một", "hai"],
    "pair": ("a", "b"),
    "s": Printed("Việc {0}", "p"),
    "day": date(2025, 3, 31),
}


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("f.text", "chữ"),
        ("f['text']", "chữ"),
        ("f.keys", "khóa"),
        ("d.items", "mục"),
        ("d['a'].b", "sâu"),
        ("d.get('x', 'không')", "không"),
        ("d.keys()|list|join('+')", "items+a+_k"),
        ("xs[1]", "hai"),
        ("xs|join(', ')", "một, hai"),
        ("xs.index('hai')", "1"),
        ("pair[0] ~ pair[-1]", "ab"),
        ("s.upper()", "VIỆC {0}"),
        ("s.format('x')", "Việc x"),
        ("s[0]", "V"),
        ("day.year", "2025"),
        ("day.isoformat()", "2025-03-31"),
        ("range(3)|sum", "3"),
        ("xs|map('upper')|join", "MỘTHAI"),
        ("[d.a]|map(attribute='b')|first", "sâu"),
    ],
)
def test_plain_data_can_be_read(expression: str, printed: str) -> None:
    assert made(p(f"{{{{ {expression} }}}}"), **DATA) == p(printed)


@pytest.mark.parametrize(
    "expression",
    [
        "f._private",
        "f['_private']",
        "f.method",
        "f.method()",
        "f.computed",
        "f.__class__",
        "f['__class__']",
        "f[0]",
        "loose.text",
        "plain.text",
        "s.path",
        "s.__class__.__mro__",
        "s.encode()",
        "xs.append",
        "xs.__len__",
        "xs[5]",
        "xs['append']",
        "d.update",
        "d.clear()",
        "day.strftime('%A')",
        "unknown.__class__",
        "unknown._undefined_obj",
        "'{a.__class__}'.format_map({'a': 1})",
        "[f]|map(attribute='__class__')|first",
        "range.__self__",
        "namespace.__init__",
        "namespace().missing",
        "self.__init__",
        "lipsum",
        "_",
    ],
)
def test_anything_else_is_an_unknown_name(expression: str) -> None:
    assert rules(p(f"{{{{ {expression} }}}}"), **DATA) == ["template.unknown-name"]


@pytest.mark.parametrize("name", ["pprint", "tojson", "xmlattr", "random", "attr", "urlize"])
def test_filters_outside_the_list_are_unknown(name: str) -> None:
    assert rules(p(f"{{{{ s|{name} }}}}"), **DATA) == ["template.unknown-filter"]


def test_a_function_in_the_data_is_never_called() -> None:
    called: list[int] = []

    assert rules(p("{{ call() }}"), call=lambda: called.append(1)) == ["template.forbidden"]
    assert called == []


def test_a_loop_knows_its_place() -> None:
    body = p(
        "{% for x in xs %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ loop.last|int }}{% endfor %}"
    )

    assert made(body, xs=["x", "y"]).replace("</w:t></w:r><w:r><w:t>", "") == p("1a02b1")


def test_a_namespace_carries_a_value_out_of_a_loop() -> None:
    body = p(
        "{% set ns = namespace(n=0) %}",
        "{% for x in xs %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}",
    )

    assert made(body, xs=[1, 2, 3]) == p("6")


def test_a_format_cannot_reach_into_a_value() -> None:
    assert rules(p("{{ '{0.__class__}'.format(f) }}"), **DATA) == ["template.forbidden"]


def test_text_that_is_called_safe_is_escaped_all_the_same() -> None:
    assert made(p("{{ text|safe }}"), text="<w:evil/>") == p("&lt;w:evil/&gt;")


@pytest.mark.parametrize("name", ["blocks", "fragment", "_printed", "text", "__init__"])
def test_what_the_runtime_calls_is_out_of_reach_of_a_template(name: str) -> None:
    assert rules(p(f"{{{{ s|{name} }}}}"), **DATA) == ["template.unknown-filter"]
    assert rules(p(f"{{{{ runtime.{name} }}}}"), **DATA) == ["template.unknown-name"]


def test_mutable_fields_of_records_cannot_be_changed() -> None:
    @dataclass(frozen=True, slots=True)
    class Holder:
        items: list[int] = field(default_factory=list)

    holder = Holder([1])

    assert rules(p("{{ h.items.append(2) }}"), h=holder) == ["template.unknown-name"]
    assert holder.items == [1]
