"""Recognises the components above the text: letterhead, type, subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from r57plans.word.layout import wording as words
from r57plans.word.layout.found import Piece
from r57plans.word.layout.lines import Line

_LONGEST = 90  # letters of a line in the letterhead; what is longer is text
_SUBJECT_LINES = 8
_REACH = 40  # lines in which a letterhead must be over
_MOST_NAMES = 8  # lines that name bodies; with more, the document has no letterhead
_WHOLE_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("motto", words.MOTTO),
    ("star", words.STAR),
    ("place-date", words.PLACE_DATE),
    ("number", words.NUMBER),
    ("number", words.BARE_NUMBER),
    ("urgency", words.URGENCY),
    ("secrecy", words.SECRECY),
    ("draft", words.DRAFT),
    ("typed-rule", words.TYPED_RULE),
)
_ONCE = {"number", "place-date", "star", "motto", "draft", "urgency"}


@dataclass(slots=True)
class Head:
    """What was found so far; `kind` is `party` or `state` by the heading, "" for neither."""

    pieces: list[Piece] = field(default_factory=list)
    kind: str = ""
    letter: bool = False

    def add(self, component: str, line: Line) -> None:
        """Note a component."""
        self.pieces.append(Piece(component, line))

    def has(self, component: str) -> bool:
        """Whether a component was found."""
        return any(piece.component == component for piece in self.pieces)


def read_head(lines: Sequence[Line]) -> tuple[Head, int]:
    """The components above the text, and the number of lines that they take."""
    head = Head()
    names: list[Line] = []
    for position, whole in enumerate(lines):
        for line in whole.pieces():
            if not line.text:
                continue
            if position >= _REACH or _ends_head(line, head, names):
                _name_issuers(head, names)
                return head, position + _title(lines[position:], head)
            _read(line, head, names)
    _name_issuers(head, names)
    return head, len(lines)


def _read(line: Line, head: Head, names: list[Line]) -> None:
    said = words.folded(line.text)
    if kind := _heading(said):
        head.add("heading", line)
        head.kind = head.kind or kind
        return
    for component, pattern in _WHOLE_LINES:
        if pattern.fullmatch(said) and not (component in _ONCE and head.has(component)):
            head.add(component, line)
            return
    if words.LETTER_SUBJECT.match(said) and head.has("number"):
        head.letter = True
        head.add("letter-subject", line)
    elif head.letter and half_of(line) == "left":
        head.add("letter-subject", line)
    elif not head.has("number") and _may_name(line):
        names.append(line)


def _may_name(line: Line) -> bool:
    """Whether a line may be the name of a body: in capitals, or beginning as such names do."""
    return words.is_upper(line.text) or words.names_issuer(words.folded(line.text))


def _heading(said: str) -> str:
    if words.PARTY_HEADING.fullmatch(said):
        return "party"
    return "state" if words.STATE_HEADING.fullmatch(said) else ""


def is_letterhead(line: Line) -> bool:
    """Whether a line may be the first of a letterhead: the name of a body, or the heading."""
    said = words.folded(line.text)
    return words.is_heading(said) or (words.is_upper(line.text) and words.names_issuer(said))


def _ends_head(line: Line, head: Head, names: Sequence[Line]) -> bool:
    """Whether the letterhead is over: a type, an addressee, a basis or a paragraph of text.

    It is over, too, where more names stand than any letterhead has.
    """
    said = words.folded(line.text)
    begun = bool(head.pieces)
    if words.ADDRESSED.match(said):
        head.letter = True
        return True
    if words.is_type(line.text) and half_of(line) == "":
        return True
    if len(names) > _MOST_NAMES:
        return True
    known = _heading(said) or any(p.fullmatch(said) for _, p in _WHOLE_LINES)
    if known or half_of(line):
        return False
    if words.BASIS.match(said) or len(said) > _LONGEST:
        return True
    return begun and head.has("number") and not words.LETTER_SUBJECT.match(said)


def half_of(line: Line) -> str:
    """The half of the page where a line stands, as far as its table says so; else ""."""
    cell = line.cell
    if line.half or cell is None or cell.columns < 2:
        return line.half
    return "left" if cell.column == 0 else "right" if cell.column == cell.columns - 1 else ""


def _name_issuers(head: Head, names: Sequence[Line]) -> None:
    """Who issues and who stands above: where the last name of a body begins, the issuer begins."""
    beside = [piece.line.cell for piece in head.pieces if piece.component == "heading"]
    kept = [line for line in names if line.cell is None or line.cell not in beside]
    begins = [n for n, line in enumerate(kept) if words.names_issuer(words.folded(line.text))]
    first = begins[-1] if begins else 0
    for number, line in enumerate(kept):
        head.add("superior" if number < first else "issuer", line)


def _title(lines: Sequence[Line], head: Head) -> int:
    """Reads type and subject from the first of `lines` on; how many lines they take."""
    if head.letter or not _is_title(lines[0], head):
        return 0
    head.add("type", lines[0])
    taken = 1
    for line in lines[1 : 1 + _SUBJECT_LINES]:
        component = _below_type(line)
        if not component or (component == "subject" and _enacts(line, head)):
            break
        if component != "blank":
            head.add(component, line)
        taken += 1
    return taken


def _is_title(line: Line, head: Head) -> bool:
    if words.is_type(line.text):
        return True
    looks = words.is_upper(line.text) and len(line.text) < _LONGEST and line.cell is None
    return looks and head.has("number") and (_bold(line) or line.shown.look.align == "center")


def _below_type(line: Line) -> str:
    """What a line under the type is; "" where the text begins."""
    said = words.folded(line.text)
    if not said:
        return "blank"
    if words.TYPED_RULE.fullmatch(said):
        return "dashes"
    if words.ATTACHED.match(said):
        return "attached"
    begins_text = words.BASIS.match(said) or words.PART.fullmatch(said)
    if begins_text or words.ADDRESSED.match(said) or line.cell is not None:
        return ""
    titled = _bold(line) or line.shown.look.align == "center"
    return "subject" if titled and not said.startswith(("-", "+")) else ""


def _enacts(line: Line, head: Head) -> bool:
    """Whether a line in capitals under a subject in small letters names who decides."""
    lower = [p for p in head.pieces if p.component == "subject" and not words.is_upper(p.line.text)]
    return bool(lower) and words.is_upper(line.text)


def _bold(line: Line) -> bool:
    return bool(line.inked) and all(run.look.bold for run in line.inked)
