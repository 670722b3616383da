"""`r57plans textconv`: a plan or Word file as text, for `git diff`."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import Ui, ui_option


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(file: str) -> int:
        return _text(ui, Path(file))

    return click.Command(
        "textconv",
        callback=run,
        help=t(
            "Tệp kế hoạch hoặc tệp Word FILE dưới dạng văn bản, để git diff cho thấy nội dung thay "
            "đổi: kế hoạch mỗi dữ kiện một dòng, tệp Word mỗi đoạn văn, mỗi hàng của bảng một "
            "dòng.\n\n"
            "Ví dụ: r57plans textconv plan.yaml\n\n"
            "Cho git: git config diff.r57plan.textconv 'r57plans textconv'",
            "The plan or Word file FILE as text, so that git diff shows what changed in it: of a "
            "plan a line for each fact, of a Word file one for each paragraph and row.\n\n"
            "Example: r57plans textconv plan.yaml\n\n"
            "For git: git config diff.r57plan.textconv 'r57plans textconv'",
        ),
        params=[click.Argument(["file"]), ui_option(ui)],
    )


def _text(ui: Ui, file: Path) -> int:
    from r57plans.diff.textconv import textconv
    from r57plans.load import read_file
    from r57plans.word.package import DEFAULT_LIMITS

    data = read_file(file, "plan", DEFAULT_LIMITS.max_bytes)
    click.echo(textconv(data, file.name, ui.language).encode(), nl=False)
    return 0
