"""A file as git is to compare it: a plan by its facts, a Word file by its outline."""

from __future__ import annotations

from hashlib import sha256

from r57plans.diff.facts import plan_text
from r57plans.errors import WordFileError
from r57plans.findings import Language
from r57plans.load.plan_files import is_workbook
from r57plans.plans import read_plan
from r57plans.word.outline import outline
from r57plans.word.package import ZIP_HEADER


def textconv(data: bytes, name: str, language: Language) -> str:
    """The text of a file, whatever it holds: git would stop at an error.

    What is no sound plan is its own text, and what is no sound Word file its digest, each after a
    line that says what is wrong.
    """
    if data.startswith(ZIP_HEADER) and not is_workbook(name):
        return _word(data, name, language)
    plan, report = read_plan(data, name)
    if plan is not None:
        return plan_text(plan)
    fault = report.errors[0].text(language).partition("\n")[0]
    if is_workbook(name):
        return f"# {fault}\nsha256: {sha256(data).hexdigest()}\n"
    return f"# {fault}\n{data.decode('utf-8', 'replace')}"


def _word(data: bytes, name: str, language: Language) -> str:
    try:
        return outline(data)
    except WordFileError as error:
        fault = error.report.errors[0].text(language).partition("\n")[0]
        return f"# {name}: {fault}\nsha256: {sha256(data).hexdigest()}\n"
