"""Names in a template's tags, followed through loops and assignments to where they begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from r57plans.word.template.compile.statements import ENVIRONMENT
from r57plans.word.template.passes.tags import NO_TAG, SETTINGS, Tag

_ITEM = "[]"
_OWN = ("range", "namespace", "image", "caller", "varargs", "kwargs", "self")
_WITHOUT_NAMES = ("vm", "hm", "restart")
_SAME_LIST = ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr",
              "default", "d")  # fmt: skip
_ONE_OF = ("first", "last", "min", "max")
_IN_PIECES = ("batch", "slice")
_BY_FIELD = ("selectattr", "rejectattr", "groupby")


@dataclass(slots=True)
class Scopes:
    """Reads the tags of one part in order.

    `found` are the paths of all names, each with the first tag that asks for it; `unread` are the
    tags that are not written correctly. A name that stands for no path of the data, such as a
    macro's argument, is None in its scope.
    """

    found: dict[str, Tag] = field(default_factory=dict)
    unread: list[Tag] = field(default_factory=list)
    _tag: Tag = NO_TAG
    _stack: list[tuple[str, dict[str, str | None]]] = field(default_factory=lambda: [("", {})])

    def read(self, tag: Tag) -> None:
        """Notes what a tag asks for, or that it cannot be read."""
        self._tag, word = tag, tag.word
        if tag.kind == "comment" or (word == "else" and not tag.argument):
            return
        if word.startswith("end"):
            self._close(word.removeprefix("end"))
            return
        try:
            for node in _tree(tag):
                self._statement(node)
        except (TemplateSyntaxError, RecursionError):
            self.unread.append(tag)

    def _close(self, word: str) -> None:
        if len(self._stack) > 1 and self._stack[-1][0] == word:
            self._stack.pop()

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.For():
                self._loop(node)
            case nodes.With():
                paths = [self._path(value) for value in node.values]
                self._note(paths)
                self._open("with", dict(_bound(node.targets, paths)))
            case nodes.Macro():
                self._bind(node.name, None)
                self._use(*node.defaults)
                self._open("macro", {argument.name: None for argument in node.args})
            case nodes.CallBlock():
                self._use(node.call)
                self._open("call", {argument.name: None for argument in node.args})
            case nodes.Assign():
                path = self._path(node.node)
                self._note([path])
                self._stack[-1][1].update(_bound([node.target], [path]))
            case nodes.AssignBlock():
                self._stack[-1][1].update(_bound([node.target], [None]))
            case nodes.Import():
                self._bind(node.target, None)
            case nodes.FromImport():
                for name in node.names:
                    self._bind(name if isinstance(name, str) else name[1], None)
            case _:
                self._use(*node.iter_child_nodes())

    def _open(self, word: str, names: dict[str, str | None]) -> None:
        self._stack.append((word, names))

    def _bind(self, name: str, path: str | None) -> None:
        self._stack[-1][1][name] = path

    def _loop(self, node: nodes.For) -> None:
        path = self._path(node.iter)
        self._note([path])
        pieces = _filter_name(node.iter) in _IN_PIECES
        item = path and (path if pieces else path + _ITEM)
        self._open("for", {"loop": None, **dict(_bound([node.target], [item]))})
        if _filter_name(node.iter) == "groupby":
            self._open_groups(node, path)
        if node.test:
            self._use(node.test)

    def _open_groups(self, node: nodes.For, path: str | None) -> None:
        """`for value, items in tasks | groupby("deadline")`: the items are the list itself."""
        if isinstance(node.target, nodes.Tuple) and len(node.target.items) == 2:
            self._stack[-1][1].update(_bound(node.target.items, [None, path]))

    def _use(self, *used: nodes.Node) -> None:
        self._note(self._path(node) for node in used)

    def _note(self, paths: Iterable[str | None]) -> None:
        for path in filter(None, paths):
            self.found.setdefault(path, self._tag)

    def _path(self, node: nodes.Node) -> str | None:
        """The path that an expression stands for; None for one that is made of others."""
        match node:
            case nodes.Name():
                return self._named(node.name)
            case nodes.Getattr():
                base = self._path(node.node)
                return base and f"{base}.{node.attr}"
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Call():
                self._called(node)
            case _:
                self._use(*node.iter_child_nodes())
        return None

    def _named(self, name: str) -> str | None:
        for _, names in reversed(self._stack):
            if name in names:
                return names[name]
        return None if name in _OWN else name

    def _item(self, node: nodes.Getitem) -> str | None:
        base = self._path(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return base and f"{base}.{node.arg.value}"
        self._use(node.arg)
        return base and base + _ITEM if not isinstance(node.arg, nodes.Slice) else base

    def _filtered(self, node: nodes.Filter) -> str | None:
        self._use(*node.args, *node.kwargs)
        base = self._path(node.node) if node.node else None
        for attribute in _attributes(node) if base else ():
            self._note([f"{base}{_ITEM}.{attribute}"])
        if node.name in (*_SAME_LIST, *_IN_PIECES, "groupby"):
            return base
        if node.name in _ONE_OF:
            return base and base + _ITEM
        if node.name != "map":
            self._note([base])
        return None

    def _called(self, node: nodes.Call) -> None:
        """A method's text or list is asked for; a function's name is none of the data's."""
        owner = node.node.node if isinstance(node.node, nodes.Getattr) else None
        self._use(*([owner] if owner else []), *node.args, *node.kwargs)


def _tree(tag: Tag) -> list[nodes.Node]:
    """What a tag says, as Jinja reads it. Raises `TemplateSyntaxError` where that is nothing."""
    word = tag.word
    if word in _WITHOUT_NAMES:
        return []
    if tag.kind == "value" or word in SETTINGS:
        said = tag.body if tag.kind == "value" else tag.argument
        return ENVIRONMENT.parse(f"{{{{ {said} }}}}").body
    if word in ("if", "elif"):
        return ENVIRONMENT.parse(f"{{% if {tag.argument} %}}{{% endif %}}").body
    alone = f"{{% {tag.body} %}}"
    try:
        return ENVIRONMENT.parse(f"{alone}{{% end{word} %}}").body
    except TemplateSyntaxError:
        return ENVIRONMENT.parse(alone).body


def _bound(
    targets: Iterable[nodes.Node], paths: Iterable[str | None]
) -> Iterable[tuple[str, str | None]]:
    """The names of assignments with what they stand for; several names at once for nothing."""
    for target, path in zip(targets, paths, strict=True):
        if isinstance(target, nodes.Name):
            yield target.name, path
        else:
            yield from ((name.name, None) for name in target.find_all(nodes.Name))


def _filter_name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Filter) else ""


def _attributes(node: nodes.Filter) -> list[str]:
    """The fields of a list's items that a filter names: `sort(attribute="number")`."""
    said = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    said += node.args[:1] if node.name in _BY_FIELD else []
    return [c.value for c in said if isinstance(c, nodes.Const) and isinstance(c.value, str)]
