"""Fingerprints of another text of the resolution, as a file that `verify` can be given."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from r57plans.catalogue.segment import sentences
from r57plans.findings import Language
from r57plans.model.catalogue import Catalogue
from r57plans.model.fingerprint import fingerprint


def edition_lines(catalogue: Catalogue, text: str, name: str, language: Language) -> Iterator[str]:
    """The lines of an edition's file: each sentence of the text with its fingerprint.

    A paragraph with as many sentences as the catalogue has stands for them one by one; elsewhere
    `of` is left empty, for a person who reads both to fill in. Nothing of the text itself is kept.
    """
    given = sentences(text)
    there = Counter(_paragraph(s.id) for s in given)
    expected = Counter(_paragraph(s.id) for s in catalogue.sentences())
    yield f"id: {json.dumps(name)}"
    yield f"language: {language}"
    yield f"name: {{vi: {json.dumps(name)}, en: {json.dumps(name)}}}"
    yield "basis: unverified"
    yield 'source: ""'
    yield "sentences:"
    for sentence in given:
        paragraph = _paragraph(sentence.id)
        alike = there[paragraph] == expected[paragraph]
        yield f"  - id: {sentence.id}"
        yield f'    fingerprint: "{fingerprint(sentence.text)}"'
        yield f"    of: [{sentence.id if alike else ''}]"


def unmatched(lines: list[str]) -> int:
    """How many sentences of an edition's lines still say nothing of what they stand for."""
    return lines.count("    of: []")


def _paragraph(sentence: str) -> str:
    return sentence.rpartition(".")[0]
