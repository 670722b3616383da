"""What is wrong inside tags, where their places are already at fault: both are told together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import TemplateSyntaxError

from r57plans.word.template.compile import statements
from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.told.jinja_words import in_words

_READERS: Mapping[str, Callable[[str], object]] = {
    "if": statements.condition,
    "elif": statements.condition,
    "for": statements.loop,
    "with": statements.pairs,
    "set": statements.assignment,
    "macro": statements.macro,
    "call": statements.call,
    "filter": statements.block_filter,
    "import": statements.imported,
    "from": statements.imported,
}


def complain_of_syntax(draft: Draft) -> None:
    """Complain of every tag that is not written correctly; what is compiled is told by that."""
    for piece in list(draft.pieces):
        try:
            _read(piece)
        except TemplateSyntaxError as reason:
            draft.complain("template.syntax", piece.tag, in_words(reason.message or ""))


def _read(piece: Piece) -> None:
    if piece.kind == "print":
        statements.expression(piece.source)
    elif piece.word in _READERS:
        _READERS[piece.word](piece.source)
