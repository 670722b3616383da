"""Accepted proposals, written into a plan file; what stays there stays as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from r57plans.findings import Finding, Message
from r57plans.load import check_plan
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.fields import write_change
from r57plans.pull.lists import list_of, new_paragraph
from r57plans.pull.paragraphs import index_of
from r57plans.pull.tasks import forget, new_target, new_task, note, say_removed
from r57plans.pull.written import new_record


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
    loaded, _ = check_plan(first.text.encode(), plan.place().file)
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
        except (KeyError, IndexError, ValueError):
            refused.append(Refusal(proposal, _GONE))
    writing.move()
    editing = writing.editing
    return Applied(editing.file.text(), tuple(dict.fromkeys(editing.findings)), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Step:
    """An item that goes out of a list (`item` None), or comes in at a place of the old list."""

    path: Path
    index: int
    order: int
    item: object = None


class _Writing:
    """Proposals on their way into a file; what moves places waits until all else is written."""

    def __init__(self, editing: Editing) -> None:
        self.editing = editing
        self._notes: dict[str, str] = {}
        self._steps: list[_Step] = []
        self._new: Counter[str] = Counter()
        self._gone: dict[str, set[str]] = {}

    def take(self, proposal: Proposal) -> None:
        """Writes a proposal, or keeps it for later; raises where it has no place."""
        name = proposal.task or proposal.target
        if proposal.kind == "change":
            write_change(self.editing, proposal)
        elif proposal.kind == "note" and name:
            self._notes[name] = note(self.editing, proposal, self._notes.get(name, ""))
        elif proposal.kind == "remove":
            self._remove(proposal)
        elif proposal.kind == "add":
            self._add(proposal)
        else:
            raise UnfitError(
                "Không mục nào của kế hoạch giữ chữ này.", "No field of the plan holds these words."
            )

    def _add(self, proposal: Proposal) -> None:
        head = proposal.path.partition("/")[0]
        if proposal.form == "written":
            path, place, made = new_record(self.editing, proposal)
            step = _Step(path, place, len(self._steps), made)
        elif head in ("task", "target", ""):
            make = new_target if head == "target" else new_task
            place, record = make(self.editing, proposal, self._new[head])
            self._new[head] += 1
            path = ("targets",) if head == "target" else ("tasks",)
            step = _Step(path, place, len(self._steps), record)
        else:
            path, place, text = new_paragraph(self.editing, proposal)
            step = _Step(path, place, len(self._steps), text)
        self._steps.append(step)

    def _remove(self, proposal: Proposal) -> None:
        plan = self.editing.plan
        head, *rest = proposal.path.split("/")
        if head in ("task", "target") and len(rest) == 1:
            path: Path = (f"{head}s",)
            index = say_removed(self.editing, head, rest[0])
            self._gone.setdefault(head, set()).add(rest[0])
        elif head == "initiative":
            path, index = ("initiatives",), index_of(plan.initiatives, rest[0])
        elif rest and rest[-1].isdecimal():
            path, index = list_of(self.editing, "/".join((head, *rest[:-1]))), int(rest[-1])
        else:
            write_change(self.editing, replace(proposal, kind="change", new=()))
            return
        if index >= self.editing.length(path):
            raise KeyError(proposal.path)
        step = _Step(path, index, _LAST)
        if step not in self._steps:
            self._steps.append(step)

    def move(self) -> None:
        """Takes items out and puts others in, from the end of each list on: places before hold."""
        forget(self.editing, self._gone.get("task", ()), self._gone.get("target", ()))
        left = {step.path: self.editing.length(step.path) for step in self._steps}
        file = self.editing.file
        ordered = sorted(self._steps, key=lambda step: (step.path, step.index, step.order))
        for step in reversed(ordered):
            if step.item is None:
                file.remove((*step.path, step.index) if left[step.path] > 1 else step.path)
            elif left[step.path]:
                self._insert(step)
            else:
                self.editing.take_over(step.path, [step.item])
            left[step.path] += -1 if step.item is None else 1

    def _insert(self, step: _Step) -> None:
        raw = self.editing.raw(step.path)
        if isinstance(raw, str):
            self.editing.file.set(step.path, [raw])
        self.editing.file.insert((*step.path, step.index), step.item)


_LAST = 1_000_000
_GONE = Message("Kế hoạch nay không còn mục này.", "The plan no longer has this.")
