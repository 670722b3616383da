"""The report on an import for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import LEVEL_WORDS, Finding, Language, Message, Place
from r57plans.importing.records import ImportReport, TableRead, Taken
from r57plans.importing.told import short

_KINDS = {
    "tasks": Message("nhiệm vụ", "tasks"),
    "targets": Message("chỉ tiêu", "targets"),
    "roadmap": Message("lộ trình", "roadmap"),
    "other": Message("khác", "other"),
}
_MOST = 12
_SCORES = ((0.8, Message("từ 0,80", "0.80 and more")), (0.6, Message("0,60 – 0,79", "0.60 – 0.79")),
           (0.0, Message("dưới 0,60", "below 0.60")))  # fmt: skip


def report_text(report: ImportReport, language: Language, *, whole: bool = True) -> str:
    """The whole report; without `whole` no single suggestions, and of each kind of notes a few."""
    return "\n".join(_lines(report, language, whole))


def _lines(report: ImportReport, ui: Language, whole: bool) -> Iterator[str]:
    number = f", {report.document}" if report.document else ""
    tasks, targets = len(report.tasks), len(report.targets)
    yield Message(
        f"{report.province.vi}{number}: {tasks} nhiệm vụ, {targets} chỉ tiêu.",
        f"{report.province.en}{number}: {tasks} tasks, {targets} targets.",
    ).say(ui)
    yield from (f"  {_table(table, ui)}" for table in report.tables)
    if report.tasks:
        yield _suggested(report).say(ui)
        yield from (f"  {said}" for said in _scores(report, ui))
    if whole:
        yield from _suggestions(report.tasks, ui)
    if len(report.findings):
        yield ""
        yield Message("Cần xem lại, mỗi chỗ một dòng:", "To look at, each with its place:").say(ui)
        yield from _findings(report, ui, whole)


def _table(table: TableRead, ui: Language) -> str:
    place = Message(table.place.words("vi"), table.place.words("en"))
    kind = _KINDS[table.kind]
    return Message(
        f"{place.vi}: bảng {kind.vi}, {table.rows} hàng, lấy {table.taken}",
        f"{place.en}: {kind.en}, {table.rows} rows, {table.taken} taken",
    ).say(ui)


def _suggested(report: ImportReport) -> Message:
    total, put = report.suggested, report.put_in
    if put:
        return Message(
            f"{put} nhiệm vụ đã ghi covers theo --covers; {total} nhiệm vụ có gợi ý.",
            f"covers was put into {put} tasks for --covers; {total} tasks have suggestions.",
        )
    return Message(
        f"{total} nhiệm vụ có gợi ý covers (chú thích trong tệp, chưa ghi vào kế hoạch).",
        f"{total} tasks have a suggested covers (a comment in the file, not yet in the plan).",
    )


def _scores(report: ImportReport, ui: Language) -> Iterator[str]:
    left = [task.suggestions[0].score for task in report.tasks if task.suggestions]
    for least, words in _SCORES:
        here = [score for score in left if score >= least]
        left = [score for score in left if score < least]
        if here:
            yield f"{words.say(ui)}: {len(here)}"


def _suggestions(tasks: tuple[Taken, ...], ui: Language) -> Iterator[str]:
    for task in tasks:
        yield f"  {task.id}  {short(task.text)} [{task.place.words(ui)}]"
        for each in task.suggestions:
            mark = "=" if each.id in task.covers else "?"
            yield f"      {mark} {each.score:.2f} {each.id} {short(each.title.say(ui))}"


def _findings(report: ImportReport, ui: Language, whole: bool) -> Iterator[str]:
    told: dict[str, int] = {}
    for finding in report.findings:
        told[finding.rule] = told.get(finding.rule, 0) + 1
        if whole or finding.level != "note" or told[finding.rule] <= _MOST:
            yield f"  {finding_line(finding, ui)}"
    for rule, count in told.items():
        hidden = count - _MOST
        if (
            not whole
            and hidden > 0
            and all(f.level == "note" for f in report.findings if f.rule == rule)
        ):
            yield Message(
                f"  … và {hidden} chỗ nữa [{rule}]; --report ghi tất cả.",
                f"  … and {hidden} more [{rule}]; --report has them all.",
            ).say(ui)


def finding_line(finding: Finding, ui: Language) -> str:
    """One thing on one line: where, how grave, what."""
    where = _where(finding.place, ui)
    level = LEVEL_WORDS[finding.level][ui]
    return f"{where}{level}: {finding.message.say(ui)} [{finding.rule}]"


def _where(place: Place, ui: Language) -> str:
    words = place.words(ui)
    return f"{words}: " if words else ""
