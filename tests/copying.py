"""Whether a text copies a source: runs of words that both have, compared by hashes of windows.

`tests/catalogue/windows.{en,vi}.txt` hold the hash of every run of 13 English words or 25
Vietnamese syllables of the Resolution, so that the comparison needs no copy of its text:

    python tests/copying.py vi < text-of-the-resolution
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from r57plans.catalogue.segment import sentences
from r57plans.language import spell

LONGEST = {"en": 12, "vi": 24}
FIXED = {
    "en": (
        "science technology innovation and national digital transformation",
        "science technology innovation and digital transformation",
        "science technology and innovation",
        "science technology and digital transformation",
        "the central committee of the communist party of vietnam",
        "vietnam academy of science and technology",
        "vietnam academy of social sciences",
    ),
    "vi": (
        "khoa học công nghệ đổi mới sáng tạo và chuyển đổi số quốc gia",
        "khoa học công nghệ đổi mới sáng tạo và chuyển đổi số",
        "khoa học công nghệ đổi mới sáng tạo chuyển đổi số quốc gia",
        "khoa học công nghệ đổi mới sáng tạo",
        "khoa học và công nghệ đổi mới sáng tạo",
        "ban chỉ đạo trung ương về phát triển khoa học công nghệ đổi mới sáng tạo và chuyển đổi số",
        "viện hàn lâm khoa học và công nghệ việt nam",
        "viện hàn lâm khoa học xã hội việt nam",
    ),
}
STOP = "|"
FOLDER = Path(__file__).parent / "catalogue"


def words(text: str, language: str) -> list[str]:
    """The words in small letters; a fixed phrase or a name becomes a stop that no run crosses."""
    spelled = spell(text, "new") if language == "vi" else text
    plain = " ".join(re.findall(r"[^\W_]+", spelled.lower()))
    for phrase in sorted(FIXED[language], key=len, reverse=True):
        plain = re.sub(rf"\b{phrase}\b", STOP, plain)
    return plain.split()


def windows(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Hash and words of each run that is one longer than what may be copied."""
    size = LONGEST[language] + 1
    found = words(text, language)
    for start in range(len(found) - size + 1):
        run = found[start : start + size]
        if STOP not in run:
            joined = " ".join(run)
            yield hashlib.sha256(joined.encode()).hexdigest()[:12], joined


def copied(text: str, language: str, known: frozenset[str]) -> list[str]:
    """The runs of a text that the source has too."""
    return [run for digest, run in windows(text, language) if digest in known]


def known_windows(language: str) -> frozenset[str]:
    """The hashes of the source's own runs."""
    return frozenset((FOLDER / f"windows.{language}.txt").read_text("ascii").split())


def main() -> None:
    """Writes the hashes of the text on standard input."""
    language = sys.argv[1]
    found = {d for s in sentences(sys.stdin.read()) for d, _ in windows(s.text, language)}
    (FOLDER / f"windows.{language}.txt").write_text("\n".join(sorted(found)) + "\n", "ascii")


if __name__ == "__main__":
    main()
