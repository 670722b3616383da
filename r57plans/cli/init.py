"""`r57plans init`: a commented starter plan."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.catalogue.options import catalogue_option
from r57plans.cli.ui import ON_HINT, WRONG, Ui, today, typed, ui_option
from r57plans.findings import Message


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(province: str, on: str | None, out: str, name: str) -> int:
        return _init(ui, province, on, Path(out), name)

    return click.Command(
        "init",
        callback=run,
        help=t(
            "Tệp kế hoạch khởi đầu có chú thích cho tỉnh, thành phố PROVINCE.\n\n"
            "Ví dụ: r57plans init cao-bang --on 2025-03-20 -o plan.yaml\n\n"
            "Sổ Excel để điền: r57plans init cao-bang --on 2025-03-20 -o plan.xlsx",
            "A commented starter plan for PROVINCE.\n\n"
            "Example: r57plans init cao-bang --on 2025-03-20 -o plan.yaml\n\n"
            "An Excel workbook to fill in: r57plans init cao-bang --on 2025-03-20 -o plan.xlsx",
        ),
        params=[
            click.Argument(["province"]),
            click.Option(
                ["--on"],
                help=t(
                    "Ngày của văn bản; mặc định hôm nay.",
                    "The document's date; today unless given.",
                ),
            ),
            click.Option(
                ["-o", "--out"],
                required=True,
                help=t(
                    "Tệp kế hoạch sẽ ghi, .yaml hoặc .xlsx.",
                    "The plan file to write, .yaml or .xlsx.",
                ),
            ),
            catalogue_option(ui),
            ui_option(ui),
        ],
    )


def _init(ui: Ui, province: str, on: str | None, out: Path, catalogue: str) -> int:
    from r57plans.assets import schema_file
    from r57plans.files import write_files
    from r57plans.language import slug
    from r57plans.load import check_province
    from r57plans.plans import plan_bytes
    from r57plans.starter import starter_plan

    day = ui.day("init.date", "--on", on or today(), ON_HINT)
    name = slug(province)
    report = check_province(name, day)
    if report.errors:
        ui.stop(report, WRONG)
    if out.exists():
        hint = Message(
            "Chọn tên khác, hoặc xóa tệp cũ.", "Choose another name, or delete the old file."
        )
        ui.fail("init.exists", f"{out} đã có, không ghi đè.", f"{out} is already there.", hint)
    try:
        text = starter_plan(name, day, ui.language, schema_file().as_uri(), catalogue)
        write_files({out: plan_bytes(out, text, ui.language)})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    then = f"r57plans build {typed(out)} -o out"
    ui.say(f"Tiếp theo: {then}", f"Next: {then}")
    return 0
