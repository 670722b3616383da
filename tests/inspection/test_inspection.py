"""What is said of a file: what it is, of which plan, and what was done to it by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from built_examples import EXAMPLES, Case, built
from damage import replaced
from plan_builders import plan
from word_packages import p, r, word_file

from r57plans.documents import build
from r57plans.errors import WordFileError
from r57plans.inspection import Inspected, inspect
from r57plans.load import load_plan
from r57plans.opinions import opinions
from r57plans.word.clean import clean
from r57plans.word.comments import anchor_at_beginning, changed_parts, comments_of
from r57plans.word.manifest import read_manifest, with_manifest
from r57plans.word.package import read_package, write_package
from r57plans.word.tracking import tracked
from r57plans.word.xml import parse_part, serialise

DATA = Case("xa-mau", "vi").data
PLAN = load_plan(EXAMPLES / "xa-mau" / "plan.yaml")
MAIN = "word/document.xml"
DEADLINE = "Trước ngày\xa030/6/2026"
CONTROL = (
    '<w:tag w:val="r57:task/local-1/deadline"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
    '<w:sdtContent><w:r><w:t xml:space="preserve">'
)
BY = 'w:author="Trần Thị B" w:date="2026-04-0{}T08:00:00Z"'


def edited(new: str) -> bytes:
    """The document with another deadline of a task, typed over the old one everywhere."""
    text = read_package(DATA)[MAIN].decode().replace(CONTROL + DEADLINE, CONTROL + new)
    return write_package(read_package(DATA) | {MAIN: text.encode()})


def with_tracked_deadline() -> bytes:
    """The same edit as Word records it: the old text deleted, the new one inserted."""
    old = f'<w:r><w:t xml:space="preserve">{DEADLINE}</w:t></w:r>'
    deleted = f'<w:r><w:delText xml:space="preserve">{DEADLINE}</w:delText></w:r>'
    new = old.replace(DEADLINE, "2027")
    change = (
        f'<w:del w:id="9001" {BY.format(1)}>{deleted}</w:del>'
        f'<w:ins w:id="9002" {BY.format(3)}>{new}</w:ins>'
    )
    start = CONTROL.removesuffix('<w:r><w:t xml:space="preserve">')
    return replaced(DATA, (start + old).encode(), (start + change).encode())


def with_comment() -> bytes:
    """The document with a comment at its beginning."""
    parts = read_package(DATA)
    root = parse_part(parts[MAIN], MAIN)
    comments = comments_of(parts, MAIN, root, "Lê C", "2026-04-05")
    anchor_at_beginning(root, comments.add("Cần làm rõ."))
    return write_package(parts | changed_parts(parts, MAIN, comments) | {MAIN: serialise(root)})


def changes(found: Inspected) -> set[tuple[str, str]]:
    return {(each.path, each.new[0]) for each in found.changed if each.kind == "change"}


def test_a_document_as_it_was_made_says_from_what_and_that_nothing_was_changed() -> None:
    found = inspect(DATA, PLAN)

    assert found.kind == "document"
    assert found.origin is not None
    assert found.origin.plan_hash == PLAN.hash
    assert (found.origin.document, found.origin.language) == ("action-plan", "vi")
    assert found.origin.template == "action-plan.docx"
    assert (found.origin.same_plan, found.origin.same_print) == (True, True)
    assert not found.is_changed
    assert len(found.findings) == 0


def test_a_plan_that_changed_since_is_told_apart() -> None:
    newer = PLAN.model_copy(update={"province": "ha-noi"})

    found = inspect(DATA, newer)

    assert found.origin is not None
    assert found.origin.same_plan is False
    assert found.origin.same_print is None


def test_a_value_typed_over_is_told_with_what_stood_there() -> None:
    found = inspect(edited("Trước ngày 31/12/2026"))

    assert changes(found) == {("task/local-1/deadline", "Trước ngày 31/12/2026")}


def test_words_of_the_template_are_compared_where_the_plan_is_at_hand() -> None:
    other = replaced(DATA, "Mục tiêu tổng quát".encode(), "Mục tiêu chung".encode())

    assert inspect(other, PLAN).compared == "all"
    assert [each.kind for each in inspect(other, PLAN).changed] == ["fixed"]
    assert inspect(other).compared == "values"


def test_tracked_changes_and_comments_are_told_by_author_and_day() -> None:
    found = inspect(with_tracked_deadline())

    (hand,) = found.traces.changes
    assert (hand.author, hand.count) == ("Trần Thị B", 2)
    assert (hand.first, hand.last) == ("2026-04-01", "2026-04-03")
    assert ("task/local-1/deadline", "2027") in changes(found)

    commented = inspect(with_comment())
    assert [hand.author for hand in commented.traces.comments] == ["Lê C"]
    assert commented.is_changed


def test_a_draft_in_which_word_records_changes_is_known() -> None:
    assert inspect(tracked(DATA)).traces.recording
    assert not inspect(DATA).traces.recording


def test_an_office_s_own_template_is_none_of_ours() -> None:
    path = EXAMPLES.parent / "templates" / "vi" / "action-plan.docx"
    own = replaced(path.read_bytes(), "MỤC TIÊU".encode(), "CHỈ TIÊU".encode())

    origin = inspect(build(PLAN, ("vi",), template=own).files[0].data, PLAN).origin

    assert origin is not None
    assert origin.template == ""
    assert origin.same_print is None


def test_a_manifest_that_was_altered_is_reported() -> None:
    manifest = read_manifest(DATA)
    assert manifest is not None
    other = replace(manifest, printed=(*manifest.printed[1:], ("context/9", "Khác")))

    found = inspect(write_package(with_manifest(read_package(DATA), other)), PLAN)

    assert "inspect.manifest-altered" in [each.rule for each in found.findings]


def test_a_manifest_that_does_not_match_its_own_hash_is_reported() -> None:
    parts = read_package(DATA)
    name = next(n for n in parts if re.fullmatch(r"customXml/item\d+\.xml", n))
    altered = write_package(parts | {name: parts[name].replace(b"nq57@2026.11", b"nq57@2025.03")})

    found = inspect(altered)

    assert found.origin is not None
    assert not found.origin.intact
    assert [each.rule for each in found.findings] == ["inspect.manifest-hash"]


def test_a_manifest_of_another_shape_leaves_only_remains() -> None:
    parts = read_package(DATA)
    name = next(n for n in parts if re.fullmatch(r"customXml/item\d+\.xml", n))
    spoilt = write_package(parts | {name: parts[name].replace(b"catalogue=", b"catalog=")})

    found = inspect(spoilt)

    assert found.kind == "remains"
    assert found.origin is None
    assert [each.rule for each in found.findings] == ["inspect.manifest-damaged"]


def test_a_catalogue_that_is_not_here_is_said() -> None:
    manifest = read_manifest(DATA)
    assert manifest is not None
    other = replace(manifest, facts=replace(manifest.facts, catalogue="nq57@2031.01"))

    found = inspect(write_package(with_manifest(read_package(DATA), other)))

    assert [each.rule for each in found.findings] == ["inspect.catalogue"]


def test_what_was_emptied_is_no_longer_compared() -> None:
    body = word_file(p(r("Thư mời họp")))
    manifest = read_manifest(DATA)
    assert manifest is not None

    found = inspect(write_package(with_manifest(read_package(body), manifest)))

    assert found.kind == "document"
    assert [each.rule for each in found.findings] == ["inspect.nothing-left"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (clean(DATA), "clean"),
        (opinions((), plan()), "clean"),
        (word_file(p(r("Kính gửi {"), r("{ name }}"))), "template"),
        (word_file(p(r("Kính gửi: Sở Tài chính"))), "other"),
        (replaced(clean(DATA), b"<w:p>", b'<w:p><w:bookmarkStart w:id="1" w:name="_r57_tasks_1"/>'
                  b'<w:bookmarkEnd w:id="1"/>'), "remains"),
    ],
    ids=["clean", "report", "template", "letter", "remains"],
)  # fmt: skip
def test_what_has_no_manifest_is_told_by_what_is_left(data: bytes, kind: str) -> None:
    found = inspect(data)

    assert (found.kind, found.origin, found.changed) == (kind, None, ())


def test_a_table_pasted_into_a_letter_is_held_against_the_plan() -> None:
    text = read_package(edited("2027"))[MAIN].decode()
    table = next(t for t in re.findall(r"<w:tbl>.*?</w:tbl>", text) if "local-1/leads" in t)
    bare = re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(Content)?>|<w:bookmark[^>]*>", "", table)
    letter = word_file(p(r("Kính gửi")) + bare + p())

    found = inspect(letter, PLAN)

    assert (inspect(letter).kind, inspect(letter).compared) == ("other", "nothing")
    assert (found.kind, found.origin, found.compared) == ("remains", None, "values")
    assert ("task/local-1/deadline", "2027") in changes(found)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", DATA[: len(DATA) // 2]])
def test_what_is_no_sound_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(WordFileError):
        inspect(data, name="x.docx")


def test_every_document_is_as_it_was_made() -> None:
    for document in ("committee-decision", "submission", "task-sheets"):
        assert not inspect(built("xa-mau", document, "en", False)).is_changed
