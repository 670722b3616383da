"""Files in: YAML to models, every value with its line and column, every fault said at once."""

from __future__ import annotations

from r57plans.load.catalogue_file import (
    catalogue_names,
    load_catalogue,
    load_edition,
    load_registers,
)
from r57plans.load.editable import EditablePlan
from r57plans.load.english_marks import stamped_english
from r57plans.load.files import read_file, read_source
from r57plans.load.layout_file import load_layout, load_layout_rules, load_layouts
from r57plans.load.plan_file import (
    check_plan,
    check_plan_file,
    check_source,
    load_plan,
    outlined,
    parse_plan,
)
from r57plans.load.province_name import check_province
from r57plans.load.record_places import RecordPlaces, record_places
from r57plans.load.scalars import RawFloat
from r57plans.load.status_file import check_status, check_status_file, load_status
from r57plans.load.yaml_source import Source, read_yaml

__all__ = [
    "EditablePlan",
    "RawFloat",
    "RecordPlaces",
    "Source",
    "catalogue_names",
    "check_plan",
    "check_plan_file",
    "check_province",
    "check_source",
    "check_status",
    "check_status_file",
    "load_catalogue",
    "load_edition",
    "load_layout",
    "load_layout_rules",
    "load_layouts",
    "load_plan",
    "load_registers",
    "load_status",
    "outlined",
    "parse_plan",
    "read_file",
    "read_source",
    "read_yaml",
    "record_places",
    "stamped_english",
]
