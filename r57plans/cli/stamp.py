"""`r57plans stamp`: notes in a plan file which Vietnamese each English text was made from."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import Ui, ui_option
from r57plans.cli.writable import opened, refuse_over_workbook
from r57plans.findings import Message


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(plan: str, renew: tuple[str, ...], out: str | None) -> int:
        return _stamp(ui, Path(plan), renew, Path(out) if out else None)

    return click.Command(
        "stamp",
        callback=run,
        help=t(
            "Ghi vào tệp kế hoạch PLAN dấu của bản tiếng Việt mà từng bản tiếng Anh đã dịch. Khi "
            "tiếng Việt đổi mà tiếng Anh chưa sửa, r57plans check báo lại (R57-262). Dấu cũ được "
            "giữ; --renew NAME khi đã xem lại bản dịch.\n\n"
            "Ví dụ: r57plans stamp plan.yaml\n\n"
            "Đã sửa bản dịch: r57plans stamp plan.yaml --renew tasks/1.1.1/text",
            "Note in the plan file PLAN which Vietnamese each English text was made from. Where "
            "the Vietnamese changes and the English does not, r57plans check tells (R57-262). "
            "Marks that are there stay; --renew NAME once the English was looked at again.\n\n"
            "Example: r57plans stamp plan.yaml\n\n"
            "After mending the English: r57plans stamp plan.yaml --renew tasks/1.1.1/text",
        ),
        params=[
            click.Argument(["plan"]),
            click.Option(
                ["--renew"],
                multiple=True,
                metavar="NAME",
                help=t("Văn bản đã xem lại; all là tất cả.", "A text looked at again; or all."),
            ),
            click.Option(
                ["-o", "--out"],
                metavar="FILE",
                help=t("Tệp kết quả; mặc định PLAN.", "The result; PLAN itself unless given."),
            ),
            ui_option(ui),
        ],
    )


def _stamp(ui: Ui, path: Path, renew: tuple[str, ...], out: Path | None) -> int:
    from r57plans.files import write_files
    from r57plans.load import stamped_english
    from r57plans.model.bilingual import texts_of

    refuse_over_workbook(ui, path, out)
    file = opened(ui, path)
    plan, source = file.plan, file.text
    known = ("all", *(text.name for text in texts_of(plan) if text.en))
    for name in renew:
        if name not in known:
            _unknown(ui, name, known)
    names = tuple(plan.english) if "all" in renew else renew
    stamped = stamped_english(source, plan, names)
    target = out or path
    if stamped == source and out is None:
        ui.say("Không có gì phải ghi.", "There is nothing to note.")
        return 0
    try:
        write_files({target: file.as_file(target, stamped)})
    except OSError as error:
        ui.unwritable(target, error)
    ui.say(f"Đã ghi: {target}", f"Wrote: {target}")
    return 0


def _unknown(ui: Ui, name: str, known: tuple[str, ...]) -> None:
    """Ends with 2: no text of that name has its English."""
    from r57plans.language import did_you_mean

    see = Message("Tên được nêu trong R57-262.", "R57-262 says the names.")
    hint = did_you_mean(name, known) or see
    vi = f"Không có văn bản “{name}” có tiếng Anh."
    en = f"No text “{name}” has its English."
    ui.fail("stamp.renew", vi, en, hint)
