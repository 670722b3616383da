"""`r57plans matrix`: all plans of a folder side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.ui import WRONG, Ui, today, ui_option
from r57plans.findings import Finding, Language, Message, Report

if TYPE_CHECKING:
    from r57plans.matrix import Matrix

FORMATS = ("html", "xlsx", "csv")
TABLES = (
    "tasks",
    "provinces",
    "coverage",
    "paragraphs",
    "deadlines",
    "targets",
    "agencies",
    "names",
    "unread",
)
_SHOWN = 3  # findings of a plan that could not be read


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _run(ui, given)

    return click.Command(
        "matrix",
        callback=run,
        help=ui.t(
            "Đặt mọi kế hoạch trong thư mục DIR cạnh nhau: nơi nào nhận nhiệm vụ nào, thời hạn, cơ "
            "quan chủ trì, tình trạng, chỉ tiêu so với Trung ương, khối lượng của từng cơ quan.\n\n"
            "Ví dụ: r57plans matrix ke-hoach -o tong-hop.html\n\n"
            "Tình trạng lấy từ <kế hoạch>.status.yaml hoặc status.yaml cạnh tệp kế hoạch. Tệp "
            "không đọc được thì được nêu, các kế hoạch khác vẫn được tổng hợp.",
            "Set all plans below DIR side by side: who took which task, until when, the lead, how "
            "it stands, targets beside the centre's, the load of each body.\n\n"
            "Example: r57plans matrix plans -o matrix.html\n\n"
            "How tasks stand is read from <plan>.status.yaml or status.yaml beside a plan. A plan "
            "that cannot be read is told; the others are there all the same.",
        ),
        params=[click.Argument(["folder"], metavar="DIR"), *_options(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Option]:
    t = ui.t
    return [
        click.Option(
            ["-o", "--out"],
            required=True,
            metavar="FILE",
            help=t("Tệp sẽ ghi: .html, .xlsx hoặc .csv.", "The file: .html, .xlsx or .csv."),
        ),
        click.Option(
            ["--as-of"],
            help=t(
                "Tính đến ngày nào, ví dụ 2025-06-30; mặc định hôm nay.",
                "As of which day, such as 2025-06-30; today unless given.",
            ),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(["vi", "en"]),
            help=t("Ngôn ngữ của tệp.", "The file's language."),
        ),
        click.Option(
            ["--table"],
            type=click.Choice(TABLES),
            help=t(
                f"Bảng của tệp CSV; mặc định {TABLES[0]}.",
                f"Which table a CSV file holds; {TABLES[0]} unless given.",
            ),
        ),
    ]


def _run(ui: Ui, given: dict[str, object]) -> int:
    from r57plans.cli.status.reading import day_of
    from r57plans.files import write_files
    from r57plans.matrix import matrix

    folder, out = Path(str(given["folder"])), Path(str(given["out"]))
    format_ = _format(ui, out, given)
    if not folder.is_dir():
        ui.fail(
            "matrix.no-folder",
            f"Không có thư mục {folder}.",
            f"There is no folder {folder}.",
            Message("Kiểm tra lại tên thư mục.", "Check the folder's name."),
        )
    on = day_of(ui, str(given["as_of"] or today()), machine=False)
    found = matrix(folder, on)
    _tell_unread(ui, found)
    if not found.plans:
        ui.stop(Report((_no_plans(folder),)), WRONG)
    language = cast("Language", given["lang"] or ui.language)
    data = _data(ui, found, format_, str(given["table"] or TABLES[0]), language)
    try:
        write_files({out: data})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    _summary(ui, found)
    return 0


def _format(ui: Ui, out: Path, given: dict[str, object]) -> str:
    found = out.suffix.lower().lstrip(".")
    if found not in FORMATS:
        ui.fail(
            "matrix.out",
            f"Không rõ dạng tệp của {out}.",
            f"{out} does not say which kind of file it is to be.",
            Message("Đặt tên có đuôi .html, .xlsx hoặc .csv.", "End it in .html, .xlsx or .csv."),
        )
    if given["table"] and found != "csv":
        ui.fail(
            "matrix.options",
            "--table chỉ dùng cho CSV.",
            "--table is for CSV only.",
            Message("Bỏ --table, hoặc ghi ra .csv.", "Drop --table, or write a .csv."),
        )
    return found


def _data(ui: Ui, found: Matrix, format_: str, table: str, language: Language) -> bytes:
    if format_ == "html":
        from r57plans.matrix.page import page

        return page(found, language).encode()
    if format_ == "xlsx":
        from r57plans.matrix.book import book_of

        return book_of(found, language)
    from r57plans.catalogue.csv_file import csv_of
    from r57plans.matrix.tables import tables_of

    made = {each.name: each for each in tables_of(found, language)}
    if table not in made:
        ui.fail(
            "matrix.all-read",
            "Mọi tệp đều đọc được: không có bảng này.",
            "Every file could be read: there is no such table.",
            Message("Chọn bảng khác.", "Choose another table."),
        )
    return csv_of(made[table])


def _no_plans(folder: Path) -> Finding:
    return Finding(
        "matrix.no-plans",
        "error",
        Message(
            f"Trong {folder} không có kế hoạch nào đọc được.",
            f"There is no plan below {folder} that can be read.",
        ),
        Message("Để thử: r57plans demo.", "To try: r57plans demo."),
    )


def _tell_unread(ui: Ui, found: Matrix) -> None:
    for unread in found.unread:
        click.echo(ui.t(f"{unread.name}: không tính được", f"{unread.name}: not counted"), err=True)
        for finding in unread.findings[:_SHOWN]:
            click.echo(f"  {finding.text(ui.language)}", err=True)
        if (more := len(unread.findings) - _SHOWN) > 0:
            click.echo(ui.t(f"  … và {more} lỗi nữa", f"  … and {more} more"), err=True)


def _summary(ui: Ui, found: Matrix) -> None:
    taken = sum(cell.there for cell in found.cells.values())
    odd = sum(len(spread.outliers) for spread in found.spreads)
    ui.say(
        f"Kế hoạch: {len(found.plans)}; lượt nhận nhiệm vụ: {taken}; thời hạn khác biệt: {odd}; "
        f"cơ quan ngoài danh bạ: {len(found.named)}; tệp không tính được: {len(found.unread)}.",
        f"Plans: {len(found.plans)}; sub-tasks taken: {taken}; outlying deadlines: {odd}; bodies "
        f"not in the register: {len(found.named)}; files not counted: {len(found.unread)}.",
    )
