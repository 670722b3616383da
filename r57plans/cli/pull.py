"""`r57plans pull`: edits that colleagues made in Word, back into the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.pull_table import Table, table_of, table_options
from r57plans.cli.ui import REFUSED, Ui, format_option, ui_option
from r57plans.cli.writable import opened, refuse_over_workbook
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.model.proposal import Proposal
    from r57plans.plans import PlanFile
    from r57plans.pull.apply import Applied
    from r57plans.pull.pulling import Pulled


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(
        edited: tuple[str, ...], plan: str | None, out: str | None, ask: bool,
        accept: tuple[str, ...], report: str | None, lang: Language, format_: str,
    ) -> int:  # fmt: skip
        machine = format_ == "json"
        refuse_misuse(ui, plan, out, ask, accept, machine)
        refuse_a_copy(ui, edited, out, machine=machine)
        file = to_change(ui, plan, out, taking=ask or bool(accept), machine=machine)
        files = (*edited, plan, out)
        table = table_of(ui, report, lang, plan, files, machine=machine) if report else None
        from r57plans.pull.pulling import pull

        pulled = read_edits(ui, lambda: pull(*edited, plan=file), machine=machine)
        return Taking(ui, pulled, file, out, machine, table).run(accept, ask=ask)

    return click.Command(
        "pull",
        callback=run,
        help=t(
            "Những gì đồng nghiệp đã sửa trong Word, thành đề xuất sửa tệp kế hoạch. Không có "
            "--accept hoặc --apply thì chỉ báo, không ghi gì. Nhiều bản sửa được gộp lại; chỗ hai "
            "bên sửa khác nhau là xung đột và không bao giờ tự ghi đè.\n\n"
            "Ví dụ: r57plans pull gop-y.docx --plan plan.yaml --accept all\n\n"
            "Bảng tổng hợp tiếp thu, giải trình ý kiến: r57plans pull so-tu-phap.docx "
            "--plan plan.yaml --report bang-tong-hop.docx",
            "What colleagues changed in Word, as proposals on the plan file. Without --accept or "
            "--apply it only tells and writes nothing. Several copies are merged; what two sides "
            "changed differently is a conflict and never overwritten.\n\n"
            "Example: r57plans pull edited.docx --plan plan.yaml --accept all\n\n"
            "The table of opinions and responses: r57plans pull so-tu-phap.docx "
            "--plan plan.yaml --report table.docx",
        ),
        params=[
            click.Argument(["edited"], metavar="EDITED.docx…", nargs=-1, required=True),
            *taking_options(ui),
            *table_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def taking_options(ui: Ui) -> list[click.Option]:
    """The options that say which plan, and what of the proposals is taken."""
    t = ui.t
    return [
        click.Option(["--plan"], metavar="PLAN", help=t("Tệp kế hoạch.", "The plan file.")),
        click.Option(
            ["--accept"],
            multiple=True,
            metavar="ID",
            help=t("Nhận đề xuất này; `all` là tất cả, trừ xung đột.",
                   "Accept this proposal; `all` for every one that is in no conflict."),
        ),
        click.Option(
            ["--apply", "ask"],
            is_flag=True,
            help=t("Hỏi từng đề xuất.", "Ask about one proposal after the other."),
        ),
        click.Option(
            ["-o", "--out"],
            help=t("Ghi sang tệp khác thay vì vào PLAN.", "Write there instead of to PLAN."),
        ),
    ]  # fmt: skip


def refuse_misuse(
    ui: Ui, plan: str | None, out: str | None, ask: bool, accept: tuple[str, ...], machine: bool
) -> None:
    """Ends the command where its options do not go together."""
    if plan is None and (out or ask or accept):
        hint = Message("Thêm --plan plan.yaml.", "Add --plan plan.yaml.")
        ui.fail("usage", "Chưa nêu tệp kế hoạch để ghi.", "There is no plan file to write to.",
                hint, machine=machine)  # fmt: skip
    if out and not (ask or accept):
        hint = Message("Thêm --apply, --accept ID hoặc --accept all.",
                       "Add --apply, --accept ID or --accept all.")  # fmt: skip
        ui.fail("usage", "Không có gì để ghi: chưa nhận đề xuất nào.",
                "There is nothing to write: no proposal is accepted.", hint,
                machine=machine)  # fmt: skip
    if ask and (accept or machine):
        hint = Message("Chọn một trong hai.", "Choose one of them.")
        ui.fail("usage", "--apply không đi cùng --accept hoặc --format json.",
                "--apply does not go with --accept or --format json.", hint,
                machine=machine)  # fmt: skip


def refuse_a_copy(ui: Ui, edited: tuple[str, ...], out: str | None, *, machine: bool) -> None:
    """The plan never takes the place of a colleague's Word file."""
    if out and Path(out).resolve() in {Path(each).resolve() for each in edited}:
        hint = Message("Ghi kế hoạch sang tệp .yaml.", "Write the plan to a .yaml file.")
        ui.fail("usage", f"{out} là một bản sửa đang đọc; không ghi đè.",
                f"{out} is a copy that is being read; it is not overwritten.", hint,
                machine=machine)  # fmt: skip


def read_edits(ui: Ui, read: Callable[[], Pulled], *, machine: bool) -> Pulled:
    """What edited files propose; ends the command where they cannot be read."""
    from r57plans.errors import RefusedError, ReportedError

    try:
        return read()
    except RefusedError as error:
        ui.stop(error.report, REFUSED, machine=machine)
    except ReportedError as error:
        ui.stop(error.report, 2, machine=machine)


def to_change(
    ui: Ui, plan: str | None, out: str | None, *, taking: bool, machine: bool
) -> PlanFile | None:
    """The plan that is changed, None where none is named; ends the command where it is none."""
    if taking:
        refuse_over_workbook(ui, plan, out, machine=machine)
    return opened(ui, plan, machine=machine) if plan else None


class Taking:
    """Proposals told, asked about, and written into the plan file."""

    def __init__(
        self, ui: Ui, pulled: Pulled, plan: PlanFile | None, out: str | None, machine: bool,
        table: Table | None = None,
    ) -> None:  # fmt: skip
        self._ui, self._machine = ui, machine
        self._table = table
        self._plan, self._out = plan, Path(out) if out else plan and plan.path
        self._pulled = pulled

    def run(self, accept: tuple[str, ...], *, ask: bool) -> int:
        """Tells, or writes what is accepted; 1 where something of it could not be written."""
        from r57plans.cli.pulled import ask_each, tell

        if not (accept or ask):
            self._show((), None, None, 0)
            return 0
        if ask:
            tell(self._ui, self._pulled, proposals=False)
            taken = ask_each(self._ui, self._pulled)
        else:
            taken = self._named(accept)
        done = self._pulled.apply(taken)
        written = None
        if self._plan and (done.text != self._pulled.text or self._out != self._plan.path):
            path = self._out or self._plan.path
            written = self._write(path, self._plan.as_file(path, done.text))
        sides = set(map(id, taken))
        torn = sum(not sides & set(map(id, each.theirs)) for each in self._pulled.conflicts)
        self._show(taken, done, written, torn, told=ask)
        return REFUSED if done.refused or (torn and "all" in accept) else 0

    def _named(self, accept: tuple[str, ...]) -> tuple[Proposal, ...]:
        try:
            return self._pulled.chosen(accept)
        except KeyError as unknown:
            name = str(unknown.args[0])
            ids = ", ".join(self._pulled.ids) or "—"
            hint = Message(f"Có thể nhận: {ids}.", f"There is to accept: {ids}.")
            self._ui.fail("pull.unknown", f"{name}: không có đề xuất này.",
                          f"{name}: there is no such proposal.", hint,
                          machine=self._machine)  # fmt: skip

    def _write(self, path: Path, data: bytes) -> Path:
        from r57plans.files import write_files

        try:
            write_files({path: data})
        except OSError as error:
            self._ui.unwritable(path, error, machine=self._machine)
        return path

    def _show(
        self, taken: tuple[Proposal, ...], done: Applied | None, written: Path | None, torn: int,
        *, told: bool = False,
    ) -> None:  # fmt: skip
        from r57plans.cli.pulled import tell, tell_done
        from r57plans.pull.shape import as_dict

        refused = tuple(each.finding for each in done.refused) if done else ()
        findings = (*refused, *(done.findings if done else ()))
        report = None
        if self._table:
            data = self._table.filled(self._pulled, taken, done)
            report = self._write(self._table.path, data)
        if self._machine:
            self._ui.json(
                as_dict(self._pulled, self._ui.language, taken, findings, written, report)
            )
            return
        if not told:
            tell(self._ui, self._pulled)
        self._ui.tell((*self._pulled.findings, *findings))
        tell_done(self._ui, self._pulled, len(taken) - len(refused), written, torn)
        if report:
            self._ui.say(f"Đã ghi bảng tổng hợp: {report}", f"Wrote the table: {report}")
