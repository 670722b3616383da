"""Makes documents as offices do, with python-docx and LibreOffice, for tests/cases/layout/.

`python tests/layout_offices.py` writes them again; the tests read what is kept, because neither
program writes the same bytes twice.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(__file__).parent / "cases" / "layout"
ALIGN = {"center": WD_ALIGN_PARAGRAPH.CENTER, "left": WD_ALIGN_PARAGRAPH.LEFT,
         "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}  # fmt: skip
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị",
)
TEXT = (
    "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy ban "
    "hành Kế hoạch như sau:"
)
DUTY = (
    "Các cấp ủy, tổ chức đảng quán triệt, tổ chức thực hiện nghiêm túc các nhiệm vụ được giao; "
    "định kỳ 6 tháng báo cáo kết quả."
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set directly, as people do in Word."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "center"
    indent: float = 0
    after: float = 0
    line: float | None = None


def document(size: float = 14) -> Any:
    """An empty A4 document in Times New Roman with its page number in the top margin."""
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _number(section.header.paragraphs[0])
    return made


def _number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (
        ("begin", ""),
        ("", " PAGE "),
        ("separate", ""),
        ("shown", "2"),
        ("end", ""),
    ):
        run = paragraph.add_run()
        run.font.size = Pt(14)
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)


def write(holder: Any, text: str, look: Look, *, first: bool = False) -> Any:
    """A paragraph of one look in a document or cell; `first` uses the one that a cell has."""
    paragraph = holder.paragraphs[0] if first else holder.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
    run.underline = look.underline
    layout = paragraph.paragraph_format
    layout.alignment = ALIGN[look.align]
    layout.first_line_indent = Mm(look.indent)
    layout.space_before, layout.space_after = Pt(0), Pt(look.after)
    if look.line:
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = Pt(look.line)
    return paragraph


def rule_below(paragraph: Any, side: int) -> None:
    """A drawn line under a paragraph: an empty one with a border at its top."""
    made = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    border, top, indent = OxmlElement("w:pBdr"), OxmlElement("w:top"), OxmlElement("w:ind")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{key}"), value)
    for key in ("left", "right"):
        indent.set(qn(f"w:{key}"), str(side))
    border.append(top)
    properties.extend([border, indent])
    made.append(properties)
    paragraph._p.addnext(made)


def letterhead(made: Any, left: list[tuple[str, Look]], right: list[tuple[str, Look]]) -> Any:
    """A table of one row and two columns without lines."""
    table = made.add_table(rows=1, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (72, 93), strict=True):
        column.width = Mm(width)
    for cell, width, lines in zip(table.rows[0].cells, (72, 93), (left, right), strict=True):
        cell.width = Mm(width)
        for number, (text, look) in enumerate(lines):
            write(cell, text, look, first=number == 0)
    return table


def party(**wrong: Any) -> Any:
    """A Party plan; `wrong` says what else stands in it than should."""
    made = document()
    bold, plain = Look(bold=True), Look()
    table = letterhead(
        made,
        [("TỈNH ỦY CAO BẰNG", bold), ("*", plain)],
        [("ĐẢNG CỘNG SẢN VIỆT NAM", Look(15, bold=True))],
    )
    rule_below(table.rows[0].cells[1].paragraphs[0], 560)
    row = table.add_row()
    write(row.cells[0], wrong.get("number", "Số 12-KH/TU"), plain, first=True)
    date = wrong.get("date", "Cao Bằng, ngày 05 tháng 3 năm 2025")
    write(row.cells[1], date, Look(italic=True), first=True)
    write(made, "KẾ HOẠCH", Look(16, bold=True))
    write(made, "thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị", bold)
    if "dashes" not in wrong:
        write(made, "-----", plain)
    _party_text(made, wrong)
    _party_end(made, wrong)
    return made


def _party_text(made: Any, wrong: dict[str, Any]) -> None:
    body = Look(align="justify", indent=10, after=6, line=18)
    heading = Look(bold=True, align="left", indent=10, after=6, line=18)
    write(made, TEXT, body)
    write(made, "I- MỤC ĐÍCH, YÊU CẦU", heading)
    write(made, "1. Mục đích", heading)
    write(made, DUTY, body)
    write(made, "II- TỔ CHỨC THỰC HIỆN", heading)
    last = write(made, wrong.get("last", DUTY), body)
    last.paragraph_format.keep_with_next = True


def _party_end(made: Any, wrong: dict[str, Any]) -> None:
    small = Look(12, align="left")
    archive = wrong.get("archive", "- Lưu Văn phòng Tỉnh ủy.")
    lines = ["- Văn phòng Trung ương Đảng,", "- Các đồng chí Tỉnh ủy viên,", archive]
    role = Look(bold=wrong.get("bold_role", False))
    room = [("", Look())] * 4
    letterhead(
        made,
        [("Nơi nhận:", Look(underline=True, align="left")), *((line, small) for line in lines)],
        [(wrong.get("authority", "T/M BAN THƯỜNG VỤ"), Look(bold=True)), ("BÍ THƯ", role), *room,
         ("Nguyễn Văn A", Look(bold=True))],
    )  # fmt: skip


def state() -> Any:
    """A State plan with two appendices, one on lying pages."""
    made = document()
    bold = Look(13, bold=True)
    table = letterhead(
        made,
        [("ỦY BAN NHÂN DÂN", bold), ("TỈNH LẠNG SƠN", bold)],
        [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold),
         ("Độc lập - Tự do - Hạnh phúc", Look(14, bold=True))],
    )  # fmt: skip
    rule_below(table.rows[0].cells[0].paragraphs[1], 1300)
    rule_below(table.rows[0].cells[1].paragraphs[1], 880)
    row = table.add_row()
    write(row.cells[0], "Số: 07/KH-UBND", Look(13), first=True)
    write(row.cells[1], "Lạng Sơn, ngày 15 tháng 4 năm 2025", Look(14, italic=True), first=True)
    write(made, "KẾ HOẠCH", Look(bold=True))
    subject = write(made, "Về việc thực hiện Nghị quyết số 57-NQ/TW", Look(bold=True))
    rule_below(subject, 3500)
    basis = Look(italic=True, align="justify", indent=12.7, after=6)
    write(made, f"{BASES[0]};", basis)
    write(made, f"{BASES[1]}.", basis)
    body = Look(align="justify", indent=12.7, after=6)
    write(made, "I. MỤC ĐÍCH, YÊU CẦU", Look(bold=True, align="left", indent=12.7, after=6))
    write(made, DUTY, body)
    write(made, f"{DUTY.rstrip('.')}./.", body).paragraph_format.keep_with_next = True
    _state_end(made)
    for number in ("I", "II"):
        _appendix(made, number, lying=number == "II")
    return made


def _state_end(made: Any) -> None:
    small = Look(11, align="left")
    head = Look(14, bold=True)
    letterhead(
        made,
        [("Nơi nhận:", Look(12, bold=True, italic=True, align="left")),
         ("- Thủ tướng Chính phủ (để báo cáo);", small), ("- Lưu: VT, KGVX.", small)],
        [("TM. ỦY BAN NHÂN DÂN", head), ("KT. CHỦ TỊCH", head), ("PHÓ CHỦ TỊCH", head),
         *[("", Look())] * 4, ("Nguyễn Văn A", head)],
    )  # fmt: skip


def _appendix(made: Any, number: str, *, lying: bool) -> None:
    section = made.add_section(WD_SECTION.NEW_PAGE)
    if lying:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.append(start)
    write(made, f"Phụ lục {number}", Look(bold=True))
    write(made, "PHÂN CÔNG NHIỆM VỤ", Look(bold=True))
    write(made, "(Kèm theo Kế hoạch số 07/KH-UBND ngày 15 tháng 4 năm 2025)", Look(italic=True))
    table = made.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("TT", "Nhiệm vụ", "Thời hạn"), strict=True):
        write(cell, text, Look(12, bold=True), first=True)


def careless() -> Any:
    """A Party plan with the mistakes that are refused at a glance."""
    made = party(
        number="Số: 5-KH/TU", date="Cao Bằng, ngày 5 tháng 03 năm 2025", dashes=False,
        authority="TM. BAN THƯỜNG VỤ", bold_role=True, archive="- Lưu: VT.", last=DUTY + "/.",
    )  # fmt: skip
    made.sections[0].footer.paragraphs[0].text = "Tạo bởi phần mềm X"
    return made


def default() -> Any:
    """What python-docx gives when nothing is set: Letter paper, Calibri, no letterhead."""
    made = docx.Document()
    made.add_heading("KẾ HOẠCH", 1)
    made.add_paragraph("TM. ỦY BAN NHÂN DÂN")
    return made


CASES = {"party": party, "state": state, "careless": careless, "default": default}


def main() -> None:
    """Writes every case as python-docx has it, and as LibreOffice saves it again."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in CASES.items():
        made = make()
        made.core_properties.author = ""
        made.save(str(FOLDER / f"{name}.docx"))
    with tempfile.TemporaryDirectory() as folder:
        for name in CASES:
            path = FOLDER / f"{name}.docx"
            for source, kind in ((path, "odt"), (Path(folder) / f"{name}.odt", "docx")):
                command = [
                    "soffice",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    kind,
                    "--outdir",
                    folder,
                    str(source),
                ]
                subprocess.run(command, check=True, capture_output=True, timeout=120)
            (FOLDER / f"{name}.libreoffice.docx").write_bytes(
                (Path(folder) / f"{name}.docx").read_bytes()
            )  # fmt: skip


if __name__ == "__main__":
    main()
