"""`r57plans catalogue export`: all of it as JSON, CSV or an Excel workbook."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.catalogue.options import catalogue_of, catalogue_option, lang_option, language_of
from r57plans.cli.ui import Ui, ui_option
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.model.catalogue import Catalogue

FORMATS = ("json", "csv", "xlsx")
TABLES = (
    "sub-tasks", "sentences", "targets", "baselines", "principles", "duties", "directives",
    "requirement", "documents", "agencies", "provinces", "roles",
)  # fmt: skip


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(format_: str, table: str | None, out: str | None, name: str, lang: str) -> int:
        return _export(ui, format_, table, out, name, language_of(lang))

    return click.Command(
        "export",
        callback=run,
        help=t(
            "Xuất toàn bộ danh mục: JSON (tất cả), Excel (mỗi loại một trang), CSV (một bảng).\n\n"
            "Ví dụ: r57plans catalogue export --format xlsx -o danh-muc.xlsx",
            "All of the catalogue: JSON (everything), Excel (a sheet for each kind), CSV (one "
            "table).\n\nExample: r57plans catalogue export --format xlsx -o catalogue.xlsx",
        ),
        params=[
            click.Option(
                ["--format", "format_"],
                type=click.Choice(FORMATS),
                required=True,
                help=t("Dạng tệp.", "The file's form."),
            ),
            click.Option(
                ["--table"],
                type=click.Choice(TABLES),
                help=t(
                    f"Bảng của tệp CSV (mặc định: {TABLES[0]}).",
                    f"Which table a CSV file holds (default: {TABLES[0]}).",
                ),
            ),
            click.Option(
                ["-o", "--out"],
                help=t(
                    "Tệp sẽ ghi; bỏ trống thì in ra (JSON, CSV).",
                    "The file to write; without it JSON and CSV are printed.",
                ),
            ),
            catalogue_option(ui),
            lang_option(ui),
            ui_option(ui),
        ],
    )


def _export(
    ui: Ui, format_: str, table: str | None, out: str | None, name: str, lang: Language
) -> int:
    from r57plans.files import write_files

    catalogue = catalogue_of(ui, name)
    if out is None and format_ == "xlsx":
        hint = Message("Thêm -o danh-muc.xlsx.", "Add -o catalogue.xlsx.")
        vi, en = "Tệp Excel cần nơi ghi.", "An Excel file needs a place to be written to."
        ui.fail("catalogue.out", vi, en, hint)
    if table and format_ != "csv":
        hint = Message("Bỏ --table, hoặc dùng --format csv.", "Drop --table, or use --format csv.")
        vi, en = "--table chỉ dùng cho CSV.", "--table is for CSV only."
        ui.fail("catalogue.options", vi, en, hint)
    data = _data(catalogue, format_, table or TABLES[0], lang)
    if out is None:
        click.echo(data.removeprefix(codecs.BOM_UTF8), nl=False)  # bytes: UTF-8 on any machine
        return 0
    path = Path(out)
    try:
        write_files({path: data})
    except OSError as error:
        ui.unwritable(path, error)
    ui.say(f"Đã ghi: {path}", f"Wrote: {path}")
    return 0


def _data(catalogue: Catalogue, format_: str, table: str, lang: Language) -> bytes:
    from r57plans.catalogue.csv_file import csv_of
    from r57plans.catalogue.tables import register_tables, tables
    from r57plans.load import load_registers

    if format_ == "json":
        plain = catalogue.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()
    made = (*tables(catalogue), *register_tables(load_registers()))
    if format_ == "xlsx":
        from r57plans.workbook import workbook_of

        return workbook_of(made, lang)
    return csv_of(next(t for t in made if t.name == table))
