"""Templates and files of chance: a document that Word can read, or a finding, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from random_bodies import VALUES, bodies
from word_builders import cell, rendered, row, table
from word_packages import p, parts_of

from r57plans.errors import ReportedError
from r57plans.word.package import read_package, write_package
from r57plans.word.template import Template
from r57plans.word.xml import Element, parse_part, w


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
