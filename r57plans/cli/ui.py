"""How the command line speaks: the language of its messages, and what goes to which stream."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, cast

import click

from r57plans.findings import Finding, Language, Message, Report

if TYPE_CHECKING:
    from pathlib import Path

    from r57plans.model.base import DocumentDate

WRONG = 2
REFUSED = 1


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language after `--ui`, else that of the locale; English where neither says."""
    for before, value in zip(("", *arguments), (*arguments, ""), strict=True):
        said = value if before == "--ui" else before.removeprefix("--ui=")
        if (before == "--ui" or before.startswith("--ui=")) and said in ("vi", "en"):
            return cast(Language, said)
    keys = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[k] for k in keys if environment.get(k)), "")
    return "vi" if locale.lower().startswith("vi") else "en"


@dataclass(frozen=True, slots=True)
class Ui:
    """Says things in one language."""

    language: Language

    def t(self, vi: str, en: str) -> str:
        """One of two wordings."""
        return vi if self.language == "vi" else en

    def say(self, vi: str, en: str) -> None:
        """A line for a person, on standard output."""
        click.echo(self.t(vi, en))

    def tell(self, findings: Sequence[Finding]) -> None:
        """Findings for a person, on standard error."""
        for finding in findings:
            click.echo(finding.text(self.language), err=True)

    def stop(self, report: Report, code: int, *, machine: bool = False) -> NoReturn:
        """Says every finding and ends the command; as JSON on standard output for a machine."""
        if machine:
            self.json({"findings": [f.as_dict(self.language) for f in report]})
        else:
            self.tell(tuple(report))
        raise SystemExit(code)

    def fail(
        self, rule: str, vi: str, en: str, hint: Message, *, machine: bool = False
    ) -> NoReturn:
        """Ends the command over one thing that is wrong with how it was called."""
        finding = Finding(rule, "error", Message(vi, en), hint)
        self.stop(Report((finding,)), WRONG, machine=machine)

    def unwritable(self, path: Path, error: OSError, *, machine: bool = False) -> NoReturn:
        """Ends the command because a file or folder could not be written."""
        from pathlib import Path

        from r57plans.files import cause_of

        cause = cause_of(error)
        if isinstance(error, IsADirectoryError) and error.filename:
            path = Path(error.filename)
        self.fail(
            "output.unwritable",
            f"Không ghi được vào {path}: {cause.vi}.",
            f"Cannot write to {path}: {cause.en}.",
            Message(
                "Chọn nơi khác, hoặc đóng tệp đang mở trong Word, Excel; tệp cũ được giữ nguyên.",
                "Choose another place, or close the file in Word or Excel; old files stay.",
            ),
            machine=machine,
        )

    def day(
        self, rule: str, option: str, text: str, hint: Message, *, machine: bool = False
    ) -> DocumentDate:
        """The date that an option gives; ends the command where there is no such day."""
        from r57plans.model.base import DocumentDate

        try:
            return DocumentDate.parse(text)
        except ValueError:
            vi, en = f"{option} {text} không phải ngày có thật.", f"{option} {text} is not a date."
            self.fail(rule, vi, en, hint, machine=machine)

    def json(self, data: object) -> None:
        """Data for a machine, on standard output; escaped where that cannot hold Vietnamese."""
        import json

        encoding = (getattr(sys.stdout, "encoding", "") or "").lower()
        click.echo(json.dumps(data, ensure_ascii=not encoding.startswith("utf"), indent=2))


def typed(path: object) -> str:
    """A path as it is typed into a command: in quotes where it has spaces."""
    said = str(path)
    return f'"{said}"' if " " in said else said


def today() -> str:
    """The day on which the command runs, as `--on` is written; the only clock there is."""
    return datetime.datetime.now().astimezone().date().isoformat()


ON_HINT = Message("Viết như 2025-03-20.", "Write it like 2025-03-20.")


def ui_option(ui: Ui) -> click.Option:
    """The option `--ui`, the same on every command; `chosen_language` has read it already."""
    return click.Option(
        ["--ui"],
        type=click.Choice(["vi", "en"]),
        expose_value=False,
        help=ui.t("Ngôn ngữ của thông báo.", "Language of messages."),
    )


def fail_on_option(ui: Ui, choices: Sequence[str]) -> click.Option:
    """The option `--fail-on`: from which level of findings on a command gives 1."""
    return click.Option(
        ["--fail-on"],
        type=click.Choice(choices),
        default="error",
        show_default=True,
        help=ui.t("Từ mức nào thì trả về 1.", "From which level on the command gives 1."),
    )


def format_option(ui: Ui) -> click.Option:
    """The option `--format text|json`."""
    return click.Option(
        ["--format", "format_"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=ui.t("Cho người đọc, hoặc cho máy đọc.", "For a person, or for a machine."),
    )
