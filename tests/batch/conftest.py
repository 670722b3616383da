"""A few plans in a folder, as a batch gets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from r57plans.demo import demo_plan
from r57plans.model.base import DocumentDate

NAMES = ("an-giang", "ha-nam", "ha-noi")


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The plan files of three provinces, cut short, by name."""
    day = DocumentDate.parse("2025-03-28")
    return {name: _short(demo_plan(name, day)) for name in NAMES}


@pytest.fixture
def plans(tmp_path: Path, texts: dict[str, str]) -> Path:
    """A folder with the three plans."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def _short(text: str) -> str:
    """The plan with its first three tasks alone."""
    before, _, after = text.partition("\ntasks:\n")
    tasks, _, rest = after.partition("\n\n")
    parts = tasks.split("\n  - id: ")
    return (
        f"{before}\ntasks:\n{chr(10).join([parts[0]])}"
        + "".join(f"\n  - id: {part}" for part in parts[1:3])
        + f"\n\n{rest}"
    )
