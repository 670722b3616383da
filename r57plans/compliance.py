"""The compliance report as a Word file: what a check found, to be laid before the committee."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from r57plans.assets import templates_folder
from r57plans.checks.assess import Assessment, PartResult, Told, said_of, todo_of
from r57plans.checks.shape import VERDICTS, evidence_lines, for_readers
from r57plans.documents.naming import document_name
from r57plans.documents.templates import compiled_file
from r57plans.findings import LEVEL_WORDS, LEVELS, Language, Message
from r57plans.language import date_long, date_short
from r57plans.model.pack import RuleRecord
from r57plans.model.plan import Plan
from r57plans.word.template import Properties

_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_FOLDER = "checks"


def compliance_report(plan: Plan, found: Assessment, language: Language) -> bytes:
    """The report in one language: each part with its verdict, evidence and what to do.

    After it come the findings with their places in the plan's file, and what is waived.
    """
    context = _context(plan, found, language)
    path = templates_folder() / _FOLDER / f"compliance-report.{language}.docx"
    template = compiled_file(path, language, old_marks=plan.spelling == "old")
    properties = Properties(
        title=context["subject"],
        subject=found.pack.title.say(language),
        creator="",
        language=_LOCALES[language],
        created=plan.document.date.last,
    )
    return template.render(context, properties=properties)


def _context(plan: Plan, found: Assessment, language: Language) -> dict[str, Any]:
    names = {name: said.message for name, said in found.target_names.items()}
    return {
        "subject": _subject(plan, language),
        "about": found.pack.text.say(language),
        "summary": _summary(found, language),
        "parts": [_part(part, found, language) for part in found.parts],
        "findings": [_rule(rule, told, names, language) for rule, told in _by_rule(found)],
        "waived": [
            {
                "rule": each.finding.rule,
                "message": each.finding.message.say(language),
                "reason": each.waiver.reason.say(language),
            }
            for each in found.waived
        ],
    }


def _subject(plan: Plan, language: Language) -> str:
    """Which document is judged: its type, whose it is, and its date as far as it has one."""
    name = document_name(plan, language)
    date = plan.document.date
    if language == "vi":
        day = (
            f"ngày {date_short(date.last, 'vi')}"
            if date.day
            else f"tháng {date.month} năm {date.year}"
        )
        return f"{name}, {day}"
    day = date_long(date.last, "en") if date.day else f"{date.last:%B %Y}"
    return f"{name}, {day}"


def _summary(found: Assessment, language: Language) -> str:
    """How many parts stand how."""
    counted = [
        (VERDICTS[verdict].say(language), sum(part.verdict == verdict for part in found.parts))
        for verdict in VERDICTS
    ]
    said = "; ".join(f"{words}: {count}" for words, count in counted if count)
    if not said:
        return ""
    return f"Kết quả: {said}." if language == "vi" else f"Result: {said}."


def _part(part: PartResult, found: Assessment, language: Language) -> dict[str, Any]:
    return {
        "title": part.title.say(language),
        "verdict": VERDICTS[part.verdict].say(language),
        "evidence": evidence_lines(part, found, language),
        "todo": [for_readers(said.say(language)) for said in part.todo],
    }


def _by_rule(found: Assessment) -> Iterable[tuple[RuleRecord, tuple[Told, ...]]]:
    """What each rule found, the gravest levels first."""
    rules = {told.rule.id: told.rule for told in found.told}
    grouped = [
        (rule, tuple(told for told in found.told if told.rule.id == rule.id))
        for rule in rules.values()
    ]
    return sorted(grouped, key=lambda pair: LEVELS.index(pair[1][0].finding.level))


def _rule(
    rule: RuleRecord, told: tuple[Told, ...], names: Mapping[str, Message], language: Language
) -> dict[str, str]:
    """One row for all that a rule found."""
    return {
        "rule": rule.id,
        "level": LEVEL_WORDS[told[0].finding.level][language],
        "place": _places(told, names, language),
        "message": _message(told, names, language),
        "hint": for_readers(todo_of(told).say(language)),
    }


def _message(told: tuple[Told, ...], names: Mapping[str, Message], language: Language) -> str:
    """The first thing that a rule found, and how many more there are like it."""
    said = for_readers(said_of(told[0], names).say(language))
    more = len(told) - 1
    if not more:
        return said
    also = Message(f"và {more} trường hợp tương tự", f"and {more} more like it").say(language)
    return f"{said.rstrip('.')} ({also})."


def _places(told: tuple[Told, ...], names: Mapping[str, Message], language: Language) -> str:
    """The tasks, by their ids, or the targets, by their names, that a rule found; else lines."""
    if all(t.hit.task for t in told):
        return ", ".join(dict.fromkeys(t.hit.task for t in told))
    if all(t.hit.target for t in told):
        return "; ".join(dict.fromkeys(names[t.hit.target].say(language) for t in told))
    lines = dict.fromkeys(str(t.finding.place.line) for t in told if t.finding.place.line)
    word = "dòng" if language == "vi" else "line" if len(lines) == 1 else "lines"
    return f"{word} {', '.join(lines)}" if lines else told[0].finding.place.path
