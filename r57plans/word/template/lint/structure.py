"""Where tags stand: what opens and closes where, what a tag takes away, what it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from r57plans.findings import Message
from r57plans.word.template.lint.fault import Fault, of_tag
from r57plans.word.template.lint.parsing import Parsed
from r57plans.word.template.lint.reading import Seen
from r57plans.word.template.lint.words import CELL_MERGES, CELL_SETTINGS, MIDDLE
from r57plans.word.template.passes.spans import without_tags
from r57plans.word.template.passes.tags import UNCLOSED, shorten
from r57plans.word.template.told.styles import Styles
from r57plans.word.text import text_of
from r57plans.word.xml import Element, w

LIFTED = {
    "p": Message(vi="một đoạn", en="a paragraph"),
    "tr": Message(vi="một hàng của bảng", en="a table row"),
    "tc": Message(vi="một ô của bảng", en="a table cell"),
}
_LIST = Message(vi="một đoạn được đánh số", en="a numbered paragraph")
_PICTURES = (w("drawing"), w("pict"), w("object"))
_PICTURE = Message(vi="một hình ảnh hoặc đối tượng", en="a picture or object")
_PAGE_BREAK = Message(vi="một dấu ngắt trang", en="a page break")


@dataclass(slots=True, eq=False)
class _Open:
    """A block that is still open."""

    tag: Parsed
    has_else: bool = False


def container(seen: Seen) -> Element | None:
    """The paragraph, row or cell that a lifted tag replaces; None for other tags and for none."""
    lift = seen.tag.lift
    if lift not in LIFTED or not seen.line.is_paragraph:
        return None
    paragraph = seen.line.paragraph
    return paragraph if lift == "p" else next(paragraph.iterancestors(w(lift)), None)


def misplaced(tags: Sequence[Parsed], styles: Styles) -> Iterator[Fault]:
    """Tags for rows, cells and lists that stand in none."""
    for tag in tags:
        seen = tag.seen
        if seen.tag.lift in LIFTED and container(seen) is None:
            yield of_tag("template.misplaced", seen, what=LIFTED[seen.tag.lift])
        elif tag.word in (*CELL_SETTINGS, *CELL_MERGES) and cell_of(seen) is None:
            yield of_tag("template.misplaced", seen, what=LIFTED["tc"])
        elif tag.word == "restart" and not styles.list_number(seen.line.paragraph):
            yield of_tag("template.misplaced", seen, what=_LIST)


def cell_of(seen: Seen) -> Element | None:
    """The cell that a tag stands in."""
    return next(seen.line.paragraph.iterancestors(w("tc")), None)


def taken(tags: Sequence[Parsed]) -> dict[Element, list[Seen]]:
    """The paragraphs, rows and cells that tags replace, each with those tags."""
    found: dict[Element, list[Seen]] = {}
    for tag in tags:
        element = container(tag.seen)
        if element is not None:
            found.setdefault(element, []).append(tag.seen)
    return found


def lost(tags: Sequence[Parsed]) -> Iterator[Fault]:
    """Tags and text in what another tag replaces."""
    replaced = taken(tags)
    for tag in tags:
        seen, paragraph = tag.seen, tag.seen.line.paragraph
        for outer in (paragraph, *paragraph.iterancestors()):
            if tag.seen.tag.kind != "comment" and seen not in replaced.get(outer, [seen]):
                yield of_tag("template.lost", seen, what=replaced[outer][0].tag.text)
                break
    for element, takers in replaced.items():
        # The text of a broken tag is no content.
        content = None if takers[0].number < 0 else _content(element)
        if content:
            yield of_tag("template.lost-content", takers[0], what=content)


def _content(element: Element) -> Message | None:
    """What an element prints besides its tags."""
    said = text_of(element)
    words = shorten(without_tags(said))
    if words and not UNCLOSED.search(words):
        return Message(vi=f"chữ «{words}»", en=f"the text “{words}”")
    if next(element.iter(*_PICTURES), None) is not None:
        return _PICTURE
    breaks = (mark.get(w("type")) for mark in element.iter(w("br")))
    return _PAGE_BREAK if "page" in breaks else None


def unbalanced(tags: Sequence[Parsed], excused: set[str]) -> Iterator[Fault]:
    """Tags whose partner is missing or elsewhere; `excused` are words of tags that are broken."""
    openings: list[Parsed] = []
    closings: list[Parsed] = []
    stacks: dict[Element | None, list[_Open]] = {}
    placed = (t for t in tags if t.seen.tag.lift not in LIFTED or container(t.seen) is not None)
    for tag in placed:
        stack = stacks.setdefault(_home(tag.seen), [])
        if tag.is_opening:
            stack.append(_Open(tag))
        elif (tag.word in MIDDLE or tag.word.startswith("end")) and not _closes(stack, tag):
            closings.append(tag)
    openings = [block.tag for stack in stacks.values() for block in stack]
    openings = [tag for tag in openings if tag.word not in excused]
    if "if" in excused or "for" in excused:
        excused = {*excused, *MIDDLE}
    closings = [tag for tag in closings if tag.word.removeprefix("end") not in excused]
    yield from _told(openings, closings)


def _home(seen: Seen) -> Element | None:
    """The element among whose children the tag acts."""
    element = container(seen)
    if element is not None:
        return element.getparent()
    if not seen.line.is_paragraph:
        return seen.line.paragraph
    run = seen.run
    paragraph = seen.line.paragraph
    outer = run.getparent() if run is not None else paragraph
    return paragraph.getparent() if outer is paragraph else outer


def _closes(stack: list[_Open], tag: Parsed) -> bool:
    """Enter another branch of the innermost block, or close it; False when it is not its own."""
    if not stack:
        return False
    block = stack[-1]
    word = block.tag.word
    same = _inline(block.tag) == _inline(tag)
    if tag.word == f"end{word}" and same:
        stack.pop()
        return True
    fits = word in (("if", "for") if tag.word == "else" else ("if",)) and not block.has_else
    if tag.word in MIDDLE and fits and same:
        block.has_else = tag.word == "else"
        return True
    return False


def _inline(tag: Parsed) -> bool:
    return tag.seen.tag.lift not in LIFTED


def _told(openings: list[Parsed], closings: list[Parsed]) -> Iterator[Fault]:
    """One fault for an opening and a closing of one kind that stand apart, else one for each."""
    for tag in openings:
        end = f"end{tag.word}"
        partner = next((c for c in closings if c.word == end and _after(c, tag)), None)
        if partner is None:
            what = Message(f": thiếu {{% {end} %}}", f": {{% {end} %}} is missing")
            yield of_tag("template.unbalanced", tag.seen, what=what)
        else:
            closings.remove(partner)
            yield replace(of_tag("template.unbalanced", tag.seen), partner=partner.seen)
    for tag in closings:
        yield of_tag("template.unbalanced", tag.seen, what=_missing(tag.word))


def _after(closing: Parsed, opening: Parsed) -> bool:
    return _order(closing.seen) > _order(opening.seen)


def _order(seen: Seen) -> tuple[int, int]:
    return seen.line.ordinal, seen.start


def _missing(word: str) -> Message:
    if word.startswith("end"):
        opening = word.removeprefix("end")
        return Message(f": thiếu {{% {opening} … %}}", f": {{% {opening} … %}} is missing")
    return Message(": ở đây không có if đang mở", ": no “if” is open here")
