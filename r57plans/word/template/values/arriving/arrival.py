"""A sub-document arriving in one document: what it brings once, and what each copy has anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from r57plans.word.template.values.arriving.pattern import Pattern, Slot
from r57plans.word.template.values.arriving.read import NOTES, Arriving
from r57plans.word.template.values.host.numbering import sign_of
from r57plans.word.template.values.host.styles import Style
from r57plans.word.template.values.refusing import refused
from r57plans.word.template.values.rendering import Rendering
from r57plans.word.template.values.writing import attribute

if TYPE_CHECKING:
    from r57plans.word.template.run.attachments import Attachments


class Arrival:
    """What a sub-document has brought into one document so far: styles and lists."""

    def __init__(self, arriving: Arriving, attachments: Attachments) -> None:
        self.arriving = arriving
        self.attachments = attachments
        self.used: set[str] = set()
        self._styles: dict[str, str] = {}
        self._added: set[str] = set()
        self._abstracts: dict[str, int] = {}
        self._shared: dict[str, str] = {}

    def blocks(self, runtime: Rendering) -> str:
        """One more copy of the body."""
        return _Copy(self, runtime).written(self.arriving.blocks)

    def style(self, name: str) -> str:
        """The id that one of the sub-document's styles has here; one of that name is used."""
        if name not in self._styles:
            style = self.arriving.styles[name]
            found = self.attachments.styles.named(style.kind, style.name)
            if found is None:
                self._add_style(name)
            else:
                self._styles[name] = found.id
        return self._styles[name]

    def new_list(self, number: str, anew: bool) -> str:
        """The number of a new list like one of the sub-document's."""
        arriving = self.arriving.lists[number]
        inner = (arriving.anew if anew else arriving.inner).written(self._in_list)
        abstract = f'<w:abstractNumId w:val="{self._abstract(arriving.abstract)}"/>'
        return str(self.attachments.numbering.add(abstract + inner))

    def _add_style(self, name: str) -> None:
        style, styles = self.arriving.styles[name], self.attachments.styles
        placed = styles.reserve(Style(name, style.kind, style.name))
        self._styles[name] = placed.id
        self._added.add(name)
        own = {"own-id": placed.id, "own-name": placed.name}

        def answer(slot: Slot) -> str:
            if slot.kind == "list":
                return self._shared_list(slot.key)
            return attribute(own.get(slot.kind) or self.style(slot.key))

        styles.add(style.pattern.written(answer))

    def _shared_list(self, number: str) -> str:
        """The list of a style, the same for all copies; 0, for none, where there is no such."""
        if number not in self._shared:
            known = number in self.arriving.lists
            self._shared[number] = self.new_list(number, anew=False) if known else "0"
        return self._shared[number]

    def _abstract(self, key: str) -> int:
        if key not in self._abstracts:
            pattern = self.arriving.abstracts[key]

            def write(number: int) -> str:
                # Known before it is written: a style that it is tied to may ask for it.
                self._abstracts[key] = number
                return pattern.written(lambda slot: self._in_abstract(slot, number))

            self.attachments.numbering.add_abstract(write)
        return self._abstracts[key]

    def _in_abstract(self, slot: Slot, number: int) -> str:
        own = {"own-id": str(number), "own-sign": sign_of(number)}
        return own.get(slot.kind) or self._in_list(slot)

    def _in_list(self, slot: Slot) -> str:
        if slot.kind == "style":
            return attribute(self.style(slot.key))
        if slot.key not in self.arriving.styles:
            return ""
        name = self.style(slot.key)
        # A style that was here before has a list of its own.
        return f'<w:pStyle w:val="{attribute(name)}"/>' if slot.key in self._added else ""


class _Copy:
    """One copy of a sub-document, with lists, notes and bookmarks of its own."""

    def __init__(self, arrival: Arrival, runtime: Rendering) -> None:
        self._arrival = arrival
        self._arriving = arrival.arriving
        self._attachments = runtime.attachments
        self._runtime = runtime
        self._part = runtime.part
        self._before = set(arrival.used)
        self._begun: set[str] = set()
        self._known: dict[Slot, str] = {}
        self._kinds: dict[str, Callable[[str], str]] = {
            "style": lambda name: attribute(arrival.style(name)),
            "num": self._once("num", self._list),
            "picture": self._picture,
            "chart": self._chart,
            "link": lambda url: self._attachments.link(self._part, url),
            "shape": self._once("shape", self._shape),
            "drawing": lambda _: str(self._attachments.drawing_id()),
            "bookmark": self._once("bookmark", self._bookmark),
            "bookmark-id": self._once(
                "bookmark-id", lambda _: str(runtime.attachments.bookmark_id())
            ),
            **{kind: self._note_of(kind) for kind in NOTES},
        }

    def written(self, pattern: Pattern, number: str = "") -> str:
        """The pattern, its slots filled for this copy; `number` is that of a note itself."""
        self._runtime.budget.grow(sum(map(len, pattern.texts)))
        return pattern.written(
            lambda slot: number if slot.kind == "own-id" else self._kinds[slot.kind](slot.key)
        )

    def _once(self, kind: str, make: Callable[[str], str]) -> Callable[[str], str]:
        def known(key: str) -> str:
            slot = Slot(kind, key)
            if slot not in self._known:
                self._known[slot] = make(key)
            return self._known[slot]

        return known

    def _list(self, number: str) -> str:
        if number not in self._arriving.lists:
            return "0"
        abstract = self._arriving.lists[number].abstract
        anew = abstract in self._before and abstract not in self._begun
        self._begun.add(abstract)
        self._arrival.used.add(abstract)
        return self._arrival.new_list(number, anew)

    def _picture(self, name: str) -> str:
        picture = self._arriving.pictures[name]
        if not self._attachments.holds(picture.data):
            self._runtime.budget.grow(len(picture.data))
        extension = name.rpartition(".")[2]
        return self._attachments.media(self._part, picture.data, extension, picture.type)

    def _chart(self, name: str) -> str:
        kind, tree = self._arriving.charts[name]
        self._runtime.budget.grow(tree.size)
        return self._attachments.copy(self._part, kind, tree)

    def _bookmark(self, name: str) -> str:
        return attribute(self._attachments.bookmark_name(self._arriving.bookmarks[name]))

    def _shape(self, name: str) -> str:
        return attribute(f"{name}_{self._attachments.drawing_id()}")

    def _note_of(self, kind: str) -> Callable[[str], str]:
        return self._once(kind, lambda key: self._note(kind, key))

    def _note(self, kind: str, key: str) -> str:
        if self._part != self._attachments.main:
            raise refused(
                "tài liệu con có chú thích (footnote, endnote), chỉ đưa được vào phần thân văn bản",
                "the sub-document has footnotes or endnotes, which only the body can hold",
            )
        notes = self._attachments.notes(kind)
        number = str(notes.next_number())
        self._part = notes.part
        notes.add(self.written(self._arriving.notes[kind, key], number))
        self._part = self._runtime.part
        return number
