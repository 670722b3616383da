"""A parallel edition: one document in two languages, side by side, woven from an edition of each.

Both were made from one plan by templates of one outline, so that they have the same paragraphs,
tables and rows. Paragraphs stand beside each other in two columns; in a table each cell holds the
second language below the first, unless both say the same.
"""

from __future__ import annotations

from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.parallel.blocks import sections_of
from r57plans.word.parallel.drawings import Drawings, number_drawings
from r57plans.word.parallel.lists import Lists
from r57plans.word.parallel.scale import scale_down
from r57plans.word.parallel.weaving import Weaver
from r57plans.word.xml import parse_part, serialise

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"

__all__ = ["parallel"]


def parallel(first: bytes, second: bytes, second_language: str) -> bytes:
    """The Word file of both, on landscape pages; the first gives styles, properties, manifest.

    Content controls and bookmarks of the second are left out: what is read back is the first.
    `second_language` is a tag such as `en-GB`. Raises R57Error where the two do not correspond.
    """
    parts, others = read_package(first), read_package(second)
    main, other_main = main_part(parts), main_part(others)
    document, other = parse_part(parts[main], main), parse_part(others[other_main], other_main)
    styles = parse_part(parts[_STYLES], _STYLES)
    lists = Lists(styles, parse_part(parts[_NUMBERING], _NUMBERING))
    scale_down(styles)
    drawings = Drawings(parts, main, others, other_main)
    body = document[0]
    weaver = Weaver(lists, drawings, second_language)
    woven = weaver.sections(sections_of(body), sections_of(other[0]))
    for child in list(body):
        body.remove(child)
    body.extend(woven)
    number_drawings(body)
    changed = {main: document, _STYLES: styles, _NUMBERING: lists.numbering()}
    written = {name: serialise(part) for name, part in changed.items()}
    return write_package({**parts, **written, **drawings.finished()})
