"""Tags alone in a paragraph, which stays behind as an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from r57plans.word.template.lint.fault import Fault, of_tag
from r57plans.word.template.lint.parsing import Parsed
from r57plans.word.template.lint.reading import Line, Seen
from r57plans.word.template.lint.words import SILENT
from r57plans.word.template.passes.tags import plain
from r57plans.word.xml import w

_OTHERS = [w(name) for name in ("drawing", "pict", "object", "br", "sym", "fldChar", "fldSimple")]


def empty_paragraphs(tags: Sequence[Parsed]) -> Iterator[Fault]:
    """The plain statements and remarks that a paragraph holds and nothing else.

    Those that ask to be joined to the text before or after (`{%-`, `-%}`) leave nothing behind.
    """
    by_line: dict[Line, list[Parsed]] = {}
    for tag in tags:
        by_line.setdefault(tag.seen.line, []).append(tag)
    for line, found in by_line.items():
        if _is_alone(line, found) and not _is_needed(line):
            for tag in found:
                raw = tag.seen.raw
                prefixed = f"{raw[:2]}p {plain(raw)[2:-2].strip()} {raw[-2:]}"
                yield of_tag("template.empty-paragraph", tag.seen, what=prefixed)


def _is_alone(line: Line, found: Sequence[Parsed]) -> bool:
    if not line.is_paragraph or next(line.paragraph.iter(*_OTHERS), None) is not None:
        return False
    marked = "".join(tag.seen.raw for tag in found)
    bare = len(line.said.replace(" ", "")) == len(marked.replace(" ", ""))
    return bare and all(_leaves_nothing(tag) for tag in found)


def _leaves_nothing(tag: Parsed) -> bool:
    seen = tag.seen
    plainly = seen.tag.kind != "value" and seen.tag.lift == "" and tag.word not in SILENT
    return plainly and not tag.failed and not tag.is_unknown and not _joins(seen)


def _joins(seen: Seen) -> bool:
    inner = plain(seen.raw)[2:-2]
    return inner.startswith("-") or inner.endswith("-")


def _is_needed(line: Line) -> bool:
    """Whether the paragraph is the only one of its cell or note, which cannot do without."""
    parent = line.paragraph.getparent()
    return parent is None or sum(child.tag == w("p") for child in parent) == 1
