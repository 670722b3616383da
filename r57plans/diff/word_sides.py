"""A Word file as a side of a comparison, and a plan as the same document prints it."""

from __future__ import annotations

from r57plans.documents import build
from r57plans.errors import WordFileError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.model.plan import Plan
from r57plans.pull import plan_of
from r57plans.word.manifest import ManifestFacts, read_manifest


def plan_in(data: bytes, name: str) -> tuple[Plan, ManifestFacts]:
    """The plan that a Word file says now, and which document in which language it is.

    Raises WordFileError or RefusedError for a file that was not made from a plan.
    """
    plan = plan_of(data, name).from_file(name)
    manifest = read_manifest(data)
    if manifest is None:
        raise WordFileError(Report((Finding("diff.word", "error", _FOREIGN, _PLAN, Place(name)),)))
    return plan, manifest.facts


def as_printed(plan: Plan, facts: ManifestFacts, name: str) -> Plan:
    """What the same document prints of a plan, with the places of the plan's own file.

    Raises RefusedError where the document cannot be made of it.
    """
    file = build(plan, [_language(facts)], [facts.document]).files[0]
    return plan_of(file.data, name).where(plan)


def unlike(one: ManifestFacts, other: ManifestFacts, name: str) -> Report:
    """Why two Word files do not compare; empty where they do."""
    same = (one.document, _language(one)) == (other.document, _language(other))
    if same:
        return Report()
    said = Message(
        f"Hai tệp Word không cùng loại: {_told(one)} và {_told(other)}.",
        f"The Word files are not of one kind: {_told(one)} and {_told(other)}.",
    )
    return Report((Finding("diff.word-unlike", "error", said, _ALIKE, Place(name)),))


def _language(facts: ManifestFacts) -> Language:
    """The language that is read back; of a parallel edition that is Vietnamese."""
    return "en" if facts.language == "en" else "vi"


def _told(facts: ManifestFacts) -> str:
    return f"{facts.document} ({facts.language})"


_FOREIGN = Message(
    "Tệp Word này không được tạo từ kế hoạch.", "This file was not made from a plan."
)
_PLAN = Message("So sánh tệp kế hoạch (YAML).", "Compare the plan files (YAML).")
_ALIKE = Message(
    "So sánh cùng một văn bản, cùng một ngôn ngữ, hoặc so sánh tệp kế hoạch.",
    "Compare the same document in the same language, or the plan files.",
)
