"""An assessment as machines read it (`check --format json`); `check.schema.json` lies beside."""

from __future__ import annotations

import re
from typing import Any

from r57plans.checks.assess import Assessment, PartResult, Told
from r57plans.checks.waivers import Waived
from r57plans.findings import Language, Message
from r57plans.model.pack import Pack, RuleRecord, Verdict

_TASKS = Message("Nhiệm vụ cần xem lại", "Tasks to look at again")
_TARGETS = Message("Chỉ tiêu cần xem lại", "Targets to look at again")
_KEYS = re.compile(r" \((?:`[^`]*`[^()`]*)+\)")
VERDICTS: dict[Verdict, Message] = {
    "met": Message("Đạt", "Met"),
    "partly": Message("Đạt một phần", "Partly met"),
    "not": Message("Chưa đạt", "Not met"),
    "unknown": Message("Chưa đủ cơ sở", "Not yet known"),
    "not-applicable": Message("Không áp dụng", "Not applicable"),
}


def as_dict(found: Assessment, language: Language) -> dict[str, Any]:
    """The pack, the verdicts, the findings in the order of the plan's file, and what is waived."""
    told = sorted(found.told, key=lambda t: (t.finding.place.line, t.finding.place.column))
    return {
        "pack": found.pack.id,
        "verdicts": [_part(part, language) for part in found.parts],
        "findings": [
            *(_told(each, language) for each in told),
            *(finding.as_dict(language) for finding in found.beside),
        ],
        "waived": [_waived(each, language) for each in found.waived],
    }


def rules_as_dict(pack: Pack, language: Language) -> list[dict[str, Any]]:
    """The rules of a pack, with all that `--explain` prints."""
    return [explained(rule, language) for rule in pack.rules]


def explained(rule: RuleRecord, language: Language) -> dict[str, Any]:
    """One rule: what it says, how grave it is, and what it rests on."""
    return {
        "id": rule.id,
        "level": rule.level,
        "title": rule.title.say(language),
        "message": rule.message.say(language),
        "hint": rule.hint.say(language),
        "part": rule.part or "",
        "clause": rule.clause.say(language),
        "source": rule.source.document,
        "basis": rule.basis,
        "check": rule.check,
        "with": dict(rule.settings),
    }


def evidence_lines(part: PartResult, found: Assessment, language: Language) -> list[str]:
    """What speaks for a part, a line each; then the tasks and the targets that fall short."""
    lines = [said.say(language) for said in part.evidence]
    targets = [found.target_names[name].say(language) for name in part.targets]
    for word, said in ((_TASKS, ", ".join(part.tasks)), (_TARGETS, "; ".join(targets))):
        if said:
            lines.append(f"{word.say(language)}: {said}.")
    return lines


def for_readers(hint: str) -> str:
    """A hint without the keys of the plan's file that stand in brackets or between backquotes."""
    return _KEYS.sub("", hint).replace("`", "")


def _part(part: PartResult, language: Language) -> dict[str, Any]:
    return {
        "part": part.id,
        "title": part.title.say(language),
        "text": part.text.say(language),
        "verdict": part.verdict,
        "evidence": [said.say(language) for said in part.evidence],
        "rules": sorted({finding.rule for finding in part.findings}),
        "tasks": list(part.tasks),
        "targets": list(part.targets),
        "todo": [said.say(language) for said in part.todo],
    }


def _told(told: Told, language: Language) -> dict[str, Any]:
    named = {"task": told.hit.task, "target": told.hit.target, "part": told.rule.part or ""}
    return told.finding.as_dict(language) | named


def _waived(waived: Waived, language: Language) -> dict[str, Any]:
    reason = waived.waiver.reason.say(language)
    return waived.finding.as_dict(language) | {"reason": reason}
