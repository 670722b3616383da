"""The requirement over all plans as one table: a row for each plan, a column for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from r57plans.batch.records import Record
from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table
from r57plans.checks.run import pack_of
from r57plans.checks.shape import VERDICTS
from r57plans.findings import Language, Message
from r57plans.load import load_catalogue, load_registers
from r57plans.model.pack import Verdict
from r57plans.workbook import Look

_FAILED = Message("không lập được", "could not be made")
# The longer of two verdicts that begin alike comes first.
_COLOURS: dict[Verdict, str] = {"partly": "#FFE699", "met": "#C6E7CF", "not": "#F8A5A5"}


def check_table(records: Sequence[Record], language: Language) -> Table:
    """How each plan stands in each part of the requirement, and how often each rule found
    something; rules that found nothing anywhere have no column."""
    pack = pack_of()
    found = {name for record in records for name in record.hits}
    rules = [rule for rule in pack.rules if rule.id in found]
    parts = [part.id for part in pack.parts]
    asked = {asked.id: asked.title for asked in load_catalogue().requirement}
    titles = [
        Message("Tỉnh, thành phố", "Province"),
        Message("Kế hoạch", "Plan"),
        *((part.title or asked[part.id]).message for part in pack.parts),
        *(Message(f"{r.id} {r.title.vi}", f"{r.id} {r.title.say('en')}") for r in rules),
    ]
    names = ("province", "plan", *parts, *(rule.id for rule in rules))
    rows = tuple(
        tuple(_row(record, parts, [rule.id for rule in rules], language)) for record in records
    )
    title = Message("Yêu cầu tháng 3-2025", "Requirement of March 2025")
    return Table("check", title, names, tuple(titles), rows)


def check_look() -> Look:
    """The colours of that table's verdicts."""
    return Look(
        marked=tuple(
            (part.id, VERDICTS[verdict], colour)
            for part in pack_of().parts
            for verdict, colour in _COLOURS.items()
        )
    )


def _row(
    record: Record, parts: Sequence[str], rules: Sequence[str], language: Language
) -> Iterator[Cell]:
    known = load_registers().province_ever(record.province)
    yield (known[0].vi if language == "vi" else known[0].en) if known else None
    yield record.name if not record.failed else f"{record.name} ({_FAILED.say(language)})"
    words = {str(verdict): said.say(language) for verdict, said in VERDICTS.items()}
    for part in parts:
        yield words.get(record.verdicts.get(part, ""))
    for rule in rules:
        yield None if record.failed else record.hits.get(rule, 0)
