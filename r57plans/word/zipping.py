"""Writing a ZIP file: entries as they lie in another one, entries compressed as they are made.

The same entries give the same bytes: no clock, no names of this machine.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from r57plans.errors import WordFileError
from r57plans.findings import Message
from r57plans.word.faults import fault

STORED = 0
DEFLATED = 8

_LEVEL = 3  # a third larger than 6 gives, and three times as quick
_RAW = -15  # deflate without a header of its own, as ZIP files have it
_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION  # Unix
_READABLE = 0o644 << 16  # Word for Mac refuses entries whose external attributes are zero
_TIME, _DATE = 0, 1 << 5 | 1  # midnight of 1 January 1980, the first that a ZIP file knows
_UTF8 = 0x800
_MOST_BYTES = 0xFFFFFFFF
_MOST_ENTRIES = 0xFFFF

_FILE = Message(vi="số byte của tệp", en="the number of bytes of the file")
_PARTS = Message(vi="số thành phần trong gói", en="the number of parts")


@dataclass(frozen=True, slots=True)
class Stored:
    """One entry as it lies in a ZIP file: `data` as packed; `crc` and `size` of the unpacked."""

    data: bytes
    crc: int
    size: int
    method: int = DEFLATED


class Deflater:
    """Compresses one entry piece by piece, so that its whole text never stands in memory."""

    __slots__ = ("_crc", "_packer", "_pieces", "_size")

    def __init__(self) -> None:
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
        self._pieces: list[bytes] = []
        self._crc = 0
        self._size = 0

    def write(self, data: bytes) -> None:
        """Add the next bytes of the entry."""
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        packed = self._packer.compress(data)
        if packed:
            self._pieces.append(packed)

    def finish(self) -> Stored:
        """The whole entry; nothing can be added after."""
        self._pieces.append(self._packer.flush())
        return Stored(b"".join(self._pieces), self._crc, self._size)


def deflated(blocks: Iterable[bytes]) -> Stored:
    """The entry that holds these blocks, one after the other."""
    deflater = Deflater()
    for block in blocks:
        deflater.write(block)
    return deflater.finish()


def inflated(entry: Stored) -> bytes:
    """The content of an entry that was compressed here."""
    return zlib.decompress(entry.data, _RAW) if entry.method == DEFLATED else entry.data


def write_zip(entries: Iterable[tuple[str, Stored]]) -> bytes:
    """The ZIP file of these entries, in this order. Raises `WordFileError` above 4 GiB."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, entry in entries:
        if max(offset, entry.size) > _MOST_BYTES:
            raise _too_big(_FILE, max(offset, entry.size), _MOST_BYTES)
        local, central = _headers(name, entry, offset)
        body += (local, entry.data)
        directory.append(central)
        offset += len(local) + len(entry.data)
    return b"".join([*body, *directory, _end(directory, offset)])


def _headers(name: str, entry: Stored, offset: int) -> tuple[bytes, bytes]:
    raw = name.encode()
    flags = 0 if raw.isascii() else _UTF8
    common = flags, entry.method, _TIME, _DATE, entry.crc, len(entry.data), entry.size
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common, len(raw), 0)
    central = _DIRECTORY.pack(
        b"PK\x01\x02", _MADE_BY, _VERSION, *common, len(raw), 0, 0, 0, 0, _READABLE, offset
    )
    return local + raw, central + raw


def _end(directory: list[bytes], offset: int) -> bytes:
    count, size = len(directory), sum(map(len, directory))
    if count > _MOST_ENTRIES:
        raise _too_big(_PARTS, count, _MOST_ENTRIES)
    if offset + size > _MOST_BYTES:
        raise _too_big(_FILE, offset + size, _MOST_BYTES)
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)


def _too_big(what: Message, found: int, limit: int) -> WordFileError:
    return fault("word.too-big", what=what, found=str(found), limit=str(limit))
