"""Where the Word templates and the catalogue lie: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parent


def templates_folder() -> Path:
    """The folder with `vi/`, `en/` and `source/`."""
    return _root() / "templates"


def template_examples_file() -> Path:
    """An example of each name that a template may use, from a real plan in both languages."""
    return templates_folder() / "examples.json"


def catalogue_folder() -> Path:
    """The folder with one sub-folder a resolution, and the registers of provinces and agencies."""
    return _root() / "task_catalog"


def schema_file() -> Path:
    """The JSON Schema of plan files, for editors."""
    return catalogue_folder() / "plan.schema.json"


def status_schema_file() -> Path:
    """The JSON Schema of status files, for editors."""
    return catalogue_folder() / "status.schema.json"
