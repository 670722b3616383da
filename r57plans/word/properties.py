"""The document properties of a Word file, which Word shows under File, Info."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from lxml import etree

from r57plans.language.text import forbidden_characters
from r57plans.word.additions import Addition, add_part
from r57plans.word.package import read_package
from r57plans.word.relations import read_relations
from r57plans.word.xml import NS, Element, parse_part, qname, serialise

_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EARLIEST = date(1980, 1, 1)  # as old as an entry of a ZIP file can be
_DAYS = ("modified", "created")
_PLACES = {
    "title": ("dc", "title"),
    "subject": ("dc", "subject"),
    "creator": ("dc", "creator"),
    "keywords": ("cp", "keywords"),
    "language": ("dc", "language"),
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; `created` is a fixed day when it is None, never today."""

    title: str = ""
    subject: str = ""
    creator: str = ""
    language: str = ""
    keywords: str = ""
    created: date | None = None

    def forbidden(self) -> tuple[str, tuple[str, ...]] | None:
        """The first property with characters that XML cannot hold, and these; None if all can."""
        for field in fields(self):
            found = forbidden_characters(str(getattr(self, field.name) or ""))
            if found:
                return field.name, found
        return None


def language_of(data: bytes, file: str = "") -> str:
    """The language that a Word file says it is in, such as `en-GB`; "" where it says none.

    Raises `WordFileError` for what is no sound Word file.
    """
    core = _core_of(data, file)
    return "" if core is None else core.findtext(qname("dc", "language"), "").strip()


def day_of(data: bytes, file: str = "") -> date | None:
    """The day on which a Word file says it was last changed, else made; None where it says none.

    Raises `WordFileError` for what is no sound Word file.
    """
    core = _core_of(data, file)
    said = () if core is None else (core.findtext(qname("dcterms", n), "") for n in _DAYS)
    return next((day for day in map(_day, said) if day is not None and day > _EARLIEST), None)


def with_properties(parts: Mapping[str, bytes], properties: Properties) -> dict[str, bytes]:
    """The parts with these core properties, in the place of what the file said before."""
    found = (r.target for r in read_relations(parts, "") if r.type == _KIND)
    name = next(found, "docProps/core.xml")
    return add_part(parts, Addition(name, _core(properties), _KIND, "", _TYPE))


def _core_of(data: bytes, file: str) -> Element | None:
    parts = read_package(data, file)
    name = next((r.target for r in read_relations(parts, "") if r.type == _KIND), "")
    return parse_part(parts[name], name, file) if name in parts else None


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said.strip()[:10])
    except ValueError:
        return None


def _core(properties: Properties) -> bytes:
    names = {prefix: NS[prefix] for prefix in ("cp", "dc", "dcterms", "xsi")}
    root = etree.Element(qname("cp", "coreProperties"), nsmap=names)
    for field, place in _PLACES.items():
        text = getattr(properties, field)
        if text:
            etree.SubElement(root, qname(*place)).text = text
    for name in reversed(_DAYS):
        day = etree.SubElement(root, qname("dcterms", name))
        day.set(qname("xsi", "type"), "dcterms:W3CDTF")
        day.text = f"{(properties.created or _EARLIEST).isoformat()}T00:00:00Z"
    return serialise(root)
