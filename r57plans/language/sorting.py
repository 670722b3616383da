"""Vietnamese alphabetical order, which neither code points nor the Unicode default give."""

from __future__ import annotations

import unicodedata

from r57plans.language.spaces import plain
from r57plans.language.text import nfc

VietnameseKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_FOREIGN_MARK = 6

# Above every code point, so that spaces and signs come first, then digits, then letters.
_FIRST_RANK = 0x110000
_RANKS = {c: _FIRST_RANK + place for place, c in enumerate("0123456789" + _ALPHABET)}
_FOREIGN_LETTERS = 2 * _FIRST_RANK


def vi_key(s: str) -> VietnameseKey:
    """A key for `sorted`: Bạc Liêu before Bắc Giang, Cao Bằng before Cần Thơ, đ after d.

    Letters decide first, over the whole text; then tones in dictionary order (ngang, huyền,
    hỏi, ngã, sắc, nặng); then small letters before capitals; then code points. Digits sort
    one by one, before letters: `Phường 10` comes before `Phường 2`.
    """
    text = nfc(plain(s))
    letters: list[str] = []
    tones: list[int] = []
    for c in unicodedata.normalize("NFD", text.casefold()):
        if not letters or not unicodedata.combining(c):
            letters.append(c)
            tones.append(0)
        elif (letter := nfc(letters[-1] + c)) in _RANKS:
            letters[-1] = letter
        else:
            tones[-1] = _TONES.get(c, _FOREIGN_MARK)
    return tuple(map(_rank, letters)), tuple(tones), tuple(c.isupper() for c in text), text


def _rank(letter: str) -> int:
    if letter.isalpha():
        return _RANKS.get(letter, _FOREIGN_LETTERS + ord(letter))
    return _RANKS.get(letter, ord(letter))
