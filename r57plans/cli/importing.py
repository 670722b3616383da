"""`r57plans import`: a plan that someone made in Word or Excel, as a plan file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from r57plans.cli.catalogue.options import catalogue_option
from r57plans.cli.ui import (
    ON_HINT,
    REFUSED,
    WRONG,
    Ui,
    format_option,
    today,
    ui_option,
)
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.importing import Imported

_REPORTS = (".json", ".txt")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    file: Path
    out: Path
    province: str
    on: str | None
    covers: float | None
    catalogue: str
    report: Path | None
    overwrite: bool
    machine: bool


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(**given: Any) -> int:
        return _import(ui, _asked(ui, given))

    return click.Command(
        "import",
        callback=run,
        help=t(
            "Nhập một kế hoạch đã có (Word .docx hoặc Excel .xlsx, do bất kỳ ai soạn) thành tệp "
            "kế hoạch: thể thức lấy ở đầu văn bản, chỉ tiêu và nhiệm vụ lấy ở các bảng theo tiêu "
            "đề cột. Mỗi hàng thành một nhiệm vụ riêng của địa phương (local-1, local-2 …), giữ "
            "nguyên lời văn. Nhiệm vụ con của Nghị quyết mà hàng đó có thể thực hiện (covers) chỉ "
            "được gợi ý trong chú thích, kèm điểm từ 0 đến 1: nên soát từng dòng rồi bỏ dấu #. Từ "
            "0,80 gần như cùng lời văn; từ 0,60 thường đúng; thấp hơn chỉ để tham khảo. Trả về 0 "
            "khi đã ghi; 1 khi không có gì có thể thành kế hoạch; 2 khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans import ke-hoach.docx -o plan.yaml",
            "Read an existing plan (Word .docx or Excel .xlsx, made by anyone) into a plan file: "
            "particulars from the letterhead, targets and tasks from the tables by the headings of "
            "their columns. Each row becomes a task of the province's own (local-1, local-2 …), in "
            "its exact words. The Resolution's sub-tasks that it may cover are only suggested, in "
            "a comment with a score from 0 to 1: look at each, then remove the #. From 0.80 on "
            "the words are nearly the same; from 0.60 on it is mostly right; below, only a hint. "
            "Gives 0 once it is written; 1 when nothing could be a plan; 2 when the file cannot be "
            "read.\n\n"
            "Example: r57plans import plan.docx -o plan.yaml",
        ),
        params=[click.Argument(["file"]), *_options(ui), format_option(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        click.Option(
            ["-o", "--out"],
            required=True,
            help=t(
                "Tệp kế hoạch sẽ ghi, .yaml hoặc .xlsx.", "The plan file to write, .yaml or .xlsx."
            ),
        ),
        click.Option(
            ["--province"],
            metavar="PROVINCE",
            help=t(
                "Tỉnh, thành phố; mặc định đọc ở đầu văn bản.",
                "The province; read from the letterhead unless given.",
            ),
        ),
        click.Option(
            ["--on"],
            metavar="DATE",
            help=t(
                "Ngày của văn bản, nếu tệp không ghi; mặc định hôm nay.",
                "The document's date where the file has none; today unless given.",
            ),
        ),
        click.Option(
            ["--covers"],
            type=click.FloatRange(0, 1),
            metavar="SCORE",
            help=t(
                "Ghi luôn gợi ý có điểm từ mức này, ví dụ 0.8; không có thì chỉ gợi ý.",
                "Put suggestions of at least this score into the plan, such as 0.8; else none.",
            ),
        ),
        click.Option(
            ["--report"],
            metavar="FILE",
            help=t(
                "Ghi báo cáo đầy đủ: .txt hoặc .json.", "Write the whole report: .txt or .json."
            ),
        ),
        click.Option(
            ["--overwrite"],
            is_flag=True,
            help=t("Ghi đè tệp kế hoạch đã có.", "Write over a plan file that is there."),
        ),
        catalogue_option(ui),
    ]


def _asked(ui: Ui, given: dict[str, Any]) -> Asked:
    """The options as one record; ends the command where they do not go together."""
    asked = Asked(
        file=Path(given["file"]),
        out=Path(given["out"]),
        province=given["province"] or "",
        on=given["on"],
        covers=given["covers"],
        catalogue=given["name"],
        report=Path(given["report"]) if given["report"] else None,
        overwrite=given["overwrite"],
        machine=given["format_"] == "json",
    )
    _refuse_wrong_files(ui, asked)
    return asked


def _refuse_wrong_files(ui: Ui, asked: Asked) -> None:
    """Ends the command where a file must not, or cannot, be written."""
    if asked.report and asked.report.suffix.lower() not in _REPORTS:
        hint = Message("Đặt tên đuôi .txt hoặc .json.", "Let it end in .txt or .json.")
        ui.fail("import.report", f"Không biết ghi báo cáo vào {asked.report}.",
                f"No report can be written to {asked.report}.", hint,
                machine=asked.machine)  # fmt: skip
    written = [path.resolve() for path in (asked.out, asked.report) if path]
    if len(set(written)) < len(written) or asked.file.resolve() in written:
        hint = Message("Chọn tên khác.", "Choose another name.")
        ui.fail("import.input", "Mỗi tệp cần một tên riêng; tệp được nhập không bị ghi đè.",
                "Each file needs a name of its own; what is imported is never written over.", hint,
                machine=asked.machine)  # fmt: skip
    if asked.out.exists() and not asked.overwrite:
        hint = Message(
            "Chọn tên khác, hoặc thêm --overwrite.", "Choose another name, or add --overwrite."
        )
        ui.fail("import.exists", f"{asked.out} đã có, không ghi đè.",
                f"{asked.out} is already there.", hint, machine=asked.machine)  # fmt: skip


def _import(ui: Ui, asked: Asked) -> int:
    from r57plans.assets import schema_file
    from r57plans.errors import NoPlanError, ReportedError
    from r57plans.importing import import_plan

    day = ui.day("import.date", "--on", asked.on or today(), ON_HINT, machine=asked.machine)
    try:
        imported = import_plan(
            asked.file,
            province=asked.province,
            on=day,
            covers=asked.covers,
            ui=ui.language,
            catalogue=asked.catalogue,
            schema=schema_file().as_uri(),
        )
    except NoPlanError as error:
        ui.stop(error.report, REFUSED, machine=asked.machine)
    except ReportedError as error:
        ui.stop(error.report, WRONG, machine=asked.machine)
    _write(ui, asked, imported)
    _say(ui, asked, imported)
    return 0


def _write(ui: Ui, asked: Asked, imported: Imported) -> None:
    from r57plans.files import write_files
    from r57plans.plans import plan_bytes

    files = {asked.out: plan_bytes(asked.out, imported.text, ui.language)}
    if asked.report:
        files[asked.report] = _report(asked.report.suffix.lower(), imported, ui)
    try:
        write_files(files)
    except OSError as error:
        ui.unwritable(asked.out, error, machine=asked.machine)


def _report(suffix: str, imported: Imported, ui: Ui) -> bytes:
    from r57plans.importing.shape import report_as_dict
    from r57plans.importing.text import report_text

    if suffix == ".txt":
        return f"{report_text(imported.report, ui.language)}\n".encode()
    data = report_as_dict(imported.report, ui.language)
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _say(ui: Ui, asked: Asked, imported: Imported) -> None:
    from r57plans.importing.shape import report_as_dict
    from r57plans.importing.text import report_text

    if asked.machine:
        ui.json(report_as_dict(imported.report, ui.language) | {"out": str(asked.out)})
        return
    click.echo(report_text(imported.report, ui.language, whole=False))
    click.echo("")
    for path in filter(None, (asked.out, asked.report)):
        ui.say(f"Đã ghi: {path}", f"Wrote: {path}")
    _next(ui, asked)


def _next(ui: Ui, asked: Asked) -> None:
    from r57plans.load.plan_files import is_workbook

    where = asked.report or asked.out
    if is_workbook(asked.out) and not asked.report:
        ui.say(
            "Sổ Excel không có chú thích: thêm --report TỆP.txt để có các gợi ý covers.",
            "A workbook has no comments: add --report FILE.txt to have the suggested covers.",
        )
    else:
        ui.say(f"Tiếp theo: soát các gợi ý covers trong {where}.",
               f"Next: look at the suggested covers in {where}.")  # fmt: skip
    ui.say(f"Rồi: r57plans check {asked.out}", f"Then: r57plans check {asked.out}")
