"""Plans of former provinces for tests of mergers, and what is lost in merging them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any

from random_plans import random_plan

from r57plans.demo import demo_plan
from r57plans.load import load_registers, parse_plan
from r57plans.merging import Merged, merge
from r57plans.merging.fields import product_key
from r57plans.model.base import DocumentDate
from r57plans.model.plan import Plan

DAY = date(2025, 7, 1)
MARCH = DocumentDate.parse("2025-03-28")
MERGERS = {
    province.id: tuple(province.predecessors)
    for province in load_registers().provinces_on(DAY)
    if len(province.predecessors) > 1
}
"""The 23 provinces that were made of several, each with those."""
Data = dict[str, Any]


@cache
def demo(province: str) -> Plan:
    """The illustrative plan of a former province."""
    return parse_plan(demo_plan(province, MARCH).encode(), f"{province}.yaml")


def plan_of(province: str, **more: Any) -> Plan:
    """A small plan of a former province; `document` completes the particulars."""
    document = {"issuer": "tinh-uy", "type": "CTr", "date": "2025-03-28"}
    data: Data = {
        "format": "r57plans/plan/1",
        "catalogue": "nq57@2026.11",
        "province": province,
        **more,
    }
    return Plan.model_validate(data | {"document": document | more.get("document", {})})


def random_of(province: str, seed: int, most: int = 12) -> Plan:
    """A random plan of a former province, always the same for a seed."""
    data = random_plan(Random(seed), most) | {"province": province}
    return Plan.model_validate(data)


def hung_yen(a: Data, b: Data, **more: Any) -> Merged:
    """The plans of Hưng Yên and Thái Bình, of which these are the data, as one."""
    return merge([plan_of("hung-yen", **a), plan_of("thai-binh", **b)], "hung-yen", DAY, **more)


def lost(parents: list[Plan], merged: Merged) -> Iterator[str]:
    """What of the parents is neither in the merged plan nor in the report."""
    told = {
        (entry.part, origin.province, origin.id): entry
        for entry in merged.report.entries
        for origin in entry.origins
    }
    tasks = {task.id: task for task in merged.plan.tasks}
    for plan in parents:
        for task in plan.tasks:
            entry = told.get(("tasks", plan.province, task.id))
            if entry is None or entry.id not in tasks:
                yield f"{plan.province}: task {task.id}"
                continue
            there = tasks[entry.id]
            kept = set(map(product_key, there.products))
            yield from (
                f"{plan.province}: {task.id} {product}"
                for product in task.products
                if product_key(product) not in kept
            )
            yield from _unsaid(plan, task, there, " ".join(n.vi for n in entry.notes))
        for target in plan.targets:
            if ("targets", plan.province, target.id) not in told:
                yield f"{plan.province}: target {target.id}"


def _unsaid(plan: Plan, task: Any, there: Any, notes: str) -> Iterator[str]:
    """A deadline or a wording that is neither taken nor noted."""
    deadline = task.deadline.deadline
    if there.deadline.deadline.meaning != deadline.meaning and deadline.wording not in notes:
        yield f"{plan.province}: {task.id} {deadline.wording}"
    other = task.text and (there.text is None or there.text.vi != task.text.vi)
    if other and " ".join(task.text.vi.split()).rstrip(".") not in notes:
        yield f"{plan.province}: {task.id} {task.text.vi}"
