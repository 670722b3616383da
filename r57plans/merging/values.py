"""Values of targets that differ: what may be proposed, and what stands while nobody decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from r57plans.findings import Message
from r57plans.language import number
from r57plans.merging.fields import text_key
from r57plans.merging.ledger import Answer, Question, Side
from r57plans.model.base import Text
from r57plans.model.decision import OWN, WEIGHTED
from r57plans.model.target import Measure, Value

STRICTER, SUM, NONE = "stricter", "sum", "none"
Kind = Literal["count", "share", "other"]
Say = Callable[[Value], Message]

_SHARE = re.compile(r"%|phần trăm|tỉ lệ|tỷ lệ|tỉ trọng|tỷ trọng")
_NO_COUNT = re.compile(r"điểm|hạng|thứ|chỉ số|mức|/|trên một|mỗi|bình quân|[gmk]bps|giờ|phút|ngày")
_COUNTED = re.compile(r"(?:tổng )?số (?!hóa)")
_ONE = Decimal(1)


def kind_of(name: str, unit: Text | None, values: Sequence[Value]) -> Kind:
    """Whether a target counts things, which add up, is a share, which does not, or neither."""
    units = [text.vi for text in (unit, *(v.unit for v in values)) if text]
    said = " ".join((*units, *(v.value.vi for v in values))).casefold()
    if _SHARE.search(said) or _SHARE.search(name.casefold()):
        return "share"
    if _NO_COUNT.search(said) or not all(v.measure.low is not None for v in values):
        return "other"
    return "count" if units or _COUNTED.match(name.casefold()) else "other"


def falls(values: Sequence[Value]) -> bool:
    """Whether less is stricter: where an upper bound is asked for and no lower one."""
    signs = {value.measure.comparator for value in values}
    return bool(signs & {"≤", "<"}) and not signs & {"≥", ">"}


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same."""
    if not _one_basis([one, other]):
        return False
    figures = one.measure.low is not None and one.measure == other.measure
    return figures or text_key(one.value) == text_key(other.value)


def _one_basis(values: Sequence[Value]) -> bool:
    """Whether figures can be compared: one unit, one rate, since the same year.

    A bare `%` agrees with any unit that is a share, and a unit left out with any.
    """
    rates = {(text_key(v.per) if v.per else "", v.from_) for v in values}
    units = {text_key(v.unit) if v.unit else "" for v in values}
    units |= {"%" for v in values if "%" in v.value.vi}
    named = units - {"", "%"}
    shares = "%" not in units or all("%" in unit for unit in named)
    return len(rates) == 1 and len(named) < 2 and shares


def _comparable(values: Sequence[Value]) -> bool:
    numbers = all(value.measure.low is not None for value in values)
    signs = {value.measure.comparator for value in values}
    opposed = bool(signs & {"≤", "<"}) and bool(signs & {"≥", ">"})
    return numbers and not opposed and _one_basis(values)


def value_question(
    ident: str, subject: Message, field: Message, sides: Sequence[Side[Value]], kind: Kind,
    say: Say, *, down: bool,
) -> Question[Value]:  # fmt: skip
    """What is asked where values differ, or where equal counts might add up."""
    values = [side.value for side in sides]
    first, answers = sides[0], []
    if _comparable(values):
        best = _strictest(sides, down=down)
        answers.append(Answer(STRICTER, best.value, best.said))
    total = _total(values) if kind == "count" else None
    if total is not None:
        answers.append(Answer(SUM, total, say(total)))
    weigh = _weigher(sides, say) if kind == "share" and _alike(values) else None
    default = STRICTER if _comparable(values) else first.origin.province
    proposed = SUM if total is not None else WEIGHTED if weigh else default

    def own(text: Text) -> Answer[Value]:
        value = first.value.model_copy(update={"value": text})
        return Answer(OWN, value, say(value))

    return Question(ident, subject, field, sides, default, answers, proposed, own, weigh)


def _strictest(sides: Sequence[Side[Value]], *, down: bool) -> Side[Value]:
    def rank(side: Side[Value]) -> tuple[float, bool]:
        measure = side.value.measure
        low, high = measure.low or 0.0, measure.high or 0.0
        return (-high if down else low), measure.comparator in ("<", ">")

    return max(sides, key=rank)


def _alike(values: Sequence[Value]) -> bool:
    """Whether figures can be reckoned with: the same sign and the same basis."""
    signs = {value.measure.comparator for value in values}
    return _comparable(values) and len(signs) == 1


def _total(values: Sequence[Value]) -> Value | None:
    if not _alike(values):
        return None
    return _made(values[0], [[(_ONE, v.measure) for v in values]], places=None)


def _weigher(
    sides: Sequence[Side[Value]], say: Say
) -> Callable[[Mapping[str, float]], Answer[Value] | None]:
    def weigh(weights: Mapping[str, float]) -> Answer[Value] | None:
        given = [weights.get(side.origin.province, 0) for side in sides]
        if any(not 0 < weight < float("inf") for weight in given):
            return None
        whole = sum(Decimal(str(weight)) for weight in given)
        parts = [
            (Decimal(str(weight)) / whole, side.value.measure)
            for weight, side in zip(given, sides, strict=True)
        ]
        value = _made(sides[0].value, [parts], places=1)
        return Answer(WEIGHTED, value, say(value))

    return weigh


def _made(
    like: Value, parts: Sequence[Sequence[tuple[Decimal, Measure]]], places: int | None
) -> Value:
    """A value like another with its figures reckoned from weighted parts."""
    low, high = (
        sum(w * Decimal(str(getattr(m, bound))) for part in parts for w, m in part)
        for bound in ("low", "high")
    )
    if places is not None:
        unit = Decimal(1).scaleb(-places)
        low, high = (Decimal(x).quantize(unit, ROUND_HALF_UP) for x in (low, high))
    sign = like.measure.comparator
    end = "%" if like.value.vi.rstrip().endswith("%") else ""
    figure = number(Decimal(low), "vi")
    if sign == "range":
        figure = f"{figure} - {number(Decimal(high), 'vi')}"
    start = f"{sign} " if sign in ("≥", "≤", ">", "<") else ""
    return like.model_copy(update={"value": Text(vi=f"{start}{figure}{end}")})
