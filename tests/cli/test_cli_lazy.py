"""The command line starts quickly: what a command needs is imported when it is called."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from r57plans.cli import application, main
from r57plans.cli.lazy import Commands, Entry, LazyGroup
from r57plans.cli.ui import Ui
from r57plans.findings import Message

HEAVY = ("pydantic", "babel", "jinja2", "lxml", "yaml", "ruamel", "rich", "xlsxwriter",
         "r57plans.documents", "r57plans.load", "r57plans.view", "r57plans.cli.build")  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["template", "--help"]])
def test_help_imports_nothing_that_only_commands_need(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom r57plans.cli import main\nmain(sys.argv[1:])\n"
        f"sys.exit(', '.join(name for name in {HEAVY!r} if name in sys.modules))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )

    assert ran.stderr.strip() == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_lists_every_command_with_a_line_of_its_own(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    group = application(Ui("vi" if language == "vi" else "en"))

    main(["--help", "--ui", language])

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    for name in group.commands:
        assert any(line[:1] == [name] and len(line) > 2 for line in lines)


def test_a_command_that_is_added_later_is_listed_too() -> None:
    ui = Ui("en")
    entries = (Entry("a", "r57plans.cli.clean", Message("A", "What a does.")),)
    group = LazyGroup("group", entries, ui, help="A group.")

    group.add_command(click.Command("b", help="What b does."))

    listed = group.get_help(click.Context(group)).splitlines()[-2:]
    assert [line.split() for line in listed] == [
        ["a", "What", "a", "does."],
        ["b", "What", "b", "does."],
    ]


def test_a_command_can_be_taken_away() -> None:
    commands = Commands((Entry("a", "r57plans.cli.clean", Message("a", "a")),), Ui("en"))

    del commands["a"]

    assert (list(commands), len(commands)) == ([], 0)
