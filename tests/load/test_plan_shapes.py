"""Every shape that a plan file may have loads, and survives being saved."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from r57plans.load import EditablePlan, check_plan, parse_plan
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers


def _load(text: str, catalogue: Catalogue) -> Plan:
    return parse_plan(text.encode(), catalogue=catalogue)


def _saved(text: str) -> str:
    """The text written anew, though nothing was changed."""
    editable = EditablePlan(text)
    editable.set(("format",), "r57plans/plan/1")
    return editable.text()


def test_everything_loads_without_a_finding(
    everything: str, catalogue: Catalogue, registers: Registers
) -> None:
    plan, report = check_plan(everything.encode(), catalogue=catalogue, registers=registers)

    assert report.text("en") == ""
    assert plan is not None
    assert plan.document.draft_no == 2
    assert plan.targets[0].values[6].value.vi == "12.50"
    assert plan.tasks[2].deadline.say("vi") == "30/11/2025"
    assert plan.tasks[0].products[0].issuer == "ban-thuong-vu"
    assert plan.tasks[0].products[1].issuer == Text(vi="Thủ tướng Chính phủ")
    assert [c.key for c in plan.annexes[1].columns] == ["number", "text", "leads", "note"]


def _unused(value: object, unused: dict[type[BaseModel], set[str]]) -> None:
    """Takes from `unused` every field that some record within the value has been given."""
    if isinstance(value, BaseModel):
        unused.setdefault(type(value), set(type(value).model_fields))
        unused[type(value)] -= value.model_fields_set
        for name in type(value).model_fields:
            _unused(getattr(value, name), unused)
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            _unused(item, unused)


def test_every_field_of_every_record_is_in_the_case(everything: str, catalogue: Catalogue) -> None:
    unused: dict[type[BaseModel], set[str]] = {}

    _unused(_load(everything, catalogue), unused)

    assert len(unused) > 25
    assert {kind.__name__: names for kind, names in unused.items() if names} == {}


def test_a_plan_as_json_is_the_plan(everything: str, catalogue: Catalogue) -> None:
    plan = _load(everything, catalogue)

    again = Plan.model_validate(plan.model_dump(mode="json", by_alias=True, exclude_defaults=True))

    assert again == plan
    assert again.hash == plan.hash


def test_comments_and_the_order_of_keys_do_not_change_the_hash(catalogue: Catalogue) -> None:
    turned = "# x\n" + "\n".join(reversed(MINIMAL.splitlines())) + "\n"

    assert _load(turned, catalogue).hash == _load(MINIMAL, catalogue).hash
    assert _load(turned.replace("CTr", "KH"), catalogue).hash != _load(MINIMAL, catalogue).hash


def test_without_a_catalogue_given_the_one_that_the_plan_names_is_used() -> None:
    plan = parse_plan(MINIMAL.encode() + b"tasks: [{id: 7.1.1}]\n")

    assert plan.tasks[0].of_catalogue


def test_saving_without_a_change_gives_the_very_text(everything: str) -> None:
    assert EditablePlan(everything).text() == everything


def test_a_saved_plan_means_the_same(everything: str, catalogue: Catalogue) -> None:
    before = _load(everything, catalogue)

    after = _load(_saved(everything), catalogue)

    assert after == before
    assert after.hash == before.hash


def test_saving_twice_gives_the_same_text(everything: str) -> None:
    once = _saved(everything)

    assert _saved(once) == once


def test_saving_keeps_every_comment_in_its_order(everything: str) -> None:
    comments = re.findall(r"(?:^|\s)(#.*)$", everything, re.MULTILINE)

    kept = re.findall(r"(?:^|\s)(#.*)$", _saved(everything), re.MULTILINE)

    assert comments
    assert kept == comments


def test_saving_keeps_the_order_of_keys_and_the_quotes(everything: str) -> None:
    saved = _saved(everything)

    assert re.findall(r"^[a-z]+:", saved, re.MULTILINE) == re.findall(
        r"^[a-z]+:", everything, re.MULTILINE
    )
    assert 'number: "11.10"' in saved
    assert "en: 'on carrying out Resolution 57-NQ/TW'" in saved


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")),
    max_size=30,
)
NUMBERS = st.sampled_from(["2.10", "05", "no", "on", "null", "~", "true", "1:30", "2025-02-30", ""])
TEXTS = WORDS | NUMBERS


BODIES = st.sampled_from(["so-khcn", "van-phong-tinh-uy", {"role": "bi-thu"}, {"vi": "Người dân"}])
DEADLINES = st.sampled_from(
    ["2025", "quý II/2025", "6/2025", "2025-11-30", "thường xuyên", "khi Luật được thông qua", ""]
)
TASKS = st.fixed_dictionaries(
    {"text": st.fixed_dictionaries({"vi": TEXTS, "en": TEXTS})},
    optional={
        "title": TEXTS,
        "leads": st.lists(BODIES, max_size=3),
        "supports": BODIES,
        "deadline": DEADLINES,
        "products": st.lists(st.fixed_dictionaries({"type": st.just("quyet-dinh"), "vi": TEXTS})),
        "milestones": st.lists(st.fixed_dictionaries({"deadline": DEADLINES, "vi": TEXTS})),
        "parts": st.lists(TEXTS, max_size=3),
        "note": TEXTS,
    },
)


@settings(max_examples=60, deadline=None)
@given(tasks=st.lists(TASKS, max_size=4))
def test_whatever_is_put_into_a_plan_is_read_back(
    catalogue: Catalogue, tasks: list[dict[str, Any]]
) -> None:
    editable = EditablePlan(MINIMAL)

    editable.set(("tasks",), [{"id": f"local-{n}", **task} for n, task in enumerate(tasks, 1)])
    plan = _load(editable.text(), catalogue)

    assert _load(_saved(editable.text()), catalogue) == plan
    assert [t.text.vi for t in plan.tasks if t.text] == [_stored(t["text"]["vi"]) for t in tasks]


def _stored(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


MINIMAL = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
"""
