"""Illustrative plans of all provinces, to try things on; no figure in them is real.

```python
from r57plans.demo import demo_plan, provinces_of

for province in provinces_of(DocumentDate.parse("2025-03-28")):
    text = demo_plan(province, DocumentDate.parse("2025-03-28"))
```
"""

from __future__ import annotations

from r57plans.demo.plans import demo_plan
from r57plans.language import vi_key
from r57plans.load import load_registers
from r57plans.model.base import DocumentDate

__all__ = ["demo_plan", "provinces_of"]


def provinces_of(on: DocumentDate) -> list[str]:
    """The ids of the provinces of a day, in Vietnamese order of their names."""
    found = load_registers().provinces_on(on.last)
    return [province.id for province in sorted(found, key=lambda p: vi_key(p.vi))]
