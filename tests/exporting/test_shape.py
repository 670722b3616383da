"""What trackers take in: the derived days beside the wording, by a schema that lies beside."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from plan_builders import plan
from status_builders import MID_YEAR, status

from r57plans import exporting, load_plan
from r57plans.exporting import as_dict, entries, table
from r57plans.findings import Language

SCHEMA = json.loads(Path(exporting.__file__).with_name("export.schema.json").read_text("utf-8"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plan.yaml"))
TASK = {
    "id": "local-1",
    "group": 3,
    "covers": ["1.1.2"],
    "title": {"vi": "Nền tảng số", "en": "Digital platform"},
    "text": {"vi": "Xây dựng nền tảng số.", "en": "Build a digital platform."},
    "leads": ["so-tai-chinh", "so-noi-vu"],
    "products": [{"vi": "Nền tảng", "en": "Platform"}],
    "deadline": "Quý II/2025",
    "milestones": [{"deadline": "15/4/2025", "vi": "Bản thử", "en": "A trial"}],
}


@pytest.mark.parametrize("file", EXAMPLES[:2], ids=lambda file: file.parent.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_example_is_as_the_schema_says(file: Path, language: Language) -> None:
    given = load_plan(file)

    jsonschema.validate(as_dict(given, entries(given, language), language), SCHEMA)


def test_a_schema_that_would_let_anything_through_is_no_schema() -> None:
    given = plan(tasks=[TASK])
    data = as_dict(given, entries(given, "vi"), "vi")
    data["tasks"][0]["deadline"]["last"] = "bao giờ"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_the_original_wording_stands_beside_the_days() -> None:
    given = plan(tasks=[TASK])

    (task,) = as_dict(given, entries(given, "en"), "en")["tasks"]

    assert task["deadline"] == {
        "wording": "Q2 2025",
        "original": "Quý II/2025",
        "kind": "quarter",
        "first": "2025-04-01",
        "last": "2025-06-30",
        "repeats": [],
    }
    assert task["milestones"][0]["text"] == "A trial"
    assert task["milestones"][0]["deadline"]["last"] == "2025-04-15"
    assert (task["leads"], task["covers"]) == (
        ["Department of Finance", "Department of Home Affairs"],
        ["1.1.2"],
    )
    assert task["requested"] == []


def test_a_status_says_how_each_task_stands() -> None:
    given = plan(tasks=[TASK])
    done = status(tasks=[{"id": "local-1", "state": "done", "done_on": "2025-07-05"}])

    before = entries(given, "vi", done, MID_YEAR)
    after = entries(given, "vi", done, date(2025, 7, 31))

    assert (before[0].standing, after[0].standing) == ("running", "late")
    assert as_dict(given, after, "vi")["tasks"][0]["done_on"] == "2025-07-05"
    assert table(given, after, "vi").rows[0][16:] == ("Hoàn thành trễ hạn", None, "2025-07-05")


def test_the_table_has_a_row_for_each_task_under_machine_names() -> None:
    given = plan(tasks=[TASK])

    found = table(given, entries(given, "vi"), "vi")

    row = dict(zip(found.columns, found.rows[0], strict=True))
    assert (row["deadline"], row["first"], row["last"]) == (
        "Quý II/2025",
        "2025-04-01",
        "2025-06-30",
    )
    assert row["leads"] == "Sở Tài chính; Sở Nội vụ"
    assert row["milestones"] == "15/4/2025 (2025-04-15): Bản thử"
