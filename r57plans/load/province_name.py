"""A province given on its own, on the command line: looked up as in a plan file."""

from __future__ import annotations

import json
from dataclasses import replace

from r57plans.findings import NOWHERE, Finding, Message, Report
from r57plans.load.catalogue_file import load_registers
from r57plans.load.known import gather
from r57plans.load.reference_bodies import province_findings
from r57plans.load.yaml_source import read_yaml
from r57plans.model.base import DocumentDate


def check_province(name: str, on: DocumentDate) -> Report:
    """What is wrong with a province's id on that day, and what to write; empty where nothing is."""
    written = name if name.isdigit() else json.dumps(name, ensure_ascii=False)
    source = read_yaml(f"province: {written}\n".encode("utf-8", "replace"), "")
    known = gather(source.data, load_registers(), None, on.last)
    return Report(tuple(_on_command_line(f) for f in province_findings(source, known)))


def _on_command_line(finding: Finding) -> Finding:
    """The finding without a place in a file; what to do speaks of what was typed."""
    vi, en = (
        hint.replace("document.date", "--on").replace("province: ", "") for hint in finding.hint
    )
    return replace(finding, place=NOWHERE, hint=Message(vi, en))
