"""Computed fields: marked so that Word computes them anew when it opens the document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from r57plans.word.settings import setting, settings_name
from r57plans.word.xml import Element, parse_part, serialise, w

_CONTENTS = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
_COMPUTED = re.compile(
    r"\s*(?:TOC|TOA|INDEX|REF|PAGEREF|NOTEREF|SEQ|NUMPAGES|SECTIONPAGES|STYLEREF|=)",
    re.IGNORECASE,
)
_DIRTY = w("dirty")


def mark_computed(root: Element) -> bool:
    """Mark the computed fields of a part; whether a table of contents or an index is among them."""
    contents = False
    for simple in root.iter(w("fldSimple")):
        said = simple.get(w("instr"), "")
        contents |= _mark(simple, said)
    begun: list[Element] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
        elif kind is None and begun:
            contents |= _mark(begun[-1], element.text or "")
    return contents


def with_update(parts: Mapping[str, bytes], main: str) -> dict[str, bytes]:
    """The settings of a document that updates its fields when it is opened, as a part to replace.

    Empty where the document has no settings.
    """
    name = settings_name(parts, main)
    if not name:
        return {}
    root = parse_part(parts[name], name)
    setting(root, "updateFields").set(w("val"), "true")
    return {name: serialise(root)}


def _mark(field: Element, said: str) -> bool:
    if _COMPUTED.match(said):
        field.set(_DIRTY, "true")
    return _CONTENTS.match(said) is not None
