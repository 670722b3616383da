"""The JSON Schema that editors use says what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from r57plans.assets import catalogue_folder
from r57plans.load import read_yaml
from r57plans.load.schema import (
    SCHEMA_NAME,
    STATUS_SCHEMA_NAME,
    plan_schema,
    schema_text,
    status_schema,
    write_schema,
)
from r57plans.load.schema_words import FIELD_WORDS
from r57plans.model.catalogue import Catalogue

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema as it is made now."""
    return plan_schema()


def _faults(schema: dict[str, Any], text: str) -> list[str]:
    data = read_yaml(text.encode(), "plan.yaml").data
    return [f"{list(e.path)}: {e.message}" for e in Draft7Validator(schema).iter_errors(data)]


def test_the_file_beside_the_catalogue_is_what_the_models_say() -> None:
    kept = (catalogue_folder() / SCHEMA_NAME).read_text(encoding="utf-8")

    assert kept == schema_text(), "run: make schema"


def test_it_is_a_schema_of_draft_seven(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in json.dumps(schema)


def test_everything_that_loads_is_valid(schema: dict[str, Any], everything: str) -> None:
    assert _faults(schema, everything) == []


def test_the_examples_are_valid(schema: dict[str, Any]) -> None:
    plans = sorted(ROOT.glob("examples/*/plan.yaml"))

    faults = {path.parent.name: _faults(schema, path.read_text("utf-8")) for path in plans}

    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("province: cao-bang", "provinz: cao-bang"),
        ("province: cao-bang", "province: 63"),
        ("status: draft", "status: done"),
        ("  - id: local-7", "  - id: 2.10"),
        ("draft_no: 2", "draft_no: two"),
        ("relation: lower", "relation: [lower]"),
        ("horizons: rows", "horizons: blocks"),
    ],
)
def test_a_wrong_file_is_not_valid(
    schema: dict[str, Any], everything: str, old: str, new: str
) -> None:
    assert old in everything

    assert _faults(schema, everything.replace(old, new))


def test_known_ids_are_offered_and_free_ones_allowed(
    schema: dict[str, Any], catalogue: Catalogue
) -> None:
    small = plan_schema(catalogue)["definitions"]["SubTaskId"]

    assert small["anyOf"][0]["enum"] == list(catalogue.sub_tasks)
    assert small["anyOf"][1]["type"] == "string"
    assert "so-khcn" in schema["definitions"]["BodyId"]["anyOf"][0]["enum"]
    assert "cao-bang" in schema["definitions"]["ProvinceId"]["anyOf"][0]["enum"]


def test_a_field_may_be_left_blank_unless_it_is_required(schema: dict[str, Any]) -> None:
    head = "format: r57plans/plan/1\ncatalogue: nq57\nprovince: cao-bang\n"
    document = "document: {type: CTr, date: 2025-03, number: , marks: }\n"

    assert _faults(schema, head + document + "sections:\nspelling:\ntasks:\n") == []
    assert _faults(schema, head + "document:\n")


def test_every_field_that_an_editor_explains_exists(schema: dict[str, Any]) -> None:
    told = json.dumps([schema, status_schema()], ensure_ascii=False)

    quoted = {name: json.dumps(words, ensure_ascii=False) for name, words in FIELD_WORDS.items()}
    assert [name for name, words in quoted.items() if words not in told] == []


def test_it_is_written_where_one_asks(tmp_path: Path) -> None:
    path = write_schema(tmp_path)

    assert path == tmp_path / SCHEMA_NAME
    assert path.read_bytes() == schema_text().encode()


def test_the_schema_of_status_files_is_what_the_models_say() -> None:
    kept = (catalogue_folder() / STATUS_SCHEMA_NAME).read_text(encoding="utf-8")

    Draft7Validator.check_schema(status_schema())
    assert kept == schema_text(status_schema()), "run: make schema"


def test_the_example_s_status_is_valid_and_a_wrong_one_is_not() -> None:
    text = (ROOT / "examples" / "cao-bang" / "status.yaml").read_text("utf-8")

    schema = status_schema()

    assert _faults(schema, text) == []
    assert _faults(schema, text.replace("state: running", "state: xong", 1))
    assert _faults(schema, text.replace("province:", "provinc:", 1))
