"""A plan's tasks for calendars and trackers: the derived days beside the original wording.

```python
from r57plans.exporting import calendar, entries, table

Path("plan.ics").write_bytes(calendar(plan, entries(plan, "vi"), "vi").data)
```
"""

from __future__ import annotations

from r57plans.exporting.calendar import Calendar, calendar
from r57plans.exporting.entries import Entry, Step, entries
from r57plans.exporting.shape import as_dict, table

__all__ = ["Calendar", "Entry", "Step", "as_dict", "calendar", "entries", "table"]
