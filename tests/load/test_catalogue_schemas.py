"""Editors check the catalogue's files by schemas that are made from the models."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from r57plans.assets import catalogue_folder
from r57plans.load.catalogue_schema import FOLDER, catalogue_schemas, write_catalogue_schemas

FILES = sorted(catalogue_folder().rglob("*.yaml"))
SCHEMAS = catalogue_schemas()
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
POINTER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def pointed_at(path: Path) -> Path:
    found = POINTER.match(path.read_text("utf-8"))
    assert found, path
    return (path.parent / found[1]).resolve()


def data_of(path: Path) -> Any:
    """The file as an editor reads it: numbers and dates are what YAML makes of them."""
    read = yaml.load(path.read_text("utf-8"), LOADER)  # in C where it can be
    return json.loads(json.dumps(read, default=str))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_is_what_the_models_say(name: str) -> None:
    kept = (catalogue_folder() / FOLDER / f"{name}.schema.json").read_text("utf-8")

    assert json.loads(kept) == SCHEMAS[name], "run: make schema"
    Draft7Validator.check_schema(SCHEMAS[name])


def test_there_is_no_schema_that_no_model_gives() -> None:
    kept = {p.name for p in (catalogue_folder() / FOLDER).iterdir()}

    assert kept == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_file_names_its_schema_and_is_valid_by_it(path: Path) -> None:
    schema = json.loads(pointed_at(path).read_text("utf-8"))

    faults = [e.message for e in Draft7Validator(schema).iter_errors(data_of(path))]

    assert faults == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("targets", [{"id": "x", "colour": "red"}]),
        ("group", {"id": 1, "title": "x"}),
        ("directives", [{"id": "D01", "for_province": "maybe"}]),
        ("catalogue", {"id": "x", "version": "1", "document": "x", "groups": []}),
        ("edition", {"id": "x", "language": "fr"}),
    ],
)
def test_a_wrong_file_is_told(name: str, wrong: Any) -> None:
    assert list(Draft7Validator(SCHEMAS[name]).iter_errors(wrong))


def test_schemas_are_written_beside_the_catalogue(tmp_path: Path) -> None:
    written = write_catalogue_schemas(tmp_path)

    assert {p.name for p in written} == {f"{name}.schema.json" for name in SCHEMAS}
    for path in written:
        assert path.read_bytes() == (catalogue_folder() / FOLDER / path.name).read_bytes()
