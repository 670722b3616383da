"""What using a value costs: its text, comparing it, making it the key of a mapping."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from r57plans.view.printed import Joined
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.kinds import SINGLE, checked, not_text, wanted
from r57plans.word.template.sandbox.weights import SCAN, weigh

# From here on whole numbers can be chosen whose hashes are all the same, so that a mapping of n of
# them takes n * n steps: each is counted as if it met a thousand others.
_HASHED_ALIKE = (1 << 61) - 1
_COLLISIONS = 1000


class Costs:
    """What the budget of one rendering pays for; `count` and `grow` are those of the budget."""

    __slots__ = ("count", "grow")

    def __init__(self, budget: Budget) -> None:
        self.count = budget.count
        self.grow = budget.grow

    def text(self, value: object) -> str:
        """A value as plain text: nothing for None, a day as 2025-03-31, `True` for a truth."""
        if type(value) is str:
            return value
        if isinstance(value, str):
            return str(value)
        if value is None:
            return ""
        if isinstance(value, int | float | Decimal):
            return str(value)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Joined):
            self.weigh(value)
            joined = str(value)
            self.grow(len(joined))
            return joined
        raise not_text(value)

    def printable(self, value: object) -> str:
        """A value as text if it may be printed: as `text`, but no True or False."""
        if value is True or value is False:
            raise not_text(value)
        return self.text(value)

    def weigh(self, value: object) -> int:
        """Count what comparing or hashing a value may cost; how many steps that is."""
        return weigh(self.count, value)

    def scan(self, size: int) -> None:
        """Count the reading of that many characters."""
        if size >> SCAN:
            self.count(size >> SCAN)

    def key(self, value: Any) -> Any:
        """The value if it can be a key of a mapping, its hashing counted."""
        if type(value) in SINGLE:
            if type(value) is int and not -_HASHED_ALIKE < value < _HASHED_ALIKE:
                self.count(_COLLISIONS)
            return value
        self.weigh(value)
        checked(value)
        try:
            hash(value)
        except TypeError:
            raise wanted("chữ hoặc số làm khóa", "text or a number as the key", value) from None
        return value
