"""Links that would lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterable

Edge = tuple[str, str]


def without_circles(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The links that would close a circle, where each is laid after those before it."""
    laid: dict[str, list[str]] = {}
    cut: list[Edge] = []
    for start, end in edges:
        if start == end or _leads(laid, end, start):
            cut.append((start, end))
        else:
            laid.setdefault(start, []).append(end)
    return tuple(cut)


def _leads(laid: dict[str, list[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for name in laid.get(waiting.pop(), ()):
            if name == end:
                return True
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return False
