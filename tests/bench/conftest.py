"""Makes the checkout's `bench` importable, also where the installed wheel is under test.

The checkout itself must not be on the path there, or its r57plans would be tested.
"""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_BENCH = Path(__file__).parents[2] / "bench"


def _load() -> None:
    spec = spec_from_file_location("bench", _BENCH / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["bench"] = module
    spec.loader.exec_module(module)


_load()
