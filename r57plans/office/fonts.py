"""The font that stands for Times New Roman on this machine, and whether it has every letter."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from r57plans.office.program import said_by

TIMES = "Times New Roman"
"""The font of all official documents."""

_ALIKE = ("Tinos", "Liberation Serif")  # free, and as wide as it in every letter
_SECONDS = 60.0  # the first run after fonts were installed reads them all
# Where it comes with the system, which then has no fontconfig.
_PLACES = (
    Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts" / "times.ttf",
    Path("/System/Library/Fonts/Supplemental/Times New Roman.ttf"),
    Path("/Library/Fonts/Times New Roman.ttf"),
)
_VOWELS, _TONES = "aăâeêioôơuưy", ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@dataclass(frozen=True, slots=True)
class Serif:
    """A font: its family, one of its files, and the Vietnamese letters that a face of it lacks."""

    family: str
    file: str
    lacks: str

    @property
    def is_substitute(self) -> bool:
        """Whether it stands in another's place."""
        return self.family != TIMES


def vietnamese_letters() -> str:
    """All letters of Vietnamese, small and capital, that ASCII lacks."""
    toned = (unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in ("", *_TONES))
    small = "".join(letter for letter in (*toned, "đ") if not letter.isascii())
    return small + small.upper()


def serif() -> Serif | None:
    """The font that PDF files have for Times New Roman; None where the system does not say.

    It is Times New Roman, where that is installed; else the first one of the same widths that has
    every Vietnamese letter in each of its faces; else what the system takes for it.
    """
    if shutil.which("fc-list") is None:
        return next((Serif(TIMES, str(path), "") for path in _PLACES if path.is_file()), None)
    times = _family(TIMES)
    if times:
        return times
    alike = [found for found in map(_family, _ALIKE) if found]
    whole = next((found for found in alike if not found.lacks), None)
    return whole or _taken(alike)


def covering() -> tuple[str, ...]:
    """The families that have every letter of Vietnamese, as fontconfig says; sorted."""
    said = said_by(["fc-list", "-f", "%{family[0]}\\n", ":lang=vi"], _SECONDS)
    return tuple(sorted(set(said.split("\n")) - {""}))


def _taken(alike: list[Serif]) -> Serif | None:
    """What is used where no font of the same widths has every letter."""
    named = said_by(["fc-match", "-f", "%{family[0]}", TIMES], _SECONDS).strip()
    return next(iter(alike), None) or (_family(named) if named else None)


def _family(name: str) -> Serif | None:
    said = said_by(["fc-list", "-f", "%{file}\\t%{charset}\\n", f":family={name}"], _SECONDS)
    faces = [line.partition("\t") for line in said.splitlines() if "\t" in line]
    if not faces:
        return None
    lacks = {letter for _, _, charset in faces for letter in _lacking(charset)}
    ordered = "".join(letter for letter in vietnamese_letters() if letter in lacks)
    files = sorted((file for file, _, _ in faces), key=lambda f: ("Regular" not in f, f))
    return Serif(name, files[0], ordered)


def _lacking(charset: str) -> Iterator[str]:
    """The letters that are in none of the ranges `20-7e a0 1ea0-1ef9`."""
    ends = [word.partition("-") for word in charset.split()]
    ranges = [(int(first, 16), int(last or first, 16)) for first, _, last in ends]
    for letter in vietnamese_letters():
        if not any(first <= ord(letter) <= last for first, last in ranges):
            yield letter
