"""The filters and tests that a template may use; each is called with the rendering first."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.word.template.sandbox.filters.checks import TESTS
from r57plans.word.template.sandbox.filters.lists import LIST_FILTERS
from r57plans.word.template.sandbox.filters.numbers import NUMBER_FILTERS
from r57plans.word.template.sandbox.filters.order import ORDER_FILTERS
from r57plans.word.template.sandbox.filters.ours import OUR_FILTERS
from r57plans.word.template.sandbox.filters.protocol import Function, Lookup, Runtime
from r57plans.word.template.sandbox.filters.text import TEXT_FILTERS

FILTERS: Mapping[str, Function] = {
    **TEXT_FILTERS,
    **LIST_FILTERS,
    **ORDER_FILTERS,
    **NUMBER_FILTERS,
    **OUR_FILTERS,
}

__all__ = ["FILTERS", "TESTS", "Function", "Lookup", "Runtime"]
