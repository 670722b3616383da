"""What every test run shares: how hypothesis searches, and which r57plans is tested."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

import r57plans

settings.register_profile(
    "default", deadline=None, max_examples=60, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("default")


# The tests keep much and throw little away: looking for garbage less often saves a tenth of all.
gc.set_threshold(50_000)


def pytest_collection_finish() -> None:
    """Spares what was collected, which stays to the end, from being looked through again."""
    gc.freeze()


def pytest_report_header() -> str:
    """Says which copy of the package is under test."""
    return f"r57plans: {Path(r57plans.__file__).parent}"


def pytest_configure() -> None:
    """Refuses to test the checkout where the installed wheel is meant."""
    meant = os.environ.get("R57PLANS_UNDER_TEST", "")
    if meant not in Path(r57plans.__file__).parts and meant:
        raise pytest.UsageError(f"r57plans is not from {meant} but from {r57plans.__file__}")
