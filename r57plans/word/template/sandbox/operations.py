"""What each operator of an expression does: on plain data, and checked before it makes anything."""

from __future__ import annotations

import operator
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from datetime import date
from decimal import Decimal
from typing import Any

from r57plans.view.printed import Joined, Printed
from r57plans.word.template.sandbox.costs import Costs
from r57plans.word.template.sandbox.formatting import percent_format
from r57plans.word.template.sandbox.kinds import (
    BIGGEST,
    NUMBERS,
    SINGLE,
    bounded,
    checked,
    failed,
    no_operation,
    no_result,
    over,
    wanted,
    whole,
)
from r57plans.word.template.sandbox.rounds import PACE, Paced

SLOT = 8  # bytes that one place in a list takes, as characters are counted
_LONG = 4096  # texts above this are looked at before they are compared
_SHORT = 512  # slices up to this are not worth counting
_FEW = 64  # items that are looked at in about the time of one step
_SMALL = 1 << 60
_LONGEST_RANGE = 10_000_000

_LOOPED = (list, tuple, dict, str, range, Mapping, KeysView, ValuesView, ItemsView)
_LISTS = (tuple, list)
_QUICKLY_LOOPED: frozenset[type] = frozenset({list, tuple, dict, str, Printed, Joined, range})


class Operations(Costs):
    """The operators of one rendering, whose budget pays for them.

    Each raises `MisuseError` for what is too large or does not go together; an unknown name raises
    its own error.
    """

    __slots__ = ()

    # Calculating.

    def add(self, left: Any, right: Any) -> Any:
        """`left + right` of numbers, texts or lists."""
        if type(left) is int and type(right) is int:
            total = left + right
            return total if -_SMALL < total < _SMALL else bounded(total)
        if isinstance(left, str) and isinstance(right, str):
            self.grow(len(left) + len(right))
            return left + right
        for kind in (list, tuple):
            if isinstance(left, kind) and isinstance(right, kind):
                self.grow((len(left) + len(right)) * SLOT)
                return operator.add(left, right)
        return _calculated("+", left, right)

    def sub(self, left: Any, right: Any) -> Any:
        """`left - right` of numbers, or the time between two dates."""
        if isinstance(left, date) and isinstance(right, date):
            try:
                return left - right
            except TypeError:
                raise no_operation("-", left, right) from None
        return _calculated("-", left, right)

    def mul(self, left: Any, right: Any) -> Any:
        """`left * right` of numbers, or a text or list repeated."""
        if isinstance(left, int) and isinstance(right, int):
            if left.bit_length() + right.bit_length() > BIGGEST.bit_length():
                raise over("số quá lớn", "a number that is too large")
            return left * right
        for many, times in ((left, right), (right, left)):
            if isinstance(many, str | list | tuple) and isinstance(times, int):
                size = len(many) * max(times, 0)
                self.grow(size if isinstance(many, str) else size * SLOT)
                return many * (times if size else 0)
        return _calculated("*", left, right)

    def truediv(self, left: Any, right: Any) -> Any:
        """`left / right` of numbers."""
        return _calculated("/", left, right)

    def floordiv(self, left: Any, right: Any) -> Any:
        """`left // right` of numbers."""
        return _calculated("//", left, right)

    def mod(self, left: Any, right: Any) -> Any:
        """`left % right` of numbers, or a text with its `%s` filled in."""
        if isinstance(left, str):
            return percent_format(self, str(left), right)
        return _calculated("%", left, right)

    def pow(self, left: Any, right: Any) -> Any:
        """`left ** right` of numbers."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right
            if abs(left) > 1 and bits > BIGGEST.bit_length():
                raise over("số quá lớn", "a number that is too large")
        return _calculated("**", left, right)

    def neg(self, value: Any) -> Any:
        """`-value` of a number."""
        return -value if type(value) in NUMBERS else _calculated("-", 0, value)

    def pos(self, value: Any) -> Any:
        """`+value` of a number."""
        return +value if type(value) in NUMBERS else _calculated("+", 0, value)

    def concat(self, *values: Any) -> str:
        """`a ~ b ~ c`: what the values print, one after the other, as plain text."""
        texts = [v if type(v) is str else self.printable(v) for v in values]
        self.grow(sum(map(len, texts)))
        return "".join(texts)

    # Comparing.

    def eq(self, left: Any, right: Any) -> bool:
        """`left == right`."""
        kind = type(left)
        if kind in SINGLE:
            if kind is str and len(left) > _LONG:
                self.scan(len(left))
        elif type(right) not in SINGLE:
            self._pay(left, right)
        same: bool = left == right
        return same

    def ne(self, left: Any, right: Any) -> bool:
        """`left != right`."""
        return not self.eq(left, right)

    def lt(self, left: Any, right: Any) -> bool:
        """`left < right`."""
        self._pay(left, right)
        try:
            less: bool = left < right
        except TypeError:
            raise no_operation("<", left, right) from None
        return less

    def le(self, left: Any, right: Any) -> bool:
        """`left <= right`."""
        self._pay(left, right)
        try:
            less: bool = left <= right
        except TypeError:
            raise no_operation("<=", left, right) from None
        return less

    def gt(self, left: Any, right: Any) -> bool:
        """`left > right`."""
        self._pay(left, right)
        try:
            more: bool = left > right
        except TypeError:
            raise no_operation(">", left, right) from None
        return more

    def ge(self, left: Any, right: Any) -> bool:
        """`left >= right`."""
        self._pay(left, right)
        try:
            more: bool = left >= right
        except TypeError:
            raise no_operation(">=", left, right) from None
        return more

    def contains(self, item: Any, box: Any) -> bool:
        """`item in box`: a part of a text, an item of a list, a key of a mapping."""
        if type(item) in SINGLE and type(box) in _LISTS and len(box) < _FEW:
            known: bool = item in box
            return known
        checked(item)
        try:
            self._look(item, box)
            found: bool = item in box
        except TypeError:
            raise no_operation("in", item, box) from None
        return found

    def not_contains(self, item: Any, box: Any) -> bool:
        """`item not in box`."""
        return not self.contains(item, box)

    # Taking and looping.

    def getslice(self, value: Any, start: Any = None, stop: Any = None, step: Any = None) -> Any:
        """`value[start:stop:step]` of a text or list; what is joined stays joined."""
        if not isinstance(value, str | list | tuple | range):
            raise wanted("chữ hoặc danh sách", "text or a list", value)
        bounds = slice(*(None if b is None else whole(b) for b in (start, stop, step)))
        if bounds.step == 0:
            raise failed("bước của đoạn cắt là 0", "the step of a slice is 0")
        if len(value) > _SHORT and not isinstance(value, range):
            size = 1 if isinstance(value, str) else SLOT
            self.grow(len(range(*bounds.indices(len(value)))) * size)
        part = value[bounds]
        return Joined(part, value.separator) if isinstance(value, Joined) else part

    def make_range(self, *bounds: Any) -> range:
        """The `range` of Jinja: whole numbers, up to ten million."""
        if not 1 <= len(bounds) <= 3 or (len(bounds) == 3 and bounds[2] == 0):
            raise failed("range cần 1 đến 3 số nguyên", "range needs 1 to 3 whole numbers")
        numbers = range(*map(whole, bounds))
        if numbers[_LONGEST_RANGE : _LONGEST_RANGE + 1]:
            raise over(
                f"range dài quá {_LONGEST_RANGE} số",
                f"a range of more than {_LONGEST_RANGE} numbers",
            )
        return numbers

    def truth(self, value: Any) -> bool:
        """Whether a value counts as true; an unknown name raises its own error."""
        return bool(value)

    def iterate(self, value: Any) -> Iterable[Any]:
        """The value to loop over, its rounds counted: of a short one at once, else in passing."""
        if type(value) in _QUICKLY_LOOPED or isinstance(value, _LOOPED):
            if len(value) > PACE:
                return Paced(self.count, value)
            self.count(len(value))
            looped: Iterable[Any] = value
            return looped
        checked(value)
        if isinstance(value, Iterator):
            return self._counted(value)
        raise wanted("danh sách", "a list", value)

    def len_(self, value: Any) -> int:
        """The number of characters or items."""
        if isinstance(value, _LOOPED):
            return len(value)
        raise wanted("chữ hoặc danh sách", "text or a list", value)

    def _counted(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self.count(1)
            yield item

    def _pay(self, left: Any, right: Any) -> None:
        """Count what comparing two values may cost: no more than the smaller one."""
        kind = type(left)
        if kind is str and len(left) > _LONG:
            self.scan(len(left))
        if kind in SINGLE or type(right) in SINGLE:
            return
        pair = isinstance(left, list | tuple) and isinstance(right, list | tuple)
        self.weigh(right if pair and len(right) < len(left) else left)

    def _look(self, item: Any, box: Any) -> None:
        if isinstance(box, str):
            self.scan(len(box))
        elif isinstance(box, list | tuple) and type(item) in SINGLE:
            self.count(len(box) // _FEW)
            if type(item) is str and len(item) > _LONG:
                self.scan(len(item) * len(box))
        elif isinstance(box, list | tuple):
            self.count(self.weigh(item) * len(box) // _FEW)
        elif isinstance(box, Mapping):
            self.key(item)
        elif isinstance(box, range):
            self.count(0 if isinstance(item, int) else len(box) // _FEW)
        else:
            raise no_operation("in", item, box)


_WORK: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}


def _calculated(sign: str, left: Any, right: Any) -> Any:
    if not (isinstance(left, int | float | Decimal) and isinstance(right, int | float | Decimal)):
        raise no_operation(sign, left, right)
    try:
        return bounded(_WORK[sign](left, right))
    except TypeError:
        raise no_operation(sign, left, right) from None
    except ArithmeticError as reason:
        raise no_result(sign, reason) from reason
