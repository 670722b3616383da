"""What is kept instead of printed: macros, blocks of `set`, `filter` and `call`, and imports.

Among the runs of a paragraph they keep text; lifted by a prefix they keep finished paragraphs,
rows or cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from r57plans.findings import Message
from r57plans.word.template.compile import statements
from r57plans.word.template.compile.buffers import Buffer
from r57plans.word.template.compile.names import Environment, Evaluate, Run
from r57plans.word.template.passes.draft import Piece
from r57plans.word.template.run.pieces import Macro
from r57plans.word.template.run.writing import plain_text, writer_of
from r57plans.word.template.sandbox.access import getattr_, unknown
from r57plans.word.template.told.faults import MisuseError

if TYPE_CHECKING:
    from r57plans.word.template.compile.compiler import Compiler, Write
    from r57plans.word.template.compile.tree import Node

_PRINTERS = {"p": "blocks", "tr": "rows", "tc": "cells"}


def run_set(compiler: Compiler, node: Node) -> Run:
    """`set x = …`, or a block up to `endset`."""
    found = statements.assignment(node.piece.source)
    if found.value is not None:
        value = compiler.expressions.node(found.value)
    elif node.piece.tag.lift and found.filter is not None:
        raise _only_text()
    else:
        value = captured(compiler, node)
        if found.filter is not None:
            value = compiler.expressions.filtered(found.filter, value)
    assign = compiler.target(found.target)

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        assign(env, value(env))

    return run


def run_filter(compiler: Compiler, node: Node) -> Run:
    """`filter …` up to `endfilter`."""
    if node.piece.tag.lift:
        raise _only_text()
    found = statements.block_filter(node.piece.source)
    value = compiler.expressions.filtered(found, captured(compiler, node))
    return _printed(_inline(compiler, node, value), node.piece)


def run_macro(compiler: Compiler, node: Node) -> Run:
    """`macro …` up to `endmacro`."""
    name, signature = statements.macro(node.piece.source)
    macro, slot = _macro(compiler, node, name, signature), compiler.names.load(name)

    def run(env: Environment, out: list[str]) -> None:
        env[slot] = macro(env)

    return run


def run_call(compiler: Compiler, node: Node) -> Run:
    """`call …` up to `endcall`: a macro that is given a block as its caller."""
    signature, call = statements.call(node.piece.source)
    caller = _macro(compiler, node, "caller", signature)
    called = compiler.expressions.called(call, caller=caller)
    printer = _PRINTERS.get(node.piece.tag.lift)
    if printer is None:
        return _printed(_inline(compiler, node, called), node.piece)
    arguments = ("", "<w:r>") if printer == "blocks" else ()
    return _printed(lambda env: getattr(env[0], printer)(called(env), *arguments), node.piece)


def run_import(compiler: Compiler, node: Node) -> Run:
    """`import … as x` and `from … import x`."""
    found = statements.imported(node.piece.source)
    file, names = found.file, compiler.names
    alias = names.load(found.alias) if found.alias else None
    taken = [(name, names.load(own)) for name, own in found.names]

    def run(env: Environment, out: list[str], _piece: Piece = node.piece) -> None:
        module = env[0].module(file)
        if alias is not None:
            env[alias] = module
        for name, slot in taken:
            env[slot] = getattr_(module, name)

    return run


def captured(compiler: Compiler, node: Node) -> Evaluate:
    """The function that gives what a block writes: text, or finished elements."""
    lift = node.piece.tag.lift
    compiler.buffers.append(Buffer(is_text=not lift))
    compiler.names.enter()
    inside = compiler.scope(node.body)
    compiler.names.leave()
    compiler.buffers.pop()
    return lambda env: finished(env, inside, lift)


def finished(env: Environment, inside: Run, level: str) -> Any:
    """What a block gives when it is run into a list of its own."""
    out: list[str] = []
    inside(env, out)
    return env[0].fragment(out, level) if level else env[0].join(out)


def _inline(compiler: Compiler, node: Node, value: Evaluate) -> Write:
    """What prints a value where a statement among runs stands."""
    if compiler.buffer.is_text:
        return lambda env: plain_text(env[0], value(env))
    return writer_of(value, str(node.piece.arguments[0]))


def _printed(write: Write, piece: Piece) -> Run:
    def run(env: Environment, out: list[str], _piece: Piece = piece) -> None:
        out.append(write(env))

    return run


def _macro(compiler: Compiler, node: Node, name: str, signature: statements.Signature) -> Evaluate:
    """The function that gives the macro of a block, as it stands where the block is reached.

    Each call has an environment of its own, so that a macro may call itself.
    """
    names, lift, arguments = compiler.names, node.piece.tag.lift, signature.arguments
    scope = names.enter()
    slots = [names.hold(argument) for argument in arguments]
    caller, further, named = names.hold("caller"), names.hold("varargs"), names.hold("kwargs")
    defaults = _defaults(compiler, signature)
    compiler.buffers.append(Buffer(is_text=not lift))
    inside = compiler.scope(node.body)
    compiler.buffers.pop()
    names.leave()
    more = ("varargs" in scope.asked, "kwargs" in scope.asked, "caller" in scope.asked)

    def evaluate(env: Environment) -> Macro:
        def function(values: list[Any], called_by: Any, others: Any, keywords: Any) -> Any:
            own = env.copy()
            own[caller] = unknown("caller") if called_by is None else called_by
            own[further], own[named] = others, keywords
            # A default may ask for a later argument: what is not given is unknown until then.
            for slot, value, argument in zip(slots, values, arguments, strict=True):
                own[slot] = unknown(argument) if value is Macro.unset else value
            for slot, value, default in zip(slots, values, defaults, strict=True):
                if value is Macro.unset and default is not None:
                    own[slot] = default(own)
            return finished(own, inside, lift)

        return Macro(name, function, arguments, more)

    return evaluate


def _defaults(compiler: Compiler, signature: statements.Signature) -> list[Evaluate | None]:
    """What each argument is when it is not given; None for one without a default."""
    first = len(signature.arguments) - len(signature.defaults)
    return [
        *[None] * first,
        *(compiler.expressions.node(default) for default in signature.defaults),
    ]


def _only_text() -> MisuseError:
    said = Message(
        vi="bộ lọc chỉ dùng được cho chữ trong một đoạn",
        en="a filter works on the text of one paragraph only",
    )
    return MisuseError("template.forbidden", said)
