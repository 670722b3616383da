"""Building with a template of an office's own, from Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_builders import plan
from word_packages import p, paragraph_texts, word_file

from r57plans.assets import templates_folder
from r57plans.documents import build, template_file
from r57plans.errors import LoadError, RefusedError, TemplateError, WordFileError

MINE = word_file(p("Của {{ unit.name }}: {{ tasks[0].leads }}, Hòa Bình"))
TASKS = [{"id": "1.1.1", "leads": ["so-khcn"]}]


def test_a_template_may_be_given_as_bytes_or_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(MINE)

    files = [build(plan(tasks=TASKS), template=t).files for t in (MINE, path, str(path))]

    assert [[f.language for f in made] for made in files] == [["vi"]] * 3
    assert len({made[0].data for made in files}) == 1
    assert paragraph_texts(files[0][0].data)[0].startswith(
        "Của tỉnh Cao Bằng: Sở Khoa học và Công nghệ"
    )


def test_an_office_s_own_words_are_left_as_it_spells_them() -> None:
    made = build(plan(spelling="old", tasks=TASKS), template=MINE).files[0]

    assert paragraph_texts(made.data)[0].endswith("Hòa Bình")


@pytest.mark.parametrize(
    ("named", "language"), [(None, "en"), (["vi"], "vi"), (["en"], "en"), ([], "en")]
)
def test_a_template_s_own_language_is_made_unless_another_is_named(
    named: list[str] | None, language: str
) -> None:
    english = template_file("action-plan", "en", "party")

    made = build(plan(tasks=TASKS), named, template=english)  # type: ignore[arg-type]

    assert [file.language for file in made.files] == [language]


def test_a_template_is_refused_for_two_languages() -> None:
    with pytest.raises(RefusedError, match="A template is in one language"):
        build(plan(tasks=TASKS), ["vi", "en"], template=MINE)


@pytest.mark.parametrize(
    ("template", "error"),
    [
        (word_file(p("{{ nothing }}")), TemplateError),
        (word_file(p("{% if %}")), TemplateError),
        (b"no Word file", WordFileError),
        (Path("no-such.docx"), LoadError),
    ],
)
def test_what_is_wrong_with_a_template_is_an_error_of_its_own(
    template: bytes | Path, error: type[Exception]
) -> None:
    with pytest.raises(error):
        build(plan(tasks=TASKS), template=template)


def test_without_a_template_both_languages_are_made_from_the_shipped_ones() -> None:
    made = build(plan(tasks=TASKS))

    assert [file.language for file in made.files] == ["vi", "en"]
    assert template_file("action-plan", "vi", "state").parent == templates_folder() / "vi"
