"""The linter itself: one part after the other through every check, and the faults in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from r57plans.errors import WordFileError
from r57plans.findings import Finding, Message, Report
from r57plans.word.package import read_package
from r57plans.word.spot import Spot, region_of
from r57plans.word.template.lint.blanks import empty_paragraphs
from r57plans.word.template.lint.broken import Delimiters
from r57plans.word.template.lint.fault import WHOLE_HINT, Fault
from r57plans.word.template.lint.flow import flow
from r57plans.word.template.lint.kinds import Kind
from r57plans.word.template.lint.parsing import Parsed, parse
from r57plans.word.template.lint.reading import Seen, Story, read_story, story_parts
from r57plans.word.template.lint.rules import rule_of
from r57plans.word.template.lint.scope import data_names
from r57plans.word.template.lint.structure import lost, misplaced, unbalanced
from r57plans.word.template.lint.syntax import mended, spoiled, syntax
from r57plans.word.template.lint.unread import unread, unread_part
from r57plans.word.template.passes.tags import shorten
from r57plans.word.template.told.faults import tell
from r57plans.word.template.told.places import Places
from r57plans.word.template.told.spot import TemplatePlace
from r57plans.word.template.told.styles import Styles
from r57plans.word.xml import Element

_WORD = re.compile(r"[{｛]\s*[%％]\s*(?:(?:p|tr|tc|r)\s)?\s*[-+]?\s*(\w+)", re.IGNORECASE)


def lint(data: bytes, name: str = "", known: type | None = None) -> Report:
    """Every fault of a template, part by part in the order of its text.

    `name` is the file's name for messages. `known` is the type of the data, a frozen dataclass
    such as `View`; without it, no name is unknown. A file that is no sound Word file gives the
    findings that say so (the rules `word.…`). Places are `TemplatePlace`.
    """
    try:
        parts = read_package(data, name)
        stories = story_parts(parts)
    except WordFileError as error:
        return error.report
    findings: list[Finding] = []
    for part in stories:
        try:
            story = read_story(parts, part)
        except WordFileError as error:
            findings += error.report
        else:
            findings += _told(story, parts, name, data_names(known))
    for part in parts:
        if part not in stories:
            findings += [_finding(f, name, None) for f in unread_part(parts, part)]
    return Report(tuple(findings))


def _told(
    story: Story, parts: Mapping[str, bytes], name: str, data: dict[str, Kind] | None
) -> Iterator[Finding]:
    faults = [f for f in _faults(story, parts, data) if f.line is None or not f.line.is_copy]
    if not faults:
        return
    places = Places(parts, story.part, story.root)
    order = {element: number for number, element in enumerate(story.root.iter())}
    seen = set()
    for fault in sorted(faults, key=lambda f: _order(f, order)):
        finding = _finding(fault, name, places)
        key = (finding.rule, finding.message, _order(fault, order))
        if key not in seen:
            seen.add(key)
            yield finding


def _faults(
    story: Story, parts: Mapping[str, bytes], data: dict[str, Kind] | None
) -> Iterator[Fault]:
    tags = [parse(seen) for seen in story.tags]
    spoilt = spoiled(tags)
    torn = Delimiters(story, spoilt)
    yield from torn.faults
    yield from syntax(tags, spoilt)
    yield from unread(story, parts)
    yield from empty_paragraphs([tag for tag in tags if tag.seen not in spoilt])
    hidden = [parse(seen) for seen in torn.hidden]
    kept = [mended(tag) for tag in (*tags, *hidden) if tag.seen not in spoilt]
    sound = sorted(kept, key=lambda tag: (tag.seen.line.ordinal, tag.seen.start))
    yield from misplaced(sound, Styles(parts))
    yield from lost(sound)
    yield from unbalanced(sound, _excused(torn.faults, sound))
    yield from flow(sound, data)


def _excused(torn: Iterable[Fault], tags: Sequence[Parsed]) -> set[str]:
    """The words of blocks whose tags are broken, so that their partners look lonely."""
    texts = [fault.text for fault in torn if fault.rule != "template.stray-close"]
    texts += [tag.seen.raw for tag in tags if tag.is_unknown]
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    return {word.removeprefix("end") for word in words}


def _order(fault: Fault, order: Mapping[Element, int]) -> tuple[int, int]:
    return order.get(fault.line.paragraph, -1) if fault.line else -1, fault.position


def _finding(fault: Fault, file: str, places: Places | None) -> Finding:
    rule = rule_of(fault.rule)
    blanks = dict(fault.blanks)
    if fault.partner is not None and places is not None:
        blanks["what"] = _apart(fault.partner, places)
    instead = blanks.get(WHOLE_HINT)
    hint = instead if isinstance(instead, Message) else rule.hint
    return tell(fault.rule, rule.level, rule.message, hint, _place(fault, file, places), blanks)


def _apart(partner: Seen, places: Places) -> Message:
    spot = places.at(partner.line.paragraph, partner.line.around)
    words, tag = spot.words(partner.tag.text), partner.tag.text
    return Message(f": thẻ {tag} đứng ở {words.vi}", f": {tag} stands in {words.en}")


def _place(fault: Fault, file: str, places: Places | None) -> TemplatePlace:
    line, seen = fault.line, fault.seen
    if places is None or line is None:
        spot = Spot(places.region if places else region_of(fault.part))
        return TemplatePlace(file, path=fault.part, spot=spot)
    text = seen.tag.text if seen else shorten(fault.text)
    return TemplatePlace(
        file,
        path=fault.part,
        tag=text,
        spot=places.at(line.paragraph, line.around),
        number=seen.number if seen else -1,
        paragraph=line.ordinal if line.is_paragraph else -1,
        start=fault.position,
        end=seen.end if seen else fault.position + len(fault.text),
    )
