"""Numbers of list items: the letters of a Vietnamese enumeration and Roman numerals."""

from __future__ import annotations

from string import ascii_lowercase

from r57plans.findings import Language

# Official texts number points a, b, c, d, đ, e, g …: no f, j, w, z and no ă, â, ê, ô, ơ, ư.
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ALPHABETS: dict[Language, str] = {"vi": _ALPHABET, "en": ascii_lowercase}

_NUMERALS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LARGEST_ROMAN = 3999


def list_letter(n: int, lang: Language = "vi") -> str:
    """The letter of the nth point, counted from 1: a … y, then aa, ab … ay, ba …

    English points run through the English alphabet. Raises ValueError for n below 1.
    """
    if n < 1:
        raise ValueError(f"a list has no point {n}: points count from 1")
    alphabet = _ALPHABETS[lang]
    rest, place = divmod(n - 1, len(alphabet))
    return (list_letter(rest, lang) if rest else "") + alphabet[place]


def letter_number(s: str) -> int:
    """The number, counted from 1, of a point's letter in either case: đ is 5, aa is 24.

    Raises ValueError for what no Vietnamese list uses (f, j, w, z, ă) and for an empty text.
    """
    if not s:
        raise ValueError("an empty text is no list letter")
    number = 0
    for letter in s.lower():
        place = _ALPHABET.find(letter)
        if place < 0:
            raise ValueError(f"{s!r} is no list letter: official lists use only {_ALPHABET}")
        number = number * len(_ALPHABET) + place + 1
    return number


def roman(n: int) -> str:
    """The number, from 1 to 3999, as a Roman numeral in capitals; ValueError outside."""
    if not 1 <= n <= _LARGEST_ROMAN:
        raise ValueError(f"{n} has no Roman numeral: they run from 1 to {_LARGEST_ROMAN}")
    text = ""
    for value, numeral in _NUMERALS:
        count, n = divmod(n, value)
        text += numeral * count
    return text


def roman_number(s: str) -> int:
    """The value of a Roman numeral in either case.

    Only the usual spelling counts: ValueError for `IIII` and `IC` as for any other text.
    """
    values = [_VALUES.get(c, 0) for c in s.upper()]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values, 0][1:], strict=True)
    )
    if not 1 <= total <= _LARGEST_ROMAN or roman(total) != s.upper():
        raise ValueError(f"{s!r} is no Roman numeral")
    return total
