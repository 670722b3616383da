"""Two deadlines beside each other: later, earlier, narrower, wider, or only in other words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from r57plans.diff.differing import readable
from r57plans.diff.spans import between, counted
from r57plans.diff.spot import Path, Spot
from r57plans.diff.teller import Teller
from r57plans.findings import Message
from r57plans.model.change import Change
from r57plans.model.deadline import Deadline, DeadlineKind, within_sentence
from r57plans.model.when import When

_ENDLESS = (DeadlineKind.FROM_ON, DeadlineKind.ONGOING, DeadlineKind.RECURRING)
_PARTNERS = {
    "later": "earlier",
    "widened": "narrowed",
    "dropped": "set",
    "opened": "closed",
}
_BACK = _PARTNERS | {after: before for before, after in _PARTNERS.items()}
FIELD = "deadline"


def deadline_changes(teller: Teller, spot: Spot, old: When, new: When) -> Iterator[Change]:
    """What changed in a task's deadline."""
    kind = kind_of(old.deadline, new.deadline)
    if kind:
        rule = teller.rule("task.deadline", kind)
        blanks = {"by": by(old.deadline, new.deadline)}
        yield from tell(teller, rule, spot, FIELD, old, new, (FIELD,), (FIELD,), blanks)
    elif old.english != new.english:
        was, will_be = (Message(w.english or "", w.english or "") for w in (old, new))
        rule = teller.rule("task.deadline", "english")
        blanks = {"subject": teller.subject(spot, "task.deadline")}
        yield from teller.tell(rule, spot, FIELD, was, will_be, old_path=(FIELD,),
                               new_path=(FIELD,), blanks=blanks)  # fmt: skip


def tell(
    teller: Teller, rule: str, spot: Spot, field: str, old: When, new: When, old_path: Path,
    new_path: Path, blanks: dict[str, Message],
) -> Iterator[Change]:  # fmt: skip
    """A change between deadlines, which stand in the sentence as within any sentence."""
    was, will_be = (Message(w.say("vi"), w.say("en")) for w in (old, new))
    inside = {
        name: Message(*map(within_sentence, said))
        for name, said in zip(("old", "new"), readable(was, will_be), strict=True)
        if said.vi
    }
    yield from teller.tell(rule, spot, field, was, will_be, old_path=old_path, new_path=new_path,
                           blanks=inside | blanks)  # fmt: skip


def kind_of(old: Deadline, new: Deadline) -> str | None:
    """Which kind of change it is; None where the words are the same."""
    if old.wording == new.wording:
        return None
    if old.meaning == new.meaning or _same_days(old, new):
        return "reworded"
    return _kind(old, new) or _BACK.get(_kind(new, old) or "") or _other(old, new)


def by(old: Deadline, new: Deadline) -> Message:
    """By how much the end moves, with a blank before it; empty where that cannot be said."""
    first, second = _ends(old, new)
    if _from_one_day(old, new):
        said = counted(abs(new.number - old.number), "working-day")
    elif first is None or second is None or first == second:
        return Message("", "")
    else:
        said = between(old, new, first, second)
    return Message(f" {said.vi}", f" {said.en}")


def _from_one_day(old: Deadline, new: Deadline) -> bool:
    """Whether both count working days from the same event, whose day is not known."""
    kinds = {old.kind, new.kind}
    return kinds == {DeadlineKind.WORKING_DAYS} and old.text == new.text and not old.last


def _same_days(old: Deadline, new: Deadline) -> bool:
    one, other = ((d.first, d.last, d.every, d.text, d.note) for d in (old, new))
    return old.last is not None and one == other


def _kind(old: Deadline, new: Deadline) -> str | None:
    """One of `later`, `widened`, `dropped` and `opened`; their partners are found in reverse."""
    if new.kind is DeadlineKind.NONE:
        return "dropped"
    if DeadlineKind.UNKNOWN in (old.kind, new.kind) or old.kind is DeadlineKind.NONE:
        return None
    if old.last and new.last is None and new.kind in _ENDLESS:
        return "opened"
    if _from_one_day(old, new):
        return "later" if new.number > old.number else None
    was, will_be = _ends(old, new)
    if was is None or will_be is None:
        return None
    if was != will_be:
        return "later" if will_be > was else None
    return "widened" if _start(new) < _start(old) else None


def _ends(old: Deadline, new: Deadline) -> tuple[date | None, date | None]:
    """The last days of both; where both only begin, the first days."""
    if old.kind is new.kind is DeadlineKind.FROM_ON:
        return old.first, new.first
    return old.last, new.last


def _start(deadline: Deadline) -> date:
    return deadline.first or date.min


def _other(old: Deadline, new: Deadline) -> str:
    """Neither is later: the rhythm or the reach changed, else nothing is clear."""
    no_end = old.kind in _ENDLESS and new.kind in _ENDLESS
    same_end = old.last is not None and old.last == new.last
    return "rhythm" if no_end or same_end else "unclear"
