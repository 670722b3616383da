"""A text of the resolution held against fingerprints: what was found, moved, changed, lost, new."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from catalogue_builders import Written, catalogue_of_text, named, resolutions, source
from hypothesis import given
from hypothesis import strategies as st

from r57plans.catalogue.editions import edition_lines, unmatched
from r57plans.catalogue.segment import sentences
from r57plans.catalogue.verify import Comparison, compare
from r57plans.catalogue.verify.source import editions, words_by_fingerprint
from r57plans.errors import LoadError
from r57plans.language import spell
from r57plans.load import load_catalogue, load_edition, read_source
from r57plans.model.catalogue import Catalogue
from r57plans.model.edition import Edition
from r57plans.model.fingerprint import fingerprint

TEXT = """\
NGHỊ QUYẾT MẪU

I- QUAN ĐIỂM
1. Chợ quê là nơi gặp gỡ. Mỗi phiên chợ có một hàng "bánh đa", ai cũng quý.
III- NHIỆM VỤ
1. Mở chợ
- Dọn sân vào sáng thứ bảy. Kê lại các sạp - cả sạp cũ. Đặt một thùng rác ở mỗi góc.
- Treo bảng giá ở cổng. Bật loa hòa âm, khỏe tai người nghe.
2. Giữ chợ
- Ghi tên người bán. Ủy ban xã xem sổ.
IV- TỔ CHỨC
1. Ban quản lý họp hằng tuần.
Văn bản này được đọc ở chợ.

T/M BAN QUẢN LÝ
"""
ENGLISH = """\
I- PRINCIPLES
1. Country markets are where people meet, and on each market day there is a stall of rice crackers.
III- TASKS
1. Opening
- Sweep the yard on Saturday morning. Set up the stalls and place a bin in every corner.
- Hang a price board at the gate. Play music.
2. Keeping
- Write down the sellers. The commune reads the book.
IV- IMPLEMENTATION
1. The board meets every week.
This is read aloud at the market.
"""
ENGLISH_OF = (
    ("I.1.s1", "I.1.s2"), ("1.1.s1",), ("1.1.s2", "1.1.s3"), ("1.2.s1",), ("1.2.s2",), ("2.1.s1",),
    ("2.1.s2",), ("IV.1.s1",), ("IV.end.s1",),
)  # fmt: skip


def edition_of(name: str, text: str, of: tuple[tuple[str, ...], ...] = ()) -> Edition:
    found = sentences(text)
    stands_for = of or tuple((s.id,) for s in found)
    records = [
        {"id": s.id, "fingerprint": fingerprint(s.text), "of": names}
        for s, names in zip(found, stands_for, strict=True)
    ]
    return Edition.model_validate(
        {"id": name, "language": "en", "name": name, "basis": "verified", "source": "x",
         "sentences": records}
    )  # fmt: skip


CATALOGUE = catalogue_of_text(
    TEXT,
    editions=[edition_of("english", ENGLISH, ENGLISH_OF)],
    duties=[named("hop", source=source("IV.1.s1")), named("hop-them", source=source("IV.1.s1"))],
)


def against(text: str, edition: Edition | None = None) -> Comparison:
    return compare(CATALOGUE, text, "text.txt", edition)


def said(found: Comparison) -> list[tuple[str, str, int]]:
    """Rule, level and line of all that is said of a text."""
    return [(f.rule.removeprefix("catalogue."), f.level, f.place.line) for f in found.report]


def changed(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def line_of(words: str, text: str = TEXT) -> int:
    return text.partition(words)[0].count("\n") + 1


def test_an_unchanged_text_is_found_whole_and_nothing_is_said() -> None:
    found = against(TEXT)

    assert found.edition is not None
    assert (found.edition.id, found.sentences, found.found) == ("own", 11, 11)
    assert said(found) == []


def test_one_word_changed_is_said_at_its_line_with_the_sub_task_resting_on_it() -> None:
    text = changed("sáng thứ bảy", "sáng thứ hai")

    found = against(text)

    (finding,) = found.report
    assert (found.sentences, found.found) == (11, 10)
    assert (finding.rule, finding.level) == ("catalogue.source-changed", "error")
    assert (finding.place.file, finding.place.line) == ("text.txt", line_of("thứ bảy"))
    assert finding.place.column == 1
    assert finding.message.vi == (
        "Câu 1.1.s1 đã khác: “Dọn sân vào sáng thứ hai.”; dựa vào câu này: 1.1.1."
    )
    assert finding.message.en == (
        "Sentence 1.1.s1 has changed: “Dọn sân vào sáng thứ hai.”; resting on it: 1.1.1."
    )


def test_every_record_that_rests_on_a_changed_sentence_is_named() -> None:
    (finding,) = against(changed("họp hằng tuần", "họp hằng tháng")).report

    assert finding.message.en.endswith("; resting on it: hop, hop-them.")


def test_a_changed_sentence_that_nothing_rests_on_is_said_without_names() -> None:
    (finding,) = against(changed("đọc ở chợ", "đọc ở đình")).report

    assert finding.rule == "catalogue.source-changed"
    assert finding.message.en == "Sentence IV.end.s1 has changed: “Văn bản này được đọc ở đình.”."
    assert "dựa vào" not in finding.message.vi


@pytest.mark.parametrize(("length", "shown"), [(79, 79), (80, 80), (81, 78), (300, 78)])
def test_a_sentence_longer_than_80_signs_is_quoted_by_its_beginning(
    length: int, shown: int
) -> None:
    sentence = f"Ghi {'a' * (length - 5)}."

    (finding,) = against(changed("Ghi tên người bán.", sentence)).report

    quoted = finding.message.en.partition("“")[2].partition("”")[0]
    assert len(quoted) == shown
    assert sentence.startswith(quoted.rstrip("…"))
    assert quoted.endswith("…") == (shown < length)


def test_a_deleted_sentence_is_missing_and_the_following_ones_have_moved() -> None:
    found = against(changed("Dọn sân vào sáng thứ bảy. ", ""))

    assert (found.sentences, found.found) == (10, 10)
    assert said(found) == [
        ("source-missing", "error", 0),
        ("source-moved", "note", 7),
        ("source-moved", "note", 7),
    ]
    missing, first, _ = found.report
    assert (missing.place.column, first.place.column) == (0, 1)
    assert missing.message.en == "Sentence 1.1.s1 is not there; resting on it: 1.1.1."
    assert first.message.en == "Sentence 1.1.s2 is now 1.1.s1."


def test_the_last_sentence_of_a_paragraph_deleted_moves_nothing() -> None:
    found = against(changed(" Ủy ban xã xem sổ.", ""))

    assert said(found) == [("source-missing", "error", 0)]


def test_an_inserted_sentence_is_uncovered_and_the_following_ones_have_moved() -> None:
    found = against(changed("Kê lại", "Quét lá. Kê lại"))

    assert (found.sentences, found.found) == (12, 11)
    assert sorted(said(found)) == [
        ("source-moved", "note", 7),
        ("source-moved", "note", 7),
        ("source-uncovered", "error", 7),
    ]
    (new,) = found.report.errors
    assert new.message.en == "The catalogue does not have sentence 1.1.s2: “Quét lá.”."


def test_an_inserted_paragraph_moves_those_after_it() -> None:
    found = against(changed("- Treo bảng", "- Quét lá.\n- Treo bảng"))

    assert Counter(said(found)) == {
        ("source-uncovered", "error", 8): 1,
        ("source-moved", "note", 9): 2,
    }


def test_a_sentence_that_stands_at_two_places_is_found_at_both() -> None:
    twice = "III- A\n1. B\n- Nghỉ. Dọn sân.\n- Kê sạp. Nghỉ.\n"
    catalogue = catalogue_of_text(twice)

    found = compare(catalogue, twice, "text.txt")
    gone = compare(catalogue, twice.replace("Nghỉ.", "Ngủ."), "text.txt")

    assert (found.sentences, found.found, said(found)) == (4, 4, [])
    assert said(gone) == [("source-changed", "error", 3), ("source-changed", "error", 4)]


def test_a_sentence_carried_to_another_place_has_moved_only() -> None:
    text = changed(" Ủy ban xã xem sổ.", "")

    found = against(changed("ở cổng.", "ở cổng. Ủy ban xã xem sổ.", text))

    assert {rule for rule, _, _ in said(found)} == {"source-moved"}
    assert found.found == 11


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace('"bánh đa"', "“bánh đa”"),
        TEXT.replace("các sạp - cả", "các sạp – cả"),
        TEXT.replace("các sạp - cả", "các  sạp\u00a0- cả"),
        TEXT.replace("Kê lại các", "Kê Lại CÁC"),
        spell(TEXT, "old"),
        unicodedata.normalize("NFD", TEXT),
        "\ufeff" + TEXT.replace("\n", "\r\n"),
        TEXT.replace("- ", "\\- ").replace("I\\- ", "I- ").replace("V\\- ", "V- "),
        TEXT.replace("Dọn sân", "**Dọn sân**"),
    ],
    ids=["quotes", "dash", "blanks", "case", "old tone marks", "NFD", "CRLF", "backslash", "bold"],
)
def test_the_way_the_text_is_typed_does_not_matter(text: str) -> None:
    assert text != TEXT

    found = against(text)

    assert (found.found, said(found)) == (11, [])


@pytest.mark.parametrize(
    ("old", "new"),
    [("bánh đa", "bánh đúc"), ("cả sạp cũ", "cả sạp cu"), ("chợ có", "chợ, có"), ("một", "1")],
)
def test_a_changed_word_mark_comma_or_figure_matters(old: str, new: str) -> None:
    found = against(TEXT.replace(old, new))

    assert {rule for rule, _, _ in said(found)} == {"source-changed"}


def test_a_text_of_another_edition_is_recognised_by_itself() -> None:
    found = against(ENGLISH)

    assert found.edition is not None
    assert (found.edition.id, found.sentences, found.found) == ("english", 9, 9)
    assert said(found) == []


def test_a_change_in_another_edition_names_what_rests_on_all_that_it_joins() -> None:
    text = ENGLISH.replace("a bin in every corner", "two bins in every corner")

    (finding,) = against(text).report

    assert (finding.rule, finding.place.line) == ("catalogue.source-changed", 5)
    assert finding.message.en.endswith("; resting on it: 1.1.1.")


def test_an_edition_given_is_the_only_one_looked_at() -> None:
    given = edition_of("given", changed("Quét lá", "Quét sân", "III- A\n1. B\n- Quét lá. Nghỉ.\n"))

    own = against("III- A\n1. B\n- Quét sân. Nghỉ.\n", given)
    other = against(TEXT, given)

    assert own.edition is given
    assert (own.found, said(own)) == (2, [])
    assert said(other) == [("source-unknown", "error", 0)]


@pytest.mark.parametrize(
    "text", ["", "Dọn sân vào sáng thứ bảy.", TEXT.replace("I- ", "A) ").replace("V- ", "B) "),
             "III- NHIỆM VỤ\n1. Mở chợ\n- Chuyện khác hẳn.\n"]
)  # fmt: skip
def test_a_text_without_parts_or_known_sentences_is_unknown(text: str) -> None:
    found = against(text)

    (finding,) = found.report
    assert (finding.rule, finding.level) == ("catalogue.source-unknown", "error")
    assert "(own, english)" in finding.message.en
    assert (found.found, finding.place.file) == (0, "text.txt")


def test_a_catalogue_without_fingerprints_knows_no_text() -> None:
    bare = catalogue_of_text(TEXT, edition=None)

    found = compare(bare, TEXT, "text.txt")

    assert found.edition is None
    assert said(found) == [("source-unknown", "error", 0)]


def test_the_texts_known_are_the_catalogues_own_and_its_editions() -> None:
    own, english = editions(CATALOGUE)

    assert (own.id, english.id) == ("own", "english")
    assert [s.of for s in own.sentences] == [(s.id,) for s in CATALOGUE.sentences()]


# --- words for quotations


def print_of(name: str) -> str:
    return CATALOGUE.sentence_by_id[name].fingerprint or ""


def test_the_words_of_the_own_text_are_found_by_its_fingerprints() -> None:
    words = words_by_fingerprint(CATALOGUE, TEXT)

    assert len(words) == 11
    assert words[print_of("1.2.s1")] == "Treo bảng giá ở cổng."
    assert words == {fingerprint(s.text): s.text for s in sentences(TEXT)}


def test_a_joined_sentence_of_another_edition_stands_for_each_of_its_parts() -> None:
    words = words_by_fingerprint(CATALOGUE, ENGLISH)

    joined = "Set up the stalls and place a bin in every corner."
    assert len(words) == 11
    assert words[print_of("1.1.s2")] == words[print_of("1.1.s3")] == joined
    assert words[print_of("1.1.s1")] == "Sweep the yard on Saturday morning."


def test_a_changed_sentence_has_no_words() -> None:
    words = words_by_fingerprint(CATALOGUE, changed("Ghi tên", "Ghi số"))

    assert print_of("2.1.s1") not in words
    assert len(words) == 10
    assert words_by_fingerprint(CATALOGUE, "no parts") == {}


# --- editions as files


def written(place: Path, lines: list[str]) -> Edition:
    place.write_text("\n".join(lines) + "\n", "utf-8")
    return load_edition(place)


def test_an_edition_written_and_loaded_finds_its_text_whole(tmp_path: Path) -> None:
    lines = list(edition_lines(CATALOGUE, ENGLISH, "ban-dich", "en"))

    edition = written(tmp_path / "edition.yaml", lines)

    found = against(ENGLISH, edition)
    assert (edition.id, edition.language, edition.basis) == ("ban-dich", "en", "unverified")
    assert (found.found, said(found)) == (9, [])


def test_paragraphs_of_the_same_length_are_matched_and_others_left_open(tmp_path: Path) -> None:
    lines = list(edition_lines(CATALOGUE, ENGLISH, "ban-dich", "en"))

    edition = written(tmp_path / "edition.yaml", lines)

    open_ = [s.id for s in edition.sentences if not s.of]
    assert open_ == ["I.1.s1", "1.1.s1", "1.1.s2"]
    assert unmatched(lines) == 3
    assert all(s.of == (s.id,) for s in edition.sentences if s.of)


def test_the_catalogues_own_text_is_matched_whole() -> None:
    lines = list(edition_lines(CATALOGUE, TEXT, "ban-goc", "vi"))

    assert unmatched(lines) == 0


def test_nothing_of_the_text_itself_is_kept() -> None:
    lines = "\n".join(edition_lines(CATALOGUE, TEXT, "ban-goc", "vi"))

    kept = [s.text for s in sentences(TEXT) if s.text.rstrip(".") in lines]
    assert kept == []
    assert lines.count("fingerprint:") == 11


def test_a_text_without_parts_gives_an_edition_without_sentences() -> None:
    lines = list(edition_lines(CATALOGUE, "Only words.", "trong", "vi"))

    assert lines[-1] == "sentences:"
    assert unmatched(lines) == 0


@given(
    resolutions().filter(lambda w: bool(w.expected)), st.sampled_from(["a", "ban-2", "no", "x1"])
)
def test_any_text_is_found_whole_by_the_edition_written_from_it(
    tmp_path_factory: pytest.TempPathFactory, given_text: Written, name: str
) -> None:
    place = tmp_path_factory.mktemp("edition") / "edition.yaml"

    edition = written(place, list(edition_lines(CATALOGUE, given_text.text, name, "vi")))

    found = against(given_text.text, edition)
    assert edition.id == name
    assert found.found == found.sentences == len(given_text.expected)
    assert found.report.errors == ()


def test_a_faulty_edition_is_refused_with_every_fault(tmp_path: Path) -> None:
    lines = list(edition_lines(CATALOGUE, TEXT, "ban-goc", "vi"))
    lines[1:4] = ["language: fr", 'name: {vi: "x"}', "basis: sure"]

    with pytest.raises(LoadError) as error:
        written(tmp_path / "edition.yaml", lines)

    assert {f.place.line for f in error.value.report} == {2, 4}


# --- the shipped editions


def uncovered(catalogue: Catalogue, edition: Edition) -> set[str]:
    """The catalogue's sentences that no sentence of an edition stands for."""
    return {s.id for s in catalogue.sentences()} - {n for s in edition.sentences for n in s.of}


def test_the_vietnamese_edition_stands_for_every_sentence_and_no_other() -> None:
    catalogue = load_catalogue()

    (edition,) = (e for e in catalogue.editions if e.language == "vi")

    named_there = {n for s in edition.sentences for n in s.of}
    assert uncovered(catalogue, edition) == set()
    assert named_there <= set(catalogue.sentence_by_id)
    assert [s.id for s in edition.sentences if not s.of] == []


def test_an_edition_that_leaves_a_sentence_out_is_noticed() -> None:
    (english,) = CATALOGUE.editions
    shorter = english.model_copy(update={"sentences": english.sentences[1:]})

    assert uncovered(CATALOGUE, english) == set()
    assert uncovered(CATALOGUE, shorter) == {"I.1.s1", "I.1.s2"}


# --- the file of the text


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_a_text_is_read_as_it_is_but_for_a_mark_at_its_start(tmp_path: Path, prefix: bytes) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(prefix + "III- NHIỆM VỤ\r\n1. Mở chợ".encode())

    assert read_source(path) == "III- NHIỆM VỤ\r\n1. Mở chợ"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (None, "source.file-missing"),
        ("chợ".encode("utf-16"), "source.not-utf8"),
        (b"ch\xe7", "source.not-utf8"),
        (b"PK\x03\x04docx", "source.binary"),
        (b"a\x07b", "source.control-character"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes | None, rule: str) -> None:
    path = tmp_path / "text.txt"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(LoadError) as error:
        read_source(path)

    assert {f.rule for f in error.value.report} == {rule}
    assert {f.place.file for f in error.value.report} == {str(path)}


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as error:
        read_source(tmp_path)

    assert [f.rule for f in error.value.report] == ["source.file-is-folder"]


def test_of_equal_sentences_the_one_that_stayed_in_its_place_is_not_taken_for_the_other() -> None:
    text = "III- TASKS\n1. Open\n- Sweep the yard. {}\n- Sweep the yard.\n"
    catalogue = catalogue_of_text(text.format("Hang a board."))
    only_second = "III- TASKS\n1. Open\n- Hang a board.\n- Sweep the yard.\n"

    found = compare(catalogue, only_second, "x.txt")

    said_en = [f.message.en for f in found.report]
    assert [s for s in said_en if "1.2.s1" in s] == []
    assert any("1.1.s1" in s for s in said_en)
