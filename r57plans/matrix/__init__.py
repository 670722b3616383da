"""All plans side by side: who took which task, until when, and how the targets lie.

```python
from r57plans.matrix import matrix_of, page

found = matrix_of("plans", date(2025, 6, 30))
Path("matrix.html").write_text(page(found, "vi"), "utf-8")
```
"""

from __future__ import annotations

from r57plans.matrix.making import matrix, matrix_of
from r57plans.matrix.records import Matrix, PlanFile

__all__ = ["Matrix", "PlanFile", "matrix", "matrix_of"]
