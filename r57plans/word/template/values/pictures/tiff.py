"""The head of a TIFF file, which a camera's JPEG file holds too."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from r57plans.word.template.values.pictures.sizes import USUAL_DPI, DamagedError, Natural, of_pixels

_WIDTH, _HEIGHT, _ACROSS, _DOWN, _UNIT = 256, 257, 282, 283, 296
_BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_ENTRY = 12
_MOST_ENTRIES = 1000
_SHORT, _LONG, _RATIONAL = 3, 4, 5
_UNITS = {2: 1.0, 3: 2.54}  # inches and centimetres


def tiff(data: bytes) -> Natural:
    """The size of the first picture of a TIFF file."""
    tags = _tags(data)
    return of_pixels(int(tags[_WIDTH]), int(tags[_HEIGHT]), *_dpi(tags))


def resolution(data: bytes) -> tuple[float, float] | None:
    """Dots an inch, across and down, as the head says; None where it says nothing."""
    tags = _tags(data)
    return _dpi(tags) if _ACROSS in tags else None


def _dpi(tags: Mapping[int, float]) -> tuple[float, float]:
    unit = _UNITS.get(int(tags.get(_UNIT, 2)))
    across = tags.get(_ACROSS)
    if unit is None or across is None:
        return USUAL_DPI, USUAL_DPI
    return across * unit, tags.get(_DOWN, across) * unit


def _tags(data: bytes) -> dict[int, float]:
    """The numbers of the first directory, by their tags."""
    order = _BYTE_ORDERS.get(data[:4])
    if order is None:
        raise DamagedError
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, at)
    starts = (at + 2 + number * _ENTRY for number in range(min(count, _MOST_ENTRIES)))
    found = (_entry(data, start, order) for start in starts)
    return {tag: value for tag, value in found if value is not None}


def _entry(data: bytes, at: int, order: str) -> tuple[int, float | None]:
    tag, kind, _, value = struct.unpack_from(f"{order}HHII", data, at)
    if kind == _SHORT:
        return tag, float(struct.unpack_from(f"{order}H", data, at + 8)[0])
    if kind == _RATIONAL and tag in (_ACROSS, _DOWN):
        above, below = struct.unpack_from(f"{order}II", data, value)
        return tag, above / below if below else None
    return tag, float(value) if kind == _LONG else None
