"""LibreOffice prints every document as 36-HD and Decree 30 want it, without a lost letter."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import damage
import docx
import pytest
from built_examples import (
    CASES,
    EVERY_CASE,
    PARALLEL,
    PARTY_CASES,
    REPORT,
    REPORT_CASES,
    SIGNED_CASES,
    STATE_CASES,
    UNSIGNED,
    Case,
)
from docx.oxml.ns import qn
from page_checks import (
    Letterhead,
    Page,
    appendix_faults,
    continued,
    head_faults,
    letterhead_faults,
    lost_letters,
    margin_faults,
    number_faults,
    pages_of,
    signature_faults,
    state_letterhead_faults,
    strange_fonts,
)
from rendering import rendered

pytestmark = pytest.mark.word

HEADINGS = {"vi": "ĐẢNG CỘNG SẢN VIỆT NAM", "en": "COMMUNIST PARTY OF VIET NAM"}
STATE_HEADINGS = {
    "vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    "en": ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"),
}
SAMPLE = Case("cao-bang", "vi")
# On a task sheet a second table may begin a page, which then has the heading of that one.
# A report in two languages has its tables between its paragraphs, on lying pages too.
ONE_TABLE_A_SECTION = tuple(
    case
    for case in EVERY_CASE
    if case.document != UNSIGNED and (case.document, case.language) != (REPORT, PARALLEL)
)
SAMPLE_CLEAN = Case("cao-bang", "vi", clean=True)
SPOILT = {
    spoil.__name__: spoil
    for spoil in (
        damage.with_swapped_letterhead,
        damage.without_rule,
        damage.with_other_margins,
        damage.with_number_on_page_1,
        damage.with_low_number,
        damage.with_upright_appendices,
        damage.without_repeated_heads,
        damage.with_lonely_signature,
        damage.with_strange_letter,
    )
}

Shown = Callable[[object], tuple[Page, ...]]


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    files = {str(case): case.data for case in (*EVERY_CASE, SAMPLE_CLEAN)}
    files |= {name: spoil(SAMPLE.data) for name, spoil in SPOILT.items()}
    return rendered(files, tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="session")
def shown(pdfs: dict[str, Path]) -> Shown:
    """The pages of a case, or of a spoilt copy, each read once."""
    known: dict[str, tuple[Page, ...]] = {}

    def pages(what: object) -> tuple[Page, ...]:
        name = str(what)
        if name not in known:
            known[name] = pages_of(pdfs[name])
        return known[name]

    return pages


def letterhead(case: Case) -> Letterhead:
    document = case.view.document
    heading = HEADINGS[case.language] if case.party else STATE_HEADINGS[case.language][0]
    return Letterhead(
        superior=str(document.superior),
        issuer=str(document.issuer),
        heading=heading,
        number=str(document.number),
        place_date=str(document.place_date),
    )


def signature(case: Case) -> tuple[str, ...]:
    block = case.view.signature
    texts = (block.authority, block.deputising, block.role, block.signed, block.name)
    return tuple(str(text) for text in texts if str(text))


def headings(case: Case) -> tuple[str, ...]:
    return tuple(str(annex.heading) for annex in case.view.annexes)


def text_of(data: bytes) -> str:
    texts = docx.Document(io.BytesIO(data)).element.iter(qn("w:t"))
    return "".join(element.text or "" for element in texts)


@pytest.mark.parametrize("case", EVERY_CASE, ids=str)
def test_no_letter_is_lost(case: Case, shown: Shown) -> None:
    assert lost_letters(shown(case), text_of(case.data)) == []
    assert strange_fonts(shown(case)) == []


@pytest.mark.parametrize("case", PARTY_CASES, ids=str)
def test_page_1_of_a_party_document_has_its_letterhead_where_it_belongs(
    case: Case, shown: Shown
) -> None:
    assert letterhead_faults(shown(case)[0], letterhead(case)) == []


@pytest.mark.parametrize("case", STATE_CASES, ids=str)
def test_page_1_of_a_state_document_has_its_letterhead_where_it_belongs(
    case: Case, shown: Shown
) -> None:
    motto = STATE_HEADINGS[case.language][1]

    assert state_letterhead_faults(shown(case)[0], letterhead(case), motto) == []


def test_the_letterhead_of_the_other_layout_is_found(shown: Shown) -> None:
    state, (heading, motto) = STATE_CASES[0], STATE_HEADINGS["vi"]
    meant = replace(letterhead(SAMPLE), heading=heading)

    assert letterhead_faults(shown(state)[0], letterhead(SAMPLE)) != []
    assert state_letterhead_faults(shown(SAMPLE)[0], meant, motto) != []


@pytest.mark.parametrize("case", SIGNED_CASES, ids=str)
def test_the_text_keeps_the_margins(case: Case, shown: Shown) -> None:
    assert margin_faults(shown(case)[0]) == []


@pytest.mark.parametrize("case", SIGNED_CASES, ids=str)
def test_page_numbers_begin_on_page_2_at_the_top(case: Case, shown: Shown) -> None:
    assert number_faults(*shown(case)[:2]) == []


@pytest.mark.parametrize("case", [*CASES, *REPORT_CASES], ids=str)
def test_each_appendix_begins_a_landscape_page_of_its_own(case: Case, shown: Shown) -> None:
    assert headings(case)
    assert appendix_faults(shown(case), headings(case)) == []


@pytest.mark.parametrize("case", ONE_TABLE_A_SECTION, ids=str)
def test_heading_rows_are_repeated_on_each_page(case: Case, shown: Shown) -> None:
    assert head_faults(shown(case)) == []


def test_the_sample_has_an_appendix_of_several_pages(shown: Shown) -> None:
    assert continued(shown(SAMPLE))


@pytest.mark.parametrize("case", SIGNED_CASES, ids=str)
def test_the_signature_block_is_whole_and_not_alone(case: Case, shown: Shown) -> None:
    assert signature_faults(shown(case), signature(case)) == []


@pytest.mark.parametrize("case", EVERY_CASE, ids=str)
def test_no_page_is_empty(case: Case, shown: Shown) -> None:
    assert [n for n, page in enumerate(shown(case), 1) if not page.letters] == []


def test_a_clean_copy_prints_the_same_lines_at_the_same_places(shown: Shown) -> None:
    kept, clean = shown(SAMPLE), shown(SAMPLE_CLEAN)

    assert [texts(page) for page in clean] == [texts(page) for page in kept]
    assert [
        (one, other)
        for page, copy in zip(kept, clean, strict=True)
        for one, other in zip(page.lines, copy.lines, strict=True)
        if abs(one.x0 - other.x0) > 1 or abs(one.x1 - other.x1) > 1 or one.top != other.top
    ] == []


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def faults_of(check: str, pages: tuple[Page, ...]) -> list[str]:
    """What one check says of a spoilt copy of the sample."""
    checks: dict[str, Callable[[], list[str]]] = {
        "letterhead": lambda: letterhead_faults(pages[0], letterhead(SAMPLE)),
        "margins": lambda: margin_faults(pages[0]),
        "numbers": lambda: number_faults(*pages[:2]),
        "appendices": lambda: appendix_faults(pages, headings(SAMPLE)),
        "heads": lambda: head_faults(pages),
        "signature": lambda: signature_faults(pages, signature(SAMPLE)),
        "letters": lambda: lost_letters(pages, text_of(SAMPLE.data)),
    }
    return checks[check]()


@pytest.mark.parametrize(
    ("spoilt", "check", "said"),
    [
        ("with_swapped_letterhead", "letterhead", "the heading is not in the right half"),
        ("without_rule", "letterhead", "no rule under the heading"),
        ("with_other_margins", "margins", "text begins at 20.0 mm"),
        ("with_number_on_page_1", "numbers", "page 1 has a number"),
        ("with_low_number", "numbers", "page 2 has no number in the upper margin"),
        ("with_upright_appendices", "appendices", "is not landscape"),
        ("without_repeated_heads", "heads", "does not repeat the heading row"),
        ("with_lonely_signature", "signature", "alone on its page"),
        ("with_strange_letter", "letters", "the font has no '\\ue123'"),
    ],
)
def test_a_fault_is_found(spoilt: str, check: str, said: str, shown: Shown) -> None:
    assert said in "; ".join(faults_of(check, shown(spoilt)))
