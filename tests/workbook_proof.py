"""Workbooks at length: what `make prove` counts.

Random plans go into a workbook and come back; workbooks that say a random edit of their plan become
proposals, which are written into the old plan's file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from random_plans import Data, as_plan, random_edits, random_plan

from r57plans.load import check_source, parse_plan
from r57plans.load.plan_text import plan_text
from r57plans.model.plan import Plan
from r57plans.workbook.exporting import export
from r57plans.workbook.proposing import import_workbook
from r57plans.workbook.reading import read_workbook

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "workbook.md"
PLANS = 500
HEAD = """\
# Plans in workbooks, and back

`PYTHONPATH=tests python tests/workbook_proof.py`, which `make prove` runs, exports random plans as
workbooks and reads them again; then edits each plan at random, and writes what a workbook with
these edits proposes into the file of the first.
"""


def unlike(count: int) -> Iterator[str]:
    """The seeds whose plan comes back otherwise, or with a proposal though nobody edited it."""
    with TemporaryDirectory() as folder:
        file, workbook = Path(folder) / "plan.yaml", Path(folder) / "plan.xlsx"
        for seed in range(count):
            plan = as_plan(random_plan(Random(seed)))
            file.write_text(plan_text(plan.data), "utf-8")
            workbook.write_bytes(export(plan))
            if check_source(read_workbook(workbook.read_bytes()))[0] != plan:
                yield f"{seed}: another plan"
            found = import_workbook(workbook, file)
            if found.proposals or found.conflicts or found.findings:
                yield f"{seed}: {found.proposals or found.conflicts or found.findings}"


def unwritten(count: int) -> Iterator[str]:
    """The seeds of which an edit was not written as it was made."""
    with TemporaryDirectory() as folder:
        for seed in range(count):
            rng = Random(seed)
            old = random_plan(rng)
            new = random_edits(old, rng)
            if told := _difference(old, new, Path(folder)):
                yield f"{seed}: {told}"


def _difference(old: Data, new: Data, folder: Path) -> str:
    """What is otherwise where a workbook of the old plan says the new one."""
    before, after = as_plan(old), as_plan(new)
    file, workbook = folder / "plan.yaml", folder / "plan.xlsx"
    file.write_text(plan_text(before.data), "utf-8")
    workbook.write_bytes(export(after, base=before.data))
    found = import_workbook(workbook, file)
    done = found.apply(found.proposals)
    if done.refused:
        return done.refused[0].finding.text("en")
    made = parse_plan(done.text.encode())
    return "" if _sorted(made) == _sorted(after) else f"{_sorted(made)} is not {_sorted(after)}"


def _sorted(plan: Plan) -> Data:
    """What a plan says; the order of tasks and targets is not proposed."""
    data = plan.data
    by_id = {key: sorted(data.get(key, ()), key=str) for key in ("tasks", "targets")}
    return data | by_id


def main() -> None:
    """Writes the page; ends with what went wrong."""
    lost, wrong = list(unlike(PLANS)), list(unwritten(PLANS))
    PAGE.write_text(
        f"{HEAD}\n| what | plans | otherwise |\n|---|---:|---:|\n"
        f"| the same plan comes back, and without an edit nothing is proposed | {PLANS} "
        f"| {len(lost)} |\n"
        "| random edits in a workbook, written into the plan file, give the edited plan "
        f"| {PLANS} | {len(wrong)} |\n",
        "utf-8",
    )
    if lost or wrong:
        raise SystemExit("\n".join((*lost, *wrong)))


if __name__ == "__main__":
    main()
