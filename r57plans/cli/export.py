"""`r57plans export`: the tasks of a plan for calendars and trackers."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.ui import Ui, today, ui_option
from r57plans.findings import Language

if TYPE_CHECKING:
    from datetime import date

    from r57plans.exporting import Calendar
    from r57plans.model.plan import Plan
    from r57plans.model.status import Status

FORMATS = ("ics", "csv", "json")


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _run(ui, given)

    return click.Command(
        "export",
        callback=run,
        help=ui.t(
            "Nhiệm vụ của kế hoạch PLAN cho lịch (ics) và phần mềm theo dõi (csv, json): ngày suy "
            "ra từ thời hạn đứng cạnh thời hạn ghi trong kế hoạch.\n\n"
            "Ví dụ: r57plans export plan.yaml --format ics -o thoi-han.ics",
            "The tasks of the plan PLAN for calendars (ics) and trackers (csv, json): the days "
            "derived from a deadline stand beside its original wording.\n\n"
            "Example: r57plans export plan.yaml --format ics -o deadlines.ics",
        ),
        params=[click.Argument(["plan"]), *_options(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Option]:
    t = ui.t
    return [
        click.Option(
            ["--format", "format_"],
            type=click.Choice(FORMATS),
            required=True,
            help=t("Dạng tệp.", "The file's form."),
        ),
        click.Option(
            ["-o", "--out"],
            metavar="FILE",
            help=t("Tệp sẽ ghi; bỏ trống thì in ra.", "The file; printed unless given."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(["vi", "en"]),
            help=t("Ngôn ngữ của tệp.", "The file's language."),
        ),
        click.Option(
            ["--status"],
            metavar="FILE.yaml",
            help=t("Tệp tình trạng, cho csv và json.", "The status file, for csv and json."),
        ),
        click.Option(
            ["--as-of"],
            help=t(
                "Tình trạng đến ngày nào; mặc định hôm nay.",
                "The day of the status; today unless given.",
            ),
        ),
    ]


def _run(ui: Ui, given: dict[str, object]) -> int:
    from r57plans.files import write_files

    language = cast("Language", given["lang"] or ui.language)
    plan, data, made = _made(ui, given, language)
    if not given["out"]:
        click.echo(data.removeprefix(codecs.BOM_UTF8), nl=False)  # bytes: UTF-8 on any machine
        return 0
    path = Path(str(given["out"]))
    try:
        write_files({path: data})
    except OSError as error:
        ui.unwritable(path, error)
    ui.say(f"Đã ghi: {path}", f"Wrote: {path}")
    if made:
        names = ", ".join(entry.id for entry in made.left_out)
        ui.say(
            f"Sự kiện: {made.events}; nhiệm vụ: {len(plan.tasks)}; không có ngày: {names or '0'}.",
            f"Events: {made.events}; tasks: {len(plan.tasks)}; without a day: {names or '0'}.",
        )
    return 0


def _read(ui: Ui, given: dict[str, object], on: date) -> tuple[Plan, Status | None]:
    from r57plans.cli.status.reading import read_both, read_plan

    path = Path(str(given["plan"]))
    if not given["status"]:
        return read_plan(ui, path)[0], None
    plan, status, _ = read_both(ui, path, Path(str(given["status"])), on, machine=False)
    return plan, status


def _title(plan: Plan, language: Language) -> str:
    from r57plans.documents.naming import document_name
    from r57plans.language import capital_first

    return capital_first(document_name(plan, language))


def _made(
    ui: Ui, given: dict[str, object], language: Language
) -> tuple[Plan, bytes, Calendar | None]:
    """The plan, the file, and the calendar where that is what was asked for."""
    from r57plans.catalogue.csv_file import csv_of
    from r57plans.cli.status.reading import day_of
    from r57plans.exporting import as_dict, calendar, entries, table

    on = day_of(ui, str(given["as_of"] or today()), machine=False)
    plan, status = _read(ui, given, on)
    found = entries(plan, language, status, on)
    if given["format_"] == "ics":
        made = calendar(plan, found, language, _title(plan, language))
        return plan, made.data, made
    if given["format_"] == "csv":
        return plan, csv_of(table(plan, found, language)), None
    text = json.dumps(as_dict(plan, found, language), ensure_ascii=False, indent=1)
    return plan, f"{text}\n".encode(), None
