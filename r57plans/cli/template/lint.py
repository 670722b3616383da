"""`r57plans template lint`: every fault of a Word template at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.reports import code_of, sarif_format_option, summary
from r57plans.cli.ui import WRONG, Ui, fail_on_option, ui_option
from r57plans.findings import LEVELS

if TYPE_CHECKING:
    from r57plans.findings import Report


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(file: str, annotate: str | None, format_: str, fail_on: str, any_data: bool) -> int:
        return _lint(ui, Path(file), Path(annotate) if annotate else None, format_, fail_on,
                     any_data)  # fmt: skip

    return click.Command(
        "lint",
        callback=run,
        help=t(
            "Kiểm tra mẫu Word FILE: thẻ gõ sai hoặc bị Word tự sửa, thẻ chưa đóng, tên không có "
            "trong dữ liệu, giá trị sẽ bị mất; nói rõ phần, mục, bảng, hàng và ô. Trả về 0, 1 khi "
            "có lỗi, 2 khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans template lint mau.docx --annotate mau-co-ghi-chu.docx",
            "Check the Word template FILE: tags mistyped or changed by Word, tags not closed, "
            "names that the data lack, values that would be lost; each with its part, heading, "
            "table, row and cell. Gives 0, 1 when there are errors, 2 when the file cannot be "
            "read.\n\n"
            "Example: r57plans template lint mine.docx --annotate commented.docx",
        ),
        params=[click.Argument(["file"]), *_options(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        click.Option(
            ["--annotate"],
            metavar="OUT",
            help=t(
                "Ghi thêm bản sao có ghi chú Word bên cạnh từng thẻ.",
                "Also write a copy with a Word comment beside each tag.",
            ),
        ),
        click.Option(
            ["--any-data"],
            is_flag=True,
            help=t(
                "Mẫu dùng dữ liệu khác, không kiểm tra tên.",
                "The template is for other data: do not check names.",
            ),
        ),
        fail_on_option(ui, LEVELS),
        sarif_format_option(ui),
    ]


def _lint(ui: Ui, file: Path, out: Path | None, format_: str, fail_on: str, any_data: bool) -> int:
    from r57plans.errors import LoadError
    from r57plans.load import read_file
    from r57plans.view.records import View
    from r57plans.word.package import DEFAULT_LIMITS
    from r57plans.word.template.lint import lint

    try:
        data = read_file(file, "word", DEFAULT_LIMITS.max_bytes)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=format_ != "text")
    report = lint(data, str(file), None if any_data else View)
    is_readable = not any(finding.rule.startswith("word.") for finding in report)
    if out is not None and is_readable:
        _annotate(ui, data, report, out, machine=format_ != "text")
    _tell(ui, report, format_, out if is_readable else None)
    if not is_readable:
        return WRONG
    return code_of(report, fail_on)


def _annotate(ui: Ui, data: bytes, report: Report, out: Path, *, machine: bool) -> None:
    from r57plans.files import write_files
    from r57plans.word.template.lint import annotate

    try:
        write_files({out: annotate(data, report, ui.language)})
    except OSError as error:
        ui.unwritable(out, error, machine=machine)


def _tell(ui: Ui, report: Report, format_: str, out: Path | None) -> None:
    if format_ == "json":
        ui.json({"findings": [finding.as_dict(ui.language) for finding in report]})
    elif format_ == "sarif":
        _sarif(ui, report)
    else:
        for finding in report:
            click.echo(finding.text(ui.language))
        if out is not None:
            ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
        click.echo(summary(ui, report))


def _sarif(ui: Ui, report: Report) -> None:
    from r57plans.sarif import sarif
    from r57plans.word.template.lint import rule_words

    ui.json(sarif(report, ui.language, rule_words()))
