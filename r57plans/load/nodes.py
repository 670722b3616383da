"""A YAML text as a tree of nodes with their lines, built from parser events.

PyYAML's own composer recurses in C and kills the process on deep nesting, so the tree is built
with a stack; what a file may expand to is counted on the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from r57plans.findings import Finding, Message, Place
from r57plans.load.faults import fault
from r57plans.load.scalars import Scalar, plain_value
from r57plans.load.syntax import syntax_finding

DEPTH_LIMIT = 50
NODE_LIMIT = 200_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass(slots=True)
class Node:
    """A value and where it stands (from 0); `size` and `depth` count it with aliases expanded."""

    line: int
    column: int
    size: int = 1
    depth: int = 0
    open: bool = False


@dataclass(slots=True)
class ScalarNode(Node):
    """A text, number, truth value or nothing."""

    value: Scalar = None


@dataclass(slots=True)
class ListNode(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class MapNode(Node):
    """A mapping: for each key its value and the key's own node; the first of two equal keys."""

    items: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    key: Node | None = None


class _Stop(Exception):  # noqa: N818 - it ends the reading and never leaves this module
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def compose(text: str, file: str, family: str) -> tuple[Node | None, list[Finding]]:
    """The root of the one document, None where there is none or it cannot be read, and findings."""
    builder = _Builder(file, family)
    try:
        return builder.build(yaml.parse(text, Loader=_LOADER)), builder.findings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark and "nesting depth" in str(getattr(error, "problem", "")):
            # Newer parsers refuse deep nesting themselves, far behind where this reader does.
            return compose(text[: mark.index], file, family)
        return None, [*builder.findings, syntax_finding(error, text, file, family)]
    except _Stop as stop:
        return None, [*builder.findings, stop.finding]


class _Builder:
    def __init__(self, file: str, family: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._family = family
        self._root: Node | None = None
        self._stack: list[ListNode | MapNode] = []
        self._anchors: dict[str, Node] = {}

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._keep(self._scalar(event), event.anchor)
            elif isinstance(event, _OPENING):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._aliased(event), event)
            elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
                raise self._stop("several-documents", event, *_SEVERAL)
        return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        value: Scalar = event.value
        if event.tag is not None:
            self._refuse_tag(event)
        elif event.implicit[0] and not event.style:
            value = plain_value(event.value)
        return ScalarNode(*_where(event), value=value)

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if len(self._stack) >= DEPTH_LIMIT:
            raise self._stop("too-deep", event, *_DEEP)
        if event.tag is not None:
            self._refuse_tag(event)
        kind = ListNode if isinstance(event, yaml.SequenceStartEvent) else MapNode
        node = kind(*_where(event), open=True)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._stack.append(node)

    def _close(self) -> None:
        node = self._stack.pop()
        node.open = False
        self._add(node, node)

    def _aliased(self, event: yaml.AliasEvent) -> Node:
        name = event.anchor or ""
        node = self._anchors.get(name)
        if node is None:
            raise self._stop("unknown-alias", event, _no_anchor(name), _ALIAS_HINT)
        if node.open:
            raise self._stop("alias-bomb", event, *_CONTAINS_ITSELF)
        return node

    def _keep(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        self._add(node, node)

    def _add(self, node: Node, where: Node | yaml.Event) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        parent.size += node.size
        parent.depth = max(parent.depth, node.depth + 1)
        self._check_limits(parent, node, where)
        if isinstance(parent, ListNode):
            parent.items.append(node)
        else:
            self._add_to_map(parent, node)

    def _check_limits(self, parent: Node, node: Node, where: Node | yaml.Event) -> None:
        if parent.size > NODE_LIMIT:
            raise self._stop("alias-bomb", where, *_TOO_MANY)
        if len(self._stack) + node.depth > DEPTH_LIMIT:
            raise self._stop("too-deep", where, *_DEEP)

    def _add_to_map(self, parent: MapNode, node: Node) -> None:
        if parent.key is None:
            parent.key = node
            return
        key, parent.key = parent.key, None
        name = self._name(key)
        if name in parent.items:
            self._say("duplicate-key", key, *_twice(name, parent.items[name][1].line + 1))
        elif name is not None:
            parent.items[name] = (node, key)

    def _name(self, key: Node) -> str | None:
        value = key.value if isinstance(key, ScalarNode) else None
        if isinstance(value, str):
            return value
        self._say("key-not-text", key, *_KEY_NOT_TEXT)
        return None

    def _refuse_tag(self, event: yaml.NodeEvent) -> None:
        tag = str(getattr(event, "tag", ""))
        if tag != _TEXT_TAG or not isinstance(event, yaml.ScalarEvent):
            self._say("tag", event, _tagged(tag.replace("tag:yaml.org,2002:", "!!")), _TAG_HINT)

    def _say(self, rule: str, where: Node | yaml.Event, message: Message, hint: Message) -> None:
        self.findings.append(self._finding(rule, where, message, hint))

    def _stop(self, rule: str, where: Node | yaml.Event, message: Message, hint: Message) -> _Stop:
        return _Stop(self._finding(rule, where, message, hint))

    def _finding(
        self, rule: str, where: Node | yaml.Event, message: Message, hint: Message
    ) -> Finding:
        line, column = (where.line, where.column) if isinstance(where, Node) else _where(where)
        place = Place(self._file, line + 1, column + 1)
        return fault(f"{self._family}.{rule}", place, message, hint)


def _where(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _twice(name: str | None, first: int) -> tuple[Message, Message]:
    message = Message(
        f"Khóa “{name}” xuất hiện hai lần trong cùng một mục; lần đầu ở dòng {first}.",
        f"The key “{name}” stands twice in one mapping; first at line {first}.",
    )
    hint = Message("Giữ lại một, xóa khóa kia.", "Keep one of the two and delete the other.")
    return message, hint


def _no_anchor(name: str) -> Message:
    return Message(
        f"Không có chỗ nào được đánh dấu &{name} để *{name} trỏ tới.",
        f"Nothing above is marked &{name} for *{name} to point to.",
    )


def _tagged(tag: str) -> Message:
    return Message(
        f"Không nhận thẻ kiểu {tag}: tệp kế hoạch chỉ chứa dữ liệu thuần.",
        f"The type tag {tag} is refused: a plan file holds plain data only.",
    )


_ALIAS_HINT = Message(
    "Nếu dấu * là một phần của văn bản, hãy đặt giá trị trong dấu nháy.",
    "If the * belongs to the text, put the value in quotes.",
)
_TAG_HINT = Message(
    "Xóa thẻ; nếu dấu ! là một phần của văn bản, hãy đặt giá trị trong dấu nháy.",
    "Delete the tag; if the ! belongs to the text, put the value in quotes.",
)
_NO_ALIASES = Message(
    "Viết giá trị ra đầy đủ thay cho dấu & và *.", "Write the values out instead of & and *."
)
_SEVERAL = (
    Message("Tệp chứa nhiều tài liệu YAML (ngăn bằng ---).",
            "The file holds several YAML documents (parted by ---)."),
    Message("Mỗi tệp một kế hoạch: tách phần sau ra tệp khác.",
            "One plan a file: move what follows to a file of its own."),
)  # fmt: skip
_DEEP = (
    Message(f"Các mục lồng nhau quá {DEPTH_LIMIT} tầng.",
            f"Values are nested more than {DEPTH_LIMIT} deep."),
    Message("Kiểm tra các dấu ngoặc [ { thừa.", "Look for stray brackets [ {."),
)  # fmt: skip
_TOO_MANY = (
    Message(f"Tệp mở rộng ra hơn {NODE_LIMIT:,} giá trị (có thể do các dấu * lồng nhau).".replace(
                ",", "."),
            f"The file expands to more than {NODE_LIMIT:,} values (nested aliases * may be why)."),
    _NO_ALIASES,
)  # fmt: skip
_CONTAINS_ITSELF = (
    Message("Một giá trị chứa chính nó qua dấu *.", "A value contains itself through an alias *."),
    _NO_ALIASES,
)
_KEY_NOT_TEXT = (
    Message("Tên khóa phải là chữ.", "A key must be text."),
    Message("Đặt tên khóa trong dấu nháy, hoặc kiểm tra dấu hai chấm; giữa { }, số có dấu phẩy "
            "(1,5) phải đặt trong dấu nháy.",
            "Put the key in quotes, or check the colon; within { } a number with a comma (1,5) "
            "needs quotes."),
)  # fmt: skip
