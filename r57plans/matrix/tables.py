"""The view across provinces as flat tables: for Excel, for CSV, and under the page's pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from r57plans.catalogue.columns import Cell as Value
from r57plans.catalogue.tables import Table
from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.matrix.records import Column, Matrix, Spread
from r57plans.matrix.words import COLUMNS, COMPARED, NATURES, TAKEN, TITLES
from r57plans.view.phrases import RELATIONS
from r57plans.view.progress_words import STANDINGS

_Row = tuple[Value, ...]


def tables_of(found: Matrix, language: Language) -> tuple[Table, ...]:
    """All tables, what they say in one language; days are written year first, so that they sort."""
    made = (
        _coverage(found, language),
        _table("paragraphs", "paragraph title plans share full none", _paragraphs(found, language)),
        _table(
            "provinces",
            "province paragraph title taken_count asked_count omitted_count leads last status plan",
            _provinces(found, language),
        ),
        _table(
            "tasks",
            "province paragraph sub_task title taken tasks leads deadline first last status plan",
            _tasks(found, language),
        ),
        _table(
            "deadlines",
            "sub_task title plans dated undated earliest median latest outliers",
            _deadlines(found, language),
        ),
        _table(
            "targets",
            "target title year central province value compared gap rank relation",
            _targets(found, language),
        ),
        _table(
            "agencies",
            "body name kind lead_count support_count lead_plans support_plans former",
            _agencies(found, language),
        ),
        _table("names", "province name kind tasks nearest place", _names(found, language)),
    )
    if not found.unread:
        return made
    return (*made, _table("unread", "plan finding place", _unread(found, language)))


def iso(day: date | None) -> str | None:
    """A day as it sorts; nothing where there is none."""
    return day.isoformat() if day else None


def _table(name: str, columns: str, rows: Iterable[_Row]) -> Table:
    names = tuple(columns.split())
    return Table(name, TITLES[name], names, tuple(COLUMNS[each] for each in names), tuple(rows))


def _coverage(found: Matrix, language: Language) -> Table:
    names = ("province", "total", *(p.id for p in found.paragraphs))
    titles = (
        COLUMNS["province"],
        COLUMNS["total"],
        *(Message(f"{p.id} {p.title.vi}", f"{p.id} {p.title.en}") for p in found.paragraphs),
    )
    rows = tuple(
        (
            row.title.say(language),
            round(found.total(row.name), 4),
            *(_part(found, row.name, p) for p in found.paragraphs),
        )
        for row in found.plans
    )
    return Table("coverage", TITLES["coverage"], names, titles, rows)


def _part(found: Matrix, plan: str, paragraph: Column) -> float | None:
    part = found.share(plan, paragraph).part
    return None if part is None else round(part, 4)


def _paragraphs(found: Matrix, language: Language) -> Iterator[_Row]:
    for paragraph in found.paragraphs:
        shares = [found.share(row.name, paragraph) for row in found.plans]
        parts = [share.part for share in shares if share.part is not None]
        average = round(sum(parts) / len(parts), 4) if parts else None
        taking = sum(share.taken > 0 for share in shares)
        full = sum(part == 1 for part in parts)
        yield (
            paragraph.id,
            paragraph.title.say(language),
            taking,
            average,
            full,
            len(shares) - taking,
        )


def _provinces(found: Matrix, language: Language) -> Iterator[_Row]:
    for row in found.plans:
        for paragraph in found.paragraphs:
            share = found.share(row.name, paragraph)
            yield (
                row.title.say(language),
                paragraph.id,
                paragraph.title.say(language),
                share.taken,
                share.asked,
                share.omitted or None,
                "; ".join(lead.say(language) for lead in share.leads) or None,
                iso(share.last),
                "; ".join(
                    f"{STANDINGS[standing].say(language)}: {count}"
                    for standing, count in share.standings.items()
                )
                or None,
                row.name,
            )


def _tasks(found: Matrix, language: Language) -> Iterator[_Row]:
    for row in found.plans:
        for column in found.sub_tasks:
            cell = found.cell(row.name, column.id)
            if cell.taken == "no" and not column.duty:
                continue
            yield (
                row.title.say(language),
                column.paragraph,
                column.id,
                column.title.say(language),
                TAKEN[cell.taken].say(language),
                "; ".join(cell.tasks) or None,
                "; ".join(lead.say(language) for lead in cell.leads) or None,
                (cell.when.say(language) or None) if cell.when else None,
                iso(cell.first),
                iso(cell.last),
                STANDINGS[cell.standing].say(language) if cell.standing else None,
                row.name,
            )


def _deadlines(found: Matrix, language: Language) -> Iterator[_Row]:
    titles = {column.id: column.title for column in found.sub_tasks}
    for spread in found.spreads:
        yield (
            spread.sub_task,
            titles[spread.sub_task].say(language),
            spread.dated + spread.undated,
            spread.dated,
            spread.undated,
            iso(spread.earliest),
            iso(spread.median),
            iso(spread.latest),
            outliers(found, spread, language) or None,
        )


def outliers(found: Matrix, spread: Spread, language: Language) -> str:
    """The provinces that lie far from the others, each with its day."""
    titles = {row.name: row.title for row in found.plans}
    return "; ".join(
        f"{titles[each.plan].say(language)} {date_short(each.day, language)}"
        for each in spread.outliers
    )


def _targets(found: Matrix, language: Language) -> Iterator[_Row]:
    titles = {row.name: row.title for row in found.plans}
    for spread in found.targets:
        for placed in spread.placed:
            yield (
                spread.id,
                spread.title.say(language),
                spread.year,
                spread.central.say(language) or None,
                titles[placed.plan].say(language),
                placed.value.say(language),
                COMPARED[placed.compared].say(language),
                None if placed.gap is None else round(placed.gap, 4),
                placed.rank,
                RELATIONS[placed.relation].say(language) if placed.relation else None,
            )


def _agencies(found: Matrix, language: Language) -> Iterator[_Row]:
    for load in found.loads:
        yield (
            load.id if load.nature == "register" else None,
            load.name.say(language),
            NATURES[load.nature].say(language),
            load.leads,
            load.supports,
            len(load.leading),
            len(load.supporting),
            "; ".join(load.former) or None,
        )


def _names(found: Matrix, language: Language) -> Iterator[_Row]:
    titles = {row.name: row.title for row in found.plans}
    for named in found.named:
        yield (
            titles[named.plan].say(language),
            named.name.say(language),
            NATURES[named.nature].say(language),
            "; ".join(named.tasks),
            named.nearest or None,
            named.place,
        )


def _unread(found: Matrix, language: Language) -> Iterator[_Row]:
    for unread in found.unread:
        for finding in unread.findings:
            yield unread.name, finding.message.say(language), str(finding.place)
