"""The README's commands run and print what it shows; every command is in it and has help."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pages import ROOT, agrees, blocks_of, dead_links, make_workplace, run, run_shell, with_output

from r57plans.cli import application
from r57plans.cli.ui import Ui

README = (ROOT / "README.md").read_text("utf-8")
PICTURE_LIMIT = 200_000
BLOCKS = blocks_of(README)


def blocks(language: str) -> list[str]:
    return [block.text for block in BLOCKS if block.language == language]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and with `r57plans` on its path, as the README assumes it."""
    return make_workplace(tmp_path_factory.mktemp("readme"))


def test_every_block_of_commands_prints_what_the_readme_shows(workplace: Path) -> None:
    # One test, in order: a later block uses what an earlier one wrote.
    told = []
    for block, shown in with_output(BLOCKS, "bash"):
        result = run_shell(block.text, workplace)
        if result.returncode or not agrees(shown, result.stdout):
            told.append(f"{block.text}\n{result.stdout}{result.stderr}")

    assert told == []
    assert len(list(with_output(BLOCKS, "bash"))) >= 5


def test_an_output_that_differs_is_found() -> None:
    assert agrees("Wrote:\n…\nb", "Wrote:\n  a  \nb\n")
    assert agrees("a\n…", "a\nb\nc")
    assert not agrees("Wrote: a", "Wrote: b")
    assert not agrees("a", "a\nb")


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_that_it_shows_runs(workplace: Path, code: str) -> None:
    result = run([sys.executable, "-W", "error", "-c", code], workplace)

    assert result.returncode == 0, result.stderr
    assert (workplace / "out" / "cao-bang-action-plan.en.docx").exists()


def test_the_make_targets_that_it_shows_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    shown = re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE)

    assert shown == ["demo", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in shown)


def test_the_two_lines_for_windows_make_an_environment_and_build(workplace: Path) -> None:
    setting_up, building = "".join(blocks("powershell")).splitlines()

    result = run(["r57plans", *building.split()[1:]], workplace)

    assert setting_up == r"py -m venv .venv; .venv\Scripts\pip install ."
    assert building.startswith(r".venv\Scripts\r57plans build ")
    assert result.returncode == 0, result.stderr


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


NAMES = [name for name, _ in commands(application(Ui("en")))]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_named_there(name: str) -> None:
    assert f"**`{name}`**" in README


@pytest.mark.parametrize(("language", "word"), [("vi", "Ví dụ:"), ("en", "Example:")])
@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name: str, language: str, word: str) -> None:
    ui = Ui("vi" if language == "vi" else "en")

    text = dict(commands(application(ui)))[name].help or ""

    assert f"{word} r57plans {name} " in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_picture_of_page_1_is_shown_in_each_language(language: str) -> None:
    picture = ROOT / "docs" / f"page-1.{language}.png"

    assert f"(docs/{picture.name})" in README
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size <= PICTURE_LIMIT


def test_every_room_is_in_the_table_of_places() -> None:
    package = ROOT / "r57plans"
    rooms = [f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").exists()]
    modules = [path.name for path in package.glob("*.py") if path.stem != "__init__"]

    assert [name for name in (*rooms, *modules) if f"{name}`" not in README] == []


def test_every_link_leads_to_a_file() -> None:
    assert dead_links(README, ROOT) == []


def test_it_says_what_is_illustrative() -> None:
    for example in (ROOT / "examples").glob("*/plan.yaml"):
        head = example.read_text("utf-8")[:1500].lower()

        assert "minh họa" in head
        assert "illustrative" in head
    assert "What is illustrative" in README
