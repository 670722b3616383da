"""The lists that cells are picked from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from xlsxwriter.utility import xl_col_to_name

from r57plans.findings import Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.document import Issuer, Opening, Status
from r57plans.model.plan import Plan
from r57plans.model.target import Relation
from r57plans.workbook.general import SEATS, prose
from r57plans.workbook.laying import Laid
from r57plans.workbook.names import Names, NoNames
from r57plans.workbook.sheets import PICKS, TITLES

FIRST_ROW = 3
"""Where a list begins on its sheet, below the hidden row of keys and the headings."""
URGENCIES = ("khan", "thuong-khan", "hoa-toc")


@dataclass(frozen=True, slots=True)
class Picks:
    """The lists by name, as they stand on their sheet, a column each."""

    lists: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    language: Language

    def reference(self, name: str) -> str:
        """The range in which a list stands; "" for one that is empty or not there."""
        if not self.lists.get(name):
            return ""
        place = list(self.lists).index(name)
        column, last = xl_col_to_name(place), FIRST_ROW + len(self.lists[name]) - 1
        return f"'{TITLES[PICKS].say(self.language)}'!${column}${FIRST_ROW}:${column}${last}"

    def sub_task(self, name: str) -> str:
        """The catalogue's name of a sub-task; "" for a task of another kind."""
        return self.titles.get(name, "")


def picks_of(plan: Plan, laid: Laid, names: Names | NoNames, language: Language) -> Picks:
    """What a plan's cells may be picked from, on the plan's date."""
    catalogue, registers = load_catalogue(plan.catalogue), load_registers()
    sub_tasks = {task.id: names.fill(task.text) for task in catalogue.sub_tasks.values()}
    day = plan.document.date.last
    parts = prose(laid.documents, laid.groups).values()
    lists: dict[str, tuple[str, ...]] = {
        "sub-tasks": tuple(sub_tasks),
        "sub-task-names": tuple(sub_tasks.values()),
        "bodies": names.bodies,
        "posts": names.posts,
        "tasks": tuple(task.id for task in plan.tasks),
        "targets": tuple(_target_ids(catalogue, plan)),
        "own-targets": tuple(target.id for target in plan.targets),
        "groups": tuple(group.id for group in plan.groups) or tuple(map(str, range(1, 8))),
        "products": tuple(registers.products),
        "relations": get_args(Relation),
        "statuses": get_args(Status),
        "openings": get_args(Opening),
        "issuers": get_args(Issuer),
        "types": ("CTr", "KH", "NQ", "QĐ", "BC", "ĐA"),
        "urgencies": URGENCIES,
        "spellings": ("new", "old"),
        "levels": ("commune", "province"),
        "compositions": ("list", "appendix"),
        "styles": ("decimal", "roman", "letter", "none"),
        "provinces": tuple(each.id for each in registers.provinces_on(day)),
        "seats": tuple(label.vi for _, label in SEATS.values()),
        "yes": ("có",),
        "prose": tuple(label.say(language) for label in parts),
    }  # fmt: skip
    return Picks(lists, sub_tasks, language)


def _target_ids(catalogue: Any, plan: Plan) -> dict[str, None]:
    own = (target.id for target in plan.targets)
    return dict.fromkeys((*own, *(target.id for target in catalogue.targets)))
