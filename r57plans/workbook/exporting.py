"""A plan as a workbook to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from r57plans.findings import Language
from r57plans.model.plan import Plan
from r57plans.workbook.base import chunks
from r57plans.workbook.laying import laid_out
from r57plans.workbook.names import names_of
from r57plans.workbook.picks import picks_of
from r57plans.workbook.writing import written


def export(plan: Plan, language: Language = "vi", base: Mapping[str, Any] | None = None) -> bytes:
    """The bytes of a workbook that says the plan; headings in that language.

    The same plan gives the same bytes. Nothing of the plan is lost but comments of its file.
    `base` is what the workbook counts as exported from, where that is not the plan itself: {}
    where nobody knows.
    """
    data = plan.data
    names = names_of(data)
    laid = laid_out(data, names)
    return written(
        laid,
        picks_of(plan, laid, names, language),
        chunks(data if base is None else base),
        language,
    )
