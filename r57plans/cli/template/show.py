"""`r57plans template show`: which names a template asks for, part by part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import WRONG, Ui, format_option, ui_option
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.view.offered import Offered
    from r57plans.word.template.asked import Asked, AskedNames

_PARTS = {
    "document": Message("Nội dung văn bản", "The document itself"),
    "header": Message("Đầu trang", "Header"),
    "footer": Message("Chân trang", "Footer"),
    "footnotes": Message("Chú thích cuối trang", "Footnotes"),
    "endnotes": Message("Chú thích cuối văn bản", "Endnotes"),
    "comments": Message("Ghi chú bên lề", "Comments"),
}
_PROPERTIES = Message("Thuộc tính tệp", "Document properties")


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(file: str, format_: str) -> int:
        return _show(ui, Path(file), format_ == "json")

    return click.Command(
        "show",
        callback=run,
        help=t(
            "Mẫu FILE dùng những tên nào, theo từng phần của tệp Word; [] là từng mục của một "
            "danh sách. Tên mà kế hoạch không có được ghi rõ.\n\n"
            "Ví dụ: r57plans template show mau.docx",
            "The names that the template FILE asks for, by part of the Word file; [] stands for "
            "each item of a list. Names that no plan has are marked.\n\n"
            "Example: r57plans template show mine.docx",
        ),
        params=[
            click.Argument(["file"], metavar="FILE.docx"),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _show(ui: Ui, file: Path, machine: bool) -> int:
    from r57plans.errors import LoadError, WordFileError
    from r57plans.load import read_file
    from r57plans.view.offered import offered
    from r57plans.word.package import DEFAULT_LIMITS
    from r57plans.word.template.asked import asked_names

    try:
        found = asked_names(read_file(file, "word", DEFAULT_LIMITS.max_bytes), str(file))
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=machine)
    if machine:
        ui.json(_data(found, offered()))
    else:
        _print(ui, found, offered())
    return 0


def _known(name: Asked, known: Offered) -> bool:
    """Whether the view has the name, or the list whose texts it goes through."""
    return known.at(name.path) is not None or known.at(name.path.removesuffix("[]")) is not None


def _data(found: AskedNames, known: Offered) -> dict[str, object]:
    return {
        "names": [
            {"part": name.part, "name": name.path, "known": _known(name, known)}
            for name in found.whole()
        ],
        "unread": [{"part": tag.part, "tag": tag.text} for tag in found.unread],
    }


def _print(ui: Ui, found: AskedNames, known: Offered) -> None:
    names = found.whole()
    for part in dict.fromkeys(name.part for name in names):
        click.echo(f"{_part(part).say(ui.language)} ({part})")
        for name in names:
            if name.part == part:
                click.echo(f"  {name.path}{_mark(ui, name, known)}")
    if not names:
        ui.say("Mẫu không dùng tên nào.", "The template asks for no names.")
    if found.unread:
        ui.say("Thẻ không đọc được:", "Tags that cannot be read:")
        for tag in found.unread:
            click.echo(f"  {tag.text}  ({tag.part})")


def _part(part: str) -> Message:
    """What a part is in words: `word/header1.xml` is a header."""
    stem = Path(part).stem.rstrip("0123456789")
    return _PROPERTIES if part.startswith("docProps") else _PARTS.get(stem, Message(part, part))


def _mark(ui: Ui, name: Asked, known: Offered) -> str:
    """What is said behind a name that the view lacks, with the nearest that it has."""
    if _known(name, known):
        return ""
    said = ui.t("  ← kế hoạch không có tên này.", "  ← no plan has this name.")
    near = _near(name.path, known)
    return f"{said} {ui.t(*near)}" if near else said


def _near(path: str, known: Offered) -> Message | None:
    """The question after the known name that is nearest to the first unknown one in a path."""
    from r57plans.language import did_you_mean

    base = ""
    for step in path.split("."):
        name = step.replace("[]", "")
        if known.at(f"{base}.{name}" if base else name) is None:
            return did_you_mean(name, known.below(base))
        base = f"{base}.{step}" if base else step
    return None
