"""The heat map, provinces by paragraphs, as SVG: a number in each cell beside its colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil, floor

from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.matrix.records import Column, Matrix, Row, Share

_LETTERS = 32  # of a name that go before a row
_MOST = 34  # rows of one picture, which has to go on a page
_NAME, _CELL, _HIGH, _GAP, _HEAD = 190, 32, 17, 7, 24
_STEPS = ((1, "0"), (25, "1"), (50, "2"), (75, "3"), (100, "4"))
NOTHING = "x"
_TOTAL = Message("Toàn bộ", "All")
_MAP = Message(
    "Bản đồ nhiệt: {} địa phương, {} đoạn của Phần III",
    "Heat map: {} provinces, {} paragraphs of Part III",
)
_TAKEN = Message("có {} trên {} nhiệm vụ", "takes {} of {} sub-tasks")
_NO_DUTY = Message("không có nhiệm vụ của tỉnh", "nothing is asked of provinces")
_LEFT = Message("{} không đưa vào, có lý do", "{} left out, with reasons")
_LAST = Message("chậm nhất {}", "the last by {}")
_LEADS = Message("chủ trì: {}", "lead: {}")
_DONE = Message("hoàn thành {} trên {}", "done: {} of {}")
_MANY = 4  # bodies named in a cell's words


def level(part: float | None) -> str:
    """The class of a share: `0` none, `1` to `4` by quarters, `5` all of it, `x` not asked."""
    if part is None:
        return NOTHING
    shown = percent(part)
    return next((name for limit, name in _STEPS if shown < limit), "5")


def percent(part: float) -> int:
    """A share in whole per cent; 0 only where there is nothing, 100 only where it is all."""
    return 0 if part <= 0 else 100 if part >= 1 else min(99, max(1, floor(part * 100 + 0.5)))


def heat_maps(found: Matrix, language: Language) -> Iterator[str]:
    """The pictures, each of as many provinces as go on one page."""
    count = max(1, ceil(len(found.plans) / _MOST))
    each = ceil(len(found.plans) / count)
    for start in range(0, len(found.plans), each):
        yield _picture(found, found.plans[start : start + each], start, language)


def _picture(found: Matrix, rows: Sequence[Row], start: int, language: Language) -> str:
    places = list(_places(found.paragraphs))
    wide = places[-1] + 2 * _CELL + 3 * _GAP if places else _NAME
    high = _HEAD + _HIGH * len(rows) + 4
    label = _MAP.say(language).format(len(rows), len(found.paragraphs))
    inside = "".join(_heads(found.paragraphs, places, language))
    for number, row in enumerate(rows):
        inside += _row(found, row, start + number, number, places, language)
    return (
        f'<svg class="heat" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" aria-label="{escape(label)}" font-size="11">{inside}</svg>'
    )


def _places(paragraphs: Iterable[Column]) -> Iterator[int]:
    """Where each column begins; groups stand a little apart."""
    x, before = _NAME, ""
    for paragraph in paragraphs:
        group = paragraph.id.partition(".")[0]
        x += _GAP if before and group != before else 0
        before = group
        yield x
        x += _CELL


def _heads(
    paragraphs: Sequence[Column], places: Sequence[int], language: Language
) -> Iterator[str]:
    for paragraph, x in zip(paragraphs, places, strict=True):
        said = escape(f"{paragraph.id} {paragraph.title.say(language)}")
        yield (
            f'<text x="{x + _CELL / 2}" y="{_HEAD - 8}" text-anchor="middle" font-weight="bold">'
            f"<title>{said}</title>{paragraph.id}</text>"
        )
    if places:
        x = places[-1] + _CELL + _GAP
        yield (
            f'<text x="{x + _CELL / 2}" y="{_HEAD - 8}" text-anchor="middle" '
            f'font-weight="bold">{escape(_TOTAL.say(language))}</text>'
        )


def _row(
    found: Matrix, row: Row, index: int, number: int, places: Sequence[int], language: Language
) -> str:
    y = _HEAD + number * _HIGH
    name = row.title.say(language)
    shares = [found.share(row.name, paragraph) for paragraph in found.paragraphs]
    made = [
        f'<text x="{_NAME - 6}" y="{y + 12}" text-anchor="end">{escape(_short(name))}</text>',
    ]
    for n, (paragraph, share) in enumerate(zip(found.paragraphs, shares, strict=True)):
        data = (
            f' data-row="{index}" data-column="{n}" data-province="{escape(name)}" '
            f'data-paragraph="{paragraph.id}"'
        )
        said = f"{name} · {paragraph.id} {paragraph.title.say(language)}: {words(share, language)}"
        made.append(_cell(share.part, places[n], y, data, said))
    if places:
        total = found.total(row.name)
        x = places[-1] + _CELL + _GAP
        made.append(_cell(total, x, y, "", f"{name} · {_TOTAL.say(language)}: {percent(total)}%"))
    return "".join(made)


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"


def _cell(part: float | None, x: int, y: int, data: str, said: str) -> str:
    kind = level(part)
    shown = "–" if part is None else str(percent(part))
    return (
        f'<rect class="h{kind}" x="{x}" y="{y}" width="{_CELL - 1}" height="{_HIGH - 1}"{data}>'
        f"<title>{escape(said)}</title></rect>"
        f'<text class="h{kind}" x="{x + (_CELL - 1) / 2}" y="{y + 12}" text-anchor="middle" '
        f'pointer-events="none">{shown}</text>'
    )


def words(share: Share, language: Language) -> str:
    """What a cell says: how much is taken, until when, by whom, and what is done."""
    if share.asked == 0:
        return _NO_DUTY.say(language)
    said = [_TAKEN.say(language).format(share.taken, share.asked)]
    if share.omitted:
        said.append(_LEFT.say(language).format(share.omitted))
    if share.last:
        said.append(_LAST.say(language).format(date_short(share.last, language)))
    if share.leads:
        names = [lead.say(language) for lead in share.leads[:_MANY]]
        more = ", …" if len(share.leads) > _MANY else ""
        said.append(_LEADS.say(language).format(", ".join(names) + more))
    if share.known:
        said.append(_DONE.say(language).format(share.done, share.known))
    return "; ".join(said)
