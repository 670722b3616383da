"""What must be true of the printed pages; each check gives the faults it finds, in words.

Lengths are points unless a name says mm. Measures are those of the Party's layout of 2018.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from rendering import FONTS

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
LEFT, RIGHT, TOP = 30 * MM, PAGE_WIDTH - 15 * MM, 20 * MM
TEXT_FONTS = re.compile(r"[A-Z]+\+(Tinos|LiberationSerif)(-Bold|-Italic|-BoldItalic)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page: its lines from top to bottom, its rules, on
    landscape pages its tables' first rows."""

    width: float
    height: float
    lines: tuple[Line, ...]
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    rules: tuple[Line, ...]
    heads: tuple[tuple[str, ...], ...]
    letters: Counter[str]
    fonts: frozenset[str]

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    @property
    def number(self) -> Line | None:
        """What stands in the upper margin."""
        return next((line for line in self.lines if line.bottom < TOP - 2), None)


def pages_of(pdf: Path) -> tuple[Page, ...]:
    """The pages of a PDF file."""
    with pdfplumber.open(pdf) as file:
        return tuple(_page(page) for page in file.pages)


def _page(page: Any) -> Page:
    lines, pieces = _lines(page), _pieces(page)
    return Page(
        width=page.width,
        height=page.height,
        lines=lines,
        left=tuple(piece for piece in pieces if piece.middle < page.width / 2),
        right=tuple(piece for piece in pieces if piece.middle >= page.width / 2),
        rules=tuple(_rule(mark) for mark in (*page.lines, *page.rects)),
        heads=_heads(page),
        letters=_letters("".join(char["text"] for char in page.chars)),
        fonts=frozenset(str(char["fontname"]) for char in page.chars),
    )


def _lines(page: Any) -> tuple[Line, ...]:
    found = page.extract_text_lines(return_chars=False)
    return tuple(Line(x["text"], x["x0"], x["x1"], x["top"], x["bottom"]) for x in found)


def _pieces(page: Any) -> tuple[Line, ...]:
    # Two cells beside each other are two pieces: what parts them is wider than a blank.
    found = page.extract_words(keep_blank_chars=True, x_tolerance=9)
    return tuple(Line(x["text"], x["x0"], x["x1"], x["top"], x["bottom"]) for x in found)


def _heads(page: Any) -> tuple[tuple[str, ...], ...]:
    if page.width < page.height:
        return ()
    return tuple(_head(table) for table in page.extract_tables())


def _rule(mark: dict[str, float]) -> Line:
    return Line("", mark["x0"], mark["x1"], mark["top"], mark["bottom"])


def _head(table: list[list[str | None]]) -> tuple[str, ...]:
    return tuple((cell or "").replace("\n", " ") for cell in table[0])


def _letters(text: str) -> Counter[str]:
    blank = ("Zs", "Zl", "Zp", "Cc", "Cf")
    return Counter(
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in blank
    )


# --- letters and fonts


def lost_letters(pages: tuple[Page, ...], text: str) -> list[str]:
    """Letters of the Word file's text that were not printed, or that the text font lacks."""
    printed = sum((page.letters for page in pages), Counter())
    missing = _letters(text) - printed
    unknown = [letter for letter in printed if ord(letter) not in _charset()]
    return [
        *(f"{count} × {letter!r} was not printed" for letter, count in missing.items()),
        *(f"the font has no {letter!r}" for letter in unknown),
    ]


def _charset() -> set[int]:
    done = subprocess.run(
        ["fc-query", "--format", "%{charset}", str(FONTS / "Tinos-Regular.ttf")],
        capture_output=True,
        encoding="ascii",
        check=True,
    )
    ends = [part.split("-") for part in done.stdout.split()]
    return {code for e in ends for code in range(int(e[0], 16), int(e[-1], 16) + 1)}


def strange_fonts(pages: tuple[Page, ...]) -> list[str]:
    """Fonts other than the text font: a letter that had to be borrowed."""
    used = {font for page in pages for font in page.fonts}
    return sorted(font for font in used if not TEXT_FONTS.fullmatch(font))


# --- page 1


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The texts that page 1 must show, without no-break spaces."""

    superior: str
    issuer: str
    heading: str
    number: str
    place_date: str


def letterhead_faults(page: Page, meant: Letterhead) -> list[str]:
    """Components of the letterhead that are not in the place that 36-HD gives them."""
    heading = _line(page.right, meant.heading)
    if heading is None:
        return ["the heading is not in the right half"]
    above = [line for line in page.left if line.bottom > heading.top - 3]
    names = " ".join(line.text for line in above).partition(" *")[0]
    faults = []
    if _plain(names) != _plain(f"{meant.superior} {meant.issuer}"):
        faults.append(f"the left half begins with {names!r}, not with the issuer")
    if above and abs(above[0].bottom - heading.bottom) > 4:
        faults.append("issuer and heading are not on one level")
    return [
        *faults,
        *_star_faults(above, meant),
        *_rule_faults(page, heading),
        *_level_faults(page, meant),
    ]


def state_letterhead_faults(page: Page, meant: Letterhead, motto: str) -> list[str]:
    """Components of a State letterhead that are not in the place that Decree 30 gives them."""
    heading, under = _line(page.right, meant.heading), _line(page.right, motto)
    if heading is None or under is None:
        return ["the heading and the motto are not in the right half"]
    above = [line for line in page.left if line.bottom < heading.bottom + 40]
    issuer = next(
        (line for line in above if _plain(meant.issuer).startswith(_plain(line.text))), None
    )
    if issuer is None:
        return ["the issuer is not in the left half"]
    return [
        *_rule_faults(page, under),
        *_short_rule_faults(page, issuer),
        *_level_faults(page, meant),
    ]


def _short_rule_faults(page: Page, issuer: Line) -> list[str]:
    beneath = [r for r in page.rules if 0 < r.top - issuer.top < 60 and r.x1 < page.width / 2]
    if any(abs(rule.middle - issuer.middle) < 4 for rule in beneath):
        return []
    return ["no rule in the middle under the issuer"]


def _star_faults(left: list[Line], meant: Letterhead) -> list[str]:
    star = next((line for line in left if line.text == "*"), None)
    if star is None:
        return ["no * under the issuer"]
    issuer = [line for line in left if line.bottom <= star.top + 3][-1]
    return [] if abs(star.middle - issuer.middle) < 3 else ["the * is not centred under the issuer"]


def _rule_faults(page: Page, heading: Line) -> list[str]:
    for rule in page.rules:
        close = -2 < rule.top - heading.bottom < 10
        if close and abs(rule.x0 - heading.x0) <= 3 and abs(rule.x1 - heading.x1) <= 3:
            return []
    return ["no rule under the heading, as long as the heading"]


def _level_faults(page: Page, meant: Letterhead) -> list[str]:
    number = _line(page.left, meant.number)
    date = _line(page.right, meant.place_date)
    if number is None or date is None:
        return ["number, or place and date, not in their half of the page"]
    return [] if abs(number.bottom - date.bottom) <= 3 else ["number and date not on one level"]


def _line(lines: tuple[Line, ...], text: str) -> Line | None:
    return next((line for line in lines if _plain(line.text) == _plain(text)), None)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text.replace("\u2011", "-")).strip()


def margin_faults(page: Page) -> list[str]:
    """Text that does not keep margins of 30 mm on the left and 15 mm on the right."""
    first, last = min(line.x0 for line in page.lines), max(line.x1 for line in page.lines)
    faults = []
    if abs(first - LEFT) > 1 * MM:
        faults.append(f"text begins at {first / MM:.1f} mm")
    if abs(last - RIGHT) > 1.5 * MM:
        faults.append(f"text ends at {last / MM:.1f} mm")
    return faults


# --- page numbers, appendices, signature


def number_faults(first: Page, second: Page) -> list[str]:
    """A number on page 1, or none on page 2 in the middle, 10 mm from the upper edge."""
    faults = ["page 1 has a number"] if first.number else []
    number = second.number
    if number is None or number.text != "2":
        return [*faults, "page 2 has no number in the upper margin"]
    if abs(number.middle - (LEFT + RIGHT) / 2) > 3:
        faults.append("the number is not in the middle")
    if abs(number.top - 10 * MM) > 4 * MM:
        faults.append(f"the number is {number.top / MM:.1f} mm from the edge")
    return faults


def appendix_faults(pages: tuple[Page, ...], headings: tuple[str, ...]) -> list[str]:
    """Appendices that do not begin a landscape page, or whose pages are not counted anew."""
    faults = []
    for heading in headings:
        start = _starts(pages, heading)
        if start is None:
            faults.append(f"{heading} does not begin a page")
        elif not pages[start].landscape:
            faults.append(f"{heading} is not landscape")
        elif pages[start].number:
            faults.append(f"the first page of {heading} has a number")
    return faults


def _starts(pages: tuple[Page, ...], heading: str) -> int | None:
    firsts = [page.lines[0].text if page.lines else "" for page in pages]
    return next((n for n, text in enumerate(firsts) if _plain(text) == _plain(heading)), None)


def continued(pages: tuple[Page, ...]) -> list[tuple[Page, Page]]:
    """Each page of an appendix with the page it continues."""
    return [
        (before, after)
        for before, after in pairwise(pages)
        if before.landscape and after.landscape and after.number
    ]


def head_faults(pages: tuple[Page, ...]) -> list[str]:
    """Pages that continue a table without its heading row."""
    return [
        f"page {after.number.text} of an appendix does not repeat the heading row"
        for before, after in continued(pages)
        if before.heads and after.heads and after.number and before.heads[-1] != after.heads[0]
    ]


def signature_faults(pages: tuple[Page, ...], block: tuple[str, ...]) -> list[str]:
    """A signature block over two pages, or alone on its page; `block` is its texts in order."""
    for page in pages:
        start = next((x for x in page.right if _begins(block[0], x.text)), None)
        if start is not None:
            return _block_faults(page, block, start)
    return ["there is no signature block"]


def _begins(text: str, line: str) -> bool:
    return bool(_plain(line)) and _plain(text).startswith(_plain(line))


def _block_faults(page: Page, block: tuple[str, ...], start: Line) -> list[str]:
    shown = " ".join(_plain(piece.text) for piece in page.right)
    if any(_plain(text) not in shown for text in block):
        return ["the signature block is cut over two pages"]
    above = [line for line in page.lines if line.bottom > TOP - 2 and line.top < start.top - 3]
    return [] if above else ["the signature block is alone on its page"]
