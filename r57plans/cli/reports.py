"""What the commands that check something share: levels, formats, the last line, the exit code."""

from __future__ import annotations

from collections.abc import Iterable

import click

from r57plans.cli.ui import REFUSED, Ui
from r57plans.findings import LEVEL_WORDS, LEVELS, Finding, Message, Report

NEVER = "never"
NOTHING_WRONG = Message("Không có sai sót.", "Nothing is wrong.")
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


def summary(ui: Ui, report: Report, nothing: Message = NOTHING_WRONG) -> str:
    """`2 errors, 1 note.`, or what is said where there is nothing to count."""
    if not len(report):
        return nothing.say(ui.language)
    counted = []
    for level in LEVELS:
        number = sum(finding.level == level for finding in report)
        plural = "s" if number > 1 and ui.language == "en" else ""
        if number:
            counted.append(f"{number} {LEVEL_WORDS[level][ui.language]}{plural}")
    return f"{', '.join(counted)}."


def code_of(findings: Iterable[Finding], fail_on: str) -> int:
    """1 where a finding is as grave as `fail_on` or graver, else 0; `never` is 0 always."""
    names = [*map(str, LEVELS)]
    failing = () if fail_on == NEVER else LEVELS[: names.index(fail_on) + 1]
    return REFUSED if any(finding.level in failing for finding in findings) else 0
