"""`r57plans clean`: a copy of a Word file with nothing hidden in it."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import Ui, ui_option


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(file: str, out: str | None) -> int:
        return _clean(ui, Path(file), Path(out) if out else None)

    return click.Command(
        "clean",
        callback=run,
        help=t(
            "Bản sao của tệp Word FILE không còn dữ liệu ẩn: ghi chú, sửa đổi theo dõi, tên tác "
            "giả, dấu trang, ô điều khiển, bản kê. Hình thức giữ nguyên.\n\n"
            "Ví dụ: r57plans clean cao-bang-action-plan.vi.docx -o gui-di.docx",
            "A copy of the Word file FILE with nothing hidden: no comments, tracked changes, "
            "author, bookmarks, controls or manifest. It looks the same.\n\n"
            "Example: r57plans clean cao-bang-action-plan.vi.docx -o to-send.docx",
        ),
        params=[
            click.Argument(["file"]),
            click.Option(
                ["-o", "--out"],
                help=t(
                    "Tệp kết quả; mặc định FILE.clean.docx.",
                    "The copy; FILE.clean.docx unless given.",
                ),
            ),
            ui_option(ui),
        ],
    )


def _clean(ui: Ui, file: Path, out: Path | None) -> int:
    from r57plans.files import write_files
    from r57plans.load import read_file
    from r57plans.word.clean import clean
    from r57plans.word.package import DEFAULT_LIMITS

    target = out or file.with_suffix(".clean.docx")
    data = clean(read_file(file, "word", DEFAULT_LIMITS.max_bytes), str(file))
    try:
        write_files({target: data})
    except OSError as error:
        ui.unwritable(target, error)
    ui.say(f"Đã ghi: {target}", f"Wrote: {target}")
    return 0
