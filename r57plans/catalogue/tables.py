"""A catalogue as flat tables, for people who live in a spreadsheet and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from r57plans.catalogue.columns import (
    AGENCY,
    BASELINE,
    DIRECTIVE,
    DOCUMENT,
    DUTY,
    PRINCIPLE,
    PROVINCE,
    REQUIREMENT,
    ROLE,
    SENTENCE,
    SUB_TASK,
    TARGET,
    Cell,
    Column,
    joined,
    plain,
)
from r57plans.catalogue.resting import resting_on
from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget
from r57plans.model.registers import Registers
from r57plans.model.target import Value


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its machine name, its title, the columns' machine names and titles, the rows."""

    name: str
    title: Message
    columns: tuple[str, ...]
    titles: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """Sub-tasks, sentences, targets and all other records, each kind in a table of its own.

    Texts have any province's words in their placeholders, and gaps for local figures.
    """
    return (
        _table("sub-tasks", "Nhiệm vụ", "Sub-tasks", _sub_task(catalogue),
               catalogue.sub_tasks.values()),
        _table("sentences", "Câu nguồn", "Sentences", SENTENCE, _sentences(catalogue)),
        _table("targets", "Chỉ tiêu", "Targets", TARGET, _values(catalogue)),
        _table("baselines", "Số liệu gốc", "Baselines", BASELINE, catalogue.baselines),
        _table("principles", "Quan điểm", "Principles", PRINCIPLE, catalogue.principles),
        _table("duties", "Tổ chức thực hiện", "Duties", DUTY, catalogue.duties),
        _table("directives", "Chỉ đạo của Trung ương", "Directives", DIRECTIVE,
               catalogue.directives),
        _table("requirement", "Yêu cầu", "Requirement", REQUIREMENT, catalogue.requirement),
        _table("documents", "Văn bản", "Documents", DOCUMENT, catalogue.documents),
    )  # fmt: skip


def register_tables(registers: Registers) -> tuple[Table, ...]:
    """Bodies, provinces and posts, which all catalogues share: a row for each time of a record."""
    return (
        _table("agencies", "Cơ quan", "Bodies", AGENCY, registers.agencies),
        _table("provinces", "Tỉnh, thành phố", "Provinces", PROVINCE, registers.provinces),
        _table("roles", "Chức danh", "Posts", ROLE, registers.roles.values()),
    )


def _sub_task(catalogue: Catalogue) -> tuple[Column, ...]:
    """The columns of a sub-task; which directives name it is known to the directives alone."""
    naming: dict[str, list[str]] = {}
    for directive in catalogue.directives:
        for name in directive.sub_tasks:
            naming.setdefault(name, []).append(directive.id)
    directives = plain("directives", "Chỉ đạo", "Directives", lambda t: joined(naming.get(t.id)))
    return (*SUB_TASK, directives)


def _table(
    name: str, vi: str, en: str, columns: tuple[Column, ...], records: Iterable[Any]
) -> Table:
    return Table(
        name,
        Message(vi, en),
        tuple(c.name for c in columns),
        tuple(Message(c.vi, c.en) for c in columns),
        tuple(tuple(c.of(record) for c in columns) for record in records),
    )


@dataclass(frozen=True, slots=True)
class _SentenceRow:
    id: str
    part: str
    gist: Text | None
    frame: bool
    fingerprint: str | None
    resting: str


def _sentences(catalogue: Catalogue) -> Iterator[_SentenceRow]:
    resting = resting_on(catalogue)
    for sentence in catalogue.sentences():
        part = "III" if sentence.id[0].isdigit() else sentence.id.partition(".")[0]
        on_it = ", ".join(resting.get(sentence.id, ()))
        yield _SentenceRow(
            sentence.id, part, sentence.gist, sentence.frame, sentence.fingerprint, on_it
        )


@dataclass(frozen=True, slots=True)
class _TargetRow:
    target: CatalogueTarget
    value: Value


def _values(catalogue: Catalogue) -> Iterator[_TargetRow]:
    return (_TargetRow(target, value) for target in catalogue.targets for value in target.values)
