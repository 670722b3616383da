"""A Word file in which Word records who changes what, from the moment it is opened."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from r57plans.word.additions import Addition, add_part
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.settings import setting, settings_name
from r57plans.word.xml import NS, Element, parse_part, remove, serialise, w

_KIND = f"{NS['r']}/settings"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
_MARK = "trackRevisions"
_OFF = ("0", "false", "off")
# With these Word would record the changes without saying whose they are, or when.
_SILENCING = (w("removePersonalInformation"), w("removeDateAndTime"))


def tracked(data: bytes, name: str = "") -> bytes:
    """The Word file with its tracking of changes turned on; the text is as it was.

    Tracking that is on already stays; the same file gives the same bytes. `name` is the file's
    name for messages. Raises `WordFileError` for what is no safe and whole Word file.
    """
    parts = read_package(data, name)
    main = main_part(parts, name)
    part = settings_name(parts, main, name)
    root = parse_part(parts[part], part, name) if part else _no_settings()
    setting(root, _MARK).attrib.clear()  # it may be there and say no
    for silencing in _SILENCING:
        _drop(root, silencing)
    part = part or posixpath.join(posixpath.dirname(main), "settings.xml")
    return write_package(add_part(parts, Addition(part, serialise(root), _KIND, main, _TYPE)))


def is_tracked(parts: Mapping[str, bytes], main: str, file: str = "") -> bool:
    """Whether Word records the changes that are made in a document."""
    name = settings_name(parts, main, file)
    mark = parse_part(parts[name], name, file).find(w(_MARK)) if name else None
    return mark is not None and mark.get(w("val"), "1") not in _OFF


def _no_settings() -> Element:
    return etree.Element(w("settings"), nsmap={"w": NS["w"]})


def _drop(settings: Element, name: str) -> None:
    for element in settings.findall(name):
        remove(element)
