"""What changed between two plans, in substance; the room itself is the verb.

from r57plans import diff, load_plan

for change in diff(load_plan("old.yaml"), load_plan("new.yaml")):
    print(change.message.vi)
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from r57plans.diff.compare import compare
from r57plans.diff.remarks import remarks_of
from r57plans.diff.three import three_way
from r57plans.diff.versions import Side, read_side
from r57plans.model.change import Change

__all__ = ["Change", "Side", "compare", "read_side", "remarks_of", "three_way"]


class _Verb(ModuleType):
    """`r57plans.diff` is a room and a function: loading a module sets its name in the package."""

    def __call__(self, *plans: Any, **given: Any) -> tuple[Change, ...]:
        """See `compare`."""
        return compare(*plans, **given)


sys.modules[__name__].__class__ = _Verb
