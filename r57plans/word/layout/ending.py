"""Recognises the components below the text: signature and recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from r57plans.word.layout import wording as words
from r57plans.word.layout.found import Piece
from r57plans.word.layout.letterhead import half_of
from r57plans.word.layout.lines import Line

_REACH = 60  # lines from the end of the text in which a signature may stand
_LONGEST = 100


def read_tail(lines: Sequence[Line]) -> tuple[list[Piece], int]:
    """The components below the text, and the number of the line where they begin."""
    start = _start(lines)
    if start == len(lines):
        return [], start
    block = [piece for line in lines[start:] for piece in line.pieces()]
    if any(line.half for line in block):
        block = [_placed(line) for line in block]
    left = [line for line in block if half_of(line) == "left"]
    right = [line for line in block if half_of(line) == "right"]
    recipients, signature = (right, left) if _lists(right) else (left, right)
    if not recipients or not signature:
        recipients, signature = _by_words(block)
    return [*_recipients(recipients), *_signature(signature)], start


def _placed(line: Line) -> Line:
    """A line of a block that is made of tabs, with its half: the list is left, all else right."""
    if line.half or line.cell is not None:
        return line
    return replace(line, half="left" if line.text.startswith(("-", "–")) else "right")


def _start(lines: Sequence[Line]) -> int:
    """Where the block begins: at the table of `Nơi nhận`, or at its line or the authority's."""
    for position in range(max(0, len(lines) - _REACH), len(lines)):
        pieces = lines[position].pieces()
        if any(_opens(words.folded(piece.text)) for piece in pieces):
            return _table_start(lines, position)
    return len(lines)


def _opens(said: str) -> bool:
    if len(said) > _LONGEST:
        return False
    return bool(words.RECIPIENTS.fullmatch(said) or words.AUTHORITY.fullmatch(said))


def _table_start(lines: Sequence[Line], position: int) -> int:
    cell = lines[position].cell
    if cell is None or cell.ruled:
        return position
    same = (n for n, line in enumerate(lines) if line.cell and line.cell.table == cell.table)
    return min(same, default=position)


def _lists(lines: Sequence[Line]) -> bool:
    """Whether the list of recipients stands among lines."""
    return any(words.RECIPIENTS.fullmatch(words.folded(line.text)) for line in lines)


def _by_words(block: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """A block that is no table of two columns: the list of recipients, and all other lines."""
    recipients: list[Line] = []
    signature: list[Line] = []
    listing = False
    for line in block:
        said = words.folded(line.text)
        if words.RECIPIENTS.fullmatch(said):
            listing = True
        elif said and not said.startswith(("-", "–")):
            listing = False
        (recipients if listing else signature).append(line)
    return recipients, signature


def _recipients(lines: Sequence[Line]) -> Iterator[Piece]:
    told = [line for line in lines if line.text]
    begun = False
    for line in told:
        if words.RECIPIENTS.fullmatch(words.folded(line.text)):
            yield Piece("recipients-word", line)
            begun = True
        elif begun:
            yield Piece("recipients", line)


def _signature(lines: Sequence[Line]) -> Iterator[Piece]:
    told = [n for n, line in enumerate(lines) if line.text]
    authorities = [n for n in told if words.AUTHORITY.fullmatch(words.folded(lines[n].text))]
    for n in authorities:
        yield Piece("authority", lines[n])
    rest = [n for n in told if n > max(authorities, default=-1)]
    if not rest:
        return
    role, names = rest[0], [n for n in rest[1:] if not _is_signed(lines[n])]
    yield Piece("role", lines[role])
    if names:
        yield Piece("signer", lines[names[-1]])
    last = names[-1] if names else len(lines)
    for line in lines[role + 1 : last]:
        if not line.text or _is_signed(line):
            yield Piece("signature", line)


def _is_signed(line: Line) -> bool:
    return bool(words.SIGNED.fullmatch(words.folded(line.text)))
