"""All plans side by side: who took which task, until when, and how the targets lie.

The room itself is the verb; pages, books and tables are made of what it gives.

```python
from datetime import date

from r57plans import matrix
from r57plans.matrix.page import page

found = matrix("plans", date(2025, 6, 30))
Path("matrix.html").write_text(page(found, "vi"), "utf-8")
```
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from r57plans.matrix.making import matrix
from r57plans.matrix.records import Matrix, PlanFile

__all__ = ["Matrix", "PlanFile", "matrix"]


class _Verb(ModuleType):
    """`r57plans.matrix` is a room and a function: loading a module sets its name in the package."""

    def __call__(self, *args: Any, **given: Any) -> Matrix:
        """See `matrix`."""
        return matrix(*args, **given)


sys.modules[__name__].__class__ = _Verb
