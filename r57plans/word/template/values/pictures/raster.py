"""The heads of PNG, GIF and BMP files."""

from __future__ import annotations

import struct
import zlib

from r57plans.word.template.values.pictures.sizes import USUAL_DPI, DamagedError, Natural, of_pixels

_PNG_HEAD = 8
_MOST_CHUNKS = 100_000
_INCH = 0.0254  # metres
_OLD_BMP = 12  # the size of the head that the oldest BMP files have


def png(data: bytes) -> Natural:
    """The size of a PNG file, every chunk of which is whole."""
    size: tuple[int, int] | None = None
    across = down = USUAL_DPI
    at = _PNG_HEAD
    for _ in range(_MOST_CHUNKS):
        length, kind = struct.unpack_from(">I4s", data, at)
        _check_chunk(data, at, length)
        if (kind == b"IHDR") != (size is None):
            raise DamagedError
        if kind == b"IHDR":
            size = struct.unpack_from(">II", data, at + 8)
        elif kind == b"pHYs":
            across, down = _png_dpi(data, at + 8)
        elif kind == b"IEND" and size is not None:
            return of_pixels(*size, across, down)
        at += length + 12
    raise DamagedError


def gif(data: bytes) -> Natural:
    """The size of a GIF file that is whole up to its last byte; it knows no dots an inch."""
    if not data.rstrip(b"\0").endswith(b";"):
        raise DamagedError
    return of_pixels(*struct.unpack_from("<HH", data, 6))


def bmp(data: bytes) -> Natural:
    """The size of a BMP file."""
    start, head = struct.unpack_from("<II", data, 10)
    if start >= len(data):
        raise DamagedError
    if head == _OLD_BMP:
        return of_pixels(*struct.unpack_from("<HH", data, 18))
    width, height = struct.unpack_from("<ii", data, 18)
    across, down = struct.unpack_from("<ii", data, 38)
    return of_pixels(width, abs(height), across * _INCH, down * _INCH)


def _check_chunk(data: bytes, at: int, length: int) -> None:
    end = at + 8 + length
    (said,) = struct.unpack_from(">I", data, end)
    if zlib.crc32(memoryview(data)[at + 4 : end]) != said:
        raise DamagedError


def _png_dpi(data: bytes, at: int) -> tuple[float, float]:
    across, down, unit = struct.unpack_from(">IIB", data, at)
    return (across * _INCH, down * _INCH) if unit == 1 else (USUAL_DPI, USUAL_DPI)
