"""`r57plans report`: the progress report of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.build import languages_of, tell_built
from r57plans.cli.status.reading import as_of_option, day_of, read_both, status_option
from r57plans.cli.ui import REFUSED, WRONG, Ui, format_option, ui_option

if TYPE_CHECKING:
    from r57plans.documents import Edition


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _report(ui, given)

    return click.Command(
        "report",
        callback=run,
        help=ui.t(
            "Báo cáo kết quả thực hiện kế hoạch PLAN đến một ngày: tệp Word, tiếng Việt và tiếng "
            "Anh.\n\nVí dụ: r57plans report plan.yaml --status status.yaml --as-of 2025-06-30 "
            "-o out",
            "The report on how the plan PLAN stands on a day: Word files in Vietnamese and "
            "English.\n\nExample: r57plans report plan.yaml --status status.yaml "
            "--as-of 2025-06-30 -o out",
        ),
        params=[click.Argument(["plan"]), *_options(ui), format_option(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Option]:
    lang = ui.t(
        "Ngôn ngữ; mặc định cả hai, với --template là ngôn ngữ của mẫu; vi-en: song ngữ, hai cột.",
        "Language; both unless given, with --template that of the template; vi-en: side by side.",
    )
    template = ui.t(
        "Mẫu Word của cơ quan, thay cho mẫu có sẵn.",
        "A Word template of your own, instead of the shipped one.",
    )
    clean = ui.t(
        "Không để lại dữ liệu ẩn trong tệp Word.", "Leave nothing hidden in the Word files."
    )
    out = ui.t("Thư mục ghi kết quả.", "Folder for the files.")
    return [
        status_option(ui),
        as_of_option(ui, required=True),
        click.Option(["-o", "--out"], required=True, help=out),
        click.Option(
            ["--lang"], type=click.Choice(["vi", "en", "vi-en"]), multiple=True, help=lang
        ),
        click.Option(["--template"], metavar="FILE.docx", help=template),
        click.Option(["--clean"], is_flag=True, help=clean),
    ]


def _report(ui: Ui, given: dict[str, object]) -> int:
    from r57plans.documents import report
    from r57plans.errors import LoadError, RefusedError, TemplateError, WordFileError

    machine, out = given["format_"] == "json", Path(str(given["out"]))
    on = day_of(ui, str(given["as_of"]), machine=machine)
    template = cast("str | None", given["template"])
    wanted = cast("tuple[Edition, ...]", given["lang"])
    languages = languages_of(ui, wanted, template, machine)
    files = Path(str(given["plan"])), Path(str(given["status"]))
    plan, status, found = read_both(ui, *files, on, machine=machine)
    try:
        built = report(plan, status, on, languages, clean=bool(given["clean"]), template=template)
        written = built.write(out)
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=machine)
    except (RefusedError, TemplateError) as error:
        ui.stop(error.report, REFUSED, machine=machine)
    except OSError as error:
        ui.unwritable(out, error, machine=machine)
    tell_built(ui, built, written, found, machine)
    return 0
