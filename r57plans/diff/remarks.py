"""Comments for a redline: beside each major change, the rule that calls it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from r57plans.findings import Language
from r57plans.model.change import SEVERITY_WORDS, Change, Severity
from r57plans.view.printed import anchor_of, control_tag
from r57plans.word.redline.remarks import Remark

_LISTS = ("leads", "supports", "requested", "products", "parts", "each", "monitor", "supplier")
_DEEPER = {"milestones": "milestones/0/deadline"}


def remarks_of(
    changes: Iterable[Change], language: Language = "vi", severities: tuple[Severity, ...] = (
        "major",)
) -> tuple[Remark, ...]:  # fmt: skip
    """A comment for each change of these severities: what changed, then the rule's id.

    It stands beside the value in the first bookmark of the task or target, in the row where the
    value is not printed, and at the document's beginning for what is of neither.
    """
    changes = tuple(changes)
    ids = {c.task: c.new.vi for c in changes if c.rule == "task.renumbered"}
    return tuple(_remarks(changes, ids, language, severities))


def _remarks(
    changes: tuple[Change, ...], ids: dict[str, str], language: Language,
    severities: tuple[Severity, ...],
) -> Iterator[Remark]:  # fmt: skip
    for change in changes:
        if change.severity in severities:
            said = change.message.say(language)
            rule = f"{change.rule} ({SEVERITY_WORDS[change.severity].say(language)})"
            place, name = _subject(change, ids)
            bookmark = anchor_of(place, name) if name else ""
            yield Remark((said, rule), tag=_tag(change, name), bookmark=bookmark)


def _subject(change: Change, ids: dict[str, str]) -> tuple[str, str]:
    """Where the row of a change is bookmarked, and the id that it has in the new version."""
    if change.task:
        return "tasks", ids.get(change.task, change.task)
    return "targets", change.target


def _tag(change: Change, name: str) -> str:
    """The tag of the control that holds what changed; that of the whole row's text for a row."""
    if change.task:
        field = change.field or "text"
        return control_tag(f"task/{name}/{_printed(field)}")
    if change.target:
        return control_tag(f"target/{name}/{_printed(change.field or 'name')}")
    return control_tag(_printed(change.field)) if change.field else ""


def _printed(field: str) -> str:
    """The path at which the first value of a field is printed."""
    return f"{field}/0" if field in _LISTS else _DEEPER.get(field, field)
