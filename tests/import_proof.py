"""Built plans, stripped of all that is ours and imported again: what `make prove` counts.

The examples and illustrative plans of provinces are built as clean Word files, which hold no trace
of the plan, and what is read out of them is held against the plans that they were made from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from r57plans import build, clean, load_catalogue, load_plan
from r57plans.demo import demo_plan, provinces_of
from r57plans.importing import Imported, Taken, import_plan
from r57plans.load import parse_plan
from r57plans.model.actor import Person
from r57plans.model.base import DocumentDate, Text
from r57plans.model.plan import Plan
from r57plans.model.task import Task
from r57plans.pull.base import Base
from r57plans.pull.words import tidy
from r57plans.word.manifest import read_manifest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "proofs" / "import.md"
MARCH = DocumentDate.parse("2025-03-28")
EVERY = 3  # of the illustrative plans, one in so many
BANDS = ((0.8, "0.80 and more"), (0.6, "0.60 – 0.79"), (0.45, "0.45 – 0.59"), (0.0, "below 0.45"))
HEAD = """\
# Existing plans, imported

`PYTHONPATH=tests python tests/import_proof.py`, which `make prove` runs, builds the examples and
illustrative plans of provinces as clean Word files (`build --clean`: no trace of the plan is in
them), imports them as if a stranger had made them, and holds what comes out against the plans.

A task's own sub-task (its id in the plan, or its `covers`) is the truth that suggestions are
measured against. Most tasks of these plans have the catalogue's words, which says little; the
second table counts those alone that the plan words itself.
"""


@dataclass
class Tally:
    """What was counted, by what it is; `bands` are right and all first suggestions by score."""

    plans: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    bands: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def same(self, name: str, found: object, wanted: object) -> None:
        """Count one comparison."""
        self.counts[name] += 1
        self.counts[f"{name}, equal"] += found == wanted


def plans() -> Iterator[Plan]:
    """The examples, and of the illustrative plans of all provinces some."""
    for path in sorted((ROOT / "examples").glob("*/plan.yaml")):
        yield load_plan(path)
    for province in provinces_of(MARCH)[::EVERY]:
        yield parse_plan(demo_plan(province, MARCH).encode())


def prove(tally: Tally, plan: Plan) -> None:
    """Counts one plan."""
    built = build(plan, ["vi"], ["action-plan"]).files[0].data
    manifest = read_manifest(built)
    assert manifest is not None
    printed = Base(manifest.printed).fields
    imported = import_plan(clean(built), file="plan.docx", catalogue=plan.catalogue)
    tally.plans += 1
    tally.same("province", imported.plan.province, plan.province)
    for key in ("issuer", "type", "date", "number"):
        tally.same(key, getattr(imported.plan.document, key), getattr(plan.document, key))
    tally.counts["tasks"] += len(plan.tasks)
    tally.counts["tasks found"] += len(imported.plan.tasks)
    tally.counts["targets"] += len(plan.targets)
    tally.counts["targets found"] += len(imported.plan.targets)
    found = dict(_by_text(imported))
    for task in plan.tasks:
        text = tidy(printed[f"task/{task.id}/text"].texts[0])
        tally.counts["texts equal"] += text in found
        if text in found:
            deadline = printed.get(f"task/{task.id}/deadline")
            _compare(tally, plan, task, *found[text], deadline.texts[0] if deadline else "")


def _by_text(imported: Imported) -> Iterator[tuple[str, tuple[Task, Taken]]]:
    for task, taken in zip(imported.plan.tasks, imported.report.tasks, strict=True):
        yield taken.text, (task, taken)


def _compare(
    tally: Tally, plan: Plan, wanted: Task, task: Task, taken: Taken, deadline: str
) -> None:
    parts = [p.vi for p in (*wanted.parts, *wanted.each)]
    tally.same("parts", [p.vi.rstrip(" ;.") for p in task.parts], [p.rstrip(" ;.") for p in parts])
    tally.same("deadline", task.deadline.deadline.wording, tidy(deadline))
    for key in ("leads", "supports"):
        tally.same(key, _actors(plan, getattr(task, key)), _actors(plan, getattr(wanted, key)))
    known = {wanted.id} if wanted.of_catalogue else set(wanted.covers)
    own = bool(wanted.text) and _words_of_catalogue(plan, wanted) != wanted.text
    if not known:
        return
    ids = [each.id for each in taken.suggestions]
    for kind in ("all", "own") if own else ("all",):
        tally.counts[f"{kind} with a sub-task"] += 1
        tally.counts[f"{kind} suggested"] += bool(ids)
        tally.counts[f"{kind} first"] += bool(ids) and ids[0] in known
        tally.counts[f"{kind} among"] += bool(known & set(ids))
    if own and ids:
        score = taken.suggestions[0].score
        band = next(name for least, name in BANDS if score >= least)
        tally.bands[band, ids[0] in known] += 1


def _words_of_catalogue(plan: Plan, task: Task) -> Text | None:
    sub_task = load_catalogue(plan.catalogue).sub_tasks.get(task.id)
    return sub_task.text if sub_task else None


def _actors(plan: Plan, actors: tuple[object, ...]) -> frozenset[str]:
    """Bodies by their ids, declared ones by their names, posts and free words as they are."""
    declared = {body.id: body.vi for body in plan.bodies}
    said = []
    for actor in actors:
        if isinstance(actor, Person):
            said.append(actor.role)
        else:
            said.append(actor.vi if isinstance(actor, Text) else str(actor))
    return frozenset(declared.get(name, name).casefold() for name in said)


def page(tally: Tally) -> str:
    """The figures, as the page that is kept."""
    c = tally.counts
    rows = [
        ("plans", tally.plans, tally.plans),
        *((f"the {key}", c[key], c[f"{key}, equal"])
          for key in ("province", "issuer", "type", "date")),
        ("tasks, found", c["tasks"], c["tasks found"]),
        ("… with their text, to the letter", c["tasks"], c["texts equal"]),
        *((f"… the {key}", c[key], c[f"{key}, equal"])
          for key in ("deadline", "leads", "supports", "parts")),
        ("targets, found", c["targets"], c["targets found"]),
    ]  # fmt: skip
    lines = [HEAD, "| what | in the plans | as in the plans |", "|---|---:|---:|"]
    lines += [f"| {name} | {all_:,} | {equal:,} |" for name, all_, equal in rows]
    lines += ["", "| suggested `covers` | all tasks | tasks in the plan's own words |",
              "|---|---:|---:|"]  # fmt: skip
    for name, key in (("tasks that have a sub-task", "with a sub-task"), ("with a suggestion",
                      "suggested"), ("the first is right", "first"),
                      ("one of the three is right", "among")):  # fmt: skip
        lines.append(f"| {name} | {c[f'all {key}']:,} | {c[f'own {key}']:,} |")
    lines += ["", "How far a score can be trusted, over the tasks in the plan's own words:", "",
              "| score of the first suggestion | tasks | right |", "|---|---:|---:|"]  # fmt: skip
    for _, name in BANDS:
        right, wrong = tally.bands[name, True], tally.bands[name, False]
        lines.append(f"| {name} | {right + wrong} | {right} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes the page; ends with what must not be otherwise."""
    tally = Tally()
    for plan in plans():
        prove(tally, plan)
    PAGE.write_text(page(tally), "utf-8", newline="\n")
    if tally.counts["texts equal"] != tally.counts["tasks"]:
        raise SystemExit(f"{tally.counts['tasks'] - tally.counts['texts equal']} texts differ")


if __name__ == "__main__":
    main()
