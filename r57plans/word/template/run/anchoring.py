"""Bookmarks around the rows and paragraphs of records, put into finished XML."""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*?)?(/?)>(?:<w:pPr/>|<w:pPr(?: [^>]*)?>)?")
_NOT_IN_A_NAME = re.compile("[^A-Za-z0-9_]")
_NAME_ENDS = 40


class Bookmarks:
    """The bookmarks of one rendering; `names` in small letters and `number` are those taken.

    `pending` has the anchor of each loop's present record that has no bookmark yet.
    """

    __slots__ = ("_names", "_number", "pending")

    def __init__(self, names: set[str], number: int) -> None:
        self._names = names
        self._number = number
        self.pending: dict[int, str] = {}

    def around(self, loop: int, xml: str) -> str:
        """A row or paragraph with its record's bookmark, if the loop has not written that yet.

        The bookmark spans from the first paragraph of the piece to the last.
        """
        first = _PARAGRAPH.search(xml)
        if first is None:
            return xml
        return _around(xml, first, *self._bookmark(self.pending.pop(loop)))

    def _bookmark(self, anchor: str) -> tuple[str, str]:
        base, count = _NOT_IN_A_NAME.sub("_", anchor), 1
        name = base[:_NAME_ENDS]
        while name.casefold() in self._names:
            count += 1
            name = f"{base[: _NAME_ENDS - len(str(count)) - 1]}_{count}"
        self._names.add(name.casefold())
        self._number += 1
        return (
            f'<w:bookmarkStart w:id="{self._number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{self._number}"/>',
        )


def _around(xml: str, first: re.Match[str], start: str, end: str) -> str:
    at = _after_properties(xml, first)
    if first[1]:
        xml = f"{xml[: first.start()]}<w:p>{start}</w:p>{xml[first.end() :]}"
    else:
        xml = f"{xml[:at]}{start}{xml[at:]}"
    closing, empty = xml.rfind("</w:p>"), xml.rfind("<w:p/>")
    if empty > closing:
        return f"{xml[:empty]}<w:p>{end}</w:p>{xml[empty + len('<w:p/>') :]}"
    return f"{xml[:closing]}{end}{xml[closing:]}"


def _after_properties(xml: str, first: re.Match[str]) -> int:
    """Where the content of a paragraph begins: after its properties.

    Those hold no older ones, for the changes of a template were accepted.
    """
    if not first[0].endswith("<w:pPr>"):
        return first.end()
    return xml.index("</w:pPr>", first.end()) + len("</w:pPr>")
