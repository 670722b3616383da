"""Bodies that lead, support, are asked or issue: known, and alive when plans are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from r57plans.catalogue.standing import standing_for
from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.language import date_short, did_you_mean


def bodies(case: Case) -> Iterator[Finding]:
    """Ids of bodies that the register lacks, or that nothing stands for on one of the days."""
    for kind, name, found in _named(case):
        for body in dict.fromkeys(b for b in found if isinstance(b, str)):
            yield from _of_body(case, kind, name, body)


def _named(case: Case) -> Iterator[tuple[str, str, Iterable[Any]]]:
    for task in case.catalogue.sub_tasks.values():
        issuers = [product.issuer for product in task.products]
        yield "sub-task", task.id, (*task.leads, *task.supports, *task.requested, *issuers)
    for target in case.catalogue.targets:
        yield "targets", target.id, target.monitor
    for duty in case.catalogue.duties:
        yield "duties", duty.id, duty.bodies


def _of_body(case: Case, kind: str, name: str, body: str) -> Iterator[Finding]:
    registers = case.registers
    if not registers.agency_ever(body):
        message = Message(
            f"{name}: danh bạ không có cơ quan “{body}”.",
            f"{name}: the register has no body “{body}”.",
        )
        hint = did_you_mean(body, registers.agency_names(), 3) or Message(
            "Sửa mã, hoặc thêm vào danh bạ.", "Correct the id, or add it to the register."
        )
        yield case.say("unknown-body", kind, name, message, hint)
        return
    for day in case.catalogue.valid_on:
        if not any(registers.agency(b, day) for b in standing_for(body, registers, day)):
            message = Message(
                f"{name}: “{body}” không có vào ngày {date_short(day, 'vi')} và không có cơ quan "
                "kế thừa.",
                f"{name}: “{body}” did not exist on {date_short(day, 'en')}, and has no successor.",
            )
            hint = Message("Chọn cơ quan khác.", "Choose another body.")
            yield case.say("body-not-then", kind, name, message, hint)
