"""Every document of every example is valid for three validators; a damaged one is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from built_examples import ALL_CASES, Case, sampled
from damage import with_broken_relation, with_empty_cell, with_misplaced_element
from validators import audit_errors, integrity_errors, sdk_errors

Validator = Callable[[Path], list[str]]
Damage = Callable[[bytes], bytes]

SDK = pytest.param(sdk_errors, id="open-xml-sdk", marks=pytest.mark.word)
AUDIT = pytest.param(audit_errors, id="openxml-audit")
INTEGRITY = pytest.param(integrity_errors, id="ooxml-integrity")
GOOD = Case("xa-mau", "vi", document="committee-decision")


def complaints(validator: Validator, data: bytes, folder: Path) -> list[str]:
    file = folder / "document.docx"
    file.write_bytes(data)
    return validator(file)


@pytest.mark.no_cover
@pytest.mark.parametrize("case", sampled(ALL_CASES))
@pytest.mark.parametrize("validator", [SDK, AUDIT, INTEGRITY])
def test_no_validator_complains(validator: Validator, case: Case, tmp_path: Path) -> None:
    assert complaints(validator, case.data, tmp_path) == []


@pytest.mark.parametrize("validator", [SDK, AUDIT, INTEGRITY])
def test_each_validator_complains_of_a_part_that_is_missing(
    validator: Validator, tmp_path: Path
) -> None:
    assert complaints(validator, with_broken_relation(GOOD.data), tmp_path) != []


@pytest.mark.parametrize("validator", [SDK, AUDIT])
def test_the_two_that_know_the_standard_complain_of_a_misplaced_element(
    validator: Validator, tmp_path: Path
) -> None:
    assert complaints(validator, with_misplaced_element(GOOD.data), tmp_path) != []


def test_a_cell_without_a_paragraph_is_found(tmp_path: Path) -> None:
    assert complaints(audit_errors, with_empty_cell(GOOD.data), tmp_path) != []
