"""`r57plans merge`: the plans of provinces that merged, as one plan."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from r57plans.cli.ui import ON_HINT, REFUSED, WRONG, Ui, format_option, ui_option
from r57plans.cli.writable import same_file
from r57plans.findings import Language, Message, Report

if TYPE_CHECKING:
    from r57plans.merging import Merged
    from r57plans.model.decision import Decisions
    from r57plans.model.plan import Plan

_REPORTS = (".docx", ".json", ".txt")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    files: tuple[Path, ...]
    into: str
    on: str
    out: Path
    decide: Path | None
    decisions: Path | None
    report: Path | None
    language: Language
    overwrite: bool
    machine: bool


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(**given: Any) -> int:
        return _merge(ui, _asked(ui, given))

    return click.Command(
        "merge",
        callback=run,
        help=t(
            "Hợp nhất kế hoạch của các tỉnh đã hợp nhất: nhiệm vụ trùng được gộp, thời hạn lấy mức "
            "chặt hơn, chỉ tiêu khác nhau để văn phòng quyết định. Trả về 0 khi đã ghi; 1 khi "
            "các kế hoạch không thể hợp nhất; 2 khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans merge hung-yen.yaml thai-binh.yaml --into hung-yen --on 2025-07-01 "
            "-o plan.yaml --decisions quyet-dinh.yaml --report bao-cao.docx",
            "Make the plans of provinces that merged into one: tasks on the same sub-task are "
            "joined, the stricter deadline is taken, targets that differ are for the office to "
            "decide. Gives 0 once it is written; 1 when these plans cannot be merged; 2 when a "
            "file cannot be read.\n\n"
            "Example: r57plans merge hung-yen.yaml thai-binh.yaml --into hung-yen --on 2025-07-01 "
            "-o plan.yaml --decisions decisions.yaml --report report.docx",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="PLAN..."),
            *_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        click.Option(
            ["--into"],
            required=True,
            metavar="PROVINCE",
            help=t("Tỉnh, thành phố sau hợp nhất.", "The province after the merger."),
        ),
        click.Option(
            ["--on"],
            required=True,
            metavar="DATE",
            help=t("Ngày của kế hoạch hợp nhất.", "The merged plan's day."),
        ),
        click.Option(
            ["-o", "--out"],
            required=True,
            help=t("Tệp sẽ ghi, .yaml hoặc .xlsx.", "The file to write, .yaml or .xlsx."),
        ),
        click.Option(
            ["--decide"],
            metavar="FILE",
            help=t("Tệp quyết định của văn phòng.", "The office's file of decisions."),
        ),
        click.Option(
            ["--decisions"],
            metavar="FILE",
            help=t(
                "Ghi mẫu tệp quyết định: các điểm khác nhau và cách chọn.",
                "Write a file of decisions to fill in: what differs, and the choices.",
            ),
        ),
        click.Option(
            ["--report"],
            metavar="FILE",
            help=t("Ghi báo cáo: .docx, .json hoặc .txt.", "Write a report: .docx, .json or .txt."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(["vi", "en"]),
            help=t("Ngôn ngữ của báo cáo và chú thích.", "Language of the report and comments."),
        ),
        click.Option(
            ["--overwrite"],
            is_flag=True,
            help=t("Ghi đè tệp kế hoạch đã có.", "Write over a plan file that is there."),
        ),
    ]


def _asked(ui: Ui, given: dict[str, Any]) -> Asked:
    """The options as one record; ends the command where they do not go together."""
    paths = {n: Path(given[n]) if given[n] else None for n in ("decide", "decisions", "report")}
    asked = Asked(
        files=tuple(map(Path, given["files"])),
        into=given["into"],
        on=given["on"],
        out=Path(given["out"]),
        **paths,
        language=cast("Language", given["lang"] or ui.language),
        overwrite=given["overwrite"],
        machine=given["format_"] == "json",
    )
    _refuse_wrong_files(ui, asked)
    return asked


def _refuse_wrong_files(ui: Ui, asked: Asked) -> None:
    """Ends the command where a file must not, or cannot, be written."""
    if asked.report and asked.report.suffix.lower() not in _REPORTS:
        hint = Message(f"Chọn đuôi: {', '.join(_REPORTS)}.", f"Choose: {', '.join(_REPORTS)}.")
        ui.fail("merge.report", f"{asked.report}: không rõ dạng báo cáo.",
                f"{asked.report}: not a kind of report.", hint, machine=asked.machine)  # fmt: skip
    written = [path for path in (asked.out, asked.decisions, asked.report) if path]
    if len({path.absolute() for path in written}) < len(written):
        hint = Message("Đặt tên khác nhau.", "Give them different names.")
        ui.fail("merge.same-file", "Hai tệp sẽ ghi có cùng tên.", "Two files would be one.",
                hint, machine=asked.machine)  # fmt: skip
    if any(same_file(path, file) for path in written for file in asked.files if file.exists()):
        hint = Message("Chọn tên khác.", "Choose another name.")
        ui.fail("merge.input", "Không ghi đè kế hoạch đang được hợp nhất.",
                "A plan that is merged is never written over.", hint,
                machine=asked.machine)  # fmt: skip
    if asked.out.exists() and not asked.overwrite:
        hint = Message(
            "Chọn tên khác, hoặc thêm --overwrite.", "Choose another name, or add --overwrite."
        )
        ui.fail("merge.exists", f"{asked.out} đã có, không ghi đè.",
                f"{asked.out} is already there.", hint, machine=asked.machine)  # fmt: skip


def _merge(ui: Ui, asked: Asked) -> int:
    from r57plans.assets import schema_file
    from r57plans.errors import MergeError
    from r57plans.language import slug
    from r57plans.merging import merge

    day = ui.day("merge.date", "--on", asked.on, ON_HINT, machine=asked.machine)
    if day.day is None:
        ui.fail("merge.date", f"--on {asked.on} thiếu ngày.", f"--on {asked.on} has no day.",
                ON_HINT, machine=asked.machine)  # fmt: skip
    decisions, plans = _decisions(ui, asked), _plans(ui, asked)
    try:
        merged = merge(
            plans,
            slug(asked.into),
            day.last,
            decisions,
            ui=asked.language,
            file=str(asked.out),
            schema=schema_file().as_uri(),
        )
    except MergeError as error:
        ui.stop(error.report, REFUSED, machine=asked.machine)
    data, merged = _plan_file(asked, merged)
    _write(ui, asked, data, merged)
    _say(ui, asked, merged)
    return 0


def _plans(ui: Ui, asked: Asked) -> list[Plan]:
    """Every plan; ends the command with all that is wrong with any of them."""
    from r57plans.plans import read_plan_file

    read = [read_plan_file(path) for path in asked.files]
    plans = [plan for plan, _ in read if plan is not None]
    if len(plans) < len(read):
        wrong = Report.of(finding for plan, found in read if plan is None for finding in found)
        ui.stop(wrong, WRONG, machine=asked.machine)
    return plans


def _decisions(ui: Ui, asked: Asked) -> Decisions:
    from r57plans.errors import LoadError
    from r57plans.load.decision_file import load_decisions
    from r57plans.model.decision import NO_DECISIONS

    if asked.decide is None:
        return NO_DECISIONS
    try:
        return load_decisions(asked.decide)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=asked.machine)


def _write(ui: Ui, asked: Asked, data: bytes, merged: Merged) -> None:
    from r57plans.files import write_files

    files = {asked.out: data}
    if asked.decisions:
        files[asked.decisions] = merged.decisions.encode()
    if asked.report:
        files[asked.report] = _report(asked.report.suffix.lower(), merged, asked.language)
    try:
        write_files(files)
    except OSError as error:
        ui.unwritable(asked.out, error, machine=asked.machine)


def _plan_file(asked: Asked, merged: Merged) -> tuple[bytes, Merged]:
    """The merged plan as the kind of file that its name says; findings then name its cells."""
    from r57plans.load.plan_files import is_workbook
    from r57plans.plans import parse_plan_file, plan_bytes

    data = plan_bytes(asked.out, merged.text, asked.language)
    if not is_workbook(asked.out):
        return data, merged
    plan = parse_plan_file(data, str(asked.out))
    found = Report(
        tuple(
            replace(finding, place=plan.place(*_steps(finding.place.path)))
            for finding in merged.report.findings
        )
    )
    return data, replace(merged, report=replace(merged.report, findings=found))


def _steps(path: str) -> list[str | int]:
    return [int(step) if step.isdigit() else step for step in path.split("/") if step]


def _report(suffix: str, merged: Merged, language: Language) -> bytes:
    from r57plans.merging.shape import report_as_dict
    from r57plans.merging.table import merge_table
    from r57plans.merging.text import report_text

    if suffix == ".docx":
        return merge_table(merged, language)
    if suffix == ".txt":
        return f"{report_text(merged.report, language)}\n".encode()
    data = report_as_dict(merged.report, language)
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _say(ui: Ui, asked: Asked, merged: Merged) -> None:
    from r57plans.merging.shape import report_as_dict
    from r57plans.merging.text import report_text

    if asked.machine:
        ui.json(report_as_dict(merged.report, ui.language) | {"file": str(asked.out)})
        return
    click.echo(report_text(merged.report, ui.language, whole=False))
    click.echo("")
    for path in filter(None, (asked.out, asked.decisions, asked.report)):
        ui.say(f"Đã ghi: {path}", f"Wrote: {path}")
    if merged.report.open and not asked.decisions and not asked.decide:
        ui.say(
            "Để quyết định: thêm --decisions TỆP, điền, rồi chạy lại với --decide TỆP.",
            "To decide: add --decisions FILE, fill it in, run again with --decide FILE.",
        )
