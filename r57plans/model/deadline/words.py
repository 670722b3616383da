"""The words that deadlines are made of, and how a wording is folded before it is read."""

from __future__ import annotations

import re
import unicodedata

from r57plans.findings import Language
from r57plans.model.deadline.kinds import Spoken

ENGLISH_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_ORDINALS = ["zeroth", "first", "second", "third", "fourth"]
_VIETNAMESE_NUMBERS = [
    "không",
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
]
ENGLISH_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
VIETNAMESE_WEEKDAYS = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"]
ENGLISH_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_NUMBERS: dict[str, int] = {
    **{word: n for n, word in enumerate(ENGLISH_NUMBERS)},
    **{word: n for n, word in enumerate(_ORDINALS)},
    **{word: n for n, word in enumerate(_VIETNAMESE_NUMBERS)},
    **{"tư": 4, "giêng": 1, "chạp": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4},
}
_MONTHS: dict[str, int] = {
    **{name: n for n, name in enumerate(ENGLISH_MONTHS, start=1)},
    **{name[:3]: n for n, name in enumerate(ENGLISH_MONTHS, start=1)},
    "sept": 9,
}
_WEEKDAYS: dict[str, int] = {
    **{f"thứ {name.casefold()}": n for n, name in enumerate(VIETNAMESE_WEEKDAYS, start=1)},
    **{f"thứ {n + 1}": n for n in range(1, 7)},
    **{name.casefold(): n for n, name in enumerate(ENGLISH_WEEKDAYS, start=1)},
    **{"chủ nhật": 7, "thứ bẩy": 6},
}


def _one_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


# Pieces of patterns: each is to be put in a group of its own.
A_NUMBER = f"[0-9]{{1,3}}|{_one_of(_NUMBERS)}"
A_MONTH_NAME = _one_of(_MONTHS)
A_WEEKDAY = _one_of(_WEEKDAYS)

# Spellings that mean the same: quí for quý, a misplaced tone mark, hàng for hằng, kì for kỳ.
_VARIANTS = {"quí": "quý", "qúy": "quý", "qúi": "quý", "hàng": "hằng", "kì": "kỳ"}
_VARIANT = re.compile(rf"\b(?:{'|'.join(_VARIANTS)})\b")
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212), "-")
_CALENDAR_WORDS = re.compile(
    rf"[\W\d_]+|\b(?:{A_MONTH_NAME}|ngày|tháng|năm|quý|đầu|giữa|cuối|hết|trước|sau|đến|từ|kể|trong"
    r"|tại|khi|ngay|theo|và|làm|việc|hằng|the|of|by|before|after|on|upon|at|in|from|to|and|when"
    r"|once|working|days?|months?|quarters?|half|years?|every|i|ii|iii|iv)\b"
)
_AROUND_SIGNS = re.compile(r"\s*([-/])\s*")
_ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|or|in|on|at|by|to|for|from|until|before|after|when|once|as|soon|upon|with"
    r"|within|every|each|end|year|years|month|months|week|weeks|day|days|not|no|due|phase|possible|asap|tbd)\b"
)


def fold(wording: str) -> str:
    """The wording in the one form that is read: small letters, single blanks, plain hyphens.

    Blanks around hyphens and slashes go, spelling variants are made one, closing stops go.
    """
    text = unicodedata.normalize("NFKC", wording).casefold()
    text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_DASHES)
    text = _AROUND_SIGNS.sub(r"\1", " ".join(text.split())).rstrip(".;, ")
    return _VARIANT.sub(lambda found: _VARIANTS[found[0]], text)


def is_only_calendar(text: str) -> bool:
    """Whether a folded text has no word but the calendar's: then it is a date that went wrong."""
    return not _CALENDAR_WORDS.sub("", text)


def number(word: str) -> int:
    """The number of figures, of a word in either language, or of a Roman numeral up to IV."""
    return int(word) if word.isdecimal() else _NUMBERS[word]


def month_number(name: str) -> int:
    """The number, 1 to 12, of an English month's folded name or its first three letters."""
    return _MONTHS[name]


def weekday_number(name: str) -> int:
    """The ISO number of a weekday, Monday 1 to Sunday 7; `thứ 2` is Monday."""
    return _WEEKDAYS[name]


def weekday(day: int, lang: Language) -> str:
    """The name of an ISO weekday: `thứ Sáu`, `Chủ nhật`, `Friday`."""
    if lang == "en":
        return ENGLISH_WEEKDAYS[day - 1]
    return "Chủ nhật" if day == 7 else f"thứ {VIETNAMESE_WEEKDAYS[day - 1]}"


def guess(wording: str) -> Spoken:
    """The language of words that were not understood; empty where there is no letter at all.

    Plain ASCII is English only with an English word of grammar in it: a bare text is Vietnamese.
    """
    text = fold(wording)
    if not any(c.isalpha() for c in text):
        return ""
    return "en" if text.isascii() and _ENGLISH_WORDS.search(text) else "vi"


def combined(*languages: Spoken) -> Spoken | None:
    """The one language of the parts of a wording; None where two languages are mixed."""
    said: list[Spoken] = [language for language in dict.fromkeys(languages) if language]
    if len(said) > 1:
        return None
    return said[0] if said else ""
