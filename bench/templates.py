"""One document in two dialects of tags, and its layout, which python-docx by hand uses too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TypeAlias

import docx
from docx.document import Document
from docx.table import Table, _Row

from bench.data import FIELDS, GROUP_FIELDS

# A paragraph's pieces: text with fields such as {lead}, and whether it is bold.
Line: TypeAlias = Sequence[tuple[str, bool]]
Say: TypeAlias = Callable[[str], str]

TITLE: Line = (("{title}", True),)
BASIS: Line = (("{basis}", False),)
GROUP: Line = (("{number}. {title}", True),)
TASK: Sequence[Line] = (
    (("Nhiệm vụ {number}: ", True), ("{title}", True)),
    (("{text}", False),),
    (("Chủ trì: ", True), ("{lead}", False), ("; phối hợp: ", True), ("{supports}", False)),
    (("Sản phẩm: ", True), ("{products}", False), ("; thời hạn: ", True), ("{deadline}", False)),
)
TASKS_HEADING: Line = (("Phụ lục I: Danh mục nhiệm vụ", True),)
TASK_COLUMNS = (
    *("TT", "Nhiệm vụ", "Nội dung", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn", "Kinh phí"),
    "Căn cứ",
)
GROUPS_HEADING: Line = (("Phụ lục II: Phân công theo dõi các nhóm nhiệm vụ", True),)
GROUP_COLUMNS = ("TT", "Nhóm nhiệm vụ", "Theo dõi", "Kiểm điểm")

TASK_CELLS = tuple(f"{{{name}}}" for name in FIELDS)
GROUP_CELLS = tuple(f"{{{name}}}" for name in GROUP_FIELDS)

_PARAGRAPHS = ' [loopOver: "paragraph"]}'
_FIELD = re.compile(r"\{(\w+)\}")


def jinja_template() -> bytes:
    """The template that r57plans and docxtpl share."""
    document = docx.Document()
    top, group, task = _dotted(""), _dotted("group."), _dotted("task.")
    write(document, TITLE, top)
    write(document, BASIS, top)
    _tag(document, "{%p for group in groups %}")
    write(document, GROUP, group)
    _tag(document, "{%p for task in group.tasks %}")
    for line in TASK:
        write(document, line, task)
    _tag(document, "{%p endfor %}")
    _tag(document, "{%p endfor %}")
    write(document, TASKS_HEADING)
    table = start_table(document, TASK_COLUMNS)
    _tag_row(table, "{%tr for group in annex %}")
    fill_across(table.add_row(), group(GROUP[0][0]))
    _tag_row(table, "{%tr for task in group.tasks %}")
    fill(table.add_row(), [task(cell) for cell in TASK_CELLS])
    _tag_row(table, "{%tr endfor %}")
    _tag_row(table, "{%tr endfor %}")
    write(document, GROUPS_HEADING)
    table = start_table(document, GROUP_COLUMNS)
    _tag_row(table, "{%tr for group in annex %}")
    fill(table.add_row(), [group(cell) for cell in GROUP_CELLS])
    _tag_row(table, "{%tr endfor %}")
    return saved(document)


def docxtemplater_template() -> bytes:
    """The template for docxtemplater: tags of loops over paragraphs stand in their own."""
    document = _braces_start()
    _tag(document, "{#groups}")
    write(document, GROUP)
    _tag(document, "{#tasks}")
    for line in TASK:
        write(document, line)
    _tag(document, "{/tasks}")
    _tag(document, "{/groups}")
    return _braces_end(document)


def easy_template_x_template() -> bytes:
    """The template for easy-template-x: tags of loops stand in their first and last paragraph."""
    document = _braces_start()
    write(document, (("{#groups" + _PARAGRAPHS, False), *GROUP))
    first, *between, last = TASK
    write(document, (("{#tasks" + _PARAGRAPHS, False), *first))
    for line in between:
        write(document, line)
    write(document, (*last, ("{/tasks}{/groups}", False)))
    return _braces_end(document)


def write(document: Document, line: Line, say: Say = str) -> None:
    """Add a paragraph; `say` makes each piece's text out of the one with fields."""
    paragraph = document.add_paragraph()
    for text, bold in line:
        run = paragraph.add_run(say(text))
        if bold:
            run.bold = True


def start_table(document: Document, columns: Sequence[str]) -> Table:
    """A table that has its row of headings so far."""
    table = document.add_table(1, len(columns), "Table Grid")
    fill(table.rows[0], columns)
    return table


def fill(row: _Row, texts: Sequence[str]) -> None:
    """Write a row's cells."""
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def fill_across(row: _Row, text: str) -> None:
    """Write one cell over all of a row's columns."""
    row.cells[0].merge(row.cells[-1]).text = text


def saved(document: Document) -> bytes:
    """The document's file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _braces_start() -> Document:
    document = docx.Document()
    write(document, TITLE)
    write(document, BASIS)
    return document


def _braces_end(document: Document) -> bytes:
    """The tables: in both peers a loop's tags stand in its first and last cell."""
    write(document, TASKS_HEADING)
    table = start_table(document, TASK_COLUMNS)
    fill_across(table.add_row(), "{#annex}" + GROUP[0][0])
    fill(table.add_row(), _around("{#tasks}", TASK_CELLS, "{/tasks}{/annex}"))
    write(document, GROUPS_HEADING)
    table = start_table(document, GROUP_COLUMNS)
    fill(table.add_row(), _around("{#annex}", GROUP_CELLS, "{/annex}"))
    return saved(document)


def _dotted(record: str) -> Say:
    return lambda text: _FIELD.sub(rf"{{{{ {record}\1 }}}}", text)


def _around(before: str, cells: Sequence[str], after: str) -> list[str]:
    return [before + cells[0], *cells[1:-1], cells[-1] + after]


def _tag(document: Document, tag: str) -> None:
    document.add_paragraph(tag)


def _tag_row(table: Table, tag: str) -> None:
    table.add_row().cells[0].text = tag
