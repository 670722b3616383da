"""Footnotes and endnotes that sub-documents bring into the document being made."""

from __future__ import annotations

from r57plans.word.xml import NS, parse_part, serialise, w

_SEPARATORS = "".join(
    f'<w:{{kind}} w:type="{name}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
    f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{name}/></w:r></w:p></w:{{kind}}>'
    for number, name in ((-1, "separator"), (0, "continuationSeparator"))
)


class Notes:
    """The new notes of one kind; their numbers follow those of the template's."""

    __slots__ = ("_data", "_kind", "_last", "_new", "part")

    def __init__(self, kind: str, part: str, data: bytes | None) -> None:
        self.part = part
        self._kind = kind
        self._new: list[str] = []
        self._data = data or empty_notes(kind)
        root = parse_part(self._data, part)
        said = (note.get(w("id"), "") for note in root.iter(w(kind)))
        self._last = max((int(n) for n in said if n.isdecimal() and len(n) < 10), default=0)

    def next_number(self) -> int:
        """The number of a note that will be added."""
        self._last += 1
        return self._last

    def add(self, xml: str) -> None:
        """Add the whole element of a note."""
        self._new.append(xml)

    def finished(self, written: bytes | None) -> bytes | None:
        """The part as it was written meanwhile, with the new notes; None when there are none."""
        if not self._new:
            return None
        root = parse_part(written or self._data, self.part)
        name = f"{self._kind}s"
        whole = f'<w:{name} xmlns:w="{NS["w"]}">{"".join(self._new)}</w:{name}>'
        root.extend(list(parse_part(whole.encode(), self.part)))
        return serialise(root)


def empty_notes(kind: str) -> bytes:
    """A part of notes, `footnote` or `endnote`, with the two separators that Word wants."""
    inner = _SEPARATORS.format(kind=kind)
    return f'<w:{kind}s xmlns:w="{NS["w"]}">{inner}</w:{kind}s>'.encode()
