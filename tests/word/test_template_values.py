"""How values are printed: exactly, escaped, with their identity, in the format of their tag."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_builders import BOLD, made, rendered, story, task
from word_packages import body_xml, p, part_xml, r

from r57plans.view.printed import Joined, Printed
from r57plans.word.package import read_package
from r57plans.word.xml import Element, parse_part, w

HIDDEN = '<w15:appearance w15:val="hidden"/>'
WRITTEN = {w("br"): "\n", w("cr"): "\r", w("tab"): "\t", w("noBreakHyphen"): "\u2011"}
XML_TEXT = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[chr(n) for n in range(32) if chr(n) not in "\n\r\t"]
        + ["\ufffe", "\uffff"],
    )
)


def control(path: str, run: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="r57:{path}"/>{HIDDEN}</w:sdtPr>'
        f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
    )


def read_back(data: bytes) -> str:
    root = parse_part(read_package(data)["word/document.xml"], "")
    return "".join(said(e) for e in root.iter(w("t"), *WRITTEN))


def said(element: Element) -> str:
    return element.text or "" if element.tag == w("t") else WRITTEN[element.tag]


@given(XML_TEXT)
def test_any_text_that_xml_can_hold_is_read_back_exactly(text: str) -> None:
    data = rendered(p("{{ x }}"), x=text)

    assert read_back(data) == text.replace("\r\n", "\n")


@given(XML_TEXT)
def test_the_same_holds_for_text_with_an_identity(text: str) -> None:
    data = rendered(p("{{ x }}"), x=Printed(text, "document/title"))

    assert read_back(data) == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (7, "7"),
        (2.5, "2.5"),
        (Decimal("3.10"), "3.10"),
        (date(2025, 3, 31), "2025-03-31"),
        ("Sở KH&CN <A>", "Sở KH&amp;CN &lt;A&gt;"),
        ("{{ x }} {% if %} {# a #}", "{{ x }} {% if %} {# a #}"),
        ("\"a\" 'b'", "\"a\" 'b'"),
    ],
)
def test_a_plain_value_is_one_run_of_text(value: object, printed: str) -> None:
    assert made(p("{{ x }}"), x=value) == p(printed)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_prints_nothing(nothing: object) -> None:
    assert (
        made(p("{{ x }}"), x=nothing) == "<w:p/>" or made(p("{{ x }}"), x=nothing) == "<w:p></w:p>"
    )


def test_line_breaks_tabs_and_hyphens_that_must_not_break_are_words_own() -> None:
    xml = made(p("{{ x }}"), x="57\u2011NQ\nb\tc\n")

    assert xml == (
        "<w:p><w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:br/><w:t>b</w:t><w:tab/>"
        "<w:t>c</w:t><w:br/></w:r></w:p>"
    )


def test_text_around_a_tag_keeps_its_spaces_and_its_format() -> None:
    xml = made(p(r("Kính gửi {{ x }} và {{ x }}.", BOLD)), x="A")

    assert xml == p(*(r(text, BOLD) for text in ("Kính gửi ", "A", " và ", "A", ".")))


def test_what_stands_beside_a_tag_in_its_run_stays_where_it_was() -> None:
    run = f"<w:r>{BOLD}<w:tab/><w:t>a{{{{ x }}}}b</w:t><w:br/><w:t>c</w:t></w:r>"

    xml = made(p(run), x="X")

    assert xml == p(
        f"<w:r>{BOLD}<w:tab/></w:r>{r('a', BOLD)}{r('X', BOLD)}{r('b', BOLD)}"
        f"<w:r>{BOLD}<w:br/><w:t>c</w:t></w:r>"
    )


def test_a_value_of_the_plan_is_a_hidden_control_with_its_path() -> None:
    xml = made(p("{{ x }}"), controls=True, x=Printed("Quý II/2025", "task/1.1.1/deadline"))

    assert xml == p(control("task/1.1.1/deadline", r("Quý II/2025")))


def test_an_empty_value_of_the_plan_keeps_a_control_to_type_into() -> None:
    xml = made(p("{{ x }}"), controls=True, x=Printed("", "task/1/deadline"))

    assert xml == p(control("task/1/deadline", "<w:r><w:t></w:t></w:r>")).replace(
        "<w:t></w:t>", "<w:t/>"
    )


def test_a_path_is_escaped_in_its_tag() -> None:
    xml = made(p("{{ x }}"), controls=True, x=Printed("a", 'a"<&>'))

    assert '<w:tag w:val="r57:a&quot;&lt;&amp;&gt;"/>' in xml


def test_joined_values_keep_an_identity_each_and_plain_text_between() -> None:
    leads = Joined([Printed("A", "l/0"), Joined(["b", Printed("C", "l/1")], ": ")], "; ")

    xml = made(p("{{ x }}"), controls=True, x=leads)

    assert xml == p(control("l/0", r("A")), r("; "), r("b"), r(": "), control("l/1", r("C")))


@pytest.mark.parametrize("expression", ["x|upper", "x ~ ''", "x.upper()", "x[:9]", "x|trim"])
def test_filtered_text_has_no_identity(expression: str) -> None:
    xml = made(p(f"{{{{ {expression} }}}}"), controls=True, x=Printed("ABC", "a"))

    assert xml == p("ABC")


def test_a_default_for_an_empty_text_can_be_given() -> None:
    assert made(p("{{ x|default('chưa có', true) }}"), x="") == p("chưa có")


def test_without_controls_only_the_text_is_written() -> None:
    body = (
        p("{{ x }}{{ empty }}")
        + p("{%p for t in tasks %}")
        + p("{{ t.text }}")
        + p("{%p endfor %}")
    )

    xml = made(body, x=Printed("a", "a"), empty=Printed("", "b"), tasks=[task(1)])

    assert xml == p("a") + p("Việc 1")


def test_headers_footers_and_notes_see_the_same_values() -> None:
    kinds = ("header", "footer", "footnotes", "endnotes")
    extras = [story(kind, p("{{ x }}")) for kind in kinds[:2]]
    extras += [
        story(kind, f'<w:{kind[:-1]} w:id="1">{p("{{ x }}")}</w:{kind[:-1]}>') for kind in kinds[2:]
    ]

    data = rendered(p("{{ x }}"), *extras, x="KH&CN")

    assert [part_xml(data, extra.name).count("KH&amp;CN") for extra in extras] == [1, 1, 1, 1]


def test_the_namespaces_that_controls_need_are_declared_where_the_template_lacks_them() -> None:
    data = rendered(p("{{ x }}"), x=Printed("a", "a"))

    root = parse_part(read_package(data)["word/document.xml"], "")

    assert root.nsmap["w15"].endswith("/2012/wordml")
    assert "w15" in root.get(
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", ""
    )
    assert body_xml(data) != ""
