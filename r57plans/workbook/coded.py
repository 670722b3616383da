"""What a plan file writes as an id, in the words of an office: status, province, product."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from r57plans.language import slug
from r57plans.load import load_registers

_FIXED: Mapping[str, Mapping[str, str]] = {
    "statuses": {"draft": "dự thảo", "signing": "trình ký", "issued": "đã ban hành"},
    "openings": {"paragraph": "thành một đoạn", "list": "liệt kê từng căn cứ"},
    "spellings": {"new": "kiểu mới (hòa, ủy)", "old": "kiểu cũ (hoà, uỷ)"},
    "levels": {"commune": "xã, phường, đặc khu", "province": "tỉnh, thành phố"},
    "compositions": {"list": "trong quyết định", "appendix": "thành phụ lục"},
    "relations": {
        "equal": "bằng", "higher": "cao hơn", "lower": "thấp hơn", "own": "của riêng địa phương",
        "share": "đóng góp vào chỉ tiêu chung",
    },
    "styles": {"decimal": "1, 2, 3", "roman": "I, II, III", "letter": "a, b, c",
               "none": "không đánh số"},
    "issuers": {
        "tinh-uy": "Tỉnh ủy", "thanh-uy": "Thành ủy", "dang-uy": "Đảng ủy",
        "ban-chi-dao": "Ban Chỉ đạo", "ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân",
        "chinh-phu": "Chính phủ", "van-phong-tinh-uy": "Văn phòng Tỉnh ủy, Thành ủy",
        "van-phong-dang-uy-xa": "Văn phòng Đảng ủy",
        "so-khoa-hoc-va-cong-nghe": "Sở Khoa học và Công nghệ",
        "phong-van-hoa-xa-hoi-xa": "Phòng Văn hóa - Xã hội",
    },
}  # fmt: skip
CODED = (*_FIXED, "products", "urgencies", "authorities")
"""The kinds of which a plan takes any, on whatever day."""
_UNIT = ("tinh-", "thanh-pho-", "tp-")


def say_code(kind: str, name: str) -> str:
    """The words for an id; the id itself where there are none."""
    return _words(kind).get(name, name)


def read_code(kind: str, said: str) -> str:
    """The id that words stand for; words that stand for none as they are.

    Capitals and diacritics do not count. An id may be written as well.
    """
    meant = _ids(kind)
    plain = slug(said)
    if plain in meant:
        return meant[plain]
    short = next((plain.removeprefix(u) for u in _UNIT if plain.startswith(u)), plain)
    return meant.get(short, said) if kind == "provinces" else said


def is_unknown(kind: str, value: object) -> bool:
    """Whether a value is none of the ids of a kind that has words."""
    return isinstance(value, str) and bool(_words(kind)) and value not in _words(kind)


def words_of(kind: str) -> tuple[str, ...]:
    """What there is to pick from."""
    return tuple(_words(kind).values())


@cache
def _words(kind: str) -> Mapping[str, str]:
    registers = load_registers()
    if kind == "provinces":
        return {each.id: each.vi for each in registers.provinces}
    if kind == "products":
        return {each.id: each.vi for each in registers.products.values()}
    if kind == "urgencies":
        return {name: text.say("vi") for name, text in registers.terms.urgency.items()}
    if kind == "authorities":
        named = {each.id: each.vi for each in registers.authorities.values()}
        return named | {"ban-chap-hanh": "Ban Chấp hành"}
    return _FIXED.get(kind, {})


@cache
def _ids(kind: str) -> Mapping[str, str]:
    """The ids by words; where two have the same, the first is meant."""
    found: dict[str, str] = {}
    for name, words in _words(kind).items():
        found.setdefault(slug(words), name)
    return found | {slug(name): name for name in _words(kind)}
