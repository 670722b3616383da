"""The options of `r57plans diff`."""

from __future__ import annotations

import click

from r57plans.cli.differing.formats import FORMATS
from r57plans.cli.reports import NEVER
from r57plans.cli.ui import Ui
from r57plans.model.change import SEVERITIES

FAIL_ON = (*SEVERITIES, NEVER)


def options(ui: Ui) -> tuple[click.Option, ...]:
    """All of them, in the order in which help lists them."""
    return (*_of_the_report(ui), *_of_the_rules(ui), *_of_approvals(ui))


def _of_the_report(ui: Ui) -> tuple[click.Option, ...]:
    t = ui.t
    form = t("Dạng báo cáo.", "The form of the report.")
    out = t("Ghi báo cáo ra tệp.", "Write the report to a file.")
    lang = t("Ngôn ngữ của báo cáo.", "The report's language.")
    three = t(
        "So sánh BASE A B: hai bản cùng sửa từ một bản gốc, và xung đột giữa chúng.",
        "Compare BASE A B: two versions of one base, and where they conflict.",
    )
    return (
        click.Option(
            ["--format", "format_"], type=click.Choice([*FORMATS]), default="text", help=form
        ),
        click.Option(["-o", "--out"], metavar="FILE", help=out),
        click.Option(["--lang"], type=click.Choice(["vi", "en"]), help=lang),
        click.Option(["--three"], is_flag=True, help=three),
    )


def _of_the_rules(ui: Ui) -> tuple[click.Option, ...]:
    t = ui.t
    fail_on = t("Từ mức nào thì trả về 1.", "From which severity on the command gives 1.")
    severity = t(
        "Tệp YAML đổi mức của quy tắc, ví dụ: {task.text.changed: major}.",
        "A YAML file with other severities for rules, such as {task.text.changed: major}.",
    )
    explain = t(
        "Giải thích một quy tắc, một nhóm quy tắc, hoặc all.",
        "Explain a rule, the rules that begin so, or all.",
    )
    return (
        click.Option(
            ["--fail-on"], type=click.Choice(FAIL_ON), default=NEVER, show_default=True,
            help=fail_on,
        ),
        click.Option(["--severity"], metavar="FILE", help=severity),
        click.Option(["--explain"], metavar="RULE", help=explain),
    )  # fmt: skip


def _of_approvals(ui: Ui) -> tuple[click.Option, ...]:
    t = ui.t
    approved = t(
        "Tệp các thay đổi đã chấp thuận: nêu riêng, không tính vào --fail-on.",
        "The file of approved changes: told apart, never counted by --fail-on.",
    )
    approve = t(
        "Thêm thay đổi có mã này vào tệp --approved; all: tất cả.",
        "Add the change with this fingerprint to the file --approved; all for every one.",
    )
    reason = t("Lý do chấp thuận, ghi cùng --approve.", "Why, written with --approve.")
    return (
        click.Option(["--approved"], metavar="FILE", help=approved),
        click.Option(["--approve"], multiple=True, metavar="ID", help=approve),
        click.Option(["--reason"], default="", help=reason),
    )
