"""`r57plans status init`: a status file to fill in, or the tasks that one lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.status.reading import read_plan
from r57plans.cli.ui import WRONG, Ui, ui_option
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.model.plan import Plan


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(plan: str, out: str, update: bool) -> int:
        return _init(ui, Path(plan), Path(out), update)

    return click.Command(
        "init",
        callback=run,
        help=ui.t(
            "Tệp tình trạng của kế hoạch PLAN: mọi nhiệm vụ theo thứ tự, chưa điền gì.\n\n"
            "Ví dụ: r57plans status init plan.yaml -o status.yaml\n\n"
            "Kế hoạch có thêm nhiệm vụ: r57plans status init plan.yaml -o status.yaml --update",
            "A status file for the plan PLAN: all tasks in their order, nothing filled in.\n\n"
            "Example: r57plans status init plan.yaml -o status.yaml\n\n"
            "When the plan has new tasks: r57plans status init plan.yaml -o status.yaml --update",
        ),
        params=[
            click.Argument(["plan"]),
            click.Option(
                ["-o", "--out"],
                required=True,
                help=ui.t("Tệp tình trạng sẽ ghi.", "The status file to write."),
            ),
            click.Option(
                ["--update"],
                is_flag=True,
                help=ui.t(
                    "Thêm nhiệm vụ còn thiếu vào tệp đã có, giữ nguyên mọi thứ khác.",
                    "Add the tasks that an existing file lacks, and keep all else as it is.",
                ),
            ),
            ui_option(ui),
        ],
    )


def _init(ui: Ui, plan_file: Path, out: Path, update: bool) -> int:
    plan, found = read_plan(ui, plan_file)
    ui.tell(found)
    if update:
        return _update(ui, plan, out)
    if out.exists():
        hint = Message(
            "Chọn tên khác, hoặc thêm --update để bổ sung nhiệm vụ còn thiếu.",
            "Choose another name, or add --update to add the tasks that it lacks.",
        )
        ui.fail("status.exists", f"{out} đã có, không ghi đè.", f"{out} is already there.", hint)
    from r57plans.assets import status_schema_file
    from r57plans.starter import starter_status

    _write(ui, out, starter_status(plan, ui.language, status_schema_file().as_uri()))
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    ui.say(
        f"Điền xong thì chạy: r57plans status show {plan_file} --status {out}",
        f"Once filled in: r57plans status show {plan_file} --status {out}",
    )
    return 0


def _update(ui: Ui, plan: Plan, out: Path) -> int:
    from r57plans.errors import LoadError
    from r57plans.load import read_file
    from r57plans.starter import updated_status

    try:
        data = read_file(out, "status")
        text, added = updated_status(data, plan, str(out), ui.language)
    except LoadError as error:
        ui.stop(error.report, WRONG)
    if added:
        _write(ui, out, text)
    names = ", ".join(added)
    ui.say(
        f"Đã thêm {len(added)} nhiệm vụ{': ' if names else ''}{names}.",
        f"Tasks added: {len(added)}{': ' if names else ''}{names}.",
    )
    return 0


def _write(ui: Ui, out: Path, text: str) -> None:
    from r57plans.files import write_files

    try:
        write_files({out: text.encode()})
    except OSError as error:
        ui.unwritable(out, error)
