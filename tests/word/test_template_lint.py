"""Every fault of a template at once: what the linter says, where, and that it invents nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from word_builders import cell, row, story, table
from word_packages import WORD_TYPE, Extra, p, parts_of, r, root_xml, word_file

from r57plans.findings import Finding
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import View
from r57plans.word.package import write_package
from r57plans.word.template.lint import lint, rule_words
from r57plans.word.template.told.spot import TemplatePlace

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("??/*.docx"))
END = "{%p endfor %}"


@dataclass(frozen=True, slots=True)
class Task:
    """A task as small as a test wants it."""

    number: int
    text: str | Printed | Joined
    leads: tuple[str, ...]
    done: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Data:
    """What the small templates here may name."""

    title: str
    tasks: tuple[Task, ...]
    first: Task
    by_id: dict[str, Task]


def findings(body: str, *extras: Extra, known: type | None = Data) -> list[Finding]:
    return list(lint(word_file(body, *extras), "mau.docx", known))


def rules(body: str, *extras: Extra, known: type | None = Data) -> list[str]:
    return [finding.rule for finding in findings(body, *extras, known=known)]


def hints(body: str) -> list[str]:
    return [finding.hint.en for finding in findings(body)]


def in_loop(inner: str) -> str:
    return p("{%p for task in tasks %}") + p(inner) + p(END)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_shipped_templates_are_clean(path: Path) -> None:
    data = path.read_bytes()

    assert lint(data, known=View).text("en") == ""
    assert lint(data).text("en") == ""


GOOD_ROWS = table(
    row(cell(p("{%tr for t in rows %}"))),
    row(cell(p("{% cellbg t.colour %}{{ t.name }}")), cell(p("{%tc for c in t.cells %}"))),
    row(cell(p("{%tr endfor %}"))),
)


@pytest.mark.parametrize(
    "body",
    [
        p("Kính gửi {{ company.name|upper }}, {{r body }} {#r lời nhắc #}"),
        p("{%p for a, b in items.items() %}") + p("{{ loop.index }}. {{ a }}: {{ b }}") + p(END),
        p("{% if a -%}") + p("Một") + p("{%- else -%}") + p("Hai") + p("{%- endif %}"),
        p("{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}"),
        p("{% macro m(x, y=1) %}{{ x }}{{ later }}{% endmacro %}{% set later = 1 %}{{ m(2) }}"),
        p('{% from "a.docx" import b as c, d %}{% import "e.txt" as f %}{{ c(d) ~ f.g() }}'),
        p("{% call(u) m() %}{{ u }}{% endcall %}{% filter upper %}{{ x }}{% endfilter %}"),
        p("{% set block %}a{{ x }}{% endset %}{{ block }}{% with q = x %}{{ q.r }}{% endwith %}"),
        p("{{p chapter }}") + p("{{p | upper }} {{ p }}"),
        p("{_{ x }_} {_% y %_} { x } và {}"),
        p("{{ {'a': {'b': 1} }.a.b }} {{ {'c': 2}['c'] }}"),
        p("{{ “a” ~ ‘b’ }} {{ x if y else “z” }}"),
        p("{{ image(logo, width=“3cm”) }}"),
        p("{% for n in tree recursive %}{{ n.v }}{{ loop(n.kids) }}{% endfor %}"),
        p("{{ x|sort(attribute='a,b')|map(attribute='c')|join(', ') }}"),
        table(row(cell(p("{%tr if a %}"))), row(cell(p("b"))), row(cell(p("{%tr endif %}")))),
        p("{%p if a %}") + table(row(cell(p("{{ b }}")))) + p("{%p endif %}"),
        p("{{ day|date_long }} {{ n|roman('en') }} {{ x|default(y)|d('z') }}"),
    ],
)  # fmt: skip
def test_a_good_template_for_any_data_is_clean(body: str) -> None:
    assert rules(body, known=None) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (p("{{ title"), "template.cut-tag"),
        (p("{% if title"), "template.cut-tag"),
        (p("{{ title") + p("}}"), "template.cut-tag"),
        (p("{{ title %}"), "template.mixed-tag"),
        (p("{% if title }}a{% endif %}"), "template.mixed-tag"),
        (p("a }} b"), "template.stray-close"),
        (p("{% if title %}a"), "template.unbalanced"),
        (p("{% endfor %}"), "template.unbalanced"),
        (p("{% if title %}a{% else %}{% else %}{% endif %}"), "template.unbalanced"),
        (p("{%p if title %}") + table(row(cell(p("{%p endif %}"), p("a")))),
         "template.unbalanced"),
        (p("{%p if title %}") + p("a {% endif %}"), "template.unbalanced"),
        (p("{%tr if title %}"), "template.misplaced"),
        (p("{% colspan 2 %}"), "template.misplaced"),
        (p("{% vm %}"), "template.misplaced"),
        (table(row(cell(p("{% vm %}a")))), "template.misplaced"),
        (p("{% restart %}Một"), "template.misplaced"),
        (p("{%p if title %}{{ title }}") + p("{%p endif %}"), "template.lost"),
        (p("{%p if title %} lời") + p("{%p endif %}"), "template.lost-content"),
        (p("{%p if title %}", "<w:r><w:drawing/></w:r>") + p("{%p endif %}"),
         "template.lost-content"),
        (p('<w:r><w:br w:type="page"/></w:r>', "{%p if title %}") + p("{%p endif %}"),
         "template.lost-content"),
        (p("{{p title }} và"), "template.lost-content"),
        (p("{{ title title }}"), "template.syntax"),
        (p("{{ }}"), "template.syntax"),
        (p("{{ " + "(" * 5000 + " }}"), "template.syntax"),
        (p("{{ 1" + " + 1" * 5000 + " }}"), "template.syntax"),
        (p("{{ " + "9" * 5000 + " }}"), "template.syntax"),
        (p("{% for x %}{% endfor %}"), "template.syntax"),
        (p("{% endif now %}"), "template.syntax"),
        (p("{% for loop in tasks %}{% endfor %}"), "template.syntax"),
        (p("{% include 'a' %}"), "template.unknown-word"),
        (p("{% %}"), "template.unknown-word"),
        (p("{{ title|tojson }}"), "template.unknown-filter"),
        (p("{% if title is lovely %}a{% endif %}"), "template.unknown-filter"),
        (p("{{ title.__class__ }}"), "template.forbidden"),
        (p("{{ tasks }}"), "template.value"),
        (p("{{ first }}"), "template.value"),
        (p("{{ first.done }}"), "template.value"),
        (p("{{ title == 'a' }}"), "template.value"),
        (table(row(cell(p("{% colspan 0 %}a")))), "template.value"),
        (table(row(cell(p("{% cellbg 'red' %}a")))), "template.value"),
        (p("{% for x in first %}{% endfor %}"), "template.not-a-list"),
        (p("{% for x in first.number %}{% endfor %}"), "template.not-a-list"),
        (p("{% for i in tasks %}" * 13 + "a" + "{% endfor %}" * 13), "template.limit"),
        (p("{% set a = 1 %}b"), "template.unused"),
        (p("{% if title %}") + p("a") + p("{% endif %}"), "template.empty-paragraph"),
    ],
)  # fmt: skip
def test_each_fault_has_its_rule(body: str, rule: str) -> None:
    assert rule in rules(body)
    assert {r for r in rules(body) if r != rule} <= {
        "template.shadowed", "template.unbalanced", "template.lost-content",
    }  # fmt: skip


def test_all_faults_come_at_once_in_the_order_of_the_text() -> None:
    body = p("{{ titel }}") + p("{{ x y }}") + p("{{ (title }}") + p("{{ title|uper }}")

    assert rules(body) == [
        "template.unknown-name",
        "template.syntax",
        "template.syntax",
        "template.unknown-filter",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{ { title } }", "{{ title }}"),
        ("{ % if title % }a{% endif %}", "{% if title %}"),
        ("{\u200b{ title }}", "{{ title }}"),
        ("｛｛ title ｝｝", "{{ title }}"),
        ("{％ if title ％}a{% endif %}", "{% if title %}"),
        ("{{ title }", "{{ title }}"),
        ("{ title }}", "{{ title }}"),
        ("{{{ title }}}", "{{ title }}"),
        ("{% P if title %}", "{%p if title %}"),
        ("{%  p if title %}", "{%p if title %}"),
        ("{%pif title %}", "{%p if title %}"),
        ("{%TR if title %}", "{%tr if title %}"),
        ("{{ p title }}", "{{p title }}"),
        ("{% If title %}a{% endif %}", "{% if title %}"),
        ("{% end if %}", "{% endif %}"),
        ("{%p end For %}", "{%p endfor %}"),
        ("{% else if title %}", "{% elif title %}"),
        ("{{ first.number – 1 }}", "{{ first.number - 1 }}"),
        ("{%– if title –%}a{% endif %}", "{%- if title -%}"),
        ("{% if title == ″a″ %}b{% endif %}", '{% if title == "a" %}'),
        ("{{ title ｜ upper }}", "{{ title | upper }}"),
        ("{{ ti\u00adtle }}", "{{ title }}"),
    ],
)
def test_what_word_or_a_slip_broke_is_recognised_and_written_as_it_was_meant(
    written: str, meant: str
) -> None:
    found = [f for f in findings(p(written)) if f.rule == "template.broken-tag"]

    assert [f.hint.en for f in found] == [f"Write {meant}."]


def test_quotes_of_two_kinds_are_named_even_where_the_tag_cannot_be_guessed() -> None:
    [found] = findings(p("{{ ‘abc” }}"))

    assert (found.rule, "it holds ‘ ”" in found.message.en) == ("template.broken-tag", True)


def test_a_broken_tag_does_not_make_its_partner_look_lonely() -> None:
    body = p("{ %p for task in tasks % }") + p("{{ task.text }}") + p("{%p endfor %}")
    cut = p("{% if title") + p("a {% endif %}")

    assert rules(body) == ["template.broken-tag"]
    assert rules(cut) == ["template.cut-tag"]


def test_a_whole_tag_behind_an_unclosed_one_is_still_read() -> None:
    assert rules(p("{{ title %} {{ title }}")) == ["template.mixed-tag"]
    assert rules(p("{{ title {{ titel }}")) == ["template.cut-tag", "template.unknown-name"]


def test_a_loop_that_closes_elsewhere_is_one_finding_with_both_places() -> None:
    rows = row(cell(p("{% for t in tasks %}a")), cell(p("b{% endfor %}")))

    [found] = findings(table(rows, columns=2))

    assert found.rule == "template.unbalanced"
    assert "Tag {% for t in tasks %}, table 1, row 1, cell 1 (body)" in found.message.en
    assert ": {% endfor %} stands in table 1, row 1, cell 2 (body)." in found.message.en
    assert ": thẻ {% endfor %} đứng ở bảng 1, hàng 1, ô 2 (thân văn bản)." in found.message.vi


def test_a_loop_that_closes_nowhere_says_what_is_missing() -> None:
    [found] = findings(p("{%p for t in tasks %}"))

    assert found.message.vi.endswith("ở cùng chỗ: thiếu {% endfor %}.")


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        (in_loop("{{ task.leeds }}"), "Did you mean “task.leads”?"),
        (in_loop("{{ leads }}"), "Did you mean “task.leads”?"),
        (in_loop("{{ Task.text }}"), "Did you mean “task”?"),
        (p("{%p for t in taks %}") + p(END), "Did you mean “tasks”?"),
        (p("{{ titel }}"), "Did you mean “title”?"),
        (p("{{ first['txet'] }}"), "Did you mean “first.text”?"),
        (p("{{ by_id.x.txet }}"), "Did you mean “by_id.x.text”?"),
        (p("{{ (tasks|first).txet }}"), "Did you mean “text”?"),
        (p("{{ tasks[0].txet }}"), "Did you mean “tasks.0.text”?"),
        (p("{{ (tasks|sort(attribute='nmuber')|list)[0].text }}"), "Did you mean “number”?"),
        (p("{{ tasks|map(attribute='txet')|join }}"), "Did you mean “text”?"),
        (p("{{ tasks|selectattr('doen')|list|length }}"), "Did you mean “done”?"),
        (p("{% set t = first %}{{ t.txet }}"), "Did you mean “t.text”?"),
        (p("{% with t = first %}{{ t.txet }}{% endwith %}"), "Did you mean “t.text”?"),
        (p("{% for t in tasks %}{{ loop.indx }}{% endfor %}"), "Did you mean “loop.index”?"),
        (p("{% for t in tasks %}{{ loop.previtem.txet }}{% endfor %}"),
         "Did you mean “loop.previtem.text”?"),
        (p("{{ title.vi }}"), "“title” has no fields."),
        (p("{{ title|upperr }}"), "Did you mean “upper”?"),
        (p("{% edif %}"), "Did you mean “endif”?"),
    ],
)  # fmt: skip
def test_the_nearest_known_name_is_proposed_through_loops_and_filters(body: str, hint: str) -> None:
    assert hints(body) == [hint]


@pytest.mark.parametrize(
    "body",
    [
        p("{{ nope|default('') }} {% if gone is defined %}{{ gone }}{% endif %}"),
        p("{{ first.nope|d('') }} {% if first.gone is defined %}{{ first.gone }}{% endif %}"),
        in_loop(
            "{{ loop.index }}{{ task.text }}{% if task.done %}{{ task.leads|join }}{% endif %}"
        ),
        p("{% for k, t in by_id.items() %}{{ k }}{{ t.any }}{% endfor %}"),
        p("{% for g in tasks|groupby('number') %}{{ g.grouper }}{{ g.list }}{% endfor %}"),
        p("{% for t in tasks|reject|batch(2) %}{% for u in t %}{{ u.x }}{% endfor %}{% endfor %}"),
        p("{{ title.upper().split()[0] }} {{ first.text.upper() }} {{ first.note }}"),
        p("{% if title %}{% set a = 1 %}{% endif %}{{ a }}"),
        p("{% for x in first.text %}{{ x }}{% endfor %}"),
        p("{{ range(3)|list|length }} {{ title[0] }} {{ tasks[1:]|length }}"),
        p("{{ first.number * 2 + 1 }} {{ title ~ first.number }} {{ first.text or title }}"),
        p("{%p for t in tasks if t.done %}") + p("{{ t.text }}") + p(END),
    ],
)
def test_what_may_be_right_is_not_complained_of(body: str) -> None:
    assert rules(body) == []


def test_a_name_is_known_only_where_its_block_is_open() -> None:
    body = in_loop("{{ task.text }}") + p("{{ task.text }} {{ loop.index }}")

    assert rules(body) == ["template.unknown-name"] * 2


def test_names_of_one_part_are_unknown_in_another() -> None:
    header = story("header", p("{{ a }}"))

    assert rules(p("{% set a = 1 %}{{ a }}"), header) == ["template.unknown-name"]


def test_without_known_data_only_a_capital_of_a_loops_own_name_is_told() -> None:
    body = in_loop("{{ Task.text }} {{ Other }}")

    [found] = findings(body, known=None)

    assert found.rule == "template.broken-tag"
    assert "“Task” has a capital, the name given is “task”" in found.message.en


@pytest.mark.parametrize("opening", ["{% for title in tasks %}", "{% for t in tasks %}"])
def test_a_loops_name_that_hides_another_is_told(opening: str) -> None:
    inner = "{% for t in range(2) %}a{% endfor %}{% endfor %}"

    assert rules(p(opening + inner)) == ["template.shadowed"]


def test_a_merged_cell_prints_only_the_first_rounds_value() -> None:
    body = table(
        row(cell(p("{%tr for t in tasks %}"))),
        row(cell(p("{% vm %}{{ title }}{{ t.text }}"))),
        row(cell(p("{%tr endfor %}"))),
    )

    assert [(f.rule, f.level) for f in findings(body)] == [("template.merged-content", "note")]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ('<w:r><w:instrText>HYPERLINK "{{ title }}"</w:instrText></w:r>', "a field code"),
        ('<w:fldSimple w:instr="REF {{ title }}"/>', "a field code"),
        ("<w:r><w:instrText>IF {{ ti</w:instrText></w:r><w:r><w:instrText>tle }}</w:instrText>"
         "</w:r>", "a field code"),
        ('<w:r><w:drawing><wp:docPr id="1" name="x" descr="{{ title }}"/></w:drawing></w:r>',
         "the alternative text of a picture"),
        ("<m:oMath><m:r><m:t>{{ title }}</m:t></m:r></m:oMath>", "an equation"),
        ('<w:r><w:pict><v:textpath string="{{ title }}"/></w:pict></w:r>', "WordArt"),
    ],
)  # fmt: skip
def test_a_tag_where_the_engine_never_looks_is_told(content: str, where: str) -> None:
    [found] = findings(p(content))

    assert found.rule == "template.never-read"
    assert f"The tag {{{{ title }}}} stands in {where}," in found.message.en.replace(
        "{{ ti</w", "{{ title }}"
    )


@pytest.mark.parametrize(
    "target", ["#http://a.vn/{{ title }}", "#http://a.vn/%7B%7B%20title%7D%7D"]
)
def test_a_tag_in_the_address_of_a_link_is_told(target: str) -> None:
    link = f'<w:hyperlink r:id="k">{r("đây")}</w:hyperlink>'

    [found] = findings(p(link), Extra(target, "hyperlink", id="k"))

    assert "Paragraph “đây” (body): The tag" in found.message.en
    assert "the address of a link" in found.message.en


def test_a_tag_in_a_part_that_is_not_rendered_is_told() -> None:
    chart = b'<c xmlns="urn:c"><v>{{ title }}</v></c>'
    data = word_file(p("a"), Extra("word/charts/chart1.xml", "chart", chart))

    [found] = lint(data)

    assert found.message.en.startswith("Part word/charts/chart1.xml: The tag {{ title }} stands in")
    assert "a chart" in found.message.en


def test_deleted_text_is_not_read_and_neither_is_an_old_copy_of_a_text_box() -> None:
    deleted = p("<w:del><w:r><w:delText>{{ nope }}</w:delText></w:r></w:del>", "a")
    box = f"<w:txbxContent>{p('{{ nope }}')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert rules(deleted) == []
    assert rules(p(both)) == ["template.unknown-name"]


def test_tags_in_the_properties_of_the_file_are_read_too() -> None:
    core = b'<x xmlns:d="urn:d"><d:title>{{ titel }}</d:title><d:a>{{ title }}</d:a></x>'
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    extra = Extra("docProps/core.xml", "metadata/core-properties", core, kind, source="")

    [found] = findings(p("a"), extra)

    assert found.message.en.startswith("Tag {{ titel }} (property “title” of the file)")


def test_a_tag_alone_in_a_cell_or_one_that_joins_leaves_no_empty_paragraph() -> None:
    in_cell = table(row(cell(p("{% if title %}a{% endif %}")), cell(p("{% set a = 1 %}"))))

    assert rules(in_cell + p("{{ a }}")) == []
    assert rules(p("{% if title -%}") + p("a") + p("{%- endif %}")) == []


def test_the_empty_paragraph_is_a_note_that_says_what_to_write() -> None:
    [found] = findings(p("{# nhớ sửa #}") + p("a"))

    assert (found.level, found.rule) == ("note", "template.empty-paragraph")
    assert "{#p nhớ sửa #}" in found.hint.vi


def test_a_macro_of_paragraphs_is_called_in_the_place_of_one() -> None:
    macro = p("{%p macro note() %}") + p("a") + p("{%p endmacro %}")

    assert rules(macro + p("{{p note() }}")) == []
    [found] = findings(macro + p("Xem {{ note() }}"))
    assert "write {{p note(…) }}" in found.message.en


def test_a_damaged_part_is_told_and_the_others_are_still_read() -> None:
    broken = Extra("word/header1.xml", "header", b"<w:hdr", f"{WORD_TYPE}header+xml")

    assert rules(p("{{ titel }}"), broken) == ["template.unknown-name", "word.damaged"]


def test_a_file_that_is_no_word_file_gives_the_finding_that_says_so() -> None:
    [found] = lint(b"PK nothing", "a.docx")

    assert found.rule.startswith("word.")
    assert found.place.file == "a.docx"


def test_a_place_says_where_machines_find_the_tag() -> None:
    [found] = findings(p("a") + p("x {{ titel }}"))

    place = found.place
    assert isinstance(place, TemplatePlace)
    assert (place.number, place.paragraph, place.start, place.end) == (0, 1, 2, 13)
    assert place.file == "mau.docx"


def test_the_same_fault_in_two_places_is_told_twice_and_in_one_place_once() -> None:
    assert rules(p("{{ titel }} {{ titel }}")) == ["template.unknown-name"] * 2
    assert rules(p("{{ titel ~ titel }}")) == ["template.unknown-name"]


def test_its_own_comments_are_no_part_of_a_template() -> None:
    inner = f'<w:comment w:id="0" w:author="r57plans">{p("{ { x } } {{ nope }}")}</w:comment>'
    theirs = f'<w:comment w:id="1" w:author="An">{p("{{ nope }}")}</w:comment>'
    part = Extra(
        "word/comments.xml",
        "comments",
        root_xml("comments", inner + theirs),
        f"{WORD_TYPE}comments+xml",
    )

    [found] = findings(p("a"), part)

    assert found.message.en.startswith("Tag {{ nope }} (comment ")


def test_every_rule_says_what_it_is_about_in_both_languages() -> None:
    for said in rule_words().values():
        assert said.vi.endswith(".")
        assert said.en.endswith(".")
        assert "{what}" not in said.vi + said.en


def test_linting_changes_nothing_and_gives_the_same_each_time() -> None:
    data = write_package(parts_of(p("{{ titel }}") + GOOD_ROWS))

    assert lint(data, "a", Data) == lint(data, "a", Data)
