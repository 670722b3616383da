"""Three validators of Word files, each as a function from a file to what it complains of."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import ooxml_integrity
from openxml_audit import OpenXmlValidator

_IN_CHECKOUT = ".venv/ooxml-validator/node_modules/.bin/ooxml-validator"


def audit_errors(file: Path) -> list[str]:
    """What openxml-audit finds."""
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def integrity_errors(file: Path) -> list[str]:
    """What ooxml-integrity finds; its warnings count as well."""
    return [str(finding) for finding in ooxml_integrity.check(str(file))]


def sdk_errors(file: Path) -> list[str]:
    """What the Open XML SDK finds; RuntimeError where it cannot be run."""
    done = subprocess.run(
        [_sdk_validator(), str(file)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"the validator could not be run: {done.stderr}")
    return [_said(error) for error in json.loads(done.stdout)["errors"]]


def _said(error: dict[str, str]) -> str:
    return f"{error['errorType']} {error.get('path')} {error.get('xPath')}: {error['description']}"


def _sdk_validator() -> str:
    given = os.environ.get("R57PLANS_OOXML_VALIDATOR", "")
    beside = Path(__file__).parents[1] / _IN_CHECKOUT
    found = given or (str(beside) if beside.exists() else shutil.which("ooxml-validator"))
    if not found:
        raise RuntimeError("the Open XML SDK validator is not here; run these tests by: make gates")
    return found
