"""`for` in a program: rounds over what the runtime counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.runtime import LoopContext

from r57plans.word.template.compile import statements
from r57plans.word.template.compile.blocks import holds
from r57plans.word.template.compile.buffers import Buffer, too_deep
from r57plans.word.template.compile.captures import finished
from r57plans.word.template.compile.names import Environment, Evaluate, Run
from r57plans.word.template.passes.draft import Piece
from r57plans.word.template.sandbox.access import Missing

if TYPE_CHECKING:
    from r57plans.word.template.compile.compiler import Compiler
    from r57plans.word.template.compile.tree import Node

_FULL = 8192  # pieces of text that are held before they are handed to the compressor


@dataclass(slots=True)
class _Loop:
    """A loop as its parts are compiled; places are those of the environment."""

    assign: Callable[[Environment, object], None]
    slot: int | None
    first: int
    size: int
    own: int
    tried: tuple[Callable[[Environment, object], None], Evaluate] | None
    inside: Run
    otherwise: Run | None
    asks: bool
    waiting: tuple[int, ...] | None


def run_for(compiler: Compiler, node: Node) -> Run:
    """`for …` up to `endfor`, with the branch for when there is no round."""
    compiler.loops += 1
    if compiler.loops > compiler.most_loops:
        raise too_deep(compiler.most_loops, "vòng lặp", "loops")
    said = statements.loop(node.piece.source)
    iterated = compiler.expressions.node(said.iterated)
    run = _recursive if said.recursive else _plain
    made = run(compiler, node, said, iterated)
    compiler.loops -= 1
    return made


def _plain(compiler: Compiler, node: Node, said: statements.Loop, iterated: Evaluate) -> Run:
    loop = _loop(compiler, node, said)
    if _is_simple(loop, node):
        return _simple(loop, node.piece, iterated)
    return _general(loop, node, iterated)


def _recursive(compiler: Compiler, node: Node, said: statements.Loop, iterated: Evaluate) -> Run:
    """A loop that may call itself: each call has an environment of its own."""
    is_text = compiler.buffer.is_text
    level = node.piece.tag.lift or ("" if is_text else "r")
    compiler.buffers.append(Buffer(is_text=is_text))
    loop = _loop(compiler, node, said)
    compiler.buffers.pop()
    loop.asks = True

    def again(env: Environment, items: Any, depth: int) -> Any:
        own = env.copy()
        inside = _general(
            loop, node, lambda _: items, lambda i, r, depth=0: again(env, i, depth), depth
        )
        return finished(own, inside, level)

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        written = again(env, iterated(env), 0)
        out.append(written.xml if level else written)

    return run


def _loop(compiler: Compiler, node: Node, said: statements.Loop) -> _Loop:
    names, buffer = compiler.names, compiler.buffer
    first, size = names.fresh(), names.fresh()
    compiler.rounds[id(node)] = (first, size)
    tried = _tried(compiler, said)
    scope = names.enter()
    assign = compiler.target(said.target)
    name = said.target.name if isinstance(said.target, nodes.Name) else said.target
    slot = names.hold(name) if isinstance(name, str) else None
    own = names.hold("loop")
    inside = _noting_records(node.piece, slot, compiler.scope(node.body))
    asks = "loop" in scope.asked
    names.leave()
    otherwise = _otherwise(compiler, node) if len(node.branches) > 1 else None
    waiting = tuple(buffer.waiting) if buffer.flushes and not buffer.kept else None
    return _Loop(assign, slot, first, size, own, tried, inside, otherwise, asks, waiting)


def _noting_records(piece: Piece, slot: int | None, inside: Run) -> Run:
    """A round that first notes which record it has come to, where bookmarks are to be written."""
    if not piece.arguments or slot is None:
        return inside
    loop = piece.arguments[0]

    def run(env: Environment, out: list[str]) -> None:
        env[0].begin(env[slot], loop)
        inside(env, out)

    return run


def _otherwise(compiler: Compiler, node: Node) -> Run:
    """What is written where there is no round; it has names of its own, as the rounds have."""
    compiler.names.enter()
    otherwise = compiler.scope(node.otherwise)
    compiler.names.leave()
    return otherwise


def _is_simple(loop: _Loop, node: Node) -> bool:
    asked = node.counted or node.sized or loop.asks or loop.tried is not None
    return not asked and loop.otherwise is None and loop.slot is not None


def _simple(loop: _Loop, piece: Piece, iterated: Evaluate) -> Run:
    """A loop over one name, of which nothing else is asked: the common case, kept quick."""
    inside, waiting = loop.inside, loop.waiting
    slot = -1 if loop.slot is None else loop.slot  # a simple loop has one

    def run(env: Environment, out: list[str], _piece: Piece = piece) -> None:
        for item in env[0].ops.iterate(iterated(env)):
            env[slot] = item
            inside(env, out)
            if waiting is not None and len(out) > _FULL:
                _hand_on(env, out, waiting)

    return run


def _general(
    loop: _Loop,
    node: Node,
    iterated: Evaluate,
    recurse: Callable[..., Any] | None = None,
    depth: int = 0,
) -> Run:
    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        rounds: Iterable[Any] = env[0].ops.iterate(iterated(env))
        if loop.tried is not None:
            rounds = _chosen(*loop.tried, env, rounds)
        if node.sized:
            rounds = list(rounds)
            env[loop.size] = len(rounds)
        env[loop.first], empty = True, True
        context = LoopContext(rounds, Missing, recurse, depth) if loop.asks else None
        if context is not None:
            env[loop.own] = context
            rounds = (item for item, _ in context)
        for item in rounds:
            empty = False
            loop.assign(env, item)
            loop.inside(env, out)
            env[loop.first] = False
            if context is not None:
                env[loop.own] = context
            if loop.waiting is not None and len(out) > _FULL:
                _hand_on(env, out, loop.waiting)
        if empty and loop.otherwise is not None:
            loop.otherwise(env, out)

    return run


def _tried(
    compiler: Compiler, said: statements.Loop
) -> tuple[Callable[[Environment, object], None], Evaluate] | None:
    """What tries an item by the loop's own condition: its names are not those of the rounds.

    The loop looks at the next item while it is still at the present one.
    """
    if said.test is None:
        return None
    compiler.names.enter()
    tried = compiler.target(said.target), compiler.expressions.node(said.test)
    compiler.names.leave()
    return tried


def _chosen(
    assign: Callable[[Environment, object], None],
    test: Evaluate,
    env: Environment,
    rounds: Iterable[Any],
) -> Iterator[Any]:
    """The items for which the loop's own condition holds, tried as the loop comes to them."""
    for item in rounds:
        assign(env, item)
        if test(env):
            yield item


def _hand_on(env: Environment, out: list[str], waiting: tuple[int, ...]) -> None:
    """Let the compressor take what is ready, unless a table may still turn out to be empty."""
    for slot in waiting:
        if env[slot] is not None:
            if not holds(out, env[slot], "<w:tr>", "<w:tr "):
                return
            env[slot] = None
    env[0].flush(out)
