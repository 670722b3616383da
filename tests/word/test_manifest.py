"""The manifest: written among a file's custom parts, found by its namespace, never trusted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_packages import Extra, office_file, p, word_file

from r57plans.errors import WordFileError
from r57plans.word.manifest import (
    NAMESPACE,
    Manifest,
    ManifestFacts,
    read_manifest,
    with_manifest,
)
from r57plans.word.package import read_package, write_package

FACTS = ManifestFacts("0.1.0", "nq57@2025.03", "ab" * 32, "action-plan", "vi")
MANIFEST = Manifest(FACTS, "cd" * 32, (("task/1/text", "Việc & <1>\n\r\tx "), ("a", "")))
OTHER = Extra("customXml/item1.xml", "customXml", b"<other/>")
ATTRIBUTES = 'tool="a" catalogue="b" plan="c" document="d" language="e" template="f"'
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


def with_part(content: str) -> bytes:
    return word_file(p("a"), replace(OTHER, content=content.encode()))


def manifest_xml(inner: str = "", attributes: str = ATTRIBUTES, root: str = "manifest") -> str:
    return f'<{root} xmlns="{NAMESPACE}" {attributes}>{inner}</{root}>'


def test_what_is_written_is_read_back() -> None:
    data = write_package(with_manifest(read_package(office_file()), MANIFEST))

    assert read_manifest(data) == MANIFEST


@given(st.lists(st.tuples(TEXT.filter(bool), TEXT)))
def test_any_paths_and_texts_are_read_back(printed: list[tuple[str, str]]) -> None:
    manifest = replace(MANIFEST, printed=tuple(printed))

    data = write_package(with_manifest(read_package(word_file(p("a"))), manifest))

    assert read_manifest(data) == manifest


def test_a_file_without_one_has_none() -> None:
    assert read_manifest(office_file()) is None
    assert read_manifest(word_file(p("a"), OTHER)) is None


def test_other_custom_parts_stay_and_the_numbers_go_on() -> None:
    parts = with_manifest(read_package(word_file(p("a"), OTHER)), MANIFEST)

    assert parts["customXml/item1.xml"] == b"<other/>"
    assert {"customXml/item2.xml", "customXml/itemProps2.xml"} <= parts.keys()
    assert read_manifest(write_package(parts)) == MANIFEST


def test_an_older_manifest_is_replaced() -> None:
    once = with_manifest(read_package(office_file()), MANIFEST)
    newer = replace(MANIFEST, template_hash="00")

    twice = with_manifest(once, newer)

    assert list(twice) == list(once)
    assert twice["word/_rels/document.xml.rels"] == once["word/_rels/document.xml.rels"]
    assert twice["[Content_Types].xml"] == once["[Content_Types].xml"]
    assert read_manifest(write_package(twice)) == newer


def test_a_manifest_is_found_wherever_a_program_renamed_it() -> None:
    parts = with_manifest(read_package(office_file()), MANIFEST)
    parts["customXml/item7.xml"] = parts.pop("customXml/item1.xml")

    assert read_manifest(write_package(parts)) == MANIFEST


def test_the_same_manifest_is_written_with_the_same_bytes() -> None:
    parts = read_package(office_file())

    assert with_manifest(parts, MANIFEST) == with_manifest(parts, MANIFEST)


@pytest.mark.parametrize(
    "content",
    [
        manifest_xml(root="other"),
        manifest_xml(attributes='tool="a"'),
        manifest_xml(attributes=f'{ATTRIBUTES} more="x"'),
        manifest_xml(attributes=ATTRIBUTES.replace('"a"', f'"{"a" * 201}"')),
        manifest_xml("<value>a</value>"),
        manifest_xml('<value path="">a</value>'),
        manifest_xml('<value path="a" more="b">a</value>'),
        manifest_xml(f'<value path="{"a" * 1001}">a</value>'),
        manifest_xml(f'<value path="a">{"a" * 100_001}</value>'),
        manifest_xml('<value path="a">a<b/></value>'),
        manifest_xml('<other path="a">a</other>'),
    ],
)
def test_another_shape_is_no_manifest(content: str) -> None:
    assert read_manifest(with_part(content)) is None


def test_the_smallest_manifest_has_printed_nothing() -> None:
    manifest = read_manifest(with_part(manifest_xml()))

    assert manifest == Manifest(ManifestFacts("a", "b", "c", "d", "e"), "f", ())


@pytest.mark.parametrize(
    ("old", "new"), [(b"nq57@2025", b"nq57@2026"), (b"Vi\xe1\xbb", b"V\xe1\xbb")]
)
def test_a_manifest_that_was_changed_no_longer_matches_its_hash(old: bytes, new: bytes) -> None:
    parts = with_manifest(read_package(word_file(p("a"))), MANIFEST)
    content = parts["customXml/item1.xml"]

    found = read_manifest(write_package(parts | {"customXml/item1.xml": content.replace(old, new)}))

    assert found is not None
    assert not found.intact


@pytest.mark.parametrize(
    "content", [f"<a b='{NAMESPACE}'>", f"<!DOCTYPE a [<!ENTITY b 'c'>]>{manifest_xml()}"]
)
def test_a_damaged_or_hostile_part_is_a_fault_of_the_file(content: str) -> None:
    with pytest.raises(WordFileError):
        read_manifest(with_part(content))


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(WordFileError):
        read_manifest(b"nothing")
