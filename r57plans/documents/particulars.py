"""The particulars of a document beside the action plan: what the plan gives, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from r57plans.model.base import DocumentDate, Text
from r57plans.model.document import Opening, Particulars, Signer
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.names import implied_issuer


def issuer_of_plan(plan: Plan, registers: Registers) -> str:
    """The issuer of the action plan."""
    return plan.document.issuer or implied_issuer(plan, registers)


@dataclass(frozen=True, slots=True)
class Usual:
    """What a kind of document has unless the plan says otherwise.

    `implied` gives particulars that follow from others, where `documents` has none.
    """

    type: str
    issuer: Callable[[Plan, Registers], str] = issuer_of_plan
    implied: Callable[[Plan], Particulars | None] = lambda _plan: None
    recipients: tuple[Text, ...] = ()
    opening: Opening = "paragraph"


def month_of(date: DocumentDate) -> DocumentDate:
    """The date without its day."""
    return DocumentDate(date.year, date.month)


def own_plan(plan: Plan, name: str, usual: Usual | None, registers: Registers) -> Plan:
    """The plan as its document `name` sees it; the plan itself where it has no own particulars."""
    if usual is None:
        return plan
    return plan.of_document(name, _completed(plan, name, usual, registers))


def _completed(plan: Plan, name: str, usual: Usual, registers: Registers) -> Particulars:
    """What the plan gives of a document, with what follows from the action plan's particulars.

    Number, day, title and status are never taken over from the action plan.
    """
    main = plan.document
    given = (
        plan.documents.get(name)
        or usual.implied(plan)
        or Particulars(type=usual.type, date=month_of(main.date))
    )
    issuer = given.issuer or usual.issuer(plan, registers)
    record = registers.issuers[issuer]
    same = issuer == issuer_of_plan(plan, registers)
    usual_signer = Signer(authority=record.authority, role=record.signs)
    more: dict[str, Any] = {
        "issuer": issuer,
        "place": given.place or main.place,
        "superior": given.superior or (main.superior if same else None),
        "signer": given.signer or (main.signer if same else None) or usual_signer,
        "recipients": given.recipients or usual.recipients,
        "opening": usual.opening if usual.opening == "list" else given.opening,
    }
    return given.model_copy(update=more)
