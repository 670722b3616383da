"""JSON Schemas (draft 7) of the catalogue's and the registers' files, for editors."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from r57plans.assets import catalogue_folder
from r57plans.load.catalogue_file import PARTS
from r57plans.load.schema import Schema, draft_7, write_schema
from r57plans.model.catalogue import Catalogue, SubTask, TaskGroup
from r57plans.model.change_rule import ChangeRule
from r57plans.model.edition import Edition
from r57plans.model.layout import LayoutRule, OfficialLayout
from r57plans.model.pack import Holiday, PackHead, RuleRecord
from r57plans.model.registers import Agency, Province, TermsRegister

FOLDER = "schemas"
_DEFINITION = re.compile(r"#/definitions/(\w+)")
_REFERENCE = re.compile(r"#/\$defs/(\w+)")


def catalogue_schemas() -> dict[str, Schema]:
    """One schema a kind of file, by the name that stands before `.schema.json`."""
    kinds: dict[str, Any] = {
        "group": TaskGroup,
        "edition": Edition,
        "history": tuple[SubTask, ...],
        "agencies": tuple[Agency, ...],
        "provinces": tuple[Province, ...],
        "terms": TermsRegister,
        "pack": PackHead,
        "rules": tuple[RuleRecord, ...],
        "holidays": tuple[Holiday, ...],
        "changes": tuple[ChangeRule, ...],
        "layout": OfficialLayout,
        "layout-rules": tuple[LayoutRule, ...],
    } | dict(PARTS)
    made = {name: draft_7(TypeAdapter(kind).json_schema(by_alias=True), name)
            for name, kind in kinds.items()}  # fmt: skip
    return {name: _closed(schema) for name, schema in (made | {"catalogue": _head()}).items()}


def _closed(schema: Schema) -> Schema:
    """With the ids that plan files list by name as plain text: here they are what is defined."""
    named = set(_DEFINITION.findall(json.dumps(schema)))
    ids = {name: {"type": "string"} for name in sorted(named - set(schema["definitions"]))}
    return schema | {"definitions": schema["definitions"] | ids}


def _head() -> Schema:
    """`catalogue.yaml` itself, whose lists lie in files of their own."""
    made: Schema = TypeAdapter(Catalogue).json_schema(by_alias=True)
    elsewhere = {"groups", "editions", *(name for name, _ in PARTS)}
    made["properties"] = {k: v for k, v in made["properties"].items() if k not in elsewhere}
    made["required"] = [name for name in made["required"] if name not in elsewhere]
    made["$defs"] = _needed(made)
    return draft_7(made, "catalogue")


def _needed(made: Schema) -> Schema:
    """The definitions that what is left refers to, by any number of steps."""
    known, found = made.pop("$defs"), set[str]()
    waiting = _REFERENCE.findall(json.dumps(made))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _REFERENCE.findall(json.dumps(known[name]))
    return {name: known[name] for name in sorted(found)}


def write_catalogue_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes every schema into `schemas/` of a folder, and says where they are."""
    home = folder / FOLDER
    home.mkdir(exist_ok=True)
    written = []
    for name, schema in sorted(catalogue_schemas().items()):
        path = home / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


if __name__ == "__main__":
    write_schema()
    write_catalogue_schemas(catalogue_folder())
