"""Particulars in the words of an office, and the values that these words stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from r57plans.workbook.cells import CellText
from r57plans.workbook.coded import is_unknown, read_code, say_code
from r57plans.workbook.dating import day_of_serial, iso_day
from r57plans.workbook.fields import BodyNames
from r57plans.workbook.general import pick_of

NAMED = ("posts", "bodies", "deciders")
"""Lists of names that are known only once the province and the date are."""
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def say_particular(site: str, value: str, names: BodyNames) -> str:
    """What a cell says for a value: words, else the value itself; "" where neither would be read
    back as it."""
    pick = pick_of(site)
    if pick == "posts":
        said = names.say({"role": value})
    elif pick == "bodies":
        said = names.say(value)
    elif pick == "deciders":
        said = say_code("authorities", value)
        said = names.say(value) if said == value else said
    elif site.endswith("/date"):
        said = say_day(value)
    else:
        said = say_code(pick, value)
    tried = (each for each in (said, value) if each)
    return next((s for s in tried if read_particular(site, CellText(s), names) == value), "")


def read_particular(site: str, cell: CellText, names: BodyNames) -> str:
    """The value that a cell means; words that mean none as they are."""
    pick = pick_of(site)
    if site.endswith("/date"):
        return iso_day(replace(cell, text=day_of_serial(cell.text)))
    if pick not in NAMED:
        return read_code(pick, cell.text)
    if pick == "deciders" and not is_unknown("authorities", read_code("authorities", cell.text)):
        return read_code("authorities", cell.text)
    found = names.read(cell.text)
    meant = found.get("role") if isinstance(found, dict) else found
    return meant if isinstance(meant, str) else cell.text


def say_day(iso: str) -> str:
    """`28/3/2025` or `3/2025`; what is no such date as it is."""
    found = _ISO.fullmatch(iso)
    if not found:
        return iso
    numbers = [str(int(part)) for part in (found[3], found[2]) if part]
    return "/".join([*numbers, found[1]])
