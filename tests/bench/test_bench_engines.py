"""What the comparison with peers compares: the same data, the same text, the same XML."""

from __future__ import annotations

import pytest

from bench import floor, peers
from bench.contest import require_same_text
from bench.data import FIELDS, GROUP_FIELDS, plain, records, simple
from bench.measure import OtherTextError
from bench.templates import jinja_template
from bench.word import document_xml, paragraphs
from r57plans import Template

GROUPS = 7
PARTICULARS, HEADING_FIELDS, PROSE_FIELDS = 2, 2, 7  # of the document, a group, a task


@pytest.fixture(scope="module")
def template() -> bytes:
    return jinja_template()


@pytest.mark.parametrize("size", [7, 80, 800])
def test_the_data_are_seven_groups_of_tasks_of_nine_fields(size: int) -> None:
    groups = plain(size)["groups"]

    assert len(groups) == GROUPS
    assert sum(len(group["tasks"]) for group in groups) == size
    assert all(tuple(task) == FIELDS for group in groups for task in group["tasks"])
    assert len(FIELDS) == 9


def test_the_data_are_the_same_each_time() -> None:
    assert plain(80) == plain(80)
    assert records(80) == records(80)


def test_the_plain_data_hold_what_xml_must_escape_and_the_simple_ones_do_not() -> None:
    assert {"&", "<"} <= set(str(plain(80)))
    assert not {"&", "<"} & set(str(simple(80)))


def test_r57plans_docxtpl_and_python_docx_print_the_same_text(template: bytes) -> None:
    context = plain(GROUPS)
    engines = peers.ours(template), peers.docxtpl(template), peers.by_hand

    require_same_text(engine(context) for engine in engines)


def test_an_engine_that_loses_text_is_not_timed(template: bytes) -> None:
    context = plain(80)
    unescaped = peers.docxtpl(template, autoescape=False)

    with pytest.raises(OtherTextError, match="where r57plans prints"):
        require_same_text([peers.ours(template)(context), unescaped(context)])


def test_every_field_of_every_task_is_printed(template: bytes) -> None:
    context = plain(GROUPS)

    printed = paragraphs(Template(template).render(context))

    tasks = [task for group in context["groups"] for task in group["tasks"]]
    assert all(task[name] in printed for task in tasks for name in FIELDS)


def test_records_print_the_same_text_as_plain_data(template: bytes) -> None:
    compiled = Template(template)

    assert paragraphs(compiled.render(records(80))) == paragraphs(compiled.render(plain(80)))


def test_every_printed_field_of_a_record_has_a_control_and_every_record_its_bookmarks(
    template: bytes,
) -> None:
    xml = document_xml(Template(template).render(records(80)))

    in_tasks = 80 * (PROSE_FIELDS + len(FIELDS))
    in_groups = GROUPS * (2 * HEADING_FIELDS + len(GROUP_FIELDS))
    assert xml.count(b"<w:sdt>") == PARTICULARS + in_tasks + in_groups
    assert xml.count(b"<w:bookmarkStart ") == 2 * 80 + 3 * GROUPS


@pytest.mark.parametrize("change", [str, floor.with_items])
def test_the_floor_writes_the_same_xml(template: bytes, change: type[str]) -> None:
    compiled, context = Template(template), simple(80)

    program = floor.flat_program(change(floor.flat_source(compiled.render)))

    assert program.render(context).encode() == document_xml(compiled.render(context))


def test_a_floor_that_writes_other_xml_is_not_timed(template: bytes) -> None:
    compiled = Template(template)

    with pytest.raises(OtherTextError, match=r"another document\.xml"):
        floor.call(compiled.render, simple(GROUPS), lambda source: source.replace("Chủ trì", ""))
