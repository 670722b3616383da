"""A plan is rebuilt from the Word file that it printed, with all that was edited there since."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pull_edits import edit_value, edited
from random_plans import as_plan, random_plan
from word_packages import p, word_file

from r57plans import build, load_plan
from r57plans.errors import RefusedError
from r57plans.pull import plan_of, read_proposals
from r57plans.word.manifest import read_manifest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("example", ["hue-ubnd", "xa-mau"])
def test_an_examples_plan_comes_back_with_its_tasks_bodies_and_deadlines(example):
    plan = load_plan(EXAMPLES / example / "plan.yaml")

    found = plan_of(build(plan, ["vi"]).files[0].data)

    assert (found.province, found.unit and found.unit.vi) == (
        plan.province,
        plan.unit and plan.unit.vi,
    )
    assert (found.document.issuer, found.document.type, found.document.date) == (
        plan.document.issuer,
        plan.document.type,
        plan.document.date,
    )
    for one, other in zip(plan.tasks, found.tasks, strict=True):
        assert (one.id, one.deadline, one.group) == (other.id, other.deadline, other.group)
        known = [lead for lead in one.leads if isinstance(lead, str) and lead[:6] != "local-"]
        assert [lead for lead in other.leads if isinstance(lead, str)] == known
        assert (one.text is None) == (other.text is None)
    for one, other in zip(plan.targets, found.targets, strict=True):
        assert [v.value.vi for v in one.values] == [v.value.vi for v in other.values]


def test_printing_the_rebuilt_plan_gives_what_the_edited_file_says():
    data = build(as_plan(random_plan(Random(5))), ["vi"]).files[0].data
    change = edited(data, Random(2), kinds=(edit_value,))
    assert change.expected

    again = build(plan_of(change.data), ["vi"]).files[0].data

    old = {one.path: one.new for one in read_proposals(change.data).proposals}
    printed = {path: found for path, found in _printed(again).items() if path in old}
    assert printed == {path: texts[0] for path, texts in old.items()}


def _printed(data: bytes) -> dict[str, str]:

    manifest = read_manifest(data)
    assert manifest is not None
    return {path: text.replace("\u00a0", " ").replace("\u2011", "-")
            for path, text in manifest.printed}  # fmt: skip


def test_a_file_without_a_manifest_is_refused():
    with pytest.raises(RefusedError, match="manifest"):
        plan_of(word_file(p("Kính gửi")))
