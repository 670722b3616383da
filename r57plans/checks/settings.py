"""What each check is given (`with`), so that a pack which gives it otherwise is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from r57plans.findings import Finding, Message, Place
from r57plans.language import did_you_mean, yearly_day
from r57plans.load.faults import fault
from r57plans.model.pack import Pack, RuleRecord


class Kind(NamedTuple):
    """What a setting may be, in words, and whether a value is one."""

    said: Message
    fits: Callable[[Any], bool]


def _is_day(value: Any) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _is_pattern(value: Any) -> bool:
    try:
        re.compile(value)
    except (re.error, TypeError):
        return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _each(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list | tuple) and all(map(fits, value))


def _values(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(fits, value.values()))


_NUMBER = Kind(Message("một con số", "a number"), _is_number)
_FLAG = Kind(Message("true hoặc false", "true or false"), lambda value: isinstance(value, bool))
_TEXT = Kind(Message("một chuỗi chữ", "a text"), _is_text)
_TEXTS = Kind(Message("danh sách các chuỗi chữ", "a list of texts"), _each(_is_text))
_DAY = Kind(Message("một ngày như 2025-03-31", "a day such as 2025-03-31"), _is_day)
_YEARLY = Kind(
    Message("danh sách ngày như [15/6, 15/12]", "a list of days such as [15/6, 15/12]"),
    _each(lambda value: isinstance(value, str) and yearly_day(value) is not None),
)
_PATTERN = Kind(Message("một biểu thức chính quy", "a regular expression"), _is_pattern)
_PATTERNS = Kind(
    Message("danh sách biểu thức chính quy", "a list of regular expressions"), _each(_is_pattern)
)
_TABLE = Kind(Message("bảng “chữ: chữ”", "a table of “text: text”"), _values(_is_text))
_LISTS = Kind(Message("bảng “chữ: [chữ, …]”", "a table of “text: [text, …]”"),
              _values(_each(_is_text)))  # fmt: skip

_EVERY = {"every": _TEXT}
_BY = {"by": _DAY}
_ALIKE = {"words": _NUMBER, "share": _NUMBER}
SETTINGS: Mapping[str, Mapping[str, Kind]] = {
    "committee-head": {"role": _TEXT},
    "document-type": {"types": _TEXTS},
    "milestones-missing": {"months": _NUMBER},
    "target-step": {"years": _NUMBER},
    "product-report": {"words": _TEXTS},
    "product-repeats": _ALIKE,
    "tasks-local": {"share": _NUMBER},
    "targets-local": {"share": _NUMBER},
    "load": {"least": _NUMBER, "times": _NUMBER},
    "plan-late": _BY,
    "plan-undated": _BY,
    "decision-late": _BY,
    "decision-undated": _BY,
    "group-empty": {"level?": _TEXT},
    "paragraph-uncovered": {"level?": _TEXT},
    "target-uncovered": {"level?": _TEXT, "provincial": _TEXT, "together?": _FLAG},
    "directive-passed": {"implied?": _FLAG, "for_province?": _TEXTS},
    "directive-uncovered": {"level?": _TEXT, "for_province": _TEXTS},
    "issuer-supports": {"issuers": _LISTS},
    "body-assigned": {"sides": _TEXTS, "bodies": _TEXTS, "asking": _TEXTS, "own": _LISTS},
    "text-body-gone": {"past": _TEXTS, "short": _LISTS},
    "text-district": {"last": _DAY, "words": _PATTERNS, "past": _TEXTS},
    "two-names": {"short": _TABLE, "idle": _TEXTS},
    "tasks-alike": _ALIKE,
    "basis-not-in-force": {"states": _TEXTS},
    "parent-missing": {"issuers": _TEXTS, "level": _TEXT, "any?": _TEXTS, "like?": _PATTERN},
    "english-missing": {"most": _NUMBER},
    "abbreviation": {"known": _TEXTS},
    "reporting-every": _EVERY,
    "reporting-days": _EVERY,
    "reporting-by": {**_EVERY, "by": _YEARLY},
    "reporting-to": {**_EVERY, "to": _TEXTS},
    "reporting-from": _EVERY,
    "reporting-document": {"like": _PATTERN},
    "reporting-parts": {**_EVERY, "parts": _TEXTS},
}
"""The settings of each check that has any; one with `?` may be left out."""


def wrong_settings(pack: Pack, where: str) -> Iterator[Finding]:
    """An error for each setting of a rule that is missing, of another kind, or not known."""
    for rule in pack.rules:
        asked = SETTINGS.get(rule.check, {})
        known = {name.removesuffix("?"): kind for name, kind in asked.items()}
        for name, kind in known.items():
            if name in rule.settings and not kind.fits(rule.settings[name]):
                vi, en = (f"`with: {{{name}: …}}` phải là", f"`with: {{{name}: …}}` must be")
                yield _fault(rule, where, f"{vi} {kind.said.vi}.", f"{en} {kind.said.en}.")
            elif name not in rule.settings and name in asked:
                vi, en = f"thiếu `with: {{{name}: …}}`", f"`with: {{{name}: …}}` is missing"
                yield _fault(rule, where, f"{vi}: {kind.said.vi}.", f"{en}: {kind.said.en}.")
        for name in rule.settings.keys() - known.keys():
            vi, en = f"phép kiểm tra không dùng `{name}`.", f"its check has no use for `{name}`."
            yield _fault(rule, where, vi, en, did_you_mean(name, known))


def _fault(rule: RuleRecord, where: str, vi: str, en: str, hint: Message | None = None) -> Finding:
    return fault(
        "pack.setting",
        Place(where),
        Message(f"Quy tắc {rule.id} ({rule.check}): {vi}", f"Rule {rule.id} ({rule.check}): {en}"),
        hint or Message("Sửa `with` của quy tắc này.", "Correct the rule's `with`."),
    )
