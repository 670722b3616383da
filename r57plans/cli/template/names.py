"""`r57plans template names`: all that a template may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import Ui, format_option, ui_option
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.view.offered import Offered, OfferedName, OfferedRecord


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(record: tuple[str, ...], format_: str) -> int:
        return _names(ui, record, format_ == "json")

    return click.Command(
        "names",
        callback=run,
        help=t(
            "Mọi tên dùng được trong mẫu: loại, nội dung, ví dụ lấy từ một kế hoạch minh họa. Có "
            "RECORD thì chỉ những tên của nhóm đó, ví dụ task, target, document.\n\n"
            "Ví dụ: r57plans template names task",
            "All names that a template may use: type, what it is, and an example from an "
            "illustrative plan. With RECORD, only the names behind that one: task, target, "
            "document …\n\n"
            "Example: r57plans template names task",
        ),
        params=[
            click.Argument(["record"], nargs=-1),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _names(ui: Ui, wanted: tuple[str, ...], machine: bool) -> int:
    from r57plans.view.offered import offered

    known = offered()
    records = _records(ui, known, wanted, machine)
    if machine:
        ui.json({"names": [_data(name) for record in records for name in record.names]})
        return 0
    for record in records:
        _print(ui, record)
    return 0


def _records(
    ui: Ui, known: Offered, wanted: tuple[str, ...], machine: bool
) -> tuple[OfferedRecord, ...]:
    variables = [record.variable for record in known.records if record.variable]
    for name in wanted:
        if name not in variables:
            said = ", ".join(variables)
            hint = Message(f"Các nhóm tên: {said}.", f"There are: {said}.")
            vi, en = f"Không có nhóm tên “{name}”.", f"There is no “{name}”."
            ui.fail("template.unknown-record", vi, en, hint, machine=machine)
    return tuple(r for r in known.records if not wanted or r.variable in wanted)


def _data(name: OfferedName) -> dict[str, object]:
    return {
        "name": name.name,
        "paths": list(name.paths),
        "type": _both(name.type),
        "description": _both(name.description),
        "example": _both(name.example),
    }


def _both(said: Message) -> dict[str, str]:
    return {"vi": said.vi, "en": said.en}


def _print(ui: Ui, record: OfferedRecord) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    heading = record.variable or ui.t("Ngoài cùng", "At the top")
    loops = ", ".join(f"{{% {loop} %}}" for loop in record.loops)
    console.print(Text(f"{heading}  {loops}".rstrip(), style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for name in record.names:
        table.add_row(name.name, Text(_line(ui, name)))
    console.print(Padding(table, (0, 0, 1, 2)))


def _line(ui: Ui, name: OfferedName) -> str:
    """`Thời hạn hoàn thành (chữ). Ví dụ: Trước ngày 15/5/2025`."""
    said = f"{name.description.say(ui.language)} ({name.type.say(ui.language)})"
    example = name.example.say(ui.language)
    return f"{said}. {ui.t('Ví dụ', 'Example')}: {example}" if example else said
