"""`r57plans build`: the Word files of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.office import end_cleanly, pdf_option
from r57plans.cli.ui import REFUSED, WRONG, Ui, format_option, ui_option
from r57plans.findings import Finding, Message, Report

if TYPE_CHECKING:
    from r57plans.documents import Built, Edition
    from r57plans.model.base import DocumentDate

BLANK, UNTRANSLATED = "build.blank", "build.untranslated"


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _build(ui, Path(str(given["plan"])), Path(str(given["out"])), given)

    return click.Command(
        "build",
        callback=run,
        help=ui.t(
            "Tạo văn bản Word từ tệp kế hoạch PLAN.\n\n"
            "Ví dụ: r57plans build plan.yaml -o out --lang vi --lang en\n\n"
            "Mọi văn bản cùng hồ sơ: r57plans build plan.yaml -o out --document all\n\n"
            "Với mẫu riêng của cơ quan: r57plans build plan.yaml -o out --template mau.docx\n\n"
            "Kèm PDF: r57plans build plan.yaml -o out --pdf. Trả về 1 nếu có PDF không tạo được; "
            "các tệp khác vẫn được ghi.",
            "Make the Word documents of the plan file PLAN.\n\n"
            "Example: r57plans build plan.yaml -o out --lang vi --lang en\n\n"
            "All documents of the file: r57plans build plan.yaml -o out --document all\n\n"
            "With a template of your own: r57plans build plan.yaml -o out --template mine.docx\n\n"
            "With PDFs: r57plans build plan.yaml -o out --pdf. Gives 1 where a PDF could not be "
            "made; the other files are written.",
        ),
        params=[click.Argument(["plan"]), *_options(ui), format_option(ui), ui_option(ui)],
    )


def _options(ui: Ui) -> list[click.Option]:
    out = ui.t("Thư mục ghi kết quả.", "Folder for the files.")
    lang = ui.t(
        "Ngôn ngữ; mặc định cả hai, với --template là ngôn ngữ của mẫu; vi-en: song ngữ, hai cột.",
        "Language; both unless given, with --template that of the template; vi-en: side by side.",
    )
    document = ui.t(
        "Văn bản, ghi nhiều lần được; all: mọi văn bản lập được; mặc định action-plan.",
        "Document, may be repeated; all: every one that can be made; action-plan unless given.",
    )
    date = ui.t(
        "Ngày văn bản, thay cho document.date (2025-03-28 hoặc 2025-03).",
        "The document's date, instead of document.date (2025-03-28 or 2025-03).",
    )
    template = ui.t(
        "Mẫu Word của cơ quan, thay cho mẫu có sẵn (xem: r57plans template).",
        "A Word template of your own, instead of the shipped one (see: r57plans template).",
    )
    clean = ui.t(
        "Không để lại dữ liệu ẩn trong tệp Word.", "Leave nothing hidden in the Word files."
    )
    track = ui.t(
        "Bản gửi lấy ý kiến: Word ghi lại ai sửa gì (theo dõi sửa đổi được bật sẵn).",
        "A draft to go round: Word records who edits what (tracking of changes is on).",
    )
    return [
        click.Option(["-o", "--out"], required=True, help=out),
        click.Option(
            ["--lang"], type=click.Choice(["vi", "en", "vi-en"]), multiple=True, help=lang
        ),
        click.Option(["--document"], multiple=True, help=document),
        click.Option(["--template"], metavar="FILE.docx", help=template),
        click.Option(["--date"], help=date),
        click.Option(["--clean"], is_flag=True, help=clean),
        click.Option(["--track"], is_flag=True, help=track),
        pdf_option(ui),
    ]


def _build(ui: Ui, plan_file: Path, out: Path, given: dict[str, object]) -> int:
    from r57plans.documents import TRACK_OR_CLEAN, build
    from r57plans.errors import LoadError, RefusedError, TemplateError, WordFileError
    from r57plans.files import write_files
    from r57plans.office import NO_PDFS, pdf_program, pdfs_of
    from r57plans.plans import read_plan_file

    machine = given["format_"] == "json"
    clean, track = bool(given["clean"]), bool(given["track"])
    if clean and track:
        ui.stop(Report((TRACK_OR_CLEAN,)), WRONG, machine=machine)
    documents = documents_of(ui, cast("tuple[str, ...]", given["document"]), machine)
    on = date_of(ui, cast("str | None", given["date"]), machine)
    template = cast("str | None", given["template"])
    languages = languages_of(ui, cast("tuple[Edition, ...]", given["lang"]), template, machine)
    try:
        plan, loading = read_plan_file(plan_file, on=on)
        if plan is None or loading.errors:
            ui.stop(loading, WRONG, machine=machine)
        program = pdf_program() if given["pdf"] else None
        if program:
            end_cleanly()
        built = build(plan, languages, documents, clean=clean, track=track, template=template)
        pdfs = pdfs_of(built.files, program=program) if program else NO_PDFS
        words = {out / file.name: file.data for file in built.files}
        written = write_files(words | {out / file.name: file.data for file in pdfs.files})
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=machine)
    except (RefusedError, TemplateError) as error:
        ui.stop(error.report, REFUSED, machine=machine)
    except OSError as error:
        ui.unwritable(out, error, machine=machine)
    tell_built(ui, built, written, (*loading, *pdfs.report), machine)
    return REFUSED if pdfs.report.errors else 0


def languages_of(
    ui: Ui, wanted: tuple[Edition, ...], template: str | None, machine: bool
) -> tuple[Edition, ...]:
    """The languages asked for, each once; ends the command over two with one template."""
    from r57plans.documents import ONE_LANGUAGE, PARALLEL

    languages = tuple(dict.fromkeys(wanted))
    if template is not None and (len(languages) > 1 or PARALLEL in languages):
        ui.stop(Report((ONE_LANGUAGE,)), WRONG, machine=machine)
    return languages


def documents_of(ui: Ui, wanted: tuple[str, ...], machine: bool) -> tuple[str, ...]:
    """The documents asked for, each once; ends the command over one that there is not."""
    from r57plans.documents import ACTION_PLAN, ALL, kind_of, unknown_document

    unknown = [name for name in wanted if name != ALL and kind_of(name) is None]
    if unknown:
        ui.stop(Report(tuple(map(unknown_document, unknown))), WRONG, machine=machine)
    return tuple(dict.fromkeys(wanted)) or (ACTION_PLAN,)


def date_of(ui: Ui, text: str | None, machine: bool) -> DocumentDate | None:
    """The date that `--date` gives; ends the command where it is none."""
    hint = Message("Viết như 2025-03-28 hoặc 2025-03.", "Write it like 2025-03-28 or 2025-03.")
    return None if text is None else ui.day("build.date", "--date", text, hint, machine=machine)


def tell_built(
    ui: Ui, built: Built, written: tuple[Path, ...], loading: tuple[Finding, ...], machine: bool
) -> None:
    """Says which files were written, what is blank in them, and all findings."""
    findings = (*loading, *built.report)
    if machine:
        files = [str(path) for path in written]
        ui.json({"files": files, "findings": [f.as_dict(ui.language) for f in findings]})
        return
    ui.say("Đã ghi:", "Wrote:")
    for path in written:
        click.echo(f"  {path}")
    _list(ui, [f for f in findings if f.rule == BLANK], "Còn để trống:", "Still blank:")
    _list(
        ui,
        [f for f in findings if f.rule == UNTRANSLATED],
        "Chưa có bản tiếng Anh:",
        "No English yet:",
    )
    ui.tell([f for f in findings if f.rule not in (BLANK, UNTRANSLATED)])


def _list(ui: Ui, findings: list[Finding], vi: str, en: str) -> None:
    if not findings:
        return
    ui.say(vi, en)
    for finding in findings:
        said = finding.message.say(ui.language).partition(": ")[2]
        place = f"  ({finding.place})" if str(finding.place) else ""
        click.echo(f"  {said}{place}")
