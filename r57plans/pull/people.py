"""Edited people: who sits on the committee, who directs a task, by post and perhaps by name."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.model.document import Committee
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.words import tidy

_SEPARATOR = ", "


def set_person(editing: Editing, path: Path, new: str, language: Language) -> None:
    """Puts a person; `standing` and what else the file has of the place stays."""
    if not tidy(new):
        editing.drop(path)
        return
    raw = editing.raw(path)
    kept = {k: v for k, v in raw.items() if k != "name"} if isinstance(raw, dict) else {}
    editing.put_over(path, raw, kept | person_of(editing, new, language))


def person_of(editing: Editing, said: str, language: Language) -> dict[str, str]:
    """A post, with the name before or behind it: `Nguyễn Văn A, Bí thư Tỉnh ủy`.

    Raises UnfitError where no part of the words is a post.
    """
    words = tidy(said)
    parts = words.split(_SEPARATOR)
    cuts = [(parts[:n], parts[n:]) for n in range(len(parts))]
    for name, post in (*cuts, *((parts[n:], parts[:n]) for n in range(len(parts) - 1, 0, -1))):
        item = editing.bodies.read(_SEPARATOR.join(post), language).item
        if isinstance(item, dict) and "role" in item:
            return item | ({"name": _bare(_SEPARATOR.join(name))} if name else {})
    raise UnfitError(f"“{words}” không có chức danh đã biết.", f"“{words}” names no known post.")


def _bare(name: str) -> str:
    return name.removeprefix("đồng chí ").removeprefix("Đồng chí ")


def set_committee(editing: Editing, rest: list[str], new: str, language: Language) -> None:
    """Puts a person of the committee (`head`, `deputies/0`), or that person's name alone."""
    committee = editing.plan.committee
    if committee is None:
        raise KeyError("committee")
    named = rest[-1] == "name"
    path = _place(committee, rest[:-1] if named else rest)
    if not named:
        set_person(editing, path, new, language)
        return
    raw = editing.raw(path)
    kept = dict(raw) if isinstance(raw, dict) else {"role": raw}
    name = tidy(new)
    editing.put_over(path, raw, kept | {"name": name or None} if name or "name" in kept else kept)


def _place(committee: Committee, rest: list[str]) -> Path:
    if rest == ["head"]:
        return "committee", "head"
    key, number = rest
    people = {"deputies": committee.deputies, "members": committee.members}[key]
    if not number.isdecimal() or int(number) >= len(people):
        raise KeyError(number)
    return "committee", key, int(number)
