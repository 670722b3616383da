"""Accepted proposals, written into a plan file; what stays there stays as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.load import check_plan
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.fields import index_of, write_change
from r57plans.pull.tasks import new_task, note, remove


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that was not written, and why."""

    proposal: Proposal
    why: Message

    @property
    def finding(self) -> Finding:
        """The refusal as a finding."""
        name = self.proposal.id
        return Finding(
            "pull.refused",
            "error",
            Message(f"{name}: {self.why.vi}", f"{name}: {self.why.en}"),
            Message("Sửa trong tệp kế hoạch.", "Edit the plan file."),
        )


@dataclass(frozen=True, slots=True)
class Applied:
    """The new text of a plan file, what to look at again, and what was not written."""

    text: str
    findings: tuple[Finding, ...] = ()
    refused: tuple[Refusal, ...] = ()


def apply(text: str, plan: Plan, accepted: Sequence[Proposal]) -> Applied:
    """The plan file's text with the accepted proposals in it; it still loads.

    `plan` is what the text was loaded as. What would make it a plan that does not load, or has no
    place in a plan, is refused with the reason; all else is written.
    """
    if not accepted:
        return Applied(text)
    done = _written(text, plan, accepted)
    if done.refused:  # again without them, so that none is left half written
        out = {id(refusal.proposal) for refusal in done.refused}
        again = apply(text, plan, [each for each in accepted if id(each) not in out])
        return replace(again, refused=(*done.refused, *again.refused))
    why = _fault(done.text) if done.text != text else None
    if why is None:
        return done
    if len(accepted) == 1:
        return Applied(text, refused=(Refusal(accepted[0], why),))
    return _in_halves(text, plan, accepted)


def _in_halves(text: str, plan: Plan, accepted: Sequence[Proposal]) -> Applied:
    """Finds what does not fit; the second half is written into what the first gave."""
    middle = len(accepted) // 2
    first = apply(text, plan, accepted[:middle])
    loaded, _ = check_plan(first.text.encode())
    assert loaded is not None, "a text that was applied loads"
    second = apply(first.text, loaded, accepted[middle:])
    findings = dict.fromkeys((*first.findings, *second.findings))
    return Applied(second.text, tuple(findings), (*first.refused, *second.refused))


def _fault(text: str) -> Message | None:
    """Why a plan does not load; None where it does."""
    _, report = check_plan(text.encode())
    return report.errors[0].message if report.errors else None


def _written(text: str, plan: Plan, accepted: Sequence[Proposal]) -> Applied:
    """All proposals written at once: values first, then what moves the places in lists."""
    writing = _Writing(Editing(text, plan))
    refused: list[Refusal] = []
    for proposal in accepted:
        try:
            writing.take(proposal)
        except UnfitError as unfit:
            refused.append(Refusal(proposal, unfit.why))
        except KeyError:
            refused.append(Refusal(proposal, _GONE))
    writing.move()
    editing = writing.editing
    return Applied(editing.file.text(), tuple(dict.fromkeys(editing.findings)), tuple(refused))


class _Writing:
    """Proposals on their way into a file; what moves places waits until all else is written."""

    def __init__(self, editing: Editing) -> None:
        self.editing = editing
        self._notes: dict[str, str] = {}
        self._goes: set[tuple[Path, int]] = set()
        self._comes: list[tuple[int, dict[str, Any]]] = []

    def take(self, proposal: Proposal) -> None:
        """Writes a proposal, or keeps it for later; raises where it has no place."""
        name = proposal.task or proposal.target
        if proposal.kind == "change":
            write_change(self.editing, proposal)
        elif proposal.kind == "note":
            self._notes[name] = note(self.editing, proposal, self._notes.get(name, ""))
        elif proposal.kind == "remove":
            self._goes.add(self._going(proposal))
        elif proposal.kind == "add":
            self._comes.append(new_task(self.editing, proposal, len(self._comes)))
        else:
            raise UnfitError(
                "Chữ này do mẫu in ra; không mục nào của kế hoạch giữ nó.",
                "The template prints these words; no field of the plan holds them.",
            )

    def _going(self, proposal: Proposal) -> tuple[Path, int]:
        """The list that an item goes out of, and its index; what names it is put right at once."""
        plan = self.editing.plan
        head, *rest = proposal.path.split("/")
        if head in ("task", "target"):
            remove(self.editing, head, rest[0])
            return (f"{head}s",), index_of(getattr(plan, f"{head}s"), rest[0])
        if head == "initiative":
            return ("initiatives",), index_of(plan.initiatives, rest[0])
        if head == "group" and len(rest) == 3:
            return ("groups", index_of(plan.groups, rest[0]), "prose"), int(rest[2])
        if not (rest and rest[-1].isdigit() and self.editing.raw((head,))):
            raise KeyError(proposal.path)
        return (head, *rest[:-1]), int(rest[-1])

    def move(self) -> None:
        """Takes items out and puts tasks in, from the end of each list on: places before hold."""
        steps: list[tuple[Path, int, int, dict[str, Any] | None]] = [
            (path, index, len(self._comes), None) for path, index in self._goes
        ]
        steps += [(("tasks",), place, n, data) for n, (place, data) in enumerate(self._comes)]
        left = {path: self._length(path) for path, *_ in steps}
        for path, index, _, data in sorted(steps, key=lambda step: step[:3], reverse=True):
            if data and left[path]:
                self.editing.file.insert((*path, index), data)
            elif data:
                self.editing.file.set(path, [data])
            else:
                self.editing.file.remove((*path, index) if left[path] > 1 else path)
            left[path] += 1 if data else -1

    def _length(self, path: Path) -> int:
        raw = self.editing.raw(path)
        return len(raw) if isinstance(raw, list) else int(raw is not None)


_GONE = Message("Kế hoạch nay không còn mục này.", "The plan no longer has this.")
