"""Templates and files of chance: a document that Word can read, or a finding, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from word_builders import cell, rendered, row, table, task
from word_packages import p, parts_of

from r57plans.errors import ReportedError
from r57plans.word.package import read_package, write_package
from r57plans.word.template import Template
from r57plans.word.xml import Element, parse_part, w

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


def outcome(work: Callable[[], bytes]) -> bytes | None:
    """The document, or None for an error of ours, which always says something."""
    try:
        return work()
    except ReportedError as error:
        if not error.report.errors:
            raise
        return None


def holds(root: Element, parent: str, child: str) -> bool:
    """Whether every such parent has such a child."""
    return all(found.find(w(child)) is not None for found in root.iter(w(parent)))


@settings(max_examples=150)
@given(bodies)
def test_a_template_of_chance_gives_sound_xml_or_a_finding(body: str) -> None:
    data = outcome(lambda: rendered(body, **VALUES))

    if data is None:
        return
    root = parse_part(read_package(data)["word/document.xml"], "")
    starts = [start.get(w("id")) for start in root.iter(w("bookmarkStart"))]
    ends = [end.get(w("id")) for end in root.iter(w("bookmarkEnd"))]
    assert sorted(map(str, starts)) == sorted(map(str, ends))
    assert len(set(starts)) == len(starts)
    assert [holds(root, "tbl", "tr"), holds(root, "tr", "tc"), holds(root, "tc", "p")] == [True] * 3
    assert all(found[-1].tag == w("p") for found in root.iter(w("tc")))


BODY = (
    p("{{ x }}")
    + table(row(cell(p("{%tr for t in tasks %}"))), row(cell(p("{{ t.text }}"))))
    + p("{%p if x %}")
    + p("a{% for c in xs %}{{ c }}{% endfor %}")
    + p("{%p endif %}")
)


@settings(max_examples=150)
@given(st.integers(0, 10_000), st.integers(0, 200), st.binary(max_size=6))
def test_a_damaged_part_gives_a_document_or_an_error_of_ours(
    start: int, length: int, bytes_between: bytes
) -> None:
    parts = parts_of(BODY)
    document = parts["word/document.xml"]
    at = start % len(document)
    parts["word/document.xml"] = document[:at] + bytes_between + document[at + length :]

    data = outcome(lambda: Template(write_package(parts)).render(VALUES))

    assert data is None or read_package(data).keys() == parts.keys()
