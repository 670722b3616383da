"""Bookmarks around what a record's loop writes: whole, unique, and only where they belong."""

from __future__ import annotations

import re

from word_builders import Task, cell, made, row, table, task
from word_packages import p, r

START = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>')
END = re.compile(r'<w:bookmarkEnd w:id="(\d+)"/>')
LOOP, DONE = "for t in tasks", "endfor"


def rows(*inner: str) -> str:
    return table(row(cell(p(f"{{%tr {LOOP} %}}"))), *inner, row(cell(p(f"{{%tr {DONE} %}}"))))


def paragraphs(*inner: str) -> str:
    return p(f"{{%p {LOOP} %}}") + "".join(inner) + p(f"{{%p {DONE} %}}")


def names(xml: str) -> list[str]:
    return [name for _, name in START.findall(xml)]


def test_a_rows_bookmark_spans_from_its_first_paragraph_to_its_last() -> None:
    body = rows(row(cell(p("a"), p("b")), cell(p("c"), p("d"))))

    xml = made(body, controls=True, tasks=[task(1)])

    start = '<w:bookmarkStart w:id="1" w:name="_r57_tasks_1"/>'
    assert f"<w:p>{start}{r('a')}</w:p>" in xml
    assert f'<w:p>{r("d")}<w:bookmarkEnd w:id="1"/></w:p>' in xml


def test_a_paragraphs_bookmark_stands_within_it_after_its_properties() -> None:
    body = paragraphs(
        '<w:p><w:pPr><w:jc w:val="left"/></w:pPr>' + r("{{ t.text|upper }}") + "</w:p>", p("sau")
    )

    xml = made(body, controls=True, tasks=[task(1)])

    assert xml == (
        '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:bookmarkStart w:id="1" w:name="_r57_tasks_1"/>'
        f'{r("VIỆC 1")}<w:bookmarkEnd w:id="1"/></w:p>{p("sau")}'
    )


def test_a_bookmark_stands_after_properties_without_their_older_ones() -> None:
    old = '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>'
    now = '<w:jc w:val="right"/>'
    body = paragraphs(f"<w:p><w:pPr>{now}{old}</w:pPr>{r('a')}</w:p>")

    xml = made(body, controls=True, tasks=[task(1)])

    assert xml.startswith(f"<w:p><w:pPr>{now}</w:pPr><w:bookmarkStart")


def test_an_empty_paragraph_can_carry_a_bookmark() -> None:
    body = paragraphs("<w:p/>")

    xml = made(body, controls=True, tasks=[task(1)])

    assert START.sub("S", END.sub("E", xml)) == "<w:p>SE</w:p>"


def test_a_row_that_ends_in_an_empty_paragraph_closes_its_bookmark_there() -> None:
    xml = made(rows(row(cell(p("a")), cell("<w:p/>"))), controls=True, tasks=[task(1)])

    assert '<w:p><w:bookmarkEnd w:id="1"/></w:p></w:tc></w:tr>' in xml


def test_only_the_first_row_of_an_item_is_marked_whichever_branch_is_taken() -> None:
    body = rows(
        row(cell(p("{%tr if t.leads %}"))),
        row(cell(p("có"))),
        row(cell(p("{%tr endif %}"))),
        row(cell(p("luôn"))),
        row(cell(p("thêm"))),
    )

    xml = made(body, controls=True, tasks=[task(1, "A"), task(2)])

    marked = [part.partition("</w:tr>")[0] for part in xml.split("bookmarkStart")[1:]]
    assert ["có" in marked[0], "luôn" in marked[1], len(marked)] == [True, True, 2]


def test_branches_that_always_give_a_row_each_carry_the_mark() -> None:
    body = rows(
        row(cell(p("{%tr if t.leads %}"))),
        row(cell(p("nhóm"))),
        row(cell(p("{%tr else %}"))),
        row(cell(p("mục"))),
        row(cell(p("{%tr endif %}"))),
        row(cell(p("sau"))),
    )

    xml = made(body, controls=True, tasks=[task(1, "A"), task(2)])

    assert names(xml) == ["_r57_tasks_1", "_r57_tasks_2"]
    assert len(END.findall(xml)) == 2
    assert all("bookmark" not in part for part in xml.split("<w:tr>") if "sau" in part)


def test_nested_loops_mark_the_record_of_each() -> None:
    body = rows(
        row(cell(p("{%tr for u in t.leads %}"))),
        row(cell(p("{{ u.text }}"))),
        row(cell(p("{%tr endfor %}"))),
    )
    group = Task("_r57_g", "nhóm", (task(1), task(2)))  # type: ignore[arg-type]

    xml = made(body, controls=True, tasks=[group])

    assert sorted(names(xml)) == ["_r57_g", "_r57_tasks_1", "_r57_tasks_2"]


def test_names_are_made_unique_and_keep_to_words_length() -> None:
    long = Task("_r57_" + "a" * 60, "x")

    xml = made(paragraphs(p("a")), controls=True, tasks=[long, long, long])

    assert [len(name) for name in names(xml)] == [40, 40, 40]
    assert len(set(names(xml))) == 3


def test_names_differ_from_the_templates_own_and_numbers_follow_them() -> None:
    own = '<w:bookmarkStart w:id="7" w:name="_R57_tasks_1"/><w:bookmarkEnd w:id="7"/>'

    xml = made(p(own) + paragraphs(p("a")), controls=True, tasks=[task(1)])

    assert START.findall(xml) == [("7", "_R57_tasks_1"), ("8", "_r57_tasks_1_2")]


def test_a_name_that_word_would_refuse_is_made_fit() -> None:
    xml = made(paragraphs(p("a")), controls=True, tasks=[Task("_r57 nhiệm/vụ", "x")])

    assert names(xml) == ["_r57_nhi_m_v_"]


def test_records_without_an_anchor_and_plain_values_are_not_marked() -> None:
    xml = made(paragraphs(p("a")), controls=True, tasks=[Task("", "x"), {"anchor": "b"}, "c"])

    assert xml == p("a") * 3


def test_a_loop_over_two_names_or_within_a_paragraph_is_not_marked() -> None:
    pairs = p("{%p for k, t in tasks %}") + p("{{ k }}") + p("{%p endfor %}")
    inline = p("{% for t in singles %}{{ loop.index }}{% endfor %}")

    xml = made(pairs + inline, controls=True, tasks=[(1, task(1))], singles=[task(2)])

    assert "bookmark" not in xml


def test_a_loop_that_gives_no_paragraph_writes_no_half_bookmark() -> None:
    body = paragraphs(p("{%p if t.leads %}"), p("a"), p("{%p endif %}"))

    xml = made(body, controls=True, tasks=[task(1), task(2, "A")])

    assert names(xml) == ["_r57_tasks_2"]


def test_a_loop_over_rows_that_holds_none_is_left_alone() -> None:
    assert made(p("a") + rows(), controls=True, tasks=[task(1)]) == p("a")
