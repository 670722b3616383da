"""`r57plans workbook export`: a plan as an Excel workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import WRONG, Ui, ui_option
from r57plans.findings import Language, Message


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(plan: str, out: str, lang: Language) -> int:
        return _export(ui, Path(plan), Path(out), lang)

    return click.Command(
        "export",
        callback=run,
        help=t(
            "Kế hoạch PLAN thành sổ Excel có danh sách để chọn; mọi lệnh nhận tệp kế hoạch đều "
            "nhận sổ này.\n\nVí dụ: r57plans workbook export plan.yaml -o plan.xlsx",
            "The plan PLAN as an Excel workbook with lists to pick from; it serves wherever a "
            "plan file does.\n\nExample: r57plans workbook export plan.yaml -o plan.xlsx",
        ),
        params=[
            click.Argument(["plan"]),
            click.Option(["-o", "--out"], required=True, metavar="FILE.xlsx",
                         help=t("Sổ sẽ ghi.", "The workbook to write.")),
            click.Option(["--lang"], type=click.Choice(["vi", "en"]), default="vi",
                         show_default=True,
                         help=t("Ngôn ngữ của tiêu đề.", "Language of the headings.")),
            ui_option(ui),
        ],
    )  # fmt: skip


def _export(ui: Ui, plan_file: Path, out: Path, language: Language) -> int:
    from r57plans.files import write_files
    from r57plans.load.plan_files import is_workbook
    from r57plans.plans import read_plan_file
    from r57plans.workbook.exporting import export

    if not is_workbook(out):
        hint = Message("Đặt tên như plan.xlsx.", "Name it like plan.xlsx.")
        ui.fail("workbook.name", f"{out} không phải tên tệp .xlsx.",
                f"{out} is no name of an .xlsx file.", hint)  # fmt: skip
    plan, report = read_plan_file(plan_file)
    if plan is None:
        ui.stop(report, WRONG)
    ui.tell(tuple(report))
    try:
        write_files({out: export(plan, language)})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    return 0
