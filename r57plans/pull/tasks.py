"""New rows, deleted rows and comments: tasks that come, tasks and targets that go, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.model.base import DocumentDate
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal
from r57plans.model.proposal_words import field_words
from r57plans.model.target import Target
from r57plans.model.task import Task
from r57plans.pull.deadlines import vietnamese_deadline
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.paragraphs import index_of
from r57plans.pull.values import new_baseline, new_value
from r57plans.pull.words import folded, tidy
from r57plans.view.groups import group_id

_LOCAL = re.compile(r"local-(\d+)")
_ACTORS = ("leads", "supports", "requested")


def free_id(records: Iterable[Task | Target], before: int = 0) -> str:
    """The first id `local-n` after all that the plan has and so many new ones."""
    taken = [int(found[1]) for each in records if (found := _LOCAL.fullmatch(each.id))]
    return f"local-{max(taken, default=0) + 1 + before}"


def new_task(editing: Editing, proposal: Proposal, before: int) -> tuple[int, dict[str, Any]]:
    """The index in the plan's list at which a new row's task comes, and the task.

    So many came `before` it and have taken the first free ids.
    """
    tasks = editing.plan.tasks
    name = free_id(tasks, before)
    return _place(tasks, proposal, group_id), _task(editing, proposal, name)


def new_target(editing: Editing, proposal: Proposal, before: int) -> tuple[int, dict[str, Any]]:
    """As `new_task`, for a row of the table of targets."""
    targets = editing.plan.targets
    row, language = dict(proposal.row), proposal.language
    words = tidy(" ".join(row.get("name", ())))
    if not words:
        raise UnfitError("Dòng mới chưa có tên chỉ tiêu.", "The new row names no target.")
    data: dict[str, Any] = {"id": free_id(targets, before)}
    data["name"] = editing.new_text(words, language, "targets")
    if unit := tidy(" ".join(row.get("unit", ()))):
        data["unit"] = unit if language == "vi" else {"vi": unit, "en": unit}
    values = [
        new_value(text, int(year) if year.isdigit() else None, unit, language)
        for key, texts in row.items()
        if key.startswith("values/")
        for year in (key.split("/")[1],)
        for text in texts
        if tidy(text)
    ]
    if base := tidy(" ".join(row.get("baseline", ()))):
        data["baseline"] = new_baseline(base, unit, language)
    if values:
        data["values"] = values
    for key in ("monitor", "supplier"):
        if items := _bodies(editing, row.get(key, ()), language):
            data[key] = items
    _say_left(editing, proposal, {*data, "values"}, "targets")
    return _place(targets, proposal, lambda target: ""), data


def _place(
    records: Sequence[Any], proposal: Proposal, group_of: Callable[[Any], str | None]
) -> int:
    """Below the row above it; else at the head of its group, or at the end."""
    for index, record in enumerate(records):
        if record.id == proposal.after:
            return index + 1
    of_group = [n for n, each in enumerate(records) if group_of(each) == proposal.group]
    if proposal.after and of_group:
        return of_group[-1] + 1
    return of_group[0] if of_group and proposal.group else len(records)


def _task(editing: Editing, proposal: Proposal, name: str) -> dict[str, Any]:
    row, language = dict(proposal.row), proposal.language
    group = proposal.group or _group_of(editing, proposal.after)
    data: dict[str, Any] = {"id": name} | ({"group": group} if group else {})
    for key in ("title", "text"):
        if words := tidy(" ".join(row.get(key, ()))):
            data[key] = editing.new_text(words, language, "tasks")
    if "text" not in data and "title" not in data:
        raise UnfitError("Dòng mới chưa có nội dung.", "The new row says nothing to be done.")
    for key in _ACTORS:
        if items := _bodies(editing, row.get(key, ()), language):
            data[key] = items
    said = [tidy(text) for text in row.get("products", ()) if tidy(text)]
    if said:
        data["products"] = [_product(editing, text, language) for text in said]
    if when := tidy(" ".join(row.get("deadline", ()))):
        found = vietnamese_deadline(when) if language == "en" else when
        data["deadline"] = found or editing.new_text(when, language, "tasks")
    for key in ("parts", "each"):
        texts = [tidy(text) for text in row.get(key, ()) if tidy(text)]
        if texts:
            data[key] = [editing.new_text(text, language, "tasks") for text in texts]
    if funding := tidy(" ".join(row.get("funding", ()))):
        data["funding"] = editing.new_text(funding, language, "tasks")
    _say_left(editing, proposal, data, "tasks")
    return data


def _say_left(editing: Editing, proposal: Proposal, keys: Collection[str], path: str) -> None:
    """Tells what stands in other columns of a new row, which nobody reads back."""
    for key, texts in proposal.row:
        said = tidy(" ".join(texts))
        if said and key.partition("/")[0] not in keys:
            named = field_words(key)
            message = Message(
                f"Dòng mới: {named.vi or key} “{said}” chưa được đưa vào kế hoạch.",
                f"New row: {named.en or key} “{said}” was not put into the plan.",
            )
            editing.say("pull.row-in-part", "warning", message, _BY_HAND, path)


def _product(editing: Editing, text: str, language: Language) -> dict[str, str]:
    made = editing.new_text(text, language, "tasks")
    return {"vi": made} if isinstance(made, str) else made


def _bodies(editing: Editing, names: Iterable[str], language: Language) -> list[object]:
    return [editing.body(text, language, "tasks") for text in names if tidy(text)]


def _group_of(editing: Editing, task: str) -> str:
    found = next((each for each in editing.plan.tasks if each.id == task), None)
    return (group_id(found) or "") if found else ""


def say_removed(editing: Editing, kind: str, name: str) -> int:
    """Tells that a task or target goes; gives its place in the plan's list."""
    records: tuple[Any, ...] = getattr(editing.plan, f"{kind}s")
    index = index_of(records, name)
    vi, en = ("nhiệm vụ", "Task") if kind == "task" else ("chỉ tiêu", "Target")
    message = Message(f"Đã bỏ {vi} {name}.", f"{en} {name} was taken out.")
    hint = Message(
        "Nếu chủ ý không đưa vào kế hoạch, ghi ở mục omitted kèm lý do.",
        "Where it is left out on purpose, put it under omitted with the reason.",
    )
    editing.say(f"pull.{kind}-removed", "note", message, hint, f"{kind}s", index)
    return index


def forget(editing: Editing, tasks: Collection[str], targets: Collection[str]) -> None:
    """Takes the names of tasks and targets that go out of what else in the plan names them."""
    plan = editing.plan
    for n, initiative in enumerate(plan.initiatives):
        _forget(editing, ("initiatives", n, "tasks"), initiative.tasks, tasks)
    for n, task in enumerate(plan.tasks):
        if task.id not in tasks:
            _forget(editing, ("tasks", n, "after"), task.after, tasks)
            _forget(editing, ("tasks", n, "targets"), task.targets, targets)
    of_tasks = [n for n, waiver in enumerate(plan.waive) if waiver.task in tasks]
    for n in reversed(of_tasks):
        editing.file.remove(("waive", n))


def _forget(editing: Editing, path: Path, names: tuple[str, ...], gone: Collection[str]) -> None:
    if gone and not set(gone).isdisjoint(names):
        raw = editing.raw(path)
        items = raw if isinstance(raw, list) else [raw]
        editing.set_list(path, [item for item in items if item not in gone])


def note(editing: Editing, proposal: Proposal, earlier: str) -> str:
    """Puts a comment behind a task's or target's note; gives the note as it is now."""
    kind, name = ("tasks", proposal.task) if proposal.task else ("targets", proposal.target)
    records: tuple[Any, ...] = getattr(editing.plan, kind)
    index = index_of(records, name)
    path: Path = (kind, index, "note")
    own = records[index].note
    said = _comment(proposal)
    before = earlier or (own.vi if own else "")
    if _holds(before, said):
        return before
    whole = f"{before.rstrip()} {said}".strip()
    where = (*path, "vi") if isinstance(editing.raw(path), dict) else path
    editing.file.set(where, whole)
    return whole


def is_noted(plan: Plan, proposal: Proposal) -> bool:
    """Whether a comment stands in the note of its task or target."""
    records = plan.tasks if proposal.task else plan.targets
    name = proposal.task or proposal.target
    notes = (each.note for each in records if each.id == name)
    return any(_holds(note.vi, _comment(proposal)) for note in notes if note)


def _holds(note: str, said: str) -> bool:
    return folded(said) in folded(note)


def _comment(proposal: Proposal) -> str:
    """A comment as the note has it, behind who made it and when."""
    return _signed(proposal) + " ".join(filter(None, map(tidy, proposal.new)))


def _signed(proposal: Proposal) -> str:
    """Who says it, and when: `[Lê Văn B, 02/4/2025] `; "" where Word does not know."""
    source = proposal.source
    try:
        day = date_short(DocumentDate.parse(source.date[:10]).last, "vi") if source.date else ""
    except ValueError:
        day = ""
    who = ", ".join(part for part in (tidy(source.author), day) if part)
    return f"[{who}] " if who else ""


_BY_HAND = Message("Ghi thêm trong tệp kế hoạch.", "Add it in the plan file.")
