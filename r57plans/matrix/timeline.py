"""The deadlines of each sub-task over all plans, as SVG: from the earliest to the latest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.matrix.records import Column, Matrix, Spread
from r57plans.matrix.tables import outliers

_NAME, _PLOT, _COUNT, _HIGH, _HEAD = 400, 600, 110, 16, 26
_LETTERS = 68  # of a title that go beside a line
_NEAR = 34  # pixels between two years' names
_LABEL = Message("Thời hạn của nhóm {}", "Deadlines of group {}")
_SPREAD = Message(
    "sớm nhất {}, trung vị {}, muộn nhất {}; {} kế hoạch có ngày, {} không có",
    "earliest {}, median {}, latest {}; {} plans with a day, {} without",
)
_ODD = Message("khác biệt lớn: {}", "outliers: {}")
_PLANS = Message("{} kế hoạch", "{} plans")


def timelines(found: Matrix, language: Language) -> Iterator[tuple[str, str]]:
    """The number of each group that has deadlines, and its picture."""
    there = [spread for spread in found.spreads if spread.earliest]
    if not there:
        return
    scale = _Scale(
        min(s.earliest for s in there if s.earliest), max(s.latest for s in there if s.latest)
    )
    columns = {column.id: column for column in found.sub_tasks}
    groups = dict.fromkeys(spread.sub_task.partition(".")[0] for spread in there)
    for group in groups:
        rows = [s for s in there if s.sub_task.partition(".")[0] == group]
        yield group, _picture(found, group, rows, columns, scale, language)


class _Scale:
    """Days as places from left to right; whole years."""

    def __init__(self, first: date, last: date) -> None:
        self.years = range(first.year, last.year + 2)
        self._start = date(first.year, 1, 1).toordinal()
        self._length = date(last.year + 1, 1, 1).toordinal() - self._start

    def x(self, day: date) -> float:
        """The place of a day."""
        return round(_NAME + _PLOT * (day.toordinal() - self._start) / self._length, 1)

    def lines(self) -> Iterator[tuple[float, str]]:
        """A line for each year, and for each quarter where there are few; named by the year."""
        named = -100.0
        for year in self.years:
            x = self.x(date(year, 1, 1))
            name = str(year) if x - named >= _NEAR and year != self.years[-1] else ""
            named = x if name else named
            yield x, name
            if len(self.years) <= 4 and year != self.years[-1]:
                yield from ((self.x(date(year, month, 1)), "") for month in (4, 7, 10))


def _picture(
    found: Matrix,
    group: str,
    rows: Sequence[Spread],
    columns: dict[str, Column],
    scale: _Scale,
    language: Language,
) -> str:
    wide, high = _NAME + _PLOT + _COUNT, _HEAD + _HIGH * len(rows) + 4
    inside = "".join(
        f'<line class="grid" x1="{x}" x2="{x}" y1="{_HEAD - 6}" y2="{high}"/>'
        f'<text class="quiet" x="{x + 3}" y="{_HEAD - 10}">{name}</text>'
        for x, name in scale.lines()
    )
    for number, spread in enumerate(rows):
        y = _HEAD + number * _HIGH + _HIGH // 2
        inside += _row(found, spread, columns[spread.sub_task], y, scale, language)
    label = escape(_LABEL.say(language).format(group))
    return (
        f'<svg class="timeline" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" aria-label="{label}" font-size="11">{inside}</svg>'
    )


def _row(
    found: Matrix, spread: Spread, column: Column, y: int, scale: _Scale, language: Language
) -> str:
    assert spread.earliest is not None, "only what has days is drawn"
    assert spread.median is not None, "it has days"
    assert spread.latest is not None, "it has days"
    first, middle, last = (scale.x(d) for d in (spread.earliest, spread.median, spread.latest))
    title = f"{column.id} {column.title.say(language)}"
    short = title if len(title) <= _LETTERS else f"{title[: _LETTERS - 1].rstrip()}…"
    said = escape(f"{title}: {_words(found, spread, language)}")
    odd = {scale.x(each.day) for each in spread.outliers}
    rings = "".join(f'<circle class="odd" cx="{x}" cy="{y}" r="5"/>' for x in sorted(odd))
    count = escape(_PLANS.say(language).format(spread.dated + spread.undated))
    return (
        f"<g><title>{said}</title>"
        f'<rect x="0" y="{y - _HIGH // 2}" width="{_NAME + _PLOT}" height="{_HIGH}" '
        f'fill="transparent"/><text x="0" y="{y + 4}">{escape(short)}</text>'
        f'<line class="span" x1="{first}" x2="{last}" y1="{y}" y2="{y}"/>'
        f'<line class="end" x1="{first}" x2="{first}" y1="{y - 5}" y2="{y + 5}"/>'
        f'<line class="end" x1="{last}" x2="{last}" y1="{y - 5}" y2="{y + 5}"/>'
        f'<rect class="median" x="{middle - 3}" y="{y - 5}" width="6" height="10"/>{rings}'
        f'<text class="quiet" x="{_NAME + _PLOT + 10}" y="{y + 4}">{count}</text></g>'
    )


def _words(found: Matrix, spread: Spread, language: Language) -> str:
    days = (spread.earliest, spread.median, spread.latest)
    named = [date_short(day, language) for day in days if day]
    said = _SPREAD.say(language).format(*named, spread.dated, spread.undated)
    odd = outliers(found, spread, language)
    return f"{said}; {_ODD.say(language).format(odd)}" if odd else said
