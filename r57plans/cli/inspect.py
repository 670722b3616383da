"""`r57plans inspect`: what a Word file is, and whether it was changed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import WRONG, Ui, format_option, ui_option

if TYPE_CHECKING:
    from r57plans.inspection import Inspected, Origin
    from r57plans.model.plan import Plan
    from r57plans.model.proposal import Proposal
    from r57plans.word.traces import Hand, Traces

_SHOWN = 10  # changes that a person is shown; `pull` tells all of them
_LONGEST = 60
_HASH = 12


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(file: str, plan: str | None, format_: str) -> int:
        return _inspect(ui, Path(file), Path(plan) if plan else None, machine=format_ == "json")

    return click.Command(
        "inspect",
        callback=run,
        help=t(
            "Cho biết tệp Word FILE là gì: in từ kế hoạch nào, danh mục, mẫu và phiên bản nào, và "
            "từ đó đến nay đã bị sửa tay hay chưa, ai sửa. Không ghi gì vào tệp. Trả về 0, hoặc 2 "
            "khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans inspect cao-bang-action-plan.vi.docx --plan plan.yaml",
            "Say what the Word file FILE is: from which plan, catalogue, template and version it "
            "was made, and whether it was changed by hand since, and by whom. Nothing is written. "
            "Gives 0, or 2 when the file cannot be read.\n\n"
            "Example: r57plans inspect cao-bang-action-plan.vi.docx --plan plan.yaml",
        ),
        params=[
            click.Argument(["file"]),
            click.Option(
                ["--plan"],
                metavar="PLAN",
                help=t(
                    "Tệp kế hoạch: có còn đúng là kế hoạch mà tệp Word được in từ đó không.",
                    "A plan file: whether it is still the plan that the file was made from.",
                ),
            ),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _inspect(ui: Ui, file: Path, plan_file: Path | None, *, machine: bool) -> int:
    from r57plans.errors import LoadError, WordFileError
    from r57plans.inspection import as_dict, inspect
    from r57plans.load import read_file
    from r57plans.word.package import DEFAULT_LIMITS

    try:
        data = read_file(file, "word", DEFAULT_LIMITS.max_bytes)
        plan = _plan(ui, plan_file, machine=machine) if plan_file else None
        found = inspect(data, plan, str(file))
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=machine)
    if machine:
        ui.json(as_dict(found, ui.language))
        return 0
    for line in _lines(ui, found, plan_file):
        click.echo(line)
    for finding in found.findings:
        click.echo(finding.text(ui.language))
    return 0


def _plan(ui: Ui, path: Path, *, machine: bool) -> Plan:
    from r57plans.plans import read_plan_file

    plan, report = read_plan_file(path)
    if plan is None:
        ui.stop(report, WRONG, machine=machine)
    return plan


def _lines(ui: Ui, found: Inspected, plan_file: Path | None) -> Iterator[str]:
    from r57plans.inspection.shape import KINDS

    yield KINDS[found.kind].say(ui.language)
    if found.origin:
        yield from _origin(ui, found.origin, plan_file)
    else:
        yield _sought(ui, found.traces)
    yield from _edited(ui, found)
    yield from _saved(ui, found)


def _origin(ui: Ui, origin: Origin, plan_file: Path | None) -> Iterator[str]:
    language = ui.t(*_LANGUAGES.get(origin.language, (origin.language, origin.language)))
    title = origin.title.say(ui.language)
    named = f"{title} ({origin.document})" if title else origin.document
    yield ui.t(f"  Văn bản:   {named}, {language}", f"  Document:  {named}, {language}")
    plan = origin.plan_hash[:_HASH] + _same_plan(ui, origin, plan_file)
    yield ui.t(f"  Kế hoạch:  {plan}", f"  Plan:      {plan}")
    yield ui.t(f"  Danh mục:  {origin.catalogue}", f"  Catalogue: {origin.catalogue}")
    other = ui.t("không phải mẫu có sẵn của phiên bản này", "none that this version ships")
    template = origin.template or f"{origin.template_hash[:_HASH]}, {other}"
    yield ui.t(f"  Mẫu:       {template}", f"  Template:  {template}")
    yield ui.t(f"  Phiên bản: r57plans {origin.tool}", f"  Version:   r57plans {origin.tool}")


_LANGUAGES = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}


def _same_plan(ui: Ui, origin: Origin, plan_file: Path | None) -> str:
    if origin.same_plan is None:
        return ""
    if origin.same_plan:
        return ui.t(f", đúng là {plan_file} hiện nay", f", which is {plan_file} as it is now")
    return ui.t(
        f", khác {plan_file} hiện nay: kế hoạch khác, hoặc đã thay đổi từ khi in",
        f", not {plan_file} as it is now: another plan, or it changed since",
    )


def _sought(ui: Ui, traces: Traces) -> str:
    """What was looked for in a file that says nothing of its origin."""
    manifest = _yes(ui, traces.has_manifest)
    styles = _yes(ui, traces.styled)
    return ui.t(
        f"  Đã tìm: bản kê: {manifest}; ô điều khiển có thẻ: {traces.controls}; dấu trang: "
        f"{traces.bookmarks}; kiểu chữ của mẫu: {styles}",
        f"  Looked for: manifest: {manifest}; tagged controls: {traces.controls}; bookmarks: "
        f"{traces.bookmarks}; styles of the templates: {styles}",
    )


def _yes(ui: Ui, found: bool) -> str:
    return ui.t("có", "yes") if found else ui.t("không", "no")


def _edited(ui: Ui, found: Inspected) -> Iterator[str]:
    """What was changed by hand, by whom as far as Word recorded it."""
    traces = found.traces
    if found.compared != "nothing":
        yield _how_far(ui, found)
    for each in found.changed[:_SHOWN]:
        yield f"  {_change(ui, each)}"
    if len(found.changed) > _SHOWN:
        more = len(found.changed) - _SHOWN
        yield ui.t(f"  … và {more} chỗ khác", f"  … and {more} more")
    if found.changed:
        yield ui.t(
            "  → đưa vào kế hoạch: r57plans pull FILE --plan PLAN",
            "  → to take it into the plan: r57plans pull FILE --plan PLAN",
        )
    if traces.changes:
        yield ui.t("Sửa đổi theo dõi: ", "Tracked changes: ") + _hands(ui, traces.changes)
    if traces.comments:
        yield ui.t("Ghi chú: ", "Comments: ") + _hands(ui, traces.comments)


def _how_far(ui: Ui, found: Inspected) -> str:
    """How much is not as it was printed, or is in the plan."""
    count = len(found.changed)
    if found.origin is None and count:
        return ui.t(f"Khác kế hoạch {count} chỗ:", f"Not as in the plan in {count} places:")
    if found.origin is None:
        return ui.t("Giá trị như kế hoạch in ra.", "All values are as the plan prints them.")
    if count:
        return ui.t(f"Đã sửa tay {count} chỗ:", f"Changed by hand in {count} places:")
    if found.compared == "all":
        return ui.t("Lời văn như khi in ra.", "The text is as it was printed.")
    return ui.t(
        "Các giá trị in từ kế hoạch như khi in ra; muốn so cả lời văn của mẫu, thêm --plan với "
        "đúng kế hoạch này.",
        "All values of the plan are as they were printed; to compare the words of the template "
        "too, give that very plan by --plan.",
    )


def _change(ui: Ui, proposal: Proposal) -> str:
    place, old, new = _place(ui, proposal), _short(proposal.old), _short(proposal.new)
    match proposal.kind:
        case "add":
            said = _short(next((texts for _, texts in proposal.row), proposal.new))
            what = ui.t(f"dòng mới: {said}", f"new row: {said}")
            if not proposal.row:
                what = ui.t(f"{place}: thêm: {said}", f"{place}: added: {said}")
        case "remove":
            what = ui.t(f"{place}: đã bỏ", f"{place}: removed")
        case "note":
            what = ui.t(f"{place}: ghi chú: {new}", f"{place}: comment: {new}")
        case "fixed":
            what = ui.t(f"chữ của mẫu: {old} → {new}", f"template words: {old} → {new}")
        case _:
            what = f"{place}: {old} → {new}"
    source = ", ".join(filter(None, (proposal.source.author, proposal.source.date)))
    return f"{what} ({source})" if source else what


def _place(ui: Ui, proposal: Proposal) -> str:
    """`nhiệm vụ 1.1.1, thời hạn`; the path where it is of no task or target."""
    from r57plans.model.proposal_words import field_words, place_words

    if proposal.task:
        place = ui.t(f"nhiệm vụ {proposal.task}", f"task {proposal.task}")
    elif proposal.target:
        place = ui.t(f"chỉ tiêu {proposal.target}", f"target {proposal.target}")
    else:
        said = place_words(proposal.path).say(ui.language) or proposal.path
        return said or ui.t("toàn văn bản", "the document")
    named = field_words(proposal.field).say(ui.language)
    return f"{place}, {named}" if named else place


def _short(texts: tuple[str, ...]) -> str:
    said = "; ".join(texts)
    return f"{said[:_LONGEST].rstrip()} …" if len(said) > _LONGEST else said or "–"


def _hands(ui: Ui, hands: tuple[Hand, ...]) -> str:
    """`Nguyễn Văn A 5 (2025-04-02 – 2025-04-04); Trần Thị B 1`."""
    nobody = ui.t("không rõ ai", "unknown")
    said = []
    for hand in hands:
        days = " – ".join(dict.fromkeys(filter(None, (hand.first, hand.last))))
        said.append(f"{hand.author or nobody} {hand.count}{f' ({days})' if days else ''}")
    return "; ".join(said)


def _saved(ui: Ui, found: Inspected) -> Iterator[str]:
    """Which program saved the file, and what it lost or will record."""
    traces = found.traces
    if traces.recording:
        yield ui.t(
            "Word đang ghi lại mọi sửa đổi (theo dõi sửa đổi được bật).",
            "Word records every change (tracking of changes is on).",
        )
    if traces.program or traces.saved_by:
        who = f", {traces.saved_by}" if traces.saved_by else ""
        program, day = traces.program or ui.t("không rõ", "unknown"), traces.saved
        yield ui.t(f"Lưu lần cuối: {program}{who}, {day}", f"Last saved: {program}{who}, {day}")
    if found.origin and traces.by_libreoffice and not traces.controls:
        yield ui.t(
            "LibreOffice đã bỏ thẻ của các ô điều khiển; còn dấu trang để đọc lại.",
            "LibreOffice dropped the tags of the controls; bookmarks are left to read it back by.",
        )
