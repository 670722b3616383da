"""`r57plans pull`: edits that colleagues made in Word, back into the plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import REFUSED, Ui, format_option, ui_option
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.model.proposal import Proposal
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
        _refuse_misuse(ui, plan, out, ask, accept, machine)
        table = _table(ui, edited, plan, out, report, lang, machine) if report else None
        return _Pull(ui, edited, plan, out, machine, table).run(accept, ask=ask)

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
            *_table_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )  # fmt: skip


def _table_options(ui: Ui) -> list[click.Option]:
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
class _Table:
    """Where the table of opinions is to be written, in which language."""

    path: Path
    language: Language


def _table(
    ui: Ui, edited: tuple[str, ...], plan: str | None, out: str | None, report: str,
    language: Language, machine: bool,
) -> _Table:  # fmt: skip
    """The table that is asked for; ends the command where it would take another file's place."""
    if plan is None:
        hint = Message("Thêm --plan plan.yaml.", "Add --plan plan.yaml.")
        ui.fail("usage", "--report cần --plan để gọi tên nhiệm vụ, cơ quan.",
                "--report needs --plan, by which tasks and bodies are named.",
                hint, machine=machine)  # fmt: skip
    path = Path(report)
    if path.resolve() in {Path(each).resolve() for each in (*edited, plan, out) if each}:
        hint = Message("Đặt tên khác cho bảng tổng hợp.", "Give the table another name.")
        ui.fail("usage", f"{path} đã là tệp khác của lệnh này.",
                f"{path} is another file of this command already.", hint,
                machine=machine)  # fmt: skip
    return _Table(path, language)


def _refuse_misuse(
    ui: Ui, plan: str | None, out: str | None, ask: bool, accept: tuple[str, ...], machine: bool
) -> None:
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


class _Pull:
    """One run of the command."""

    def __init__(
        self, ui: Ui, edited: tuple[str, ...], plan: str | None, out: str | None, machine: bool,
        table: _Table | None,
    ) -> None:  # fmt: skip
        self._ui, self._machine = ui, machine
        self._table, self._names = table, [Path(each).name for each in edited]
        self._plan, self._out = plan, out or plan
        self._pulled = self._read(edited)

    def _read(self, edited: tuple[str, ...]) -> Pulled:
        from r57plans.errors import RefusedError, ReportedError
        from r57plans.pull.pulling import pull

        try:
            return pull(*edited, plan=self._plan)
        except RefusedError as error:
            self._ui.stop(error.report, REFUSED, machine=self._machine)
        except ReportedError as error:
            self._ui.stop(error.report, 2, machine=self._machine)

    def run(self, accept: tuple[str, ...], *, ask: bool) -> int:
        """Tells, or writes what is accepted; 1 where something of it could not be written."""
        from r57plans.cli.pulled import ask_each, tell

        if not (accept or ask):
            self._show((), None, None)
            return 0
        if ask:
            tell(self._ui, self._pulled, proposals=False)
            taken = ask_each(self._ui, self._pulled)
        else:
            taken = self._named(accept)
        done = self._pulled.apply(taken)
        written = self._write(Path(self._out or ""), done.text.encode())
        self._show(taken, done, written, told=ask)
        left = self._pulled.conflicts if "all" in accept else ()
        unsettled = any(not set(map(id, c.theirs)) & set(map(id, taken)) for c in left)
        return REFUSED if done.refused or unsettled else 0

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

    def _tabulate(self, taken: tuple[Proposal, ...], done: Applied | None) -> Path | None:
        """Writes the table of opinions where it is asked for, the files in their order."""
        from r57plans.opinions import decided, opinions

        if self._table is None or self._pulled.plan is None:
            return None
        answers = decided(
            self._pulled, taken, done.refused if done else (), settled=done is not None
        )
        ordered = sorted(answers, key=lambda e: self._names.index(e.proposal.source.file))
        data = opinions(ordered, self._pulled.plan, self._table.language)
        return self._write(self._table.path, data)

    def _show(
        self, taken: tuple[Proposal, ...], done: Applied | None, written: Path | None,
        *, told: bool = False,
    ) -> None:  # fmt: skip
        from r57plans.cli.pulled import tell, tell_done
        from r57plans.pull.shape import as_dict

        refused = tuple(each.finding for each in done.refused) if done else ()
        findings = (*refused, *(done.findings if done else ()))
        report = self._tabulate(taken, done)
        if self._machine:
            data = as_dict(self._pulled, self._ui.language, taken, findings, written, report)
            self._ui.json(data)
            return
        if not told:
            tell(self._ui, self._pulled)
        self._ui.tell((*self._pulled.findings, *findings))
        tell_done(self._ui, self._pulled, len(taken) - len(refused), written)
        if report:
            self._ui.say(f"Đã ghi bảng tổng hợp: {report}", f"Wrote the table: {report}")
