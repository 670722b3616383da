"""`r57plans catalogue verify`: whether the catalogue is sound and its source unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.catalogue.options import catalogue_of, catalogue_option, lang_option, language_of
from r57plans.cli.catalogue.source import source_option, source_text
from r57plans.cli.reports import NEVER, code_of
from r57plans.cli.ui import WRONG, Ui, fail_on_option, format_option, ui_option
from r57plans.findings import LEVELS, Finding, Language, Message

if TYPE_CHECKING:
    from r57plans.catalogue.stats import Unverified
    from r57plans.catalogue.verify import Comparison
    from r57plans.model.catalogue import Catalogue

_MOST = 100
FAIL_ON = (*LEVELS, NEVER)


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(source: str | None, fingerprints: str | None, unverified: bool, fail_on: str,
            name: str, lang: str, format_: str) -> int:  # fmt: skip
        machine = format_ == "json"
        catalogue = catalogue_of(ui, name, machine=machine)
        _check_use(ui, source, fingerprints, unverified, machine)
        if unverified:
            return _unverified(ui, catalogue, language_of(lang), machine)
        return _verify(ui, catalogue, source, fingerprints, fail_on, machine)

    return click.Command(
        "verify",
        callback=run,
        help=t(
            "Kiểm tra danh mục: mã, tham chiếu, đủ hai ngôn ngữ, cơ quan còn hoạt động, từng câu "
            "đều có nhiệm vụ. Với --source: tìm lại từng câu trong văn bản, báo câu đã đổi, câu "
            "mất, câu chưa có.\n\n"
            "Ví dụ: r57plans catalogue verify --source nghi-quyet-57.txt",
            "Checks the catalogue: ids, references, both languages, bodies that exist, a sub-task "
            "for every sentence. With --source: finds each sentence again in the text, and says "
            "which have changed, are missing, or are not covered.\n\n"
            "Example: r57plans catalogue verify --source resolution-57.txt",
        ),
        params=[*_options(ui), catalogue_option(ui), lang_option(ui), format_option(ui),
                ui_option(ui)],
    )  # fmt: skip


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        source_option(ui),
        click.Option(
            ["--fingerprints"],
            metavar="FILE",
            help=t(
                "Dấu vân tay của bản khác (xem lệnh fingerprint).",
                "Fingerprints of another text (see the command fingerprint).",
            ),
        ),
        click.Option(
            ["--unverified"],
            is_flag=True,
            help=t(
                "Chỉ liệt kê các mục chưa đối chiếu được với nguồn.",
                "Only list what was not checked at a source.",
            ),
        ),
        fail_on_option(ui, FAIL_ON),
    ]


def _check_use(
    ui: Ui, source: str | None, fingerprints: str | None, unverified: bool, machine: bool
) -> None:
    """Ends the command where an option would be passed over in silence."""
    if fingerprints and not source:
        hint = Message("Thêm --source TỆP.", "Add --source FILE.")
        ui.fail("catalogue.options", "--fingerprints cần --source.",
                "--fingerprints needs --source.", hint, machine=machine)  # fmt: skip
    if unverified and source:
        hint = Message("Chạy hai lần, mỗi lần một tùy chọn.", "Run it twice, once with each.")
        ui.fail("catalogue.options", "--unverified không dùng cùng --source.",
                "--unverified does not go with --source.", hint, machine=machine)  # fmt: skip


def _verify(
    ui: Ui, catalogue: Catalogue, source: str | None, fingerprints: str | None, fail_on: str,
    machine: bool,
) -> int:  # fmt: skip
    from r57plans.catalogue.verify import Case, verify
    from r57plans.load import load_registers, record_places

    case = Case(catalogue, load_registers(), record_places(catalogue.id))
    findings = tuple(verify(case))
    compared = _compared(ui, catalogue, source, fingerprints, machine) if source else None
    findings += tuple(compared.report) if compared else ()
    if machine:
        ui.json(_data(catalogue, compared, findings, ui.language))
    else:
        _say(ui, catalogue, compared, findings)
    return code_of(findings, fail_on)


def _compared(
    ui: Ui, catalogue: Catalogue, source: str, fingerprints: str | None, machine: bool
) -> Comparison:
    from r57plans.catalogue.verify import compare
    from r57plans.errors import LoadError
    from r57plans.load import load_edition

    text = source_text(ui, Path(source), machine=machine)
    try:
        edition = load_edition(Path(fingerprints)) if fingerprints else None
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)
    return compare(catalogue, text, source, edition)


def _say(
    ui: Ui, catalogue: Catalogue, compared: Comparison | None, findings: tuple[Finding, ...]
) -> None:
    tasks = len(catalogue.sub_tasks)
    ui.say(f"{catalogue.name}: {tasks} nhiệm vụ.",
           f"{catalogue.name}: {tasks} sub-task{'s' * (tasks != 1)}.")  # fmt: skip
    if compared:
        edition = compared.edition if compared.found else None
        name = edition.name.say(ui.language) if edition else "—"
        ui.say(
            f"Văn bản ({name}): {compared.sentences} câu, tìm lại được {compared.found}.",
            f"Text ({name}): {compared.sentences} sentences, {compared.found} found again.",
        )
    for finding in findings[:_MOST]:
        click.echo(finding.text(ui.language))
    if more := len(findings) - _MOST if len(findings) > _MOST else 0:
        ui.say(f"… và {more} mục nữa (--format json liệt kê đủ).",
               f"… and {more} more (--format json has them all).")  # fmt: skip
    if compared and 0 < 2 * compared.found < compared.sentences:
        ui.say(
            "Chưa tìm lại được một nửa: có thể đây là bản khác, hoặc mỗi đoạn chưa nằm trên một "
            "dòng.",
            "Less than half was found again: it may be another text, or its paragraphs are broken "
            "into lines.",
        )
    if not findings:
        ui.say("Không có sai sót.", "Nothing is wrong.")


def _data(
    catalogue: Catalogue,
    compared: Comparison | None,
    findings: tuple[Finding, ...],
    language: Language,
) -> dict[str, object]:
    source = None
    if compared:
        edition = compared.edition.id if compared.edition else None
        counts = {"sentences": compared.sentences, "found": compared.found}
        source = {"edition": edition, **counts}
    said = [f.as_dict(language) for f in findings]
    return {"catalogue": catalogue.name, "source": source, "findings": said}


def _unverified(ui: Ui, catalogue: Catalogue, lang: Language, machine: bool) -> int:
    from r57plans.catalogue.stats import unverified
    from r57plans.load import load_registers

    found = unverified(catalogue, load_registers())
    if machine:
        ui.json({"unverified": [_plain(item) for item in found]})
        return 0
    _print(found, lang)
    ui.say(f"{len(found)} mục chưa đối chiếu.", f"{len(found)} records are unverified.")
    return 0


def _plain(item: Unverified) -> dict[str, object]:
    return {"kind": item.kind, "id": item.id, "title": {"vi": item.title.vi, "en": item.title.en}}


def _print(found: tuple[Unverified, ...], lang: Language) -> None:
    from r57plans.catalogue.general import say
    from r57plans.cli.catalogue.printing import print_records
    from r57plans.cli.catalogue.words import KINDS, word

    for kind in dict.fromkeys(item.kind for item in found):
        click.echo(f"{word(KINDS[kind], lang)}:")
        of_kind = (i for i in found if i.kind == kind)
        print_records((f"  {item.id}", say(item.title, lang)) for item in of_kind)
