"""Proposals in the plan file's own words: a value by its key, such as a workbook has them.

Paths are those of printed values where both have the field: `task/1.1.1/deadline`. A text has a
path for each language (`task/1.1.1/text/vi`); a list is one value, written as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal, Source
from r57plans.pull.editing import Editing, Path
from r57plans.pull.paragraphs import index_of

Data = dict[str, Any]
Pairs = Mapping[str, str]
_RECORDS = (("task", "tasks"), ("target", "targets"))
_BY_ID = frozenset(
    {"leads", "supports", "requested", "monitor", "supplier", "bodies", "from", "to", "issuer"}
)
_NOT_SAID = ("format", "english")
WHOLE = frozenset({"year", "from", "draft_no", "width"})
SWITCHES = frozenset({"standing", "enabling", "draft"})
"""Keys of which the values are whole numbers, and those that are switches."""


def pairs_of(plan: Plan) -> dict[str, str]:
    """Every value of a plan by its path, as text."""
    found: dict[str, str] = {}
    for key, value in plan.data.items():
        head = next((one for one, many in _RECORDS if many == key), "")
        if head:
            for record in value:
                found |= dict(_pairs(record, f"{head}/{record['id']}"))
        elif key not in _NOT_SAID:
            found |= dict(_pairs(value, key))
    return found


def _pairs(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _pairs(inner, f"{path}/{key}")
    else:
        yield path, _said(value)


def _said(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _is_json(value) else value
    return json.dumps(value, ensure_ascii=False)


def _is_json(said: str) -> bool:
    """Whether a text would be taken for a list, a mapping or a quoted text."""
    if said[:1] not in ("[", "{", '"'):
        return False
    try:
        json.loads(said)
    except (ValueError, RecursionError):
        return False
    return True


def _meant(path: str, said: str) -> Any:
    key = path.rpartition("/")[2]
    if _is_json(said):
        return json.loads(said)
    if key in WHOLE and said.isdecimal():
        return int(said)
    return said == "true" if key in SWITCHES and said in ("true", "false") else said


def changes_between(base: Plan, edited: Plan, source: Source, today: Plan) -> list[Proposal]:
    """What the edited plan proposes beside the base; new ids make way for those of today."""
    old, new = pairs_of(base), pairs_of(edited)
    found: list[Proposal] = []
    added: set[str] = set()
    for head, many in _RECORDS:
        before, after = ([each.id for each in getattr(plan, many)] for plan in (base, edited))
        now = {each.id for each in getattr(today, many)}
        found += [
            _of(Proposal("remove", f"{head}/{name}", form="written"), source)
            for name in before
            if name not in after
        ]
        above = ""
        for name in after:
            if name not in before:
                added.add(f"{head}/{name}")
                there = name in now and not name.startswith("local-")
                found += _added(head, name, above, new, now, source, there=there)
            above = name
    found += _changed(old, new, added, {p.path for p in found if p.kind == "remove"}, source)
    return found


def _of(proposal: Proposal, source: Source) -> Proposal:
    """The proposal with the task or target that its path names, its language and its file."""
    head, *rest = proposal.path.split("/")
    field = "/".join(rest[1:]) if head in ("task", "target") else proposal.path
    return replace(
        proposal,
        field=field,
        task=rest[0] if head == "task" else "",
        target=rest[0] if head == "target" else "",
        language="en" if proposal.path.endswith("/en") else "vi",
        source=source,
        trace="cell",
    )


def _added(
    head: str, name: str, above: str, new: Pairs, now: Iterable[str], source: Source, *, there: bool
) -> list[Proposal]:
    """A new record; one that the plan of today has too is changed there instead."""
    start = f"{head}/{name}/"
    row = [(path.removeprefix(start), said) for path, said in new.items() if path.startswith(start)]
    if there:
        changes = (
            Proposal("change", start + key, new=(said,), form="written")
            for key, said in row
            if key != "id"
        )
        return [_of(each, source) for each in changes]
    texts = tuple((key, (said,)) for key, said in row)
    made = Proposal("add", f"{head}/{_free(name, now)}", row=texts, after=above, form="written")
    return [_of(made, source)]


def _free(name: str, now: Iterable[str]) -> str:
    """The name, or where today's plan has given it away the next free one."""
    if name not in now:
        return name
    numbers = [int(tail) for each in now if (tail := each.removeprefix("local-")).isdecimal()]
    return f"local-{max(numbers, default=0) + 1}"


def _changed(
    old: Pairs, new: Pairs, added: set[str], removed: set[str], source: Source
) -> Iterator[Proposal]:
    for path in dict.fromkeys((*old, *new)):
        record = "/".join(path.split("/")[:2])
        if record in added or record in removed or old.get(path) == new.get(path):
            continue
        before, after = ((pairs[path],) if path in pairs else () for pairs in (old, new))
        yield _of(Proposal("change", path, old=before, new=after, form="written"), source)


def write_value(editing: Editing, proposal: Proposal) -> None:
    """Writes what a `change` proposes; raises KeyError where the plan has no such place."""
    path = _path(editing, proposal.path)
    if not proposal.new:
        _drop(editing, path)
        return
    value = _meant(proposal.path, proposal.new[0])
    if isinstance(value, list):
        _put_list(editing, path, value)
    else:
        _put(editing, path, value)


def new_record(editing: Editing, proposal: Proposal) -> tuple[Path, int, Data]:
    """The plan's list, the place in it, and the record that an `add` proposes."""
    head, name = proposal.path.split("/")
    records = getattr(editing.plan, f"{head}s")
    record: Data = {"id": name}
    for key, (said,) in proposal.row:
        holder = record
        *above, last = key.split("/")
        for part in above:
            holder = holder.setdefault(part, {})
        if key != "id":
            holder[last] = _meant(key, said)
    places = [n for n, each in enumerate(records) if each.id == proposal.after]
    made = {key: _bare(value, key) for key, value in record.items()}
    return (f"{head}s",), (places[0] + 1 if places else len(records)), made


def _path(editing: Editing, written: str) -> Path:
    head, *rest = written.split("/")
    many = dict(_RECORDS).get(head)
    if many is None:
        return (head, *rest)
    return (many, index_of(getattr(editing.plan, many), rest[0]), *rest[1:])


def _own(editing: Editing, path: Path) -> Any:
    """What the plan says at a path; None for nothing."""
    value: Any = editing.written
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def _put(editing: Editing, path: Path, value: Any) -> None:
    holder = editing.raw(path[:-1]) if len(path) > 1 else {}
    if isinstance(holder, dict):
        editing.put(path, value)
    elif holder is None:
        bare = len(path) > 2 or path[0] == "funding"
        inner = {path[-1]: value}
        _put(editing, path[:-1], _bare(inner, str(path[-2])) if bare else inner)
    else:
        key = _bare_key(editing, path[:-1])
        whole = value if path[-1] == key else {key: holder, path[-1]: value}
        editing.put(path[:-1], whole)


def _bare_key(editing: Editing, path: Path) -> str:
    """The key that a record written as a bare word leaves out."""
    own = _own(editing, path)
    return next(iter(own)) if isinstance(own, dict) and len(own) == 1 else "vi"


def _drop(editing: Editing, path: Path) -> None:
    """Takes a value away; a text goes with its Vietnamese, a record with its last key."""
    holder = editing.raw(path[:-1]) if len(path) > 1 else None
    if len(path) > 1 and holder is None:
        return
    whole = not isinstance(holder, dict) or set(holder) <= {path[-1]}
    named = path[-1] == "vi" and isinstance(holder, dict) and set(holder) <= {"vi", "en"}
    if len(path) > 1 and (whole or named) and isinstance(path[-2], str):
        _drop(editing, path[:-1])
    elif editing.raw(path) is not None:
        editing.put(path, None)


def _put_list(editing: Editing, path: Path, items: list[Any]) -> None:
    """Makes a list hold these items; those that it had stay as the file writes them."""
    raw, own = editing.raw(path), _own(editing, path) or []
    there = raw if isinstance(raw, list) else [] if raw is None else [raw]
    known = list(zip(own, there, strict=True)) if len(own) == len(there) else []
    holder = editing.raw(path[:-1]) if len(path) > 1 else {}
    key = str(path[-1])
    said = [next((kept for was, kept in known if was == item), _bare(item, key)) for item in items]
    if isinstance(holder, dict):
        editing.set_list(path, said)
    else:
        _put(editing, path, said)


def _bare(value: Any, key: str = "") -> Any:
    """The value of a key as a plan file writes it: Vietnamese alone without its own key.

    A bare word in the place of a body would be an id.
    """
    if isinstance(value, dict):
        if set(value) == {"vi"} and key not in _BY_ID:
            return value["vi"]
        return {name: _bare(inner, name) for name, inner in value.items()}
    return [_bare(item, key) for item in value] if isinstance(value, list) else value


def readable(said: str) -> str:
    """A value as people read it: a list without the signs of JSON, in Vietnamese."""
    return _read_out(json.loads(said)) if _is_json(said) else said


def _read_out(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_read_out, value)) or "—"
    if isinstance(value, dict):
        shown = [_read_out(inner) for key, inner in value.items() if key != "en"]
        return ", ".join(shown)
    return str(value)
