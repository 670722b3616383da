"""What the letterhead, the title, the bases and the signature say."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from import_builders import OPENING, SIX, STATE, read, rules, saved, word
from word_packages import root_xml

from r57plans.errors import NoPlanError
from r57plans.model.base import DocumentDate
from r57plans.model.plan import Plan

TABLE = [SIX, ["1", "Việc", "Sở Y tế", "", "", "2025"]]


def plan(*pieces: object, **asked: object) -> Plan:
    """The plan of a file with one task."""
    return read(word(*pieces, TABLE, **asked)).plan  # type: ignore[arg-type]  # by name


def party(issuer: str, day: str) -> list[tuple[str, str]]:
    """A letterhead of the Party."""
    number = "\n*\nSố 12-CTr/TU"
    return [(f"{issuer}{number}", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("", day)]


def test_a_party_programme() -> None:
    said = plan(OPENING)

    document = said.document
    assert (said.province, document.issuer, document.type) == ("cao-bang", "tinh-uy", "CTr")
    assert (document.number, str(document.date)) == ("12", "2025-03-28")
    assert [cited.id for cited in document.parents] == ["nq57", "nq03-cp"]
    assert document.title is not None
    assert document.title.vi == "thực hiện Nghị quyết số 57-NQ/TW"


def test_a_state_plan_with_grounds_one_of_them_unknown_and_its_deputy_signer() -> None:
    imported = read(
        word(
            "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;",
            "Căn cứ Kế hoạch số 43-KH/TU ngày 10/01/2025 của Tỉnh ủy về chuyển đổi số,",
            TABLE,
            head=STATE,
            title=("KẾ HOẠCH", "Triển khai thực hiện Nghị quyết số 71/NQ-CP"),
            ending=[["Nơi nhận:\n- Chính phủ;\n- Như trên;\n- Lưu: VT.",
                     "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Mẫu"]],
        )
    )  # fmt: skip

    document = imported.plan.document
    assert (document.issuer, document.type, document.number) == ("ubnd", "KH", "1570")
    assert document.opening == "list"
    known, other = document.parents
    assert known.id == "nq71-cp"
    assert (other.number, str(other.date)) == ("43-KH/TU", "2025-01-10")
    assert other.title is not None
    assert other.title.vi == "về chuyển đổi số"
    assert document.signer is not None
    assert (document.signer.authority, document.signer.role) == (
        "uy-ban-nhan-dan",
        "pho-chu-tich-ubnd",
    )
    assert [text.vi for text in document.recipients] == ["Chính phủ", "Như trên"]
    assert rules(imported) == ["import.particular"]


def test_a_commune_is_the_unit_under_its_province() -> None:
    said = plan(
        head=[("ĐẢNG BỘ TỈNH KHÁNH HÒA\nĐẢNG ỦY XÃ CÔNG HẢI\n*\nSố      -KH/ĐU",
               "ĐẢNG CỘNG SẢN VIỆT NAM"), ("", "Công Hải, ngày      tháng 9 năm 2025")],
        title=("KẾ HOẠCH", "thực hiện Nghị quyết số 57-NQ/TW trên địa bàn xã Công Hải"),
    )  # fmt: skip

    assert said.unit is not None
    assert (said.unit.type, said.unit.vi, said.province) == ("xã", "Công Hải", "khanh-hoa")
    document = said.document
    assert (document.issuer, document.type, document.number) == ("dang-uy", "KH", None)
    assert str(document.date) == "2025-09"


@pytest.mark.parametrize(
    ("issuer", "day", "province"),
    [
        ("TỈNH ỦY HÀ GIANG", "Hà Giang, ngày 28 tháng 3 năm 2025", "ha-giang"),
        ("THÀNH UỶ HUẾ", "Huế, ngày 3 tháng 3 năm 2025", "hue"),
        ("TỈNH ỦY BÀ RỊA - VŨNG TÀU", "Bà Rịa, ngày 01 tháng 4 năm 2025", "ba-ria-vung-tau"),
        ("THÀNH ỦY HỒ CHÍ MINH", "TP. Hồ Chí Minh, ngày 01 tháng 8 năm 2025", "ho-chi-minh"),
    ],
)
def test_provinces_are_those_of_the_day(issuer: str, day: str, province: str) -> None:
    assert plan(head=party(issuer, day)).province == province


def test_a_province_that_had_merged_by_then_is_its_successor_and_is_told() -> None:
    imported = read(
        word(TABLE, head=party("TỈNH ỦY HÀ GIANG", "Hà Giang, ngày 01 tháng 9 năm 2025"))
    )

    assert imported.plan.province == "tuyen-quang"
    assert "import.province-merged" in rules(imported)


def test_without_a_day_a_merged_province_has_its_last_month_and_the_clerk_is_told() -> None:
    head = [("TỈNH ỦY HÀ GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM")]
    imported = read(word(TABLE, head=head), on=DocumentDate.parse("2026-11-26"))

    assert str(imported.plan.document.date) == "2025-06"
    assert "import.date" in rules(imported)


def test_a_decision_that_issues_the_plan_is_its_cover() -> None:
    document = plan(
        head=[("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
              ("Số: 512/QĐ-UBND", "Huế, ngày 12 tháng 5 năm 2025")],
        title=("QUYẾT ĐỊNH", "ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW"),
    ).document  # fmt: skip

    assert (document.type, document.number) == ("KH", None)
    assert document.cover is not None
    assert (document.cover.type, document.cover.number) == ("QĐ", "512")
    assert document.title is not None
    assert document.title.vi == "thực hiện Nghị quyết số 57-NQ/TW"


def test_an_annex_alone_takes_its_particulars_from_the_line_of_attachment() -> None:
    line = "(Kèm theo Kế hoạch số 63/KH-UBND ngày 28/3/2025 của Ủy ban nhân dân tỉnh Cao Bằng)"

    said = plan(line, head=(), title=("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ"))

    document = said.document
    assert (said.province, document.issuer, document.number) == ("cao-bang", "ubnd", "63")
    assert str(said.document.date) == "2025-03-28"


def test_without_a_province_nothing_is_written() -> None:
    with pytest.raises(NoPlanError) as caught:
        plan(head=(), title=())

    assert [finding.rule for finding in caught.value.report] == ["import.date"]


def test_an_english_file_is_read_and_its_texts_stand_in_both_languages() -> None:
    columns = ["No.", "Task", "Lead agency", "Deliverable", "Deadline"]
    rows = [
        columns,
        ["1", "Build a data centre", "Department of Finance", "Data centre", "June 2025"],
    ]

    imported = read(
        word("CAO BANG PROVINCIAL PARTY COMMITTEE", "Cao Bang, 28 March 2025", rows, head=(),
             title=("ACTION PROGRAMME",))
    )  # fmt: skip

    plan = imported.plan
    assert (plan.province, plan.document.type, str(plan.document.date)) == (
        "cao-bang",
        "CTr",
        "2025-03-28",
    )
    (task,) = plan.tasks
    assert task.leads == ("so-tai-chinh",)
    assert task.text is not None
    assert task.text.vi == task.text.en == "Build a data centre"
    assert "import.english" in rules(imported)


def test_the_province_can_be_given() -> None:
    imported = read(
        word(TABLE, head=(), title=()), province="Cao Bằng", on=DocumentDate.parse("2025-03")
    )

    assert imported.plan.province == "cao-bang"


def test_purpose_requirements_and_objective_are_the_plans_own_and_other_text_is_told() -> None:
    imported = read(
        word(
            OPENING, "I- MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Quán triệt Nghị quyết.",
            "2. Yêu cầu", "Rõ người.", "Rõ việc.", "II- MỤC TIÊU", "1. Mục tiêu tổng quát",
            "Đi đầu vùng.", "2. Mục tiêu cụ thể", "Kinh tế số 30%.", "III- NHIỆM VỤ", TABLE,
        )
    )  # fmt: skip

    sections = imported.plan.sections
    assert [text.vi for text in sections.purpose] == ["Quán triệt Nghị quyết."]
    assert [text.vi for text in sections.requirements] == ["Rõ người.", "Rõ việc."]
    assert [text.vi for text in sections.objective] == ["Đi đầu vùng."]
    (left,) = (f for f in imported.report.findings if f.rule == "import.text")
    assert "II- MỤC TIÊU" in left.message.vi


def test_the_spelling_of_the_file_is_that_of_the_plan() -> None:
    table = [SIX, ["1", "Chuẩn hoá dữ liệu của Đảng uỷ", "Sở Y tế", "", "", "2025"]]

    assert read(word(table)).plan.spelling == "old"


@pytest.mark.parametrize("line", ["T/M BAN CHẤP HÀNH", "T/M TỈNH ỦY", "T/M BAN CHẤP HÀNH ĐẢNG BỘ"])
def test_the_executive_committee_signs_for_itself(line: str) -> None:
    document = plan(ending=[["Nơi nhận:\n- Lưu VPTU.", f"{line}\nBÍ THƯ"]]).document

    assert document.signer is not None
    assert (document.signer.authority, document.signer.role) == ("ban-chap-hanh", "bi-thu")


def test_words_after_a_parent_that_are_another_clause_are_not_its_title() -> None:
    said = plan(
        "Thực hiện Kế hoạch số 309-KH/TU ngày 23/5/2025 của Ban Thường vụ Thành ủy, UBND thành phố "
        "ban hành Kế hoạch như sau:"
    )

    *_, parent = said.document.parents
    assert (parent.number, parent.title) == ("309-KH/TU", None)


def test_the_spelling_of_the_letterhead_counts_too() -> None:
    head = party("TỈNH UỶ KHÁNH HOÀ", "Khánh Hoà, ngày 28 tháng 3 năm 2025")

    assert plan(head=head).spelling == "old"


def test_a_heading_and_its_text_may_stand_on_one_line() -> None:
    sections = plan(
        OPENING, "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích: Quán triệt Nghị quyết.", "Rõ việc.",
        "2. Yêu cầu: Rõ người.",
    ).sections  # fmt: skip

    assert [text.vi for text in sections.purpose] == ["Quán triệt Nghị quyết.", "Rõ việc."]
    assert [text.vi for text in sections.requirements] == ["Rõ người."]


def test_text_before_the_first_part_is_told() -> None:
    imported = read(word(OPENING, "Những năm qua, chuyển đổi số có nhiều kết quả.", TABLE))

    (left,) = (f for f in imported.report.findings if f.rule == "import.text")
    assert "Những năm qua" in left.message.vi


def test_the_text_of_a_plan_that_a_decision_issues_is_read() -> None:
    data = word(
        "Căn cứ Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
        [["Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]],
        "KẾ HOẠCH", "Thực hiện Nghị quyết số 57-NQ/TW",
        "(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng 5 năm 2025)",
        "I. MỤC ĐÍCH", "Rõ việc.", TABLE,
        head=STATE,
        title=("QUYẾT ĐỊNH", "Ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW"),
    )  # fmt: skip
    document = docx.Document(io.BytesIO(data))
    title = next(p for p in document.paragraphs if p.text == "KẾ HOẠCH")
    title.paragraph_format.page_break_before = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER

    imported = read(saved(document))

    assert [text.vi for text in imported.plan.sections.purpose] == ["Rõ việc."]
    assert "import.text" in rules(imported)


CENTRAL = [("CHÍNH PHỦ\nSố: 03/NQ-CP", f"{STATE[0][1]}\nHà Nội, ngày 09 tháng 01 năm 2025")]


def test_a_document_of_the_centre_is_no_province_s() -> None:
    data = word(TABLE, head=CENTRAL, title=("NGHỊ QUYẾT",))
    with pytest.raises(NoPlanError, match=r"import\.province"):
        read(data)

    asked = read(data, province="cao-bang")
    assert asked.plan.province == "cao-bang"
    assert "import.issuer" in rules(asked)


def test_the_number_of_an_english_file_is_read() -> None:
    table = [["No.", "Task", "Lead agency", "Deadline"], ["I", "Data", "<", "<"],
             ["1", "Build", "Department of Justice", "2025"]]  # fmt: skip
    head = [("PROVINCIAL PARTY COMMITTEE OF HUNG YEN\nNo. 12-CTr/TU", "Hung Yen, 28 March 2025")]

    said = read(word(table, head=head, title=("ACTION PROGRAMME",))).plan

    assert said.document.number == "12"
    assert [(group.vi, group.en) for group in said.groups] == [("Data", "Data")]


RELATION = (
    b'<Relationship Id="rN" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
)


def with_footnote(data: bytes, text: str) -> bytes:
    """The file with a part of footnotes that has this one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", RELATION)
            new.writestr(name, part)
        note = f"<w:footnote><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        new.writestr("word/footnotes.xml", root_xml("footnotes", note))
    return buffer.getvalue()


def test_a_footnote_and_a_title_that_is_not_found_are_told() -> None:
    data = word(TABLE, title=("CHƯƠNG TRÌNH HÀNH ĐỘNG",))

    imported = read(with_footnote(data, "Chỉ cấp tỉnh."))

    (left,) = (f.message.vi for f in imported.report.findings if f.rule == "import.note")
    assert left == "Chú thích cuối trang, không đưa vào kế hoạch: “Chỉ cấp tỉnh.”."
    assert "  # title:  " in imported.text
