"""Text as Unicode: one normal form, what XML cannot hold, ids without diacritics, near names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import filterfalse

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BARRED_D = str.maketrans("đĐ", "dD")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_NO_WORD = re.compile(r"[^a-zà-ỹđ]*", re.DOTALL)
_FIRST_LETTER = re.compile(r"[^\W_]")

# Below this likeness (0 to 1) a name is a different name, not a slip of the pen.
_LIKE = 0.6


def nfc(s: str) -> str:
    """The text in Unicode's composed form, the only one that is stored and compared."""
    return unicodedata.normalize("NFC", s)


def forbidden_characters(s: str) -> tuple[str, ...]:
    """The characters of the text that XML 1.0 cannot hold, each once, in order of appearance.

    Tab, line feed and carriage return are allowed, and so are DEL and the C1 controls.
    """
    return tuple(dict.fromkeys(_FORBIDDEN.findall(s)))


def unaccented(s: str) -> str:
    """The text without diacritics, đ as d; capitals, spaces and punctuation stay."""
    if s.isascii():
        return s
    split = unicodedata.normalize("NFD", s.translate(_BARRED_D))
    return nfc("".join(filterfalse(unicodedata.combining, split)))


def slug(s: str) -> str:
    """An id of a–z, 0–9 and single hyphens: `so-khoa-hoc-va-cong-nghe`.

    Empty where the text has no Latin letter and no digit.
    """
    return _NOT_IN_A_SLUG.sub("-", unaccented(s).casefold()).strip("-")


def is_neutral(s: str) -> bool:
    """Whether a text says the same in both languages: symbols, figures, capitals (`% GRDP`)."""
    return _NO_WORD.fullmatch(s) is not None


def punctuated(lines: list[str], start: str, between: str, last: str) -> tuple[str, ...]:
    """The lines with `start` before each, `between` after each, and `last` after the last.

    Empty lines are left out.
    """
    ends = [between] * (len(lines) - 1) + [last] * bool(lines)
    return tuple(f"{start}{line}{end}" for line, end in zip(lines, ends, strict=True) if line)


def small_first(s: str) -> str:
    """The text with its first character in lower case, as it stands within a sentence."""
    return s[:1].lower() + s[1:]


def capital_first(s: str) -> str:
    """The text with its first letter or digit in upper case; quotes and dashes before it stay.

    The rest is left as it is: `ủy ban nhân dân tỉnh X` keeps its X.
    """
    found = _FIRST_LETTER.search(s)
    if found is None:
        return s
    return s[: found.start()] + found[0].upper() + s[found.end() :]


def nearest(word: str, known: Iterable[str], n: int = 1) -> tuple[str, ...]:
    """At most n of the known names that the word may have been meant to be, the likeliest first.

    Capitals and diacritics count only between names that are equally near; names that are
    equally near in every respect come in the order given. Empty where nothing is near.
    """
    plain = SequenceMatcher(None, autojunk=False)
    plain.set_seq2(_folded(word))
    near = [(score, name) for name in known if (score := _likeness(plain, name)) >= _LIKE]
    near.sort(key=lambda found: (-found[0], -SequenceMatcher(None, found[1], word).ratio()))
    return tuple(name for _, name in near[:n])


def _likeness(matcher: SequenceMatcher[str], name: str) -> float:
    # The two quick ratios are upper bounds: most of a thousand names end there.
    matcher.set_seq1(_folded(name))
    if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
        return 0.0
    return matcher.ratio()


def _folded(s: str) -> str:
    return unaccented(s).casefold()
