"""`r57plans doctor`: what this machine has, and how to get what it lacks."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.ui import REFUSED, Ui, format_option, ui_option

if TYPE_CHECKING:
    from r57plans.doctor import Examined, Item

_MARKS = {"there": "[x]", "poor": "[!]", "missing": "[ ]"}


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(need: Sequence[str], format_: str) -> int:
        return _doctor(ui, need, machine=format_ == "json")

    return click.Command(
        "doctor",
        callback=run,
        help=t(
            "Cho biết máy này có những gì r57plans cần: thư viện, danh mục và mẫu; LibreOffice và "
            "phông chữ tiếng Việt cho PDF; phần mở rộng; và cách cài cái còn thiếu. Trả về 0, hoặc "
            "1 khi thiếu thứ mà mọi lệnh đều cần hoặc --need hỏi đến.\n\n"
            "Ví dụ: r57plans doctor --need pdf",
            "Say what this machine has of what r57plans needs: libraries, catalogue and templates; "
            "LibreOffice and a font with Vietnamese for PDFs; extras; and how to get what is "
            "missing. Gives 0, or 1 where something is missing that every command needs or that "
            "--need asks for.\n\n"
            "Example: r57plans doctor --need pdf",
        ),
        params=[
            click.Option(
                ["--need"],
                type=click.Choice(["pdf", "dask", "redlines"]),
                multiple=True,
                help=t(
                    "Cái này cũng phải có; ghi nhiều lần được.",
                    "This must be there, too; may be repeated.",
                ),
            ),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _doctor(ui: Ui, needs: Sequence[str], *, machine: bool) -> int:
    from r57plans.doctor import as_dict, examine

    found = examine(cast("str | None", getattr(sys.stdout, "encoding", None)) or "")
    if machine:
        ui.json(as_dict(found, ui.language, needs))
    else:
        for line in _lines(ui, found, needs):
            click.echo(line)
    return REFUSED if found.lacking(needs) else 0


def _lines(ui: Ui, found: Examined, needs: Sequence[str]) -> Iterator[str]:
    lacking = found.lacking(needs)
    yield f"r57plans {found.version}, Python {found.python}, {found.system}"
    width = max(len(item.title.say(ui.language)) for item in found.items)
    for item in found.items:
        yield from _item(ui, item, width)
    if lacking:
        names = ", ".join(item.title.say(ui.language) for item in lacking)
        yield ui.t(f"Còn thiếu: {names}.", f"Missing: {names}.")
    elif needs:
        yield ui.t("Đã có đủ những gì được hỏi.", "What was asked for is there.")
    else:
        yield ui.t("Đã có đủ những gì mọi lệnh đều cần.", "What every command needs is there.")


def _item(ui: Ui, item: Item, width: int) -> Iterator[str]:
    path = f"  ({item.path})" if item.path else ""
    title = item.title.say(ui.language).ljust(width)
    yield f"  {_MARKS[item.state]} {title}  {item.found.say(ui.language)}{path}"
    if item.install and item.serves:
        serves = ", ".join(item.serves)
        yield ui.t(f"        dùng cho: {serves}", f"        serves: {serves}")
    for step in item.install:
        yield f"      → {step.on.say(ui.language)}: {step.do.say(ui.language)}"
