"""Commented files to begin with: a plan for a province, a status file for a plan."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.base import DocumentDate
from r57plans.starter.lines import Starter
from r57plans.starter.status import starter_status, updated_status

__all__ = ["starter_plan", "starter_status", "updated_status"]


def starter_plan(
    province: str,
    on: DocumentDate,
    ui: Language = "vi",
    schema: str = "",
    catalogue: str = "nq57",
) -> str:
    """The text of a starter plan; the province must exist on that day (KeyError otherwise).

    `schema` is where an editor finds the plan's JSON Schema; comments are in the language `ui`.
    Raises LoadError where there is no such catalogue.
    """
    registers = load_registers()
    record = registers.province(province, on.last)
    if record is None:
        raise KeyError(province)
    lines = list(Starter(record, on, load_catalogue(catalogue), registers, ui).lines())
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "\n".join([*head, *lines]) + "\n"
