"""The tags of a part in the order in which they run: which names each knows, what each prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from r57plans.findings import Message
from r57plans.word.template.lint.binding import (
    arguments,
    loop_instead,
    print_instead,
    targets,
)
from r57plans.word.template.lint.expressions import Reader, dotted
from r57plans.word.template.lint.fault import WHOLE_HINT, Fault, of_tag
from r57plans.word.template.lint.kinds import (
    ANYTHING,
    TEXT,
    Kind,
    described,
    item,
    unprinted,
)
from r57plans.word.template.lint.parsing import Parsed
from r57plans.word.template.lint.reading import Seen
from r57plans.word.template.lint.scope import Frame, Scope, loop_kind
from r57plans.word.template.lint.structure import LIFTED, cell_of
from r57plans.word.template.lint.words import CELL_MERGES, CELL_SETTINGS
from r57plans.word.template.run.settings import cellbg, cellwidth, colspan
from r57plans.word.template.sandbox.limits import DEFAULT_LIMITS
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.xml import Element

_SETTINGS = {"colspan": colspan, "cellbg": cellbg, "cellwidth": cellwidth}
_MERGED = {"vm": "tr", "hm": "tc"}
_LOOPS = {
    "vm": Message(vi="vòng lặp hàng ({%tr for … %})", en="a loop over rows ({%tr for … %})"),
    "hm": Message(vi="vòng lặp ô ({%tc for … %})", en="a loop over cells ({%tc for … %})"),
}
_DATA_NAME = Message(vi="một tên trong dữ liệu", en="a name of the data")
_OTHER_NAME = Message(vi="một tên đã đặt ở ngoài", en="a name given outside it")


def flow(tags: Sequence[Parsed], data: dict[str, Kind] | None) -> list[Fault]:
    """What is wrong with names and values; `data` is None where the data are not known."""
    walk = _Walk(Scope(data), _spared(tags), _merged_cells(tags), _bound(tags))
    for tag in tags:
        walk.take(tag)
    return [*walk.faults, *walk.unused()]


def _spared(tags: Sequence[Parsed]) -> frozenset[str]:
    """The names that tags ask about, so that they may be missing."""
    asked = set()
    for node in _nodes(tags):
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            asked.add(dotted(node.node))
        if isinstance(node, nodes.Filter) and node.name in ("default", "d") and node.node:
            asked.add(dotted(node.node))
    return frozenset(asked)


def _bound(tags: Sequence[Parsed]) -> frozenset[str]:
    """Every name that some tag of the part gives: a macro may see what is set after it."""
    stored = (n for n in _nodes(tags) if isinstance(n, nodes.Name) and n.ctx != "load")
    macros = (n for n in _nodes(tags) if isinstance(n, nodes.Macro))
    return frozenset({*(n.name for n in stored), *(m.name for m in macros)})


def _nodes(tags: Sequence[Parsed]) -> Iterator[nodes.Node]:
    for tag in tags:
        if tag.node is not None:
            yield tag.node
            yield from tag.node.find_all(nodes.Node)


def _merged_cells(tags: Sequence[Parsed]) -> dict[Element, str]:
    found = ((cell_of(tag.seen), tag.word) for tag in tags if tag.word in CELL_MERGES)
    return {cell: word for cell, word in found if cell is not None}


@dataclass(slots=True, eq=False)
class _Walk:
    """The state between two tags."""

    scope: Scope
    spared: frozenset[str]
    merged: dict[Element, str]
    bound: frozenset[str]
    faults: list[Fault] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    macros: dict[str, str] = field(default_factory=dict)
    sets: list[tuple[str, Seen]] = field(default_factory=list)

    def take(self, tag: Parsed) -> None:
        """Look at one tag and go on to what it opens."""
        seen, word, node = tag.seen, tag.word, tag.node
        if word.startswith("end"):
            self.scope.leave(word.removeprefix("end"))
        elif tag.failed or (tag.is_opening and node is None):
            if tag.is_opening:
                self.scope.enter(Frame(word, seen.tag.lift, wild=True))
        elif word in CELL_MERGES:
            self._merge(seen, word)
        elif node is not None:
            self._statement(seen, word, node)

    def unused(self) -> Iterator[Fault]:
        """The names that were set and that no tag reads."""
        for name, seen in self.sets:
            if name not in self.read:
                yield of_tag("template.unused", seen, what=name)

    def _statement(self, seen: Seen, word: str, node: nodes.Node) -> None:
        if isinstance(node, nodes.For):
            self._loop(seen, node)
        elif isinstance(node, nodes.With):
            self._with(seen, node)
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            self._set(seen, node)
        elif isinstance(node, nodes.Macro):
            self._macro(seen, node)
        elif isinstance(node, nodes.CallBlock):
            self._kind(seen, node.call)
            self.scope.enter(arguments("call", node))
        elif isinstance(node, nodes.Import | nodes.FromImport):
            self._kind(seen, node.template)
            self._import(node)
        elif isinstance(node, nodes.If):
            self._kind(seen, node.test)
            if word == "if":
                self.scope.enter(Frame("if"))
        elif isinstance(node, nodes.FilterBlock):
            self._kind(seen, node.filter)
            self.scope.enter(Frame("filter"))
        else:
            self._value(seen, node, is_printed=seen.tag.kind == "value")
            self._setting(seen, word, node)

    def _kind(self, seen: Seen, node: nodes.Node | None) -> Kind:
        def complain(name: str, hint: Message) -> None:
            if not (self.scope.inside("macro", "call") and name in self.bound):
                self.faults.append(of_tag("template.unknown-name", seen, what=name, hint=hint))

        reader = Reader(self.scope, self.spared, complain)
        kind = reader.kind(node)
        self.read |= reader.read
        self._capitals(seen, reader.read)
        return kind

    def _capitals(self, seen: Seen, read: set[str]) -> None:
        """`Task` where a loop gives `task`: Word writes a capital where a sentence begins."""
        for name in sorted(read) if self.scope.data is None else ():
            small = name[:1].lower() + name[1:]
            if small != name and not self.scope.given(name) and self.scope.given(small):
                what = Message(f"«{name}» viết hoa, tên đã đặt là «{small}»",
                               f"“{name}” has a capital, the name given is “{small}”")  # fmt: skip
                hint = Message(f"Viết «{small}».", f"Write “{small}”.")
                self.faults.append(of_tag("template.broken-tag", seen, what=what, hint=hint))

    def _value(self, seen: Seen, node: nodes.Node, *, is_printed: bool) -> None:
        kind = self._kind(seen, node)
        what = unprinted(kind)
        if what is not None and is_printed and seen.tag.lift != "p":
            said = Message(f"đây là {what.vi}", f"it is {what.en}")
            hint = print_instead(kind)
            told = {} if hint is None else {WHOLE_HINT: hint}
            self.faults.append(of_tag("template.value", seen, what=said, **told))
        self._call(seen, node)
        cell = cell_of(seen)
        merge = self.merged.get(cell, "") if cell is not None else ""
        loop = next(self.scope.loops(_MERGED[merge]), None) if merge else None
        if loop and is_printed:
            here = {n.name for n in (node, *node.find_all(nodes.Name)) if isinstance(n, nodes.Name)}
            if here & loop.variables:
                self.faults.append(of_tag("template.merged-content", seen, what=seen.tag.body))

    def _call(self, seen: Seen, node: nodes.Node) -> None:
        """A macro of whole paragraphs, rows or cells, which gives them only in such a place."""
        called = node.node if isinstance(node, nodes.Call) else None
        name = called.name if isinstance(called, nodes.Name) else ""
        lift = self.macros.get(name, seen.tag.lift)
        if lift != seen.tag.lift:
            what, call = LIFTED[lift], f"{{{{{lift} {name}(…) }}}}"
            said = Message(
                f"«{name}» cho ra {what.vi}, phải viết {call}",
                f"“{name}” gives {what.en}: write {call}",
            )
            self.faults.append(of_tag("template.value", seen, what=said))

    def _setting(self, seen: Seen, word: str, node: nodes.Node) -> None:
        """A setting of a cell whose value stands in the tag, checked as the engine will."""
        if word in CELL_SETTINGS and isinstance(node, nodes.Const):
            try:
                _SETTINGS[word](node.value)
            except MisuseError as error:
                self.faults.append(of_tag(error.rule, seen, **error.blanks))

    def _merge(self, seen: Seen, word: str) -> None:
        in_cell = cell_of(seen) is not None
        if in_cell and next(self.scope.loops(_MERGED[word]), None) is None:
            self.faults.append(of_tag("template.misplaced", seen, what=_LOOPS[word]))

    def _loop(self, seen: Seen, node: nodes.For) -> None:
        kind = self._kind(seen, node.iter)
        each = item(kind)
        if each is None:
            hint = loop_instead(kind)
            self.faults.append(of_tag("template.not-a-list", seen, what=described(kind), hint=hint))
        given = targets(node.target, each or ANYTHING)
        self._check_loop(seen, given)
        frame = Frame("for", seen.tag.lift, variables=frozenset(given))
        frame.names = {**given, "loop": loop_kind(each or ANYTHING)}
        self.scope.enter(frame)
        if len(list(self.scope.loops())) == DEFAULT_LIMITS.depth + 1:
            most = DEFAULT_LIMITS.depth
            what = Message(f"hơn {most} vòng lặp lồng nhau", f"more than {most} nested loops")
            self.faults.append(of_tag("template.limit", seen, what=what))
        self._kind(seen, node.test)

    def _check_loop(self, seen: Seen, given: dict[str, Kind]) -> None:
        for name in given:
            if name == "loop":
                what = Message("không đặt được tên «loop»", "the name “loop” cannot be given")
                self.faults.append(of_tag("template.syntax", seen, what=what))
            elif self.scope.given(name) or name in (self.scope.data or ()):
                other = _OTHER_NAME if self.scope.given(name) else _DATA_NAME
                self.faults.append(of_tag("template.shadowed", seen, what=name, other=other))

    def _with(self, seen: Seen, node: nodes.With) -> None:
        frame = Frame("with")
        for target, value in zip(node.targets, node.values, strict=True):
            frame.names.update(targets(target, self._kind(seen, value), unpack=False))
        self.scope.enter(frame)

    def _set(self, seen: Seen, node: nodes.Assign | nodes.AssignBlock) -> None:
        is_block = isinstance(node, nodes.AssignBlock)
        kind = TEXT if is_block else self._kind(seen, node.node)  # type: ignore[union-attr]  # only an assignment has it
        if isinstance(node.target, nodes.NSRef):
            self.read.add(node.target.name)
        for name, found in targets(node.target, kind, unpack=False).items():
            self.scope.bind(name, found)
            self.sets.append((name, seen))
        if is_block:
            self.scope.enter(Frame("set"))

    def _macro(self, seen: Seen, node: nodes.Macro) -> None:
        for value in node.defaults:
            self._kind(seen, value)
        self.scope.bind(node.name, ANYTHING)
        if seen.tag.lift in LIFTED:
            self.macros[node.name] = seen.tag.lift
        self.scope.enter(arguments("macro", node))

    def _import(self, node: nodes.Import | nodes.FromImport) -> None:
        if isinstance(node, nodes.Import):
            self.scope.bind(node.target, ANYTHING)
            return
        for name in node.names:
            self.scope.bind(name if isinstance(name, str) else name[1], ANYTHING)
