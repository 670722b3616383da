"""The Word package: a ZIP file from anywhere into parts, and parts into the same bytes each time.

Files come from mail and from strangers: everything here assumes that a file may be hostile.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from r57plans.errors import WordFileError
from r57plans.findings import Message
from r57plans.word.faults import fault
from r57plans.word.relations import PACKAGE_RELS, read_relations
from r57plans.word.xml import parse_part, qname

CONTENT_TYPES = "[Content_Types].xml"

_MIB = 1024 * 1024
_OLE_HEADER = b"\xd0\xcf\x11\xe0"
ZIP_HEADER = b"PK"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_TYPES = {f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"}
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_UNSAFE_NAME = re.compile(r'[\x00-\x1f\\<>"|?*]|^[A-Za-z]:|(^|/)\.{0,2}(/|$)')
_ENCRYPTED = 0x1
_COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What the standard library is known to raise on a ZIP file whose bytes were changed.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)

_FILE = Message(vi="số byte của tệp", en="the number of bytes of the file")
_DIRECTORY = Message(vi="mục lục của gói ZIP", en="the directory of the ZIP package")
_UNPACKED = Message(vi="số byte sau khi giải nén", en="the number of bytes once unpacked")
_PARTS = Message(vi="số thành phần trong gói", en="the number of parts")
_RATIO = Message(vi="tỉ lệ nén của một thành phần", en="the compression ratio of one part")

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16  # Word for Mac refuses entries whose external attributes are zero


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How big a package may be, in bytes and in parts; `max_ratio` holds above 1 MiB a part."""

    max_bytes: int = 64 * _MIB
    max_unpacked: int = 256 * _MIB
    max_parts: int = 2000
    max_ratio: int = 200


DEFAULT_LIMITS = PackageLimits()


def read_package(
    data: bytes, name: str = "", limits: PackageLimits = DEFAULT_LIMITS
) -> dict[str, bytes]:
    """The parts of a .docx (or .dotx): name without leading slash → bytes, in the file's order.

    `name` is the file's name for messages. Folders' own entries are left out. Raises
    `WordFileError` for whatever is no safe, whole, macro-free Word package (the rules of
    `faults.FAULTS`). That the parts are good XML is not yet known: only the content types were
    parsed.
    """
    _check_file(data, name, limits)
    with _open(data, name) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        _check_names(entries, name)
        _check_sizes(entries, name, limits)
        parts = {entry.filename: _read(package, entry, name) for entry in entries}
    _check_word(parts, name)
    return parts


def main_part(parts: Mapping[str, bytes], name: str = "") -> str:
    """The name of the main document part, most often `word/document.xml`.

    The package's own relationships say which it is: Word on the web also writes
    `word/document2.xml`. Raises `WordFileError` (`word.not-word`) when there is none.
    """
    kinds = content_types(parts, name)
    for relation in read_relations(parts, "", name):
        if relation.kind == "officeDocument" and kinds.get(relation.target) in _MAIN_TYPES:
            return relation.target
    raise fault("word.not-word", name)


def content_types(parts: Mapping[str, bytes], name: str = "") -> dict[str, str]:
    """The content type of each part, in the package's order; "" where none is said.

    `[Content_Types].xml` is no part and has none. Raises `WordFileError`: `word.not-word` when it
    is missing, `word.damaged` when it is not XML.
    """
    if CONTENT_TYPES not in parts:
        raise fault("word.not-word", name)
    root = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, name)
    overrides = {
        entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "")
        for entry in root.iter(qname("ct", "Override"))
    }
    defaults = {
        entry.get("Extension", "").lower(): entry.get("ContentType", "")
        for entry in root.iter(qname("ct", "Default"))
    }
    named = (part for part in parts if part != CONTENT_TYPES)
    return {part: overrides.get(part) or defaults.get(_extension(part), "") for part in named}


def write_package(parts: Mapping[str, bytes | Sequence[bytes]]) -> bytes:
    """The ZIP file of the parts; the same parts give the same bytes, whatever their order.

    A value may be a sequence of blocks: each is handed to the compressor as it is, which spares
    joining a long document.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part in sorted(parts, key=_writing_order):
            with package.open(_entry(part), "w") as stream:
                stream.writelines(_blocks(parts[part]))
    return buffer.getvalue()


def _check_file(data: bytes, name: str, limits: PackageLimits) -> None:
    if len(data) > limits.max_bytes:
        raise _too_big(name, _FILE, len(data), limits.max_bytes)
    if data.count(_DIRECTORY_ENTRY) > 10 * limits.max_parts:
        # Counted before zipfile makes an object of each; the ten leave room for packages inside.
        raise _too_big(name, _PARTS, data.count(_DIRECTORY_ENTRY), limits.max_parts)
    if data.startswith(_OLE_HEADER):
        raise fault("word.old-doc", name)
    if not data.startswith(ZIP_HEADER):
        raise fault("word.not-a-zip", name)


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _ZIP_ERRORS as error:
        raise fault("word.damaged", name, part=_DIRECTORY) from error


def _check_names(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        # zipfile cuts a name at a NUL and turns backslashes on Windows: look at the raw one.
        raw = entry.orig_filename
        if _UNSAFE_NAME.search(raw) or raw.casefold() in seen:
            raise fault("word.unsafe-part", name, part=repr(raw)[1:-1])
        seen.add(raw.casefold())


def _check_sizes(entries: Sequence[zipfile.ZipInfo], name: str, limits: PackageLimits) -> None:
    if len(entries) > limits.max_parts:
        raise _too_big(name, _PARTS, len(entries), limits.max_parts)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.max_unpacked:
        raise _too_big(name, _UNPACKED, unpacked, limits.max_unpacked)
    for entry in entries:
        ratio = entry.file_size // max(entry.compress_size, 1)
        if entry.file_size > _MIB and ratio > limits.max_ratio:
            raise _too_big(name, _RATIO, ratio, limits.max_ratio)


def _too_big(name: str, what: Message, found: int, limit: int) -> WordFileError:
    return fault("word.too-big", name, what=what, found=str(found), limit=str(limit))


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _COMPRESSIONS:
        raise fault("word.damaged", name, part=entry.filename)
    try:
        with package.open(entry) as stream:
            # Without a number zipfile would unpack all there is, whatever size was declared.
            content = stream.read(entry.file_size + 1)
    except _ZIP_ERRORS as error:
        raise fault("word.damaged", name, part=entry.filename) from error
    if len(content) != entry.file_size:
        raise fault("word.damaged", name, part=entry.filename)
    return content


def _check_word(parts: Mapping[str, bytes], name: str) -> None:
    for part, kind in content_types(parts, name).items():
        if "macroEnabled" in kind or part.lower().endswith("vbaproject.bin"):
            raise fault("word.macros", name, part=part)
    if PACKAGE_RELS not in parts:
        raise fault("word.not-word", name)
    if _STRICT in parts[PACKAGE_RELS]:
        raise fault("word.strict", name)
    main_part(parts, name)


def _extension(part: str) -> str:
    return part.rpartition(".")[2].lower()


def _writing_order(part: str) -> tuple[int, str]:
    first = {CONTENT_TYPES: 0, PACKAGE_RELS: 1}
    return first.get(part, 2), part


def _entry(part: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(part, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry


def _blocks(content: bytes | Sequence[bytes]) -> Sequence[bytes]:
    return (content,) if isinstance(content, bytes) else content
