"""`r57plans catalogue list` and `show`: the resolution, read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import ON_HINT, Ui, format_option, today, ui_option
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.model.catalogue import Catalogue


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    group = click.Group(
        "catalogue",
        help=ui.t(
            "Danh mục nhiệm vụ của Nghị quyết số 57-NQ/TW.\n\n"
            "Ví dụ: r57plans catalogue list --group 3",
            "The tasks of Resolution 57-NQ/TW.\n\nExample: r57plans catalogue list --group 3",
        ),
        short_help=ui.t("Đọc danh mục nhiệm vụ.", "Read the catalogue of tasks."),
        params=[ui_option(ui)],
    )
    group.add_command(_list_command(ui))
    group.add_command(_show_command(ui))
    return group


def _lang_option(ui: Ui) -> click.Option:
    text = ui.t("Ngôn ngữ của danh mục.", "Language of the catalogue.")
    return click.Option(["--lang"], type=click.Choice(["vi", "en"]), default=ui.language, help=text)


def _list_command(ui: Ui) -> click.Command:
    def run(group: int | None, lang: str, format_: str) -> int:
        return _list(ui, group, lang, format_)

    return click.Command(
        "list",
        callback=run,
        help=ui.t(
            "Các nhóm, đoạn và nhiệm vụ của danh mục; dấu * là nhiệm vụ nên chọn.\n\n"
            "Ví dụ: r57plans catalogue list --group 3 --lang vi",
            "Groups, paragraphs and sub-tasks; * marks the recommended ones.\n\n"
            "Example: r57plans catalogue list --group 3 --lang en",
        ),
        short_help=ui.t("Liệt kê danh mục.", "List the catalogue."),
        params=[
            click.Option(["--group"], type=int, help=ui.t("Chỉ một nhóm.", "One group only.")),
            _lang_option(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _show_command(ui: Ui) -> click.Command:
    def run(name: str, on: str | None, lang: str, format_: str) -> int:
        return _show(ui, name, on, lang, format_)

    return click.Command(
        "show",
        callback=run,
        help=ui.t(
            "Một nhiệm vụ, đoạn, nhóm hoặc chỉ tiêu: nội dung, cơ quan, sản phẩm, nguồn.\n\n"
            "Ví dụ: r57plans catalogue show 1.1.1",
            "One sub-task, paragraph, group or target: text, bodies, products, source.\n\n"
            "Example: r57plans catalogue show 1.1.1",
        ),
        short_help=ui.t("Xem một mục của danh mục.", "Show one entry."),
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(
                ["--on"], help=ui.t("Tên cơ quan tại ngày này.", "Names of bodies as of this day.")
            ),
            _lang_option(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _list(ui: Ui, group: int | None, lang: str, format_: str) -> int:
    from r57plans.cli.entries import listed_entries, print_list
    from r57plans.load import load_catalogue

    catalogue = load_catalogue()
    numbers = [g.id for g in catalogue.groups]
    if group is not None and group not in numbers:
        known = f"1–{len(numbers)}"
        hint = Message(f"Các nhóm: {known}.", f"Groups: {known}.")
        ui.fail("catalogue.group", f"Không có nhóm {group}.", f"There is no group {group}.", hint)
    if format_ == "json":
        ui.json({"sub_tasks": listed_entries(catalogue, group)})
    else:
        print_list(catalogue, group, "vi" if lang == "vi" else "en")
    return 0


def _show(ui: Ui, name: str, on: str | None, lang: str, format_: str) -> int:
    from r57plans.cli.entries import entry, print_entry
    from r57plans.load import load_catalogue, load_registers

    catalogue = load_catalogue()
    found = entry(catalogue, name)
    if found is None:
        ui.fail(
            "catalogue.unknown",
            f"Danh mục không có “{name}”.",
            f"The catalogue has no “{name}”.",
            _near(catalogue, name),
        )
    day = ui.day("catalogue.date", "--on", on or today(), ON_HINT).last
    if format_ == "json":
        ui.json(found.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    else:
        print_entry(found, catalogue, load_registers(), day, "vi" if lang == "vi" else "en")
    return 0


def _near(catalogue: Catalogue, name: str) -> Message:
    from r57plans.cli.entries import names
    from r57plans.language import nearest

    near = ", ".join(nearest(name, names(catalogue), 3))
    if near:
        return Message(f"Có phải: {near}?", f"Did you mean: {near}?")
    return Message("Xem: r57plans catalogue list", "See: r57plans catalogue list")
