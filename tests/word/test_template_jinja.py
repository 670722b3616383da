"""What a template prints is what Jinja itself prints: the same text, or a fault in both."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, Undefined
from word_packages import p, paragraph_texts, r, word_file

from r57plans.errors import TemplateError
from r57plans.word.template import Template

DATA: dict[str, Any] = {
    **{"a": 1, "b": "B", "xs": [1, 2, 3], "e": [], "d": {"k": 5, "m": 6}},
    "ps": [(1, "u"), (2, "v"), (2, "u")],
    "t": [{"n": 1, "c": [{"n": 2, "c": []}, {"n": 3, "c": []}]}, {"n": 4, "c": []}],
}
FAULT = "(fault)"
PRINTED = (str, int, float, Decimal, date, Undefined)

VALUES = (
    *("1", "a", "b", "b ~ 'z'", "'%s' % b", "b|lower", "xs|length", "ns.v", "d.k", "xs[-1]"),
    *("q|d(7)", "x|d(0)", "i|d(4)", "j|d('-')", "kept|d('')", "7 // 2 - 9 % 4", "xs[1:]|join"),
    *("ps|map('last')|join", "b if a == 1 else 'n'", "mac(1)", "mac(2, q=3)", "mac(*xs)"),
    *("mac(**{'p': 9})", "mac(r=4)", "rec(a)", "d|dictsort|map('join')|join('/')", "q", "caller()"),
    *("'c' if x is defined else 'n'", "ps|groupby(1)|map('first')|join", "xs|sum * 2"),
)
IN_LOOPS = (
    *("loop.index", "loop.revindex0", "loop.length", "loop.cycle('A', 'B', 'C')", "loop.depth"),
    *("loop.previtem|d('<')", "loop.nextitem|d('>')", "'L' if loop.last else 'F'"),
    *("'c' if loop.changed(a) else 's'", "outer.index|d(0)", "caller(i)", "u|d('-')"),
)
CONDITIONS = (
    *("a == 1", "a > 5", "q is defined", "x is defined", "e", "not e", "ns.v > 1", "1 < a < 3"),
    *("i is defined and i is odd", "mac is defined", "caller is defined", "'u' in b or xs"),
)
LISTS = (
    *("xs", "range(2)", "e", "'ab'", "xs|reverse", "d", "[i|d(1), 2]", "range(a)", "[1, 1, 2]"),
    *("xs|select('odd')", "xs[1:]"),
)
BLOCKS = (
    *("with q = {}, i = a", "set kept", "set q", "set kept | upper", "filter upper"),
    *("call mac(1)", "call(u) rec(1)", "call(u, w=a) mac({})"),
)
CALLER = "{{ caller(p) if caller is defined and p == 1 }}"
BEFORE = (
    "{% set ns = namespace(v=1) %}"
    "{% macro mac(p=0, q=p) %}<{{ p }}{{ q }}{{ varargs|join }}{{ kwargs|length }}"
    "{{ caller() if caller is defined }}>{% endmacro %}"
    "{% macro rec(p) %}{{ p }}{% if p %}{{ rec(p - 1) }}{% endif %}" + CALLER + "{% endmacro %}"
)


def block(opening: str, *inside: str) -> str:
    """A block tag around what is given; `else` stands between several."""
    word = opening.split("(")[0].split()[0]
    return f"{{% {opening} %}}{'{% else %}'.join(inside)}{{% end{word} %}}"


def values(in_loop: bool) -> st.SearchStrategy[str]:
    """Expressions."""
    return st.sampled_from(VALUES + IN_LOOPS * in_loop)


@st.composite
def leaves(draw: st.DrawFn, in_loop: bool) -> str:
    """A value that is printed, or a name that is given one."""
    value = draw(values(in_loop))
    forms = [f"{{{{ {value} }}}}"] * 4 + [f"{{% set {name} = {value} %}}" for name in "qxa"]
    forms += ["{% set ns.v = ns.v + 1 %}", "{% set q, x = 8, 9 %}", "{% set xs = [4, 5] %}"]
    return draw(st.sampled_from(forms + ["{% set outer = loop %}"] * in_loop))


@st.composite
def bodies(draw: st.DrawFn, depth: int = 3, in_loop: bool = False) -> str:
    """A few leaves and blocks."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            pieces.append(draw(blocks(depth - 1, in_loop)))
        else:
            pieces.append(draw(leaves(in_loop)))
    return "".join(pieces)


@st.composite
def blocks(draw: st.DrawFn, depth: int, in_loop: bool) -> str:
    """A block of any kind."""
    kind = draw(st.sampled_from(["for", "for", "pairs", "tree", "if", "if", "macro", "other"]))
    value = draw(values(in_loop))
    if kind in ("for", "pairs", "tree"):
        inside = draw(bodies(depth, True))
        return {"for": draw(loops(inside)), "pairs": block("for i, j in ps", inside)}.get(
            kind, block("for i in t recursive", "{{ i.n }}{{ loop(i.c) }}" + inside)
        )
    inside = draw(bodies(depth, in_loop))
    if kind == "if":
        other = draw(bodies(depth, in_loop))
        return block(f"if {draw(st.sampled_from(CONDITIONS))}", inside, other)
    if kind == "macro":
        named = draw(st.sampled_from(("mac", "own")))
        called = "{{ own(5) }}" if named == "own" else ""
        return block(f"macro {named}(p=1, q=a)", inside + CALLER) + called
    return block(draw(st.sampled_from(BLOCKS)).format(value), inside)


@st.composite
def loops(draw: st.DrawFn, inside: str) -> str:
    """A loop over a list, perhaps over some of its items only, with or without an `else`."""
    opening = f"for {draw(st.sampled_from('ijxq'))} in {draw(st.sampled_from(LISTS))}"
    if draw(st.booleans()):
        opening += " if " + draw(st.sampled_from(CONDITIONS[:-4]))
    otherwise = ["{{ q|d('none') }}"] if draw(st.booleans()) else []
    return block(opening, inside, *otherwise)


def only_printed(value: Any) -> Any:
    """What Word templates print of a value: nothing for None, and no true or false."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, PRINTED):
        raise TypeError
    return value


JINJA = Environment(undefined=StrictUndefined, finalize=only_printed)


def by_jinja(source: str, data: dict[str, Any]) -> str:
    """What Jinja prints."""
    try:
        template = JINJA.from_string(source)
    except TemplateSyntaxError:
        return FAULT
    try:
        return template.render(data)
    except Exception:  # whatever it may be, it is a fault of the template
        return FAULT


def by_word(source: str, data: dict[str, Any]) -> str:
    """What a Word template prints that has the text in one paragraph."""
    written = source.replace("&", "&amp;").replace("<", "&lt;")
    try:
        return "".join(paragraph_texts(Template(word_file(p(r(written)))).render(data)))
    except TemplateError:
        return FAULT


@settings(max_examples=150, derandomize=True)
@given(bodies())
def test_a_template_of_chance_prints_what_jinja_prints(source: str) -> None:
    assert by_word(BEFORE + source, DATA) == by_jinja(BEFORE + source, DATA)


SCOPES = [
    "{% for i in xs %}{% set q = i %}{% endfor %}{{ q|d('not set') }}",
    "{% set q = 0 %}{% for i in xs %}{% set q = q + i %}{{ q }}{% endfor %}{{ q }}",
    "{% for i in xs %}{% if loop.first %}{% set a = 9 %}{% endif %}{{ a }}{% endfor %}{{ a }}",
    "{% if a %}{% set q = 5 %}{% endif %}{{ q }}",
    "{% for a in xs %}{% for a in 'ab' %}{{ a }}{% endfor %}{{ a }}{% endfor %}{{ a }}",
    "{% for i in xs %}{% set outer = loop %}{% for j in xs %}{{ outer.index }}{{ loop.index }} "
    "{% endfor %}{% endfor %}",
    "{% for i in xs if i > 1 %}{{ i }}{{ loop.length }}{{ loop.revindex }}{% else %}e{% endfor %}",
    "{% for i in xs if i > 9 %}{{ i }}{% else %}{{ i is defined and 1 or 0 }}{% endfor %}",
    "{% with a = 2, q = a %}{{ a }}{{ q }}{% set a = 4 %}{{ a }}{% endwith %}{{ a }}",
    "{% set q %}{% set z = 1 %}{{ z }}{% endset %}{{ q }}{{ z|d('not set') }}",
    "{% filter upper %}{% set z = 1 %}{{ z }}{% endfilter %}{{ z|d('not set') }}",
    "{% set q = 1 %}{% macro m() %}{{ q }}{% endmacro %}{% set q = 2 %}{{ m() }}",
    "{% for i in xs %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}",
    "{% macro m() %}{% set a = 7 %}{{ a }}{% endmacro %}{{ m() }}{{ a }}",
    "{% macro m() %}A{{ n() }}{% endmacro %}{% macro n() %}B{% endmacro %}{{ m() }}",
    "{% macro m(a) %}{% macro n() %}{{ a }}{% endmacro %}{{ n() }}{% endmacro %}{{ m(4) }}",
    "{% macro m(a, q=a) %}{{ a }}{{ q }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(q=1, a=2) }}",
    "{% macro m(a) %}{{ a|d('none') }}{% endmacro %}{{ m() }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=2) }}",
    "{% macro o() %}({{ caller() }}){% endmacro %}"
    "{% call o() %}{% call o() %}{{ a }}{% endcall %}{% endcall %}",
    "{% macro o(n) %}({{ n }}{{ caller(n) }}){% endmacro %}"
    "{% for i in xs %}{% call(u) o(i) %}{% set q = u %}{{ loop.index }}{{ q }}{% endcall %}"
    "{% endfor %}{{ q|d('not set') }}",
    "{% for i in t recursive %}[{{ i.n }}{{ loop.depth }}{{ loop(i.c) }}{{ loop.index }}]"
    "{% else %}-{% endfor %}",
    "{% for i in t if i.n < 4 recursive %}[{{ i.n }}{{ loop(i.c) }}]{% endfor %}",
    "{% for i, (j, k) in [(1, (2, 3))] %}{{ i }}{{ j }}{{ k }}{% endfor %}",
    "{% for i, j in xs %}{{ i }}{% endfor %}",
    "{{ loop is defined and 1 or 0 }}{% for i in xs %}{{ loop.missing }}{% endfor %}",
    "{% set ns = namespace({'v': 1}, w=2) %}{% set ns.v = ns.v + ns.w %}{{ ns.v }}",
    "{% for i in xs %}{% else %}{% set xs = 4 %}{% endfor %}{{ xs|join }}",
    "{% for i in e %}{% else %}{% set a = 2 %}{{ a }}{% endfor %}{{ a }}",
    "{% macro m(a=q, q=1) %}{{ a|d('none') }}{{ q }}{% endmacro %}{{ m(q=5) }}{{ m() }}",
    "{% macro m() %}A{% endmacro %}{% call m() %}B{% endcall %}",
    "{% set ns = namespace(v=0) %}{% for i in xs if ns.v < 2 %}{% set ns.v = ns.v + 1 %}{{ i }}"
    "{% endfor %}{{ ns.v }}",
    "{% for i in xs if i > 1 %}{{ loop.nextitem|d('-') }}{{ i }}{{ loop.length }}{% endfor %}",
    "{% set ns = namespace(v=1) %}{% set ns.v, q = 5, 6 %}{{ ns.v }}{{ q }}",
    "{{ a if e }}|{{ (a if e)|d('none') }}",
    "{{ nowhere }}",
    "{{ nowhere|d('none') }}{{ d.nowhere|d('none') }}{{ d.nowhere.more }}",
    "{% set c = cycler('A', 'B') %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.next() }}",
    "{% set j = joiner('|') %}{% for i in xs %}{{ j() }}{{ i }}{% endfor %}",
    "{{ -2**2 }}{{ 2**-1 }}{{ 7 / 2 }}{{ not a and 1 or 2 }}{{ 'a' 'b' }}",
    "{{ 1_000 }}{{ 'abc'[::-1] }}{{ 1 < 2 < 3 and 'y' }}{{ 'b' in d or 'n' }}{{ 1.0 }}{{ 1e100 }}",
]


@pytest.mark.parametrize("source", SCOPES)
def test_scopes_macros_and_loops_are_those_of_jinja(source: str) -> None:
    assert by_word(source, DATA) == by_jinja(source, DATA)
