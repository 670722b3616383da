"""All that a template may name: each dotted name with its type, what it is, and an example.

Everything is read off the records themselves; only the examples are a file, for they are made
from a plan.
"""

from __future__ import annotations

import json
from dataclasses import Field, dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from r57plans.assets import template_examples_file
from r57plans.findings import Message
from r57plans.view import records
from r57plans.view.told import TOLD, Line, Lines, Several

ITEM = "[]"
"""What stands in a path where a template loops: `groups[].tasks[].deadline`."""

_VARIABLES: dict[type, str] = {
    records.AnnexView: "annex",
    records.BarCell: "bar_cell",
    records.BarRow: "bar",
    records.CellView: "cell",
    records.ColumnView: "column",
    records.CountsView: "counts",
    records.DueView: "due_task",
    records.DutyView: "duty",
    records.FundView: "fund",
    records.GroupProgressView: "progress_group",
    records.GroupView: "group",
    records.HorizonView: "horizon",
    records.PeriodView: "period",
    records.PersonView: "person",
    records.ProgressView: "progress_task",
    records.RowView: "row",
    records.SheetView: "sheet",
    records.TargetLine: "line",
    records.TargetProgressView: "progress_target",
    records.TargetView: "target",
    records.TaskView: "task",
    records.TextView: "initiative",
    records.ValueView: "value",
}
"""What the documentation calls the item of a loop over such records."""

_TYPES: dict[Any, Message] = {
    str: Message("chữ", "text"),
    Line: Message("chữ", "text"),
    Lines: Message("danh sách dòng chữ", "list of texts"),
    Several: Message("chữ; lặp được từng giá trị", "text; loops over its values"),
    int: Message("số", "number"),
    bool: Message("có hoặc không", "yes or no"),
    object: Message("biểu đồ", "chart"),
}
_RECORD = Message("nhóm tên", "record")


@dataclass(frozen=True, slots=True)
class OfferedName:
    """A name as it is written where its record is at hand: `task.deadline`, `groups`.

    `paths` say from the top where it is: `groups[].tasks[].deadline`, `tasks[].deadline`. An
    example is empty where no example plan has a value, and for lists of records.
    """

    name: str
    type: Message
    description: Message
    example_vi: str
    example_en: str
    paths: tuple[str, ...]

    @property
    def example(self) -> Message:
        """The example in both languages."""
        return Message(self.example_vi, self.example_en)


@dataclass(frozen=True, slots=True)
class OfferedRecord:
    """The names that stand behind one dot, and the loops by which a template comes to them.

    `variable` is "" for the names without a dot; `loops` is empty for what needs none.
    """

    variable: str
    loops: tuple[str, ...]
    names: tuple[OfferedName, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """All that a view offers, record by record."""

    records: tuple[OfferedRecord, ...]

    @property
    def names(self) -> tuple[OfferedName, ...]:
        """Every name, in the order of the records."""
        return tuple(name for record in self.records for name in record.names)

    def at(self, path: str) -> OfferedName | None:
        """The name at a path such as `groups[].tasks[].deadline`; None where there is none."""
        return next((name for name in self.names if path in name.paths), None)

    def below(self, path: str) -> tuple[str, ...]:
        """What may follow the dot after a path, sorted; "" gives the names without a dot."""
        start = f"{path}." if path else ""
        paths = (p for name in self.names for p in name.paths if p.startswith(start))
        after = {p[len(start) :] for p in paths}
        return tuple(sorted(name for name in after if "." not in name and ITEM not in name))


@dataclass(slots=True)
class _Place:
    """Where records of one kind are found."""

    variable: str
    kind: type
    loops: dict[str, None]
    paths: dict[str, None]


@lru_cache(maxsize=1)
def offered() -> Offered:
    """What templates of a plan's documents may name."""
    examples: dict[str, list[str]] = json.loads(template_examples_file().read_text("utf-8"))
    return Offered(tuple(_record(place, examples) for place in _places()))


def _places() -> tuple[_Place, ...]:
    """Every kind of record, each once, in the order in which a reader comes upon them."""
    places: dict[type, _Place] = {}
    _visit(places, _Place("", records.View, {}, {}), "")
    return tuple(sorted(places.values(), key=_is_of_annexes))


def _is_of_annexes(place: _Place) -> bool:
    """Whether these records are the finished tables, which few authors need: they come last."""
    return all(path.startswith("annexes") for path in place.paths)


def _visit(places: dict[type, _Place], here: _Place, path: str) -> None:
    place = places.setdefault(here.kind, here)
    place.paths[path] = None
    start = place.variable and f"{place.variable}."
    for field, hint in _fields(place.kind):
        for kind, looped in _kinds(hint):
            variable = _VARIABLES[kind] if looped else field.name
            end = f"{field.name}{ITEM}" if looped else field.name
            _visit(places, _Place(variable, kind, {}, {}), _under(path, end))
            if looped:
                places[kind].loops[f"for {variable} in {start}{field.name}"] = None


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _fields(kind: type) -> list[tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return [(field, hints[field.name]) for field in fields(kind)]


def _kinds(hint: Any) -> list[tuple[type, bool]]:
    """The records in a field, and whether they stand in a list."""
    if is_dataclass(hint) and isinstance(hint, type):
        return [(hint, False)]
    found = [argument for argument in get_args(hint) if argument is not Ellipsis]
    if found and all(is_dataclass(argument) for argument in found):
        return [(argument, True) for argument in found]
    inner = (kind for argument in found for kind in _kinds(argument))
    return [(kind, looped) for kind, looped in inner if looped]


def _type(hint: Any) -> Message:
    if hint in _TYPES:
        return _TYPES[hint]
    names = [_VARIABLES[kind] for kind, looped in _kinds(hint) if looped]
    if not names:
        return _RECORD
    vi, en = " hoặc ".join(names), " or ".join(names)
    return Message(f"danh sách {vi}", f"list of {en}")


def _record(place: _Place, examples: dict[str, list[str]]) -> OfferedRecord:
    names = tuple(_name(place, field, hint, examples) for field, hint in _fields(place.kind))
    return OfferedRecord(place.variable, tuple(place.loops), names)


def _name(
    place: _Place, field: Field[Any], hint: Any, examples: dict[str, list[str]]
) -> OfferedName:
    name = _under(place.variable, field.name)
    paths = tuple(_under(path, field.name) for path in place.paths)
    vi, en = examples.get(name, ("", ""))
    return OfferedName(name, _type(hint), field.metadata[TOLD], vi, en, paths)
