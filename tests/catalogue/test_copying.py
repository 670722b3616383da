"""The catalogue says the Resolution in its own words: no long run of either text is copied."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import copying
import pytest
from copying import FIXED, LONGEST, copied, known_windows, windows
from pydantic import BaseModel

from r57plans.catalogue.segment import sentences
from r57plans.language import spell
from r57plans.load import load_catalogue, read_source

LANGUAGES = ("en", "vi")
RESOLUTION = Path(__file__).parents[2].parent / "shared" / "sources" / "003-resolution-57.txt"
SAMPLE = {
    "en": """alder birch cedar dogwood elm fir ginkgo hazel ilex juniper katsura larch maple nutmeg
        oak pine quince rowan spruce teak umbrella viburnum willow yew zelkova apple banana cherry
        date elder fig grape hop iris jasmine kiwi lemon mango nectarine olive""",
    "vi": """bưởi cam chanh dừa ổi xoài mít na hồng lê táo đào mận mơ vải nhãn sầu chuối khế me sung
        quýt bòng hòa thủy khỏe lúa ngô khoai sắn đậu lạc vừng mía bông đay chè tiêu điều cói""",
}
PHRASE = {"en": FIXED["en"][2], "vi": FIXED["vi"][3]}


def sample(language: str, start: int, count: int) -> str:
    return " ".join(SAMPLE[language].split()[start : start + count])


def known(text: str, language: str) -> frozenset[str]:
    """The windows of a source."""
    return frozenset(digest for digest, _ in windows(text, language))


def texts(record: object, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Place, language and words of all that is said in both languages within a record."""
    if isinstance(record, BaseModel):
        here = f"{path}/{getattr(record, 'id', '')}"
        for name in type(record).model_fields:
            value = getattr(record, name)
            if name in LANGUAGES and isinstance(value, str):
                yield here, name, value
            yield from texts(value, f"{here}.{name}")
    elif isinstance(record, tuple):
        for item in record:
            yield from texts(item, path)


def test_all_texts_are_looked_at_with_products_and_figures() -> None:
    found = list(texts(load_catalogue()))

    assert {language for _, language, _ in found} == set(LANGUAGES)
    assert len(found) > 3000
    for field in (".text/", ".gist/", ".products/", ".parameters/", ".defect/", ".evidence/"):
        assert any(path.endswith(field) or field in f"{path}/" for path, _, _ in found), field


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_catalogue_has_a_run_that_the_resolution_has(language: str) -> None:
    source = known_windows(language)

    found = {
        path: runs
        for path, its_language, words in texts(load_catalogue())
        if its_language == language and (runs := copied(words, language, source))
    }

    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_windows_are_many_and_written_in_order(language: str) -> None:
    lines = (copying.FOLDER / f"windows.{language}.txt").read_text("ascii").splitlines()

    assert len(known_windows(language)) == len(lines) > 1000
    assert lines == sorted(lines)


@pytest.mark.parametrize(("language", "longest"), [("en", 12), ("vi", 24)])
def test_a_run_of_one_word_more_is_caught_and_the_longest_free_one_is_not(
    language: str, longest: int
) -> None:
    source = known(SAMPLE[language], language)

    free = [
        copied(sample(language, start, longest), language, source) for start in range(41 - longest)
    ]
    caught = copied(sample(language, 3, longest + 1), language, source)

    assert LONGEST[language] == longest
    assert not any(free)
    assert caught == [sample(language, 3, longest + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_is_caught_amid_other_words_whatever_its_commas_and_capitals(language: str) -> None:
    size = LONGEST[language] + 1
    run = sample(language, 5, size)
    quoted = f"Xyz xyz: “{run.title().replace(' ', ', ')}” – (xyz)."

    assert copied(quoted, language, known(SAMPLE[language], language)) == [run]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_longer_run_gives_each_window(language: str) -> None:
    size = LONGEST[language] + 1

    found = copied(sample(language, 0, size + 4), language, known(SAMPLE[language], language))

    assert found == [sample(language, n, size) for n in range(5)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_word_in_between_parts_a_run(language: str) -> None:
    size = LONGEST[language] + 1
    text = f"{sample(language, 0, size - 1)} xyz {sample(language, size - 1, size - 1)}"

    assert copied(text, language, known(SAMPLE[language], language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fixed_phrase_parts_a_run_in_the_source_and_in_the_text(language: str) -> None:
    longest = LONGEST[language]
    before, after = sample(language, 0, longest), sample(language, 40 - longest, longest)
    parted, joined = f"{before} {PHRASE[language]} {after}", f"{before} {after}"

    assert copied(parted, language, known(parted, language)) == []
    assert copied(parted, language, known(joined, language)) == []
    assert len(copied(joined, language, known(joined, language))) == longest


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fixed_phrase_is_known_in_any_spelling(language: str) -> None:
    half = LONGEST[language]
    phrase = PHRASE[language].title().replace(" ", ", ")
    text = f"{sample(language, 0, half)} {phrase}"

    assert list(windows(text, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_is_no_part_of_a_longer_word(language: str) -> None:
    text = f"{sample(language, 0, 30)} x{PHRASE[language]}"

    longest = max(run.count(" ") + 1 for _, run in windows(text, language))

    assert longest == LONGEST[language] + 1
    assert any(f"x{PHRASE[language].split()[0]}" in run for _, run in windows(text, language))


def test_old_and_new_tone_marks_are_the_same() -> None:
    new = SAMPLE["vi"]
    old = spell(new, "old")

    assert old != new
    assert known(old, "vi") == known(new, "vi")
    assert copied(old, "vi", known(new, "vi")) == copied(new, "vi", known(new, "vi"))


@pytest.mark.parametrize("phrase", [p for phrases in FIXED.values() for p in phrases])
def test_a_fixed_phrase_is_written_as_texts_are_compared(phrase: str) -> None:
    language = "en" if phrase in FIXED["en"] else "vi"

    assert copying.words(f"a {phrase} b", language) == ["a", copying.STOP, "b"]


def test_the_windows_of_a_text_are_written_sentence_by_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = sample("en", 0, 14).capitalize(), sample("en", 14, 13).capitalize()
    text = f"III- TASKS\n1. Title\n- {first}. {second}.\n"
    monkeypatch.setattr(copying, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["copying.py", "en"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    copying.main()

    lines = (tmp_path / "windows.en.txt").read_text("ascii").split("\n")
    assert lines[-1] == ""
    assert lines[:-1] == sorted(known(first, "en") | known(second, "en"))
    assert len(known_windows("en")) == 3


def test_the_english_windows_are_those_of_the_resolution() -> None:
    if not RESOLUTION.is_file():
        pytest.skip(f"the source is not at hand: {RESOLUTION}")

    found = [known(s.text, "en") for s in sentences(read_source(RESOLUTION))]

    assert frozenset[str]().union(*found) == known_windows("en")
    assert frozenset[str]().union(*found[1:]) != known_windows("en")
