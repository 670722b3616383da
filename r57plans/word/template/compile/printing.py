"""What prints in a program: values as runs, paragraphs, settings of cells, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from r57plans.findings import Message
from r57plans.word.template.run.settings import columns
from r57plans.word.template.run.writing import plain_text, writer_of, writer_of_name
from r57plans.word.template.told.faults import MisuseError

if TYPE_CHECKING:
    from r57plans.word.template.compile.compiler import Compiler, Write
    from r57plans.word.template.compile.tree import Node


def write_data(compiler: Compiler, node: Node, before: str) -> Write:
    """Text inside what is kept as text."""
    text = before + node.piece.source
    return lambda env: text


def write_value(compiler: Compiler, node: Node, before: str) -> Write:
    """What an expression gives, by the writer that the piece names, after a text `before` it."""
    piece = node.piece
    if piece.name == "text":
        place = compiler.expressions.place(piece.source)
        if place is not None:
            return writer_of_name(*place, str(piece.arguments[0]), before)
    value = compiler.expressions.text(piece.source)
    if piece.name == "text":
        return writer_of(value, str(piece.arguments[0]), before)
    if piece.name == "plain":
        return lambda env: before + plain_text(env[0], value(env))
    if piece.name == "hspan":
        _, size = rounds_of(compiler, node)
        return lambda env: f"{before}{env[0].hspan(value(env), env[size])}"
    if piece.name == "columns":
        spans = compiler.expressions.text(str(piece.arguments[0]))
        return lambda env: f"{before}{columns(value(env), spans(env))}"
    name, arguments = piece.name, piece.arguments
    return lambda env: f"{before}{getattr(env[0], name)(value(env), *arguments)}"


def write_given(compiler: Compiler, node: Node, before: str) -> Write:
    """A number that the rendering gives: of a drawing, of a list; or a merge of cells."""
    name, arguments = node.piece.name, node.piece.arguments
    if name == "vmerge":
        first, _ = rounds_of(compiler, node)
        return lambda env: f"{before}{env[0].vmerge(env[first])}"
    return lambda env: f"{before}{getattr(env[0], name)(*arguments)}"


def rounds_of(compiler: Compiler, node: Node) -> tuple[int, int]:
    """The places of the flag for the first round of a loop, and of the number of its rounds."""
    if node.loop is None:
        raise MisuseError("template.misplaced", Message(vi="một vòng lặp", en="a loop"))
    return compiler.rounds[id(node.loop)]
