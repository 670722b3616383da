"""All plans of a folder at once, resumable; the room itself is the verb.

```python
from r57plans import batch

done = batch("plans", "out", jobs=2)
print(len(done.plans), done.failed)
```
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from r57plans.batch.order import Options
from r57plans.batch.records import Done, Record
from r57plans.batch.run import batch

__all__ = ["Done", "Options", "Record", "batch"]


class _Verb(ModuleType):
    """`r57plans.batch` is a room and a function: loading a module sets its name in the package."""

    def __call__(self, *args: Any, **given: Any) -> Done:
        """See `batch`."""
        return batch(*args, **given)


sys.modules[__name__].__class__ = _Verb
