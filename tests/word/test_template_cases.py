"""The dialect of templates, feature by feature: `tests/cases/template/` is its specification."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from soundness import unsound
from template_cases import ROOT, Case, arguments_of, cases, resolved, unmet
from validators import audit_errors, integrity_errors

from r57plans.errors import ReportedError
from r57plans.word.outline import outline
from r57plans.word.template import Template

CASES = cases()
GOOD = [case for case in CASES if not case.fails]
BAD = [case for case in CASES if case.fails]
# Parts that a whole file has and that matter to no tag; and what openxml-audit does not know.
_SPARED = ("A required relationship type", "element 'smartTag' found")


def made(case: Case, folder: Path) -> bytes:
    """The document that the case gives."""
    given = dict(arguments_of(case, ("language",)))
    files = case.files(folder)
    if files is not None:
        given["folder"] = files
    template = Template(case.template, name="mau.docx", **given)
    return template.render(case.context, **arguments_of(case, ("pictures",)))


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_a_template_gives_the_document_that_its_case_says(case: Case, tmp_path: Path) -> None:
    actual = outline(made(case, tmp_path), case.pictures).splitlines()

    assert actual == resolved(case.expected, actual)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_every_document_of_a_case_is_valid(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "made.docx"
    data = made(case, tmp_path)

    path.write_bytes(data)

    assert unsound(data) == []
    assert [e for e in audit_errors(path) if not any(s in e for s in _SPARED)] == []
    assert integrity_errors(path) == []


@pytest.mark.parametrize("case", BAD, ids=str)
def test_a_wrong_template_or_value_is_told_as_its_case_says(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ReportedError) as caught:
        made(case, tmp_path)

    assert unmet(case.expected, list(caught.value.report)) == []


def test_the_list_of_features_names_every_folder() -> None:
    listed = re.findall(r"`([a-z-]+)` \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(listed) == sorted(folder.name for folder in ROOT.iterdir() if folder.is_dir())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_says_something(case: Case) -> None:
    assert case.expected
