"""Makes changes from what differs: the rule's severity and words, the values, both places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.diff.differing import excerpts, readable
from r57plans.diff.spot import Path, Spot
from r57plans.diff.version import Version
from r57plans.findings import NOWHERE, Language, Message, Place
from r57plans.language import small_first
from r57plans.model.base import Text
from r57plans.model.change import Change
from r57plans.model.change_rule import ChangeRule, ChangeSeverity

NONE = Message("không có", "none")
_TEXT = Text(vi="Nội dung", en="Text")  # the column's head is the task itself
_FOR_ANY = {"english": "text", "spelling": "text", "written": "text", "succeeded": "body",
            "reverted": "body", "renamed": "body"}  # fmt: skip


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

    def rule(self, family: str, kind: str) -> str:
        """The id of a rule of a family; where it has none of that kind, `….changed`."""
        own, shared = f"{family}.{kind}", f"{_FOR_ANY.get(kind, family)}.{kind}"
        return next((id for id in (own, shared) if id in self._rules), f"{family}.changed")

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
        said = self._blanks(spot, field, old, new) | dict(blanks or {})
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
            old_place=_place(self.old, spot.old, old_path),
            new_place=_place(self.new, spot.new, new_path),
        )

    def _blanks(self, spot: Spot, field: str, old: Message, new: Message) -> dict[str, Message]:
        was, will_be = readable(_or_none(old), _or_none(new))
        before, after = excerpts(was, will_be)
        whole = {"subject": self._subject(spot, field), "old": before, "new": after}
        arrow = Message(f"{before.vi} → {after.vi}", f"{before.en} → {after.en}")
        return {**spot.blanks, **whole, "difference": arrow}

    def _subject(self, spot: Spot, field: str) -> Message:
        """A field of what the spot is of, as a table heads it; by its key where none does."""
        columns = self.new.case.registers.terms.columns
        title = columns.get(field.partition("/")[0]) if field != "text" else _TEXT
        label = title.message if title else Message(f"mục `{field}`", f"`{field}`")
        return Message(*(f"{of}, {small_first(said)}" for of, said in zip(
            spot.subject, label, strict=True)))  # fmt: skip


def _or_none(said: Message) -> Message:
    return said if said.vi else NONE


def _place(version: Version, of: Path | None, path: Path) -> Place:
    return NOWHERE if of is None else version.plan.place(*of, *path)


def _filled(message: Message, words: Mapping[str, Message]) -> Message:
    def fill(language: Language) -> str:
        given = {name: said.say(language) for name, said in words.items()}
        return message.say(language).format_map(given)

    return Message(fill("vi"), fill("en"))
