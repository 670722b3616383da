"""Every text of the data is there in both languages, clean, and in its own language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from r57plans.assets import catalogue_folder
from r57plans.language import spell
from r57plans.load import load_catalogue, load_registers
from r57plans.model.base import Text

FILES = sorted(
    p.relative_to(catalogue_folder()).as_posix()
    for p in catalogue_folder().rglob("*.yaml")
    if p.parent.name != "layouts"
)
NUMERIC = re.compile(r"[\d\s≥≤><%,.\-/]+")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
IN_VIETNAMESE = {"tinh", "dia_phuong", "tinh_uy"}
IN_ENGLISH = {"tinh", "place", "committee", "provincial"}
ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|for|with|digital|data|committee|plan)\b", re.IGNORECASE
)
VIETNAMESE_LETTERS = re.compile(
    r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE
)
QUOTED = re.compile(r'"[^"]*"')
NUMBER_OF_DOCUMENT = re.compile(r"\b[\w/-]*\d+[\w/-]*-?[\w/]*\b")


def texts(record: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """All bilingual texts within a record."""
    if isinstance(record, Text):
        yield path, record
    elif isinstance(record, BaseModel):
        if words := getattr(record, "vi", None):  # a product, a parameter, a word
            yield path, Text(vi=words, en=getattr(record, "en", None))
        for name in type(record).model_fields:
            yield from texts(getattr(record, name), f"{path}/{getattr(record, 'id', '')}.{name}")
    elif isinstance(record, tuple):
        for item in record:
            yield from texts(item, path)


def all_texts() -> list[tuple[str, Text]]:
    return list(texts(load_catalogue()))


def test_there_are_many_texts_to_look_at() -> None:
    assert len(all_texts()) > 1500


def test_products_and_parameters_are_among_them() -> None:
    found = {path.rpartition(".")[2] for path, _ in all_texts()}

    assert {"products", "parameters", "choices", "gist", "funding", "horizon_reason"} <= found


def test_every_text_but_a_bare_figure_has_its_english() -> None:
    missing = [p for p, t in all_texts() if not t.en and not NUMERIC.fullmatch(t.vi)]

    assert missing == []


def test_placeholders_are_the_documented_ones() -> None:
    figures = {
        (task.id, p.id) for task in load_catalogue().sub_tasks.values() for p in task.parameters
    }
    for path, text in all_texts():
        task = path.rpartition("/")[2].removesuffix(".text")
        own = {name for owner, name in figures if owner == task}
        assert set(PLACEHOLDER.findall(text.vi)) <= IN_VIETNAMESE | own, path
        assert set(PLACEHOLDER.findall(text.en or "")) <= IN_ENGLISH | own, path
        assert "{" not in PLACEHOLDER.sub("", text.vi + (text.en or "")), path


def test_no_english_stands_in_vietnamese_texts() -> None:
    found = [
        (path, text.vi)
        for path, text in all_texts()
        if ENGLISH_WORDS.search(QUOTED.sub("", PLACEHOLDER.sub("", text.vi)))
    ]

    assert found == []


def test_no_vietnamese_stands_in_english_texts() -> None:
    found = [
        (path, text.en)
        for path, text in all_texts()
        if VIETNAMESE_LETTERS.search(NUMBER_OF_DOCUMENT.sub("", text.en or ""))
    ]

    assert found == []


def test_tone_marks_stand_in_the_new_style_throughout() -> None:
    old = [(path, text.vi) for path, text in all_texts() if spell(text.vi, "new") != text.vi]

    assert old == []


def test_titles_are_short() -> None:
    for task in load_catalogue().sub_tasks.values():
        syllables = re.findall(
            r"\w+", task.title.vi.replace("{dia_phuong}", "thành phố Hồ Chí Minh")
        )
        assert len(syllables) <= 24, task.id
        assert len((task.title.en or "").split()) <= 12, task.id


def test_texts_are_sentences_and_titles_are_not() -> None:
    for task in load_catalogue().sub_tasks.values():
        assert task.text.vi.endswith("."), task.id
        assert (task.text.en or "").endswith("."), task.id
        assert not task.title.vi.endswith("."), task.id
        assert task.title.vi[0].isupper(), task.id


def test_english_is_british() -> None:
    american = re.compile(
        r"\b(?:program|programs|labor|center|centers|(?!size)\w*(?:ization|izations|izing|ized|ize))\b"
    )
    found = [(p, t.en) for p, t in all_texts() if t.en and american.search(t.en.lower())]

    assert found == []


@pytest.mark.parametrize("name", FILES)
def test_data_files_are_nfc_without_tabs_or_trailing_blanks(name: str) -> None:
    text = (catalogue_folder() / name).read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert "\t" not in text
    assert not re.search(r"[ \u00a0]+$", text, re.MULTILINE)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_names_in_the_registers_are_in_their_own_language() -> None:
    registers = load_registers()
    terms = registers.terms
    named = (
        *registers.agencies, *terms.types, *terms.roles, *terms.products, *terms.authorities
    )  # fmt: skip
    for record in named:
        assert not ENGLISH_WORDS.search(PLACEHOLDER.sub("", record.vi)), record.id
        assert not VIETNAMESE_LETTERS.search(record.en), record.id
        assert spell(record.vi, "new") == record.vi, record.id
