"""The lines around the text of a document, told apart: letterhead, title, signature, bases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from r57plans.findings import NOWHERE, Place
from r57plans.importing.grids import Grid, Paragraph
from r57plans.importing.records import WordPlace
from r57plans.pull.words import tidy
from r57plans.word.layout import wording
from r57plans.word.layout.found import Found, Piece

_OPENING = re.compile(
    r"(?:[-–+]\s*)?(?:căn cứ|thực hiện|triển khai|quán triệt|để (?:thực hiện|triển khai)|"
    r"tiếp tục thực hiện|xét đề nghị|pursuant to|implementing)\b",
    re.IGNORECASE,
)  # fmt: skip
ATTACHING_TYPES = frozenset({"QUYET DINH", "NGHI QUYET"})
"""Documents that may issue a plan as their attachment."""
_FIRST = 40  # paragraphs of the text in which the bases stand


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and where it stands."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class Head:
    """What stands around the text, by component; `body` are the lines in between, with theirs.

    `kind` is `party`, `state` or "". `attached` are the components of a plan that the document
    issues; `opening` the lines that say on what it rests.
    """

    lines: Mapping[str, tuple[Said, ...]]
    kind: str = ""
    attached: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    opening: tuple[Said, ...] = ()
    body: tuple[tuple[str, Said], ...] = ()
    everything: tuple[Said, ...] = ()

    def all(self, component: str) -> tuple[Said, ...]:
        """The lines of a component."""
        return self.lines.get(component, ())

    def one(self, component: str) -> Said | None:
        """The first line of a component; None where there is none."""
        return next(iter(self.all(component)), None)

    @cached_property
    def attachments(self) -> tuple[Said, ...]:
        """The lines that say to which document this one, or an appendix of it, is attached."""
        lines = (*self.all("attached"), *self.everything)
        found = (s for s in lines if wording.ATTACHED.match(wording.folded(s.text)))
        return tuple(dict.fromkeys(found))

    def joined(self, component: str) -> str:
        """The lines of a component as one."""
        return " ".join(said.text for said in self.all(component))


def word_head(found: Found, file: str) -> Head:
    """The components of a Word file as the rules on layout recognise them."""
    lines = _by_component(found.pieces, file)
    issued: tuple[Piece, ...] = ()
    if wording.folded(" ".join(s.text for s in lines.get("type", ()))) in ATTACHING_TYPES:
        annexes = (annex.pieces for annex in found.annexes)
        issued = next((a for a in annexes if any(p.component == "type" for p in a)), ())
    body = tuple(
        (p.component, _said(p.line.text, p.line.shown.ordinal, file))
        for p in (*found.pieces, *issued)
        if p.component in _BODY
    )
    shown = (line for paragraph in found.document.paragraphs for line in paragraph.lines)
    everything = tuple(_said(line.text, line.shown.ordinal, file) for line in shown if line.text)
    return Head(
        lines, found.kind, _by_component(issued, file), _opening(everything[: 2 * _FIRST]), body,
        everything,
    )  # fmt: skip


_BODY = ("chapter", "chapter-title", "part", "article", "section", "subsection", "body")


def _by_component(pieces: Iterable[Piece], file: str) -> dict[str, tuple[Said, ...]]:
    found: dict[str, list[Said]] = {}
    for piece in pieces:
        said = _said(piece.line.text, piece.line.shown.ordinal, file)
        found.setdefault(piece.component, []).append(said)
    return {component: tuple(lines) for component, lines in found.items()}


def _said(text: str, ordinal: int, file: str) -> Said:
    return Said(tidy(text), WordPlace(file, paragraph=ordinal + 1))


def _opening(lines: Sequence[Said]) -> tuple[Said, ...]:
    return tuple(said for said in lines if _OPENING.match(said.text))


def sheet_head(pieces: Iterable[Grid | Paragraph], taken: Iterable[object]) -> Head:
    """The same of an Excel file: what stands in rows that are no part of its tables."""
    inside = {id(row) for row in taken}
    lines: dict[str, list[Said]] = {}
    everything: list[Said] = []
    for piece in pieces:
        rows = piece.rows if isinstance(piece, Grid) else ()
        for row in rows:
            for cell in row.own if id(row) not in inside else ():
                for text in cell.lines:
                    said = Said(text, cell.place)
                    everything.append(said)
                    if component := _component(said.text, lines):
                        lines.setdefault(component, []).append(said)
    known = {component: tuple(found) for component, found in lines.items()}
    kinds = [said.text for said in known.get("heading", ())]
    kind = _kind(kinds[0]) if kinds else ""
    return Head(known, kind, {}, _opening(everything), (), tuple(everything))


def is_head_line(text: str) -> bool:
    """Whether a line by itself is one of a letterhead, a title, or of what it is attached to."""
    said = wording.folded(text)
    known = (wording.MOTTO, wording.STAR, wording.DRAFT, wording.APPENDIX, wording.ATTACHED)
    return bool(_component(text, {})) or any(pattern.fullmatch(said) for pattern in known)


def _kind(heading: str) -> str:
    return "party" if wording.PARTY_HEADING.fullmatch(wording.folded(heading)) else "state"


def _component(text: str, before: Mapping[str, Sequence[Said]]) -> str:
    said = wording.folded(text)
    if wording.is_heading(said):
        return "heading"
    if wording.NUMBER.fullmatch(said) or wording.BARE_NUMBER.fullmatch(said):
        return "number" if "number" not in before else ""
    if wording.PLACE_DATE.fullmatch(said):
        return "place-date" if "place-date" not in before else ""
    if wording.is_upper(text) and wording.is_type(text):
        return "type" if "type" not in before else ""
    if wording.is_upper(text) and wording.names_issuer(said) and "number" not in before:
        return "issuer"
    return ""
