"""What the commands of the catalogue have in common: which one, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import WRONG, Ui
from r57plans.findings import Language

if TYPE_CHECKING:
    from r57plans.model.catalogue import Catalogue

DEFAULT = "nq57"


def catalogue_option(ui: Ui) -> click.Option:
    """The option `--catalogue`, the same on every command that reads one."""
    return click.Option(
        ["--catalogue", "name"],
        default=DEFAULT,
        show_default=True,
        metavar="ID[@VERSION]",
        help=ui.t("Danh mục, có thể kèm phiên bản.", "Which catalogue, perhaps in a version."),
    )


def lang_option(ui: Ui) -> click.Option:
    """The option `--lang`: the language of the catalogue's own words."""
    text = ui.t("Ngôn ngữ của danh mục.", "Language of the catalogue.")
    return click.Option(["--lang"], type=click.Choice(["vi", "en"]), default=ui.language, help=text)


def language_of(lang: str) -> Language:
    """The option's value as a language."""
    return "vi" if lang == "vi" else "en"


def catalogue_of(ui: Ui, name: str, *, machine: bool = False) -> Catalogue:
    """The catalogue of that name; ends the command where there is none, or it has faults."""
    from r57plans.errors import LoadError
    from r57plans.load import load_catalogue

    try:
        return load_catalogue(name)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)
