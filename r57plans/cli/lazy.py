"""Groups whose commands are imported when they are called: `--help` needs none of them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import NamedTuple

import click

from r57plans.cli.ui import Ui, ui_option
from r57plans.findings import Message


class Entry(NamedTuple):
    """A command: its name, the module whose `command` makes it, and one line on what it does."""

    name: str
    module: str
    help: Message


class Commands(MutableMapping[str, click.Command]):
    """The commands of a group by name; each is made the first time that it is asked for."""

    def __init__(self, entries: tuple[Entry, ...], ui: Ui) -> None:
        self._modules = {entry.name: entry.module for entry in entries}
        self._made: dict[str, click.Command] = {}
        self._ui = ui

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._made:
            made: click.Command = import_module(self._modules[name]).command(self._ui)
            self._made[name] = made
        return self._made[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._modules[name] = ""
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._modules[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


class LazyGroup(click.Group):
    """A group that lists its commands without importing them, and asks for the language."""

    def __init__(self, name: str, entries: tuple[Entry, ...], ui: Ui, *, help: str) -> None:
        super().__init__(name, Commands(entries, ui), help=help, params=[ui_option(ui)])
        self._help = {entry.name: entry.help.say(ui.language) for entry in entries}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands."""
        lines = [(name, self._line(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(lines)

    def _line(self, name: str) -> str:
        return self._help.get(name) or self.commands[name].get_short_help_str()
