"""The examples cite nothing that did not exist on their day, and name nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from r57plans.load import load_plan
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/plan.yaml"))
NAMES = [path.parent.name for path in EXAMPLES]
SYMBOL = re.compile(r"\b\d+(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐ]*\d*(?:[-/][A-ZĐ]+\d*)?")


def _month(day: DocumentDate | None) -> str:
    """`2025-04` of a day or of a month: a plan that is not signed yet has the month only."""
    return str(day)[:7]


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_an_example_is_founded_on_documents_of_its_day_or_earlier(
    catalogue: Catalogue, path: Path
) -> None:
    particulars = load_plan(path).document

    for parent in particulars.parents:
        if parent.id is None:
            assert parent.number is None
            continue
        known = catalogue.document_by_id[parent.id]
        assert _month(known.date) <= _month(particulars.date), parent.id


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_an_example_writes_no_number_but_those_of_known_documents(
    catalogue: Catalogue, path: Path
) -> None:
    dated = {d.number: d.date for d in catalogue.documents}
    day = load_plan(path).document.date
    written = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))

    for symbol in set(SYMBOL.findall(written)):
        assert symbol in dated, symbol
        assert dated[symbol] is None or _month(dated[symbol]) <= _month(day), symbol


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_an_example_signs_with_a_post_and_no_name(path: Path) -> None:
    particulars = load_plan(path).document

    assert particulars.number is None
    assert particulars.signer is not None
    assert particulars.signer.name is None
