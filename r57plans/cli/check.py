"""`r57plans check`: whether a plan meets the requirement, and what else is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.checking.telling import tell_assessment, tell_rules
from r57plans.cli.reports import NEVER, code_of
from r57plans.cli.ui import WRONG, Ui, fail_on_option, ui_option
from r57plans.findings import LEVELS, Language, Level, Message, Report

if TYPE_CHECKING:
    from r57plans.model.pack import Pack, Severity
    from r57plans.model.plan import Plan

FORMATS = ("text", "json", "sarif", "html", "docx")
FAIL_ON = (*LEVELS, NEVER)
_FILES = ("html", "docx")  # what is written to a file and not to the terminal


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(**given: object) -> int:
        return _run(ui, given)

    return click.Command(
        "check",
        callback=run,
        help=t(
            "Kiểm tra kế hoạch PLAN theo yêu cầu ngày 4/3/2025: từng yêu cầu đạt, đạt một phần hay "
            "chưa đạt, căn cứ, việc cần làm; và những chỗ sai khác, kèm dòng và cột. Trả về 0, 1 "
            "khi có lỗi, 2 khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans check plan.yaml\n\n"
            "Báo cáo trình Ban Chỉ đạo: r57plans check plan.yaml --format docx -o bao-cao.docx\n\n"
            "Giải thích một quy tắc: r57plans check --explain R57-012",
            "Hold the plan PLAN against the requirement of 4 March 2025: which part is met, partly "
            "met or not, the evidence, what to do; and all else that is wrong, with line and "
            "column. Gives 0, 1 when there are errors, 2 when the file cannot be read.\n\n"
            "Example: r57plans check plan.yaml\n\n"
            "A report for the committee: r57plans check plan.yaml --format docx -o report.docx\n\n"
            "What a rule is: r57plans check --explain R57-012",
        ),
        params=[
            click.Argument(["plan"], required=False),
            *_options(ui),
            fail_on_option(ui, FAIL_ON),
            ui_option(ui),
        ],
    )


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    formats = t(
        "Cho người đọc, máy đọc, SARIF, trang HTML, hoặc báo cáo Word.",
        "For a person, a machine, SARIF, an HTML page, or a Word report.",
    )
    level = t("Chỉ nêu từ mức này trở lên.", "Tell only what is at least of this level.")
    pack = t(
        "Bộ quy tắc: tên, hoặc thư mục có pack.yaml; mặc định march-2025.",
        "The pack of rules: its name, or a folder with pack.yaml; march-2025 unless given.",
    )
    severity = t(
        "Tệp YAML đổi mức của quy tắc, ví dụ: {R57-066: off}.",
        "A YAML file with other levels for rules, such as {R57-066: off}.",
    )
    explain = t(
        "Giải thích một quy tắc, hoặc all: nội dung, mức, căn cứ, nguồn.",
        "Explain a rule, or all: what it says, its level, clause and source.",
    )
    out = t("Tệp ghi kết quả (html, docx).", "The file to write (html, docx).")
    lang = t("Ngôn ngữ của báo cáo.", "The report's language.")
    return [
        click.Option(
            ["--format", "format_"], type=click.Choice(FORMATS), default="text", help=formats
        ),
        click.Option(["-o", "--out"], metavar="FILE", help=out),
        click.Option(["--lang"], type=click.Choice(["vi", "en"]), help=lang),
        click.Option(["--level"], type=click.Choice(LEVELS), default="note", help=level),
        click.Option(["--pack"], default="march-2025", help=pack),
        click.Option(["--severity"], metavar="FILE", help=severity),
        click.Option(["--explain"], metavar="RULE", help=explain),
    ]


def _run(ui: Ui, given: dict[str, object]) -> int:
    from r57plans.checks.run import check, pack_of
    from r57plans.checks.told_once import beside
    from r57plans.errors import LoadError

    format_ = str(given["format_"])
    machine = format_ in ("json", "sarif")
    language = cast("Language", given["lang"] or ui.language)
    try:
        pack = pack_of(str(given["pack"]))
        severities = _severities(given["severity"], pack)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)
    if given["explain"]:
        return tell_rules(ui, pack, str(given["explain"]), machine=machine)
    out = _out(ui, given, format_, machine=machine)
    plan, loading = _plan(ui, given["plan"], machine=machine)
    found = check(plan, pack, severities).with_findings(beside(loading, pack))
    shown = found.from_level(cast("Level", given["level"]))
    tell_assessment(ui, shown, plan, format_, language, out)
    return code_of(found.report, str(given["fail_on"]))


def _severities(path: object, pack: Pack) -> dict[str, Severity]:
    from r57plans.load.pack_files import load_severities

    return load_severities(Path(str(path)), pack) if path else {}


def _out(ui: Ui, given: dict[str, object], format_: str, *, machine: bool) -> Path | None:
    if format_ in _FILES and not given["out"]:
        ui.fail(
            "check.out",
            f"--format {format_} cần -o TỆP.",
            f"--format {format_} needs -o FILE.",
            Message(f"Thêm: -o bao-cao.{format_}", f"Add: -o report.{format_}"),
            machine=machine,
        )
    if given["out"] and format_ not in _FILES:
        ui.fail(
            "check.out",
            f"-o chỉ dùng với --format {' hoặc '.join(_FILES)}.",
            f"-o goes with --format {' or '.join(_FILES)} only.",
            Message(f"Ghi ra tệp: --format {format_} > TỆP", f"Write: --format {format_} > FILE"),
            machine=machine,
        )
    return Path(str(given["out"])) if given["out"] else None


def _plan(ui: Ui, path: object, *, machine: bool) -> tuple[Plan, Report]:
    """The plan, and what is said of it short of errors."""
    from r57plans.plans import read_plan_file

    if not path:
        ui.fail(
            "check.plan",
            "Thiếu tệp kế hoạch.",
            "The plan's file is missing.",
            Message("Ví dụ: r57plans check plan.yaml", "For example: r57plans check plan.yaml"),
            machine=machine,
        )
    plan, report = read_plan_file(Path(str(path)))
    if plan is None:
        ui.stop(report, WRONG, machine=machine)
    return plan, report
