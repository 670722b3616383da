"""What a sheet of a workbook is: its records, its columns, the marks by which they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57plans.findings import Message
from r57plans.workbook.fields import Field

MARK = "r57:"
"""Before the key of a sheet, in its first cell, and of a column, in the hidden first row."""
IDENTITY = "identity"
COMPUTED = "catalogue"
SITE, VALUE = "site", "value"


@dataclass(frozen=True, slots=True)
class Column:
    """How a column looks. `pick` names the list that its cells are picked from."""

    title: Message
    width: int = 14
    required: bool = False
    pick: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of records: a row each, in the order of the plan's list `key`.

    Columns stand in their order; only the first `printed` are printed, unless it is 0. Records
    with a `parent` lie in a list of another's: milestones in tasks. `id` is the column by
    which people know a record, "" where it has none.
    """

    key: str
    title: Message
    fields: tuple[Field, ...]
    columns: Mapping[str, Column] = field(default_factory=dict)
    id: str = ""
    parent: str = ""
    printed: int = 0


PARENT = "parent"
