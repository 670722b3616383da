"""Findings in SARIF 2.1.0, the format in which editors and forges read what a check says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from r57plans.findings import NO_HINT, Finding, Language, Message, Place, Report
from r57plans.version import VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NAME = "r57plans"


def sarif(
    report: Report,
    language: Language,
    rules: Mapping[str, Message] | None = None,
    suppressed: Sequence[tuple[Finding, Message]] = (),
) -> dict[str, object]:
    """The report as one run of a SARIF log, ready for `json.dumps`, in one language.

    `rules` says what each rule is about; a rule that it lacks is described by its first message.
    `suppressed` are findings that were set aside, each with the reason.
    """
    told = Report((*report, *(finding for finding, _ in suppressed)))
    about = _about(told, rules or {})
    numbers = {rule: number for number, rule in enumerate(about)}
    driver = {
        "name": _NAME,
        "version": VERSION,
        "rules": [_rule(rule, said, language) for rule, said in about.items()],
    }
    results = [_result(finding, numbers[finding.rule], language) for finding in report]
    for finding, reason in suppressed:
        aside = {"kind": "inSource", "justification": reason.say(language)}
        result = _result(finding, numbers[finding.rule], language)
        results.append(result | {"suppressions": [aside]})
    run = {"tool": {"driver": driver}, "language": language, "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _about(report: Report, rules: Mapping[str, Message]) -> dict[str, Message]:
    first = {finding.rule: finding.message for finding in reversed(tuple(report))}
    return {rule: rules.get(rule, first[rule]) for rule in sorted(first)}


def _rule(rule: str, said: Message, language: Language) -> dict[str, object]:
    return {
        "id": rule,
        "shortDescription": {"text": said.say(language)},
        "properties": {"vi": said.vi, "en": said.en},
    }


def _result(finding: Finding, number: int, language: Language) -> dict[str, object]:
    said = finding.message.say(language)
    hint = "" if finding.hint == NO_HINT else f" {finding.hint.say(language)}"
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": finding.level,
        "message": {"text": f"{said}{hint}"},
    }
    location = _location(finding.place, language)
    return {**result, "locations": [location]} if location else result


def _location(place: Place, language: Language) -> dict[str, object]:
    location: dict[str, object] = {}
    if place.file:
        # A path is no address: spaces, accents and a percent sign must be escaped.
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line:
            column = {"startColumn": place.column} if place.column else {}
            physical["region"] = {"startLine": place.line, **column}
        location["physicalLocation"] = physical
    if place.path:
        logical: dict[str, object] = {"fullyQualifiedName": place.path}
        if words := place.words(language):
            logical["name"] = words
        location["logicalLocations"] = [logical]
        location["properties"] = dict(place.fields(language))
    return location


def _uri(file: str) -> str:
    path = file.replace("\\", "/")
    drive = path[1:3] == ":/"
    return f"file:///{quote(path, safe='/:')}" if drive else quote(path)
