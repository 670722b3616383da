"""Delimiters that are broken: split, full-width, of two kinds, or without their partner."""

from __future__ import annotations

import re
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.word.template.lint.fault import Fault, of_line
from r57plans.word.template.lint.fixes import meant, straight, write
from r57plans.word.template.lint.reading import Line, Seen, Story, tag_of
from r57plans.word.template.passes.tags import shorten

_GAP = "[ \t\u00a0\u200b\u2060\ufeff]"
_TOKEN = re.compile(
    rf"(?P<open>\{{[{{%#])|(?P<close>[}}%#]\}})"
    rf"|(?P<odd_open>[{{｛]{_GAP}*[{{｛%％]|[{{｛]{_GAP}+#)"
    rf"|(?P<odd_close>[}}｝%％]{_GAP}*[}}｝]|#{_GAP}+[}}｝])"
)
_ANY = re.compile("[{}｛｝]")
_PARTNERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_NEAR = 80  # letters before a closing delimiter in which a single brace may be meant to open
_SINGLE = re.compile(r"\{[^{}%#_]+$")
_FULL = str.maketrans("｛｝％＃", "{}%#")
_NOT_PRINTED = re.compile(r"[ \t\u00a0\u200b\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int

    @property
    def is_open(self) -> bool:
        return self.kind.endswith("open")

    @property
    def is_odd(self) -> bool:
        return self.kind.startswith("odd")

    @property
    def meant(self) -> str:
        return _NOT_PRINTED.sub("", self.text).translate(_FULL)


class Delimiters:
    """The delimiters of a part outside its whole tags: their faults, and the tags they hide.

    `spoiled` are tags as the engine reads them that are none, for they hold parts of others;
    `hidden` are the tags as they were meant.
    """

    def __init__(self, story: Story, spoiled: set[Seen]) -> None:
        self.faults: list[Fault] = []
        self.hidden: list[Seen] = []
        self._waiting = False  # whether a tag opened in a paragraph before is still unclosed
        tags = story.by_line()
        for line in story.lines:
            if _ANY.search(line.said):
                whole = [seen for seen in tags.get(line, ()) if seen not in spoiled]
                self._look(line, _masked(line, whole))

    def _look(self, line: Line, masked: str) -> None:
        opened: _Token | None = None
        for match in _TOKEN.finditer(masked):
            token = _Token(str(match.lastgroup), match[0], match.start(), match.end())
            if token.is_open:
                self.faults += _cut(line, opened, token.start) if opened else []
                opened = token
            elif opened:
                self._pair(line, opened, token)
                opened = None
            elif self._waiting and not token.is_odd:
                self._waiting = False
            else:
                self.faults += _stray(line, masked, token)
        self.faults += _cut(line, opened, len(masked)) if opened else []
        self._waiting = self._waiting or bool(opened and not opened.is_odd)

    def _pair(self, line: Line, opened: _Token, closed: _Token) -> None:
        text, start = line.said[opened.start : closed.end], opened.start
        if _PARTNERS[opened.meant] != closed.meant:
            kinds = {"what": opened.meant, "other": closed.meant}
            self.faults.append(of_line("template.mixed-tag", line, text, start, **kinds))
            return
        wanted = text
        if opened.is_odd or closed.is_odd:
            inner = line.said[opened.end : closed.start]
            wanted = meant(opened.meant + inner + closed.meant, line)
            shown = _shown(opened, closed)
            what = Message(
                f"«{shown}» không phải dấu của thẻ", f"“{shown}” does not open or close a tag"
            )
            hint = write(wanted)
            fault = of_line("template.broken-tag", line, text, start, what=what, hint=hint)
            self.faults.append(fault)
        if wanted:
            tag = tag_of(wanted, line)._replace(text=shorten(text))
            self.hidden.append(Seen(tag, wanted, line, start, closed.end, -1))


def _masked(line: Line, whole: list[Seen]) -> str:
    pieces, position = [], 0
    for seen in whole:
        pieces += [line.said[position : seen.start], "\0" * (seen.end - seen.start)]
        position = seen.end
    return "".join([*pieces, line.said[position:]])


def _shown(opened: _Token, closed: _Token) -> str:
    odd = opened if opened.is_odd else closed
    return re.sub("[\u200b\u2060\ufeff]", "�", odd.text)


def _cut(line: Line, opened: _Token, end: int) -> list[Fault]:
    text = line.said[opened.start : end].rstrip()
    if opened.is_odd:
        return []
    partner = _PARTNERS[opened.text]
    single = re.search(f"[}}{partner[0]}]", text[2:])
    if single is None:
        return [of_line("template.cut-tag", line, text, opened.start)]
    fixed = text[: 2 + single.start()].rstrip() + " " + partner
    what = Message(f"thẻ không đóng bằng «{partner}»", f"the tag is not closed by “{partner}”")
    quoted = text[: 2 + single.end()]
    hint = write(meant(fixed, line))
    return [of_line("template.broken-tag", line, quoted, opened.start, what=what, hint=hint)]


def _stray(line: Line, masked: str, token: _Token) -> list[Fault]:
    near = max(token.start - _NEAR, 0)
    single = _SINGLE.search(masked, near, token.start)
    if single is None:
        if token.is_odd or token.text == "#}":
            return []
        text = line.said[max(token.start - 20, 0) : token.end]  # enough to find it by
        shown = shorten(text)
        return [of_line("template.stray-close", line, shown, token.start, what=token.meant)]
    opening = next(o for o, c in _PARTNERS.items() if c == token.meant)
    text = line.said[single.start() : token.end]
    inner = straight(text[1 : len(text) - len(token.text)])
    what = Message(f"thẻ không mở bằng «{opening}»", f"the tag is not opened by “{opening}”")
    hint = write(meant(opening + inner + token.meant, line))
    return [of_line("template.broken-tag", line, text, single.start(), what=what, hint=hint)]
