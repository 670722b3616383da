"""A plan file as a `Plan`: shape and references checked together, every fault said at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Report
from r57plans.language import nearest
from r57plans.load.catalogue_file import (
    catalogue_names,
    load_catalogue,
    load_registers,
)
from r57plans.load.faults import fault
from r57plans.load.files import read_file
from r57plans.load.known import day_of
from r57plans.load.references import reference_findings
from r57plans.load.shapes import shape_findings
from r57plans.load.yaml_source import Source, read_yaml, without_blanks
from r57plans.model.base import DocumentDate, Frozen
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Places, Plan
from r57plans.model.registers import Registers

_OURS, _PLANS = "r57plans/", "r57plans/plan/"
_PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)


def load_plan(
    path: Path | str,
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> Plan:
    """The plan in a file; raises LoadError with every finding where one of them is an error.

    `on` stands for the file's own document.date, before anything dated is looked up. Registers and
    catalogue are the shipped ones unless given. Warnings are lost here: see `check_plan_file`.
    """
    return _or_raise(*check_plan_file(path, on=on, registers=registers, catalogue=catalogue))


def parse_plan(
    data: bytes,
    file: str = "plan.yaml",
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> Plan:
    """`load_plan` for bytes at hand; `file` is the name that findings say."""
    return _or_raise(*check_plan(data, file, on=on, registers=registers, catalogue=catalogue))


def check_plan_file(
    path: Path | str,
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Plan | None, Report]:
    """The plan, None where there is an error, and everything found, warnings too; never raises."""
    try:
        data = read_file(path)
    except LoadError as error:
        return None, error.report
    return check_plan(data, str(path), on=on, registers=registers, catalogue=catalogue)


def check_plan(
    data: bytes,
    file: str = "plan.yaml",
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Plan | None, Report]:
    """`check_plan_file` for bytes at hand."""
    return check_source(read_yaml(data, file), on=on, registers=registers, catalogue=catalogue)


def check_source(
    source: Source,
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Plan | None, Report]:
    """`check_plan_file` for what was read, from whatever kind of file."""
    source = _dated(filled(source), on)
    if source.data is None:
        return None, source.report
    if another := _another_kind(source):
        return None, Report((another,))
    known, of_catalogue = _catalogue(source, catalogue)
    references = reference_findings(
        source, registers or load_registers(), known, day_of(source.data)
    )
    plan, shape = _validated(source)
    report = source.report + Report.of([*of_catalogue, *references, *_rest(shape, references)])
    return (None if report.errors else plan), report


def _another_kind(source: Source) -> Finding | None:
    """What is said of another file of ours, such as a status file, in a plan's place."""
    kind = source.data.get("format")
    if not isinstance(kind, str) or not kind.startswith(_OURS) or kind.startswith(_PLANS):
        return None
    return fault(
        "plan.another-kind",
        source.place(("format",)),
        Message(
            f"Đây là tệp {kind}, không phải tệp kế hoạch.",
            f"This is a file of the kind {kind}, not a plan.",
        ),
        Message(
            "Chỉ tới tệp kế hoạch (format: r57plans/plan/1).",
            "Name the plan file (format: r57plans/plan/1).",
        ),
    )


def outlined(data: Mapping[str, Any]) -> Plan | None:
    """The plan that data give without a look at what they refer to; None where they give none."""
    try:
        return _PLAN.validate_python(data)
    except ValidationError:
        return None


def _or_raise(plan: Plan | None, report: Report) -> Plan:
    if plan is None:
        raise LoadError(report)
    return plan


def _dated(source: Source, on: DocumentDate | None) -> Source:
    """The source with the caller's date in place of the file's."""
    document = source.data.get("document") if source.data else None
    if on is None or not isinstance(document, dict):
        return source
    return replace(source, data=source.data | {"document": document | {"date": str(on)}})


def filled(source: Source) -> Source:
    """The source without the keys of our models that have nothing after their colon."""
    if source.data is None:
        return source
    data = without_blanks(source.data, frozenset(_field_names(Frozen)))
    return replace(source, data=data)


def _field_names(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a model and of all that are made from it."""
    yield from (field.alias or name for name, field in model.model_fields.items())
    for made in model.__subclasses__():
        yield from _field_names(made)


def _validated(source: Source) -> tuple[Plan | None, list[Finding]]:
    try:
        return _PLAN.validate_python(source.data, context=Places(source.places)), []
    except ValidationError as error:
        return None, shape_findings(error, source, _PLAN)


def _rest(shape: list[Finding], references: list[Finding]) -> list[Finding]:
    """Faults of shape, without those at whose place a reference has already said more."""
    said = {f.place for f in references}
    return [f for f in shape if f.place not in said]


def _catalogue(source: Source, given: Catalogue | None) -> tuple[Catalogue | None, list[Finding]]:
    """The catalogue that the file names, or the one given if it is the same; and what is wrong."""
    name: Any = source.data.get("catalogue")
    if not isinstance(name, str):
        return given, []
    wanted, _, version = name.partition("@")
    if given is None and wanted in catalogue_names():
        given = load_catalogue(wanted)
    if given is None or given.id != wanted:
        names = (given.id,) if given else catalogue_names()
        return None, [_unknown_catalogue(source, name, names)]
    there = given.at(version) if version else given
    return (there, []) if there else (None, [_other_version(source, name, given)])


def _unknown_catalogue(source: Source, name: str, names: tuple[str, ...]) -> Finding:
    message = Message(f"Không có danh mục “{name}”.", f"There is no catalogue “{name}”.")
    known = ", ".join(nearest(name, names) or names)
    hint = Message(f"Danh mục hiện có: {known}.", f"There is: {known}.")
    return fault("plan.unknown-catalogue", source.place(("catalogue",)), message, hint)


def _other_version(source: Source, name: str, found: Catalogue) -> Finding:
    message = Message(
        f"Ở đây không có danh mục “{name}” mà kế hoạch dùng.",
        f"The catalogue “{name}” that the plan uses is not here.",
    )
    there = " / ".join(f"{found.id}@{version}" for version in found.versions)
    hint = Message(
        f"Viết catalogue: {there}, rồi kiểm tra lại các mã nhiệm vụ.",
        f"Write catalogue: {there}, and check the tasks' ids again.",
    )
    return fault("plan.catalogue-version", source.place(("catalogue",)), message, hint)
