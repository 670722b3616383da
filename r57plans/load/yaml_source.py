"""A YAML file as plain values that know their lines, and all that is wrong with the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from r57plans.findings import Finding, Message, Place, Report
from r57plans.load.faults import at, fault
from r57plans.load.files import decode
from r57plans.load.nodes import ListNode, MapNode, Node, ScalarNode, compose

Path = tuple[str | int, ...]

_EMPTY = Message("Tệp trống: không có nội dung nào.", "The file is empty: it says nothing.")
_NEW_PLAN = Message(
    "Tạo một tệp mới bằng lệnh: r57plans init <tỉnh> -o plan.yaml",
    "Make a new one with: r57plans init <province> -o plan.yaml",
)
_NEW_STATUS = Message(
    "Tạo một tệp mới bằng lệnh: r57plans status init plan.yaml -o status.yaml",
    "Make a new one with: r57plans status init plan.yaml -o status.yaml",
)
_NOT_A_MAPPING = (
    Message("Tệp phải gồm các dòng “khóa: giá trị”.",
            "The file must consist of lines “key: value”."),
    Message("Xem mẫu trong thư mục examples/.", "See the samples in examples/."),
)  # fmt: skip
_NOT_A_LIST = (
    Message("Tệp phải là một danh sách các dòng “- …”.",
            "The file must be a list of lines “- …”."),
    Message("", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A file that was read: `data` is None where nothing could be made of it.

    Lines and columns in `places` count from 1. A path leads from the root: `("tasks", 3, "id")`.
    """

    file: str
    data: Any
    report: Report
    root: Node | None = field(default=None, repr=False, compare=False)

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        """Where each value stands, also those that an alias repeats."""
        return _Places(self.file, self.root)

    @cached_property
    def keys(self) -> Mapping[Path, Place]:
        """Where the key of each value in a mapping stands."""
        return {path: _at(self.file, key) for path, _, key in _walk(self.root) if key is not None}

    def place(self, path: Path) -> Place:
        """Where a value stands, or what encloses it; the path said is always the full one."""
        for length in range(len(path), -1, -1):
            if found := self.places.get(path[:length]):
                return at(found, path)
        return at(Place(self.file), path)

    def key_place(self, path: Path) -> Place:
        """Where the key of a value stands; for an item of a list, where the item stands."""
        found = self.keys.get(path)
        return at(found, path) if found else self.place(path)


class _Places(Mapping[Path, Place]):
    """The place of each value, looked up when it is asked for: most never are."""

    def __init__(self, file: str, root: Node | None) -> None:
        self._file, self._root = file, root

    def __getitem__(self, path: Path) -> Place:
        node = self._root
        for step in path:
            node = _below(node, step)
        if node is None:
            raise KeyError(path)
        return _at(self._file, node)

    def __iter__(self) -> Iterator[Path]:
        return (path for path, _, _ in _walk(self._root))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _below(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MapNode) and isinstance(step, str):
        return node.items[step][0] if step in node.items else None
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _at(file: str, node: Node) -> Place:
    return Place(file, node.line + 1, node.column + 1)


def read_yaml(data: bytes, file: str, *, top: type = dict, family: str = "plan") -> Source:
    """The values of a YAML file; whatever is wrong with the file is in `report`, never raised.

    `top` is what the whole file must be, dict or list; `family` begins the findings' rule ids.
    A report with errors may still come with data: of two equal keys the first is kept.
    """
    text, faults = decode(data, file, family)
    if text is None:
        return Source(file, None, Report.of(faults))
    root, findings = compose(text, file, family)
    if not any(_fatal(f) for f in findings):
        findings += _wrong_top(root, top, file, family)
    usable = isinstance(root, MapNode if top is dict else ListNode)
    value = plain(root) if usable and root else None
    return Source(file, value, Report.of(findings), root if usable else None)


def _fatal(finding: Finding) -> bool:
    return finding.rule.rpartition(".")[2] not in {"duplicate-key", "key-not-text", "tag"}


def _wrong_top(root: Node | None, top: type, file: str, family: str) -> list[Finding]:
    if root is None or (isinstance(root, ScalarNode) and root.value is None):
        hint = _NEW_STATUS if family == "status" else _NEW_PLAN
        return [fault(f"{family}.empty", Place(file, 1, 1), _EMPTY, hint)]
    place = Place(file, root.line + 1, root.column + 1)
    if top is dict and not isinstance(root, MapNode):
        return [fault(f"{family}.not-a-mapping", place, *_NOT_A_MAPPING)]
    if top is list and not isinstance(root, ListNode):
        return [fault(f"{family}.not-a-list", place, *_NOT_A_LIST)]
    return []


def plain(node: Node) -> Any:
    """A node as dicts, lists and scalars; at most as deep as the reader allows."""
    if isinstance(node, MapNode):
        return {name: plain(value) for name, (value, _) in node.items.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, ScalarNode) else None


def without_blanks(value: Any, names: Collection[str]) -> Any:
    """The value without those keys of these names that have nothing after their colon.

    A blank key of another name stays: it is often the rest of a text cut by a comma.
    """
    if isinstance(value, dict):
        return {
            key: without_blanks(inner, names)
            for key, inner in value.items()
            if inner is not None or key not in names
        }
    if isinstance(value, list):
        return [without_blanks(item, names) for item in value]
    return value


def _walk(node: Node | None, path: Path = (), key: Node | None = None) -> Iterator[_Step]:
    if node is None:
        return
    yield path, node, key
    if isinstance(node, MapNode):
        for name, (value, its_key) in node.items.items():
            yield from _walk(value, (*path, name), its_key)
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from _walk(item, (*path, index))


_Step = tuple[Path, Node, Node | None]
