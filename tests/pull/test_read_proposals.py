"""An edited Word file is read back as proposals: what changed, where, by whom, and nothing else."""

from __future__ import annotations

import re
from random import Random
from time import process_time

import pytest
from built_examples import CASES, OTHER_CASES, PARALLEL_CASES, SHORT, Case
from pull_edits import AUTHOR, DAY, edited, pasted, said
from pull_proof import saved_by_office
from random_plans import as_plan, random_edits, random_plan
from word_builders import cell, row, table
from word_packages import p, r, word_file

from r57plans import build
from r57plans.errors import RefusedError, WordFileError
from r57plans.findings import Language
from r57plans.pull import read_proposals
from r57plans.word.manifest import Manifest, ManifestFacts, read_manifest, with_manifest
from r57plans.word.package import read_package, write_package
from r57plans.word.redline import redline, reject

FACTS = ManifestFacts("0.1.0", "nq57@2025.03", "0" * 64, "action-plan", "vi")


def made(seed: int, language: Language = "vi") -> bytes:
    """The action plan of a random plan."""
    return build(as_plan(random_plan(Random(seed))), [language]).files[0].data


def control(tag: str, text: str) -> str:
    """A value as plans print it."""
    inner = r(text) if text else ""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="r57:{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def file_of(body: str, *printed: tuple[str, str]) -> bytes:
    """A file with this body that printed these values."""
    parts = with_manifest(read_package(word_file(body)), Manifest(FACTS, "", printed))
    return write_package(parts)


def marked(name: str, *cells: str) -> str:
    """A row of the assignment table with its bookmark."""
    start = f'<w:bookmarkStart w:id="{abs(hash(name)) % 9999}" w:name="_r57_tasks_{name}"/>'
    end = f'<w:bookmarkEnd w:id="{abs(hash(name)) % 9999}"/>'
    return row(cell(p(start, r("1"), end)), *cells)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_a_file_that_nobody_edited_proposes_nothing(seed, language):
    data = made(seed, language)

    assert read_proposals(data).proposals == ()
    assert read_proposals(data, printed_file=data).proposals == ()


@pytest.mark.parametrize("case", [case for case in OTHER_CASES if case.example in SHORT], ids=str)
def test_no_other_document_proposes_anything_unedited(case: Case):
    assert read_proposals(case.data).proposals == ()
    assert read_proposals(case.data, printed_file=case.data).proposals == ()


def untagged(data: bytes) -> bytes:
    """The file as LibreOffice leaves it: no tags, ids of styles made of their names."""
    parts = dict(read_package(data))
    for name in (name for name in parts if name.startswith("word/") and name.endswith(".xml")):
        xml = re.sub(rb'<w:tag w:val="r57:[^"]*"/>', b"", parts[name])
        parts[name] = xml.replace(b'"R57Gap"', b'"R57onngn"')
    return write_package(parts)


SHORT_ONES = [c for c in (*CASES, *OTHER_CASES, *PARALLEL_CASES) if c.example in SHORT]


@pytest.mark.parametrize("case", SHORT_ONES, ids=str)
def test_no_document_that_lost_its_tags_proposes_anything_unedited(case: Case):
    assert read_proposals(untagged(case.data), printed_file=case.data).proposals == ()


@pytest.mark.parametrize("case", [c for c in SHORT_ONES if "submission" not in str(c)], ids=str)
def test_without_tags_and_plan_nothing_is_guessed_and_that_is_told(case: Case):
    found = read_proposals(untagged(case.data))

    assert found.proposals == ()
    mixed = "task-sheets" in str(case) or "decision" in str(case)
    told = [one.rule for one in found.findings] == ["pull.plan-needed"]
    assert told == (mixed and "issuing" not in str(case))


def test_who_joins_or_leaves_the_committee_is_read_back_with_and_without_tags():
    data = next(case for case in CASES if str(case) == "xa-mau.vi").data
    xml = read_package(data)["word/document.xml"].decode()
    last = max(re.findall(r"committee/members/(\d+)", xml), key=int)
    start = xml.rindex(f'"r57:committee/members/{last}"')
    end = xml.index("</w:sdt>", start) + len("</w:sdt>")
    typed = f"{xml[:end]}{r('; Giám đốc Quỹ A')}{xml[end:]}"
    parts = dict(read_package(data)) | {"word/document.xml": typed.encode()}
    edited_file = write_package(parts)

    for file in (edited_file, untagged(edited_file)):
        found = read_proposals(file, printed_file=data).proposals
        assert [said(one) for one in found] == [
            ("add", f"committee/members/{last}", ("Giám đốc Quỹ A",))
        ]


@pytest.mark.parametrize("seed", range(12))
def test_edits_made_in_word_are_read_back_as_they_were_made(seed):
    data = made(seed, "en" if seed % 2 else "vi")
    change = edited(data, Random(seed))

    proposals = read_proposals(change.data, printed_file=data).proposals

    assert {said(one) for one in proposals} == change.expected
    assert len(proposals) == len(change.expected)
    if change.tracked:
        assert {(one.source.author, one.source.date) for one in proposals} <= {(AUTHOR, DAY)}


def test_a_table_pasted_into_a_new_document_is_known_by_its_numbers_and_texts():
    data = made(3)
    manifest = read_manifest(data)
    assert manifest is not None
    change = edited(data, Random(8))
    wanted = {e for e in change.expected if e[0] in ("add", "change") and "context" not in e[1]}

    found = read_proposals(pasted(change.data), manifest.printed).proposals

    assert {said(one) for one in found} == {e for e in wanted if "/title" not in e[1]}
    assert {one.trace for one in found} <= {"number", "text"}


def test_a_pasted_table_of_one_row_is_known_by_its_headings():
    data = made(57, "en")
    manifest = read_manifest(data)
    assert manifest is not None
    change = edited(data, Random(57))

    found = read_proposals(pasted(change.data), manifest.printed, printed_file=data).proposals

    assert {one[1] for one in change.expected} == {"task/5.2.3/products"}
    assert {said(one) for one in found} == change.expected


def test_what_a_reviewer_rejected_in_a_redline_comes_back():
    rng = Random(0)
    plan = random_plan(rng)
    old = build(as_plan(plan), ["vi"]).files[0].data
    new = build(as_plan(random_edits(plan, rng)), ["vi"]).files[0].data
    compared = redline(old, new).data

    assert read_proposals(compared, printed_file=new).proposals == ()
    assert read_proposals(reject(compared), printed_file=new).proposals


def test_items_are_read_by_their_order_and_not_by_the_places_in_their_tags():
    leads = [control("task/1.1.1/leads/0", "Sở B"), r("; "), control("task/1.1.1/leads/0", "Sở A")]
    data = file_of(
        table(marked("1_1_1", cell(p(*leads)), cell(p(control("task/1.1.1/deadline", "2026"))))),
        ("task/1.1.1/leads/0", "Sở A"),
        ("task/1.1.1/leads/1", "Sở B"),
        ("task/1.1.1/deadline", "2026"),
    )

    (proposal,) = read_proposals(data).proposals

    assert (proposal.path, proposal.new) == ("task/1.1.1/leads", ("Sở B", "Sở A"))


def test_capitals_hyphens_and_spaces_that_printing_sets_are_no_change():
    text = "các cấp ủy theo Nghị quyết số 57-NQ/TW"
    shown = r("Các cấp ủy theo Nghị quyết số\u00a057</w:t><w:noBreakHyphen/><w:t>NQ/TW")
    tag = control("task/1.1.1/leads/0", "").replace("<w:sdtContent>", f"<w:sdtContent>{shown}")
    deadline = control("task/1.1.1/deadline", "Quý\u00a0II/2025")
    data = file_of(
        table(marked("1_1_1", cell(p(tag)), cell(p(deadline)))),
        ("task/1.1.1/leads/0", text),
        ("task/1.1.1/deadline", "Quý II/2025"),
    )

    assert read_proposals(data).proposals == ()


def test_one_value_printed_twice_is_one_proposal_when_edited_alike_and_two_when_not():
    def twice(first: str, second: str) -> bytes:
        body = p(control("target/x/values/2030", first)) + p(
            control("target/x/values/2030", second)
        )
        path = "target/x/values/2030"
        return file_of(body, (path, "≥ 8% GRDP"), (path, "≥ 8"))

    def new(data: bytes) -> list[tuple[str, ...]]:
        return [one.new for one in read_proposals(data).proposals]

    assert new(twice("≥ 8% GRDP", "≥ 9")) == [("≥ 9",)]
    assert new(twice("≥ 9% GRDP", "≥ 9")) == [("≥ 9",)]
    assert new(twice("≥ 7% GRDP", "≥ 9")) == [("≥ 7% GRDP",), ("≥ 9",)]


def test_changed_words_of_the_template_are_reported_and_not_lost():
    data = made(1)
    parts = dict(read_package(data))
    xml = parts["word/document.xml"].decode()
    assert "Phân công nhiệm vụ bảo đảm rõ người" in xml
    parts["word/document.xml"] = xml.replace(
        "Phân công nhiệm vụ bảo đảm rõ người", "Giao nhiệm vụ phải rõ người"
    ).encode()

    (proposal,) = read_proposals(write_package(parts), printed_file=data).proposals

    assert proposal.kind == "fixed"
    assert proposal.old[0].startswith("Phân công nhiệm vụ bảo đảm rõ người")
    assert proposal.new[0].startswith("Giao nhiệm vụ phải rõ người")


def test_moved_rows_change_nothing_but_are_told():
    data = made(5)
    parts = dict(read_package(data))
    xml = parts["word/document.xml"].decode()
    table_xml = max(xml.split("<w:tbl>"), key=lambda piece: piece.count("/deadline"))
    rows = [piece for piece in table_xml.split("<w:tr>")[1:] if "/deadline" in piece]
    first, last = (f"<w:tr>{one.partition('</w:tr>')[0]}</w:tr>" for one in (rows[0], rows[-1]))
    assert first != last
    swapped = xml.replace(first, "§").replace(last, first).replace("§", last)
    parts["word/document.xml"] = swapped.encode()

    read = read_proposals(write_package(parts))

    assert read.proposals == ()
    assert [finding.rule for finding in read.findings] == ["pull.moved"]


def test_a_file_that_was_never_ours_is_refused_with_what_was_looked_for():
    with pytest.raises(RefusedError, match="manifest: no; tagged controls: 0; bookmarks: 0"):
        read_proposals(word_file(p("Kính gửi")), made_printed())


def made_printed() -> tuple[tuple[str, str], ...]:
    """What a plan printed."""
    manifest = read_manifest(made(1))
    assert manifest is not None
    return manifest.printed


def test_a_damaged_file_and_a_foreign_manifest_are_no_crash():
    with pytest.raises(WordFileError):
        read_proposals(b"PK\x03\x04")
    odd = file_of(p(control("../../etc", "x")) + p(control("task//", "y")), ("../../etc", "z"))
    with pytest.raises(RefusedError):
        read_proposals(odd)


@pytest.mark.word
def test_edits_are_read_back_after_libreoffice_saved_the_file():
    built = [made(seed, "en" if seed % 2 else "vi") for seed in range(6)]
    changes = [edited(data, Random(seed)) for seed, data in enumerate(built)]

    saved = saved_by_office([change.data for change in changes])

    for data, change, file in zip(built, changes, saved, strict=True):
        found = read_proposals(file, printed_file=data).proposals
        assert {said(one) for one in found} == change.expected


def test_thousands_of_values_do_not_take_minutes():
    values = [(f"task/local-{n}/text", f"việc {n} cũ") for n in range(1500)]
    leads = [(f"task/local-{n}/leads/0", "Sở A") for n in range(1500)]
    rows = (
        row(cell(p(r(str(n)))), cell(p(r(f"việc {n}"))), cell(p(r("Sở A")))) for n in range(1500)
    )
    data = file_of(table(*rows) + p(control("funding", "x")), *values, *leads, ("funding", "x"))
    start = process_time()

    read_proposals(data)

    assert process_time() - start < 20


def test_a_number_given_in_a_file_without_tags_is_known_by_the_words_around_it():
    data = made(1)
    parts = dict(read_package(data))
    xml = re.sub(r'<w:tag w:val="r57:[^"]*"/>', "", parts["word/document.xml"].decode())
    blank = next(found for found in re.findall(r">([\u00a0]{3,})</w:t>", xml))
    parts["word/document.xml"] = xml.replace(f">{blank}</w:t>", ">309</w:t>", 1).encode()

    found = read_proposals(write_package(parts), printed_file=data).proposals

    assert [(one.path, one.new, one.trace) for one in found] == [
        ("document/number", ("309",), "text")
    ]
