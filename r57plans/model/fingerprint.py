"""Fingerprints of a source's sentences, so that a changed source is noticed."""

from __future__ import annotations

import hashlib
import unicodedata

from r57plans.language import spell

LENGTH = 16
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″"
_DASHES = "-‐‑‒–—―−"
_UNIFIED = str.maketrans({**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-")})
_OUTER = " .,;:!?…-'()[]•*"


def normalised(text: str) -> str:
    """The sentence as it is compared: NFC, without case, one kind of quote, dash, blank, tone mark.

    Punctuation at both ends is dropped, that inside stays: a list's dash or a missing full stop
    is no change of the source, a missing comma is one.
    """
    folded = spell(
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold()), "new"
    )
    return " ".join(folded.translate(_UNIFIED).split()).strip(_OUTER)


def fingerprint(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the normalised sentence."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:LENGTH]
