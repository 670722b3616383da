"""Bodies of templates at random, as hypothesis draws them: sound ones, and all kinds of wrong."""

from __future__ import annotations

from hypothesis import strategies as st
from word_builders import cell, row, table, task
from word_packages import p

VALUES: dict[str, object] = {"x": "A&<", "no": 0, "xs": [1, 2], "tasks": (task(1), task(2))}
WORDS = (
    *("chữ", "{{ x }}", "{% if no %}a{% endif %}{{ x }}", "{% for c in xs %}{{ c }}{% endfor %}"),
    *("{% colspan 2 %}", "{% cellbg 'D9D9D9' %}", "{% set y = 1 %}", "{# a #}", "{%r if x %}"),
    *("{% endif %}", "{{ y", "}}", "{%p endfor %}", "{%tr if x %}", "{%tc endif %}"),
)
OPENINGS = ("for t in tasks", "if x", "if no")

texts = st.lists(st.sampled_from(WORDS[:7]), max_size=2).map(" ".join) | st.sampled_from(WORDS)


@st.composite
def cut(draw: st.DrawFn, text: st.SearchStrategy[str]) -> str:
    """A paragraph whose text is cut into runs anywhere."""
    whole = draw(text).replace("<", "&lt;")
    at = sorted(draw(st.lists(st.integers(0, len(whole)), max_size=3)))
    return p(*(whole[i:j] for i, j in zip([0, *at], [*at, len(whole)], strict=True)))


@st.composite
def wrapped(draw: st.DrawFn, items: st.SearchStrategy[list[str]], prefix: str) -> list[str]:
    """Some of the items, perhaps with a lifted tag before one and its partner after another."""
    found = draw(items)
    if not draw(st.booleans()):
        return found
    start = draw(st.integers(0, len(found)))
    end = draw(st.integers(start, len(found)))
    word = draw(st.sampled_from(OPENINGS))
    opening, closing = p(f"{{%{prefix} {word} %}}"), p(f"{{%{prefix} end{word.split()[0]} %}}")
    before, after = (_housed(tag, prefix) for tag in (opening, closing))
    return [*found[:start], before, *found[start:end], after, *found[end:]]


def _housed(paragraph: str, prefix: str) -> str:
    return {"p": paragraph, "tc": cell(paragraph), "tr": row(cell(paragraph))}[prefix]


def _tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.lists(blocks, min_size=1, max_size=2).map(lambda b: cell(*b, p("cuối")))
    some = wrapped(st.lists(cells, min_size=1, max_size=2), "tc")
    rows = wrapped(st.lists(some.map(lambda c: row(*c)), min_size=1, max_size=2), "tr")
    return rows.map(lambda r: table(*r))


blocks = st.recursive(cut(texts), _tables, max_leaves=6)
bodies = wrapped(st.lists(blocks, max_size=4), "p").map("".join)
