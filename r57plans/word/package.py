"""The Word package: a ZIP file from anywhere into parts, and parts into the same bytes each time.

Files come from mail and from strangers: everything here assumes that a file may be hostile.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from r57plans.errors import WordFileError
from r57plans.findings import Message
from r57plans.word.faults import fault
from r57plans.word.ole import OLE_HEADER, ole_rule
from r57plans.word.relations import (
    PACKAGE_RELS,
    read_relations,
    relations_name,
    relations_owner,
)
from r57plans.word.scan import may_hold
from r57plans.word.unzipping import Entry, find_directory, locate, read_directory, unpack
from r57plans.word.xml import Element, parse_part, qname
from r57plans.word.zipping import Stored, deflated, write_zip

CONTENT_TYPES = "[Content_Types].xml"
ZIP_HEADER = b"PK"

_MIB = 1024 * 1024
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_TYPES = {f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"}
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_LONGEST_NAME = 260  # the longest that every disk holds
_UNSAFE_NAME = re.compile(r'[\x00-\x1f\\<>"|?*]|^[A-Za-z]:|(^|/)\.{0,2}(/|$)')
_PLAIN_NAME = re.compile(r"(?:[A-Za-z0-9_]+/)*[A-Za-z0-9_]+\.[A-Za-z0-9_.]*[A-Za-z0-9_]")
_XML_ENDINGS = (".xml", ".rels", ".vml")
_MACRO_NAMES = ("vbaproject.bin", "vbadata.xml")
_MACRO_TYPES = ("vbaproject", "vbadata")
_MACRO_KINDS = {"vbaProject", "wordVbaData"}
_MACRO_WORDS = (b"vbaProject", b"wordVbaData", b"&#")

_FILE = Message(vi="số byte của tệp", en="the number of bytes of the file")
_UNPACKED = Message(vi="số byte sau khi giải nén", en="the number of bytes once unpacked")
_TAGS = Message(vi="số thẻ XML", en="the number of XML tags")
_PARTS = Message(vi="số thành phần trong gói", en="the number of parts")
_RATIO = Message(vi="tỉ lệ nén của một thành phần", en="the compression ratio of one part")


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How big a package may be, in bytes and in parts; `max_ratio` holds above 1 MiB a part.

    `max_tags` counts the tags of all large XML parts: a tree takes far more memory than its text.
    """

    max_bytes: int = 64 * _MIB
    max_unpacked: int = 256 * _MIB
    max_parts: int = 2000
    max_ratio: int = 200
    max_tags: int = 20_000_000


DEFAULT_LIMITS = PackageLimits()


@dataclass(frozen=True, slots=True)
class Package:
    """A sound package: `parts` name → bytes in the file's order, without folders' own entries.

    `stored` holds the same parts as they lie in the file, to be written again without being
    compressed again; `types` each part's content type as `content_types` gives it; `main` is the
    name of the main document part.
    """

    parts: dict[str, bytes]
    stored: dict[str, Stored]
    types: dict[str, str]
    main: str


def open_package(data: bytes, name: str = "", limits: PackageLimits = DEFAULT_LIMITS) -> Package:
    """A .docx (or .dotx) with what is known once it was read. Raises as `read_package` does."""
    _check_file(data, name, limits)
    directory = find_directory(data, name)
    if directory.count > limits.max_parts:
        raise _too_big(name, _PARTS, directory.count, limits.max_parts)
    entries = read_directory(data, directory, name)
    starts = locate(data, entries, directory, name)
    entries = tuple(entry for entry in entries if not entry.is_folder)
    _check_names(entries, name)
    _check_sizes(entries, name, limits)
    parts, stored = {}, {}
    for entry in entries:
        content, packed = unpack(data, entry, starts[entry.offset], name)
        parts[entry.name], stored[entry.name] = content, packed
    _check_tags(parts, name, limits)
    root = _types_root(parts, name)
    types = _types_of(root, parts)
    _check_types(root, name)
    _check_markup(parts, types, name)
    return Package(parts, stored, types, _checked_main(parts, types, name))


def read_package(
    data: bytes, name: str = "", limits: PackageLimits = DEFAULT_LIMITS
) -> dict[str, bytes]:
    """The parts of a .docx (or .dotx): name without leading slash → bytes, in the file's order.

    `name` is the file's name for messages. Folders' own entries are left out. Raises
    `WordFileError` for whatever is no safe, whole, macro-free Word package (the rules of
    `faults.FAULTS`). That the parts are good XML is not yet known: only the content types were
    parsed.
    """
    return open_package(data, name, limits).parts


def main_part(parts: Mapping[str, bytes], name: str = "") -> str:
    """The name of the main document part, most often `word/document.xml`.

    The package's own relationships say which it is: Word on the web also writes
    `word/document2.xml`. Raises `WordFileError` (`word.not-word`) when there is none.
    """
    return _main_part(parts, content_types(parts, name), name)


def content_types(parts: Mapping[str, bytes], name: str = "") -> dict[str, str]:
    """The content type of each part, in the package's order; "" where none is said.

    `[Content_Types].xml` is no part and has none. Raises `WordFileError`: `word.not-word` when it
    is missing, `word.damaged` when it is not XML.
    """
    return _types_of(_types_root(parts, name), parts)


def is_markup(part: str, kind: str) -> bool:
    """Whether a part of this name and content type is XML."""
    return kind.lower().endswith("xml") or part.lower().endswith(_XML_ENDINGS)


def write_package(parts: Mapping[str, bytes | Sequence[bytes] | Stored]) -> bytes:
    """The ZIP file of the parts; the same parts give the same bytes, whatever their order.

    A value may be a sequence of blocks: each is handed to the compressor as it is, which spares
    joining a long document. A `Stored` is copied as it is. Raises `WordFileError` above 4 GiB.
    """
    names = sorted(parts, key=_writing_order)
    return write_zip((name, _stored(parts[name])) for name in names)


def _check_file(data: bytes, name: str, limits: PackageLimits) -> None:
    if len(data) > limits.max_bytes:
        raise _too_big(name, _FILE, len(data), limits.max_bytes)
    if data.startswith(OLE_HEADER):
        raise fault(ole_rule(data), name)
    if not data.startswith(ZIP_HEADER):
        raise fault("word.not-a-zip", name)


def _check_names(entries: Sequence[Entry], name: str) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        key = entry.name.casefold()
        unsafe = not _PLAIN_NAME.fullmatch(key) and _UNSAFE_NAME.search(entry.name)
        if key in seen or len(key) > _LONGEST_NAME or unsafe:
            raise _unsafe(entry.name, name)
        seen[key] = entry.name
    for key, part in seen.items():
        # A part cannot also be the folder of other parts: no disk could hold both.
        folder = key.rpartition("/")[0]
        while folder and folder not in seen:
            folder = folder.rpartition("/")[0]
        if folder or (key.endswith(".rels") and _hides(part, seen)):
            raise _unsafe(part, name)


def _hides(part: str, seen: Mapping[str, str]) -> bool:
    """Whether relationships go by a name that Word takes for another part's, and we would not."""
    owner = relations_owner(part)
    return relations_name(owner) != part or seen.get(owner.casefold(), owner) != owner


def _unsafe(part: str, name: str) -> WordFileError:
    return fault("word.unsafe-part", name, part=repr(part[:_LONGEST_NAME])[1:-1])


def _check_sizes(entries: Sequence[Entry], name: str, limits: PackageLimits) -> None:
    unpacked = sum(entry.size for entry in entries)
    if unpacked > limits.max_unpacked:
        raise _too_big(name, _UNPACKED, unpacked, limits.max_unpacked)
    for entry in entries:
        if entry.size > _MIB and entry.size // max(entry.packed, 1) > limits.max_ratio:
            ratio = entry.size // max(entry.packed, 1)
            raise _too_big(name, _RATIO, ratio, limits.max_ratio)


def _check_tags(parts: Mapping[str, bytes], name: str, limits: PackageLimits) -> None:
    tags = sum(content.count(b"<") for content in parts.values() if len(content) > _MIB)
    if tags > limits.max_tags:
        raise _too_big(name, _TAGS, tags, limits.max_tags)


def _too_big(name: str, what: Message, found: int, limit: int) -> WordFileError:
    return fault("word.too-big", name, what=what, found=str(found), limit=str(limit))


def _check_types(root: Element, name: str) -> None:
    """Refuse a type of documents with macros, though no part of that name be there."""
    for entry in root.iter("{*}*"):
        if "macroenabled" in entry.get("ContentType", "").lower():
            raise fault("word.macros", name, part=CONTENT_TYPES)


def _check_markup(parts: Mapping[str, bytes], types: Mapping[str, str], name: str) -> None:
    """Refuse macros, ActiveX controls and, also in parts that are only copied, any DOCTYPE."""
    for part, said in types.items():
        kind, lower = said.lower(), part.lower()
        if lower.endswith(_MACRO_NAMES) or any(macro in kind for macro in _MACRO_TYPES):
            raise fault("word.macros", name, part=part)
        if "activex" in kind or "/activex/" in lower:
            raise fault("word.active-x", name, part=part)
        if is_markup(part, said) and may_hold(parts[part], b"<!DOCTYPE"):
            parse_part(parts[part], part, name)
        if lower.endswith(".rels") and may_hold(parts[part], *_MACRO_WORDS):
            _check_kinds(parts[part], part, name)


def _check_kinds(data: bytes, part: str, name: str) -> None:
    for entry in parse_part(data, part, name).iter(qname("rel", "Relationship")):
        if entry.get("Type", "").rpartition("/")[2] in _MACRO_KINDS:
            raise fault("word.macros", name, part=part)


def _checked_main(parts: Mapping[str, bytes], types: Mapping[str, str], name: str) -> str:
    if PACKAGE_RELS not in parts:
        raise fault("word.not-word", name)
    if _STRICT in parts[PACKAGE_RELS]:
        raise fault("word.strict", name)
    return _main_part(parts, types, name)


def _main_part(parts: Mapping[str, bytes], types: Mapping[str, str], name: str) -> str:
    for relation in read_relations(parts, "", name):
        if relation.kind == "officeDocument" and types.get(relation.target) in _MAIN_TYPES:
            return relation.target
    raise fault("word.not-word", name)


def _types_root(parts: Mapping[str, bytes], name: str) -> Element:
    if CONTENT_TYPES not in parts:
        raise fault("word.not-word", name)
    return parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, name)


def _types_of(root: Element, parts: Mapping[str, bytes]) -> dict[str, str]:
    # Names of parts are the same in capitals and small letters.
    overrides = _types_by(root, "Override", "PartName")
    defaults = _types_by(root, "Default", "Extension")
    named = (part for part in parts if part != CONTENT_TYPES)
    return {
        part: overrides.get(part.lower()) or defaults.get(_extension(part), "") for part in named
    }


def _types_by(root: Element, tag: str, key: str) -> dict[str, str]:
    return {
        entry.get(key, "").lstrip("/").lower(): entry.get("ContentType", "")
        for entry in root.iter(qname("ct", tag))
    }


def _extension(part: str) -> str:
    return part.rpartition(".")[2].lower()


def _writing_order(part: str) -> tuple[int, str]:
    first = {CONTENT_TYPES: 0, PACKAGE_RELS: 1}
    return first.get(part, 2), part


def _stored(content: bytes | Sequence[bytes] | Stored) -> Stored:
    if isinstance(content, Stored):
        return content
    return deflated((content,) if isinstance(content, bytes) else content)
