"""The JSON Schemas (draft 7) of plan and status files, for editors: from models and registers.

`make schema` writes them beside the catalogue; `load.catalogue_schema` makes the others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from r57plans.assets import catalogue_folder
from r57plans.load.catalogue_file import load_catalogue, load_registers
from r57plans.load.schema_words import FIELD_WORDS
from r57plans.model.base import NAME
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.status import Status

SCHEMA_NAME = "plan.schema.json"
STATUS_SCHEMA_NAME = "status.schema.json"
_DROPPED = {"title", "default", "discriminator", "x-id"}
_NOTHING = {"type": "null"}

# Ids by what they are, where the model says only "a name": model and field to the list they are of.
_LISTED: dict[tuple[str, str], str] = {
    ("Plan", "province"): "ProvinceId",
    ("Citation", "province"): "ProvinceId",
    ("Citation", "id"): "DocumentId",
    ("Person", "role"): "RoleId",
    ("Signer", "role"): "RoleId",
    ("Signer", "authority"): "AuthorityId",
    ("Product", "type"): "ProductId",
    ("Product", "issuer"): "BodyId",
    ("Task", "targets"): "TargetId",
    ("Task", "directives"): "DirectiveId",
    ("Task", "origin"): "BodyId",
    ("Target", "id"): "TargetId",
    ("Flexibility", "changed_by"): "BodyId",
    ("Reporting", "to"): "BodyId",
    ("Status", "province"): "ProvinceId",
    ("TargetStatus", "id"): "TargetId",
}
_BY_FORM = {"body": "BodyId", "sub-task": "SubTaskId", "task": "TaskId", "group": "GroupId"}

Schema = dict[str, Any]


def plan_schema(
    catalogue: Catalogue | None = None, registers: Registers | None = None
) -> dict[str, Any]:
    """The schema as plain data; known ids are offered, others of the right form allowed.

    It says what an editor can know: whether an id exists, or existed on the date, is for loading.
    """
    schema = draft_7(Plan.model_json_schema(by_alias=True), "plan file", "Plan")
    lists = _lists(catalogue or load_catalogue(), registers or load_registers())
    return schema | {"definitions": schema["definitions"] | lists}


def status_schema() -> dict[str, Any]:
    """The schema of status files, of which tasks and targets may be the catalogue's or others."""
    schema = draft_7(Status.model_json_schema(by_alias=True), "status file", "Status")
    lists = _lists(load_catalogue(), load_registers())
    needed = {name: lists[name] for name in ("ProvinceId", "TargetId", "TaskId")}
    return schema | {"definitions": schema["definitions"] | needed}


def schema_text(schema: Schema | None = None) -> str:
    """A schema, that of plans unless given, as its file holds it: the same for the same models."""
    return json.dumps(schema or plan_schema(), ensure_ascii=False, indent=1) + "\n"


def write_schema(folder: Path | None = None) -> Path:
    """Writes both files beside the catalogue, or elsewhere, and says where that of plans is."""
    home = folder or catalogue_folder()
    for name, schema in ((STATUS_SCHEMA_NAME, status_schema()), (SCHEMA_NAME, plan_schema())):
        path = home / name
        path.write_text(schema_text(schema), encoding="utf-8", newline="\n")
    return path


def draft_7(made: Schema, title: str, model: str = "") -> Schema:
    """A schema of pydantic's as editors read it: definitions, no defaults, blanks allowed."""
    models = made.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"r57plans {title}",
        **_converted(made, model),
        "definitions": {name: _converted(model, name) for name, model in sorted(models.items())},
    }


def _converted(node: Any, model: str, field: str = "") -> Any:
    """A node of pydantic's schema as draft 7 has it, with the ids that are known."""
    if isinstance(node, list):
        return [_converted(item, model, field) for item in node]
    if not isinstance(node, dict):
        return node
    if name := _listed(node, model, field):
        return {"$ref": f"#/definitions/{name}"}
    kept = {key: value for key, value in node.items() if key not in _DROPPED}
    return {
        _KEYWORDS.get(key, key): _value(key, value, kept, model, field)
        for key, value in kept.items()
    }


_KEYWORDS = {"oneOf": "anyOf"}


def _value(key: str, value: Any, node: Schema, model: str, field: str) -> Any:
    if key == "properties":
        required = node.get("required", ())
        return {name: _property(model, name, inner, name in required)
                for name, inner in value.items()}  # fmt: skip
    if key == "$ref":
        return value.replace("#/$defs/", "#/definitions/")
    if key in {"anyOf", "oneOf", "items", "additionalProperties"}:
        return _converted(value, model, field)
    return value


def _property(model: str, name: str, node: Schema, required: bool) -> Schema:
    made: Schema = _converted(node, model, name)
    if not required and _NOTHING not in made.get("anyOf", ()):
        made = {"anyOf": [*made.get("anyOf", [made]), _NOTHING]}
    if words := FIELD_WORDS.get(f"{model}.{name}"):
        # Draft 7 ignores whatever stands beside a $ref.
        made = {"description": words, **({"allOf": [made]} if "$ref" in made else made)}
    return made


def _listed(node: Schema, model: str, field: str) -> str | None:
    form = node.get("x-id")
    if form == "name":
        return _LISTED.get((model, field))
    return _BY_FORM.get(str(form))


def _lists(catalogue: Catalogue, registers: Registers) -> dict[str, Schema]:
    terms, name = registers.terms, {"type": "string", "pattern": f"^(?:{NAME})$"}
    sub_tasks = tuple(catalogue.sub_tasks)
    form = {"type": "string", "pattern": r"^[1-9]\d*(?:\.[1-9]\d*){2}$"}
    group = {"type": ["string", "integer"]}
    return {
        "AuthorityId": _offered((a.id for a in terms.authorities), name),
        "BodyId": _offered(registers.agency_names(), name),
        "DirectiveId": _offered(catalogue.directive_by_id, name),
        "DocumentId": _offered(catalogue.document_by_id, name),
        "GroupId": _offered((str(g.id) for g in catalogue.groups), group),
        "ProductId": _offered((p.id for p in terms.products), name),
        "ProvinceId": _offered((p.id for p in registers.provinces), name),
        "RoleId": _offered(registers.roles, name),
        "SubTaskId": _offered(sub_tasks, form),
        "TargetId": _offered(catalogue.target_by_id, name),
        "TaskId": {"anyOf": [{"enum": list(sub_tasks)}, form, name]},
    }


def _offered(known: Any, otherwise: Schema) -> Schema:
    """Completed by an editor, but not insisted on."""
    names = list(dict.fromkeys(known))
    return {"anyOf": [{"enum": names}, otherwise]} if names else otherwise
