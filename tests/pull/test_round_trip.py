"""What was edited at random comes into the plan, and is then what the plan says."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pull_builders import PLAN
from pull_edits import edited

from r57plans import build, pull
from r57plans.findings import Language
from r57plans.load import parse_plan

# As seeds: edits, tracked or not, that come with new and deleted rows, lists, prose and comments.
SEEDS: tuple[tuple[int, Language], ...] = ((3, "vi"), (8, "vi"), (5, "en"))


@pytest.mark.parametrize(("seed", "language"), SEEDS)
def test_a_file_whose_changes_are_all_taken_has_no_more_to_propose(
    tmp_path: Path, seed: int, language: Language
) -> None:
    file, plan = tmp_path / "edited.docx", tmp_path / "plan.yaml"
    data = build(parse_plan(PLAN.encode()), (language,)).files[0].data
    file.write_bytes(edited(data, Random(seed), most=6).data)
    plan.write_text(PLAN, "utf-8")

    found = pull(file, plan=plan)
    done = found.apply(found.chosen(["all"]))
    plan.write_text(done.text, "utf-8")
    again = pull(file, plan=plan)

    assert found.proposals
    assert (found.conflicts, done.refused) == ((), ())
    assert [each for each in again.proposals if each.kind != "note"] == []
    assert again.conflicts == ()
