"""Values that a plan file writes once and names elsewhere (`&x`, `*x`), changed in one place."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ruamel.yaml.comments import Comment, CommentedMap, CommentedSeq


def made_own(root: Any, holder: Any, key: Any) -> Any:
    """The value at a key, made a copy of its own where other places of the tree share it.

    Comments stay at the place where the value was written out.
    """
    value = holder[key]
    if not isinstance(value, CommentedMap | CommentedSeq) or value.yaml_anchor() is None:
        return value
    places = [(where, name) for where, name, each in _entries(root) if each is value]
    if len(places) < 2:
        return value
    own = deepcopy(value)
    own.anchor.value = None
    _drop_comments(value if places[0][0] is holder and places[0][1] == key else own)
    for where, name in places[1:]:  # to these ruamel repeats what stands beside the first
        if where.ca.items.get(name) == places[0][0].ca.items.get(places[0][1]):
            where.ca.items.pop(name, None)
    holder[key] = own
    return own


def _entries(root: Any) -> Iterator[tuple[Any, Any, Any]]:
    """In the order of the file, what mappings and lists hold: the holder, the key, the value.

    One that is shared is looked into once.
    """
    seen: set[int] = set()
    waiting: list[tuple[Any, Any, Any]] = [(None, None, root)]
    while waiting:
        entry = waiting.pop()
        yield entry
        inner = entry[2]
        if isinstance(inner, CommentedMap | CommentedSeq) and id(inner) not in seen:
            seen.add(id(inner))
            pairs = inner.items() if isinstance(inner, CommentedMap) else enumerate(inner)
            waiting += [(inner, key, value) for key, value in pairs][::-1]


def _drop_comments(value: Any) -> None:
    for _, _, inner in list(_entries(value)):
        if hasattr(inner, Comment.attrib):
            delattr(inner, Comment.attrib)
