"""Pairs of Word files at random for the redline: bodies that no plan made, and edits of them."""

from __future__ import annotations

import re
from itertools import count, cycle
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from lxml import etree
from word_packages import Extra, r, root_xml, word_file

from r57plans.word.xml import Element, w

WORDS = ("một", "hai", "ba", "57-NQ/TW", "KH&CN", "và", "<x>", "bốn,", "(năm)", "1. sáu")
_LINE = '<w:spacing w:before="60"/>'

words = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
looks = st.sampled_from(("", "<w:rPr><w:b/></w:rPr>"))
runs = st.builds(lambda text, look: r(escape(text), look).replace("<w:t>", _KEPT), words, looks)
_KEPT = '<w:t xml:space="preserve">'


def control(inner: str, tag: str) -> str:
    """A content control of runs or of blocks."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'  # noqa: E501


tags = st.sampled_from(("a", "b", "r57:task/1.1.1/leads/0", "r57:task/1.1.1/deadline"))
field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
things = st.sampled_from(
    ("<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", field,
     '<w:r><w:footnoteReference w:id="1"/></w:r>')
)  # fmt: skip
notes = st.lists(words, min_size=1, max_size=3)
inline = st.one_of(runs, runs, things, st.builds(control, runs, tags))


def paragraph(content: list[str]) -> str:
    """A paragraph of inline content."""
    return f"<w:p><w:pPr>{_LINE}</w:pPr>{''.join(content)}</w:p>"


paragraphs = st.lists(inline, max_size=4).map(paragraph)


def _row(cells: list[str]) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in cells)}</w:tr>"


def _table(rows: list[str]) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def _tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(lambda blocks, last: "".join(blocks) + last,
                      st.lists(inner, max_size=2), paragraphs)  # fmt: skip
    rows = st.lists(cells, min_size=1, max_size=3).map(_row)
    return st.lists(rows, min_size=1, max_size=3).map(_table)


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(inner, _tables(inner), st.builds(control, paragraphs, tags))


blocks = _blocks(_blocks(paragraphs))


@st.composite
def other_columns(draw: st.DrawFn, block: str) -> str:
    """The table with a column more or less, or with cells of a row made one; other blocks as they
    are."""
    if not block.startswith("<w:tbl>"):
        return block
    table = etree.fromstring(root_xml("body", block))[0]
    how, at = draw(st.sampled_from(("in", "out", "span"))), draw(st.integers(0, 2))
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        if how == "in":
            row.insert(min(at, len(cells)), etree.fromstring(root_xml("tc", draw(paragraphs))))
        elif how == "out" and at < len(cells) > 1:
            row.remove(cells[at])
        elif how == "span" and not at:
            etree.SubElement(_properties(cells[0]), w("gridSpan"), {w("val"): "2"})
            at = 1
    return etree.tostring(table, encoding="unicode")


def _properties(cell: Element) -> Element:
    found = cell.find(w("tcPr"))
    if found is None:
        cell.insert(0, found := etree.Element(w("tcPr")))
    return found


@st.composite
def pairs_of_files(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A file and the same after blocks were taken out, put in, moved or replaced."""
    old = draw(st.lists(blocks, max_size=6))
    new = list(old)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new)))
        how = draw(st.sampled_from(("in", "out", "move", "change", "columns")))
        if how == "in" or at == len(new):
            new.insert(at, draw(blocks))
        elif how == "out":
            del new[at]
        elif how == "move":
            new.append(new.pop(at))
        elif how == "columns":
            new[at] = draw(other_columns(new[at]))
        else:
            new[at] = draw(blocks)
    return _file(old, draw(notes)), _file(new, draw(notes))


def _file(body: list[str], texts: list[str]) -> bytes:
    number, note = count(1), cycle(texts)
    inner: list[str] = []

    def numbered(_found: re.Match[str]) -> str:
        at = next(number)
        said = paragraph([r(escape(next(note)))])
        inner.append(f'<w:footnote w:id="{at}">{said}</w:footnote>')
        return f'<w:footnoteReference w:id="{at}"/>'

    whole = re.sub(r'<w:footnoteReference w:id="1"/>', numbered, "".join(body)) + paragraph([])
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    data = root_xml("footnotes", "".join(inner))
    return word_file(whole, Extra("word/footnotes.xml", "footnotes", data, kind))
