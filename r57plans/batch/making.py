"""The documents of one order: what a worker does."""

from __future__ import annotations

from time import perf_counter

from r57plans.batch.edits import edited
from r57plans.batch.order import Made, Order
from r57plans.batch.pdf import finished
from r57plans.checks import check as assess
from r57plans.documents import ALL, build
from r57plans.errors import ReportedError
from r57plans.findings import Report
from r57plans.load.undisturbed import undisturbed
from r57plans.plans import read_plan

PLAN_FILE = "plan.yaml"
"""The plan file of an order that changes one, beside its documents."""


def make(order: Order) -> Made:
    """The documents of one plan; whatever is wrong with the plan is told, not raised."""
    with undisturbed():
        return _made(order)


def _made(order: Order) -> Made:
    start = perf_counter()
    options = order.options
    data = edited(order.data, order.edits) if order.edits else order.data
    plan, loading = read_plan(data, order.name, options.on)
    if plan is None:
        return _failed(order, loading, start)
    try:
        built = build(
            plan, options.languages, options.documents or (ALL,), clean=options.clean,
            template=options.template,
        )  # fmt: skip
        done = finished(built, pdf=options.pdf)
    except ReportedError as error:
        return _failed(order, loading + error.report, start)
    verdicts: dict[str, str] = {}
    hits: dict[str, int] = {}
    if options.check:
        found = assess(plan)
        verdicts = {part.id: part.verdict for part in found.parts}
        for told in found.told:
            hits[told.rule.id] = hits.get(told.rule.id, 0) + 1
    files = (*done.files, *(((PLAN_FILE, data),) if order.edits else ()))
    findings = tuple(dict.fromkeys((*loading, *done.findings)))
    seconds = perf_counter() - start
    return Made(
        order.name,
        findings,
        seconds,
        failed=False,
        plan=plan.hash,
        province=plan.province,
        catalogue=plan.catalogue,
        files=files,
        verdicts=verdicts,
        hits=hits,
    )


def _failed(order: Order, report: Report, start: float) -> Made:
    return Made(order.name, tuple(report), perf_counter() - start, failed=True)
