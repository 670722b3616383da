"""What one rendering adds to a document beyond the text of its parts: pictures, links, lists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from r57plans.findings import Message
from r57plans.word.package import main_part
from r57plans.word.relations import read_relations
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.host.notes import Notes
from r57plans.word.template.values.host.numbering import Numbering
from r57plans.word.template.values.host.numbers import UsedNumbers, used_numbers
from r57plans.word.template.values.host.page import text_area
from r57plans.word.template.values.host.parts import NewParts, PartTree
from r57plans.word.template.values.host.relations import OFFICE, NewRelations
from r57plans.word.template.values.host.styles import Styles
from r57plans.word.template.values.links import address
from r57plans.word.template.values.pictures.kinds import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from r57plans.word.template.values.arriving.arrival import Arrival
    from r57plans.word.template.values.image import Image

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LONGEST_BOOKMARK = 40
_FIRST_BOOKMARK = 1_000_000_000

Content = bytes | Sequence[bytes]


class Attachments:
    """Collects what is added while a template's parts are written; nothing is read until needed.

    `parts` are the template's. Names and numbers depend only on the order of use. `pictures` and
    `arrivals` keep what was read during this rendering: pictures by their source, sub-documents
    by themselves.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.pictures: dict[bytes | str | Path, Image] = {}
        self.arrivals: dict[int, Arrival] = {}
        self._parts = parts
        self._main = ""
        self._new = NewParts(parts)
        self._relations: dict[str, NewRelations] = {}
        self._media: dict[bytes, str] = {}
        self._names: dict[str, str] = {}
        self._styles: Styles | None = None
        self._numbering: Numbering | None = None
        self._notes: dict[str, Notes] = {}
        self._used: UsedNumbers | None = None
        self._drawing = 0
        self._bookmark = _FIRST_BOOKMARK
        self._bookmarks: set[str] = set()
        self._area: tuple[int, int] | None = None

    def image(self, part: str, data: bytes, kind: str) -> str:
        """The relationship from a part to a picture of a kind such as `png`, stored only once."""
        return self.media(part, data, kind, TYPES[kind])

    def media(self, part: str, data: bytes, extension: str, content_type: str) -> str:
        """The relationship from a part to a picture, whose name has the extension given."""
        if data not in self._media:
            folder = posixpath.join(posixpath.dirname(self.main), "media")
            self._media[data] = self._new.add(folder, "image", extension, data, content_type)
        return self._related(part).add(f"{OFFICE}/image", self._media[data])

    def holds(self, data: bytes) -> bool:
        """Whether these bytes were added as a picture before."""
        return data in self._media

    def copy(self, part: str, kind: str, tree: PartTree) -> str:
        """The relationship of a type from a part to a new copy of a part and of all it leads to."""
        return self._related(part).add(kind, self._new.copy(tree))

    def link(self, part: str, url: str) -> str:
        """The relationship from a part to an address on the web or to a mailbox.

        Raises `MisuseError` (`template.value`) for any other address.
        """
        return self._related(part).add(f"{OFFICE}/hyperlink", address(url), external=True)

    def style(self, kind: str, said: str) -> str | None:
        """The id of the `paragraph` or `character` style of this name or id, None for none."""
        return self.styles.find(kind, said)

    def restart(self, num_id: int, level: int = 0) -> int:
        """The number of a list like that one which begins anew at a level and those below it.

        Raises `MisuseError` (`template.misplaced`) where the document has no such list.
        """
        new = self.numbering.restart(num_id, level)
        if new is None:
            where = Message(vi="một danh sách đánh số", en="a numbered list")
            raise MisuseError("template.misplaced", where)
        return new

    def latest(self, num_id: int) -> int:
        """The list to write for a paragraph of this one: itself, or as it was last restarted."""
        return num_id if self._numbering is None else self._numbering.latest(num_id)

    def drawing_id(self) -> int:
        """A number that no other drawing of the document has."""
        if not self._drawing:
            self._drawing = self._numbers.drawing
        self._drawing += 1
        return self._drawing

    def bookmark_id(self) -> int:
        """A number for a bookmark, far above those that a template or a rendering counts up."""
        self._bookmark += 1
        while self._bookmark in self._numbers.bookmarks:
            self._bookmark += 1
        return self._bookmark

    def bookmark_name(self, wanted: str) -> str:
        """The name of a bookmark, changed at its end where the document has it already."""
        name, number = wanted[:_LONGEST_BOOKMARK], 1
        while name.casefold() in self._bookmarks or name.casefold() in self._numbers.names:
            number += 1
            ending = f"_{number}"
            name = wanted[: _LONGEST_BOOKMARK - len(ending)] + ending
        self._bookmarks.add(name.casefold())
        return name

    def text_area(self) -> tuple[int, int]:
        """The width and height of a page's text in the unit of drawings (36,000 a millimetre)."""
        if self._area is None:
            self._area = text_area(self._parts[self.main])
        return self._area

    def notes(self, kind: str) -> Notes:
        """The new notes of a kind, `footnote` or `endnote`."""
        if kind not in self._notes:
            part = self._own(f"{kind}s")
            self._notes[kind] = Notes(kind, part, self._parts.get(part))
        return self._notes[kind]

    @property
    def main(self) -> str:
        """The name of the document part."""
        if not self._main:
            self._main = main_part(self._parts)
        return self._main

    @property
    def styles(self) -> Styles:
        """The document's styles."""
        if self._styles is None:
            self._styles = Styles(self._parts.get(self._own("styles")))
        return self._styles

    @property
    def numbering(self) -> Numbering:
        """The document's lists."""
        if self._numbering is None:
            self._numbering = Numbering(self._parts.get(self._own("numbering")))
        return self._numbering

    def finished(self, parts: Mapping[str, Content]) -> dict[str, bytes]:
        """The parts that are new or changed, to be put over `parts`.

        `parts` are those of the document as it was written, the ones that were rendered among
        them; a part may be a sequence of blocks.
        """
        changed = self._changed(parts)
        for name, data in changed.items():
            if name not in self._parts:
                kind = self._kind(name)
                self._new.put(name, data, f"{_WORD}{kind}+xml")
                self._related(self.main).add(f"{OFFICE}/{kind}", name)
        whole = _Whole(parts)
        out = changed | self._new.finished(whole)
        for relations in self._relations.values():
            out |= relations.finished(whole)
        return out

    def _changed(self, parts: Mapping[str, Content]) -> dict[str, bytes]:
        written: dict[str, bytes | None] = {}
        if self._styles is not None:
            written[self._own("styles")] = self._styles.finished()
        if self._numbering is not None:
            written[self._own("numbering")] = self._numbering.finished()
        for notes in self._notes.values():
            written[notes.part] = notes.finished(_Whole(parts).get(notes.part))
        return {name: data for name, data in written.items() if data}

    def _own(self, kind: str) -> str:
        """The name of the part of styles, lists or notes; a free one where there is none."""
        if kind not in self._names:
            wanted = f"{OFFICE}/{kind}"
            relations = read_relations(self._parts, self.main)
            found = [r.target for r in relations if r.type == wanted and r.target in self._parts]
            self._names[kind] = found[0] if found else self._free(kind)
        return self._names[kind]

    def _free(self, kind: str) -> str:
        folder = posixpath.dirname(self.main)
        names = (
            posixpath.join(folder, f"{kind}{n or ''}.xml") for n in range(len(self._parts) + 1)
        )
        return next(name for name in names if self._new.is_free(name))

    def _kind(self, name: str) -> str:
        return next(kind for kind, known in self._names.items() if known == name)

    def _related(self, part: str) -> NewRelations:
        if part not in self._relations:
            self._relations[part] = NewRelations(self._parts, part)
        return self._relations[part]

    @property
    def _numbers(self) -> UsedNumbers:
        if self._used is None:
            self._used = used_numbers(self._parts)
        return self._used


class _Whole(Mapping[str, bytes]):
    """Parts whose blocks are joined when they are asked for."""

    def __init__(self, parts: Mapping[str, Content]) -> None:
        self._parts = parts

    def __getitem__(self, name: str) -> bytes:
        content = self._parts[name]
        return content if isinstance(content, bytes) else b"".join(content)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
