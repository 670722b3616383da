"""The catalogue and the registers as shipped."""

from __future__ import annotations

import pytest

from r57plans.load import load_catalogue, load_registers
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of Resolution 57, its newest version."""
    return load_catalogue()


@pytest.fixture(scope="session")
def registers() -> Registers:
    """Provinces, agencies and terms."""
    return load_registers()
