"""`r57plans batch`: the documents of every plan in a folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

import click

from r57plans.cli.office import end_cleanly, pdf_option
from r57plans.cli.ui import REFUSED, WRONG, Ui, format_option, ui_option
from r57plans.findings import NO_HINT, Finding, Message, Report

if TYPE_CHECKING:
    from r57plans.batch import Done, Options, Record
    from r57plans.documents import Edition

TABLE = "check.xlsx"
_SHOWN = 3  # findings of a plan that failed; the manifest has them all


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _batch(ui, Path(str(given["folder"])), Path(str(given["out"])), given)

    return click.Command(
        "batch",
        callback=run,
        help=ui.t(
            "Lập văn bản của mọi kế hoạch trong thư mục DIR; văn bản đã xong thì không lập lại.\n\n"
            "Ví dụ: r57plans batch ke-hoach -o out --jobs 2\n\n"
            "Có --from thì DIR là một kế hoạch chung, mỗi dòng của bảng là một tỉnh.\n\n"
            "Bị ngắt giữa chừng thì chạy lại lệnh đó. Trả về 1 nếu có kế hoạch không lập được.",
            "Make the documents of every plan below DIR; what is finished is not made again.\n\n"
            "Example: r57plans batch plans -o out --jobs 2\n\n"
            "With --from, DIR is one common plan, and each row of the table a province.\n\n"
            "After an interruption run the same command. Gives 1 where a plan could not be made.",
        ),
        params=[
            click.Argument(["folder"], metavar="DIR"),
            *_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _options(ui: Ui) -> list[click.Option]:
    return [*_of_documents(ui), *_of_work(ui)]


def _of_documents(ui: Ui) -> list[click.Option]:
    t = ui.t
    return [
        click.Option(
            ["-o", "--out"],
            required=True,
            metavar="OUT",
            help=t("Thư mục ghi kết quả.", "Folder for what is made."),
        ),
        click.Option(
            ["--from", "table"],
            metavar="TABLE.xlsx|csv",
            help=t(
                "Bảng mỗi tỉnh một dòng (số, ngày, người ký, chỉ tiêu …) trên một kế hoạch chung.",
                "A row a province (number, date, signer, targets …) over one common plan.",
            ),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(["vi", "en", "vi-en"]),
            multiple=True,
            help=t("Ngôn ngữ; mặc định vi và en.", "Language; vi and en unless given."),
        ),
        click.Option(
            ["--document"],
            multiple=True,
            help=t(
                "Văn bản, ghi nhiều lần được; mặc định mọi văn bản lập được.",
                "Document, may be repeated; every one that can be made unless given.",
            ),
        ),
        click.Option(
            ["--date"],
            help=t("Ngày văn bản, thay cho document.date.", "The date, instead of document.date."),
        ),
        click.Option(
            ["--clean"],
            is_flag=True,
            help=t("Không để lại dữ liệu ẩn.", "Leave nothing hidden in the Word files."),
        ),
        pdf_option(ui),
    ]


def _of_work(ui: Ui) -> list[click.Option]:
    t = ui.t
    return [
        click.Option(
            ["--jobs"],
            type=click.IntRange(1, 256),
            help=t(
                "Bao nhiêu tiến trình; mặc định bằng số bộ xử lý.",
                "How many processes; as many as processors unless given.",
            ),
        ),
        click.Option(
            ["--executor"],
            metavar="tcp://…",
            help=t(
                "Cụm máy dask.distributed, ví dụ tcp://10.0.0.1:8786, thay cho --jobs.",
                "A dask.distributed cluster, such as tcp://10.0.0.1:8786, instead of --jobs.",
            ),
        ),
        click.Option(
            ["--check"],
            is_flag=True,
            help=t(
                f"Kiểm tra mọi kế hoạch theo yêu cầu tháng 3/2025, ghi một bảng: OUT/{TABLE}.",
                f"Hold every plan against the requirement; one table: OUT/{TABLE}.",
            ),
        ),
    ]


def _batch(ui: Ui, folder: Path, out: Path, given: dict[str, object]) -> int:
    from r57plans.batch import batch
    from r57plans.cli.progress import progress_of
    from r57plans.errors import LoadError, RefusedError

    machine = given["format_"] == "json"
    table = cast("str | None", given["table"])
    if table is None and not folder.is_dir():
        _no_folder(ui, folder, machine)
    options = _chosen(ui, given, machine)
    end_cleanly()
    try:
        with progress_of(ui, quiet=machine) as progress, _workers(given) as workers:
            done = batch(
                folder, out, options, table=table, progress=progress, language=ui.language,
                **workers,
            )  # fmt: skip
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)
    except RefusedError as error:
        ui.stop(error.report, REFUSED, machine=machine)
    except OSError as error:
        ui.unwritable(out, error, machine=machine)
    if not done.plans and done.stopped is NO_HINT:
        ui.stop(Report((_no_plans(folder),)), WRONG, machine=machine)
    if not machine:
        _tell(ui, done, out)
    if options.check and done.plans:
        _write_table(ui, done, out / TABLE, machine)
    if machine:
        _json(ui, done)
    return REFUSED if done.failed or done.stopped is not NO_HINT else 0


def _no_folder(ui: Ui, folder: Path, machine: bool) -> NoReturn:
    hint = Message("Kiểm tra lại tên thư mục.", "Check the folder's name.")
    if folder.is_file():
        hint = Message(
            f"Đây là một tệp. Một kế hoạch: r57plans build {folder} -o OUT; một kế hoạch chung cho "
            "nhiều tỉnh: thêm --from TABLE.xlsx.",
            f"It is a file. For one plan: r57plans build {folder} -o OUT; for one plan that many "
            "provinces share: add --from TABLE.xlsx.",
        )
    ui.fail("batch.no-folder", f"Không có thư mục {folder}.", f"There is no folder {folder}.",
            hint, machine=machine)  # fmt: skip


@contextlib.contextmanager
def _workers(given: dict[str, object]) -> Iterator[dict[str, Any]]:
    """Who does the work: processes here, or a cluster."""
    if not given["executor"]:
        yield {"jobs": given["jobs"]}
        return
    from r57plans.batch.cluster import cluster

    with cluster(str(given["executor"])) as workers:
        yield {"executor": workers.executor, "window": workers.window}


def _chosen(ui: Ui, given: dict[str, object], machine: bool) -> Options:
    from r57plans.batch import Options
    from r57plans.cli.build import date_of, documents_of

    documents = documents_of(ui, cast("tuple[str, ...]", given["document"]), machine)
    usual = Options()
    return Options(
        cast("tuple[Edition, ...]", given["lang"]) or usual.languages,
        documents if given["document"] else usual.documents,
        date_of(ui, cast("str | None", given["date"]), machine),
        clean=bool(given["clean"]),
        check=bool(given["check"]),
        pdf=bool(given["pdf"]),
    )


def _no_plans(folder: Path) -> Finding:
    return Finding(
        "batch.no-plans",
        "error",
        Message(f"Trong {folder} không có tệp kế hoạch nào.", f"There is no plan below {folder}."),
        Message(
            "Đã tìm tệp .yaml, .yml có dòng format: r57plans/plan/1 và tệp .xlsx do r57plans lập. "
            "Để thử: r57plans demo.",
            "Looked for .yaml and .yml files with format: r57plans/plan/1 and for workbooks of "
            "r57plans (.xlsx). To try: r57plans demo.",
        ),
    )


def _write_table(ui: Ui, done: Done, path: Path, machine: bool) -> None:
    from r57plans.batch.table import check_look, check_table
    from r57plans.files import write_files
    from r57plans.workbook import workbook_of

    table, look = check_table(done.plans, ui.language), check_look()
    try:
        write_files({path: workbook_of([table], ui.language, {table.name: look})})
    except OSError as error:
        ui.unwritable(path, error, machine=machine)
    if not machine:
        ui.say(f"Đã ghi: {path}", f"Wrote: {path}")


def _json(ui: Ui, done: Done) -> None:
    plans = [record.as_dict() | {"skipped": record.skipped} for record in done.plans]
    stopped = done.stopped.say(ui.language)
    findings = [finding.as_dict(ui.language) for finding in done.report]
    ui.json({"plans": plans, "findings": findings, "seconds": round(done.seconds, 3),
             "stopped": stopped})  # fmt: skip


def _tell(ui: Ui, done: Done, out: Path) -> None:
    ui.tell(tuple(done.report))
    _tell_failed(ui, done)
    skipped = sum(record.skipped for record in done.plans)
    made, failed = len(done.made), len(done.failed)
    seconds = f"{done.seconds:.1f}".replace(".", ",")
    ui.say(
        f"Kế hoạch: {made} đã lập, {skipped} không đổi, {failed} không lập được; "
        f"{done.files} tệp, {seconds} giây: {out}",
        f"Plans: {made} made, {skipped} unchanged, {failed} could not be made; {done.files} files, "
        f"{done.seconds:.1f} seconds: {out}",
    )
    if done.stopped is not NO_HINT:
        click.echo(done.stopped.say(ui.language), err=True)


def _tell_failed(ui: Ui, done: Done) -> None:
    """Each plan that was not made and why; those that share one reason together."""
    reasons: dict[tuple[str, ...], list[str]] = {}
    for record in done.failed:
        reasons.setdefault(tuple(_reasons(ui, record)), []).append(record.name)
    for lines, names in reasons.items():
        listed = ", ".join(names)
        click.echo(ui.t(f"{listed}: không lập được", f"{listed}: not made"), err=True)
        for line in lines:
            click.echo(line, err=True)


def _reasons(ui: Ui, record: Record) -> Iterator[str]:
    errors: Sequence[dict[str, object]] = [
        dict(finding) for finding in record.findings if finding["level"] == "error"
    ]
    for finding in errors[:_SHOWN]:
        yield f"  {_where(record, finding)}: {finding['message']} [{finding['rule']}]"
        if finding["hint"] and finding.get("cell"):
            yield f"    → {finding['hint']}"
    if (more := len(errors) - _SHOWN) > 0:
        yield ui.t(f"  … và {more} lỗi nữa", f"  … and {more} more")


def _where(record: Record, finding: Mapping[str, object]) -> str:
    """The place of a finding: the file, then the cell or the line and column."""
    file = str(finding.get("file") or record.name)
    if cell := finding.get("cell"):
        return f"{file}: {'!'.join(filter(None, (str(finding['sheet']), str(cell))))}"
    return f"{file}:{finding['line']}:{finding['column']}" if finding.get("line") else file
