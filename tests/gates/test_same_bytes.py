"""The same plan gives the same bytes: later, elsewhere, in another language of the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_examples import (
    AS_OF,
    EXAMPLES,
    LANGUAGES,
    NAMES,
    REPORT_CASES,
    SHORT,
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


def _reporting(names: Sequence[str]) -> list[str]:
    return [name for name in WITH_STATUS if name in names]


def _report(name: str, out: Path) -> list[str]:
    folder = EXAMPLES / name
    files = [str(folder / "plan.yaml"), "--status", str(folder / "status.yaml")]
    return ["report", *files, "--as-of", AS_OF.isoformat(), "-o", str(out)]


def build_all(names: Sequence[str], out: Path, environment: dict[str, str]) -> None:
    """Builds these examples, plain and clean, in a process of its own."""
    commands = [
        ["build", str(EXAMPLES / name / "plan.yaml"), "-o", str(out / kind / name), *flags]
        for name in names
        for kind, flags in (("plain", EVERYTHING), ("clean", ["--clean"]))
    ]
    commands += [_report(name, out / "report" / name) for name in _reporting(names)]
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


@dataclass(frozen=True, slots=True)
class Twice:
    """What the same commands wrote of some examples at two times, in two places."""

    names: tuple[str, ...]
    here: dict[str, bytes]
    there: dict[str, bytes]

    def written(self, place: str) -> list[bytes]:
        """The files that were first written to a folder, in order."""
        return sorted(data for path, data in self.here.items() if path.startswith(place))


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(SHORT, id="short"),
        pytest.param(NAMES, id="all", marks=pytest.mark.word),
    ],
)
def twice(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Twice:
    folder = tmp_path_factory.mktemp("twice")
    build_all(request.param, folder / "here", HERE)
    time.sleep(1.1)
    build_all(request.param, folder / "there", THERE)
    return Twice(request.param, contents(folder / "here"), contents(folder / "there"))


def test_a_second_later_in_another_time_zone_and_locale_the_bytes_are_the_same(
    twice: Twice,
) -> None:
    documents = sum(1 + len(others(name)) for name in twice.names)
    reports = len(_reporting(twice.names)) * len(LANGUAGES)
    assert len(twice.here) == documents * 3 + len(twice.names) * len(LANGUAGES) + reports
    assert [name for name in twice.here if twice.there.get(name) != twice.here[name]] == []


def test_the_library_gives_the_bytes_of_the_command_line(twice: Twice) -> None:
    for name in twice.names:
        written = twice.written(f"plain/{name}/")

        cases = (Case(name, e, document=d) for d in (ACTION_PLAN, *others(name)) for e in EDITIONS)
        assert sorted(case.data for case in cases) == written


def test_the_library_gives_the_reports_of_the_command_line(twice: Twice) -> None:
    cases = [case for case in REPORT_CASES if case.example in twice.names]

    assert sorted(case.data for case in cases) == twice.written("report/")
