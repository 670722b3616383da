"""`r57plans workbook table`: an empty table of provinces over a common plan."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import ON_HINT, WRONG, Ui, typed, ui_option
from r57plans.findings import Language, Message


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(plan: str, out: str, on: str | None, lang: Language) -> int:
        return _table(ui, Path(plan), Path(out), on, lang)

    return click.Command(
        "table",
        callback=run,
        help=t(
            "Bảng trống để điền, mỗi tỉnh một dòng, mỗi chỉ tiêu của kế hoạch chung PLAN một cột; "
            "điền xong thì chạy r57plans batch PLAN --from.\n\n"
            "Ví dụ: r57plans workbook table plan.yaml --on 2025-07-01 -o provinces.xlsx",
            "An empty table to fill in, a row for each province and a column for each target of "
            "the common plan PLAN; then run r57plans batch PLAN --from.\n\n"
            "Example: r57plans workbook table plan.yaml --on 2025-07-01 -o provinces.xlsx",
        ),
        params=[
            click.Argument(["plan"]),
            click.Option(["-o", "--out"], required=True, metavar="FILE.xlsx",
                         help=t("Bảng sẽ ghi.", "The table to write.")),
            click.Option(["--on"], metavar="DATE",
                         help=t("Các tỉnh của ngày nào; mặc định ngày của kế hoạch.",
                                "The provinces of which day; the plan's unless given.")),
            click.Option(["--lang"], type=click.Choice(["vi", "en"]), default="vi",
                         show_default=True,
                         help=t("Ngôn ngữ của tiêu đề.", "Language of the headings.")),
            ui_option(ui),
        ],
    )  # fmt: skip


def _table(ui: Ui, plan: Path, out: Path, on: str | None, language: Language) -> int:
    from r57plans.batch.rows.empty import empty_table
    from r57plans.errors import LoadError
    from r57plans.files import write_files
    from r57plans.load.plan_files import is_workbook

    if not is_workbook(out):
        ui.fail("workbook.name", f"{out} không phải tên tệp .xlsx.",
                f"{out} is no name of an .xlsx file.",
                Message("Đặt tên như provinces.xlsx.", "Name it like provinces.xlsx."))  # fmt: skip
    if out.exists():
        ui.fail("workbook.table-exists", f"Đã có {out}; bảng đã điền không bị ghi đè.",
                f"{out} is there; a table that was filled in is not overwritten.",
                Message("Chọn tên khác.", "Choose another name."))  # fmt: skip
    day = ui.day("workbook.no-such-day", "--on", on, ON_HINT) if on else None
    try:
        data = empty_table(plan, day, language)
    except LoadError as error:
        ui.stop(error.report, WRONG)
    except ValueError:
        ui.fail("workbook.no-day", "Kế hoạch không ghi ngày.", "The plan has no date.",
                Message("Thêm --on 2025-07-01.", "Add --on 2025-07-01."))  # fmt: skip
    try:
        write_files({out: data})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    then = f"r57plans batch {typed(plan)} --from {typed(out)} -o OUT"
    ui.say(f"Tiếp theo, khi đã điền: {then}", f"Next, once it is filled in: {then}")
    return 0
