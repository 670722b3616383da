"""The linter on documents that were not made here, and on files that nobody should trust."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from built_examples import ALL_CASES, IN_PARALLEL, PARALLEL, UNSIGNED, Case, built, others
from layout_documents import MAIN, Parts, changed, good, ordinal, paragraph, piece, put
from layout_offices import FOLDER
from word_packages import p, parts_of, r, root_xml, word_file

from r57plans.errors import WordFileError
from r57plans.word.layout.run import found_in, lint_layout
from r57plans.word.ole import OLE_HEADER
from r57plans.word.package import read_package, write_package
from r57plans.word.xml import w

# Translations, clean copies and most editions in two columns are left to `make gates`.
IN_TWO = [
    Case(name, PARALLEL, document=document) for name in IN_PARALLEL for document in others(name)
]
QUICK = [Case("hue-ubnd", PARALLEL), Case("hue-ubnd", PARALLEL, document=UNSIGNED)]
BUILT = [
    pytest.param(
        case,
        marks=[pytest.mark.word]
        if (case.language != "vi" or case.clean) and case not in QUICK
        else [],
        id=str(case),
    )
    for case in (*ALL_CASES, *IN_TWO)
]
BOLD, CENTRED = "<w:rPr><w:b/></w:rPr>", '<w:pPr><w:jc w:val="center"/></w:pPr>'
CARELESS = [
    "layout.running-text",
    "layout.number-colon",
    "layout.number-padding",
    "layout.date-padding",
    "layout.dashes",
    "layout.ending",
    "layout.archive",
    "layout.authority",
    "layout.bold",
]


def rules(data: bytes, layout: str = "auto") -> list[str]:
    return [finding.rule for finding in lint_layout(data, layout=layout).report]


def kept(name: str) -> bytes:
    return (FOLDER / f"{name}.docx").read_bytes()


@pytest.mark.parametrize("case", BUILT)
def test_every_document_that_we_build_passes_its_own_layout(case: Case) -> None:
    verdict = lint_layout(case.data, str(case))

    assert verdict.report.text("en") == ""
    # An extract of a plan without a number names no symbol of its issuer.
    assert verdict.choice.layout.party == case.party or case.document == UNSIGNED
    assert verdict.choice.translation == (case.language == "en" and case.document != UNSIGNED)
    assert verdict.choice.extract == (case.document == UNSIGNED)
    assert verdict.choice.parallel == (case.language == PARALLEL)


@pytest.mark.parametrize("name", ["party", "state", "party.libreoffice", "state.libreoffice"])
def test_a_good_document_of_another_program_passes(name: str) -> None:
    verdict = lint_layout(kept(name), name)

    assert verdict.report.text("en") == ""
    assert verdict.choice.layout.party == name.startswith("party")


@pytest.mark.parametrize("name", ["careless", "careless.libreoffice"])
def test_what_is_refused_at_a_glance_is_found_whoever_made_the_file(name: str) -> None:
    found = rules(kept(name))

    assert found == CARELESS


@pytest.mark.parametrize("name", ["default", "default.libreoffice"])
def test_styles_and_theme_of_another_program_are_seen_through(name: str) -> None:
    report = lint_layout(kept(name)).report

    said = {finding.rule: finding.as_dict("en") for finding in report}

    assert said["layout.font"]["found"] == "Cambria"
    assert said["layout.mixed-fonts"]["found"] == "Calibri"
    assert said["layout.colour"]["found"] == "365F91"
    assert said["layout.size"]["found"] == "11"
    assert said["layout.paper"]["found"] == "215.9 x 279.4 mm"


def test_the_other_layout_finds_what_is_different() -> None:
    party_as_state = set(rules(good("party"), "state-2020"))
    state_as_party = set(rules(good("state"), "party-2018"))

    assert {"layout.number-colon", "layout.authority", "layout.archive"} <= party_as_state
    assert {"layout.star", "layout.dashes", "layout.ending", "layout.bold"} <= state_as_party


@pytest.mark.parametrize(
    ("day", "layout"),
    [
        ("26 tháng 5 năm 2026", "party-2018"),
        ("27 tháng 5 năm 2026", "party-2026"),
        ("28 tháng 02 năm 2017", "party-2018"),
    ],
)
def test_the_layout_is_chosen_by_the_date(day: str, layout: str) -> None:
    data = changed(good("party"), _says("place-date", f"Mẫu, ngày {day}"))

    verdict = lint_layout(data)

    assert verdict.choice.layout.id == layout
    assert ("12/01/2026" in verdict.choice.why.vi) == (layout == "party-2026")
    assert verdict.report.text("en") == ""


def test_the_commas_of_2018_are_refused_in_2026() -> None:
    name = "careless"

    old, new = rules(kept(name)), rules(kept(name), "party-2026")

    assert set(new) - set(old) == {"layout.recipients-line"}


def test_a_document_that_does_not_say_whose_it_is_is_refused_with_what_to_do() -> None:
    with pytest.raises(WordFileError) as caught:
        lint_layout(word_file(p("Xin chào")), "thu.docx")

    [finding] = caught.value.report
    assert finding.rule == "layout.unknown"
    assert "--layout" in finding.hint.vi
    assert rules(word_file(p("Xin chào")), "party-2018")


def _says(component: str, text: str):  # type: ignore[no-untyped-def]  # a change, as in the helpers
    def change(parts: Parts) -> None:
        line = paragraph(parts, ordinal("party", component))
        for run in list(line):
            if run.tag != w("pPr"):
                line.remove(run)
        line.append(piece(f"<w:r><w:t>{text}</w:t></w:r>"))

    return change


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    def track(parts: Parts) -> None:
        line = paragraph(parts, ordinal("party", "number"))
        for run in list(line.iter(w("r"))):
            run.getparent().remove(run)
        deleted = '<w:del w:id="900" w:author="A"><w:r><w:delText>Số: 5</w:delText></w:r></w:del>'
        inserted = '<w:ins w:id="901" w:author="A"><w:r><w:t>Số 05-KH/ĐU</w:t></w:r></w:ins>'
        line.extend([piece(deleted), piece(inserted)])

    verdict = lint_layout(changed(good("party"), track))

    assert verdict.changed
    assert verdict.report.text("en") == ""


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Ghi chú.</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>',
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:rPr>"
        '<w:color w:val="FF0000"/></w:rPr><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r></w:p>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>"
        '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Bảng lồng</w:t></w:r></w:p></w:tc>'
        "</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        '<w:sdt><w:sdtContent><w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Ô</w:t></w:r>'
        "</w:p></w:sdtContent></w:sdt>",
    ],
    ids=["comments", "text boxes", "nested tables", "content controls"],
)
def test_what_stands_in_frames_of_any_kind_is_read(xml: str) -> None:
    def change(parts: Parts) -> None:
        paragraph(parts, ordinal("party", "dashes")).addnext(piece(xml))

    found = rules(changed(good("party"), change))

    assert ("layout.colour" in found) == ("FF0000" in xml)


def test_a_file_without_styles_is_read_with_words_own_defaults() -> None:
    data = word_file(p("Số: 5-KH/TU"))

    report = lint_layout(data, layout="party-2018").report

    sizes = [f.as_dict("en")["found"] for f in report if f.rule == "layout.size"]
    assert sizes == ["10"]


def test_empty_documents_and_odd_values_are_no_traceback() -> None:
    odd = '<w:p><w:pPr><w:spacing w:line="x" w:before="1e9"/><w:ind w:left=""/></w:pPr></w:p>'
    empty = write_package(parts_of("") | {MAIN: root_xml("document", "")})

    for data in (word_file(odd), word_file(""), empty):
        assert rules(data, "state-2020")


def macros() -> bytes:
    parts = read_package(good("party"))
    types = parts["[Content_Types].xml"]
    return write_package(parts | {
        "word/vbaProject.bin": b"x",
        "[Content_Types].xml": types.replace(
            b"</Types>", b'<Override PartName="/word/vbaProject.bin" '
            b'ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"not a zip", "word.not-a-zip"),
        (OLE_HEADER + b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" * 40, "word."),
        (macros(), "word.macros"),
        (good("party")[:-200], "word."),
    ],
    ids=["text", "password", "macros", "cut short"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, rule: str) -> None:
    with pytest.raises(WordFileError) as caught:
        lint_layout(data, "x.docx")

    assert caught.value.report.findings[0].rule.startswith(rule)


def test_a_broken_part_is_named() -> None:
    parts = read_package(good("party"))

    with pytest.raises(WordFileError) as caught:
        lint_layout(write_package(parts | {"word/styles.xml": b"<w:styles"}), "x.docx")

    said = caught.value.report.text("vi")
    assert "word/styles.xml" in said
    assert said.startswith("x.docx: lỗi: ")


def test_a_letterhead_of_tabs_and_a_heading_in_one_paragraph_are_recognised(tmp_path: Path) -> None:
    body = (
        p(r("ỦY BAN NHÂN DÂN"), "<w:r><w:tab/></w:r>", r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        + p(r("Số: 12/KH-UBND"), "<w:r><w:tab/></w:r>", r("Hà Nội, ngày 05 tháng 3 năm 2025"))
        + p("KẾ HOẠCH")
    )

    found = rules(word_file(body))

    assert not {"layout.number", "layout.place-date", "layout.issuer", "layout.heading"} & {*found}
    assert "layout.level" not in found


def test_a_document_without_a_letterhead_is_not_searched_to_its_end_for_one() -> None:
    lines = [p(f"{name} SỐ {number}") for number in range(20) for name in ("BAN", "Phần")]

    with pytest.raises(WordFileError) as caught:
        lint_layout(word_file("".join(lines) + p("Sở Tài chính") + p("KẾ HOẠCH")))

    assert caught.value.report.findings[0].rule == "layout.unknown"


def test_chapters_articles_and_who_decides_are_no_running_text() -> None:
    bold, centred = "<w:rPr><w:b/></w:rPr>", '<w:pPr><w:jc w:val="center"/></w:pPr>'
    body = (
        p("Số: 05/QĐ-UBND")
        + p(centred, r("QUYẾT ĐỊNH", bold))
        + p(centred, r("Về việc thành lập Ban Chỉ đạo", bold))
        + p(centred, r("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", bold))
        + p("Căn cứ Luật Tổ chức chính quyền địa phương;")
        + p("Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.")
        + p(centred, r("QUYẾT ĐỊNH:", bold))
        + p(centred, r("Chương I", bold))
        + p(centred, r("QUY ĐỊNH CHUNG", bold))
        + p(r("Điều 1.", bold), r(" Thành lập Ban Chỉ đạo."))
    )

    pieces = [piece.component for piece in found_in(word_file(body)).pieces]
    said = lint_layout(word_file(body), layout="state-2020").report

    assert pieces == [
        "number", "type", "subject", "enacting", "basis", "basis", "enacting", "chapter",
        "chapter-title", "article",
    ]  # fmt: skip
    about = {f.as_dict("en")["component"] for f in said if f.rule in ("layout.bold", "layout.case")}
    assert about == set()


def test_a_letter_has_a_subject_and_no_type() -> None:
    made = docx.Document()
    for line in (
        "TỈNH ỦY CAO BẰNG",
        "*",
        "Số 15-CV/TU",
        "về việc báo cáo",
        "Kính gửi: Sở Tài chính",
    ):
        made.add_paragraph(line)
    buffer = BytesIO()
    made.save(buffer)

    found = rules(buffer.getvalue())

    assert not {"layout.type", "layout.subject", "layout.letter-subject"} & {*found}


@pytest.mark.parametrize(
    ("sides", "right"),
    [((15, 20, 30, 20), True), ((20, 15, 20, 15), False)],
    ids=["turned", "too narrow"],
)
def test_an_edition_in_two_languages_is_judged_by_its_pages_alone(
    sides: tuple[int, ...], right: bool
) -> None:
    def change(parts: Parts) -> None:
        for margins in parts[MAIN].iter(w("pgMar")):
            for side, length in zip(("top", "right", "bottom", "left"), sides, strict=True):
                margins.set(w(side), str(round(length * 56.7)))

    verdict = lint_layout(changed(Case("cao-bang", PARALLEL).data, change))

    assert verdict.choice.parallel
    assert [f.rule for f in verdict.report] == ([] if right else ["layout.margins"])


def test_the_plan_that_a_decision_issues_is_judged_like_a_plan() -> None:
    data = built("hue-ubnd", "issuing-decision", "vi")
    plan = next(a for a in found_in(data).annexes if a.all("type"))
    broken = {
        "type": ("layout.size", '<w:sz w:val="40"/>', False),
        "subject": ("layout.bold", '<w:b w:val="0"/>', False),
        "part": ("layout.align", '<w:jc w:val="right"/>', True),
        "body": ("layout.line-spacing", '<w:spacing w:line="600" w:lineRule="exact"/>', True),
    }

    def change(parts: Parts) -> None:
        for component, (_, xml, of_paragraph) in broken.items():
            line = paragraph(parts, plan.all(component)[0].shown.ordinal)
            for holder in [line] if of_paragraph else line.iter(w("r")):
                put(holder, "pPr" if of_paragraph else "rPr", xml)

    assert sorted(rules(changed(data, change))) == sorted(rule for rule, *_ in broken.values())


@pytest.mark.parametrize(
    ("head", "first"),
    [
        (p(CENTRED, r("KẾ HOẠCH", BOLD), "<w:r><w:br/></w:r>", r("thực hiện Nghị quyết")), "type"),
        (
            "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
            + f"<w:tc>{p('ỦY BAN NHÂN DÂN TỈNH MẪU')}</w:tc>"
            + f"<w:tc>{p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tc></w:tr></w:tbl>"
            + p(CENTRED, r("KẾ HOẠCH", BOLD)),
            "heading",
        ),
    ],
    ids=["title in two lines", "letterhead of its own"],
)
def test_an_attached_plan_is_seen_behind_the_signature(head: str, first: str) -> None:
    decision = p("Số: 05/QĐ-UBND") + p(CENTRED, r("QUYẾT ĐỊNH", BOLD)) + p("Điều 1. Ban hành.")
    signed = p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH") + p("Nơi nhận:") + p("- Lưu: VT.")
    new_page = p('<w:r><w:br w:type="page"/></w:r>') + p("")
    text = p(r("I. MỤC TIÊU", BOLD)) + p("Lời của kế hoạch.") * 70

    found = found_in(word_file(decision + signed + new_page + head + text))

    [plan] = found.annexes
    assert found.one("role") is not None
    assert plan.pieces[0].component == first
    assert len(plan.all("type")) == len(plan.all("part")) == 1
    assert len(plan.all("body")) == 70


def test_a_thousand_blank_lines_before_an_appendix_are_no_traceback() -> None:
    lines = p("Nơi nhận:") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + "<w:p/>" * 3000

    found = found_in(word_file(lines + p(CENTRED, r("DANH SÁCH"))))

    assert [a.first.text for a in found.annexes] == ["DANH SÁCH"]


def test_a_file_in_an_old_encoding_is_refused_with_the_reason() -> None:
    lines = ("§¶ng céng s¶n ViÖt Nam", "TØnh ñy Cao B»ng", "thùc hiÖn NghÞ quyÕt sè 57-NQ/TW")

    with pytest.raises(WordFileError) as caught:
        lint_layout(word_file("".join(map(p, lines))), "cu.docx")

    [finding] = caught.value.report
    assert "TCVN3" in finding.message.vi
    assert "Unicode" in finding.hint.vi


def test_a_signature_block_of_tabs_has_its_list_left_and_its_names_right() -> None:
    tab = "<w:r><w:tab/></w:r>"
    head = p("Số 15-KH/TU") + p("KẾ HOẠCH") + p("Lời.")
    block = (
        p(r("Nơi nhận:"), tab, r("T/M BAN THƯỜNG VỤ"))
        + p(r("- Như trên,"), tab, r("BÍ THƯ"))
        + p(r("- Lưu Văn phòng Tỉnh ủy."), tab)
        + p("") * 3
        + p(tab, r("Nguyễn Văn Mẫu"))
    )

    found = found_in(word_file(head + block))

    said = {c: [line.text for line in found.all(c)] for c in ("recipients", "role", "signer")}
    assert said == {
        "recipients": ["- Như trên,", "- Lưu Văn phòng Tỉnh ủy."],
        "role": ["BÍ THƯ"],
        "signer": ["Nguyễn Văn Mẫu"],
    }


def test_a_letterhead_in_two_text_boxes_is_not_said_to_be_uneven() -> None:
    left = p("TỈNH ỦY MẪU") + p("*") + p("Số 15-KH/TU")
    right = p("ĐẢNG CỘNG SẢN VIỆT NAM") + p("Mẫu, ngày 05 tháng 3 năm 2025")
    boxes = "".join(
        f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
        for inner in (left, right)
    )

    found = rules(word_file(boxes + p("KẾ HOẠCH") + p("Lời.")))

    assert not {"layout.level", "layout.number", "layout.heading", "layout.star"} & {*found}
