"""The codes of Word's fields, put together from the runs over which Word cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from r57plans.word.xml import Element, w

# INCLUDE and IMPORT are older names of INCLUDETEXT and INCLUDEPICTURE.
_OUTSIDE = {
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "INCLUDE",
    "IMPORT",
    "DDE",
    "DDEAUTO",
    "LINK",
    "RD",
    "DATABASE",
}
_DEEPEST = 50  # fields within fields; what is deeper was made by no person, and is not looked into
_KEYWORD = re.compile(r"[\s\"“”]*([A-Za-z]+)(\{?)")
_MARK, _SIMPLE = w("fldChar"), w("fldSimple")
_DELETED = {w("delInstrText"), w("delText")}
_TEXTS = (w("instrText"), w("t"), *_DELETED)
_DELETIONS = (w("del"), w("moveFrom"))


@dataclass(slots=True)
class _Field:
    """One field that is open: its code so far, also without tracked deletions, and its state."""

    code: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    shows: bool = False

    def codes(self) -> Iterator[str]:
        yield "".join(self.code)
        if self.kept != self.code:
            yield "".join(self.kept)


def field_codes(root: Element) -> Iterator[str]:
    """The code of every field in a part; one inside another stands with its result as `{…}`.

    Fields that are never closed come too, and where changes are tracked a field comes twice: as
    it was and as it is.
    """
    open_fields: list[_Field] = []
    for element in root.iter(_MARK, _SIMPLE, *_TEXTS):
        if element.tag == _MARK:
            yield from _turn(open_fields, element.get(w("fldCharType")))
        elif element.tag == _SIMPLE:
            yield element.get(w("instr"), "")
            _add(open_fields, "{")
        elif open_fields:
            _add(open_fields, element.text or "", _is_deleted(element))
    for unclosed in open_fields:
        yield from unclosed.codes()


def reaches_outside(code: str) -> bool:
    """Whether a field of this code takes content from elsewhere, or hides what it does.

    A field that has its name, or the rest of it, from another field or from a tag might be any.
    """
    keyword = _KEYWORD.match(code)
    if not keyword:
        return code.lstrip().startswith("{")
    name = keyword[1].upper()
    return name in _OUTSIDE or (bool(keyword[2]) and any(o.startswith(name) for o in _OUTSIDE))


def _turn(open_fields: list[_Field], kind: str | None) -> Iterator[str]:
    if kind == "begin" and len(open_fields) >= _DEEPEST:
        yield "{"
    elif kind == "begin":
        _add(open_fields, "{")
        open_fields.append(_Field())
    elif kind == "separate" and open_fields:
        open_fields[-1].shows = True
    elif kind == "end" and open_fields:
        yield from open_fields.pop().codes()
        _add(open_fields, "}")


def _add(open_fields: list[_Field], text: str, deleted: bool = False) -> None:
    """Add text to the innermost field whose code it can belong to."""
    for open_field in reversed(open_fields):
        if not open_field.shows:
            open_field.code.append(text)
            if not deleted:
                open_field.kept.append(text)
            return


def _is_deleted(element: Element) -> bool:
    return element.tag in _DELETED or next(element.iterancestors(_DELETIONS), None) is not None
