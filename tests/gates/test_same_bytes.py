"""The same plan gives the same bytes: later, elsewhere, in another language of the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from built_examples import (
    AS_OF,
    EXAMPLES,
    LANGUAGES,
    NAMES,
    REPORT_CASES,
    WITH_STATUS,
    Case,
    others,
)

import r57plans
from r57plans.documents import ACTION_PLAN, PARALLEL, Edition

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
EVERYTHING = ["--document", "all", "--lang", "vi", "--lang", "en", "--lang", "vi-en"]
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "vi_VN.UTF-8",
    "LANG": "vi_VN.UTF-8",
    "PYTHONHASHSEED": "2",
}
EDITIONS: tuple[Edition, ...] = (*LANGUAGES, PARALLEL)
CODE = """
import json, sys
from r57plans.cli import main
codes = [main(arguments) for arguments in json.loads(sys.argv[1])]
sys.exit(max(codes))
"""


def _report(name: str, out: Path) -> list[str]:
    folder = EXAMPLES / name
    files = [str(folder / "plan.yaml"), "--status", str(folder / "status.yaml")]
    return ["report", *files, "--as-of", AS_OF.isoformat(), "-o", str(out)]


def build_all(out: Path, environment: dict[str, str]) -> None:
    """Builds every example, plain and clean, in a process of its own."""
    commands = [
        ["build", str(EXAMPLES / name / "plan.yaml"), "-o", str(out / kind / name), *flags]
        for name in NAMES
        for kind, flags in (("plain", EVERYTHING), ("clean", ["--clean"]))
    ]
    commands += [_report(name, out / "report" / name) for name in WITH_STATUS]
    subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(commands)],
        env=os.environ | environment | {"PYTHONPATH": str(Path(r57plans.__file__).parents[1])},
        cwd=out.parent,
        capture_output=True,
        timeout=120,
        check=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.docx"))}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("twice")
    build_all(folder / "here", HERE)
    time.sleep(1.1)
    build_all(folder / "there", THERE)
    return contents(folder / "here"), contents(folder / "there")


def test_a_second_later_in_another_time_zone_and_locale_the_bytes_are_the_same(
    twice: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    here, there = twice

    documents = sum(1 + len(others(name)) for name in NAMES)
    reports = len(WITH_STATUS) * len(LANGUAGES)
    assert len(here) == documents * 3 + len(NAMES) * len(LANGUAGES) + reports
    assert [name for name in here if there.get(name) != here[name]] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_library_gives_the_bytes_of_the_command_line(
    twice: tuple[dict[str, bytes], dict[str, bytes]], name: str
) -> None:
    written = [data for path, data in twice[0].items() if path.startswith(f"plain/{name}/")]

    cases = (Case(name, e, document=d) for d in (ACTION_PLAN, *others(name)) for e in EDITIONS)
    assert sorted(case.data for case in cases) == sorted(written)


@pytest.mark.parametrize("case", REPORT_CASES, ids=str)
def test_the_library_gives_the_report_of_the_command_line(
    case: Case, twice: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    written = [
        data
        for path, data in twice[0].items()
        if path.startswith(f"report/{case.example}/") and f".{case.language}." in path
    ]

    assert written == [case.data]
