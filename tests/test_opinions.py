"""The table of opinions: one row an opinion, grouped by who gave it, with what came of it."""

from __future__ import annotations

from typing import Any

from assessed import TASK
from plan_builders import plan, text_of
from word_outline import outline

from r57plans.findings import Language, Message
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal, Source
from r57plans.opinions import Decided, opinions

PLAN = plan(tasks=[TASK, TASK | {"id": "local-2"}])
SCIENCE = Source("in/so-khcn.docx", "Nguyễn Văn A")
HER = Source("du-thao.docx", "Trần Thị B")


def change(field: str, old: str, new: str, **more: Any) -> Proposal:
    task = more.pop("task", "local-1")
    return Proposal("change", f"task/{task}/{field}", field, tuple(filter(None, old.split("; "))),
                    tuple(filter(None, new.split("; "))), task=task, **more)  # fmt: skip


def rows(*decided: Decided, language: Language = "vi", of: Plan = PLAN) -> list[str]:
    """The rows of the table without its head, as text without formats."""
    told = text_of(outline(opinions(decided, of, language)).replace("°", " ").replace("⁻", "-"))
    lines = [line.replace("¶[TableText] ", "") for line in told.splitlines()]
    return [line for line in lines if line.startswith("| ")][1:]


LATER = change("deadline", "Quý III/2025", "Quý IV/2025", source=SCIENCE)
OTHER = change("leads", "Sở Khoa học và Công nghệ", "Sở Tài chính", source=SCIENCE)


def test_x() -> None:
    for r in rows(Decided(LATER, True), Decided(OTHER, False, "Vì vậy"), Decided(change("text","a","b",source=HER), True)):
        print(r)
    assert 0
