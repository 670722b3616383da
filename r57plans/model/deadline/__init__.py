"""Deadlines: the author's words, what they mean, and the same in the other language.

What is ambiguous is decided here, once:

| wording | first day | last day | why |
|---|---|---|---|
| quý II/2025, trong quý II/2025 | 1/4/2025 | 30/6/2025 | any day of the quarter |
| đến (hết) quý II/2025, cuối quý II/2025 | none | 30/6/2025 | by then, begun at any time |
| đến năm 2030 | none | 31/12/2030 | the whole of the year named is still in time |
| 30/5/2025, đến ngày 30/5/2025 | 30/5/2025 | 30/5/2025 | a day is the day by which |
| trước ngày 30/5/2025 | none | 29/5/2025 | the day named is too late |
| trước quý III/2025, trước tháng 7/2025 | none | 30/6/2025 | the day before it begins |
| đầu năm / quý / tháng | its first day | 31/3; end of month 1; the 10th | its first part |
| giữa năm / quý / tháng | none | 30/6; 15th of the 2nd month; the 15th | the middle |
| từ quý II/2025 (trở đi), sau quý I/2025 | 1/4/2025 | none | no end is said |
| a unit without its year (30/5, quý II) | none | none | the year is never guessed |
| 15/6 và 15/12, days without a year | none | none | two days or more come back every year |
| 2025-05; 4-6/2025; 1-3/2025 | 1/5; 1/4; 1/1 | 31/5; 30/6; 31/3 | year-month; months from – to |
| tháng năm 2025 | – | – | unknown: a month left blank, or May without its `năm` |
| quý III, IV/2025; 2025 và 2026 | of the first | of the last | neighbours only |
| thường xuyên, báo cáo hằng quý | none | none | ongoing: only the reports come back |
| thường xuyên hằng năm | none | none | ongoing, and it has the rhythm beside it |
| giai đoạn 1 (đến 30/6/2025) | none | 30/6/2025 | it lasts until then; so with a rhythm |
| 5 ngày làm việc kể từ 15/4/2025 | 15/4/2025 | 22/4/2025 | from the next day, no holidays |
| 30 ngày kể từ 15/4/2025 | 15/4/2025 | 15/5/2025 | a range: every day counts but the first |
| 6 tháng (nothing else) | – | – | unknown: a span or a rhythm; `parse_period` reads it |
| by quý II/2025: two languages mixed | – | – | unknown, hence printed as it is |
| 2200 and after, 1899 and before | – | – | unknown: no plan has such a year |
"""

from __future__ import annotations

from r57plans.model.deadline.kinds import Cycle, DeadlineKind, Grain, Relation
from r57plans.model.deadline.parse import parse_deadline
from r57plans.model.deadline.periods import Period
from r57plans.model.deadline.read_periods import parse_period
from r57plans.model.deadline.units import Unit
from r57plans.model.deadline.value import Deadline, within_sentence
from r57plans.model.deadline.windows import Window

__all__ = [
    "Cycle",
    "Deadline",
    "DeadlineKind",
    "Grain",
    "Period",
    "Relation",
    "Unit",
    "Window",
    "parse_deadline",
    "parse_period",
    "within_sentence",
]
