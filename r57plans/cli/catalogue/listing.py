"""`r57plans catalogue list`: groups, paragraphs and sub-tasks, or another kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from r57plans.cli.catalogue.options import (
    catalogue_of,
    catalogue_option,
    lang_option,
    language_of,
)
from r57plans.cli.ui import Ui, format_option, ui_option
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.catalogue.search import Selection
    from r57plans.model.catalogue import Catalogue

TASKS = "sub-tasks"
KINDS = (
    TASKS, "targets", "baselines", "principles", "duties", "directives", "requirement",
    "documents", "agencies", "provinces", "roles",
)  # fmt: skip
LEVELS = ("province", "shared", "centre")
BASES = ("verified", "secondary", "unverified")


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(name: str, lang: str, format_: str, kind: str, **asked: Any) -> int:
        return _list(ui, name, lang, format_, kind, asked)

    return click.Command(
        "list",
        callback=run,
        help=ui.t(
            "Các nhóm, đoạn và nhiệm vụ của danh mục; dấu * là nhiệm vụ nên chọn.\n\n"
            "Ví dụ: r57plans catalogue list --group 3 --level province\n\n"
            'Ví dụ: r57plans catalogue list --search "chuyen doi so"',
            "Groups, paragraphs and sub-tasks; * marks the recommended ones.\n\n"
            "Example: r57plans catalogue list --group 3 --level province\n\n"
            'Example: r57plans catalogue list --search "chuyen doi so"',
        ),
        params=[*_filters(ui), catalogue_option(ui), lang_option(ui), format_option(ui),
                ui_option(ui)],
    )  # fmt: skip


def _filters(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        click.Option(["--group"], type=int, help=t("Chỉ một nhóm.", "One group only.")),
        click.Option(["--level"], type=click.Choice(LEVELS), help=t(
            "Tỉnh thực hiện, thực hiện một phần, hay của Trung ương.",
            "The province's own, its part, or the centre's.")),
        click.Option(["--bottleneck"], help=t(
            "Chỉ nhiệm vụ tháo gỡ điểm nghẽn này.", "Only what addresses this bottleneck.")),
        click.Option(["--core"], help=t(
            "Chỉ nhiệm vụ thuộc nội dung cốt lõi này.", "Only what serves this core matter.")),
        click.Option(["--subject"], help=t(
            "Chỉ nhiệm vụ có chủ thể này tham gia.", "Only what this subject takes part in.")),
        click.Option(["--basis"], type=click.Choice(BASES), help=t(
            "Chỉ mục có độ tin cậy này.", "Only entries checked so far.")),
        click.Option(["--recommended"], is_flag=True, help=t(
            "Chỉ nhiệm vụ nên chọn.", "Recommended ones only.")),
        click.Option(["--security"], is_flag=True, help=t(
            "Chỉ nhiệm vụ phải bảo đảm an ninh mạng.",
            "Only those that must address cyber security.")),
        click.Option(["--search"], default="", metavar="TEXT", help=t(
            "Tìm theo từ, không cần dấu.", "Find words; diacritics are not needed.")),
        click.Option(["--kind"], type=click.Choice(KINDS), default=TASKS, show_default=True,
                     help=t("Loại mục cần liệt kê.", "The kind of records to list.")),
    ]  # fmt: skip


def _list(ui: Ui, name: str, lang: str, format_: str, kind: str, asked: dict[str, Any]) -> int:
    from r57plans.catalogue.search import Selection

    machine = format_ == "json"
    catalogue = catalogue_of(ui, name, machine=machine)
    wanted = Selection(**asked)
    _check(ui, catalogue, wanted, kind, machine)
    if kind == TASKS:
        _tasks(ui, catalogue, wanted, lang, machine)
    else:
        _records(ui, catalogue, wanted, kind, lang, machine)
    return 0


def _tasks(ui: Ui, catalogue: Catalogue, wanted: Selection, lang: str, machine: bool) -> None:
    from r57plans.catalogue.search import select
    from r57plans.cli.catalogue.printing import listed, print_list

    found = select(catalogue, wanted)
    if machine:
        ui.json({"sub_tasks": listed(found)})
    elif not found:
        ui.say("Không có nhiệm vụ nào như vậy.", "There is no such sub-task.")
    else:
        print_list(catalogue, found, language_of(lang))
        chosen = sum(task.recommended for task in found)
        ui.say(
            f"{len(found)} nhiệm vụ, {chosen} nên chọn (*).",
            f"{len(found)} sub-tasks, {chosen} recommended (*).",
        )


def _records(
    ui: Ui, catalogue: Catalogue, wanted: Selection, kind: str, lang: str, machine: bool
) -> None:
    from r57plans.catalogue.search import found_in
    from r57plans.cli.catalogue import register
    from r57plans.cli.catalogue.printing import print_records, record_lines
    from r57plans.load import load_registers

    if kind in register.KINDS:
        records = found_in(register.records(load_registers(), kind), wanted)
    else:
        records = found_in(getattr(catalogue, kind), wanted)
    if machine:
        ui.json({kind: [record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
                        for record in records]})  # fmt: skip
    elif not records:
        ui.say("Không có mục nào như vậy.", "There is no such entry.")
    else:
        print_records(record_lines(records, language_of(lang)))


def _check(ui: Ui, catalogue: Catalogue, wanted: Selection, kind: str, machine: bool) -> None:
    """Ends the command where a filter names nothing that the catalogue has."""
    numbers = [g.id for g in catalogue.groups]
    if wanted.group is not None and wanted.group not in numbers:
        known, asked = ", ".join(map(str, numbers)), wanted.group
        hint = Message(f"Các nhóm: {known}.", f"Groups: {known}.")
        ui.fail("catalogue.group", f"Không có nhóm {asked}.", f"There is no group {asked}.", hint,
                machine=machine)  # fmt: skip
    words = catalogue.vocabulary
    for option, given, of in (
        ("bottleneck", wanted.bottleneck, words.bottleneck),
        ("core", wanted.core, words.core),
        ("subject", wanted.subject, words.subjects),
    ):
        if given is not None and given not in {w.id for w in of}:
            vi = ", ".join(f"{w.id} ({w.vi})" for w in of)
            en = ", ".join(f"{w.id} ({w.en})" for w in of)
            hint = Message(f"Có thể chọn: {vi}.", f"Choose one of: {en}.")
            ui.fail(f"catalogue.{option}", f"Không có “{given}” trong --{option}.",
                    f"There is no “{given}” for --{option}.", hint, machine=machine)  # fmt: skip
    if kind != TASKS and not wanted.fits_any_record:
        hint = Message("Dùng --search, --basis; bỏ tùy chọn khác.",
                       "Use --search and --basis; leave out the others.")  # fmt: skip
        ui.fail("catalogue.filter", f"--kind {kind} không có các bộ lọc của nhiệm vụ.",
                f"--kind {kind} does not have the filters of sub-tasks.", hint,
                machine=machine)  # fmt: skip
