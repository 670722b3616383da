"""What the commands that check Word files share: levels, formats, the last line, the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import REFUSED, Ui
from r57plans.findings import LEVEL_WORDS, Report

if TYPE_CHECKING:
    from r57plans.findings import Level

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
FORMATS = ("text", "json", "sarif")


def sarif_format_option(ui: Ui) -> click.Option:
    """The option `--format text|json|sarif`."""
    return click.Option(
        ["--format", "format_"],
        type=click.Choice(FORMATS),
        default="text",
        help=ui.t(
            "Cho người đọc, cho máy đọc, hoặc SARIF 2.1.0.",
            "For a person, for a machine, or SARIF 2.1.0.",
        ),
    )


def summary(ui: Ui, report: Report) -> str:
    """`2 errors, 1 note.`, or that all is well."""
    if not len(report):
        return ui.t("Không có sai sót.", "Nothing is wrong.")
    counted = []
    for level in LEVELS:
        number = sum(finding.level == level for finding in report)
        plural = "s" if number > 1 and ui.language == "en" else ""
        if number:
            counted.append(f"{number} {LEVEL_WORDS[level][ui.language]}{plural}")
    return f"{', '.join(counted)}."


def code_of(report: Report, fail_on: str) -> int:
    """1 where a finding is as grave as `fail_on` or graver, else 0."""
    failing = LEVELS[: [str(level) for level in LEVELS].index(fail_on) + 1]
    return REFUSED if any(finding.level in failing for finding in report) else 0
