"""The deadlines of a plan as a calendar (RFC 5545), for any program that shows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from r57plans.exporting.entries import Entry
from r57plans.exporting.repeated import Repeated, repeated
from r57plans.findings import Language, Message
from r57plans.model.deadline import Deadline
from r57plans.model.plan import Plan
from r57plans.version import VERSION

_LONGEST = 75  # octets of a line, without its end
_ONE_DAY = timedelta(days=1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_DEADLINE = Message("Thời hạn", "Deadline")
_LEADS = Message("Chủ trì", "Lead")
_SUPPORTS = Message("Phối hợp", "Support")
_PRODUCTS = Message("Sản phẩm", "Products")
_Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The file, how many events it has, and the tasks that no day can be said of."""

    data: bytes
    events: int
    left_out: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    id: str
    title: str
    day: date
    rule: str
    about: str
    category: str


def calendar(plan: Plan, found: Sequence[Entry], language: Language, title: str = "") -> Calendar:
    """All-day events on the last day in time of each task and milestone.

    What comes back is one event with its rule. Identifiers follow from the plan and the task's id,
    so that a later edition moves its events and does not double them; the time of making is the
    document's date.
    """
    start = plan.document.date.first
    events = [event for entry in found for event in _events(entry, language, start)]
    with_one = {event.id.partition("/")[0] for event in events}
    head: list[_Line] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", f"-//r57plans//{VERSION}//{language.upper()}"),
        ("CALSCALE", "GREGORIAN"),
    ]
    if title:
        head += [("NAME", _text(title)), ("X-WR-CALNAME", _text(title))]
    lines = [*head]
    for event in events:
        lines += _lines(event, plan, language)
    lines.append(("END", "VCALENDAR"))
    data = "".join(_folded(f"{name}:{value}") for name, value in lines).encode()
    return Calendar(data, len(events), tuple(e for e in found if e.id not in with_one))


def _events(entry: Entry, language: Language, start: date) -> Iterator[_Event]:
    about = _about(entry, language)
    for name, day, rule in _days(entry.deadline, start):
        title = f"{entry.id} {entry.title}"
        yield _Event(f"{entry.id}/{name}", title, day, rule, about, entry.group)
    for number, step in enumerate(entry.steps, 1):
        for name, day, rule in _days(step.deadline, start):
            said = step.text or entry.title
            key = f"{entry.id}/m{number}{name}"
            words = f"{_DEADLINE.say(language)}: {step.wording}\n{about}"
            yield _Event(key, f"{entry.id} {said}", day, rule, words, entry.group)


def _days(deadline: Deadline, start: date) -> Iterator[tuple[str, date, str]]:
    """The days of a deadline: one, or the first of each that comes back, with its rule.

    Where only reports come back, the work's own last day is there besides.
    """
    rules: tuple[Repeated, ...] = repeated(deadline, start)
    for number, each in enumerate(rules, 1):
        yield f"r{number}", each.first, each.rule
    if deadline.last and (deadline.reporting or not rules):
        yield "", deadline.last, ""


def _about(entry: Entry, language: Language) -> str:
    parts = [
        entry.text if entry.text != entry.title else "",
        f"{_DEADLINE.say(language)}: {entry.wording}" if entry.wording else "",
        *_named(_LEADS, entry.leads, language),
        *_named(_SUPPORTS, entry.supports, language),
        *_named(_PRODUCTS, entry.products, language),
    ]
    return "\n".join(part for part in parts if part)


def _named(word: Message, items: Sequence[str], language: Language) -> Iterator[str]:
    if items:
        yield f"{word.say(language)}: {'; '.join(items)}"


def _lines(event: _Event, plan: Plan, language: Language) -> Iterable[_Line]:
    day, after = event.day, event.day + _ONE_DAY
    said = f";LANGUAGE={language}"
    yield "BEGIN", "VEVENT"
    yield "UID", _uid(plan, event.id)
    yield "DTSTAMP", f"{plan.document.date.first:%Y%m%d}T000000Z"
    yield "DTSTART;VALUE=DATE", f"{day:%Y%m%d}"
    yield "DTEND;VALUE=DATE", f"{after:%Y%m%d}"
    if event.rule:
        yield "RRULE", event.rule
    yield f"SUMMARY{said}", _text(event.title)
    yield f"DESCRIPTION{said}", _text(event.about)
    if event.category:
        yield f"CATEGORIES{said}", _text(event.category)
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _uid(plan: Plan, event: str) -> str:
    """`cao-bang.tinh-uy.CTr.1.1.1@r57plans`: no number and no date, which come and change."""
    unit = f".{plan.unit.level}.{_octets(plan.unit.vi)}" if plan.unit else ""
    document = plan.document
    whose = f"{plan.province}{unit}.{document.issuer or 'tinh-uy'}.{_octets(document.type)}"
    return f"{whose}.{event.rstrip('/').replace('/', '.')}@r57plans"


def _octets(name: str) -> str:
    """A name in letters that any program compares alike."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}" for c in name)


def _text(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, letters whole, each further one after a blank."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = "", 1  # the blank at its head counts
        piece, size = piece + letter, size + octets
    return "\r\n ".join([*pieces, piece]) + "\r\n"
