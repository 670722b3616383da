"""The letterhead: which components are there, what they say, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.language import spell
from r57plans.word.layout.fault import NOTHING, Context, Fault, TextFix, quoted, same, whole_line
from r57plans.word.layout.letterhead import half_of
from r57plans.word.layout.lines import Line
from r57plans.word.layout.ruled import rule_faults

_NUMBER = re.compile(
    r"(?P<word>số)\s*(?P<colon>[:.]?)\s*(?P<digits>\d*)[\s._…]*(?P<symbol>[-–/].*)", re.IGNORECASE
)
_COLON = re.compile(r"(số)(\s*[:.]?)(\s*)", re.IGNORECASE)
_PARTY_SYMBOL = re.compile(r"-(?:[A-ZĐ][A-Za-zĐđ]*)(?:/[A-ZĐ][A-Za-zĐđ]*)(?:-[A-ZĐ]\w*)?")
_STATE_SYMBOL = re.compile(r"/(?:\d{4}/)?[A-ZĐ][\wĐđ]*(?:-[A-ZĐ][\wĐđ&]*)+")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>\d*)[\s._…]*tháng\s*(?P<month>\d*)[\s._…]*"
    r"năm\s*(?P<year>\d*)[\s._…]*",
    re.IGNORECASE,
)
_LEFT, _RIGHT = Message("nửa trái", "left half"), Message("nửa phải", "right half")
_PLACES = (("heading", "right"), ("number", "left"), ("authority", "right"))
_LEVELS = (("number", "place-date"), ("recipients-word", "authority"))


def _missing(context: Context, component: str) -> Iterator[Fault]:
    """A component of the letterhead that is not there; an attachment has no letterhead."""
    if not context.found.attachment and context.found.one(component) is None:
        name = context.layout.components[component].name
        yield Fault(component, None, NOTHING, name.message)


def heading(context: Context) -> Iterator[Fault]:
    """The heading: the Party's name, or the country's."""
    wanted = context.layout.wording["heading"].value or ""
    if not context.found.attachment and context.found.one("heading") is None:
        yield Fault("heading", None, NOTHING, quoted(wanted))


def heading_text(context: Context) -> Iterator[Fault]:
    """The heading's words, whichever the style of its tone marks."""
    yield from _exact(context, "heading", context.found.one("heading"), upper=True)


def motto(context: Context) -> Iterator[Fault]:
    """The motto under the country's name."""
    wanted = context.layout.wording["motto"].value or ""
    if context.found.one("heading") is not None and context.found.one("motto") is None:
        yield Fault("motto", None, NOTHING, quoted(wanted))


def motto_text(context: Context) -> Iterator[Fault]:
    """The motto's words, capitals and hyphens."""
    yield from _exact(context, "motto", context.found.one("motto"), upper=False)


def _exact(context: Context, name: str, line: Line | None, *, upper: bool) -> Iterator[Fault]:
    wanted = context.layout.wording[name].value or ""
    if line is None:
        return
    said = spell(line.text, "new")
    if (said.upper() if upper else said) != wanted:
        yield Fault(name, line, quoted(line.text), quoted(wanted),
                    (TextFix(*whole_line(line), wanted),))  # fmt: skip


def heading_rule(context: Context) -> Iterator[Fault]:
    """The drawn line under the heading, as long as its last line."""
    yield from rule_faults(context, "heading-rule")


def issuer(context: Context) -> Iterator[Fault]:
    """The name of the body that issues the document."""
    yield from _missing(context, "issuer")


def star(context: Context) -> Iterator[Fault]:
    """The asterisk under the issuer, where others draw a line."""
    wanted = context.layout.wording["under_issuer"].value or ""
    issuer_line, found = context.found.one("issuer"), context.found.one("star")
    if issuer_line is None or (found is not None and found.text == wanted):
        return
    said = NOTHING if found is None else quoted(found.text)
    if found is None and issuer_line.cell is not None and _ruled(context, issuer_line):
        said = Message("đường kẻ", "a drawn line")
    fixes = () if found is None else (TextFix(*whole_line(found), wanted),)
    yield Fault("star", found or issuer_line, said, quoted(wanted), fixes)


def _ruled(context: Context, line: Line) -> bool:
    return any(p.rules for p in context.found.document.paragraphs if p.cell == line.cell)


def issuer_rule(context: Context) -> Iterator[Fault]:
    """The drawn line under the issuer."""
    yield from rule_faults(context, "issuer-rule")


def number(context: Context) -> Iterator[Fault]:
    """The line with number and symbol."""
    yield from _missing(context, "number")


def _parsed(context: Context) -> tuple[Line, re.Match[str]] | None:
    line = context.found.one("number")
    found = None if line is None else _NUMBER.fullmatch(line.text)
    return None if line is None or found is None else (line, found)


def number_colon(context: Context) -> Iterator[Fault]:
    """`Số` with a colon on State documents, and without on the Party's."""
    parsed = _parsed(context)
    wanted = ":" if ":" in (context.layout.wording["number"].pattern or "") else ""
    if parsed is None or parsed[1]["colon"] == wanted:
        return
    line, found = parsed
    colon = _COLON.search(line.raw)
    fixes: tuple[TextFix, ...] = ()
    if colon is not None:
        start, end = line.place_of(colon.start(2)), line.place_of(colon.end(2))
        space = "" if colon[3] else " "
        fixes = (TextFix(line.shown.ordinal, start, end, f"{wanted}{space}"),)
    yield Fault("number", line, quoted(f"Số{found['colon']}"), quoted(f"Số{wanted}"), fixes)


def number_form(context: Context) -> Iterator[Fault]:
    """Hyphens and slashes of the symbol: `-CTr/TU` and `/KH-UBND`."""
    parsed = _parsed(context)
    pattern = _PARTY_SYMBOL if context.layout.party else _STATE_SYMBOL
    if parsed is not None and not pattern.fullmatch(parsed[1]["symbol"].strip()):
        sample = "-CTr/TU" if context.layout.party else "/KH-UBND"
        wanted = Message(f"theo dạng «{sample}»", f"in the form “{sample}”")
        yield Fault("number", parsed[0], quoted(parsed[1]["symbol"]), wanted)


def number_padding(context: Context) -> Iterator[Fault]:
    """A number below 10 has a zero."""
    parsed = _parsed(context)
    if parsed is None or len(parsed[1]["digits"]) != 1:
        return
    line, found = parsed
    position = line.raw.find(found["digits"])
    fix = TextFix(line.shown.ordinal, line.place_of(position), line.place_of(position), "0")
    yield Fault("number", line, quoted(found["digits"]), quoted(f"0{found['digits']}"), (fix,))


def place_date(context: Context) -> Iterator[Fault]:
    """The line with place and date."""
    yield from _missing(context, "place-date")


def place_date_form(context: Context) -> Iterator[Fault]:
    """A place, a comma, and day, month and year in words."""
    line = context.found.one("place-date")
    found = None if line is None else _DATE.fullmatch(line.text)
    if line is None or found is None or (found["place"].strip() and found["comma"]):
        return
    wanted = Message("«Địa danh, ngày … tháng … năm …»", "“Place, ngày … tháng … năm …”")
    fixes: tuple[TextFix, ...] = ()
    if found["place"].strip():
        position = line.raw.lower().find("ngày")
        end = len(line.raw[:position].rstrip())
        at = line.place_of(end)
        fixes = (TextFix(line.shown.ordinal, at, at, ","),)
    yield Fault("place-date", line, quoted(line.text), wanted, fixes)


def date_padding(context: Context) -> Iterator[Fault]:
    """A zero before days below 10 and months 1 and 2, and before no others."""
    line = context.found.one("place-date")
    found = None if line is None else _DATE.fullmatch(" ".join(line.raw.split()))
    if line is None or found is None:
        return
    right = {"day": _padded(found["day"], 9), "month": _padded(found["month"], 2)}
    wrong = [name for name, text in right.items() if text != found[name]]
    if not wrong:
        return
    said = ", ".join(found[name] for name in wrong)
    wanted = ", ".join(right[name] for name in wrong)
    fixes = [_digits(line, word, right[name]) for name, word in _WORDS.items() if name in wrong]
    yield Fault("place-date", line, same(said), same(wanted), tuple(fixes))


_WORDS = {"day": "ngày", "month": "tháng"}


def _digits(line: Line, word: str, text: str) -> TextFix:
    """The fix that puts other figures after `ngày` or `tháng`."""
    found = re.search(rf"{word}\s*(\d+)", line.raw, re.IGNORECASE)
    start, end = (0, 0) if found is None else found.span(1)
    return TextFix(line.shown.ordinal, line.place_of(start), line.place_of(end), text)


def _padded(digits: str, last: int) -> str:
    """The figures of a day or month, with a zero up to `last`; blanks stay blank."""
    if not digits:
        return ""
    value = int(digits)
    return f"{value:02}" if value <= last else str(value)


def half(context: Context) -> Iterator[Fault]:
    """Which half of the page a component stands in, where the table says so."""
    for component, wanted in _PLACES:
        line = context.found.one(component)
        seen = "" if line is None else half_of(line)
        if line is not None and seen and seen != wanted:
            found, right = (_LEFT, _RIGHT) if wanted == "right" else (_RIGHT, _LEFT)
            yield Fault(component, line, found, right)


def level(context: Context) -> Iterator[Fault]:
    """Components that stand on one line with each other."""
    for first, second in _LEVELS:
        one, other = context.found.one(first), context.found.one(second)
        if one is None or other is None or _level(one, other):
            continue
        apart = Message("không cùng hàng", "not level")
        name = context.layout.components[second].name
        wanted = Message(f"ngang hàng với «{name.vi}»", f"level with “{name.say('en')}”")
        yield Fault(first, one, apart, wanted)


def _level(one: Line, other: Line) -> bool:
    """Whether two lines may be level; where a text box floats nobody can say here."""
    if one.shown.boxed or other.shown.boxed:
        return True
    if one.cell is None or other.cell is None:
        return one.cell is other.cell and one.shown.ordinal == other.shown.ordinal
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
