"""Which names a template asks for: loops are followed to where their lists come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_builders import cell, row, story, table
from word_packages import p, word_file

from r57plans.assets import templates_folder
from r57plans.errors import WordFileError
from r57plans.view.offered import offered
from r57plans.word.template.asked import AskedNames, asked_names


def asked(*texts: str) -> list[str]:
    """What a template of these paragraphs asks for."""
    return [name.path for name in names(*texts).names]


def names(*texts: str) -> AskedNames:
    return asked_names(word_file("".join(p(text) for text in texts)))


@pytest.mark.parametrize(
    ("tags", "paths"),
    [
        ("{{ unit.name }}", ["unit.name"]),
        ("{{ unit['name'] }}", ["unit.name"]),
        ("{{ a.b | upper }} {{ a.b|default(c) }}", ["a.b", "c"]),
        ("{{ 'text' }} {# a comment with {{ x }} #}", []),
        ("{% if a and not b.c %}{% elif d == 'x' %}{% else %}{% endif %}", ["a", "b.c", "d"]),
        ("{{ a if b else c }}", ["b", "a", "c"]),
        ("{{ a ~ b.c + 1 }}", ["a", "b.c"]),
        ("{% colspan row.span %}{% cellbg c %}{% vm %}{% restart %}", ["row.span", "c"]),
        ("{{ range(n) | list }} {{ namespace(x=y) }}", ["n", "y"]),
        ("{{ name.upper() }} {{ d.get(key) }}", ["name", "d", "key"]),
        ("{{ tasks[0].text }} {{ tasks[n].id }} {{ tasks[:3] }}",
         ["tasks[].text", "n", "tasks[].id", "tasks"]),
    ],
)  # fmt: skip
def test_names_are_read_out_of_expressions(tags: str, paths: list[str]) -> None:
    assert asked(tags) == paths


@pytest.mark.parametrize(
    ("tags", "path"),
    [
        ("{% for task in group.tasks %}{{ task.text }}{% endfor %}", "group.tasks[].text"),
        ("{% for g in groups %}{% for t in g.tasks %}{{ t.text }}{% endfor %}{% endfor %}",
         "groups[].tasks[].text"),
        ("{% for t in tasks | sort(attribute='number') %}{{ t.text }}{% endfor %}",
         "tasks[].number"),
        ("{% for t in tasks | selectattr('leads') %}{{ t.text }}{% endfor %}", "tasks[].leads"),
        ("{% for t in tasks if t.note %}{{ t.text }}{% endfor %}", "tasks[].note"),
        ("{% for day, those in tasks | groupby('deadline') %}{{ day }}{% for t in those %}"
         "{{ t.text }}{% endfor %}{% endfor %}", "tasks[].text"),
        ("{% for pair in tasks | batch(2) %}{% for t in pair %}{{ t.text }}{% endfor %}"
         "{% endfor %}", "tasks[].text"),
        ("{% set those = groups %}{% for g in those %}{{ g.title }}{% endfor %}",
         "groups[].title"),
        ("{% with u = unit %}{{ u.name }}{% endwith %}", "unit.name"),
        ("{{ (tasks | first).text }}", "tasks[].text"),
        ("{{ tasks | map(attribute='leads') | join }}", "tasks[].leads"),
        ("{% for line in context %}{{ line }}{% endfor %}", "context[]"),
    ],
)  # fmt: skip
def test_names_are_followed_to_the_list_that_they_come_from(tags: str, path: str) -> None:
    assert path in asked(tags)


@pytest.mark.parametrize(
    "tags",
    [
        "{% for t in a %}{{ loop.index }}{{ t }}{% endfor %}",
        "{% macro m(x, y=a) %}{{ x.text }}{{ y }}{% endmacro %}{{ m(1) }}",
        "{% set t %}{{ a }}{% endset %}{{ t.text }}",
        "{% import 'm.docx' as m %}{% from 'm.docx' import n, o as p %}{{ m.x(a) }}{{ p(a) }}",
        "{% call(x) m(a) %}{{ x.text }}{{ caller() }}{% endcall %}",
        "{% filter upper %}{{ a }}{% endfilter %}",
    ],
)
def test_names_that_the_template_makes_itself_are_not_asked_for(tags: str) -> None:
    assert {path.partition("[")[0] for path in asked(tags)} <= {"a", "m"}


def test_a_name_means_the_data_again_after_its_loop() -> None:
    paths = asked("{% for t in a %}{{ t.x }}{% endfor %}{{ t.y }}")

    assert paths == ["a", "a[].x", "t.y"]


def test_loops_over_rows_and_paragraphs_are_followed_alike() -> None:
    rows = (row(cell(p("{%tr for task in tasks %}"))),
            row(cell(p("{{ task.id }}")), cell(p("{{ task.leads }}"))),
            row(cell(p("{%tr endfor %}"))))  # fmt: skip
    body = p("{%p for g in groups %}") + table(*rows, columns=2) + p(
        "{{ g.title }}") + p("{%p endfor %}")  # fmt: skip

    found = [name.path for name in asked_names(word_file(body)).whole()]

    assert found == ["tasks[].id", "tasks[].leads", "groups[].title"]


def test_each_part_is_told_of_and_the_body_comes_first() -> None:
    header = story("header", p("{{ unit.short }}"))

    found = asked_names(word_file(p("{{ ending }}{{ unit.name }}"), header)).names

    assert [(name.part, name.path) for name in found] == [
        ("word/document.xml", "ending"),
        ("word/document.xml", "unit.name"),
        ("word/header1.xml", "unit.short"),
    ]


def test_names_that_only_lead_to_others_can_be_left_out() -> None:
    found = names("{% if groups %}{% for g in groups %}{{ g.title }}{% endfor %}{% endif %}{{ a }}")

    assert [name.path for name in found.names] == ["groups", "groups[].title", "a"]
    assert [name.path for name in found.whole()] == ["groups[].title", "a"]


@pytest.mark.parametrize(
    "tag", ["{{ a b }}", "{% if %}", "{% frobnicate x %}", "{% for a of b %}", "{{ }}"]
)
def test_a_tag_that_cannot_be_read_is_told_and_the_others_are_read(tag: str) -> None:
    found = names(f"{tag}{{{{ unit.name }}}}")

    assert [bad.text for bad in found.unread] == [tag]
    assert "unit.name" in [name.path for name in found.names]


def test_an_endlessly_nested_expression_is_a_tag_that_cannot_be_read() -> None:
    deep = "{{ " + "(" * 5000 + "a" + ")" * 5000 + " }}"

    assert len(names(deep + "{{ b }}").unread) == 1


def test_a_name_knows_the_first_tag_that_asks_for_it() -> None:
    found = names("{{ a | upper }} {{ a }}").names

    assert [name.tag.text for name in found] == ["{{ a | upper }}"]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(WordFileError):
        asked_names(b"no", "mau.docx")


@pytest.mark.parametrize("path", sorted(templates_folder().glob("??/*.docx")), ids=str)
def test_the_shipped_templates_ask_for_nothing_that_is_not_offered(path: Path) -> None:
    found = asked_names(path.read_bytes())

    unknown = [n.path for n in found.names if offered().at(n.path.removesuffix("[]")) is None]

    assert len(found.names) > (90 if "action-plan" in path.name else 20)
    assert (unknown, found.unread) == ([], ())
