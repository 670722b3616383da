"""What the shipped templates look like once a document is made of them and printed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import ooxml_integrity
import pdfplumber
import pytest
from openxml_audit import OpenXmlValidator
from template_samples import english_view, party_view, state_view

from r57plans.assets import templates_folder
from r57plans.view.records import View
from r57plans.word.package import read_package
from r57plans.word.template import Template
from r57plans.word.xml import Element, parse_part, w

A4 = (595, 842)
MIDDLE = 297.6  # points: half the width of A4
LETTERHEAD = 200  # points from the top: the letterhead ends above
COLUMN_ENDS = {"state": 279.5}  # points from the left: where the letterhead's left column ends
PARTY_COLUMN_END = 289.5
THIN = 2  # points: what is lower than this is a drawn line
BREAKS = [f"break{n}" for n in range(2, 9)]
VIEWS: Mapping[str, tuple[str, View]] = {
    "party": ("vi/action-plan.docx", party_view()),
    "state": ("vi/action-plan-state.docx", state_view()),
    "english": ("en/action-plan.docx", english_view()),
    **{
        name: ("vi/action-plan.docx", replace(party_view(groups=2, texts=n), annexes=()))
        for n, name in enumerate(BREAKS, 2)
    },
}


@dataclass(frozen=True, slots=True)
class Box:
    """A line of print, or a drawn line without text; edges in points from the page's top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """How long the line is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page: its lines in the letterhead's two columns, its drawn lines, its text."""

    width: float
    height: float
    left: tuple[Box, ...]
    right: tuple[Box, ...]
    rules: tuple[Box, ...]
    text: str

    def line(self, text: str) -> Box:
        """The line with this text in either column."""
        return next(box for box in (*self.left, *self.right) if box.text == text)


def render(name: str) -> bytes:
    """The document that a shipped template makes of a sample."""
    template, view = VIEWS[name]
    return Template(templates_folder() / template).render(view.context_for_template())


def document(data: bytes) -> Element:
    """The root of a document's main part."""
    return parse_part(read_package(data)["word/document.xml"], "word/document.xml")


def text_of(element: Element) -> str:
    """The text of an element, without its no-break hyphens."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def boxes(page: pdfplumber.page.Page, left: float, right: float) -> Iterator[Box]:
    """The lines of text between two vertical edges of a page."""
    for line in page.crop((left, 0, right, page.height)).extract_text_lines():
        yield Box(line["text"].strip(), line["x0"], line["x1"], line["top"], line["bottom"])


def sheet(page: pdfplumber.page.Page, column_end: float) -> Sheet:
    """A page as the tests look at it, cut where the letterhead's left column ends."""
    drawn = [*page.lines, *page.rects]
    rules = tuple(
        Box("", d["x0"], d["x1"], d["top"], d["bottom"])
        for d in drawn
        if d["bottom"] - d["top"] < THIN < d["x1"] - d["x0"]
    )
    left, right = boxes(page, 0, column_end), boxes(page, column_end, page.width)
    text = page.extract_text() or ""
    return Sheet(page.width, page.height, tuple(left), tuple(right), rules, text)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Sheet]]:
    """Every sample as LibreOffice prints it, page by page."""
    folder = tmp_path_factory.mktemp("printed")
    for name in VIEWS:
        (folder / f"{name}.docx").write_bytes(render(name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)
    return {name: _sheets(folder, name) for name in VIEWS}


def _sheets(folder: Path, name: str) -> list[Sheet]:
    with pdfplumber.open(folder / f"{name}.pdf") as pdf:
        return [sheet(page, COLUMN_ENDS.get(name, PARTY_COLUMN_END)) for page in pdf.pages]


@pytest.mark.parametrize("name", ["party", "state", "english"])
def test_two_validators_find_nothing_in_a_document(name: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render(name))

    audit = OpenXmlValidator().validate(path)
    findings = ooxml_integrity.check(path)

    assert (audit.is_valid, list(audit.errors), list(findings)) == (True, [], [])


@pytest.mark.parametrize("name", ["party", "state", "english"])
def test_no_tag_is_left_in_a_document(name: str) -> None:
    root = document(render(name))

    text = text_of(root)

    assert "{%" not in text
    assert "{{" not in text
    assert "R57Tag" not in {p.get(w("val")) for p in root.iter(w("pStyle"))}


def test_the_plans_own_wording_replaces_the_templates() -> None:
    template, view = VIEWS["party"]
    own = replace(
        view,
        purpose=("Mục đích riêng.",),
        requirements=("Yêu cầu riêng.",),
        objective=("Mục tiêu riêng.",),
        vision=("Tầm nhìn riêng.",),
        reporting=("Báo cáo riêng.",),
        flexibility=("Rà soát riêng.",),
        funding=("Kinh phí riêng.",),
    )

    data = Template(templates_folder() / template).render(own.context_for_template())

    texts = [text_of(p) for p in document(data).iter(w("p"))]
    assert sum(text.endswith(" riêng.") for text in texts) == 7
    assert not [text for text in texts if text.startswith(("Quán triệt sâu sắc", "Định kỳ 6"))]


def test_an_attachment_has_neither_letterhead_nor_signature() -> None:
    template, view = VIEWS["party"]
    attached = "(kèm theo Quyết định số      -QĐ/TU của Ban Thường vụ Tỉnh ủy)"
    particulars = replace(view.document, letterhead=False, attached=attached, draft="")
    attachment = replace(view, document=particulars, annexes=())

    data = Template(templates_folder() / template).render(attachment.context_for_template())

    texts = [text_of(p) for p in document(data).iter(w("p"))]
    assert texts[0] == "CHƯƠNG TRÌNH HÀNH ĐỘNG"
    assert texts[2] == attached
    assert not {"ĐẢNG CỘNG SẢN VIỆT NAM", "BÍ THƯ", "Nơi nhận:"} & set(texts)


def test_a_group_with_a_mark_of_its_own_is_not_numbered_by_word() -> None:
    template, view = VIEWS["party"]
    group = replace(view.groups[0], mark="A.", title="Nhiệm vụ chung")
    nested = replace(view.groups[0], depth=1, title="Nhóm con")
    plan = replace(view, groups=(group, nested))

    data = Template(templates_folder() / template).render(plan.context_for_template())

    styles = {text_of(p): p.find(f"{w('pPr')}/{w('pStyle')}") for p in document(data).iter(w("p"))}
    marked, numbered = styles["A. Nhiệm vụ chung"], styles["Nhóm con"]
    assert marked is not None
    assert numbered is not None
    assert marked.get(w("val")) == "R57TypedSection"
    assert numbered.get(w("val")) == "Heading3"


def test_every_task_row_carries_its_bookmark() -> None:
    root = document(render("party"))

    names = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}

    for place in ("body", "tasks", "roadmap"):
        assert {f"_r57_{place}_{group}_{task}" for group in (1, 2, 3) for task in (1, 2)} <= names


def test_the_grid_of_the_roadmap_has_a_column_for_each_period() -> None:
    tables = list(document(render("party")).iter(w("tbl")))

    widths = [int(c.get(w("w"), "0")) for c in tables[-1].iter(w("gridCol"))]

    assert len(widths) == 2 + 13
    assert sum(widths) == 14287


@pytest.mark.word
def test_the_party_letterhead_stands_where_the_rules_put_it(
    printed: dict[str, list[Sheet]],
) -> None:
    first = printed["party"][0]

    issuer, heading = first.line("TỈNH ỦY CAO BẰNG"), first.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    star = first.line("*")

    assert issuer.right < MIDDLE < heading.left
    assert heading.top == pytest.approx(min(box.top for box in first.right), abs=0.1)
    assert issuer.bottom == pytest.approx(heading.bottom, abs=2)
    assert star.centre == pytest.approx(issuer.centre, abs=2)
    assert star.top > issuer.top


@pytest.mark.word
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("party", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("state", "Độc lập - Tự do - Hạnh phúc"),
        ("english", "COMMUNIST PARTY OF VIET NAM"),
    ],
)
def test_the_rule_under_the_heading_is_as_long_as_the_heading(
    printed: dict[str, list[Sheet]], name: str, heading: str
) -> None:
    first = printed[name][0]
    above = next(box for box in first.right if box.text == heading)

    rule = min((r for r in first.rules if r.top > above.top and r.left > 250), key=lambda r: r.top)

    assert rule.width == pytest.approx(above.width, abs=2)
    assert rule.centre == pytest.approx(above.centre, abs=2)
    assert 0 < rule.top - above.bottom < 8


@pytest.mark.word
def test_number_and_date_stand_on_one_level(printed: dict[str, list[Sheet]]) -> None:
    first = printed["party"][0]

    number = next(box for box in first.left if box.text.endswith("-CTr/TU"))
    date = next(box for box in first.right if box.text.startswith("Cao Bằng, ngày"))

    assert number.bottom == pytest.approx(date.bottom, abs=1)
    assert number.top < LETTERHEAD


@pytest.mark.word
def test_the_state_letterhead_has_its_two_lines_and_a_short_rule_under_the_issuer(
    printed: dict[str, list[Sheet]],
) -> None:
    first = printed["state"][0]
    country = first.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = first.line("Độc lập - Tự do - Hạnh phúc")
    issuer = first.line("ỦY BAN NHÂN DÂN TỈNH")

    rule = next(r for r in first.rules if r.right < MIDDLE and r.top < LETTERHEAD)

    assert country.bottom < motto.bottom
    assert motto.centre == pytest.approx(country.centre, abs=1)
    assert issuer.width / 3 <= rule.width <= issuer.width / 2 + THIN
    assert rule.centre == pytest.approx(issuer.centre, abs=2)


@pytest.mark.word
def test_the_title_and_the_hyphens_under_it_stand_in_the_middle(
    printed: dict[str, list[Sheet]],
) -> None:
    lines = printed["party"][0].text.splitlines()

    title = lines.index("CHƯƠNG TRÌNH HÀNH ĐỘNG")

    assert lines[title + 1].startswith("thực hiện Nghị quyết")
    assert "-----" in lines[title + 2 : title + 6]
    assert "I- MỤC ĐÍCH, YÊU CẦU" in lines


@pytest.mark.word
def test_parts_and_their_sections_are_numbered_afresh(printed: dict[str, list[Sheet]]) -> None:
    lines = "\n".join(page.text for page in printed["party"]).splitlines()
    start = lines.index("IV- TỔ CHỨC THỰC HIỆN")

    following = lines[start + 1 :]

    assert [line for line in lines if line.startswith(("I- ", "II- ", "III- ", "IV- "))] == [
        "I- MỤC ĐÍCH, YÊU CẦU",
        "II- MỤC TIÊU",
        "III- NHIỆM VỤ, GIẢI PHÁP",
        "IV- TỔ CHỨC THỰC HIỆN",
    ]
    assert following[0] == "1. Phân công thực hiện"
    assert following[1].startswith("1.1. Đảng ủy Ủy ban nhân dân tỉnh:")
    assert "2. Ban Chỉ đạo" in following


@pytest.mark.word
def test_only_pages_after_the_first_of_a_section_show_their_number(
    printed: dict[str, list[Sheet]],
) -> None:
    pages = printed["party"]
    landscape = [page for page in pages if page.width > page.height]

    tops = [page.text.splitlines()[0] for page in pages]

    body = len(pages) - len(landscape)
    assert tops[1:body] == [str(n) for n in range(2, body + 1)]
    assert tops[0].startswith("TỈNH ỦY CAO BẰNG")
    assert [top for top in tops[body:] if not top.startswith("Phụ lục")] == ["2", "2"]


@pytest.mark.word
@pytest.mark.parametrize("name", ["party", "state", "english"])
def test_every_appendix_begins_a_landscape_page_and_no_page_is_empty(
    printed: dict[str, list[Sheet]], name: str
) -> None:
    pages = printed[name]

    headed = [page for page in pages if page.text.startswith("Phụ lục")]

    assert [page.text.splitlines()[0] for page in headed] == [
        "Phụ lục 1", "Phụ lục 2", "Phụ lục 3"
    ]  # fmt: skip
    assert all(round(page.width) == A4[1] and round(page.height) == A4[0] for page in headed)
    assert all(len(page.text) > 40 for page in pages)


@pytest.mark.word
def test_the_heading_row_is_repeated_on_each_page_of_a_table(
    printed: dict[str, list[Sheet]],
) -> None:
    pages = [page for page in printed["party"] if page.width > page.height]

    second = [page for page in pages if page.text.startswith("2\n")]

    assert len(second) == 2
    assert all("Nhiệm vụ" in "".join(page.text.splitlines()[1:4]) for page in second)


@pytest.mark.word
@pytest.mark.parametrize("name", BREAKS)
def test_the_signature_block_is_whole_and_never_alone_on_its_page(
    printed: dict[str, list[Sheet]], name: str
) -> None:
    last = printed[name][-1].text

    found = [words in last for words in ("T/M BAN THƯỜNG VỤ", "Nơi nhận:", "Lưu Văn phòng")]

    assert found == [True, True, True]
    assert "được phổ biến đến chi bộ." in last


@pytest.mark.word
def test_the_samples_break_their_pages_before_the_signature_block_somewhere(
    printed: dict[str, list[Sheet]],
) -> None:
    lines = [len(printed[name][-1].text.splitlines()) for name in BREAKS]

    assert min(lines) < 12 < max(lines)
