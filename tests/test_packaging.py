"""What the wheel and the source archive hold, and that the package runs from anywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from r57plans.version import VERSION

ROOT = Path(__file__).parents[1]

WHEEL_MUST_HOLD = (
    "r57plans/__init__.py",
    "r57plans/py.typed",
    "r57plans/cli/__init__.py",
    "r57plans/word/template/__init__.py",
    "r57plans/_assets/templates/vi/action-plan.docx",
    "r57plans/_assets/templates/vi/action-plan-state.docx",
    "r57plans/_assets/templates/en/action-plan.docx",
    "r57plans/_assets/templates/en/action-plan-state.docx",
    "r57plans/_assets/templates/vi/committee-decision.docx",
    "r57plans/_assets/templates/en/task-sheets-state.docx",
    "r57plans/_assets/templates/examples.json",
    "r57plans/_assets/templates/source/party.outline",
    "r57plans/_assets/templates/source/words.vi.yaml",
    "r57plans/_assets/task_catalog/plan.schema.json",
    "r57plans/_assets/task_catalog/provinces.yaml",
    "r57plans/_assets/task_catalog/agencies.yaml",
    "r57plans/_assets/task_catalog/terms.yaml",
    "r57plans/_assets/task_catalog/layout-rules.yaml",
    "r57plans/_assets/task_catalog/layouts/party-2018.yaml",
    "r57plans/_assets/task_catalog/layouts/party-2026.yaml",
    "r57plans/_assets/task_catalog/layouts/state-2020.yaml",
    "r57plans/_assets/task_catalog/nq57/catalogue.yaml",
    *(f"r57plans/_assets/task_catalog/nq57/groups/{n}.yaml" for n in range(1, 8)),
)
WHEEL_MAY_HOLD = (
    r"r57plans/(?!_assets/)[a-z_/]+\.py",
    r"r57plans/py\.typed",
    r"r57plans/batch/batch\.schema\.json",
    r"r57plans/checks/check\.schema\.json",
    r"r57plans/doctor/doctor\.schema\.json",
    r"r57plans/diff/(changes|three)\.schema\.json",
    r"r57plans/exporting/export\.schema\.json",
    r"r57plans/importing/import\.schema\.json",
    r"r57plans/inspection/inspect\.schema\.json",
    r"r57plans/merging/merge\.schema\.json",
    r"r57plans/pull/pull\.schema\.json",
    r"r57plans/_assets/templates/(vi|en|checks)/[a-z.-]+\.docx",
    r"r57plans/_assets/templates/examples\.json",
    r"r57plans/_assets/templates/source/[a-z.-]+\.(outline|yaml|xml)",
    r"r57plans/_assets/task_catalog/[a-z0-9/.-]+\.(yaml|json)",
    rf"r57plans-{re.escape(VERSION)}\.dist-info/"
    r"(METADATA|RECORD|WHEEL|entry_points\.txt|licenses/LICENSE)",
)
SDIST_MUST_HOLD = (
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "cli.py",
    ".gitattributes",
    "docs/page-1.vi.png",
    "docs/page-1.en.png",
    "docs/template-names.md",
    "docs/templates.md",
    "docs/from-docxtpl.md",
    "examples/cao-bang/plan.yaml",
    "r57plans/__init__.py",
    "task_catalog/nq57/catalogue.yaml",
    "templates/vi/action-plan.docx",
    "tests/conftest.py",
    "tests/golden/cao-bang.vi.txt",
    "tests/test_packaging.py",
)
NEVER_HOLDS = (
    r"__pycache__",
    r"\.pyc$",
    r"(^|/)\.venv/",
    r"(^|/)out/",
    r"node_modules",
    r"\.part$",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    return Path(next(SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def names_in_wheel(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def names_in_sdist(sdist: Path) -> list[str]:
    with tarfile.open(sdist) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def metadata(wheel: Path, name: str) -> str:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(f"r57plans-{VERSION}.dist-info/{name}").decode("utf-8")


def described(wheel: Path) -> Message:
    return Parser().parsestr(metadata(wheel, "METADATA"))


def strangers(names: list[str], allowed: tuple[str, ...]) -> list[str]:
    return [n for n in names if not any(re.fullmatch(pattern, n) for pattern in allowed)]


def run(*command: str, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "LC_ALL")}
    environment |= {"PYTHONUTF8": "1", "LANG": "C.UTF-8"}
    if path:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_wheel_holds_the_code_the_templates_and_the_catalogue(wheel: Path) -> None:
    names = set(names_in_wheel(wheel))

    assert [name for name in WHEEL_MUST_HOLD if name not in names] == []


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    assert strangers(names_in_wheel(wheel), WHEEL_MAY_HOLD) == []


def test_a_stranger_in_the_wheel_would_be_found() -> None:
    names = [
        "tests/test_packaging.py",
        "r57plans/_assets/task_catalog/make.py",
        "r57plans/notes.txt",
        "r57plans/word/xml.py",
    ]

    assert strangers(names, WHEEL_MAY_HOLD) == names[:-1]


def test_every_module_and_asset_of_the_checkout_is_in_the_wheel(wheel: Path) -> None:
    places = {"r57plans": "r57plans", "templates": "r57plans/_assets/templates"}
    places["task_catalog"] = "r57plans/_assets/task_catalog"

    meant = {
        f"{place}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, place in places.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert meant - set(names_in_wheel(wheel)) == set()


def test_the_source_archive_holds_what_a_packager_needs(sdist: Path) -> None:
    names = set(names_in_sdist(sdist))

    assert [name for name in SDIST_MUST_HOLD if name not in names] == []


@pytest.mark.parametrize("pattern", NEVER_HOLDS)
def test_neither_archive_holds_what_was_only_made_here(
    wheel: Path, sdist: Path, pattern: str
) -> None:
    names = names_in_wheel(wheel) + names_in_sdist(sdist)

    assert [name for name in names if re.search(pattern, name)] == []


def test_the_metadata_says_what_it_is_and_what_it_needs(wheel: Path) -> None:
    said = described(wheel)

    assert (said["Name"], said["Version"]) == ("r57plans", VERSION)
    assert said["Requires-Python"] == ">=3.11"
    assert (said["License-Expression"], said["License-File"]) == ("MIT", "LICENSE")
    assert said["Description-Content-Type"] == "text/markdown"
    assert "r57plans = r57plans.cli:main" in metadata(wheel, "entry_points.txt")


def test_a_user_gets_no_developers_tools(wheel: Path) -> None:
    needed = [r for r in described(wheel).get_all("Requires-Dist", []) if "extra ==" not in r]

    libraries = sorted(re.split(r"[<>=!~ ;\[]", item)[0].lower() for item in needed)

    assert libraries == [
        "babel",
        "click",
        "jinja2",
        "lxml",
        "openpyxl",
        "pydantic",
        "pyyaml",
        "rich",
        "ruamel-yaml",
        "xlsxwriter",
    ]


def test_the_version_is_said_once_and_the_same(wheel: Path) -> None:
    assert wheel.name.startswith(f"r57plans-{VERSION}-")
    assert f"## [{VERSION}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_no_code_lies_among_the_templates_and_the_catalogue() -> None:
    found = [p for f in ("templates", "task_catalog") for p in (ROOT / f).rglob("*.py")]

    assert found == []


def test_the_unpacked_wheel_finds_its_templates_and_catalogue(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = (
        "from r57plans.assets import templates_folder, catalogue_folder\n"
        "from r57plans.load import load_catalogue\n"
        "print(templates_folder()); print(catalogue_folder()); print(load_catalogue().id)"
    )

    result = run("-c", code, folder=tmp_path, path=tmp_path / "site")

    assets = tmp_path / "site" / "r57plans" / "_assets"
    expected = [str(assets / "templates"), str(assets / "task_catalog"), "nq57"]
    assert result.stdout.splitlines() == expected, result.stderr


def test_the_unpacked_wheel_builds_a_plan(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    plan = ROOT / "examples" / "cao-bang" / "plan.yaml"
    code = "import sys; from r57plans.cli import main; sys.exit(main())"

    result = run(
        "-c", code, "build", str(plan), "-o", "out", folder=tmp_path, path=tmp_path / "site"
    )

    assert result.returncode == 0, result.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "cao-bang-action-plan.en.docx",
        "cao-bang-action-plan.vi.docx",
    ]


def test_a_checkout_finds_its_templates_and_catalogue(tmp_path: Path) -> None:
    code = "from r57plans.assets import templates_folder, catalogue_folder\n"
    code += "print(templates_folder()); print(catalogue_folder())"

    result = run("-c", code, folder=tmp_path, path=ROOT)

    assert result.stdout.splitlines() == [str(ROOT / "templates"), str(ROOT / "task_catalog")]


@pytest.mark.parametrize("arguments", [["--help"], ["catalogue", "list"], ["build", "--help"]])
def test_cli_py_runs_in_a_bare_checkout_from_any_folder(
    tmp_path: Path, arguments: list[str]
) -> None:
    result = run(str(ROOT / "cli.py"), *arguments, folder=tmp_path)

    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
