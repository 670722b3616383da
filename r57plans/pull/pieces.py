"""A line taken apart: what stands in the controls of each field, and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from r57plans.language import plain
from r57plans.pull.base import BY_LINES, Base, Field, field_of, is_list, key_of, norm, shape_of
from r57plans.pull.splitting import SEPARATOR, split
from r57plans.word.reading import NOBODY, Line, Piece, Who

_LABEL = re.compile(r"^\s*(?:\(?(?:\d{1,4}|[a-zđ]{1,2})[).]|\d+(?:\.\d+)+\.?|[-–+•])(?=\s|$)\s*")
_WORDY = re.compile(r"\w")
PROSE = (
    "context", "sections", "initiative", "implementation", "committee", "reporting", "flexibility",
    "funding",
)  # fmt: skip
"""What a plan says outside of tasks and targets, each text in a paragraph of its own."""

WITHIN_WORDS = ("document", "committee/head", "committee/deputies", "committee/members")
"""Values that stand within a line of the template's words."""

_ONLY_SEPARATES = re.compile(r"(?:[\s,;./&]|\bvà\b|\band\b)*")


class Token(NamedTuple):
    """A piece of a field's text; `held` is whether it stands in a control of the field."""

    text: str
    held: bool = False
    who: Who = NOBODY


@dataclass(slots=True)
class Group:
    """The tokens of one field in a line."""

    field: str
    tokens: list[Token]


@dataclass(frozen=True, slots=True)
class Found:
    """A field as the file says it now; a field that is no list has at most one text."""

    field: str
    texts: tuple[str, ...]
    who: Who = NOBODY


@dataclass(slots=True)
class Parted:
    """A line as groups and the gaps before, between and behind them: one more than groups."""

    groups: list[Group]
    gaps: list[list[Token]]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields, in order."""
        return tuple(group.field for group in self.groups)

    @property
    def frame(self) -> tuple[str, ...]:
        """The texts of the gaps, as words of the template; a letter or number counts as any."""
        return tuple(_general(said(gap), n == 0) for n, gap in enumerate(self.gaps))


def said(tokens: Iterable[Token]) -> str:
    """Their text, with ordinary spaces and hyphens."""
    return plain("".join(token.text for token in tokens))


def parted(pieces: Iterable[Piece], base: Base) -> Parted:
    """The pieces of a line as groups and gaps; controls of one list make one group."""
    out = Parted([], [[]])
    for text, tag, who in pieces:
        if not tag:
            out.gaps[-1].append(Token(text, False, who))
            continue
        name = field_of(base.path(tag))[0]
        last = out.groups[-1] if out.groups else None
        if last and last.field == name and (is_list(name) or not said(out.gaps[-1]).strip()):
            last.tokens += [*out.gaps[-1], Token(text, True, who)]
            out.gaps[-1] = []
        else:
            out.groups.append(Group(name, [Token(text, True, who)]))
            out.gaps.append([])
    return out


def _general(text: str, first: bool) -> str:
    return norm(_LABEL.sub("§", text) if first else text)


class Frames:
    """What stands around the controls in lines of one shape, where a person has typed nothing.

    `known` are lines of the same document as it was printed, if there is one. In a `closed`
    document whatever is new beside a value belongs to it; in others only what Word tracked.
    """

    def __init__(
        self, base: Base, known: Iterable[Line], lines: Iterable[Line], *, closed: bool
    ) -> None:
        self.base = base
        self.closed = closed
        self.fixed: set[str] = set()
        self._known: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        self._votes: dict[tuple[str, ...], Counter[tuple[str, ...]]] = {}
        for line in known:
            if (found := parted(line.pieces, base)).groups:
                self._known.setdefault(found.fields, []).append(_texts(found))
            else:
                self.fixed.add(norm(line.text))
        for line in lines:
            if (found := parted(line.pieces, base)).groups:
                shape = tuple(map(shape_of, found.fields))
                self._votes.setdefault(shape, Counter())[found.frame] += 1

    def settle(self, line: Line, *, cell: bool = False) -> tuple[Group, ...]:
        """The groups of a line, each with what a person typed beside its controls.

        `cell` is whether it stands in the cell of a column that has nothing but one field.
        """
        found = parted(line.pieces, self.base)
        if not found.groups or self._is_left_over(found, line):
            return ()
        expected = self._expected(found, line, cell)
        if expected is not None:
            for number in range(len(found.gaps)):
                _attach(found, number, expected[number])
        return tuple(found.groups)

    def _is_left_over(self, found: Parted, line: Line) -> bool:
        """Whether a line of the template has controls only from an emptied one that joined it."""
        empty = all(not said(group.tokens).strip() for group in found.groups)
        return empty and bool(line.text.strip()) and norm(line.text) in self.fixed

    def owns(self, line: Line) -> bool:
        """Whether a line without controls in a cell of values may be part of them."""
        text = norm(line.text)
        tracked = any(piece.who != NOBODY for piece in line.pieces)
        return bool(text) and text not in self.fixed and (self.closed or tracked)

    def changed(self, line: Line) -> tuple[str, str] | None:
        """What the template's words in a line of values were and are; None for no change."""
        found = parted(line.pieces, self.base)
        known = self._known.get(found.fields)
        if not found.groups or not known or any(_alike(found, frame) for frame in known):
            return None
        frame = max(known, key=lambda frame: _common(_texts(found), frame))
        pairs = zip(frame, _texts(found), strict=True)
        changed = [(a, b) for n, (a, b) in enumerate(pairs) if _is_reworded(a, b, n)]
        return (_shown(a for a, _ in changed), _shown(b for _, b in changed)) if changed else None

    def _expected(self, found: Parted, line: Line, cell: bool) -> tuple[str, ...] | None:
        """The texts of the gaps as the template has them; None where nothing was typed."""
        if known := self._known.get(found.fields):
            if any(_alike(found, frame) for frame in known):
                return None
            return max(known, key=lambda frame: _common(_texts(found), frame))
        if not self.closed and line.before is None:
            return None
        votes = self._votes.get(tuple(map(shape_of, found.fields)), Counter())
        frame, count = votes.most_common(1)[0] if votes else ((), 0)
        if votes.total() > 2 and count * 2 > votes.total():
            return None if frame == found.frame else frame
        if line.before is not None:
            before = parted(line.before, self.base)
            if before.fields == found.fields:
                return _texts(before)
        return _guessed(found, cell)


def _texts(found: Parted) -> tuple[str, ...]:
    return tuple(map(said, found.gaps))


def _alike(found: Parted, frame: Sequence[str]) -> bool:
    pairs = zip(found.frame, frame, strict=True)
    return all(a == _general(b, n == 0) for n, (a, b) in enumerate(pairs))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(norm(a) == norm(b) for a, b in zip(one, other, strict=True))


def _shown(texts: Iterable[str]) -> str:
    return norm(" … ".join(texts))


def _guessed(found: Parted, cell: bool) -> tuple[str, ...] | None:
    """Where nothing tells: particulars have words around them, prose has none but its lead-in."""
    texts = [said(gap) for gap in found.gaps]
    if any(name.startswith(WITHIN_WORDS) for name in found.fields):
        return None
    prose = all(name.partition("/")[0] in PROSE for name in found.fields)
    if not prose and not cell and all(said(group.tokens).strip() for group in found.groups):
        return None
    first = texts[0] if norm(texts[0]).endswith((":", "§")) else ""
    last = texts[-1] if not _WORDY.search(texts[-1]) else ""
    return (first, *texts[1:-1], last)


def _attach(found: Parted, number: int, frame: str) -> None:
    """Give what was typed in a gap to the field beside it."""
    before, after = _typed(said(found.gaps[number]), frame, number, len(found.groups))
    who = next((t.who for t in reversed(found.gaps[number]) if t.who != NOBODY), NOBODY)
    if before and number:
        found.groups[number - 1].tokens.append(Token(before, False, who))
    if after and number < len(found.groups):
        found.groups[number].tokens.insert(0, Token(after, False, who))


def _typed(text: str, frame: str, number: int, groups: int) -> tuple[str, str]:
    """What was typed behind the field before a gap, and before the field behind it."""
    if number == 0:
        text, frame = _LABEL.sub("", text), _LABEL.sub("", frame.replace("§", ""))
    text, bare = text.strip("\u200b"), frame.strip()
    if norm(text) == norm(bare) or not _WORDY.search(text):
        return "", ""
    if number and text.rstrip().endswith(bare):
        return text.rstrip()[: len(text.rstrip()) - len(bare)], ""
    if number < groups and text.lstrip().startswith(bare):
        return "", text.lstrip()[len(bare) :]
    if number == groups and text.lstrip().startswith(bare):
        return text, ""
    return "", ""


def _is_reworded(frame: str, text: str, number: int) -> bool:
    first = number == 0
    if _general(frame, first) == _general(text, first):
        return False
    return not any(_typed(text, frame, number, number + 1)) and bool(
        _WORDY.search(text) or _WORDY.search(frame)
    )


def found_of(name: str, tokens: Sequence[Token], field: Field | None) -> Found:
    """A field from its tokens; `field` is as it was printed."""
    who = next((t.who for t in reversed(tokens) if t.who != NOBODY), NOBODY)
    if is_list(name):
        return Found(name, tuple(_items(name, tokens, field)), who)
    lines = (norm(line) for line in said(tokens).split("\n"))
    text = "\n".join(line for line in lines if line)
    return Found(name, (text,) if text else (), who)


def _items(name: str, tokens: Sequence[Token], field: Field | None) -> list[str]:
    """The items of a list: one a control, and what stands beside controls cut at semicolons."""
    items, between, after_control = [""], "", False
    for token in tokens:
        if not token.held and _ONLY_SEPARATES.fullmatch(token.text):
            between += token.text
            continue
        parts = _parts(name, token, field)
        if SEPARATOR.search(between) or (token.held and after_control):
            items.append("")
        else:
            items[-1] += between
        items[-1] += parts[0]
        items += parts[1:]
        between, after_control = "", token.held
    numbered = key_of(name) == "parts"
    bare = (unlabelled(norm(item)) if numbered else norm(item) for item in items)
    return [item for item in bare if not _ONLY_SEPARATES.fullmatch(item)]


def _parts(name: str, token: Token, field: Field | None) -> list[str]:
    if token.held and field and field.holds(token.text):
        return [token.text]
    if token.held and key_of(name) in BY_LINES:
        return token.text.split("\n")
    return split(token.text, field)


def unlabelled(text: str) -> str:
    """Text without the letter, number or dash that begins it."""
    return _LABEL.sub("", text)
