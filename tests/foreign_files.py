"""Pairs of Word files such as offices have, none of them made from a plan: old and edited."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from lxml import etree
from word_packages import _NAMESPACES

Edit = Callable[[Document], None]

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_TEXT_BOX = f"""<w:p {_NAMESPACES} xmlns:wps="{_WPS}"><w:r><w:t>Xem khung:</w:t></w:r>
<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/>
<wp:docPr id="77" name="Khung"/><wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="width:140pt;height:47pt"><v:textbox><w:txbxContent><w:p><w:r>
<w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""


def saved(document: Document) -> bytes:
    """The bytes of a document, without the part that validators do not know."""
    for relation in list(document.part.rels.values()):
        if relation.reltype.endswith("stylesWithEffects"):
            del document.part.rels[relation.rId]
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def base() -> Document:
    """Headings, lists, a table, a header and a footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "DỰ THẢO LẦN 1"
    document.sections[0].footer.paragraphs[0].text = "Trang"
    document.add_heading("Kế hoạch số hóa hồ sơ", 1)
    document.add_paragraph("Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị, Sở KH&CN báo cáo:")
    for text in ("rà soát hồ sơ", "quét và lưu trữ", "kiểm tra chất lượng"):
        document.add_paragraph(text, style="List Number")
    for text in ("máy quét", "đường truyền"):
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    for n, row in enumerate(table.rows):
        for cell, text in zip(row.cells, (str(n), f"Nhiệm vụ {n}", f"Quý {n}/2025"), strict=True):
            cell.text = text
    document.add_paragraph("Đề nghị các đơn vị thực hiện trước ngày 30/6/2025.")
    return document


def element(document: Document, xml: str, at: int = -1) -> None:
    """Put XML into the body, at the end or before one of its blocks."""
    body = document.element.body
    made = parse_xml(xml if "xmlns:w=" in xml else xml.replace(">", f" {_NAMESPACES}>", 1))
    body.insert(len(body) - 1 if at < 0 else at, made)


def _pair(make: Edit, edit: Edit) -> tuple[bytes, bytes]:
    """What `make` adds to the base, and the same after `edit`."""
    old, new = base(), base()
    make(old)
    make(new)
    edit(new)
    return saved(old), saved(new)


def _nothing(_document: Document) -> None:
    """The base as it is."""


def _words(document: Document) -> None:
    document.paragraphs[1].runs[
        0
    ].text = "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị, Sở Khoa học và Công nghệ báo cáo:"
    document.tables[0].cell(2, 2).text = "Quý IV/2025"


def _list(document: Document) -> None:
    document.paragraphs[3].insert_paragraph_before("phân loại hồ sơ", style="List Number")
    _drop(document.paragraphs[6]._p)


def _rows(document: Document) -> None:
    table = document.tables[0]
    _drop(table.rows[1]._tr)
    for cell, text in zip(table.add_row().cells, ("4", "Nhiệm vụ mới", "2026"), strict=True):
        cell.text = text


def _header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "DỰ THẢO LẦN 2"


def _style(document: Document) -> None:
    document.paragraphs[-1].insert_paragraph_before("Ghi chú cuối", style="Quote")


def _without_style(document: Document) -> None:
    _drop(document.paragraphs[-2]._p)
    _drop(document.styles["Quote"].element)


def _formats(document: Document) -> None:
    document.paragraphs[1].runs[0].bold = True
    document.paragraphs[1].alignment = 1
    document.tables[0].cell(1, 1).paragraphs[0].runs[0].italic = True


def _drop(xml: etree._Element) -> None:
    parent = xml.getparent()
    assert parent is not None
    parent.remove(xml)


def _text_box(document: Document) -> None:
    element(document, _TEXT_BOX)


def _other_text_box(document: Document) -> None:
    for text in document.element.body.iter("{*}t"):
        text.text = (text.text or "").replace("Chữ trong khung", "Chữ khác trong khung")


def _contents(document: Document) -> None:
    """A table of contents: one field that begins in its first paragraph and ends after its last."""
    start = """<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>
<w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mục một</w:t></w:r></w:p>"""
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    for n, xml in enumerate((start, "<w:p><w:r><w:t>Mục hai</w:t></w:r></w:p>", end)):
        element(document, xml, 1 + n)


def _longer_contents(document: Document) -> None:
    element(document, "<w:p><w:r><w:t>Mục ba</w:t></w:r></w:p>", 3)


def _no_contents(document: Document) -> None:
    for paragraph in list(document.element.body)[1:4]:
        _drop(paragraph)


def _bookmark(document: Document) -> None:
    body = document.element.body
    start = parse_xml(f'<w:bookmarkStart {_NAMESPACES} w:id="91" w:name="Phan_A"/>')
    body[1].append(start)
    body[3].append(parse_xml(f'<w:bookmarkEnd {_NAMESPACES} w:id="91"/>'))


def _without_bookmark(document: Document) -> None:
    for paragraph in list(document.element.body)[1:3]:
        _drop(paragraph)
    for end in list(document.element.body.iter("{*}bookmarkEnd")):
        _drop(end)


def _comment(document: Document) -> None:
    document.add_comment(document.paragraphs[1].runs, "Xem lại câu này.", "Phó Chánh Văn phòng")


def _without_commented(document: Document) -> None:
    _drop(document.paragraphs[1]._p)


def _controls(document: Document) -> None:
    """A control around a row, one around a cell, one around paragraphs."""
    table = document.tables[0]
    for inner in (table.rows[1]._tr, table.rows[2]._tr.tc_lst[1], document.paragraphs[1]._p):
        control = parse_xml(
            f'<w:sdt {_NAMESPACES}><w:sdtPr><w:tag w:val="khung"/></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        inner.addprevious(control)
        control[1].append(inner)


def _controls_changed(document: Document) -> None:
    for text in document.element.body.iter("{*}t"):
        text.text = (text.text or "").replace("Nhiệm vụ 1", "Nhiệm vụ I").replace("2", "II")


def _row_control_out(document: Document) -> None:
    table = document.tables[0]._tbl
    _drop(next(child for child in table if str(child.tag).endswith("}sdt")))


def _nested(document: Document) -> None:
    inner = document.tables[0].cell(1, 1).add_table(2, 2)
    inner.cell(0, 0).text = "trong"
    document.tables[0].cell(1, 1).add_paragraph("sau bảng con")


def _nested_changed(document: Document) -> None:
    inner = document.tables[0].cell(1, 1).tables[0]
    inner.cell(0, 0).text = "bên trong"
    inner.add_row().cells[1].text = "hàng mới"


def _no_nested(document: Document) -> None:
    _drop(document.tables[0].cell(1, 1).tables[0]._tbl)


def _tracked(document: Document) -> None:
    """Tracked changes of someone else: an insertion, a deletion, a moved paragraph."""
    who = 'w:author="Ông A" w:date="2025-01-02T00:00:00Z"'
    element(
        document,
        f"""<w:p><w:ins w:id="501" {who}><w:r><w:t>Thêm.</w:t></w:r></w:ins>
<w:del w:id="502" {who}><w:r><w:delText>Bỏ.</w:delText></w:r></w:del></w:p>""",
    )
    for n, kind in enumerate(("moveFrom", "moveTo")):
        element(
            document,
            f"""<w:p><w:pPr><w:rPr><w:{kind} w:id="50{3 + n}" {who}/></w:rPr></w:pPr>
<w:{kind}RangeStart w:id="51{n}" {who} w:name="m1"/><w:{kind} w:id="52{n}" {who}><w:r>
<w:t>Chuyển.</w:t></w:r></w:{kind}><w:{kind}RangeEnd w:id="51{n}"/></w:p>""",
        )


def _link(document: Document) -> None:
    number = document.part.relate_to(
        "https://example.org", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    element(
        document,
        f"""<w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r>
<w:hyperlink r:id="{number}"><w:r><w:t>trang này</w:t></w:r></w:hyperlink></w:p>""",
    )


def _formula(document: Document) -> None:
    element(document, "<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>")


def _other_formula(document: Document) -> None:
    for text in document.element.body.iter("{*}t"):
        text.text = (text.text or "").replace("a+b", "a−b")


def _last(document: Document) -> None:
    _drop([child for child in document.element.body if str(child.tag).endswith("}p")][-1])


def _merged(document: Document) -> None:
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))


def _table_out(document: Document) -> None:
    _drop(document.tables[0]._tbl)


def _second_table(document: Document) -> None:
    document.element.body.insert(-1, deepcopy(document.tables[0]._tbl))
    document.add_paragraph("Sau bảng thứ hai")


def _column(document: Document) -> None:
    """Another column in the middle of the table."""
    table = document.tables[0]
    for n, row in enumerate(table._tbl.tr_lst):
        made = deepcopy(row.tc_lst[1])
        row.tc_lst[1].addnext(made)
        made.p_lst[0].r_lst[0].text = f"Đơn vị {n}"
    grid = table._tbl.tblGrid
    grid.gridCol_lst[1].addnext(deepcopy(grid.gridCol_lst[1]))


def _column_out(document: Document) -> None:
    """The column out again, and one word changed."""
    table = document.tables[0]
    for row in table._tbl.tr_lst:
        row.remove(row.tc_lst[2])
    table._tbl.tblGrid.remove(table._tbl.tblGrid.gridCol_lst[2])
    table.cell(1, 1).text = "Nhiệm vụ khác"


def pairs() -> dict[str, tuple[bytes, bytes]]:
    """Old and new by what was edited; each also with the sides changed."""
    made = {
        "words": _pair(_nothing, _words),
        "list": _pair(_nothing, _list),
        "rows": _pair(_nothing, _rows),
        "header": _pair(_nothing, _header),
        "style": _pair(_style, _without_style),
        "formats": _pair(_nothing, _formats),
        "text box": _pair(_text_box, _other_text_box),
        "no text box": _pair(_text_box, _last),
        "contents": _pair(_contents, _longer_contents),
        "no contents": _pair(_contents, _no_contents),
        "bookmark": _pair(_bookmark, _without_bookmark),
        "comment": _pair(_comment, _without_commented),
        "controls": _pair(_controls, _controls_changed),
        "row in a control": _pair(_controls, _row_control_out),
        "nested table": _pair(_nested, _nested_changed),
        "no nested table": _pair(_nested, _no_nested),
        "tracked": _pair(_tracked, _words),
        "link": _pair(_link, _last),
        "formula": _pair(_formula, _other_formula),
        "merged cells": _pair(_nothing, _merged),
        "column": _pair(_nothing, _column),
        "no column": _pair(_column, _column_out),
        "no table": _pair(_nothing, _table_out),
        "two tables": _pair(_nothing, _second_table),
    }
    back = {f"{name}, back": (new, old) for name, (old, new) in made.items()}
    return made | back
