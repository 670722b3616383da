"""Made-up round figures for illustrative plans: targets beside the centre's, shares, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

Data = dict[str, Any]


class _Range(NamedTuple):
    """The centre's figure for 2030 and from which to which a province's may be, by steps."""

    central: int
    lowest: int
    highest: int
    step: int
    on_the_way: int  # how much less is wanted by 2027


_RANGES: Mapping[str, _Range] = {
    "tfp": _Range(55, 45, 60, 5, 5),
    "high-tech-exports": _Range(50, 20, 60, 5, 5),
    "digital-economy": _Range(30, 20, 40, 5, 5),
    "online-public-services": _Range(80, 80, 95, 5, 10),
    "cashless-payments": _Range(80, 60, 90, 5, 10),
    "innovating-enterprises": _Range(40, 30, 50, 5, 10),
    "rd-social-share": _Range(60, 50, 70, 5, 10),
    "budget-share": _Range(3, 3, 4, 1, 0),
    "sector-digital-economy": _Range(70, 60, 75, 5, 10),
}
_GRDP = {"vi": "% GRDP", "en": "% of GRDP"}
_REASON = {
    "vi": "(Minh họa) Điểm xuất phát của địa phương còn thấp; nâng dần trong giai đoạn sau.",
    "en": "(Illustrative) The locality starts from a low level; to be raised in the next period.",
}


def targets_of(targets: list[Data], rng: Random) -> Iterator[Data]:
    """The starter's targets for which there is a figure, with values for 2027 and 2030."""
    for target in targets:
        figures = _RANGES.get(target["id"])
        if figures is None:
            continue
        value = rng.randrange(figures.lowest, figures.highest + 1, figures.step)
        unit: object = _GRDP if target["id"] == "digital-economy" else "%"
        years = {2027: value - figures.on_the_way, 2030: value}
        made = target | {
            "values": [{"year": y, "value": f"≥ {v}", "unit": unit} for y, v in years.items()],
            "relation": _relation(value, figures.central),
        }
        yield made | ({"reason": _REASON} if value < figures.central else {})


def params_of(params: Mapping[str, Any], rng: Random) -> dict[str, str]:
    """A figure for each that a sub-task's wording leaves open: a share, or a count."""
    return {
        name: f"{rng.randrange(50, 100, 5)}%" if name == "ty_le" else str(rng.randrange(5, 55, 5))
        for name in params
    }


def _relation(value: int, central: int) -> str:
    if value == central:
        return "equal"
    return "higher" if value > central else "lower"
