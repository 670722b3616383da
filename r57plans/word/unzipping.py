"""Reading a ZIP file that may be hostile: its directory, and what each entry holds.

Python's own `zipfile` is meant for files of any origin and any age: it lets entries overlap, reads
what two programs would read in two ways, and takes longer over a small package than unpacking it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.word.faults import fault
from r57plans.word.zipping import DEFLATED, STORED, Stored, deflated

_DIRECTORY = Message(vi="mục lục của gói ZIP", en="the directory of the ZIP package")
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_FARTHEST_END = _END.size + 0xFFFF  # the longest comment that may follow
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_IN_EXTRA = 0xFFFFFFFF  # the number stands in the entry's ZIP64 field
_ZIP64 = 1
_UTF8 = 0x800
# Encrypted, a patch of another file, strongly encrypted, headers masked.
_UNREADABLE = 0x1 | 0x20 | 0x40 | 0x2000


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory of a ZIP file lies, and how many entries it says it has."""

    offset: int
    size: int
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the directory: `packed` and `size` are the bytes in the file and unpacked."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int

    @property
    def is_folder(self) -> bool:
        """Whether the entry is a mere folder."""
        return self.name.endswith("/")


def find_directory(data: bytes, file: str = "") -> Directory:
    """The directory of a ZIP file. Raises `WordFileError` (`word.damaged`) where there is none."""
    at = data.rfind(_END_MARK, max(len(data) - _FARTHEST_END, 0))
    if at < 0 or at + _END.size > len(data):
        raise fault("word.damaged", file, part=_DIRECTORY)
    _, _, _, _, count, size, offset, _ = _END.unpack_from(data, at)
    if count == 0xFFFF or _IN_EXTRA in (size, offset):
        count, size, offset, at = _find_end64(data, at) or (count, size, offset, at)
    if offset + size > at:
        raise fault("word.damaged", file, part=_DIRECTORY)
    return Directory(offset, size, count)


def read_directory(data: bytes, directory: Directory, file: str = "") -> tuple[Entry, ...]:
    """The entries in the directory's order, folders among them.

    Raises `WordFileError` (`word.damaged`) unless the directory holds just what it says.
    """
    entries = []
    at, end = directory.offset, directory.offset + directory.size
    try:
        for _ in range(directory.count):
            entry, at = _entry(data, at, end)
            entries.append(entry)
    except (struct.error, ValueError) as error:
        raise fault("word.damaged", file, part=_DIRECTORY) from error
    if at != end:
        raise fault("word.damaged", file, part=_DIRECTORY)
    return tuple(entries)


def locate(
    data: bytes, entries: Sequence[Entry], directory: Directory, file: str = ""
) -> dict[int, int]:
    """Where the packed bytes of each entry begin, by the place where its own header begins.

    Raises `WordFileError`: `word.overlap` where entries share bytes, as in a file that unpacks to
    far more than it holds; `word.ambiguous` where an entry calls itself other than the directory
    does; `word.damaged` where there is no entry.
    """
    starts = {}
    free = 0
    for entry in sorted(entries, key=lambda e: e.offset):
        if entry.offset < free:
            raise fault("word.overlap", file, part=entry.name)
        start = _start(data, entry, directory, file)
        starts[entry.offset] = start
        free = start + entry.packed
        if free > directory.offset:
            raise fault("word.overlap", file, part=entry.name)
    return starts


def unpack(data: bytes, entry: Entry, start: int, file: str = "") -> tuple[bytes, Stored]:
    """What the entry holds, and the entry as it can be copied; its checksum is proved.

    Never unpacks more than the directory says. Raises `WordFileError` (`word.damaged`) when the
    bytes are not what the directory says, or are packed in a way that Word does not know.
    """
    raw = data[start : start + entry.packed]
    if entry.flags & _UNREADABLE or entry.method not in (STORED, DEFLATED):
        raise fault("word.damaged", file, part=entry.name)
    content, whole = _inflate(raw, entry, file) if entry.method == DEFLATED else (raw, raw)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise fault("word.damaged", file, part=entry.name)
    if whole is None:
        return content, deflated([content])
    return content, Stored(whole, entry.crc, entry.size, entry.method)


def _find_end64(data: bytes, end: int) -> tuple[int, int, int, int] | None:
    if end < _LOCATOR64.size:
        return None
    mark, _, at, _ = _LOCATOR64.unpack_from(data, end - _LOCATOR64.size)
    if mark != b"PK\x06\x07" or at + _END64.size > end:
        return None
    mark, _, _, _, _, _, _, count, size, offset = _END64.unpack_from(data, at)
    return (count, size, offset, at) if mark == b"PK\x06\x06" else None


def _entry(data: bytes, at: int, end: int) -> tuple[Entry, int]:
    """The entry described at a place, and where the next one is; ValueError if it is none."""
    (mark, _, _, flags, method, _, _, crc, packed, size, named, extra, comment, _, _, _, offset) = (
        _CENTRAL.unpack_from(data, at)
    )
    name_at = at + _CENTRAL.size
    extra_at = name_at + named
    next_at = extra_at + extra + comment
    if mark != b"PK\x01\x02" or next_at > end:
        raise ValueError("no entry")
    raw = data[name_at:extra_at]
    if _IN_EXTRA in (size, packed, offset):
        wide = _wide(data[extra_at : extra_at + extra], (size, packed, offset))
        size, packed, offset = wide
    name = raw.decode("utf-8" if flags & _UTF8 or raw.isascii() else "cp437")
    return Entry(name, raw, flags, method, crc, packed, size, offset), next_at


def _wide(extra: bytes, numbers: Iterable[int]) -> list[int]:
    """The numbers, each that stands in the ZIP64 field taken from there; struct.error if not."""
    field = b""
    while len(extra) >= 4 and not field:
        kind, length = struct.unpack_from("<2H", extra)
        field = extra[4 : 4 + length] if kind == _ZIP64 else b""
        extra = extra[4 + length :]
    found = []
    for number in numbers:
        if number == _IN_EXTRA:
            (number,) = struct.unpack_from("<Q", field)
            field = field[8:]
        found.append(number)
    return found


def _start(data: bytes, entry: Entry, directory: Directory, file: str) -> int:
    if entry.offset + _LOCAL.size > directory.offset:
        raise fault("word.damaged", file, part=entry.name)
    named: int
    extra: int
    mark, _, _, method, _, _, _, _, _, named, extra = _LOCAL.unpack_from(data, entry.offset)
    if mark != b"PK\x03\x04":
        raise fault("word.damaged", file, part=entry.name)
    name_at = entry.offset + _LOCAL.size
    if method != entry.method or data[name_at : name_at + named] != entry.raw_name:
        raise fault("word.ambiguous", file, part=entry.name)
    return name_at + named + extra


def _inflate(raw: bytes, entry: Entry, file: str) -> tuple[bytes, bytes | None]:
    """What the raw bytes hold, at most one byte more than declared; None if they do not end."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # Without a number zlib would unpack all there is, whatever size was declared.
        content = inflater.decompress(raw, entry.size + 1)
    except zlib.error as error:
        raise fault("word.damaged", file, part=entry.name) from error
    if not inflater.eof:
        return content, None
    return content, raw[: len(raw) - len(inflater.unused_data)]
