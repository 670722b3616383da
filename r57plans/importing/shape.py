"""The report on an import as machines read it; `import.schema.json` lies beside."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Language
from r57plans.importing.records import ImportReport, Taken


def report_as_dict(report: ImportReport, language: Language) -> dict[str, Any]:
    """All of the report, sentences in one language."""
    return {
        "file": report.file,
        "province": report.province.say(language),
        "document": report.document,
        "counts": {
            "tasks": len(report.tasks),
            "targets": len(report.targets),
            "suggested": report.suggested,
            "put_in": report.put_in,
            "findings": len(report.findings),
        },
        "tables": [
            {
                "place": table.place.words(language),
                "kind": table.kind,
                "rows": table.rows,
                "taken": table.taken,
                "columns": [{"title": title, "field": field} for title, field in table.columns],
            }
            for table in report.tables
        ],
        "tasks": [_taken(task, language) for task in report.tasks],
        "targets": [_taken(target, language) for target in report.targets],
        "findings": [
            finding.as_dict(language) | {"place": finding.place.words(language)}
            for finding in report.findings
        ],
    }


def _taken(taken: Taken, language: Language) -> dict[str, Any]:
    return {
        "id": taken.id,
        "text": taken.text,
        "place": taken.place.words(language),
        "covers": list(taken.covers),
        "suggestions": [
            {"id": each.id, "score": each.score, "title": each.title.say(language)}
            for each in taken.suggestions
        ],
    }
