"""The kinds of picture files that Word shows everywhere, told by their first bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.pictures.jpeg import jpeg
from r57plans.word.template.values.pictures.metafile import emf, wmf
from r57plans.word.template.values.pictures.raster import bmp, gif, png
from r57plans.word.template.values.pictures.sizes import DamagedError, Natural
from r57plans.word.template.values.pictures.tiff import tiff
from r57plans.word.template.values.refusing import refused

MOST_BYTES = 16 * 1024 * 1024
_MOST_PIXELS = 200_000_000  # a reader that unpacks them needs four bytes for each

TYPES: Mapping[str, str] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_READERS: Mapping[str, Callable[[bytes], Natural]] = {
    "png": png,
    "jpeg": jpeg,
    "gif": gif,
    "bmp": bmp,
    "tiff": tiff,
    "emf": emf,
    "wmf": wmf,
}
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
)
_EMF_START, _EMF_MARK = b"\1\0\0\0", b" EMF"


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture as they were given, its kind (a key of `TYPES`) and natural size."""

    data: bytes
    kind: str
    natural: Natural


def read_picture(data: bytes) -> Picture:
    """The picture of a file's bytes; only its head and its frame are looked at.

    Raises `MisuseError` (`template.value`) for bytes of another kind, or damaged, or too many.
    """
    if len(data) > MOST_BYTES:
        raise too_big()
    kind = _kind(data)
    try:
        natural = _READERS[kind](data)
    except (DamagedError, struct.error, IndexError, KeyError, OverflowError) as error:
        raise refused(
            f"tệp hình {kind.upper()} bị hỏng hoặc bị cắt cụt",
            f"the {kind.upper()} picture is damaged or cut short",
        ) from error
    if natural.pixels > _MOST_PIXELS:
        raise refused(
            f"hình có hơn {_MOST_PIXELS} điểm ảnh",
            f"the picture has more than {_MOST_PIXELS} pixels",
        )
    return Picture(data, kind, natural)


def too_big() -> MisuseError:
    """The error for a picture of too many bytes."""
    most = MOST_BYTES // (1024 * 1024)
    return refused(f"tệp hình lớn hơn {most} MB", f"the picture is larger than {most} MB")


def _kind(data: bytes) -> str:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(_EMF_START) and data[40:44] == _EMF_MARK:
        return "emf"
    raise refused(
        "tệp này không phải hình mà mọi bản Word đều hiện được; dùng PNG, JPEG, GIF, BMP, TIFF, "
        "EMF hoặc WMF (hình SVG, WebP: lưu lại thành PNG)",
        "this is not a picture that every Word shows; use PNG, JPEG, GIF, BMP, TIFF, EMF or WMF "
        "(save SVG and WebP as PNG)",
    )
