"""What a filled-in workbook proposes to change in the plan that it was exported from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place
from r57plans.load import check_source, outlined, read_file
from r57plans.load.plan_text import PlanText
from r57plans.model.plan import Plan
from r57plans.model.proposal import Source
from r57plans.pull.merging import Copy
from r57plans.pull.printed import PrintedValues
from r57plans.pull.pulling import Pulled, held_against, read_plan
from r57plans.pull.written import changes_between, pairs_of
from r57plans.workbook.guarding import MAX_BYTES
from r57plans.workbook.reading import open_workbook


def read_workbook_plan(path: Path | str) -> tuple[Plan, dict[str, Any] | None, tuple[Finding, ...]]:
    """The plan of a workbook, what it was exported as, and what there is to say.

    Raises LoadError for what cannot be read or is no plan; findings name sheet and cell.
    """
    data = read_file(path, "workbook", MAX_BYTES)
    book = open_workbook(data, str(path))
    plan, report = check_source(book.source)
    if plan is None:
        raise LoadError(report)
    return plan, book.base, tuple(report)


def import_workbook(file: Path | str, plan: Path | str | PlanText | None = None) -> Pulled:
    """What a workbook proposes beside what it was exported as.

    With `plan` also held against what the plan says today: what both changed differently is a
    conflict. Raises LoadError for what cannot be read or is no plan.
    """
    edited, data, findings = read_workbook_plan(file)
    text, loaded = read_plan(plan) if plan is not None else ("", None)
    exported = outlined(data) if data else None
    said = list(findings)
    if exported is None:
        said.append(_no_base(str(file)))
    base = exported or loaded or edited
    if loaded and loaded.province != edited.province:
        said.append(_of_another(str(file), edited.province, loaded.province))
    source = Source(Path(file).name)
    proposals = changes_between(base, edited, source, loaded or base)
    now = PrintedValues(pairs_of(loaded).items()) if loaded else None
    copy = Copy(str(file), PrintedValues(pairs_of(base).items()), now, tuple(proposals))
    return held_against([copy], said, text, loaded)


def _no_base(file: str) -> Finding:
    return Finding(
        "workbook.no-base", "warning",
        Message(
            "Sổ không còn (hoặc bị sửa) phần ghi nội dung lúc xuất; so với kế hoạch hiện nay.",
            "What the workbook was exported as is lost or altered; it is compared with the plan "
            "of today.",
        ),
        Message("Đọc kỹ từng đề xuất trước khi nhận.", "Read each proposal before accepting it."),
        Place(file),
    )  # fmt: skip


def _of_another(file: str, theirs: str, ours: str) -> Finding:
    return Finding(
        "workbook.other-province", "warning",
        Message(f"Sổ là kế hoạch của {theirs}, không phải của {ours}.",
                f"The workbook is a plan of {theirs}, not of {ours}."),
        place=Place(file),
    )  # fmt: skip
