"""Random pairs of plans, compared both ways and with themselves: what `make prove` counts."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from random_plans import as_plan, random_edits, random_plan

from r57plans.diff.compare import compare
from r57plans.diff.three import three_way
from r57plans.load.change_rules import load_change_rules
from r57plans.model.plan import Plan
from r57plans.view.groups import group_id

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "diff.md"
PAIRS, TASKS, EDITS = 2000, 30, 12
PAIR_OF = {rule.id: rule.pair for rule in load_change_rules()}
HEAD = f"""\
# Random pairs of plans, compared both ways

`PYTHONPATH=tests python tests/diff_proof.py`, which `make prove` runs, makes {PAIRS:,} plans of up
to {TASKS} tasks, edits each up to {EDITS} times (deadlines, bodies, products, texts, order, groups,
targets, context, date; tasks added and removed), and compares them in both directions. A pair is
sound when changes are told exactly where the plan as printed says something else, when every change
has its pair the other way round, and when all fingerprints are the same the second time.
"""


def in_groups(plan: Plan) -> Plan:
    """The plan with its tasks as they are printed: group by group."""
    tasks = sorted(plan.tasks, key=lambda task: group_id(task) or "")
    return plan.model_copy(update={"tasks": tuple(tasks)})


def outcome(seed: int) -> tuple[Counter[str], Counter[str], float]:
    """What became of one pair: counts, changes by severity, seconds of one comparison."""
    rng = Random(seed)
    data = random_plan(rng, TASKS)
    old, new = as_plan(data), as_plan(random_edits(data, rng, EDITS))
    start = time.perf_counter()
    there = compare(old, new)
    seconds = time.perf_counter() - start
    back = compare(new, old)
    paired = Counter((PAIR_OF[c.rule], c.target, c.field) for c in there)
    again = [c.fingerprint for c in compare(old, new)]
    counts = Counter(
        pairs=1,
        told=bool(there) == (in_groups(old) != in_groups(new)),
        paired=paired == Counter((c.rule, c.target, c.field) for c in back),
        steady=[c.fingerprint for c in there] == again,
        itself=compare(new, new) == (),
        agreed=not three_way(old, new, new).conflicts,
        changes=len(there),
    )
    return counts, Counter(c.severity for c in there), seconds


def page() -> str:
    """The figures, as the page that is kept."""
    counts, severities, times = Counter[str](), Counter[str](), list[float]()
    for seed in range(PAIRS):
        found, graded, seconds = outcome(seed)
        counts, severities = counts + found, severities + graded
        times.append(seconds)
    graded = ", ".join(f"{severities[name]:,} {name}" for name in ("major", "minor", "wording"))
    rows = (
        ("pairs", f"{counts['pairs']:,}"),
        ("changes told", f"{counts['changes']:,} ({graded})"),
        ("told exactly where the plan says something else", f"{counts['told']:,}"),
        ("each change has its pair the other way round", f"{counts['paired']:,}"),
        ("the same fingerprints the second time", f"{counts['steady']:,}"),
        ("a plan compared with itself gives nothing", f"{counts['itself']:,}"),
        ("`--three` of two equal versions has no conflict", f"{counts['agreed']:,}"),
        ("a comparison takes, by the median", f"{sorted(times)[PAIRS // 2] * 1000:.0f} ms"),
    )
    table = ["| figure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join([HEAD, *table, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
