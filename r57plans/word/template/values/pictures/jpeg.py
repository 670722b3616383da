"""The head of a JPEG file."""

from __future__ import annotations

import struct

from r57plans.word.template.values.pictures.sizes import USUAL_DPI, DamagedError, Natural, of_pixels
from r57plans.word.template.values.pictures.tiff import resolution

_FRAMES = {0xC0 + n for n in range(16)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_JFIF, _EXIF = b"JFIF\0", b"Exif\0\0"
_UNITS = {1: 1.0, 2: 2.54}  # inches and centimetres
_START_OF_SCAN, _END = 0xDA, b"\xff\xd9"
_MOST_SEGMENTS = 10_000


def jpeg(data: bytes) -> Natural:
    """The size of a JPEG file that has an end; dots an inch as JFIF says, or else the camera."""
    dpi: tuple[float, float] | None = None
    at = 2
    for _ in range(_MOST_SEGMENTS):
        at, marker = _next(data, at)
        if marker in _ALONE:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if marker in _FRAMES:
            return _framed(data, at, dpi)
        if marker == _START_OF_SCAN or length < 2:
            break
        dpi = dpi or _dpi(data[at + 2 : at + length])
        at += length
    raise DamagedError


def _next(data: bytes, at: int) -> tuple[int, int]:
    """Where the content of the next segment begins, and its marker."""
    if data[at] != 0xFF:
        raise DamagedError
    while data[at] == 0xFF:
        at += 1
    return at + 1, data[at]


def _framed(data: bytes, at: int, dpi: tuple[float, float] | None) -> Natural:
    height, width = struct.unpack_from(">HH", data, at + 3)
    if data.find(_END, at) < 0:
        raise DamagedError
    return of_pixels(width, height, *(dpi or (USUAL_DPI, USUAL_DPI)))


def _dpi(segment: bytes) -> tuple[float, float] | None:
    if segment.startswith(_JFIF):
        unit, across, down = struct.unpack_from(">BHH", segment, 7)
        return (across * _UNITS[unit], down * _UNITS[unit]) if unit in _UNITS else None
    if segment.startswith(_EXIF):
        try:
            return resolution(segment[len(_EXIF) :])
        except (DamagedError, struct.error):
            return None  # what a camera says beside the picture does not make it unreadable
    return None
