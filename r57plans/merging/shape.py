"""The report on a merge as machines read it; `merge.schema.json` lies beside."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Language
from r57plans.merging.records import Conflict, Entry, MergeReport, Part

_COUNTED: tuple[Part, ...] = ("tasks", "targets")


def report_as_dict(report: MergeReport, language: Language) -> dict[str, Any]:
    """All of the report, sentences in one language."""
    return {
        "province": report.province,
        "on": report.on.isoformat(),
        "parents": [
            {
                "province": each.province,
                "file": each.file,
                "document": each.document.say(language),
                "tasks": each.tasks,
                "targets": each.targets,
            }
            for each in report.parents
        ],
        "missing": [name.say(language) for name in report.missing],
        "counts": {part: report.counted(part) for part in _COUNTED},
        "open": len(report.open),
        "conflicts": [_conflict(each, language) for each in report.conflicts],
        "entries": [_entry(each, language) for each in report.entries],
        "findings": [finding.as_dict(language) for finding in report.findings],
    }


def _conflict(conflict: Conflict, language: Language) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "subject": conflict.subject.say(language),
        "field": conflict.field.say(language),
        "values": [
            {"province": side.province, "value": side.said.say(language)} for side in conflict.sides
        ],
        "choices": list(conflict.choices),
        "proposed": conflict.proposed,
        "taken": conflict.taken,
        "stands": conflict.stands.say(language),
        "decided": conflict.decided,
        "reason": conflict.reason.say(language) if conflict.reason else "",
    }


def _entry(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        "part": entry.part,
        "id": entry.id,
        "title": entry.title.say(language),
        "outcome": entry.outcome,
        "origins": [{"province": o.province, "id": o.id} for o in entry.origins],
        "notes": [note.say(language) for note in entry.notes],
    }
