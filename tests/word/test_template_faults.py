"""What is wrong with a template, in terms of what its author sees in Word, in two languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from time import perf_counter

import pytest
from word_builders import cell, faults, row, rules, story, table
from word_packages import p, word_file

from r57plans.errors import TemplateError, WordFileError
from r57plans.findings import Report
from r57plans.view.printed import Printed
from r57plans.word.template import Limits, Properties, Template
from r57plans.word.template.told.faults import FAULTS

END = "{%p endfor %}"


@dataclass(frozen=True, slots=True)
class Duty:
    leads: str
    text: str


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (p("{{ x"), "template.cut-tag"),
        (p("{% if x"), "template.cut-tag"),
        (p("{{ x") + p("}}"), "template.cut-tag"),
        (p("{% if x %}") + table(row(cell(p("{% endif %}")))), "template.unbalanced"),
        (table(row(cell(p("{% for a in x %}")), cell(p("{% endfor %}")))), "template.unbalanced"),
        (p("{% endfor %}"), "template.unbalanced"),
        (p("{% else %}"), "template.unbalanced"),
        (p("{% if x %}{% else %}{% else %}{% endif %}"), "template.unbalanced"),
        (p("{% for a in x %}{% elif x %}{% endfor %}"), "template.unbalanced"),
        (p("{% if x %}{% endfor %}{% endif %}"), "template.unbalanced"),
        (p("{%p if x %}") + table(row(cell(p("{%p endif %}"), p("a")))), "template.unbalanced"),
        (table(row(cell(p("{%tc if x %}")), cell(p("a"))), row(cell(p("{%tc endif %}")))),
         "template.unbalanced"),
        (p("{%p if x %}{{ x }}") + p("{%p endif %}"), "template.lost"),
        (table(row(cell(p("{%tr if x %}")), cell(p("{{ x }}"))), row(cell(p("{%tr endif %}")))),
         "template.lost"),
        (p("{%p if x %} lời") + p("{%p endif %}"), "template.lost-content"),
        (p("{%p if x %}", "<w:r><w:drawing/></w:r>") + p("{%p endif %}"), "template.lost-content"),
        (p('<w:r><w:br w:type="page"/></w:r>', "{%p if x %}") + p("{%p endif %}"),
         "template.lost-content"),
        (table(row(cell(p("{%tr if x %}")), cell(p("lời"))), row(cell(p("{%tr endif %}")))),
         "template.lost-content"),
        (p("{%tr if x %}"), "template.misplaced"),
        (p("{%tc if x %}"), "template.misplaced"),
        (p("{{ x y }}"), "template.syntax"),
        (p("{{ }}"), "template.syntax"),
        (p("{% for x %}{% endfor %}"), "template.syntax"),
        (p("{{ 1)|string ~ (2 }}"), "template.syntax"),
        (p("{% include 'a' %}"), "template.unknown-word"),
        (p("{% block a %}{% endblock %}"), "template.unknown-word"),
        (p("{% autoescape false %}{% endautoescape %}"), "template.unknown-word"),
        (p("{% %}"), "template.unknown-word"),
        (p("{{ x|tojson }}"), "template.unknown-filter"),
        (p("{% if x is lovely %}{% endif %}"), "template.unknown-filter"),
        (p("{{ y }}"), "template.unknown-name"),
        (p("{{ [1] }}"), "template.value"),
        (p("{{ 1, 2 }}"), "template.value"),
        (p("{{ x is defined }}"), "template.value"),
        (p("{{ {'a': 1} }}"), "template.value"),
        (p("{{ 1 // 0 }}"), "template.failed"),
        (p("{{ x + 1 }}"), "template.failed"),
        (p("{% for i in range(2000000) %}{% endfor %}"), "template.limit"),
        (p("{{ range(1, 2)(3) }}"), "template.forbidden"),
    ],
)  # fmt: skip
def test_each_fault_has_its_rule(body: str, rule: str) -> None:
    assert set(rules(body, x="A")) == {rule}


def test_faults_that_can_be_seen_without_rendering_come_all_at_once() -> None:
    body = p("{% if x %}") + p("{{ y") + p("{% trans %}") + p("{%tr if %}")

    assert rules(body) == [
        "template.cut-tag",
        "template.unbalanced",
        "template.unknown-word",
        "template.misplaced",
    ]


def test_faults_of_every_part_come_together() -> None:
    data = word_file(p("{% if x %}"), story("header", p("{% endif %}")))

    with pytest.raises(TemplateError) as caught:
        Template(data)

    places = [finding.place.path for finding in caught.value.report]
    assert places == ["word/document.xml", "word/header1.xml"]


def test_a_finding_names_the_file_the_part_the_paragraph_and_the_tag() -> None:
    [finding] = faults(p("Cơ quan chủ trì: {{ task.leeds }} (chính)"), task=Duty("a", "b"))

    assert finding.place.file == "mau.docx"
    assert finding.message.vi == (
        "Thẻ {{ task.leeds }}, đoạn «Cơ quan chủ trì: {{ task.leeds }} (chính)» "
        "(thân văn bản): Không có tên «leeds» trong dữ liệu."
    )
    assert finding.message.en == (
        "Tag {{ task.leeds }}, paragraph “Cơ quan chủ trì: {{ task.leeds }} (chính)” "
        "(body): The data have no name “leeds”."
    )
    assert finding.hint.vi == "Có phải ý bạn là “leads”?"
    assert finding.hint.en == "Did you mean “leads”?"


def test_a_tag_in_the_wrong_place_is_told_in_the_readers_language() -> None:
    [finding] = faults(p("{%tr set x = 1 %}"))

    assert finding.message.vi.endswith("Thẻ này không nằm trong một hàng của bảng.")
    assert finding.message.en.endswith("This tag does not stand in a table row.")


def test_words_that_a_tag_would_take_away_are_quoted() -> None:
    [finding, *_] = faults(p("{%p if x %} Kính gửi:") + p("{%p endif %}"), x=1)

    assert "còn chữ «Kính gửi:», sẽ bị mất" in finding.message.vi
    assert "the text “Kính gửi:”, which would be lost" in finding.message.en


def test_a_long_paragraph_is_shortened_in_the_message() -> None:
    [finding] = faults(p("x" * 500 + "{{ y }}"))

    assert len(finding.message.en) < 200


@pytest.mark.parametrize(
    ("expression", "hint"),
    [
        ("tassk", "Did you mean “task”?"),
        ("plan.tilte", "Did you mean “title”?"),
        ("task.zzzz", "The names here are: leads, text."),
        ("empty.a", "There are no names here."),
    ],
)
def test_the_nearest_known_name_is_proposed(expression: str, hint: str) -> None:
    given = {"task": Duty("a", "b"), "plan": {"title": "c"}, "empty": 5}

    [finding] = faults(p(f"{{{{ {expression} }}}}"), **given)

    assert finding.hint.en == hint


def test_many_names_are_told_in_part() -> None:
    given = {f"name_{n}": n for n in range(30)}

    [finding] = faults(p("{{ zzz }}"), **given)

    assert finding.hint.en.endswith("name_11, ….")


@pytest.mark.parametrize(
    "tag", ["{%p for t in taks %}", "{%p if task.leeds %}", "{%p set a = task.leeds ~ '' %}"]
)
def test_a_fault_in_a_statement_names_the_statement(tag: str) -> None:
    end = "" if " set " in tag else p("{%p end" + tag.split()[1] + " %}")
    body = p("{{ task.text }}") + p(tag) + p("a") + end

    [finding] = faults(body, task=Duty("a", "b"))

    assert (finding.rule, tag in finding.message.vi) == ("template.unknown-name", True)


def test_a_fault_deep_in_a_loop_names_its_own_tag() -> None:
    body = table(
        row(cell(p("{%tr for t in tasks %}"))),
        row(cell(p("{{ t.text }}"), p("{%p for l in t.leads %}"), p("{{ l.nam }}"), p(END))),
        row(cell(p("{%tr endfor %}"))),
    )

    [finding] = faults(body, tasks=[{"text": "a", "leads": [{"name": "b"}]}])

    assert finding.message.en.startswith("Tag {{ l.nam }}")
    assert finding.hint.en == "Did you mean “name”?"


def test_a_character_that_xml_cannot_hold_is_reported_with_the_values_path() -> None:
    value = Printed("a\x01b\x01\ufffe", "task/1.1.1/text")

    [finding] = faults(p("{{ x }}"), x=value)

    assert finding.rule == "word.control-character"
    assert "“task/1.1.1/text” holds a control character" in finding.message.en
    assert "U+0001, U+FFFE" in finding.message.vi


def test_a_plain_value_with_such_a_character_is_named_by_its_tag() -> None:
    [finding] = faults(p("{{ x }}"), x="a\x0b")

    assert "The value {{ x }} holds a control character" in finding.message.en


def test_a_property_with_such_a_character_is_reported() -> None:
    template = Template(word_file(p("a")))

    with pytest.raises(TemplateError) as caught:
        template.render({}, properties=Properties(title="a\x01"))

    assert "“title” of the document" in caught.value.report.text("en")


def test_loops_may_be_nested_to_the_limit_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        return p("{% for i in xs %}" * depth + "a" + "{% endfor %}" * depth)

    assert rules(nested(12), xs=[1]) == []
    [finding] = faults(nested(13), xs=[1])
    assert (finding.rule, "12 nested loops" in finding.message.en) == ("template.limit", True)


def test_more_text_than_the_limit_is_a_finding() -> None:
    template = Template(word_file(p("{{ x }}")), limits=Limits(output=1000))

    with pytest.raises(TemplateError) as caught:
        template.render({"x": "a" * 1000})

    assert [finding.rule for finding in caught.value.report] == ["template.limit"]


def test_messages_hold_no_addresses_of_this_run() -> None:
    [finding] = faults(p("{{ f() }}"), f=lambda: 1)

    assert (finding.rule, "0x" in finding.message.en) == ("template.forbidden", False)


def test_a_template_that_is_missing_says_which(tmp_path: object) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(f"{tmp_path}/không có.docx")

    [finding] = caught.value.report
    assert (finding.rule, "không có.docx" in finding.place.file) == ("template.unreadable", True)


def test_a_template_that_is_no_word_file_says_so() -> None:
    with pytest.raises(WordFileError):
        Template(b"PK nothing")


def test_a_failing_value_is_a_finding_and_keeps_its_cause() -> None:
    class Bad(dict[str, str]):
        def __contains__(self, key: object) -> bool:
            raise ZeroDivisionError

    with pytest.raises(TemplateError) as caught:
        Template(word_file(p("{{ x.name }}"))).render({"x": Bad()})

    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert "ZeroDivisionError" in caught.value.report.text("vi")


@pytest.mark.parametrize("rule", FAULTS)
def test_every_message_is_said_in_both_languages_with_the_same_blanks(rule: str) -> None:
    for message in FAULTS[rule]:
        blanks = [re.findall(r"(?<!\{)\{\w+\}", said) for said in message]
        assert sorted(blanks[0]) == sorted(blanks[1])
        assert message.vi
        assert message.en


def test_an_error_of_our_own_passes_as_it_is() -> None:
    class Stop(dict[str, str]):
        def __contains__(self, key: object) -> bool:
            raise WordFileError(Report())

    with pytest.raises(WordFileError):
        Template(word_file(p("{{ x.name }}"))).render({"x": Stop()})


def test_what_jinja_cannot_read_is_told_in_the_words_of_authors() -> None:
    said = faults(p("{{ x|'a' }}"))[0].message

    assert "a name is expected" in said.en
    assert "cần một tên" in said.vi
    assert "line 1" not in said.en


def test_a_paragraph_of_very_many_tags_is_read_at_once() -> None:
    begun = perf_counter()
    found = rules(p("{{ x }}" * 3000 + "{{ x| }}" * 1000))

    assert set(found) == {"template.syntax"}
    assert perf_counter() - begun < 6  # some tenths of a second; minutes when each looks at all


def test_what_is_wrong_inside_tags_is_told_with_what_is_wrong_around_them() -> None:
    body = p("{{ a b }}") + p("{% if x %}") + p("{% for %}") + p("{{ y z }}")

    assert rules(body) == [
        "template.syntax",
        "template.unbalanced",
        "template.unbalanced",
        "template.syntax",
        "template.syntax",
    ]
