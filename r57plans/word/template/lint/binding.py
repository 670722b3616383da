"""What a tag gives names to, and what to do instead with a value that cannot be used so."""

from __future__ import annotations

from jinja2 import nodes

from r57plans.findings import Message
from r57plans.word.template.lint.kinds import ANYTHING, Kind, Many, lists_in, names
from r57plans.word.template.lint.scope import Frame

_MACRO_NAMES = ("varargs", "kwargs", "caller")
_LOOP_OVER = Message(
    vi="Lặp qua danh sách: {%p for … in … %} … {%p endfor %}, hoặc dùng bộ lọc join.",
    en="Loop over the list: {%p for … in … %} … {%p endfor %}, or use the filter join.",
)


def arguments(word: str, node: nodes.Macro | nodes.CallBlock) -> Frame:
    """The frame of a macro's or call's block, with its arguments."""
    given = [argument.name for argument in node.args]
    return Frame(word, names=dict.fromkeys([*given, *_MACRO_NAMES], ANYTHING))


def targets(target: nodes.Node, kind: Kind, *, unpack: bool = True) -> dict[str, Kind]:
    """The names that an assignment gives, with what they stand for."""
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    inner = target.items if isinstance(target, nodes.Tuple) else ()
    each = kind.item if isinstance(kind, Many) and unpack else ANYTHING
    found: dict[str, Kind] = {}
    for part in inner:
        found.update(targets(part, each))
    return found


def print_instead(kind: Kind) -> Message | None:
    """What to do with a list or record that cannot be printed: loop over it, or choose a field."""
    if isinstance(kind, Many):
        return _LOOP_OVER
    fields = names(kind)
    if not fields:
        return None
    shown = ", ".join(fields)
    return Message(f"Chọn một trường trong đó: {shown}.", f"Choose one of its fields: {shown}.")


def loop_instead(kind: Kind) -> Message:
    """What to loop over where a value is no list: the lists in it."""
    inside = ", ".join(lists_in(kind))
    if not inside:
        return Message("Kiểm tra lại tên này.", "Check this name.")
    return Message(f"Các danh sách trong đó: {inside}.", f"Lists in it: {inside}.")
