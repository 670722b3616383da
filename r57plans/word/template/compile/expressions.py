"""Jinja's expressions as functions of the environment, in which every operation is the runtime's.

No operator of Python is applied to a template's values here, but those that can do no harm: a
hostile expression reaches nothing but the checked operations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes

from r57plans.findings import Message
from r57plans.language import did_you_mean
from r57plans.word.template.compile.names import Environment, Evaluate, Names
from r57plans.word.template.compile.statements import CONSTANTS, expression
from r57plans.word.template.sandbox.access import getattr_, getitem
from r57plans.word.template.sandbox.filters import FILTERS, TESTS, Function
from r57plans.word.template.told.faults import MisuseError

DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")

_DEEPEST = 50  # how deeply one expression may be nested
_BINARY = {
    nodes.Add: "add",
    nodes.Sub: "sub",
    nodes.Mul: "mul",
    nodes.Div: "truediv",
    nodes.FloorDiv: "floordiv",
    nodes.Mod: "mod",
    nodes.Pow: "pow",
}
_COMPARED = {
    **{"eq": "eq", "ne": "ne", "lt": "lt", "lteq": "le", "gt": "gt", "gteq": "ge"},
    **{"in": "contains", "notin": "not_contains"},
}


class Expressions:
    """Compiles expressions; each method gives a function of the environment.

    Raises `TemplateSyntaxError` for what Jinja's parser refuses, and `MisuseError` for what is
    not allowed in a Word template.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._depth = 0

    def text(self, text: str) -> Evaluate:
        """An expression as the author wrote it."""
        return self.node(text if DOTTED.fullmatch(text) else expression(text))

    def place(self, text: str) -> tuple[int, str] | None:
        """The place and the name behind the dot where an expression is `a.b`; None for others."""
        first, dot, name = text.partition(".")
        if not dot or first in CONSTANTS or not (first.isidentifier() and name.isidentifier()):
            return None
        return self._names.load(first), name

    def node(self, node: nodes.Expr | str) -> Evaluate:
        """A node of Jinja's parser, or dotted names."""
        if isinstance(node, str):
            return self._dotted(node)
        compiled = _COMPILERS.get(type(node))
        if compiled is None:
            raise TemplateSyntaxError(f"{type(node).__name__} is not known here", 1)
        self._depth += 1
        if self._depth > _DEEPEST:
            self._depth -= 1
            said = Message(
                vi=f"biểu thức lồng nhau quá {_DEEPEST} cấp",
                en=f"an expression nested more than {_DEEPEST} deep",
            )
            raise MisuseError("template.limit", said)
        try:
            return compiled(self, node)
        finally:
            self._depth -= 1

    def filtered(self, node: nodes.Filter, value: Evaluate) -> Evaluate:
        """The filters of a block, the innermost over a value that is already compiled."""
        if node.node is not None:
            if not isinstance(node.node, nodes.Filter):
                raise TemplateSyntaxError("only filters may stand here", 1)
            value = self.filtered(node.node, value)
        return self._applied(function_of(FILTERS, node.name), value, node)

    def called(self, node: nodes.Call, **more: Evaluate) -> Evaluate:
        """A call, with named arguments besides those it has."""
        called, arguments = self.node(node.node), self._arguments(node)

        def call(env: Environment) -> Any:
            values, named = arguments(env)
            named.update({name: evaluate(env) for name, evaluate in more.items()})
            return env[0].call(called(env), *values, **named)

        return call

    def _dotted(self, text: str) -> Evaluate:
        first, *others = text.split(".")
        if first in CONSTANTS:
            return self.node(expression(text))
        slot = self._names.load(first)
        if not others:
            return lambda env: env[slot]
        name = others[0]
        if len(others) == 1:
            return lambda env: getattr_(env[slot], name)

        def evaluate(env: Environment) -> Any:
            value = env[slot]
            for name in others:
                value = getattr_(value, name)
            return value

        return evaluate

    def _name(self, node: nodes.Name) -> Evaluate:
        slot = self._names.load(node.name)
        return lambda env: env[slot]

    def _const(self, node: nodes.Const) -> Evaluate:
        value = node.value
        return lambda env: value

    def _tuple(self, node: nodes.Tuple) -> Evaluate:
        items = [self.node(item) for item in node.items]
        return lambda env: tuple([item(env) for item in items])

    def _list(self, node: nodes.List) -> Evaluate:
        items = [self.node(item) for item in node.items]
        return lambda env: [item(env) for item in items]

    def _dict(self, node: nodes.Dict) -> Evaluate:
        pairs = [(self.node(pair.key), self.node(pair.value)) for pair in node.items]
        return lambda env: {env[0].ops.key(key(env)): value(env) for key, value in pairs}

    def _choice(self, node: nodes.CondExpr) -> Evaluate:
        test, first = self.node(node.test), self.node(node.expr1)
        other = None if node.expr2 is None else self.node(node.expr2)

        def evaluate(env: Environment) -> Any:
            if test(env):
                return first(env)
            return Undefined() if other is None else other(env)

        return evaluate

    def _getattr(self, node: nodes.Getattr) -> Evaluate:
        value, name = self.node(node.node), node.attr
        return lambda env: getattr_(value(env), name)

    def _getitem(self, node: nodes.Getitem) -> Evaluate:
        value = self.node(node.node)
        if isinstance(node.arg, nodes.Slice):
            given = (node.arg.start, node.arg.stop, node.arg.step)
            bounds = [_nothing if b is None else self.node(b) for b in given]
            return lambda env: env[0].ops.getslice(value(env), *[b(env) for b in bounds])
        key = self.node(node.arg)
        return lambda env: getitem(value(env), key(env))

    def _call(self, node: nodes.Call) -> Evaluate:
        return self.called(node)

    def _filter(self, node: nodes.Filter) -> Evaluate:
        value = _nothing if node.node is None else self.node(node.node)
        return self._applied(function_of(FILTERS, node.name), value, node)

    def _test(self, node: nodes.Test) -> Evaluate:
        return self._applied(function_of(TESTS, node.name), self.node(node.node), node)

    def _applied(self, function: Function, value: Evaluate, node: Any) -> Evaluate:
        """A filter or test of a value, its calls counted."""
        if not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):

            def simple(env: Environment) -> Any:
                runtime = env[0]
                runtime.budget.count()
                return function(runtime, value(env))

            return simple
        arguments = self._arguments(node)

        def applied(env: Environment) -> Any:
            runtime = env[0]
            runtime.budget.count()
            values, named = arguments(env)
            return function(runtime, value(env), *values, **named)

        return applied

    def _arguments(self, node: Any) -> Callable[[Environment], tuple[list[Any], dict[str, Any]]]:
        """The values and the named values that a call, a filter or a test is given."""
        given = [self.node(argument) for argument in node.args]
        named = {pair.key: self.node(pair.value) for pair in node.kwargs}
        more = None if node.dyn_args is None else self.node(node.dyn_args)
        more_named = None if node.dyn_kwargs is None else self.node(node.dyn_kwargs)

        def arguments(env: Environment) -> tuple[list[Any], dict[str, Any]]:
            values = [evaluate(env) for evaluate in given]
            if more is not None:
                values += env[0].ops.iterate(more(env))
            keywords = {name: evaluate(env) for name, evaluate in named.items()}
            if more_named is not None:
                keywords.update(env[0].keywords(more_named(env)))
            return values, keywords

        return arguments

    def _compare(self, node: nodes.Compare) -> Evaluate:
        first = self.node(node.expr)
        others = [(_COMPARED[o.op], self.node(o.expr)) for o in node.ops]
        if len(others) == 1:
            name, second = others[0]
            if name == "eq" and isinstance(node.ops[0].expr, nodes.Const):
                constant = node.ops[0].expr.value  # text, a number, true, false or none
                return lambda env: first(env) == constant
            return lambda env: getattr(env[0].ops, name)(first(env), second(env))

        def chain(env: Environment) -> Any:
            left, holds = first(env), True
            for name, second in others:
                right = second(env)
                holds = getattr(env[0].ops, name)(left, right)
                if not holds:
                    break
                left = right
            return holds

        return chain

    def _concat(self, node: nodes.Concat) -> Evaluate:
        items = [self.node(item) for item in node.nodes]
        return lambda env: env[0].ops.concat(*[item(env) for item in items])

    def _binary(self, node: nodes.BinExpr) -> Evaluate:
        name = _BINARY[type(node)]
        left, right = self.node(node.left), self.node(node.right)
        return lambda env: getattr(env[0].ops, name)(left(env), right(env))

    def _and(self, node: nodes.And) -> Evaluate:
        left, right = self.node(node.left), self.node(node.right)
        return lambda env: left(env) and right(env)

    def _or(self, node: nodes.Or) -> Evaluate:
        left, right = self.node(node.left), self.node(node.right)
        return lambda env: left(env) or right(env)

    def _not(self, node: nodes.Not) -> Evaluate:
        value = self.node(node.node)
        return lambda env: not value(env)

    def _sign(self, node: nodes.UnaryExpr) -> Evaluate:
        value, name = self.node(node.node), "neg" if isinstance(node, nodes.Neg) else "pos"
        return lambda env: getattr(env[0].ops, name)(value(env))


def _nothing(env: Environment) -> None:
    return None


def function_of(known: Mapping[str, Function], name: str) -> Function:
    """The filter or test of a name. Raises `MisuseError` with the nearest name there is."""
    if name in known:
        return known[name]
    hint = did_you_mean(name, sorted(known)) or Message(
        vi="Xem danh sách bộ lọc trong tài liệu về mẫu.",
        en="The documentation of templates lists the filters.",
    )
    raise MisuseError("template.unknown-filter", name, hint=hint)


_COMPILERS: dict[type[nodes.Expr], Callable[[Expressions, Any], Evaluate]] = {
    nodes.Name: Expressions._name,
    nodes.Const: Expressions._const,
    nodes.Tuple: Expressions._tuple,
    nodes.List: Expressions._list,
    nodes.Dict: Expressions._dict,
    nodes.CondExpr: Expressions._choice,
    nodes.Getattr: Expressions._getattr,
    nodes.Getitem: Expressions._getitem,
    nodes.Call: Expressions._call,
    nodes.Filter: Expressions._filter,
    nodes.Test: Expressions._test,
    nodes.Compare: Expressions._compare,
    nodes.Concat: Expressions._concat,
    nodes.And: Expressions._and,
    nodes.Or: Expressions._or,
    nodes.Not: Expressions._not,
    nodes.Neg: Expressions._sign,
    nodes.Pos: Expressions._sign,
    **dict.fromkeys(_BINARY, Expressions._binary),
}
