"""The pages in docs/ are true: their blocks run, their templates are sound, their tables whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import change_rules
import check_rules
import pytest
from jinja2.filters import FILTERS as JINJAS
from pages import ROOT, Block, agrees, blocks_of, dead_links, make_workplace, run_shell, with_output
from template_cases import ROOT as CASES

import r57plans
from r57plans.checks.run import pack_of
from r57plans.load.change_rules import load_change_rules
from r57plans.word.template.lint import lint
from r57plans.word.template.sandbox.filters import FILTERS
from r57plans.word.template.sandbox.filters.ours import OUR_FILTERS

DOCS = ROOT / "docs"
TEMPLATES = (DOCS / "templates.md").read_text("utf-8")
FROM_DOCXTPL = (DOCS / "from-docxtpl.md").read_text("utf-8")
CHECKS = (DOCS / "checks.md").read_text("utf-8")
DIFF = (DOCS / "diff.md").read_text("utf-8")
REDLINE = (DOCS / "redline.md").read_text("utf-8")
PULL = (DOCS / "pull.md").read_text("utf-8")
WORKBOOK = (DOCS / "workbook.md").read_text("utf-8")
MATRIX = (DOCS / "matrix.md").read_text("utf-8")
IMPORT = (DOCS / "import.md").read_text("utf-8")
MERGE = (DOCS / "merge.md").read_text("utf-8")
INSPECT = (DOCS / "inspect.md").read_text("utf-8")
PAGES = {
    "templates": TEMPLATES,
    "from-docxtpl": FROM_DOCXTPL,
    "checks": CHECKS,
    "diff": DIFF,
    "redline": REDLINE,
    "pull": PULL,
    "inspect": INSPECT,
    "import": IMPORT,
    "matrix": MATRIX,
    "merge": MERGE,
    "workbook": WORKBOOK,
    "huong-dan": (DOCS / "huong-dan.md").read_text("utf-8"),
}
CASE = re.compile(r"\]\(\.\./tests/cases/template/([a-z-]+)\)")


class Session:
    """A folder in which the blocks of a page run, one after the other, Python with one memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = make_workplace(folder)
        self._names: dict[str, Any] = {}

    def printed(self, block: Block) -> str:
        """What a block prints; raises what the block raises."""
        if block.language == "bash":
            result = run_shell(block.text, self.folder)
            return f"{result.stdout}{result.stderr if result.returncode else ''}"
        with redirect_stdout(StringIO()) as out:
            exec(compile(block.text, "the page", "exec"), self._names)
        return out.getvalue()


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    return Session(tmp_path)


def test_every_block_prints_what_the_page_shows(page: str, session: Session) -> None:
    # One test, in order: a later block uses what an earlier one wrote.
    told = []
    for block, shown in with_output(blocks_of(page), "python", "bash"):
        printed = session.printed(block)
        if not agrees(shown, printed):
            told.append(f"{block.text}\n--- printed\n{printed}")

    faults = {file.name: _errors(file) for file in session.folder.glob("*.docx")}

    assert told == []
    assert {name for name, found in faults.items() if found and "wrong" not in name} == set()
    assert all(found for name, found in faults.items() if name.startswith("wrong"))


def _errors(file: Path) -> tuple[object, ...]:
    return lint(file.read_bytes(), file.name, None).errors


def test_every_fenced_block_is_run_or_is_output(page: str) -> None:
    blocks = blocks_of(page)

    assert {block.language for block in blocks} <= {"python", "bash", "text"}
    assert page.count("\n```") == 2 * len(blocks)
    assert len(blocks) >= 5


def test_every_link_leads_to_a_file(page: str) -> None:
    assert dead_links(page, DOCS) == []


def test_every_feature_of_the_dialect_has_its_case_folder_in_the_table() -> None:
    named = CASE.findall(TEMPLATES)

    folders = [folder.name for folder in CASES.iterdir() if folder.is_dir()]

    assert sorted(named) == sorted(folders)


def test_the_filters_of_our_own_are_all_in_the_table() -> None:
    named = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", TEMPLATES, re.MULTILINE)

    assert set(named) & set(FILTERS) == set(OUR_FILTERS)


@pytest.mark.parametrize("page", [TEMPLATES, FROM_DOCXTPL], ids=["templates", "from-docxtpl"])
def test_the_filters_of_jinja_that_are_not_there_are_named(page: str) -> None:
    absent = set(JINJAS) - set(FILTERS)

    assert [name for name in sorted(absent) if f"`{name}`" not in page] == []


def test_the_modules_in_the_map_of_the_engine_are_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = page.partition("| step | modules | does |")[2].partition("\n\n")[0].splitlines()[2:]
    engine = Path(r57plans.__file__).parent / "word" / "template"

    named = [name for row in rows for name in re.findall(r"`(\S+?)`", row.split("|")[2])]

    there = [
        (engine / name).is_dir() or (engine / f"{name}.py").exists() or (engine / name).is_file()
        for name in named
    ]
    assert len(named) > 20
    assert [name for name, found in zip(named, there, strict=True) if not found] == []


def test_the_table_of_rules_is_what_the_data_give() -> None:
    assert check_rules.PAGE.read_text("utf-8") == check_rules.page(pack_of())


def test_the_table_of_changes_is_what_the_data_give() -> None:
    assert change_rules.PAGE.read_text("utf-8") == change_rules.page(load_change_rules())
