"""What a tag's statement says: its words read by Jinja's own parser, its block left to us."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

T = TypeVar("T")

ENVIRONMENT = Environment(autoescape=False, cache_size=0)  # parses, never renders

_LONGEST = 20_000  # characters of one tag
_KEPT = 4096  # what was read of tags, for the templates of a process that say the same
_SIMPLE_LOOP = re.compile(
    r"for\s+([^\W\d]\w*)\s+in\s+([^\W\d]\w*(?:\.[^\W\d]\w*)*)(?:\s+if\s+(.+))?", re.DOTALL
)
_SIMPLE_CONDITION = re.compile(r"(?:el)?if\s+([^\W\d]\w*(?:\.[^\W\d]\w*)*)")
_PATH = re.compile(r"([^\W\d]\w*)((?:\.[^\W\d]\w*|\[\d{1,4}\])*)(?:\s*==\s*\"([^\"\\]*)\")?")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
CONSTANTS = frozenset({"true", "false", "none", "not", "True", "False", "None", "if", "else"})


@dataclass(frozen=True, slots=True)
class Loop:
    """`for`: `iterated` is an expression's node, or the text of dotted names."""

    target: nodes.Expr | str
    iterated: nodes.Expr | str
    test: nodes.Expr | None = None
    recursive: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The arguments of a macro; the last of them have the defaults."""

    arguments: tuple[str, ...]
    defaults: tuple[nodes.Expr, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """`set` with a value, or with a block and perhaps a filter of it."""

    target: nodes.Expr
    value: nodes.Expr | None
    filter: nodes.Filter | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """`import` and `from … import`: the file, and pairs of a macro's name and its own name here.

    `alias` is the name of the whole module, "" where names are taken out of it.
    """

    file: str
    alias: str
    names: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=_KEPT)
def loop(statement: str) -> Loop:
    """What a `for` says. Raises `TemplateSyntaxError`, as all of these do."""
    simple = _SIMPLE_LOOP.fullmatch(statement)
    if simple and simple[1] != "loop" and not CONSTANTS & {simple[1], simple[2].split(".")[0]}:
        test = _path(simple[3]) if simple[3] else None
        if test is not None or not simple[3]:
            return Loop(simple[1], simple[2], test)
    parser = _after("for", statement)
    target = parser.parse_assign_target(extra_end_rules=("name:in",))
    parser.stream.expect("name:in")
    iterated = parser.parse_tuple(with_condexpr=False, extra_end_rules=("name:recursive",))
    test = parser.parse_expression() if parser.stream.skip_if("name:if") else None
    recursive = parser.stream.skip_if("name:recursive")
    return _whole(parser, Loop(target, iterated, test, recursive))


@lru_cache(maxsize=_KEPT)
def condition(statement: str) -> nodes.Expr | str:
    """The condition of an `if` or `elif`: an expression's node, or the text of dotted names."""
    simple = _SIMPLE_CONDITION.fullmatch(statement)
    if simple:
        return simple[1]
    compared = _path(statement.partition("if")[2].strip())
    if compared is not None:
        return compared
    parser = _after("elif" if statement.startswith("elif") else "if", statement)
    return _whole(parser, parser.parse_tuple(with_condexpr=False))


def pairs(statement: str) -> tuple[tuple[nodes.Expr, nodes.Expr], ...]:
    """The names that a `with` gives, and their values."""
    parser = _after("with", statement)
    found: list[tuple[nodes.Expr, nodes.Expr]] = []
    while not parser.stream.eos:
        if found:
            parser.stream.expect("comma")
        target = parser.parse_assign_target()
        parser.stream.expect("assign")
        found.append((target, parser.parse_expression()))
    return tuple(found)


def assignment(statement: str) -> Assignment:
    """What a `set` says."""
    parser = _after("set", statement)
    target = parser.parse_assign_target(with_namespace=True)
    if parser.stream.skip_if("assign"):
        return _whole(parser, Assignment(target, parser.parse_tuple()))
    return _whole(parser, Assignment(target, None, _filter(parser, None)))


def macro(statement: str) -> tuple[str, Signature]:
    """The name and the arguments of a macro."""
    parser = _after("macro", statement)
    name = parser.parse_assign_target(name_only=True)
    return _whole(parser, (name.name, _signature(parser)))


def call(statement: str) -> tuple[Signature, nodes.Call]:
    """The arguments of the block of a `call`, and the call itself."""
    parser = _after("call", statement)
    signature = Signature((), ())
    if parser.stream.current.type == "lparen":
        signature = _signature(parser)
    expression = parser.parse_expression()
    if not isinstance(expression, nodes.Call):
        parser.fail("expected call")
    return _whole(parser, (signature, expression))


def block_filter(statement: str) -> nodes.Filter:
    """The filters of a `filter` block; the innermost has no value."""
    parser = _after("filter", statement)
    found = parser.parse_filter(None, start_inline=True)
    if not isinstance(found, nodes.Filter):
        parser.fail("expected a filter")
    return _whole(parser, found)


def imported(statement: str) -> Import:
    """What an `import` or a `from` takes from which file."""
    word = "from" if statement.startswith("from") else "import"
    parser = _after(word, statement)
    file = parser.stream.expect("string").value
    if word == "import":
        parser.stream.expect("name:as")
        alias = parser.parse_assign_target(name_only=True).name
        _skip_context(parser)
        return _whole(parser, Import(file, alias))
    parser.stream.expect("name:import")
    return _whole(parser, Import(file, "", tuple(_imported_names(parser))))


@lru_cache(maxsize=_KEPT)
def expression(text: str) -> nodes.Expr:
    """The node of an expression; a tuple may stand without its parentheses."""
    simple = _path(text)
    if simple is not None:
        return simple
    parser = _parser(text)
    return _whole(parser, parser.parse_tuple())


def _path(text: str) -> nodes.Expr | None:
    """The node of a number or of `a.b[0].c`, perhaps compared with a text; None for all else.

    Jinja's own lexer takes several times as long over these, and they are most of what is asked.
    """
    if text.isdecimal() and text.isascii() and len(text) < 10:
        return nodes.Const(int(text))
    found = _PATH.fullmatch(text)
    if found is None or found[1] in CONSTANTS:
        return None
    node: nodes.Expr = nodes.Name(found[1], "load")
    for name, index in _STEP.findall(found[2]):
        if name:
            node = nodes.Getattr(node, name, "load")
        else:
            node = nodes.Getitem(node, nodes.Const(int(index)), "load")
    if found[3] is None:
        return node
    return nodes.Compare(node, [nodes.Operand("eq", nodes.Const(found[3]))])


def _imported_names(parser: Parser) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    while not parser.stream.eos and not _skip_context(parser):
        if found:
            parser.stream.expect("comma")
        name = parser.parse_assign_target(name_only=True).name
        alias = name
        if parser.stream.skip_if("name:as"):
            alias = parser.parse_assign_target(name_only=True).name
        found.append((name, alias))
    return found


def _skip_context(parser: Parser) -> bool:
    """Skip `with context` and `without context`; macros see their own file only, either way."""
    stream = parser.stream
    if stream.current.test_any("name:with", "name:without") and stream.look().test("name:context"):
        stream.skip(2)
        return True
    return False


def _signature(parser: Parser) -> Signature:
    node = nodes.Macro()
    parser.parse_signature(node)
    return Signature(tuple(argument.name for argument in node.args), tuple(node.defaults))


def _filter(parser: Parser, value: nodes.Expr | None) -> nodes.Filter | None:
    found = parser.parse_filter(value)
    return found if isinstance(found, nodes.Filter) else None


def _parser(text: str) -> Parser:
    if len(text) > _LONGEST:
        raise TemplateSyntaxError(f"a tag of more than {_LONGEST} characters", 1)
    return Parser(ENVIRONMENT, text, state="variable")


def _after(word: str, statement: str) -> Parser:
    return _parser(statement[len(word) :])


def _whole(parser: Parser, found: T) -> T:
    """What was found, when nothing follows it."""
    if not parser.stream.eos:
        parser.fail(f"unexpected {parser.stream.current.value!r}")
    return found
