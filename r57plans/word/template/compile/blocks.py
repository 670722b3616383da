"""What a program does besides printing: conditions, names, and what is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from r57plans.word.template.compile import statements
from r57plans.word.template.compile.names import Environment, Run
from r57plans.word.template.compile.printing import rounds_of
from r57plans.word.template.passes.draft import Piece

if TYPE_CHECKING:
    from r57plans.word.template.compile.compiler import Compiler
    from r57plans.word.template.compile.tree import Node

_NEEDLES = {"row": ("<w:tc>", "<w:tc "), "table": ("<w:tr>", "<w:tr ")}


def run_if(compiler: Compiler, node: Node) -> Run:
    """`if`, `elif`, `else`: the first branch whose condition holds."""
    branches = []
    for piece, body in node.branches:
        compiler.current = piece
        test = None
        if piece.middle != "else":
            test = compiler.expressions.node(statements.condition(piece.source))
        branches.append((test, compiler.body(body), piece))

    def run(env: Environment, out: list[str]) -> None:
        for test, inside, _piece in branches:
            if test is None or test(env):
                inside(env, out)
                return

    return run


def run_with(compiler: Compiler, node: Node) -> Run:
    """`with a = …`: names that hold inside the block only."""
    given = [
        (target, compiler.expressions.node(value))
        for target, value in statements.pairs(node.piece.source)
    ]
    compiler.names.enter()
    pairs = [(compiler.target(target), value) for target, value in given]
    inside = compiler.scope(node.body)
    compiler.names.leave()

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        for (assign, _), value in zip(pairs, [value(env) for _, value in pairs], strict=True):
            assign(env, value)
        inside(env, out)

    return run


def run_told(compiler: Compiler, node: Node) -> Run:
    """Let the runtime see to what was written: the end of a cell, a list that begins anew."""
    name = node.piece.name
    return lambda env, out: getattr(env[0], name)(out)


def run_kept(compiler: Compiler, node: Node) -> Run:
    """What the runtime changes once it is written, by where it began: a bookmark, a grid."""
    name, argument = node.piece.name, node.piece.arguments[0]
    compiler.buffer.kept += 1
    inside = compiler.body(node.body)
    compiler.buffer.kept -= 1

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        start = len(out)
        inside(env, out)
        getattr(env[0], name)(out, start, argument)

    return run


def run_anchor(compiler: Compiler, node: Node) -> Run:
    """A row or paragraph that gets the bookmark of its loop's record, if that waits for one."""
    loop = node.piece.arguments[0]
    compiler.buffer.kept += 1
    inside = compiler.body(node.body)
    compiler.buffer.kept -= 1

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        if loop not in env[0].pending:
            inside(env, out)
            return
        start = len(out)
        inside(env, out)
        env[0].anchor(out, start, loop)

    return run


def run_row(compiler: Compiler, node: Node) -> Run:
    """A row that vanishes when no cell is left in it."""
    compiler.buffer.kept += 1
    inside = compiler.body(node.body)
    compiler.buffer.kept -= 1

    def run(env: Environment, out: list[str]) -> None:
        start = len(out)
        inside(env, out)
        if not holds(out, start, *_NEEDLES["row"]):
            del out[start:]

    return run


def run_table(compiler: Compiler, node: Node) -> Run:
    """A table that vanishes when no row is left in it.

    Its place in the environment holds where it began, None once a row of it has been seen.
    """
    slot = compiler.names.fresh()
    compiler.buffer.waiting.append(slot)
    inside = compiler.body(node.body)
    compiler.buffer.waiting.pop()

    def run(env: Environment, out: list[str]) -> None:
        start = env[slot] = len(out)
        inside(env, out)
        if env[slot] is not None and not holds(out, start, *_NEEDLES["table"]):
            del out[start:]

    return run


def run_first(compiler: Compiler, node: Node) -> Run:
    """What is written in the first round of a loop only."""
    slot, _ = rounds_of(compiler, node)
    inside = compiler.body(node.body)
    return lambda env, out: inside(env, out) if env[slot] else None


def run_later(compiler: Compiler, node: Node) -> Run:
    """What is written in all rounds of a loop but the first."""
    slot, _ = rounds_of(compiler, node)
    inside = compiler.body(node.body)
    return lambda env, out: None if env[slot] else inside(env, out)


def holds(out: list[str], start: int, *needles: str) -> bool:
    """Whether one of some texts was written since the list had that length."""
    return any(needle in out[n] for n in range(start, len(out)) for needle in needles)
