"""What `--fix` puts right, as changes that can be accepted or rejected; and `--annotate`."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from layout_changes import accepted, rejected, shown
from layout_documents import MAIN, changed, good
from layout_mutants import LAYOUTS, MUTANTS, Mutant
from layout_offices import FOLDER
from lxml import etree
from openxml_audit import OpenXmlValidator

from r57plans.errors import WordFileError
from r57plans.load import load_layout_rules
from r57plans.word.layout.annotate import annotate_layout
from r57plans.word.layout.fault import LookFix, TextFix
from r57plans.word.layout.fix import fix_layout
from r57plans.word.layout.run import lint_layout
from r57plans.word.package import read_package
from r57plans.word.xml import parse_part, w

FIXABLE = {rule.id for rule in load_layout_rules() if rule.fix}


def _samples() -> list[Mutant]:
    """The first mutant of each kind and rule that a machine can put right; the proof has all."""
    kept: dict[tuple[str, str], list[Mutant]] = {}
    for mutant in MUTANTS:
        if mutant.rule in FIXABLE and _fixes(mutant):
            kept.setdefault((mutant.rule, mutant.kind), []).append(mutant)
    return list(chain.from_iterable(mutants[:1] for mutants in kept.values()))


def _fixes(mutant: Mutant) -> bool:
    """Whether its finding is mechanical: what is missing, or a list's own mark, is not."""
    gone = mutant.name in ("gone", "no place") or mutant.rule == "layout.heading-mark"
    small = mutant.rule == "layout.case" and mutant.component in (
        "subject", "place-date", "signer", "recipients-word", "attached", "appendix"
    )  # fmt: skip
    return not gone and not small


def _fixed(data: bytes, layout: str, **given: str) -> bytes:
    fixes = [fix for _, fix in lint_layout(data, layout=layout).fixes]
    return fix_layout(data, fixes, **given)  # type: ignore[arg-type]  # names of options


@pytest.mark.no_cover
@pytest.mark.parametrize("mutant", _samples(), ids=str)
def test_what_is_mechanical_is_put_right_and_can_be_taken_back(mutant: Mutant) -> None:
    layout, wrong = LAYOUTS[mutant.kind], changed(good(mutant.kind), mutant.change)

    fixed = _fixed(wrong, layout)

    assert lint_layout(fixed, layout=layout).changed
    assert lint_layout(accepted(fixed), layout=layout).report.text("en") == ""
    assert shown(rejected(fixed)) == shown(wrong)


def test_every_rule_that_promises_a_fix_is_tried() -> None:
    tried = {mutant.rule for mutant in _samples()}

    assert FIXABLE - tried == {"layout.heading-mark"}


def test_a_typed_mark_of_a_heading_is_put_right() -> None:
    data = (FOLDER / "party.docx").read_bytes()

    fixed = _fixed(data, "state-2020")

    said = [line for line in _texts(accepted(fixed)) if line.startswith("I")]
    assert said == ["I. MỤC ĐÍCH, YÊU CẦU", "II. TỔ CHỨC THỰC HIỆN"]


@pytest.mark.parametrize("name", ["careless", "careless.libreoffice"])
def test_a_careless_draft_is_mended_but_for_what_only_a_person_can_do(name: str) -> None:
    data = (FOLDER / f"{name}.docx").read_bytes()

    fixed = _fixed(data, "party-2018", author="Văn phòng", day="2025-03-05")

    left = [f.rule for f in lint_layout(accepted(fixed)).report]
    assert left == ["layout.running-text", "layout.dashes"]
    assert {"Số 05-KH/TU", "T/M BAN THƯỜNG VỤ", "- Lưu Văn phòng Tỉnh ủy."} <= {
        *_texts(accepted(fixed))
    }
    assert shown(rejected(fixed)) == shown(data)


def _texts(data: bytes) -> list[str]:
    root = parse_part(read_package(data)[MAIN], MAIN)
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p"))]


def test_changes_bear_the_author_and_the_day_that_were_given() -> None:
    data = (FOLDER / "careless.docx").read_bytes()

    root = parse_part(read_package(_fixed(data, "auto", author="Lan", day="2025-03-05"))[MAIN], "")

    kinds = [w(n) for n in ("ins", "del", "rPrChange", "pPrChange")]
    told = {(e.get(w("author")), e.get(w("date"))) for e in root.iter(*kinds)}
    ids = [e.get(w("id")) for e in root.iter(*kinds)]
    assert told == {("Lan", "2025-03-05T00:00:00Z")}
    assert len(ids) == len(set(ids)) > 5


def test_the_same_fixes_give_the_same_bytes_and_none_the_same_file() -> None:
    data = (FOLDER / "careless.docx").read_bytes()

    assert _fixed(data, "auto") == _fixed(data, "auto")
    assert fix_layout(data, []) == data


def test_a_file_with_tracked_changes_is_not_changed_further() -> None:
    fixed = _fixed((FOLDER / "careless.docx").read_bytes(), "auto")

    with pytest.raises(WordFileError) as caught:
        fix_layout(fixed, [], name="du-thao.docx")

    [finding] = caught.value.report
    assert (finding.rule, finding.place.file) == ("layout.has-changes", "du-thao.docx")


def test_a_fix_in_the_middle_of_a_run_changes_nothing_else() -> None:
    data = good("party")
    [number] = [p.ordinal for p in _paragraphs(data) if p.text.startswith("thực hiện Nghị quyết")]

    fixed = fix_layout(
        data, [TextFix(number, 5, 9, "HIỆN"), LookFix(number, 10, 14, {"italic": True})]
    )

    [line] = [p for p in _paragraphs(accepted(fixed)) if p.ordinal == number]
    assert line.text.startswith("thực HIỆN Nghị quyết số")
    assert [run.text for run in line.runs if run.look.italic] == ["Nghị"]
    assert shown(rejected(fixed)) == shown(data)


def _paragraphs(data: bytes):  # type: ignore[no-untyped-def]  # paragraphs as the linter reads them
    from r57plans.word.layout.reading import read_document
    from r57plans.word.package import open_package

    return read_document(open_package(data)).paragraphs


@pytest.mark.parametrize("name", ["careless", "default"])
def test_a_copy_with_comments_and_one_with_changes_are_sound(name: str, tmp_path: Path) -> None:
    data = (FOLDER / f"{name}.libreoffice.docx").read_bytes()
    report = lint_layout(data).report
    made = {"ghi-chu": annotate_layout(data, report), "sua": _fixed(data, "auto")}

    for stem, content in made.items():
        path = tmp_path / f"{stem}.docx"
        path.write_bytes(content)
        before = _errors(FOLDER / f"{name}.libreoffice.docx")

        assert _errors(path) <= before


def _errors(path: Path) -> set[str]:
    return {str(error.description) for error in OpenXmlValidator().validate(path).errors}


def test_each_finding_becomes_a_comment_beside_its_text() -> None:
    data = (FOLDER / "careless.docx").read_bytes()
    report = lint_layout(data).report

    parts = read_package(annotate_layout(data, report, "en", author="Lan", day="2025-03-05"))

    comments = parse_part(parts["word/comments.xml"], "")
    said = ["".join(c.itertext()) for c in comments]
    assert len(said) == len(report)
    assert all(f"[{f.rule}]" in text for f, text in zip(report, said, strict=True))
    assert {(c.get(w("author")), c.get(w("date"))) for c in comments} == {
        ("Lan", "2025-03-05T00:00:00Z")
    }
    root = parse_part(parts[MAIN], "")
    number = next(f for f in report if f.rule == "layout.number-colon")
    anchored = _anchored(root, str(list(report).index(number)))
    assert anchored == "Số: 5-KH/TU"


def _anchored(root: etree._Element, identifier: str) -> str:
    inside, text = False, ""
    for element in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("t")):
        if element.get(w("id")) == identifier:
            inside = element.tag == w("commentRangeStart")
        elif inside:
            text += element.text or ""
    return text


def test_comments_of_an_earlier_call_are_taken_out() -> None:
    data = (FOLDER / "careless.docx").read_bytes()
    once = annotate_layout(data, lint_layout(data).report)

    twice = annotate_layout(once, lint_layout(once).report)

    assert lint_layout(once).report.text("vi") == lint_layout(data).report.text("vi")
    assert read_package(once)["word/comments.xml"] == read_package(twice)["word/comments.xml"]
    assert annotate_layout(good("party"), lint_layout(good("party")).report) == good("party")
