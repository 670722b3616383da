"""r57plans: action plans of Vietnam's provinces for Politburo Resolution 57-NQ/TW.

    from pathlib import Path
    from r57plans import build, load_plan

    build(load_plan("plan.yaml")).write(Path("out"))

The template engine serves by itself, with any Word file and any plain data:

    from r57plans import Template

    Path("letter.docx").write_bytes(Template("template.docx").render({"name": "Cao Bằng"}))

Names are imported when they are first used, so that `import r57plans` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from r57plans.version import VERSION

if TYPE_CHECKING:
    from r57plans.checks import check, examine
    from r57plans.diff import compare as diff
    from r57plans.documents import Built, DocumentFile, build, report
    from r57plans.errors import (
        LoadError,
        MergeError,
        NoPlanError,
        R57Error,
        RedlineError,
        RefusedError,
        ReportedError,
        TemplateError,
        WordFileError,
    )
    from r57plans.findings import Finding, Place, Report
    from r57plans.importing import Imported, import_plan
    from r57plans.inspection import Inspected, inspect
    from r57plans.load import load_catalogue, load_registers, load_status
    from r57plans.load.decision_file import load_decisions
    from r57plans.merging import Merged, merge
    from r57plans.model.plan import Plan
    from r57plans.model.status import Status
    from r57plans.office import Pdf, Pdfs, pdfs_of
    from r57plans.plans import load_plan
    from r57plans.pull.pulling import pull
    from r57plans.redlining import RedlineOptions, redline
    from r57plans.starter import starter_plan, starter_status
    from r57plans.word.clean import clean
    from r57plans.word.redline import Redlined, accept, reject
    from r57plans.word.template import (
        Chart,
        ChartSeries,
        Image,
        Limits,
        RichParagraphs,
        RichText,
        SubDocument,
        Template,
    )

__version__ = VERSION

_HOMES = {
    "Built": "documents",
    "Chart": "word.template",
    "ChartSeries": "word.template",
    "DocumentFile": "documents",
    "Finding": "findings",
    "Image": "word.template",
    "Imported": "importing",
    "Inspected": "inspection",
    "Limits": "word.template",
    "LoadError": "errors",
    "MergeError": "errors",
    "Merged": "merging",
    "NoPlanError": "errors",
    "Pdf": "office",
    "Pdfs": "office",
    "Place": "findings",
    "Plan": "model.plan",
    "R57Error": "errors",
    "RedlineError": "errors",
    "RedlineOptions": "redlining",
    "Redlined": "word.redline",
    "RefusedError": "errors",
    "Report": "findings",
    "ReportedError": "errors",
    "RichParagraphs": "word.template",
    "RichText": "word.template",
    "Status": "model.status",
    "SubDocument": "word.template",
    "Template": "word.template",
    "TemplateError": "errors",
    "WordFileError": "errors",
    "accept": "word.redline",
    "build": "documents",
    "check": "checks",
    "clean": "word.clean",
    "examine": "checks",
    "import_plan": "importing",
    "inspect": "inspection",
    "load_catalogue": "load",
    "load_decisions": "load.decision_file",
    "load_plan": "plans",
    "load_registers": "load",
    "load_status": "load",
    "merge": "merging",
    "pdfs_of": "office",
    "redline": "redlining",
    "reject": "word.redline",
    "report": "documents",
    "starter_plan": "starter",
    "starter_status": "starter",
}

_VERBS = ("batch", "diff", "matrix", "pull")
"""Rooms that are called by their own name."""

__all__ = [
    "Built",
    "Chart",
    "ChartSeries",
    "DocumentFile",
    "Finding",
    "Image",
    "Imported",
    "Inspected",
    "Limits",
    "LoadError",
    "MergeError",
    "Merged",
    "NoPlanError",
    "Pdf",
    "Pdfs",
    "Place",
    "Plan",
    "R57Error",
    "RedlineError",
    "RedlineOptions",
    "Redlined",
    "RefusedError",
    "Report",
    "ReportedError",
    "RichParagraphs",
    "RichText",
    "Status",
    "SubDocument",
    "Template",
    "TemplateError",
    "WordFileError",
    "accept",
    "batch",
    "build",
    "check",
    "clean",
    "diff",
    "examine",
    "import_plan",
    "inspect",
    "load_catalogue",
    "load_decisions",
    "load_plan",
    "load_registers",
    "load_status",
    "matrix",
    "merge",
    "pdfs_of",
    "pull",
    "redline",
    "reject",
    "report",
    "starter_plan",
    "starter_status",
]


def __getattr__(name: str) -> Any:
    """The public name from its own module."""
    if name in _VERBS:
        return import_module(f"r57plans.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'r57plans' has no attribute {name!r}")
    return getattr(import_module(f"r57plans.{_HOMES[name]}"), name)
