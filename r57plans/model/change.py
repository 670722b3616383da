"""What changed between two versions of a plan, as values: rule, severity, both values, places."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from r57plans.findings import NOWHERE, Language, Message, Place

Severity = Literal["major", "minor", "wording"]

SEVERITIES: tuple[Severity, ...] = ("major", "minor", "wording")
"""All severities, the gravest first."""

SEVERITY_WORDS: dict[Severity, Message] = {
    "major": Message("quan trọng", "major"),
    "minor": Message("thông thường", "minor"),
    "wording": Message("câu chữ", "wording"),
}
NOTHING = Message("", "")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in substance.

    `rule` is an id of `task_catalog/changes.yaml`, such as `task.deadline.later`. `task` and
    `target` are ids, "" where it is of neither; `field` is the plan file's name of what changed,
    such as `deadline` or `values/2030`. `old` and `new` are the values in words, empty for what
    was not there. `group` is the id of the group that the task stands in, "" outside of tasks.
    `subject` says in words what changed, such as a document; empty for the plan itself. `name` is
    the short name of a task or target.
    """

    rule: str
    severity: Severity
    field: str
    old: Message
    new: Message
    message: Message
    task: str = ""
    target: str = ""
    group: str = ""
    subject: Message = NOTHING
    name: Message = NOTHING
    old_place: Place = NOWHERE
    new_place: Place = NOWHERE

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits, the same as long as the change is: what, of what, old and new.

        Neither lines nor files nor the severity that an office gives it count.
        """
        said = (self.rule, self.task, self.target, self.field, self.old.vi, self.new.vi)
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]

    def as_dict(self, language: Language) -> dict[str, object]:
        """The change as machines read it (`diff --format json`)."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "task": self.task,
            "target": self.target,
            "field": self.field,
            "old": self.old.say(language),
            "new": self.new.say(language),
            "message": self.message.say(language),
            "fingerprint": self.fingerprint,
            "group": self.group,
            "old_place": self.old_place.fields(language),
            "new_place": self.new_place.fields(language),
        }
