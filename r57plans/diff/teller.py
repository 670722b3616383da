"""Makes changes from what differs: the rule's severity and words, the values, both places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.diff.differing import arrow, excerpts, in_line, readable
from r57plans.diff.spot import PLAN, Path, Spot
from r57plans.diff.version import Version
from r57plans.findings import NOWHERE, Language, Message, Place
from r57plans.model.change import NOTHING, Change
from r57plans.model.change_rule import ChangeRule, ChangeSeverity

NONE = Message("không có", "none")
_FOR_ANY = {"english": "text", "spelling": "text", "written": "text", "order": "text",
            "succeeded": "body", "reverted": "body", "renamed": "body"}  # fmt: skip


class Teller:
    """Both versions, and the rules by which what differs is told."""

    def __init__(
        self,
        old: Version,
        new: Version,
        rules: Mapping[str, ChangeRule],
        severities: Mapping[str, ChangeSeverity],
    ) -> None:
        self.old, self.new = old, new
        self._rules, self._severities = rules, severities
        self._parts = {
            rule.id.rpartition(".")[0]: rule.part for rule in rules.values() if rule.part
        }

    def rule(self, family: str, kind: str) -> str:
        """The id of a rule of a family; where it has none of that kind, `….changed`."""
        own, shared = f"{family}.{kind}", f"{_FOR_ANY.get(kind, family)}.{kind}"
        return next((id for id in (own, shared) if id in self._rules), f"{family}.changed")

    def subject(self, spot: Spot, family: str) -> Message:
        """What changed in a sentence for any part: `Nhiệm vụ 3.5.2, sản phẩm`."""
        part = self._parts[family]
        return Message(f"{spot.subject.vi}, {part.vi}", f"{spot.subject.en}, {part.say('en')}")

    def tell(
        self,
        rule: str,
        spot: Spot,
        field: str,
        old: Message,
        new: Message,
        *,
        old_path: Path = (),
        new_path: Path = (),
        blanks: Mapping[str, Message] | None = None,
    ) -> Iterator[Change]:
        """The change, unless the office has turned its rule off; paths are within the spot."""
        record = self._rules[rule]
        severity = self._severities.get(rule, record.severity)
        if severity == "off":
            return
        said = self._blanks(spot, old, new) | dict(blanks or {})
        yield Change(
            rule=rule,
            severity=severity,
            field=f"{spot.prefix}{field}",
            old=old,
            new=new,
            message=_filled(record.message.message, said),
            task=spot.task,
            target=spot.target,
            group=spot.group,
            name=spot.name,
            subject=NOTHING if spot.subject is PLAN else spot.subject,
            old_place=_place(self.old, spot.old, old_path),
            new_place=_place(self.new, spot.new, new_path),
        )

    def _blanks(self, spot: Spot, old: Message, new: Message) -> dict[str, Message]:
        was, will_be = readable(in_line(_or_none(old)), in_line(_or_none(new)))
        before, after = excerpts(was, will_be)
        whole = {"old": before, "new": after}
        return {**spot.blanks, **whole, "difference": arrow(before, after)}


def _or_none(said: Message) -> Message:
    return said if said.vi else NONE


def _place(version: Version, of: Path | None, path: Path) -> Place:
    return NOWHERE if of is None else version.plan.place(*of, *path)


def _filled(message: Message, words: Mapping[str, Message]) -> Message:
    def fill(language: Language) -> str:
        given = {name: said.say(language) for name, said in words.items()}
        return message.say(language).format_map(given)

    return Message(fill("vi"), fill("en"))
