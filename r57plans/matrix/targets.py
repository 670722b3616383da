"""Local targets beside the centre's, in rank where they are numbers of one kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from r57plans.checks.case import folded_name
from r57plans.diff.measures import kind_of
from r57plans.findings import Language, Message
from r57plans.matrix.records import Compared, Placed, TargetSpread
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget
from r57plans.model.target import Target, Value

_RANK = re.compile(r"thứ hạng|xếp hạng|thứ bậc", re.IGNORECASE)
_KINDS: dict[str | None, Compared] = {
    "raised": "above",
    "lowered": "below",
    "reworded": "equal",
    None: "equal",
}
_LANGUAGES: tuple[Language, ...] = ("vi", "en")
Given = Sequence[Target]
"""A plan's targets."""

_Given = tuple[str, Target, Value]
_Kind = tuple[bool | str, ...]


def targets_of(plans: Mapping[str, Given], catalogue: Catalogue) -> Iterator[TargetSpread]:
    """The catalogue's targets at the horizons at which some plan has a value, in its order.

    Then the plans' own, those of one name together, beside what they say the centre has.
    """
    for target in catalogue.targets:
        for year, given in _by_year(_given(plans, target)):
            yield _spread(target, year, given)
    for targets in _own(plans, {target.id for target in catalogue.targets}):
        for year, given in _by_year(targets):
            yield _own_spread(year, given)


def _by_year(given: Iterable[_Given]) -> Iterator[tuple[int | None, list[_Given]]]:
    all_given = list(given)
    for year in sorted({value.year for _, _, value in all_given}, key=lambda y: y or 0):
        yield year, [each for each in all_given if each[2].year == year]


def _given(plans: Mapping[str, Given], target: CatalogueTarget) -> Iterator[_Given]:
    for name, targets in plans.items():
        for own in targets:
            if own.id == target.id:
                yield from ((name, own, value) for value in own.values)


def _own(plans: Mapping[str, Given], known: set[str]) -> Iterable[list[_Given]]:
    """What plans have beyond the catalogue: the values of all targets that are named alike."""
    found: dict[str, list[_Given]] = {}
    for name, targets in plans.items():
        for own in targets:
            if own.id not in known and own.name:
                values = found.setdefault(folded_name(own.name.vi), [])
                values += ((name, own, value) for value in own.values)
    return found.values()


def _own_spread(year: int | None, given: list[_Given]) -> TargetSpread:
    _, first, _ = given[0]
    assert first.name is not None, "only what has a name is gathered"
    less = any(value.measure.comparator in ("≤", "<") for _, _, value in given)
    usual = _commonest(_kind(_measured(each, None)) for each in given)
    placed = [_placed(each, _told_central(each), None, less, usual) for each in given]
    central = next((own.central for _, own, _ in given if own.central), None)
    said = central.value.message if central else Message("", "")
    return TargetSpread(first.id, first.name.message, year, said, tuple(_ranked(placed, less)))


def _told_central(given: _Given) -> Value | None:
    """The centre's value as the plan's own target says it, in the unit of the plan's."""
    _, own, value = given
    if own.central is None:
        return None
    return value.model_copy(update={"value": own.central.value, "unit": value.unit or own.unit})


def _spread(target: CatalogueTarget, year: int | None, given: list[_Given]) -> TargetSpread:
    central = next((v for v in target.values if v.year == year), None) or next(
        (v for v in target.values if v.year is None), None
    )
    ours = _localised(target, central) if central else None
    less = _less_is_more(target)
    unit = ours.unit if ours else target.local_unit or target.unit
    usual = _commonest(_kind(_measured(each, unit)) for each in given)
    placed = [_placed(each, ours, unit, less, usual) for each in given]
    title = (target.local or target.name).message if _as_provinces(target) else target.name.message
    said = _said(target, central) if central else Message("", "")
    return TargetSpread(target.id, _general(title), year, said, tuple(_ranked(placed, less)))


def _general(said: Message) -> Message:
    return Message(
        said.vi.replace("{tinh}", "tỉnh"),
        re.sub(r"\{\w+\}", "the province", said.en),
    )


def _as_provinces(target: CatalogueTarget) -> bool:
    return target.provincial == "yes" and target.local is not None


def _localised(target: CatalogueTarget, value: Value) -> Value:
    """The centre's value with the unit in which a province has it: of GRDP, where it says GDP."""
    unit = value.unit or target.local_unit or target.unit
    if unit is None:
        return value
    vi = re.sub(r"\bGDP\b", "GRDP", unit.vi)
    return value.model_copy(update={"unit": Text(vi=vi)})


def _placed(
    given: _Given, central: Value | None, unit: Text | None, less_is_more: bool, usual: _Kind
) -> Placed:
    name, own, _ = given
    meant = _measured(given, unit)
    compared = _compared(central, meant, less_is_more) if central else "absent"
    number = _number(meant) if _kind(meant) == usual else None
    aim = _number(central) if central and compared in ("above", "equal", "below") else None
    gap = number - aim if number is not None and aim is not None else None
    return Placed(name, _words(meant, meant.unit), own.relation, compared, number, gap, None)


def _measured(given: _Given, unit: Text | None) -> Value:
    """A plan's value with its unit: its own, the target's, or else the one given."""
    _, own, value = given
    return value.model_copy(update={"unit": value.unit or own.unit or unit})


def _kind(value: Value) -> _Kind:
    """What is measured, and how: values of one kind can be ranked."""
    unit = value.unit.vi if value.unit else ""
    share = "%" in value.value.vi + unit
    words = (unit.replace("%", ""), *(t.vi if t else "" for t in (value.scope, value.per)))
    return share, *(word.strip().casefold() for word in words)


def _commonest(kinds: Iterable[_Kind]) -> _Kind:
    counted = Counter(kinds)
    return min(counted, key=lambda kind: (-counted[kind], kind))


def _compared(central: Value, local: Value, less_is_more: bool) -> Compared:
    """Above is more ambitious than the centre; `> 55` and `≥ 55` are equal."""
    one, other = (value.model_copy(update={"value": _plain(value)}) for value in (central, local))
    return _KINDS.get(kind_of(one, other, less_is_more=less_is_more), "none")


def _plain(value: Value) -> Text:
    """A bound without its strictness, and a bare figure as one that is to be reached."""
    measure = value.measure
    if measure.comparator in (">", "=") and measure.low is not None:
        return Text(vi=re.sub(r"^[^\d]*", "≥ ", value.value.vi))
    if measure.comparator == "<":
        return Text(vi=re.sub(r"^[^\d]*", "≤ ", value.value.vi))
    return value.value


def _number(value: Value) -> float | None:
    measure = value.measure
    return measure.high if measure.comparator in ("≤", "<") else measure.low


def _less_is_more(target: CatalogueTarget) -> bool:
    downward = any(value.measure.comparator in ("≤", "<") for value in target.values)
    return downward or bool(_RANK.search((target.local or target.name).vi))


def _ranked(placed: list[Placed], less_is_more: bool) -> list[Placed]:
    """In rank, equal figures with one rank; what is no number comes last."""
    sign = 1 if less_is_more else -1
    numbers = sorted(sign * each.number for each in placed if each.number is not None)
    ranked = [
        replace(each, rank=numbers.index(sign * each.number) + 1)
        if each.number is not None
        else each
        for each in placed
    ]
    return sorted(ranked, key=lambda each: (each.rank or len(placed) + 1, each.plan))


def _said(target: CatalogueTarget, value: Value) -> Message:
    return _words(value, value.unit or target.unit)


def _words(value: Value, unit: Text | None) -> Message:
    pieces = [value.value, unit, value.per, value.scope]
    joined = (" ".join(text.say(language) for text in pieces if text) for language in _LANGUAGES)
    vi, en = (re.sub(r"(?<=\d) (?=%)", "", said) for said in joined)
    return Message(vi, en)
