"""The lists that cells are picked from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from r57plans.findings import Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.workbook.coded import CODED, words_of
from r57plans.workbook.general import SEATS, prose
from r57plans.workbook.laying import Laid
from r57plans.workbook.names import Names, NoNames
from r57plans.workbook.sheets import PICKS, TITLES

FIRST_ROW = 3
"""Where a list begins on its sheet, below the hidden row of keys and the headings."""
NAMES: Mapping[str, str] = {"sub-tasks": "sub-task-names", "targets": "target-names"}
"""The lists of names, in the order of the lists of ids."""


@dataclass(frozen=True, slots=True)
class Picks:
    """The lists by name, as they stand on their sheet, a column each."""

    lists: Mapping[str, tuple[str, ...]]
    language: Language

    def reference(self, name: str) -> str:
        """The range in which a list stands; "" for one that is empty or not there."""
        if not self.lists.get(name):
            return ""
        place = list(self.lists).index(name)
        column, last = xl_col_to_name(place), FIRST_ROW + len(self.lists[name]) - 1
        return f"'{TITLES[PICKS].say(self.language)}'!${column}${FIRST_ROW}:${column}${last}"

    def name_of(self, ids: str, name: str) -> str:
        """The name beside an id of the sub-tasks or targets; "" for one that is not there."""
        known, names = self.lists[ids], self.lists[NAMES[ids]]
        return names[known.index(name)] if name in known else ""


def picks_of(plan: Plan, laid: Laid, names: Names | NoNames, language: Language) -> Picks:
    """What a plan's cells may be picked from, on the plan's date."""
    catalogue, registers = load_catalogue(plan.catalogue), load_registers()
    sub_tasks = {task.id: names.fill(task.text) for task in catalogue.sub_tasks.values()}
    targets = _targets(catalogue, plan, names)
    day = plan.document.date.last
    parts = prose(laid.documents, laid.groups).values()
    lists: dict[str, tuple[str, ...]] = {
        "sub-tasks": tuple(sub_tasks),
        "sub-task-names": tuple(sub_tasks.values()),
        "bodies": names.bodies,
        "posts": names.posts,
        "tasks": tuple(task.id for task in plan.tasks),
        "targets": tuple(targets),
        "target-names": tuple(targets.values()),
        "own-targets": tuple(target.id for target in plan.targets),
        "groups": tuple(group.id for group in plan.groups) or tuple(map(str, range(1, 8))),
        "types": tuple(registers.types),
        **{kind: words_of(kind) for kind in CODED},
        "deciders": (*words_of("authorities"), *names.bodies),
        "provinces": tuple(each.vi for each in registers.provinces_on(day)),
        "seats": tuple(label.vi for _, label in SEATS.values()),
        "yes": ("có",),
        "prose": tuple(label.say(language) for label in parts),
    }  # fmt: skip
    return Picks(lists, language)


def _targets(catalogue: Catalogue, plan: Plan, names: Names | NoNames) -> dict[str, str]:
    """The names of the plan's own targets and of the catalogue's, by id."""
    known = {target.id: names.fill(target.name) for target in catalogue.targets}
    own = {each.id: each.name.vi or "" for each in plan.targets if each.name}
    return {each.id: "" for each in plan.targets} | known | own
