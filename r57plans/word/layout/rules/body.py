"""The text: how its bases, headings and its end are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.word.layout.fault import Context, Fault, TextFix, quoted, whole_line
from r57plans.word.layout.lines import Line
from r57plans.word.layout.measuring import joined

_MARKS = {"part": re.compile(r"[IVXL]+(\s*[-.–:/)])"), "section": re.compile(r"\d+(\s*[-.–:/)])")}
_END = re.compile(r"[./;,:…]*$")
_TEXT = {"body", "part", "section", "subsection", "article", "basis", "table"}


def basis_line(context: Context) -> Iterator[Fault]:
    """What stands before and after each legal basis."""
    rule = context.layout.wording["basis_line"]
    lines = context.found.all("basis")
    for number, line in enumerate(lines):
        end = (rule.last if number == len(lines) - 1 else rule.between) or ""
        yield from list_faults("basis", line, rule.start or "", end, "wording.basis_line")


def list_faults(component: str, line: Line, start: str, end: str, cites: str) -> Iterator[Fault]:
    """What is wrong with the beginning and the end of a line of a list."""
    text = line.text
    begins = text.startswith(start) if start else not text.startswith(("-", "–", "+"))
    ends = text.endswith(end) and _END.search(text[: len(text) - len(end)])[0] == ""  # type: ignore[index]  # the pattern also matches nothing
    if begins and ends:
        return
    first = quoted(text[:2].strip()) if not begins else Message("", "")
    last = quoted(text[-1:]) if not ends else Message("", "")
    wish = [_begin(start)] if not begins else []
    wish += [Message(f"cuối dòng «{end}»", f"“{end}” at the end")] if not ends else []
    fixes = [*_start_fix(line, start, begins), *_end_fix(line, end, ends)]
    yield Fault(component, line, joined(first, last), joined(*wish), tuple(fixes), cites)


def _begin(start: str) -> Message:
    if not start:
        return Message("đầu dòng không có gạch", "no dash at the beginning")
    return Message(f"đầu dòng «{start}»", f"“{start}” at the beginning")


def _start_fix(line: Line, start: str, right: bool) -> Iterator[TextFix]:
    if right or line.shown.mark:
        return  # a list's own mark is not text
    ordinal, begin, end = whole_line(line)
    dash = re.match(r"[-–+]?\s*", line.shown.text[begin:end])
    yield TextFix(ordinal, begin, begin + (dash.end() if dash else 0), start)


def _end_fix(line: Line, end: str, right: bool) -> Iterator[TextFix]:
    if right:
        return
    ordinal, begin, stop = whole_line(line)
    signs = _END.search(line.shown.text[begin:stop])
    yield TextFix(ordinal, begin + (signs.start() if signs else 0), stop, end)


def heading_mark(context: Context) -> Iterator[Fault]:
    """The sign between the number of a heading and its words: `I-` or `I.`."""
    for component, pattern in _MARKS.items():
        mark = context.layout.numbering[component].text or ""
        sign = mark[-1]
        lines = [p.line for p in context.found.every() if p.component == component]
        for line in lines:
            found = pattern.match(line.text)
            if found is not None and found[1] != sign:
                fixes = _mark_fix(line, found[1], sign)
                yield Fault(component, line, quoted(found[1].strip() or found[1]), quoted(sign),
                            fixes, f"numbering.{component}")  # fmt: skip


def _mark_fix(line: Line, old: str, sign: str) -> tuple[TextFix, ...]:
    if line.shown.mark:
        return ()  # the mark belongs to the list, which other headings share
    position = line.raw.find(old)
    start, end = line.place_of(position), line.place_of(position + len(old))
    return (TextFix(line.shown.ordinal, start, end, sign),)


def ending(context: Context) -> Iterator[Fault]:
    """The sign at the end of the text."""
    lines = [p.line for p in context.found.pieces if p.component in _TEXT]
    wanted = context.layout.wording["ending"].value or ""
    if not lines or lines[-1].cell is not None:
        return
    line = lines[-1]
    signs = _END.search(line.text)
    found = signs[0] if signs else ""
    if found != wanted:
        yield Fault("body", line, quoted(found or line.text[-12:]), quoted(wanted),
                    tuple(_end_fix(line, wanted, False)))  # fmt: skip
