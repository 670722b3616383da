"""Bodies, provinces and posts of the registers, as `show` and `list` tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from r57plans.catalogue.general import say
from r57plans.cli.catalogue.words import SIDES, VALUES, word
from r57plans.findings import Language
from r57plans.language import date_short
from r57plans.model.base import Dated
from r57plans.model.registers import Agency, Province, Registers, Role

Record = Agency | Province | Role
KINDS = ("agencies", "provinces", "roles")


def registered(registers: Registers, name: str) -> tuple[Record, ...]:
    """Every record of that id or short form, whatever its dates."""
    role = registers.roles.get(name)
    return (
        *registers.agency_ever(name),
        *registers.province_ever(name),
        *((role,) if role else ()),
    )


def names(registers: Registers) -> list[str]:
    """Every id and short form that `registered` knows."""
    provinces = [p.id for p in registers.provinces]
    return list(dict.fromkeys((*registers.agency_names(), *provinces, *registers.roles)))


def records(registers: Registers, kind: str) -> tuple[Record, ...]:
    """All records of one kind of register."""
    if kind == "agencies":
        return registers.agencies
    return registers.provinces if kind == "provinces" else registers.terms.roles


def title(record: Record, language: Language) -> str:
    """The name, with any province's words in its placeholders."""
    if isinstance(record, Province):
        return record.vi if language == "vi" else record.en
    return say(record, language)


def rows(
    record: Record, registers: Registers, day: date, language: Language
) -> Iterator[tuple[str, str]]:
    """Labels' keys and what the record holds, without what is empty."""
    return ((key, said) for key, said in _rows(record, registers, day, language) if said)


def _rows(
    record: Record, registers: Registers, day: date, language: Language
) -> Iterator[tuple[str, str]]:
    other: Language = "en" if language == "vi" else "vi"
    yield f"name_{other}", title(record, other)
    if not isinstance(record, Role):
        yield "exists", _span(record, day, language)
        heir = record.successor if record.successor != record.id else None
        heirs = {r.id: r for r in registered(registers, heir or "")}
        yield "successor", "; ".join(f"{title(r, language)} ({i})" for i, r in heirs.items())
    if isinstance(record, Agency):
        yield "aliases", ", ".join(record.aliases)
        yield "side", word(SIDES[record.side], language)
        before = (a for a in registers.agencies if a.successor == record.id)
        yield "predecessors", "; ".join(f"{title(a, language)} ({a.id})" for a in before)
    if isinstance(record, Province):
        yield "code", record.code
        yield "predecessors", ", ".join(record.predecessors)
    yield "basis", word(VALUES[record.basis], language)
    yield "source", record.source


def span_of(record: Dated, language: Language) -> str:
    """The days between which it existed: `… – 30/6/2025`; empty where neither is known."""
    days = (record.valid_from, record.valid_to)
    return " – ".join(date_short(d, language) if d else "…" for d in days) if any(days) else ""


def _span(record: Agency | Province, day: date, language: Language) -> str:
    there = word(VALUES["yes" if record.valid_on(day) else "no"], language)
    return f"{span_of(record, language) or '…'} ({date_short(day, language)}: {there})"
