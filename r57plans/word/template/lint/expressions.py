"""What an expression of a tag is, and the names in it that the data do not have."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes

from r57plans.findings import Message
from r57plans.language import meant, nearest
from r57plans.word.template.lint.kinds import (
    ANYTHING,
    FLAG,
    NUMBER,
    TEXT,
    Anything,
    Keyed,
    Kind,
    Many,
    Plain,
    attribute,
    choice,
    item,
    kind_of,
    names,
)
from r57plans.word.template.lint.scope import Scope
from r57plans.word.template.told.faults import name_hint

Complain = Callable[[str, Message], None]  # of an unknown name, with what to do about it

_SAME = ("sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "list")
_ONE = ("first", "last", "min", "max")
_NUMBERS = ("length", "count", "wordcount", "int", "float", "round", "abs")
_TEXTS = (
    *("upper", "lower", "capitalize", "title", "trim", "replace", "string", "join", "truncate"),
    *("center", "indent", "format", "striptags", "wordwrap", "safe", "e", "escape"),
    *("date_long", "quarter", "number", "percent", "letter", "roman", "upper_vi"),
)
_BY_NAME = ("selectattr", "rejectattr", "groupby")  # the first argument names a field
_ATTRIBUTE = ("map", "sort", "sum", "unique", "min", "max", "join", "groupby")


class Reader:
    """Reads expressions in a scope; `spared` are dotted names that tags ask about themselves."""

    def __init__(self, scope: Scope, spared: frozenset[str], complain: Complain) -> None:
        self.scope = scope
        self.spared = spared
        self.complain = complain
        self.read: set[str] = set()

    def kind(self, node: nodes.Node | None) -> Kind:
        """What an expression gives, complaining of the unknown names inside it."""
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._behind_dot(node, node.attr)
        if isinstance(node, nodes.Getitem):
            return self._in_brackets(node)
        if isinstance(node, nodes.Filter):
            return self._filtered(node)
        if isinstance(node, nodes.Const):
            return ANYTHING if node.value is None else kind_of(type(node.value))
        if isinstance(node, nodes.CondExpr):
            self.kind(node.test)
            other = [self.kind(node.expr2)] if node.expr2 is not None else [TEXT]
            return choice([self.kind(node.expr1), *other])
        return self._other(node)

    def _other(self, node: nodes.Node | None) -> Kind:
        inner = [self.kind(child) for child in node.iter_child_nodes()] if node else []
        if isinstance(node, nodes.List | nodes.Tuple):
            return Many(choice(inner))
        if isinstance(node, nodes.Dict):
            return Keyed(ANYTHING)
        if isinstance(node, nodes.Compare | nodes.Test | nodes.Not):
            return FLAG
        if isinstance(node, nodes.Concat):
            return TEXT
        if isinstance(node, nodes.And | nodes.Or):
            return choice(inner)
        if isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
            return NUMBER if all(kind == NUMBER for kind in inner) else ANYTHING
        return ANYTHING

    def _name(self, node: nodes.Name) -> Kind:
        self.read.add(node.name)
        found = self.scope.find(node.name)
        if found is None and node.name not in self.spared:
            self.complain(node.name, self._hint(node.name))
        return ANYTHING if found is None else found

    def _hint(self, name: str) -> Message:
        if name == "loop":
            return Message("Chỉ có «loop» ở trong vòng lặp.", "There is a “loop” only in loops.")
        known = self.scope.known()
        # A field of a record that is known here was perhaps written without the record.
        inside = [f"{outer}.{name}" for outer in known if self._has(outer, name)]
        return name_hint(inside[0], inside[:1]) if inside else name_hint(name, known)

    def _has(self, outer: str, name: str) -> bool:
        kind = self.scope.find(outer)
        return kind is not None and name in names(kind)

    def _behind_dot(self, node: nodes.Getattr | nodes.Getitem, name: str) -> Kind:
        kind = self.kind(node.node)
        found = attribute(kind, name)
        if found is not None:
            return found
        if dotted(node) not in self.spared and not name.startswith("_"):
            self._unknown(dotted(node.node), name, kind)
        return ANYTHING

    def _unknown(self, base: str, name: str, kind: Kind) -> None:
        head = f"{base}." if base else ""
        near = nearest(name, names(kind))
        if near:
            hint = meant([head + near[0]])
        elif isinstance(kind, Plain | Many):
            hint = Message(
                f"«{base or name}» không có trường nào.", f"“{base or name}” has no fields."
            )
        else:
            hint = name_hint(name, names(kind))
        self.complain(head + name, hint)

    def _in_brackets(self, node: nodes.Getitem) -> Kind:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._behind_dot(node, node.arg.value)
        kind = self.kind(node.node)
        self.kind(node.arg)
        if isinstance(node.arg, nodes.Slice):
            return kind
        return kind.item if isinstance(kind, Many) else ANYTHING

    def _filtered(self, node: nodes.Filter) -> Kind:
        kind = self.kind(node.node)
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(child)
        each = item(kind) or ANYTHING
        field = self._named_field(node, each)
        if node.name in _SAME:
            return kind if isinstance(kind, Many) else ANYTHING
        if node.name in _ONE:
            return each
        if node.name in _NUMBERS:
            return NUMBER
        if node.name in _TEXTS:
            return TEXT
        return Many(field) if node.name == "map" else ANYTHING

    def _named_field(self, node: nodes.Filter, each: Kind) -> Kind:
        """What a filter's argument that names a field of each item stands for."""
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in _BY_NAME and not given:
            given = list(node.args[:1])
        named = given[0].value if given and isinstance(given[0], nodes.Const) else None
        if node.name not in (*_ATTRIBUTE, *_BY_NAME) or not isinstance(named, str):
            return ANYTHING
        kind: Kind = ANYTHING
        for path in named.split(","):
            kind = self._path(each, path.strip())
        return kind

    def _path(self, kind: Kind, path: str) -> Kind:
        for name in path.split("."):
            if isinstance(kind, Anything) or name.isdecimal():
                return ANYTHING
            found = attribute(kind, name)
            if found is None:
                self._unknown("", name, kind)
                return ANYTHING
            kind = found
        return kind


def dotted(node: nodes.Node) -> str:
    """An expression as a dotted name; "" where it is none."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        base = dotted(node.node)
        return f"{base}.{node.attr}" if base else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = dotted(node.node)
        return f"{base}.{node.arg.value}" if base else ""
    return ""
