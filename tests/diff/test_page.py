"""The page of changes holds all that a reviewer needs, lets nothing in, and calls for nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from change_builders import CHANGES, LATER, SIDES, change

from r57plans.diff.page import page
from r57plans.diff.telling import Version
from r57plans.findings import Language, Message
from r57plans.model.change import SEVERITIES


class Reader(HTMLParser):
    """Reads what a browser would see: elements with attributes, and the text inside each name."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for name in set(self._open):
            self.texts[name][-1] += data

    def rows(self) -> list[dict[str, str | None]]:
        return [found for tag, found in self.elements if tag == "tr" and found]

    def close_all(self) -> None:
        assert self._open == []


def read(*changes: object, language: Language = "vi") -> Reader:
    reader = Reader(page(changes or CHANGES, SIDES, language))  # type: ignore[arg-type]
    reader.close_all()
    return reader


def test_every_change_is_a_row_that_says_how_it_can_be_filtered() -> None:
    rows = read().rows()

    assert [row["data-kind"] for row in rows][-2:] == ["task.deadline.later", "task.added"]
    assert [row["data-group"] for row in rows] == [
        *("general", "targets", "group-1", "group-3", "group-3"),
    ]
    assert {row["data-severity"] for row in rows} == set(SEVERITIES)


def test_the_choices_of_the_filters_are_those_of_the_rows() -> None:
    reader = read()

    options = {found["value"] for tag, found in reader.elements if tag == "option"} - {""}
    boxes = {found["value"] for tag, found in reader.elements if found.get("name") == "severity"}

    kinds, groups, severities = (
        {row[f"data-{name}"] for row in reader.rows()} for name in ("kind", "group", "severity")
    )
    assert (options, boxes) == (kinds | groups, severities)


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    reader = read(LATER)

    assert (reader.texts["del"], reader.texts["ins"]) == (["II/2025"], ["IV/2025"])


def test_what_is_new_stands_beside_nothing_and_is_not_marked() -> None:
    reader = read(change("task.added", "", "Đào tạo kỹ năng số", task="local-1", group="4"))

    assert "ins" not in reader.texts
    assert "(không có)" in reader.texts["td"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_summary_counts_by_kind_and_severity(language: Language) -> None:
    body = read(language=language).texts["body"][0]

    counted, title = {
        "vi": ("5 thay đổi: 2 quan trọng, 2 thông thường, 1 câu chữ.", "Lùi thời hạn"),
        "en": ("5 changes: 2 major, 2 minor, 1 wording.", "A later deadline"),
    }[language]
    assert counted in body
    assert f"{title}1" in body


def test_no_text_of_a_plan_becomes_markup() -> None:
    evil = "</td><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"
    sides = replace(SIDES, old=Version(evil), groups={"3": Message(evil, evil)}, approved={})
    nasty = change(f"a.{evil}", evil, f"{evil} x", group="3", task="3.1.1", message=evil)
    nothing, something = Reader(page((LATER,), SIDES, "vi")), Reader(page((nasty,), sides, "vi"))

    assert {tag for tag, _ in something.elements} <= {tag for tag, _ in nothing.elements}
    assert evil in something.texts["title"][0]
    assert something.rows()[0]["data-kind"] == f"a.{evil}"


def test_a_browser_may_load_nothing_and_run_only_what_the_page_brings() -> None:
    source = page(CHANGES, SIDES, "vi")
    reader = Reader(source)

    policy = next(found["content"] for tag, found in reader.elements if found.get("http-equiv"))
    digests = {
        name: b64encode(sha256(reader.texts[name][0].encode()).digest()).decode()
        for name in ("style", "script")
    }

    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for name, digest in digests.items():
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not [a for _, found in reader.elements for a in found if a in ("src", "href", "style")]
    assert not re.search(r"url\(|@import|https?:", source)


def test_an_approved_change_says_so_with_its_reason() -> None:
    reason = Message("Theo ý kiến Ban Thường vụ", "As the Standing Committee said")
    sides = replace(SIDES, approved={LATER.fingerprint: reason})

    cells = Reader(page((LATER,), sides, "vi")).texts["p"]

    assert "Đã chấp thuận: Theo ý kiến Ban Thường vụ" in cells
    assert "Đã chấp thuận" not in page((LATER,), SIDES, "vi")


def test_approved_changes_are_counted_apart_and_can_still_be_filtered() -> None:
    sides = replace(SIDES, approved={LATER.fingerprint: Message("", "")})

    reader = Reader(page(CHANGES, sides, "vi"))

    assert (
        "4 thay đổi: 1 quan trọng, 2 thông thường, 1 câu chữ. Đã chấp thuận: 1."
        in (reader.texts["p"])
    )
    assert len(reader.rows()) == 5
    assert LATER.rule in [found.get("value") for tag, found in reader.elements if tag == "option"]


def test_two_versions_that_are_the_same_give_a_page_that_says_so() -> None:
    source = page((), SIDES, "en")

    assert "Nothing changed in substance." in source
    assert "<form" not in source


def test_places_in_both_files_stand_beside_the_values() -> None:
    assert {"cu.yaml:112:5", "moi.yaml:118:5"} <= set(read(LATER).texts["code"])


def test_texts_too_long_to_compare_word_by_word_are_shown_at_once() -> None:
    old, new = "từ " * 60_000, "chữ " * 60_000

    reader = read(change("plan.funding.changed", old, new))

    assert reader.texts["del"] == [old]
