"""Redlines are valid, and LibreOffice accepts and rejects them to the text that ours gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_examples import EXAMPLES
from foreign_files import pairs
from office_changes import ACCEPT, REJECT, Job, settled
from random_plans import as_plan
from redline_proof import pairs_of_plans
from validators import audit_errors, integrity_errors, sdk_errors
from word_packages import paragraph_texts

from r57plans import build
from r57plans.word.redline import accept, redline, reject

pytestmark = pytest.mark.word

FILES = {name: pair for name, pair in pairs().items() if not name.endswith(", back")}
PLANS = {name: (old, new) for name, old, new in pairs_of_plans(5)}
_PLACE = re.compile(r"\s*->.*|p\[.*|/word/document\.xml\S*", re.DOTALL)
_LEFT_EMPTY = "\u200d"  # what LibreOffice 7.4 puts into an empty cell of a tracked row

# A row's merged cell is as wide as NEW's, though the columns that only OLD has are there still.
_RELAID = "Word will re-lay out the table"

# Where LibreOffice 7.4 leaves an empty paragraph or cell, or the text of both: its own reasons.
LEAVES_SOMETHING_EMPTY = {
    "contents": "a paragraph that comes or goes within a table of contents",
    "no contents": "the first paragraph of a table of contents",
    "column": "the cells of a column that comes or goes",
    "no column": "the cells of a column that comes or goes",
    "two tables": "a paragraph whose end comes or goes with a table behind it, at the end",
}
KEEPS_BOTH = {"controls": "what changed within a content control around a cell"}


def edited(example: str) -> tuple[bytes, bytes]:
    """The action plan of an example, and of the same with some edits."""
    data: dict[str, Any] = yaml.safe_load((EXAMPLES / example / "plan.yaml").read_text("utf-8"))
    old = build(as_plan(data), ["vi"]).files[0].data
    data["tasks"][0]["deadline"] = "Quý IV/2025"
    data["tasks"][2]["leads"] = ["van-phong-tinh-uy"]
    data["tasks"][3]["deadline"] = "Quý III/2032"  # the roadmap gets another column
    del data["tasks"][4]
    return old, build(as_plan(data), ["vi"]).files[0].data


@cache
def marked(name: str, formatting: bool = False) -> bytes:
    """The redline of a pair by its name."""
    pair = {**FILES, **PLANS}.get(name) or edited(name)
    return redline(*pair, formatting=formatting).data


def said(validator: Callable[[Path], list[str]], data: bytes, folder: Path) -> set[str]:
    """What a validator complains of, wherever it is."""
    file = folder / "document.docx"
    file.write_bytes(data)
    return {_PLACE.sub("", error) for error in validator(file)}


@pytest.mark.parametrize("formatting", [False, True])
@pytest.mark.parametrize("validator", [sdk_errors, audit_errors, integrity_errors])
@pytest.mark.parametrize("name", ["cao-bang", "hue-ubnd", "xa-mau", *list(PLANS)[:2]])
def test_no_validator_complains_of_a_plans_redline(
    name: str, validator: Callable[[Path], list[str]], formatting: bool, tmp_path: Path
) -> None:
    found = said(validator, marked(name, formatting), tmp_path)

    assert {error for error in found if _RELAID not in error} == set()


@pytest.mark.parametrize("validator", [sdk_errors, audit_errors, integrity_errors])
@pytest.mark.parametrize("name", FILES)
def test_no_validator_complains_of_more_than_in_the_files_themselves(
    name: str, validator: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    found = said(validator, marked(name, name == "formats"), tmp_path)

    if found:
        found -= set().union(*(said(validator, data, tmp_path) for data in FILES[name]))
    assert found == set()


@pytest.fixture(scope="module")
def by_office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """By name the texts as LibreOffice accepts, then what it makes of ours; the same rejected."""
    names = [*FILES, *PLANS]
    jobs = []
    for name in names:
        data = marked(name)
        jobs += [Job(data, ACCEPT), Job(accept(data)), Job(data, REJECT), Job(reject(data))]
    texts = [_texts(data) for data in settled(jobs, tmp_path_factory.mktemp("office"))]
    return {name: texts[4 * n : 4 * n + 4] for n, name in enumerate(names)}


def _texts(data: bytes) -> list[str]:
    return [text.replace(_LEFT_EMPTY, "") for text in paragraph_texts(data)]


@pytest.mark.parametrize("name", FILES)
def test_libreoffice_accepts_and_rejects_to_the_same_text(
    name: str, by_office: dict[str, list[list[str]]]
) -> None:
    accepted, new, rejected, old = by_office[name]

    if name in LEAVES_SOMETHING_EMPTY:
        assert (accepted, rejected) != (new, old)
        accepted, new, rejected, old = ([t for t in texts if t] for texts in by_office[name])
    if name in KEEPS_BOTH:
        assert (len(accepted), len(rejected)) == (len(new), len(old))
        assert accepted != new
    else:
        assert (accepted, rejected) == (new, old)


@pytest.mark.parametrize("name", PLANS)
def test_libreoffice_gives_the_text_of_both_plans(
    name: str, by_office: dict[str, list[list[str]]]
) -> None:
    # Of a row with content controls that goes, LibreOffice 7.4 leaves the cells, empty.
    accepted, new, rejected, old = ([t for t in texts if t] for texts in by_office[name])

    assert accepted == new
    assert rejected == old
