"""The table of opinions that `r57plans pull --report` writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import Ui
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.model.proposal import Proposal
    from r57plans.pull.apply import Applied
    from r57plans.pull.pulling import Pulled


def table_options(ui: Ui) -> list[click.Option]:
    """The options `--report` and `--lang`."""
    report = ui.t(
        "Ghi bảng tổng hợp tiếp thu, giải trình ý kiến (Word): ai góp ý gì, tiếp thu hay không.",
        "Write the table of opinions (Word): who proposed what, and whether it was taken.",
    )
    lang = ui.t("Ngôn ngữ của bảng tổng hợp.", "Language of the table.")
    return [
        click.Option(["--report"], metavar="FILE.docx", help=report),
        click.Option(
            ["--lang"], type=click.Choice(["vi", "en"]), default="vi", show_default=True, help=lang
        ),
    ]


@dataclass(frozen=True, slots=True)
class Table:
    """Where the table is to be written and in which language; `files` are the copies in order."""

    path: Path
    language: Language
    files: tuple[str, ...]

    def filled(self, pulled: Pulled, taken: tuple[Proposal, ...], done: Applied | None) -> bytes:
        """The Word file; where nothing was accepted yet, the answers are left blank."""
        from r57plans.opinions import decided, opinions

        assert pulled.plan is not None, "the table is refused without a plan"
        refused = done.refused if done else ()
        answers = decided(pulled, taken, refused, settled=done is not None)
        ordered = sorted(answers, key=lambda each: self.files.index(each.proposal.source.file))
        return opinions(ordered, pulled.plan, self.language)


def table_of(
    ui: Ui, report: str, language: Language, plan: str | None, files: Iterable[str | None],
    *, machine: bool,
) -> Table:  # fmt: skip
    """The table that is asked for; ends the command where it would take another file's place."""
    if plan is None:
        hint = Message("Thêm --plan plan.yaml.", "Add --plan plan.yaml.")
        ui.fail("usage", "--report cần --plan để gọi tên nhiệm vụ, cơ quan.",
                "--report needs --plan, by which tasks and bodies are named.",
                hint, machine=machine)  # fmt: skip
    path, others = Path(report), [Path(each) for each in files if each]
    if path.resolve() in {each.resolve() for each in others}:
        hint = Message("Đặt tên khác cho bảng tổng hợp.", "Give the table another name.")
        ui.fail("usage", f"{path} đã là tệp khác của lệnh này.",
                f"{path} is another file of this command already.", hint,
                machine=machine)  # fmt: skip
    return Table(path, language, tuple(each.name for each in others))
