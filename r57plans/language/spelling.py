"""Where the tone mark stands: the new style (hòa, khỏe, ủy) or the older one (hoà, khoẻ, uỷ)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Literal

from r57plans.language.text import nfc

SpellingStyle = Literal["new", "old"]

# The styles differ in these vowel groups alone, and only where nothing follows them.
_GROUPS = ("oa", "oe", "uy")
_TONES = "\u0300\u0301\u0303\u0309\u0323"

# No q: in "quý" the u belongs to the consonant. Whole onsets, so that "Chloé" stays French.
_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx]"
_LETTER = r"[^\W\d_]"
_LETTER_OR_MARK = r"(?:[^\W\d_]|[\u0300-\u036f])"


@lru_cache(maxsize=8192)  # as `keep_together`: the same texts come in plan after plan
def spell(s: str, style: SpellingStyle) -> str:
    """The text, in NFC, with every tone mark where the style has it.

    Only open syllables differ: `hoàn`, `thuyền` and `quý` are the same in both styles, and
    so is every word without a tone mark. English in the same text stays as it is.
    """
    table = _MOVES[style]
    return _PATTERNS[style].sub(lambda found: found[1] + table[found[2]], nfc(s))


def _both_spellings() -> list[tuple[str, str]]:
    """Each marked group, in every mix of capitals, as (new, old)."""
    pairs = []
    for group, tone in product(_GROUPS, _TONES):
        for first, second in product(*((c, c.upper()) for c in group)):
            pairs.append((nfc(first + tone) + second, first + nfc(second + tone)))
    return pairs


def _pattern(groups: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER})((?i:{_ONSETS})?)({'|'.join(groups)})(?!{_LETTER_OR_MARK})")


_MOVES: dict[SpellingStyle, dict[str, str]] = {
    "new": {old: new for new, old in _both_spellings()},
    "old": dict(_both_spellings()),
}
_PATTERNS = {style: _pattern(groups) for style, groups in _MOVES.items()}
