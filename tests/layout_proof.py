"""Every mutant of the layout rules, and every fix of one: what `make prove` counts."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from layout_changes import accepted, rejected, shown
from layout_documents import changed, good
from layout_mutants import LAYOUTS, MUTANTS, Mutant

from r57plans.load import load_layout_rules
from r57plans.word.layout.fix import fix_layout
from r57plans.word.layout.run import lint_layout

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "layout.md"
HEAD = """\
# The layout rules, broken one at a time

`PYTHONPATH=tests python tests/layout_proof.py`, which `make prove` runs, takes a good Party and a
good State document, breaks one thing at a time, and lints each. A mutant is caught when the rule
that it breaks finds something, and no other rule does. Where `--fix` can put the finding right, the
tracked changes are accepted, which must leave no finding, and rejected, which must give back the
broken document.
"""


def outcome(mutant: Mutant) -> Counter[str]:
    """What became of one mutant, as counts."""
    layout, wrong = LAYOUTS[mutant.kind], changed(good(mutant.kind), mutant.change)
    verdict = lint_layout(wrong, layout=layout)
    said = [finding.rule for finding in verdict.report]
    counts = Counter(mutants=1, caught=said == [mutant.rule])
    fixes = [fix for _, fix in verdict.fixes]
    if fixes:
        fixed = fix_layout(wrong, fixes)
        clear = lint_layout(accepted(fixed), layout=layout).report.text("en") == ""
        counts += Counter(fixed=1, cleared=clear, restored=shown(rejected(fixed)) == shown(wrong))
    return counts


def page() -> str:
    """The figures, as the page that is kept."""
    rules = load_layout_rules()
    counts: Counter[str] = sum(map(outcome, MUTANTS), Counter())
    by_kind = Counter(mutant.kind for mutant in MUTANTS)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(by_kind.items()))
    rows = (
        ("rules", len(rules)),
        ("rules whose findings `--fix` can put right", sum(rule.fix for rule in rules)),
        ("mutants", f"{counts['mutants']} ({kinds})"),
        ("caught, each by its own rule alone", counts["caught"]),
        ("with a fix", counts["fixed"]),
        ("without a finding once the changes are accepted", counts["cleared"]),
        ("as before once the changes are rejected", counts["restored"]),
    )
    table = ["| figure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join([HEAD, *table, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
