"""A draft in which Word records changes: valid, otherwise the same, and no more once cleaned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from built_examples import Case
from damage import replaced
from validators import audit_errors, integrity_errors, sdk_errors
from word_packages import (
    OFFICE,
    WORD_TYPE,
    Extra,
    p,
    paragraph_texts,
    part_xml,
    r,
    root_xml,
    word_file,
)

from r57plans.cli.app import main
from r57plans.word.clean import clean
from r57plans.word.layout.run import lint_layout
from r57plans.word.manifest import read_manifest
from r57plans.word.package import read_package
from r57plans.word.redline import redline
from r57plans.word.tracking import is_tracked, tracked

CASE = Case("xa-mau", "vi", document="committee-decision")
PLAN = Path(__file__).parents[2] / "examples" / "xa-mau" / "plan.yaml"
MAIN, SETTINGS = "word/document.xml", "word/settings.xml"


def with_settings(inner: str) -> bytes:
    return word_file(
        p(r("a")),
        Extra(SETTINGS, f"{OFFICE}settings", root_xml("settings", inner), f"{WORD_TYPE}settings"),
    )


@pytest.mark.parametrize(
    "validator",
    [pytest.param(sdk_errors, marks=pytest.mark.word), audit_errors, integrity_errors],
)
def test_no_validator_complains(validator: Callable[[Path], list[str]], tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(tracked(CASE.data))

    assert validator(file) == []


def test_only_the_settings_change() -> None:
    before, after = read_package(CASE.data), read_package(tracked(CASE.data))

    assert {name for name in after if after[name] != before.get(name)} == {SETTINGS}
    assert is_tracked(after, MAIN)
    assert not is_tracked(before, MAIN)


def test_what_was_turned_off_or_would_hide_the_authors_is_put_right() -> None:
    data = with_settings(
        '<w:zoom w:percent="100"/><w:removePersonalInformation/><w:trackRevisions w:val="0"/>'
        '<w:defaultTabStop w:val="567"/>'
    )

    found = part_xml(tracked(data), SETTINGS)

    assert '<w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop' in found
    assert not is_tracked(read_package(data), MAIN)


def test_a_file_without_settings_is_given_some() -> None:
    data = tracked(word_file(p(r("a"))))

    assert is_tracked(read_package(data), MAIN)
    assert tracked(data) == data


def test_a_clean_copy_records_nothing() -> None:
    assert clean(tracked(CASE.data)) == clean(CASE.data)


def test_a_clean_copy_of_a_redline_says_what_the_new_text_says() -> None:
    new = replaced(CASE.data, "Tổ giúp việc".encode(), "Tổ công tác".encode())
    marked = redline(tracked(CASE.data), tracked(new), author="Sở Tư pháp", day="2026-04-02").data

    left = clean(marked)

    assert b"w:author" in read_package(marked)[MAIN]
    assert b"w:author" not in read_package(left)[MAIN]
    assert paragraph_texts(left) == paragraph_texts(clean(new))


def test_the_layout_is_checked_as_that_of_the_same_document() -> None:
    assert lint_layout(tracked(CASE.data), "a").report == lint_layout(CASE.data, "a").report


def test_build_makes_such_drafts_of_what_they_came_from(tmp_path: Path) -> None:
    assert main(["build", str(PLAN), "-o", str(tmp_path), "--lang", "vi", "--track"]) == 0

    made = (tmp_path / "khanh-hoa-xa-mau-action-plan.vi.docx").read_bytes()

    assert is_tracked(read_package(made), MAIN)
    assert read_manifest(made) is not None


def test_build_refuses_to_record_in_a_clean_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    assert main(["build", str(PLAN), "-o", str(out), "--track", "--clean", "--ui", "vi"]) == 2

    assert "build.track-clean" in capsys.readouterr().err
    assert not out.exists()
