"""Tags that cannot be read: what is wrong with each, told by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinja2 import nodes

from r57plans.findings import Message
from r57plans.word.template.lint.fault import WHOLE_HINT, Fault, of_tag
from r57plans.word.template.lint.fixes import fix_of, near_word
from r57plans.word.template.lint.parsing import Parsed, parse
from r57plans.word.template.lint.reading import Seen, tag_of
from r57plans.word.template.lint.words import FILTERS, TESTS
from r57plans.word.template.passes.tags import plain, shorten
from r57plans.word.template.told.faults import name_hint
from r57plans.word.template.told.jinja_words import in_words

_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'")
_INNER = {
    "value": re.compile(r"\{[{%#]|%\}"),
    "statement": re.compile(r"\{[%#]|\{\{(?=\s)|\}\}"),
    "comment": re.compile(r"(?!)"),
}


def spoiled(tags: Iterable[Parsed]) -> set[Seen]:
    """The tags that hold the delimiters of others, because one of the two is not closed."""
    return {tag.seen for tag in tags if (tag.failed or tag.is_unknown) and _swallows(tag.seen)}


def mended(tag: Parsed) -> Parsed:
    """The tag as it was meant, for what follows; the same where that is not known."""
    fix = fix_of(tag.seen) if tag.failed or tag.is_unknown else None
    if fix is None or not fix.text:
        return tag
    wanted = tag_of(fix.text, tag.seen.line)._replace(text=tag.seen.tag.text)
    return parse(replace(tag.seen, tag=wanted))


def syntax(tags: Iterable[Parsed], spoilt: set[Seen]) -> Iterator[Fault]:
    """The faults of single tags: their syntax, their words, their filters and tests."""
    for tag in tags:
        if tag.seen in spoilt:
            continue
        if tag.failed or tag.is_unknown:
            yield _unreadable(tag)
        elif tag.node is not None:
            yield from _unknown(tag.seen, tag.node)


def _swallows(seen: Seen) -> bool:
    inner = _STRINGS.sub("", plain(seen.raw)[2:-2])
    return _INNER[seen.tag.kind].search(inner) is not None


def _unreadable(tag: Parsed) -> Fault:
    fix = fix_of(tag.seen)
    if fix is not None:
        return of_tag("template.broken-tag", tag.seen, what=fix.what, hint=fix.hint)
    if tag.is_unknown:
        word = tag.word or shorten(tag.seen.tag.body)
        near = near_word(word)
        told = {} if near is None else {WHOLE_HINT: near}
        return of_tag("template.unknown-word", tag.seen, what=word, **told)
    return of_tag("template.syntax", tag.seen, what=in_words(tag.failed))


def _unknown(seen: Seen, node: nodes.Node) -> Iterator[Fault]:
    for found in _all(node):
        if isinstance(found, nodes.Filter) and found.name not in FILTERS:
            hint = name_hint(found.name, FILTERS)
            yield of_tag("template.unknown-filter", seen, what=found.name, hint=hint)
        if isinstance(found, nodes.Test) and found.name not in TESTS:
            hint = name_hint(found.name, TESTS)
            yield of_tag("template.unknown-filter", seen, what=found.name, hint=hint)
        if isinstance(found, nodes.Getattr) and found.attr.startswith("_"):
            what = Message(f"«{found.attr}»", f"“{found.attr}”")
            yield of_tag("template.forbidden", seen, what=what)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)
