"""Totals that a running text says: "gồm 12 nhiệm vụ", "8 chỉ tiêu cao hơn", "ba sáng kiến"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from r57plans.language.text import nfc

Counted = Literal["group", "task", "target", "initiative"]
Standing = Literal["higher", "equal", "lower", "own", "share"]

_FIGURES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_UNITS = dict(zip(_FIGURES, range(11), strict=True)) | {"bẩy": 7}
_LAST = {"một": 1, "mốt": 1, "tư": 4, "lăm": 5} | _UNITS  # as they stand behind a ten
_NOUNS: dict[str, Counted] = {
    "nhóm nhiệm vụ": "group", "nhiệm vụ": "task", "đầu việc": "task", "chỉ tiêu": "target",
    "sáng kiến": "initiative", "bài toán lớn": "initiative",
}  # fmt: skip
_STANDINGS: dict[str, Standing] = {
    "cao hơn": "higher", "vượt": "higher", "bằng": "equal", "thấp hơn": "lower",
    "riêng": "own", "đặc thù": "own", "đóng góp": "share",
}  # fmt: skip

# A number counts all there is only after such a word; "3 nhiệm vụ đột phá" are some of them.
_ALL = r"gồm|bao gồm|tổng số|tổng cộng|tất cả|toàn bộ|xác định|đề ra|có|với"
_OF_EACH = re.compile(r"(?<!\w)(?:mỗi|từng)(?!\w)[^.;]*\Z", re.IGNORECASE)
# What another document holds: "Nghị quyết số 03/NQ-CP gồm 140 nhiệm vụ".
_OF_OTHERS = re.compile(
    r"(?:\A|[.;:])\s*(?:(?:Nghị quyết|Quyết định)(?! này)|Chính phủ|Trung ương|Bộ [A-ZĐ]|"
    r"(?:Chương trình|Kế hoạch)(?: hành động)? của (?:Chính phủ|Bộ|Trung ương|Ban Chỉ đạo Trung)"
    r")[^.;:]*\Z"
)
_SOME = re.compile(
    r"\s*(?:,\s*giải pháp\s*)?(?:trọng tâm|trọng điểm|ưu tiên|đột phá|cấp bách|"
    r"cấp thiết|then chốt|thường xuyên|mới|chung|chính|chủ yếu|quan trọng|được|của|do|đã|chưa|"
    r"hoàn thành|quá hạn|trong|thuộc|khác)\b"
)
_TENS = rf"(?:(?:{'|'.join(_FIGURES[2:10])})\s+mươi|mười)(?:\s+(?:{'|'.join(_LAST)}))?"
_COUNTED = (
    rf"(?P<number>\d{{1,3}}|{_TENS}|{'|'.join(_UNITS)})\s+(?P<noun>{'|'.join(_NOUNS)})(?!\w)"
    rf"(?:\s+(?P<standing>{'|'.join(_STANDINGS)})(?!\w))?"
)
_COUNT = re.compile(rf"(?<!\w)(?P<all>(?:{_ALL})\s+)?{_COUNTED}", re.IGNORECASE)
_SUMMED = re.compile(
    rf"(?<!\w)tổng số (?P<noun>{'|'.join(_NOUNS)})(?: là|:)\s*(?P<number>\d{{1,3}})(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:\s+cụ thể)?(?:,|\s+và|, và)\s*\Z")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, as a text says; `standing` where only targets of one are counted."""

    written: str
    number: int
    noun: Counted
    standing: Standing | None = None


def counts_in(text: str) -> Iterator[Count]:
    """The totals in a Vietnamese text; numbers that count only some of a kind are left out."""
    words, total_to = nfc(text), 0
    for found in _COUNT.finditer(words):
        before = words[: found.start()]
        noun = _NOUNS[found["noun"].casefold()]
        standing = _STANDINGS.get((found["standing"] or "").casefold())
        goes_on = total_to > 0 and _GOES_ON.fullmatch(words, total_to, found.start())
        total = found["all"] or goes_on or noun == "initiative" or (noun == "target" and standing)
        some = standing is None and _SOME.match(words, found.end())
        if total and not some and not _OF_EACH.search(before) and not _OF_OTHERS.search(before):
            total_to = found.end()
            said = found[0].removeprefix(found["all"] or "")
            yield Count(said, _number(found["number"]), noun, standing)
    for found in _SUMMED.finditer(words):
        yield Count(found[0], _number(found["number"]), _NOUNS[found["noun"].casefold()])


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    ten, mark, last = written.casefold().partition("mười")
    if not mark:
        ten, mark, last = written.casefold().partition("mươi")
    if not mark:
        return _UNITS[written.casefold()]
    return 10 * _UNITS.get(ten.strip(), 1) + _LAST.get(last.strip(), 0)
