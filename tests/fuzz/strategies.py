"""Strategies of hypothesis: templates of chance that are right, and others with one fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fuzz.captures import Called, Dashed, Filtered, Kept, Spanning
from fuzz.grammar import (
    CONDITIONS,
    LISTS,
    NOISE,
    Blocks,
    Cells,
    Head,
    Inline,
    Node,
    Paragraph,
    Piece,
    PlainCell,
    PlainRow,
    Rows,
    Said,
    Table,
    Value,
)
from hypothesis import strategies as st

Scope = tuple[str, ...]
Make = Callable[[Scope, int], st.SearchStrategy[Any]]

GLOBAL: Scope = ("x", "n")
DEEPEST = 3

# Each alone makes a template wrong wherever it stands, for no other tag can be its partner.
FAULTS = (
    *("{% if yes %}a", "{% for q in xs %}", "{% with q = 1 %}", "{% endif %}", "a{% endfor %}"),
    *("{%p if yes %}", "{%p endif %}", "{%p for q in xs %}", "{%p endfor %}", "{%r if yes %}"),
    *("{% frobnicate %}", "{% endfrobnicate %}", "{{ x", "{% if yes", "{# a", "{{ x + }}", "{{ }}"),
    *("{% for q of xs %}a{% endfor %}", "{{ x|nofilter }}", "{% if x is notest %}a{% endif %}"),
    *("{% if yes %}a{% endfor %}", "{%p set = 1 %}", "{{ 'a }}", "{{ (x }}", "{% elif yes %}"),
)


def paragraphs(scope: Scope, depth: int) -> st.SearchStrategy[Paragraph]:
    """Paragraphs whose text is cut anywhere."""
    return st.builds(
        Paragraph,
        _some(_pieces, scope, depth, 0, 3),
        st.lists(st.integers(0, 200), max_size=4).map(tuple),
        st.sampled_from(NOISE),
    )


def blocks(scope: Scope, depth: int) -> st.SearchStrategy[Node]:
    """Paragraphs, tables and blocks over them."""
    if depth >= DEEPEST:
        return paragraphs(scope, depth)
    return st.one_of(
        paragraphs(scope, depth),
        _headed(Blocks, blocks, scope, depth),
        _spanning(scope, depth),
        st.builds(Dashed, _heads(depth), *(st.sampled_from(["a", "b c", "&"]),) * 3),
        st.builds(Table, _some(_rows, scope, depth + 1, 1, 2)),
    )


def _pieces(scope: Scope, depth: int) -> st.SearchStrategy[Piece]:
    if depth >= DEEPEST:
        return _simple(scope)
    inline = _headed(Inline, _pieces, scope, depth)
    lifted = inline.map(lambda i: Inline(i.head, i.inner, i.other, prefix="r"))
    return st.one_of(_simple(scope), _simple(scope), inline, lifted, _captured(scope, depth))


def _simple(scope: Scope) -> st.SearchStrategy[Piece]:
    return st.one_of(
        st.sampled_from(["chữ", " ", "a & b", "}", "{ "]).map(Said),
        st.sampled_from(scope).map(Value),
    )


def _captured(scope: Scope, depth: int) -> st.SearchStrategy[Piece]:
    """Blocks whose value is text: no tag in them takes a run of its own."""
    inner = _some(_plain, scope, depth + 1, 0, 2)
    told = _some(_plain, (*GLOBAL, "a", "b"), depth + 1, 0, 2)
    return st.one_of(
        st.builds(Filtered, inner),
        st.builds(Kept, inner),
        st.builds(Called, told, st.sampled_from(scope)),
    )


def _plain(scope: Scope, depth: int) -> st.SearchStrategy[Piece]:
    if depth >= DEEPEST:
        return _simple(scope)
    return st.one_of(_simple(scope), _headed(Inline, _plain, scope, depth))


@st.composite
def _spanning(draw: st.DrawFn, scope: Scope, depth: int) -> Spanning:
    head = draw(_heads(depth))
    inner = (*scope, head.variable) if head.variable else scope
    first, second = (draw(_some(_pieces, inner, depth + 1, 0, 2)) for _ in range(2))
    texts = st.sampled_from(["", "trước", "sau "])
    return Spanning(head, draw(texts), first, second, draw(texts))


def _rows(scope: Scope, depth: int) -> st.SearchStrategy[Any]:
    plain = st.builds(PlainRow, _some(_cells, scope, depth, 1, 2))
    return st.one_of(plain, _headed(Rows, _rows, scope, depth)) if depth < DEEPEST else plain


def _cells(scope: Scope, depth: int) -> st.SearchStrategy[Any]:
    plain = st.builds(PlainCell, _some(blocks, scope, depth + 1, 0, 2))
    return st.one_of(plain, _headed(Cells, _cells, scope, depth)) if depth < DEEPEST else plain


def _some(make: Make, scope: Scope, depth: int, least: int, most: int) -> st.SearchStrategy[Any]:
    return st.lists(make(scope, depth), min_size=least, max_size=most).map(tuple)


@st.composite
def _headed(draw: st.DrawFn, kind: Callable[..., Any], make: Make, scope: Scope, depth: int) -> Any:
    head = draw(_heads(depth))
    inner = (*scope, head.variable) if head.variable else scope
    if head.word == "for" and "loop.index" not in inner:
        inner = (*inner, "loop.index")
    content = draw(_some(make, inner, depth + 1, 0, 2))
    other = None
    if head.word != "with" and draw(st.booleans()):
        other = draw(_some(make, scope, depth + 1, 0, 2))
    return kind(head, content, other)


def _heads(depth: int) -> st.SearchStrategy[Head]:
    variable = f"v{depth}"
    return st.one_of(
        st.sampled_from(sorted(CONDITIONS)).map(lambda c: Head("if", c)),
        st.sampled_from(sorted(LISTS)).map(lambda s: Head("for", s, variable)),
        st.sampled_from(["x", "n"]).map(lambda name: Head("with", name, variable)),
    )


bodies: st.SearchStrategy[Sequence[Node]] = st.lists(blocks(GLOBAL, 0), max_size=4)


@st.composite
def broken(draw: st.DrawFn) -> Sequence[Node]:
    """A body with one paragraph put somewhere that no template may have."""
    body = list(draw(bodies))
    fault = Paragraph((Said(draw(st.sampled_from(FAULTS))),))
    return _with(draw, body, fault)


def _with(draw: st.DrawFn, body: Sequence[Node], fault: Paragraph) -> Sequence[Node]:
    nested = [n for n, block in enumerate(body) if isinstance(block, Blocks)]
    if nested and draw(st.booleans()):
        place = draw(st.sampled_from(nested))
        block = body[place]
        assert isinstance(block, Blocks)
        inside = Blocks(block.head, tuple(_with(draw, block.inner, fault)), block.other)
        return [*body[:place], inside, *body[place + 1 :]]
    place = draw(st.integers(0, len(body)))
    return [*body[:place], fault, *body[place:]]
