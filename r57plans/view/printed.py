"""Text that knows where in the plan it comes from, and records that a template loops over.

A template needs no other word for it: `{{ task.deadline }}` prints the text, and whoever writes
the Word file finds the identity on the value itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from r57plans.findings import Message

PREFIX = "r57:"
LONGEST_TAG = 64  # Word refuses a content control whose tag is longer


class Printed(str):
    """Text with its place in the plan, such as `task/1.1.1/deadline`.

    It equals, sorts and hashes like the text alone. Whatever is made from it, by a method of
    `str` or a filter, is plain text without a place.
    """

    __slots__ = ("path",)
    path: str

    def __new__(cls, text: str, path: str) -> Printed:
        self = super().__new__(cls, text)
        self.path = path
        return self

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str's has one item
        return str(self), self.path

    def __repr__(self) -> str:
        return f"Printed({str(self)!r}, {self.path!r})"


class Joined(tuple["str | Joined", ...]):
    """Several values in one place, such as two lead bodies; each keeps its own identity.

    It loops over the values alone; the separator stands only between them, as plain text.
    An item may itself be joined. It is false in `if` where nothing of it would be seen, though an
    empty value in it keeps its place.
    """

    separator: str

    def __new__(cls, items: Iterable[str | Joined], separator: str = "; ") -> Joined:
        self = super().__new__(cls, tuple(items))
        self.separator = separator
        return self

    def __getnewargs__(self) -> tuple[tuple[str | Joined, ...], str]:
        return tuple(self), self.separator

    def __bool__(self) -> bool:
        return any(self)

    def __str__(self) -> str:
        return self.separator.join(str(item) for item in self)


class Record:
    """Base of the frozen, slotted dataclasses whose rows and paragraphs carry a bookmark.

    `anchor` is the base of the bookmark's name, such as `_r57_tasks_1_1_1`; "" for none. `id` is
    that of the plan's task or target, such as `1.1.1`; "" where it is of neither.
    """

    __slots__ = ()
    anchor: str
    id: str

    @property
    def subject(self) -> Message | None:
        """Which task or target of the plan it is, in words; no field, so no template sees it."""
        name: str = getattr(self, "id", "")
        if not name:
            return None
        if self.anchor.startswith(anchor_of("targets", "")):
            return Message(f"chỉ tiêu {name}", f"target {name}")
        return Message(f"nhiệm vụ {name}", f"task {name}")


def anchor_of(place: str, name: str) -> str:
    """The base of a bookmark's name for what is printed of an id: `_r57_body_1_1_1`."""
    safe = "".join(c if c.isascii() and c.isalnum() else "_" for c in name)
    return f"_r57_{place}_{safe}"


def control_tag(path: str) -> str:
    """The tag of the content control that holds the value of a path: `r57:` and the path.

    A path too long for Word keeps its beginning and ends in a hash of the whole, so that the same
    path always gives the same tag and two paths never share one.
    """
    tag = PREFIX + path
    if len(tag) <= LONGEST_TAG:
        return tag
    return f"{tag[: LONGEST_TAG - 13]}~{sha256(path.encode()).hexdigest()[:12]}"
