"""What a cell says, as the items of a list: products, and names of bodies, which hold commas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_DASH = re.compile(r"^(?:[-–—+•*]|\(\d{1,2}\)|\d{1,2}[.)](?=\s)|[a-zđ]\))\s*")
_ENDS = " ;,."
_JOINTS = re.compile(r"(,\s*|\s+và\s+|\s*&\s+|\s+and\s+)")
_BODY = re.compile(
    r"(?:Sở|Ban|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Công an|Văn phòng|VP|Đảng ủy|Đảng uỷ|Tỉnh ủy|"
    r"Thành ủy|Các|Trường|Liên minh|Liên đoàn|Thanh tra|Viện|Trung tâm|Cục|Chi cục|Tỉnh đoàn|"
    r"Thành đoàn|Đoàn|Đài|Báo|Mặt trận|MTTQ|UBMTTQ|Ngân hàng|Bưu điện|Viễn thông|Tập đoàn|"
    r"Công ty|Doanh nghiệp|Bảo hiểm|Kho bạc|Quỹ|Học viện|Đại học|Bệnh viện|Kiểm toán|Tòa án|"
    r"Phòng|BQL|Thuế|Hải quan|Điện lực|Department|Office|Committee|People|Commission)\b"
)
_CLASS = re.compile(r"các (?:sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|xã|phường|tổ chức|cấp)\b")
_BARE = re.compile(r"(?:Đảng ủy|Đảng uỷ|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Các \w+)", re.I)


def items(lines: Sequence[str]) -> tuple[str, ...]:
    """The items of a cell: one a line or between semicolons, without dashes and end marks.

    A line that begins with a small letter goes on with the one before.
    """
    parts = (part for line in _unwrapped(lines) for part in _parts(line))
    return tuple(found for part in parts if (found := _DASH.sub("", part.strip()).strip(_ENDS)))


def text_and_parts(lines: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The text of a task, and its parts where the cell's paragraphs are a list: `(1) …`, `- …`.

    Paragraphs are parts where each has a mark, or the first ends in a colon, or each ends in a
    semicolon; else they are one text.
    """
    first, *others = _unwrapped(lines)
    marked = all(map(_DASH.match, others))
    listed = all(line.endswith(";") for line in others[:-1]) and len(others) > 1
    if others and (marked or listed or first.endswith(":")):
        return first, tuple(_DASH.sub("", line, count=1) for line in others)
    return " ".join(lines), ()


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, those that begin with a small letter joined to the one before."""
    joined: list[str] = []
    for line in lines:
        goes_on = bool(joined) and line[:1].islower() and not joined[-1].endswith(";")
        if goes_on and not _DASH.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _parts(line: str) -> list[str]:
    """Between semicolons, but for those in brackets."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(line):
        depth += (sign == "(") - (sign == ")")
        if sign == ";" and depth <= 0:
            parts.append(line[start:at])
            start = at + 1
    return [*parts, line[start:]]


def names(lines: Sequence[str], known: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of bodies in a cell; a name that is known may hold commas and `và`."""
    found = (name for item in items(lines) for name in _names(item, known))
    return tuple(dict.fromkeys(found))


def _names(item: str, known: Callable[[str], bool]) -> Iterator[str]:
    pieces = _JOINTS.split(item)
    if len(pieces) == 1 or len(pieces) > 61 or known(item):
        yield item
        return
    waiting: list[str] = []
    at = 0
    while at < len(pieces):
        end = _longest(pieces, at, known)
        if end:
            yield from _unknown(waiting)
            waiting = []
            yield "".join(pieces[at:end]).strip(_ENDS)
            at = end + 1
        else:
            waiting += pieces[at : at + 2]
            at += 2
    yield from _unknown(waiting)


def _longest(pieces: Sequence[str], at: int, known: Callable[[str], bool]) -> int:
    """Where the longest known name that begins here ends; 0 where there is none.

    A name does not end before a small letter: `UBND các xã, phường` is one.
    """
    last = min(len(pieces), at + 13)
    ends = range(last if (last - at) % 2 else last - 1, at, -2)
    may_end = (end for end in ends if end >= len(pieces) or _begins(pieces[end + 1]))
    return next((end for end in may_end if known("".join(pieces[at:end]).strip(_ENDS))), 0)


def _begins(piece: str) -> bool:
    return not piece[:1].islower() or bool(_CLASS.match(piece))


def _unknown(pieces: Sequence[str]) -> Iterator[str]:
    """Names that no register has: cut before a word with which names of bodies begin."""
    said = ""
    for at in range(0, len(pieces), 2):
        part = pieces[at]
        if said and _BODY.match(part) and not _BARE.fullmatch(said):
            yield said.strip(_ENDS)
            said = part
        else:
            said += (pieces[at - 1] if said else "") + part
    if said.strip(_ENDS):
        yield said.strip(_ENDS)
