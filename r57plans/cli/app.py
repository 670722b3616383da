"""The commands, put together in one language."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence

import click
from click import Choice

from r57plans.cli.lazy import Entry, LazyGroup
from r57plans.cli.ui import WRONG, Ui, chosen_language
from r57plans.errors import ReportedError
from r57plans.findings import Message
from r57plans.version import VERSION

COMMANDS = (
    Entry(
        "init", "r57plans.cli.init", Message("Tệp kế hoạch khởi đầu.", "A commented starter plan.")
    ),
    Entry(
        "catalogue",
        "r57plans.cli.catalogue",
        Message("Đọc danh mục nhiệm vụ.", "Read the catalogue of tasks."),
    ),
    Entry(
        "check",
        "r57plans.cli.check",
        Message(
            "Kiểm tra kế hoạch theo yêu cầu tháng 3/2025.",
            "Hold a plan against the requirement of March 2025.",
        ),
    ),
    Entry(
        "build",
        "r57plans.cli.build",
        Message("Tạo văn bản Word từ một kế hoạch.", "Make the Word documents of a plan."),
    ),
    Entry(
        "status",
        "r57plans.cli.status",
        Message("Tệp tình trạng thực hiện.", "The file of what was done."),
    ),
    Entry(
        "report",
        "r57plans.cli.report",
        Message("Báo cáo kết quả thực hiện.", "The progress report."),
    ),
    Entry(
        "template",
        "r57plans.cli.template",
        Message("Mẫu văn bản Word: lấy ra, xem.", "Word templates: take them out, look into them."),
    ),
    Entry(
        "lint",
        "r57plans.cli.lint",
        Message("Kiểm tra thể thức một tệp Word.", "Check the official layout of a Word file."),
    ),
    Entry(
        "diff",
        "r57plans.cli.diff",
        Message("So sánh hai phiên bản kế hoạch.", "What changed between two versions of a plan."),
    ),
    Entry(
        "redline",
        "r57plans.cli.redline",
        Message(
            "So sánh hai bản, ghi thành sửa đổi trong Word.",
            "Two versions as tracked changes in Word.",
        ),
    ),
    Entry(
        "pull",
        "r57plans.cli.pull",
        Message("Đưa nội dung sửa trong Word vào kế hoạch.", "Edits in Word, back into the plan."),
    ),
    Entry(
        "workbook",
        "r57plans.cli.workbook",
        Message("Kế hoạch dưới dạng sổ Excel.", "A plan as an Excel workbook."),
    ),
    Entry(
        "merge",
        "r57plans.cli.merge",
        Message("Hợp nhất kế hoạch của các tỉnh đã hợp nhất.", "Plans of merged provinces as one."),
    ),
    Entry(
        "upgrade",
        "r57plans.cli.upgrade",
        Message("Sang phiên bản danh mục mới.", "To a newer catalogue, change by change."),
    ),
    Entry(
        "stamp",
        "r57plans.cli.stamp",
        Message(
            "Ghi dấu bản dịch trong tệp kế hoạch.",
            "Note in a plan which texts were translated from what.",
        ),
    ),
    Entry(
        "inspect",
        "r57plans.cli.inspect",
        Message(
            "Tệp Word này là gì, đã bị sửa tay chưa.",
            "What a Word file is, and whether it was changed by hand.",
        ),
    ),
    Entry(
        "clean",
        "r57plans.cli.clean",
        Message("Bản sao Word không còn dữ liệu ẩn.", "A copy with nothing hidden in it."),
    ),
    Entry(
        "import",
        "r57plans.cli.importing",
        Message("Nhập kế hoạch Word, Excel đã có.", "An existing plan, made by anyone."),
    ),
    Entry(
        "batch",
        "r57plans.cli.batch",
        Message("Văn bản của mọi tỉnh trong một lệnh.", "The documents of all provinces at once."),
    ),
    Entry(
        "demo",
        "r57plans.cli.demo",
        Message("Bộ kế hoạch minh họa của các tỉnh.", "Illustrative plans of all provinces."),
    ),
    Entry(
        "matrix",
        "r57plans.cli.matrix",
        Message("Mọi kế hoạch đặt cạnh nhau.", "All plans of a folder side by side."),
    ),
    Entry(
        "export",
        "r57plans.cli.export",
        Message("Thời hạn cho lịch, bảng theo dõi.", "Deadlines for calendars and trackers."),
    ),
    Entry(
        "doctor",
        "r57plans.cli.doctor",
        Message("Máy này có đủ những gì cần chưa.", "What this machine has, and what it lacks."),
    ),
    Entry(
        "textconv",
        "r57plans.cli.textconv",
        Message("Nội dung tệp cho git diff.", "What a file says, for git diff."),
    ),
)


def application(ui: Ui) -> click.Group:
    """All commands, with their help in the language of `ui`."""
    group = LazyGroup(
        "r57plans",
        COMMANDS,
        ui,
        help=ui.t(
            "Chương trình hành động của tỉnh, thành phố thực hiện Nghị quyết số 57-NQ/TW: từ tệp "
            "kế hoạch đến văn bản Word, tiếng Việt và tiếng Anh.",
            "A province's action plan for Resolution 57-NQ/TW: from a plan file to Word "
            "documents, in Vietnamese and English.",
        ),
    )
    group.context_settings = {"help_option_names": ["-h", "--help"]}
    click.version_option(VERSION, prog_name="r57plans")(group)
    return group


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns 0, 1 or 2 and never lets a traceback reach the user."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _spare_letters()
    ui = Ui(chosen_language(given, os.environ))
    try:
        result = application(ui).main(given, prog_name="r57plans", standalone_mode=False)
    except click.exceptions.Abort:
        return WRONG
    except click.UsageError as error:
        return _wrong_use(error, ui)
    except ReportedError as error:
        ui.tell(tuple(error.report))
        return WRONG
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG
    return result if isinstance(result, int) else 0


def _spare_letters() -> None:
    """A terminal that lacks a letter prints a question mark in its place, and goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")


def _wrong_use(error: click.UsageError, ui: Ui) -> int:
    context = error.ctx
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.ctx.get_help() if error.ctx else "")
        return WRONG
    click.echo(ui.t(f"lỗi: {_in_vietnamese(error)}", f"error: {error.format_message()}"), err=True)
    if context:
        click.echo(ui.t("  → xem: ", "  → see: ") + f"{context.command_path} --help", err=True)
    return WRONG


def _in_vietnamese(error: click.UsageError) -> str:
    if isinstance(error, click.MissingParameter):
        return f"thiếu {_parameter(error)}"
    if isinstance(error, click.NoSuchOption):
        return f"không có tùy chọn {error.option_name}"
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        choices = f"; có thể chọn: {', '.join(kind.choices)}" if isinstance(kind, Choice) else ""
        given = re.match("'[^']*'", error.message)  # click quotes the value and keeps no other copy
        value = f"{given[0]} là giá trị" if given else "giá trị"
        return f"{value} không hợp lệ cho {_parameter(error)}{choices}"
    if isinstance(error.ctx and error.ctx.command, click.Group):
        return f"không có lệnh này; các lệnh: {', '.join(_commands(error))}"
    return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    """How the command line writes what is missing or wrong: `-o / --out`, `PLAN`."""
    if isinstance(error.param, click.Option):
        return " / ".join(error.param.opts)
    return error.param.human_readable_name if error.param else ""


def _commands(error: click.UsageError) -> list[str]:
    group = error.ctx.command if error.ctx else None
    return list(group.commands) if isinstance(group, click.Group) else []
