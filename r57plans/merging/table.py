"""The report on a merge as a Word file, to be laid before a committee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from r57plans.assets import templates_folder
from r57plans.documents.templates import compiled_file
from r57plans.findings import Language, Message
from r57plans.language import NO_BREAK_SPACE, keep_together
from r57plans.merging import telling
from r57plans.merging.records import Conflict, Entry, Merged, MergeReport, Origin
from r57plans.word.template import Properties

_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_FOLDER = "checks"
_WAITS = Message("Chưa quyết định", "Not decided")


def merge_table(merged: Merged, language: Language) -> bytes:
    """The file in one language: what is to decide, the tasks and targets, and all other parts."""
    report = merged.report
    context = _context(report, language)
    path = templates_folder() / _FOLDER / f"merge-report.{language}.docx"
    properties = Properties(
        title=context["subject"], creator="", language=_LOCALES[language], created=report.on
    )
    template = compiled_file(path, language, old_marks=merged.plan.spelling == "old")
    return template.render(context, properties=properties)


def _context(report: MergeReport, language: Language) -> dict[str, Any]:
    parents = [f"{said.say(language)}." for said in telling.parents(report)]
    counted = (telling.counts(report, "tasks"), telling.counts(report, "targets"))
    summary = [f"{said.say(language)}." for said in (*counted, telling.decisions(report))]
    return {
        "subject": telling.headline(report).say(language),
        "parents": parents,
        "summary": " ".join(summary),
        "conflicts": [
            {"number": n, **_conflict(each, language)} for n, each in enumerate(report.conflicts, 1)
        ],
        "tasks": _rows(report.of("tasks"), language),
        "targets": _rows(report.of("targets"), language),
        "others": [
            {"title": title.say(language), "rows": _rows(report.of(part), language)}
            for part, title in telling.PARTS.items()
            if part not in ("tasks", "targets") and report.of(part)
        ],
        "findings": list(dict.fromkeys(f.message.say(language) for f in report.findings)),
    }


def _rows(entries: Iterable[Entry], language: Language) -> list[dict[str, Any]]:
    return [{"number": n, **_row(entry, language)} for n, entry in enumerate(entries, 1)]


def _row(entry: Entry, language: Language) -> dict[str, Any]:
    done = telling.outcome(entry).say(language)
    return {
        "title": keep_together(entry.title.say(language)),
        "whose": _unbroken(entry.origins, language),
        "done": f"{done[:1].upper()}{done[1:]}",
        "notes": [keep_together(note.say(language)) for note in entry.notes],
    }


def _unbroken(origins: Iterable[Origin], language: Language) -> str:
    """The names of provinces, none broken over two lines."""
    names = dict.fromkeys(origin.name.say(language) for origin in origins)
    return ", ".join(name.replace(" ", NO_BREAK_SPACE) for name in names)


def _conflict(conflict: Conflict, language: Language) -> dict[str, Any]:
    subject, field = conflict.subject.say(language), conflict.field.say(language)
    proposed = telling.proposal(conflict).say(language)
    reason = conflict.reason.say(language) if conflict.reason else ""
    answer = telling.choice(conflict).say(language) if conflict.decided else _WAITS.say(language)
    return {
        "matter": keep_together(f"{subject}: {field}"),
        "sides": [
            keep_together(f"{side.name.say(language)}: {side.said.say(language)}")
            for side in conflict.sides
        ],
        "proposed": f"{proposed[:1].upper()}{proposed[1:]}",
        "stands": keep_together(conflict.stands.say(language)),
        "answer": [line for line in (f"{answer[:1].upper()}{answer[1:]}", reason) if line],
    }
