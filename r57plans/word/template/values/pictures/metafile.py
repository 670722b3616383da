"""The heads of Windows' metafiles, which hold lines and text in place of pixels."""

from __future__ import annotations

import struct

from r57plans.word.template.values.lengths import INCH, MILLIMETRE
from r57plans.word.template.values.pictures.sizes import DamagedError, Natural


def emf(data: bytes) -> Natural:
    """The size of an enhanced metafile, from its frame in hundredths of a millimetre."""
    left, top, right, bottom = struct.unpack_from("<4i", data, 24)
    (length,) = struct.unpack_from("<I", data, 48)
    if length > len(data):
        raise DamagedError
    return _natural(right - left, bottom - top, MILLIMETRE / 100)


def wmf(data: bytes) -> Natural:
    """The size of a placeable metafile, from its box and how much of it is an inch."""
    left, top, right, bottom, inch = struct.unpack_from("<4hH", data, 6)
    if not inch:
        raise DamagedError
    return _natural(right - left, bottom - top, INCH / inch)


def _natural(width: int, height: int, unit: float) -> Natural:
    if width <= 0 or height <= 0:
        raise DamagedError
    return Natural(round(width * unit), round(height * unit))
