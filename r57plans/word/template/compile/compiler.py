"""A part's texts and pieces as a program: functions that write, made once and run for each file.

Every function has the piece it comes from as an argument of its own, so that a traceback tells
which tag failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from r57plans.word.template.compile import statements
from r57plans.word.template.compile.buffers import Buffer, too_deep
from r57plans.word.template.compile.expressions import Expressions
from r57plans.word.template.compile.names import Environment, Names, Run
from r57plans.word.template.compile.tree import ASSIGNING, Body, Node, assigned, tree_of
from r57plans.word.template.passes.draft import Piece
from r57plans.word.template.told.faults import MisuseError

_DEEPEST = 60  # blocks inside one another

Compile = Callable[["Compiler", Node], Run]
Write = Callable[[Environment], str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A program: `run` writes it into a list, in an environment of `size` places.

    `given` has the place of each name of the context, `exports` that of each of the top level.
    """

    run: Run
    size: int
    given: Mapping[str, int]
    exports: Mapping[str, int]


class Compiler:
    """Compiles one program; `current` is the piece it is at, also when it fails.

    `printers` and `runners` compile what prints and all else, each by its word; `depth` is how
    deeply loops may be nested.
    """

    def __init__(
        self, printers: Mapping[str, PrinterOf], runners: Mapping[str, Compile], depth: int
    ) -> None:
        self.names = Names()
        self.expressions = Expressions(self.names)
        self.current: Piece | None = None
        self.faults: list[tuple[Piece, Exception]] = []
        self.buffers: list[Buffer] = []
        self.rounds: dict[int, tuple[int, int]] = {}
        self.most_loops = depth
        self.loops = 0
        self._printers = printers
        self._runners = runners
        self._blocks = 0
        self._assigns = False

    def program(self, flat: Iterable[str | Piece], *, text: bool = False) -> Compiled:
        """The program of texts and pieces; with `text` what it writes is plain text.

        It may be run when there are no `faults`.
        """
        flat = tuple(flat)
        self.buffers.append(Buffer(is_text=text, flushes=not text))
        self._assigns = any(item.word in ASSIGNING for item in flat if not isinstance(item, str))
        run = self.scope(tree_of(flat))
        return Compiled(run, self.names.size, self.names.given, self.names.scope.held)

    @property
    def buffer(self) -> Buffer:
        """What output goes into here."""
        return self.buffers[-1]

    def scope(self, body: Body) -> Run:
        """What a block with names of its own writes: they begin as what they are around it."""
        copies = []
        for node in assigned(body) if self._assigns else ():
            self.current = node.piece
            for name in _assigned(node.piece):
                around = self.names.load(name)
                if name not in self.names.scope.held:
                    copies.append((self.names.hold(name), around))
        run = self.body(body)
        if not copies:
            return run

        def scoped(env: Environment, out: list[str]) -> None:
            for slot, around in copies:
                env[slot] = env[around]
            run(env, out)

        return scoped

    def body(self, body: Body) -> Run:
        """What stands in a block, one after the other; what only prints is done in one go."""
        self._blocks += 1
        if self._blocks > _DEEPEST:
            raise too_deep(_DEEPEST, "khối", "blocks")
        runs: list[Run] = []
        prints: list[tuple[Write, Piece]] = []
        static = ""
        state = self.loops, self._blocks, len(self.buffers), self.names.scope
        for item in body:
            if isinstance(item, str):
                static += item
                continue
            piece = self.current = item.piece
            printer = self._printers.get(piece.kind)
            try:
                if printer is not None:
                    prints.append((printer(self, item, static), piece))
                    static = ""
                    continue
                if static or prints:
                    runs.append(_printing(tuple(prints), static))
                    prints, static = [], ""
                word = piece.word if piece.kind == "statement" else piece.name
                runs.append(self._runners[word](self, item))
            except (TemplateSyntaxError, MisuseError) as reason:
                # It is noted, and the compiler goes on: what it makes will not be run.
                self.faults.append((self.current, reason))
                self.loops, self._blocks, buffers, self.names.scope = state
                del self.buffers[buffers:]
        if static or prints:
            runs.append(_printing(tuple(prints), static))
        self._blocks -= 1
        return sequence(tuple(runs))

    def target(self, target: nodes.Expr | str) -> Callable[[Environment, object], None]:
        """The function that gives the names of a statement their value."""
        if isinstance(target, nodes.Tuple):
            return self._targets(target)
        if isinstance(target, nodes.NSRef):
            holder, name = self.names.load(target.name), target.attr
            return lambda env, value: env[0].set_in(env[holder], name, value)
        if not isinstance(target, nodes.Name | str):
            raise TemplateSyntaxError("this cannot be given a value", 1)
        slot = self.names.hold(target if isinstance(target, str) else target.name)

        def assign(env: Environment, value: object) -> None:
            env[slot] = value

        return assign

    def _targets(self, target: nodes.Tuple) -> Callable[[Environment, object], None]:
        targets = [self.target(item) for item in target.items]

        def assign(env: Environment, value: object) -> None:
            for each, item in zip(targets, env[0].unpacked(value, len(targets)), strict=True):
                each(env, item)

        return assign


PrinterOf = Callable[[Compiler, Node, str], Write]


def sequence(runs: tuple[Run, ...]) -> Run:
    """One function that runs some others in turn."""
    if len(runs) == 1:
        return runs[0]

    def run(env: Environment, out: list[str]) -> None:
        for each in runs:
            each(env, out)

    return run


def _printing(prints: tuple[tuple[Write, Piece], ...], ending: str) -> Run:
    """What prints values, each with the text before it, and a text at the end."""

    def run(env: Environment, out: list[str]) -> None:
        append = out.append
        for write, _piece in prints:
            append(write(env))
        if ending:
            append(ending)

    return run


def _assigned(piece: Piece) -> list[str]:
    """The names that a statement gives a value."""
    if piece.word == "set":
        return _names_in(statements.assignment(piece.source).target)
    if piece.word == "macro":
        return [statements.macro(piece.source)[0]]
    found = statements.imported(piece.source)
    return [found.alias] if found.alias else [alias for _, alias in found.names]


def _names_in(target: nodes.Expr) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    items = target.items if isinstance(target, nodes.Tuple) else []
    return [name for item in items for name in _names_in(item)]
