"""“Bảng tổng hợp tiếp thu, giải trình ý kiến”: who proposed what, and what came of it."""

from __future__ import annotations

from r57plans.opinions.decided import Decided, decided
from r57plans.opinions.table import opinions

__all__ = ["Decided", "decided", "opinions"]
