"""Reading the texts that the templates are made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from r57plans.errors import LoadError
from r57plans.load.yaml_source import read_yaml


def read_mapping(path: Path) -> Mapping[str, Any]:
    """The values of a YAML file of ours; raises LoadError with all that is wrong in it."""
    source = read_yaml(path.read_bytes(), path.name, family="source")
    if source.report.errors:
        raise LoadError(source.report)
    data: Mapping[str, Any] = source.data
    return data


def read_text(path: Path) -> str:
    """The text of an outline."""
    return path.read_text(encoding="utf-8")
