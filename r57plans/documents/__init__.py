"""Which documents a plan gives, from which template, under which file name."""

from __future__ import annotations

from r57plans.documents.building import (
    LANGUAGES,
    ONE_LANGUAGE,
    PARALLEL,
    TRACK_OR_CLEAN,
    Built,
    DocumentFile,
    Edition,
    build,
    file_name,
)
from r57plans.documents.choice import ALL, chosen, documents_of, unknown_document
from r57plans.documents.kinds import ACTION_PLAN, DOCUMENTS, KINDS, Kind, kind_of
from r57plans.documents.progress import report_name
from r57plans.documents.reporting import report
from r57plans.documents.templates import template_file

__all__ = [
    "ACTION_PLAN",
    "ALL",
    "DOCUMENTS",
    "KINDS",
    "LANGUAGES",
    "ONE_LANGUAGE",
    "PARALLEL",
    "TRACK_OR_CLEAN",
    "Built",
    "DocumentFile",
    "Edition",
    "Kind",
    "build",
    "chosen",
    "documents_of",
    "file_name",
    "kind_of",
    "report",
    "report_name",
    "template_file",
    "unknown_document",
]
