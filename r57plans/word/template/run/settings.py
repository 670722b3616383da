"""What a program calls for the settings of a cell: its span, its fill, its width."""

from __future__ import annotations

import re

from r57plans.findings import Message
from r57plans.word.template.told.faults import MisuseError

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_WIDEST = 31_680  # twips: 22 inches, the widest page that Word has
_MOST_COLUMNS = 63


def colspan(value: object) -> str:
    """The property that lets a cell span columns, 1 to 63."""
    span = _number(value, 1, _MOST_COLUMNS)
    return f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""


def cellbg(value: object) -> str:
    """The property that fills a cell: six hexadecimal digits, with or without `#`; "" for none."""
    said = "" if value is None else str(value).removeprefix("#")
    if said and not _COLOUR.fullmatch(said):
        shown = repr(said)
        raise MisuseError(
            "template.value",
            Message(
                vi=f"màu {shown} không phải sáu chữ số thập lục phân",
                en=f"the colour {shown} is not six hexadecimal digits",
            ),
        )
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{said.upper()}"/>' if said else ""


def cellwidth(value: object) -> str:
    """The property that sets a cell's width, in twips."""
    return f'<w:tcW w:w="{_number(value, 0, _WIDEST)}" w:type="dxa"/>'


def hspan(value: object, rounds: int) -> str:
    """The span of one cell that stands for those of all rounds of a loop."""
    return colspan(_number(value, 1, _MOST_COLUMNS) * max(rounds, 1))


def columns(width: object, span: object) -> str:
    """The columns of a table's grid under one cell: its width, shared by the columns it spans."""
    whole, number = _number(width, 0, _WIDEST), _number(span, 1, _MOST_COLUMNS)
    each, rest = divmod(whole, number)
    return "".join(f'<w:gridCol w:w="{each + (i < rest)}"/>' for i in range(number))


def _number(value: object, least: int, most: int) -> int:
    if type(value) is int and least <= value <= most:
        return value
    text = str(value)
    good = isinstance(value, int | str) and text.isdecimal() and len(text) <= len(str(most))
    if good and least <= int(text) <= most:
        return int(text)
    raise MisuseError(
        "template.value",
        Message(
            vi=f"{text!r} không phải số nguyên từ {least} đến {most}",
            en=f"{text!r} is not a whole number from {least} to {most}",
        ),
    )
