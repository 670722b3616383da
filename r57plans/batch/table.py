"""The requirement over all plans as one table: a row for each plan, a column for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from r57plans.batch.records import Record
from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table
from r57plans.checks.run import pack_of
from r57plans.checks.shape import VERDICTS
from r57plans.findings import Language, Message
from r57plans.model.base import Text

_FAILED = Message("không đọc được", "could not be read")


def check_table(records: Sequence[Record], language: Language) -> Table:
    """How each plan stands in each part of the requirement, and how often each rule found
    something; rules that found nothing anywhere have no column."""
    pack = pack_of()
    found = {name for record in records for name in record.hits}
    rules = [rule for rule in pack.rules if rule.id in found]
    parts = [(part.id, _both(part.title)) for part in pack.parts if part.title]
    titles = [Message("Kế hoạch", "Plan"), *(title for _, title in parts)]
    titles += [Message(*(f"{rule.id} {said}" for said in _both(rule.title))) for rule in rules]
    names = ("plan", *(name for name, _ in parts), *(rule.id for rule in rules))
    rows = tuple(
        tuple(_row(record, [name for name, _ in parts], [r.id for r in rules], language))
        for record in records
    )
    title = Message("Yêu cầu tháng 3-2025", "Requirement of March 2025")
    return Table("check", title, names, tuple(titles), rows)


def _both(text: Text) -> Message:
    return Message(text.vi, text.say("en"))


def _row(
    record: Record, parts: Sequence[str], rules: Sequence[str], language: Language
) -> Iterator[Cell]:
    yield record.name if not record.failed else f"{record.name} ({_FAILED.say(language)})"
    words = {str(verdict): said.say(language) for verdict, said in VERDICTS.items()}
    for part in parts:
        yield words.get(record.verdicts.get(part, ""), "")
    for rule in rules:
        yield record.hits.get(rule, 0)
