"""New rows, deleted rows and comments: tasks that come, tasks and targets that go, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.model.base import DocumentDate
from r57plans.model.proposal import Proposal
from r57plans.model.task import Task
from r57plans.pull.deadlines import vietnamese_deadline
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.fields import index_of
from r57plans.pull.words import folded, tidy
from r57plans.view.groups import group_id

_LOCAL = re.compile(r"local-(\d+)")
_ACTORS = ("leads", "supports", "requested")


def free_id(tasks: Iterable[Task]) -> str:
    """The first id `local-n` after all that the plan has."""
    taken = [int(found[1]) for task in tasks if (found := _LOCAL.fullmatch(task.id))]
    return f"local-{max(taken, default=0) + 1}"


def new_task(editing: Editing, proposal: Proposal, before: int) -> tuple[int, dict[str, Any]]:
    """The index in the plan's list at which a new row's task comes, and the task.

    So many tasks came `before` it and have taken the first free ids.
    """
    first = int(free_id(editing.plan.tasks).removeprefix("local-"))
    return _place(editing, proposal), _task(editing, proposal, f"local-{first + before}")


def _place(editing: Editing, proposal: Proposal) -> int:
    """Below the task above it; else at the head of its group, or at the end."""
    tasks = editing.plan.tasks
    for index, task in enumerate(tasks):
        if task.id == proposal.after:
            return index + 1
    of_group = [n for n, task in enumerate(tasks) if group_id(task) == proposal.group]
    if proposal.after and of_group:
        return of_group[-1] + 1
    return of_group[0] if of_group and proposal.group else len(tasks)


def _task(editing: Editing, proposal: Proposal, name: str) -> dict[str, Any]:
    row, language = dict(proposal.row), proposal.language
    group = proposal.group or _group_of(editing, proposal.after)
    data: dict[str, Any] = {"id": name} | ({"group": group} if group else {})
    for key in ("title", "text"):
        if words := tidy(" ".join(row.get(key, ()))):
            data[key] = _words(editing, words, language, name)
    if "text" not in data and "title" not in data:
        raise UnfitError("Dòng mới chưa có nội dung.", "The new row says nothing to be done.")
    for key in _ACTORS:
        if items := [_body(editing, text, language) for text in row.get(key, ()) if tidy(text)]:
            data[key] = items
    if products := [_words(editing, tidy(t), language, name) for t in row.get("products", ())]:
        data["products"] = [p if isinstance(p, dict) else {"vi": p} for p in products if p]
    if when := tidy(" ".join(row.get("deadline", ()))):
        data["deadline"] = when if language == "vi" else _english_deadline(editing, when, name)
    for key in ("parts", "each"):
        if texts := [_words(editing, tidy(t), language, name) for t in row.get(key, ()) if t]:
            data[key] = texts
    return data


def _group_of(editing: Editing, task: str) -> str:
    found = next((each for each in editing.plan.tasks if each.id == task), None)
    return (group_id(found) or "") if found else ""


def _body(editing: Editing, text: str, language: Language) -> object:
    return editing.body(text, language, "tasks")


def _words(editing: Editing, text: str, language: Language, name: str) -> object:
    if language == "vi" or not text:
        return text
    message = Message(
        f"{name}: “{text}” chỉ có tiếng Anh; cần viết tiếng Việt.",
        f"{name}: “{text}” is in English only; the Vietnamese is still to be written.",
    )
    editing.say("pull.no-vietnamese", "warning", message, _BOTH, "tasks")
    return {"vi": text, "en": text}


def _english_deadline(editing: Editing, when: str, name: str) -> object:
    found = vietnamese_deadline(when)
    return found or _words(editing, when, "en", name)


def remove(editing: Editing, kind: str, name: str) -> None:
    """Takes a task or a target out, and what names it elsewhere in the plan."""
    plan, file = editing.plan, editing.file
    if kind == "task":
        index = index_of(plan.tasks, name)
        for n, initiative in enumerate(plan.initiatives):
            _forget(editing, ("initiatives", n, "tasks"), initiative.tasks, name)
        for n, task in enumerate(plan.tasks):
            _forget(editing, ("tasks", n, "after"), task.after, name)
        for n in reversed(range(len(plan.waive))):
            if plan.waive[n].task == name:
                file.remove(("waive", n))
        message = Message(f"Đã bỏ nhiệm vụ {name}.", f"Task {name} was taken out.")
    else:
        index = index_of(plan.targets, name)
        for n, task in enumerate(plan.tasks):
            _forget(editing, ("tasks", n, "targets"), task.targets, name)
        message = Message(f"Đã bỏ chỉ tiêu {name}.", f"Target {name} was taken out.")
    hint = Message(
        "Nếu chủ ý không đưa vào kế hoạch, ghi ở mục omitted kèm lý do.",
        "Where it is left out on purpose, put it under omitted with the reason.",
    )
    editing.say(f"pull.{kind}-removed", "note", message, hint, f"{kind}s", index)


def _forget(editing: Editing, path: Path, names: tuple[str, ...], name: str) -> None:
    if name in names:
        raw = editing.raw(path)
        items = raw if isinstance(raw, list) else [raw]
        editing.set_list(path, [item for item in items if item != name])


def note(editing: Editing, proposal: Proposal, earlier: str) -> str:
    """Puts a comment behind a task's or target's note; gives the note as it is now."""
    kind, name = ("tasks", proposal.task) if proposal.task else ("targets", proposal.target)
    records: tuple[Any, ...] = getattr(editing.plan, kind)
    index = index_of(records, name)
    path: Path = (kind, index, "note")
    own = records[index].note
    said = " ".join(filter(None, map(tidy, proposal.new)))
    before = earlier or (own.vi if own else "")
    if folded(said) in folded(before):
        return before
    whole = f"{before.rstrip()} {_signed(proposal)}{said}".strip()
    where = (*path, "vi") if isinstance(editing.raw(path), dict) else path
    editing.file.set(where, whole)
    return whole


def _signed(proposal: Proposal) -> str:
    """Who says it, and when: `[Lê Văn B, 02/4/2025] `; "" where Word does not know."""
    source = proposal.source
    try:
        day = date_short(DocumentDate.parse(source.date[:10]).last, "vi") if source.date else ""
    except ValueError:
        day = ""
    who = ", ".join(part for part in (tidy(source.author), day) if part)
    return f"[{who}] " if who else ""


_BOTH = Message("Viết {vi: …, en: …}.", "Write {vi: …, en: …}.")
