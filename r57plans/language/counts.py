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
_WORDS = {name: number for number, name in enumerate(_FIGURES)} | {"bẩy": 7, "tư": 4}
_NOUNS: dict[str, Counted] = {
    "nhóm nhiệm vụ": "group", "nhiệm vụ": "task", "chỉ tiêu": "target", "sáng kiến": "initiative",
    "bài toán lớn": "initiative",
}  # fmt: skip
_STANDINGS: dict[str, Standing] = {
    "cao hơn": "higher", "vượt": "higher", "bằng": "equal", "thấp hơn": "lower",
    "riêng": "own", "đặc thù": "own", "đóng góp": "share",
}  # fmt: skip

# A number counts all there is only after such a word; "3 nhiệm vụ đột phá" are some of them.
_ALL = r"gồm|bao gồm|tổng số|tổng cộng|tất cả|toàn bộ|xác định|đề ra|có|với"
_OF_EACH = re.compile(r"(?<!\w)(?:mỗi|từng)(?!\w)[^.;]*\Z", re.IGNORECASE)
_SOME = re.compile(
    r"\s*(?:,\s*giải pháp\s*)?(?:trọng tâm|trọng điểm|ưu tiên|đột phá|cấp bách|cấp thiết|then chốt|"
    r"thường xuyên|mới|chung|chính|chủ yếu|quan trọng|được|của|do|đã|chưa|hoàn thành|quá hạn|"
    r"trong|thuộc|khác)\b"
)
_COUNT = re.compile(
    rf"(?<!\w)(?P<all>(?:{_ALL})\s+)?(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})\s+"
    rf"(?P<noun>{'|'.join(_NOUNS)})(?!\w)(?:\s+(?P<standing>{'|'.join(_STANDINGS)})(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, as a text says; `standing` where only targets of one are counted."""

    written: str
    number: int
    noun: Counted
    standing: Standing | None = None


def counts_in(text: str) -> Iterator[Count]:
    """The totals in a Vietnamese text; numbers that count only some of a kind are left out."""
    words = nfc(text)
    for found in _COUNT.finditer(words):
        noun = _NOUNS[found["noun"].casefold()]
        standing = _STANDINGS.get((found["standing"] or "").casefold())
        total = found["all"] or noun == "initiative" or (noun == "target" and standing)
        some = standing is None and _SOME.match(words, found.end())
        if total and not some and not _OF_EACH.search(words[: found.start()]):
            said = found[0].removeprefix(found["all"] or "")
            yield Count(said, _number(found["number"]), noun, standing)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written.casefold()]
