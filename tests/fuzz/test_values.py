"""Values of chance: any Unicode text prints exactly, or is reported, wherever it is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_cases import word_root
from word_builders import story
from word_packages import p, word_file

from r57plans.errors import TemplateError
from r57plans.language.text import forbidden_characters
from r57plans.view.printed import Printed
from r57plans.word.package import read_package
from r57plans.word.template import Template
from r57plans.word.xml import Element, parse_part, w

BREAKS = {"page": "\f"}
WRITTEN = {w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "\u2011"}
# Characters that have broken writers of XML before come up more often than others.
AWKWARD = st.sampled_from(
    [
        *(
            "&",
            "<",
            ">",
            '"',
            "'",
            "]]>",
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "{_{",
            "%_}",
            "&#0;",
            "<w:p/>",
        ),
        *("\x00", "\x0b", "\ud800", "\udfff", "\ufffe", "\uffff", "\x85", "\u2028", "\u202e"),
        *("\r", "\r\n", "\n", "\t", "\f", "\u2011", "\u00a0", " ", "  ", "e\u0301\u0323"),
        *("\U0001f1fb\U0001f1f3", "\U0001f469\u200d\U0001f4bb", "\U0010ffff"),
    ]
)
ANY_TEXT = st.lists(st.text(st.characters(), max_size=5) | AWKWARD, max_size=6).map("".join)
# Where a value may be printed, and what of it is printed there.
PLACES = (
    "{{ x }}",
    "{% if x is string %}{{ x }}{% endif %}",
    "{% for y in [x] %}{{ y }}{% endfor %}",
    "{% set y = x %}{{ y }}",
    "{{ x ~ '' }}",
    "{{ x|string }}",
    "{{ [x]|join }}",
    "{{ x|default('a') }}",
    "{{ x|e }}",
)


def is_reported(text: str) -> bool:
    """Whether XML cannot hold the text; a page break is one that Word has an element for."""
    return bool(forbidden_characters(text.replace("\f", "")))


def read_back(data: bytes, part: str = "word/document.xml") -> str:
    """What a part prints, as text."""
    root = parse_part(read_package(data)[part], part)
    return "".join(map(_said, root.iter(w("t"), w("br"), *WRITTEN)))


def _said(element: Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("br"):
        return BREAKS.get(element.get(w("type"), ""), "\n")
    return WRITTEN[element.tag]


def plain(text: str) -> str:
    """The text with the ends of lines as Word has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check(data: bytes, text: str, value: object, part: str = "word/document.xml") -> None:
    """Renders a template that prints `x` once; the text is read back, or was reported."""
    if not is_reported(text):
        made = Template(data).render({"x": value})
        assert read_back(made, part) == plain(text)
        return
    with pytest.raises(TemplateError) as caught:
        Template(data).render({"x": value})
    assert {finding.rule for finding in caught.value.report} == {"word.control-character"}


@given(ANY_TEXT, st.sampled_from(PLACES))
def test_any_text_prints_exactly_or_is_reported_in_every_tag(text: str, place: str) -> None:
    check(word_file(p(place.replace("<", "&lt;"))), text, text)


@given(ANY_TEXT)
def test_the_same_holds_for_text_that_knows_its_place(text: str) -> None:
    check(word_file(p("{{ x }}")), text, Printed(text, "task/1/text"))


@given(ANY_TEXT, st.sampled_from(["header", "footer"]))
def test_the_same_holds_in_headers_and_footers(text: str, kind: str) -> None:
    extra = story(kind, p("{{ x }}"))

    check(word_file(p(""), extra), text, text, extra.name)


@given(ANY_TEXT)
def test_a_text_box_prints_a_value_as_the_body_does(text: str) -> None:
    box = f"<w:txbxContent>{p('{{ x }}')}</w:txbxContent>"

    check(word_file(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")), text, text)


@given(ANY_TEXT)
def test_a_value_is_never_read_as_a_template(text: str) -> None:
    data = word_root("document", f"<w:body>{p('{{ x }}')}<w:sectPr/></w:body>")
    assert b"{{ x }}" in data

    check(word_file(p("{{ x }}")), text + "{{ 1 // 0 }}", text + "{{ 1 // 0 }}")


FINITE = {"allow_nan": False, "allow_infinity": False}


@given(st.integers() | st.floats(**FINITE) | st.decimals(**FINITE))
def test_any_number_prints_as_python_writes_it(number: object) -> None:
    made = Template(word_file(p("{{ x }}"))).render({"x": number})

    assert read_back(made) == str(number)


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_what_is_no_definite_number_is_told_of(number: str) -> None:
    for value in (float(number), Decimal(number)):
        with pytest.raises(TemplateError, match="no definite number"):
            Template(word_file(p("{{ x }}"))).render({"x": value})


def made_or_told(template: Template, value: object) -> bytes | None:
    """The document, or None where a finding says why there is none."""
    try:
        return template.render({"x": value})
    except TemplateError as error:
        if not error.report.errors:
            raise
        return None


PRINTABLE = st.none() | st.integers() | st.text("ab", max_size=2) | st.dates()
ANY_DATA = st.recursive(
    st.booleans() | st.binary(max_size=3) | PRINTABLE,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(ANY_DATA)
def test_any_data_prints_or_is_told_of(value: object) -> None:
    template = Template(word_file(p("{{ x }}") + p("{% for y in x %}{{ y }}{% endfor %}")))

    made = made_or_told(template, value)
    assert made is None or read_package(made)
