"""What to do about a finding, where the plan is a workbook: sheets and columns, no keys of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from r57plans.findings import Language, Message
from r57plans.workbook.coded import say_code
from r57plans.workbook.general import particulars, pick_of, prose
from r57plans.workbook.shape import PARENT, Sheet
from r57plans.workbook.sheets import (
    COMMITTEE,
    GROUPS,
    OMITTED,
    PARTICULARS,
    PROSE,
    REST,
    SHEETS,
    TARGETS,
    TASKS,
    TITLES,
    VALUES,
)

_CODE = re.compile(r"`([^`]+)`")
_SNIPPET = re.compile(r"([a-z_]+(?:[./][a-z_-]+)*)(?::\s*(.+))?")
_SWITCHES = {"true": Message("có", "có"), "false": Message("không", "không")}
_AT = Message("ở", "in")
_BARE = ("issuer", "type", "symbol", "number", "date", "title", "status")
_OF_COMMITTEE = ("committee", "committee.head", "committee.deputies", "committee.members",
                 "committee.working_group", "standing")  # fmt: skip


def in_sheets(hint: Message) -> Message:
    """The same advice, with the sheet and the column in the place of each key."""
    return Message(_said(hint.vi, "vi"), _said(hint.en, "en"))


def _said(text: str, language: Language) -> str:
    return _CODE.sub(lambda found: _place(found[1], language) or found[0], text)


def _place(snippet: str, language: Language) -> str:
    """Where in a workbook a key stands, and what to write there; "" for what is no key of it."""
    found = _SNIPPET.fullmatch(snippet)
    if not found:
        return ""
    where = _places().get(found[1])
    if where is None:
        return ""
    value = _value(found[1], found[2] or "", language)
    there = where.say(language)
    return f"“{value}” {_AT.say(language)} {there}" if value else there


def _value(key: str, said: str, language: Language) -> str:
    """A word, a switch or a list of words as a cell has them; "" for what has its own form."""
    if said in _SWITCHES:
        return _SWITCHES[said].say(language)
    if key == "params":
        return said.strip("{}")
    plain = said.removeprefix("[").removesuffix("]")
    if not plain or set(plain) & set("{}…"):
        return ""
    kind = "relations" if key == "relation" else pick_of(f"document/{key}") or pick_of(key)
    return say_code(kind, plain)


@cache
def _places() -> Mapping[str, Message]:
    """Where each key of a plan file stands; of keys of one name the first is meant."""
    found: dict[str, Message] = {}
    for key, place in (*_fixed(), *_particulars(), *_prose(), *_columns(), *_sheets()):
        found.setdefault(key, place)
    return found


def _fixed() -> Iterator[tuple[str, Message]]:
    for key in _OF_COMMITTEE:
        yield key, _sheet(COMMITTEE.title)
    yield "reason", _column(OMITTED, "reason.vi")
    yield "baseline", _column(TARGETS, "baseline.value")
    yield "id", _column(TASKS, "id")
    yield "en", Message("cột tiếng Anh bên cạnh", "the English column beside it")
    rest = TITLES[REST]
    for key in ("parents", "replaces", "amends"):
        there = Message(f"trang “{rest.vi}”, khóa document/{key}/0/…",
                        f"the sheet “{rest.en}”, key document/{key}/0/…")  # fmt: skip
        yield from ((key, there), (f"document.{key}", there))


def _particulars() -> Iterator[tuple[str, Message]]:
    title = TITLES[PARTICULARS]
    for site, label, _ in particulars(()):
        vi, en = (said.partition(" (")[0] for said in (label.vi, label.en))
        place = Message(f"mục “{vi}” của trang “{title.vi}”", f"“{en}” on the sheet “{title.en}”")
        yield site.replace("/", "."), place
        if site.removeprefix("document/") in _BARE:
            yield site.removeprefix("document/"), place
    yield "documents", _sheet(title)


def _prose() -> Iterator[tuple[str, Message]]:
    title = TITLES[PROSE]
    for site, label in prose((), ()).items():
        place = Message(f"phần “{label.vi}” của trang “{title.vi}”",
                        f"the part “{label.en}” of the sheet “{title.en}”")  # fmt: skip
        yield site.replace("/", "."), place
        yield f"{site.replace('/', '.')}.vi", place


def _columns() -> Iterator[tuple[str, Message]]:
    for sheet in (TASKS, TARGETS, VALUES, GROUPS):
        for name in sheet.columns:
            if name != PARENT:
                yield name.removesuffix(".vi"), _column(sheet, name)


def _sheets() -> Iterator[tuple[str, Message]]:
    for sheet in SHEETS:
        yield sheet.key, _sheet(sheet.title)


def _column(sheet: Sheet, name: str) -> Message:
    title = sheet.columns[name].title
    return Message(f"cột “{title.vi}” của trang “{sheet.title.vi}”",
                   f"the column “{title.en}” of the sheet “{sheet.title.en}”")  # fmt: skip


def _sheet(title: Message) -> Message:
    return Message(f"trang “{title.vi}”", f"the sheet “{title.en}”")
