"""The same small templates through docxtpl and through ours: the same documents, or a reason."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from soundness import unsound
from template_cases import word_root
from word_builders import BOLD, cell, row, table
from word_packages import p, r

from r57plans.errors import TemplateError
from r57plans.word.outline import outline
from r57plans.word.package import read_package, write_package
from r57plans.word.template import Template

_WIDTHS = re.compile(r"(?:(?<=^table) \d+( \(\d+\)):.*|, width \d+|\(width \d+\) )", re.MULTILINE)
WIDE = '<w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>'
DATA: dict[str, Any] = {
    "name": "Sở Tài chính",
    "amount": 12,
    "no": [],
    "office": "Sở KH&CN <A>",
    "xs": ["một", "hai", "ba"],
    "tasks": [
        {"text": "Rà soát", "leads": ["A", "B"]},
        {"text": "Ban hành", "leads": ["C", "D"]},
    ],
    "lines": "một\nhai\tba",
    "town": True,
    "fill": "D9D9D9",
}


def whole(body: str) -> bytes:
    """A whole Word file, as docxtpl wants it, with this body."""
    buffer = BytesIO()
    docx.Document().save(buffer)
    parts = read_package(buffer.getvalue())
    parts["word/document.xml"] = word_root("document", f"<w:body>{body}<w:sectPr/></w:body>")
    return write_package(parts)


def theirs(body: str, *, escaping: bool = True) -> bytes:
    """What docxtpl makes of the body."""
    template = DocxTemplate(BytesIO(whole(body)))
    template.render(dict(DATA), autoescape=escaping)
    buffer = BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def ours(body: str) -> bytes:
    """What we make of the body."""
    return Template(whole(body)).render(DATA)


def told(data: bytes) -> list[str]:
    """The outline of the body without widths, which docxtpl shares among columns in another way."""
    text = outline(data).partition("\n---")[0]
    return _WIDTHS.sub(r"\1", text).splitlines()


def plain(*texts: str) -> str:
    """A paragraph for each text."""
    return "".join(map(p, texts))


def spread(*rows: tuple[str, ...]) -> str:
    """A table of texts."""
    return table(
        *(row(*(cell(p(text), properties=WIDE) for text in texts)) for texts in rows),
        columns=max(map(len, rows)),
    )


SAME = {
    "values": plain("Gửi: {{ name }}", "{{ amount + 1 }} {{ tasks[0].text }} {{ xs|join(', ') }}"),
    "a value's format": p(r("a {{ name }}", BOLD), " b"),
    "cut tags": p("Kính gửi {", "{ na", '<w:proofErr w:type="spellStart"/>', "me }", "}."),
    "typographic quotes": plain("{{ name|replace(“Sở”, ‘Ban’) }}"),
    "conditions": plain("{% if amount > 10 %}lớn{% elif amount %}vừa{% else %}nhỏ{% endif %}"
                        .replace(">", "&gt;")),
    "loops": plain("{% for x in xs %}{{ loop.index }}{{ x }}{% if loop.last %}.{% endif %}"
                   "{% endfor %}"),
    "comments": plain("a{# ghi chú #}b", "{#p cả đoạn #}", "c"),
    "paragraphs": plain("{%p for t in tasks %}", "{{ t.text }}", "{%p if loop.first %}", "đầu",
                        "{%p else %}", "sau", "{%p endif %}", "{%p endfor %}"),
    "runs": p("a ", r("{%r if town %}"), r("b", BOLD), r("{%r endif %}"), " c"),
    "rows": spread(("{%tr for t in tasks %}", ""), ("{{ t.text }}", "{{ t.leads|join('; ') }}"),
                   ("{%tr endfor %}", "")) + p("cuối"),
    "nested rows": spread(("{%tr for t in tasks %}",), ("{{ t.text }}",),
                          ("{%tr for l in t.leads %}",), ("- {{ l }}",),
                          ("{%tr endfor %}",), ("{%tr endfor %}",)) + p("cuối"),
    "cells": spread(("TT", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")) + p("cuối"),
    "spans": spread(("{% colspan 2 %}{{ name }}",), ("a", "b")) + p("cuối"),
    "fills": spread(("{% cellbg fill %}{{ name }}", "b")) + p("cuối"),
    "vertical merges": spread(("{%tr for x in xs %}", ""), ("{% vm %}{{ name }}", "{{ x }}"),
                              ("{%tr endfor %}", "")) + p("cuối"),
    "horizontal merges": spread(("{%tc for x in xs %}", "{% hm %}{{ name }}", "{%tc endfor %}"),
                                ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")) + p("cuối"),
    "joined paragraphs": plain("Họp tại", "{%- if town -%}", "\u00a0thành phố", "{%- else -%}",
                               "\u00a0xã", "{%- endif -%}", ", sáng thứ hai."),
    "blocks over paragraphs": plain("Kính gửi{% if town %}: ông", "An{% endif %}.", "cuối"),
    "a loop over paragraphs": plain("{% for x in xs %}{{ x }}", "-{% endfor %}.", "cuối"),
    "escaped delimiters": plain("{_{ a }_} và {_% if %_} {{ name }}"),
    "set and with": plain("{% set n = xs|length %}{{ n }}{% with m = n + 1 %}{{ m }}{% endwith %}"),
    "macros": plain("{% macro lead(x, y='Sở') %}{{ y }} {{ x }}{% endmacro %}{{ lead('A') }}"),
    "filter blocks": plain("{% filter upper %}kính {{ name }}{% endfilter %}"),
    "line breaks": plain("{{ lines }}"),
}  # fmt: skip


@pytest.mark.parametrize("body", SAME.values(), ids=SAME)
def test_what_docxtpl_documents_gives_the_same_document(body: str) -> None:
    assert told(ours(body)) == told(theirs(body))


def test_text_is_escaped_without_being_asked_where_docxtpl_loses_it() -> None:
    body = p("{{ office }}")

    assert told(ours(body)) == ["¶ Sở KH&CN <A>"]
    assert told(theirs(body, escaping=False)) == ["¶ Sở KH·"]


def test_a_merged_cell_is_merged_whole_where_docxtpl_repeats_its_other_paragraphs() -> None:
    middle = row(
        cell(p("{% vm %}{{ name }}"), p("chung"), properties=WIDE), cell(p("{{ x }}"))
    )  # fmt: skip
    body = table(
        row(cell(p("{%tr for x in xs %}"))), middle, row(cell(p("{%tr endfor %}"))), columns=2
    )

    assert [line.count("chung") for line in told(ours(body + p("a")))] == [0, 1, 0, 0, 0]
    assert [line.count("chung") for line in told(theirs(body + p("a")))] == [0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    "body",
    [
        spread(("{%tr for x in no %}",), ("{{ x }}",), ("{%tr endfor %}",)) + p("cuối"),
        spread(("{%tc for x in no %}", "{{ x }}", "{%tc endfor %}")) + p("cuối"),
        table(row(cell(p("{%p for x in no %}"), p("{{ x }}"), p("{%p endfor %}")))) + p("cuối"),
    ],
    ids=["rows", "cells", "paragraphs"],
)
def test_a_loop_without_rounds_leaves_a_sound_file_where_docxtpl_breaks_it(body: str) -> None:
    assert unsound(ours(body)) == []
    assert unsound(theirs(body)) != []


def test_a_loop_across_rows_without_prefix_is_refused_where_docxtpl_loses_cells() -> None:
    body = spread(("{% for x in no %}", "a"), ("b", "{% endfor %}")) + p("cuối")

    with pytest.raises(TemplateError, match="unbalanced"):
        ours(body)
    assert told(theirs(body)) == ["table (1)", "| |", "¶ cuối"]
