"""A parallel edition: one document in two languages, side by side, woven from an edition of each.

Both were made from one plan by templates of one outline, so that they have the same paragraphs,
tables and rows. Paragraphs stand beside each other in two columns; in a table each cell holds the
second language below the first, unless both say the same.
"""

from __future__ import annotations

from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.parallel.blocks import sections_of
from r57plans.word.parallel.lists import Lists
from r57plans.word.parallel.scale import scale_down
from r57plans.word.parallel.weaving import Weaver
from r57plans.word.xml import Element, parse_part, serialise, w

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"

__all__ = ["parallel"]


def parallel(first: bytes, second: bytes, second_language: str) -> bytes:
    """The Word file of both, on landscape pages; the first gives styles, properties, manifest.

    Content controls and bookmarks of the second are left out: what is read back is the first.
    `second_language` is a tag such as `en-GB`. Raises R57Error where the two do not correspond.
    """
    parts = read_package(first)
    main = main_part(parts)
    document, other = parse_part(parts[main], main), _document(second)
    styles = parse_part(parts[_STYLES], _STYLES)
    lists = Lists(styles, parse_part(parts[_NUMBERING], _NUMBERING))
    scale_down(styles)
    weaver = Weaver(lists, second_language)
    body = document[0]
    woven = weaver.sections(sections_of(body), sections_of(other[0]))
    for child in list(body):
        body.remove(child)
    body.extend(woven)
    changed = {main: document, _STYLES: styles, _NUMBERING: lists.numbering()}
    return write_package({**parts, **{name: serialise(part) for name, part in changed.items()}})


def _document(data: bytes) -> Element:
    parts = read_package(data)
    main = main_part(parts)
    root = parse_part(parts[main], main)
    assert root[0].tag == w("body")
    return root
