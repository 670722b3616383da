"""Tags that are marked in the text before there is a tree: quicker, and never another document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from random_bodies import VALUES, bodies
from template_cases import Case, arguments_of, cases
from word_builders import BOLD, cell, rendered, row, table
from word_packages import p, parts_of, r

from r57plans.errors import ReportedError
from r57plans.word.package import read_package
from r57plans.word.template import Template
from r57plans.word.template.passes import parts as passes
from r57plans.word.template.passes.whole import mark_whole

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "templates").glob("*/*.docx"))
TAG_ROW = row(cell(p("{%tr for t in tasks %}")))


@contextmanager
def by_the_tree_alone() -> Iterator[None]:
    """Templates that are compiled inside have no tag marked in the text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passes, "mark_whole", lambda data: data)
        yield


def outcome(work: Callable[[], bytes]) -> bytes | str:
    """The document, or all that is told of why there is none."""
    try:
        return work()
    except ReportedError as error:
        return str(error)


def marked(body: str) -> bytes:
    return mark_whole(parts_of(body)["word/document.xml"])


def is_left(body: str) -> bool:
    data = parts_of(body)["word/document.xml"]
    return mark_whole(data) == data


@pytest.mark.parametrize("case", cases(), ids=str)
def test_every_case_comes_out_as_by_the_tree_alone(case: Case, tmp_path: Path) -> None:
    files = case.files(tmp_path)

    def work() -> bytes:
        more = {} if files is None else {"folder": files}
        template = Template(case.template, **arguments_of(case, ("language",)), **more)
        return template.render(case.context, **arguments_of(case, ("pictures",)))

    quick = outcome(work)

    with by_the_tree_alone():
        assert outcome(work) == quick


@settings(max_examples=150)
@given(bodies)
def test_a_template_of_chance_comes_out_as_by_the_tree_alone(body: str) -> None:
    quick = outcome(lambda: rendered(body, **VALUES))

    with by_the_tree_alone():
        assert outcome(lambda: rendered(body, **VALUES)) == quick


@pytest.mark.parametrize(
    "body",
    [
        p("{{ x }}"),
        p(r("{{ x }}", BOLD)),
        p("trước {{ x }}, {{ y }} sau"),
        p("{% if x %}a{% else %}b{% endif %}"),
        p("{%p if x %}"),
        p("{{p x }}"),
        table(TAG_ROW),
        table(row(cell(p("{%tc for t in tasks %}")))),
        table(row(cell(p("{% cellwidth 1000 %}{{ x }}")))),
    ],
)
def test_whole_tags_alone_in_their_run_are_marked_in_the_text(body: str) -> None:
    assert b"<w:t>{" not in marked(body)
    assert b"<?r57 {" in marked(body)


@pytest.mark.parametrize(
    "body",
    [
        p("không có thẻ"),
        p(r("{{ "), r("x }}")),
        p("{{ “x” }}"),
        p("{{ 'ă' }}"),
        p("{{ x }} {{ y"),
        p("{{ x }} {_{"),
        p("{{ a &lt; b }}"),
        p("{{ x[{'a': 1}] }}"),
        p("{# ghi chú #}"),
        p("{% set y = 1 %}"),
        p("{{r x }}"),
        p("{{ x }}", "<w:r><w:br/></w:r>"),
        table(row(cell(p("{%tr for t in tasks %}")), cell(p("chữ")))),
        "<w:p><w:pPr><w:sectPr/></w:pPr>" + p("{%p if x %}").removeprefix("<w:p>"),
    ],
)
def test_what_the_text_alone_cannot_tell_is_left_to_the_tree(body: str) -> None:
    assert is_left(body)


@pytest.mark.parametrize(
    "beside",
    [
        "<!-- {{ x }} -->",
        "<?word x?>",
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins></w:p>',
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
        '<w:p><w:pPr><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p>',
        p("{%- if x %}{% endif %}"),
        p("{% if x %}{% endif -%}"),
        p(r("{% if x %}{% endif -"), r("%}")),
        '<w:p xmlns:w="urn:khac"/>',
    ],
)
def test_a_part_in_which_something_joins_or_hides_is_left_to_the_tree(beside: str) -> None:
    assert is_left(p("{{ x }}") + beside)
    assert not is_left(p("{{ x }}"))


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1"])
def test_a_part_in_another_encoding_is_left_to_the_tree(encoding: str) -> None:
    data = parts_of(p("{{ x }}"))["word/document.xml"].decode()
    other = f'<?xml version="1.0" encoding="{encoding}"?>{data}'.encode(encoding)

    assert mark_whole(other) == other


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(path.parts[-2:]))
def test_our_own_templates_have_nearly_all_their_tags_marked(path: Path) -> None:
    data = mark_whole(read_package(path.read_bytes())["word/document.xml"])

    # The short ones have many in paragraphs of several runs or tags, which are left to the tree.
    share = 0.95 if "action-plan" in path.name else 0.7
    assert data.count(b"<?r57 {") >= share * (data.count(b"{{") + data.count(b"{%"))
