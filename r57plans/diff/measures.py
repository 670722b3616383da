"""Two values of a target beside each other: raised, lowered, reworded, or beyond comparison."""

from __future__ import annotations

from r57plans.model.fingerprint import normalised
from r57plans.model.target import Measure, Value

_DOWNWARD = ("≤", "<")
_BARE = ("=", "range")
_STRICT = {">": 1e-9, "<": -1e-9}


def kind_of(old: Value, new: Value, *, less_is_more: bool = False) -> str | None:
    """`raised`, `lowered`, `reworded`, `changed`; None where value and unit say the same.

    Of what shall be at most so much, less is more ambitious: it is raised. So are bare figures
    where `less_is_more`, as of a rank.
    """
    one, other = _said(old), _said(new)
    if one == other:
        return None
    if tuple(map(normalised, one)) == tuple(map(normalised, other)):
        return "reworded" if _signs(old) == _signs(new) else "changed"
    if not _alike(old, new):
        return "changed"
    return _direction(old.measure, new.measure, less_is_more)


def _said(value: Value) -> tuple[str, ...]:
    scope, per = (text.vi if text else "" for text in (value.scope, value.per))
    unit = value.unit.vi if value.unit else ""
    return value.value.vi, unit, scope, per, str(value.from_ or "")


def _signs(value: Value) -> list[str]:
    """The marks that folding a text may lose and that count in a figure."""
    return [mark for mark in value.value.vi if mark in "≥≤><-–,."]


def _alike(old: Value, new: Value) -> bool:
    """Whether both measure the same in the same way."""
    one, other = _said(old), _said(new)
    units = {("%" in value + unit, unit.removeprefix("%").strip() if "%" in unit else unit)
             for value, unit, *_ in (one, other)}  # fmt: skip
    return one[2:] == other[2:] and len(units) == 1


def _direction(old: Measure, new: Measure, less_is_more: bool) -> str:
    was, will_be = _bounds(old), _bounds(new)
    if was is None or will_be is None:
        return "changed"
    down = (*_DOWNWARD, *_BARE) if less_is_more else _DOWNWARD
    downward = [m.comparator in down for m in (old, new)]
    if downward[0] != downward[1]:
        return "changed"
    if was == will_be:
        return "reworded" if old.comparator == new.comparator else "changed"
    sign = -1 if downward[0] else 1
    steps = [sign * (b - a) for a, b in zip(was, will_be, strict=True)]
    if min(steps) >= 0:
        return "raised"
    return "lowered" if max(steps) <= 0 else "changed"


def _bounds(measure: Measure) -> tuple[float, float] | None:
    if measure.low is None or measure.high is None:
        return None
    step = _STRICT.get(measure.comparator, 0.0)
    return measure.low + step, measure.high + step
