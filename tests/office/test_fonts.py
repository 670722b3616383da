"""Which font stands for Times New Roman, and which Vietnamese letters it lacks."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from office_builders import CUT, WHOLE, fonts, nothing

from r57plans.office import fonts as room
from r57plans.office import serif
from r57plans.office.fonts import covering, vietnamese_letters


def test_the_letters_are_those_of_vietnamese() -> None:
    letters = vietnamese_letters()

    assert len(letters) == len(set(letters)) == 134
    assert set("ắằẵươộđĐỮ") <= set(letters)
    assert unicodedata.is_normalized("NFC", letters)


@pytest.mark.parametrize(
    ("families", "family", "lacks"),
    [
        ({"Times_New_Roman": WHOLE, "Tinos": WHOLE}, "Times New Roman", False),
        ({"Times_New_Roman": CUT, "Tinos": WHOLE}, "Times New Roman", True),
        ({"Liberation_Serif": CUT, "Tinos": WHOLE}, "Tinos", False),
        ({"Liberation_Serif": WHOLE}, "Liberation Serif", False),
        ({"Liberation_Serif": CUT, "Noto": WHOLE}, "Liberation Serif", True),
        ({"Noto": WHOLE}, "Noto", False),
    ],
)
def test_a_font_as_wide_with_every_letter_comes_first(
    families: dict[str, str],
    family: str,
    lacks: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts(tmp_path, monkeypatch, **families)

    found = serif()

    assert found is not None
    assert (found.family, bool(found.lacks)) == (family, lacks)
    assert found.file.endswith("-Regular.ttf")
    assert found.is_substitute == (family != "Times New Roman")


def test_every_letter_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts(tmp_path, monkeypatch, Tinos=WHOLE.replace("1ea0-1ef9", "1ea0-1eae 1eb0-1ef9"))

    found = serif()

    assert found is not None
    assert found.lacks == "ắ"


def test_the_families_that_cover_vietnamese_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts(tmp_path, monkeypatch, Tinos=WHOLE, Arimo=WHOLE, Symbols=CUT)

    assert covering() == ("Arimo", "Tinos")


def test_where_the_system_does_not_say_a_file_of_the_font_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing(tmp_path, monkeypatch)
    file = tmp_path / "times.ttf"
    monkeypatch.setattr(room, "_PLACES", (file,))

    before = serif()
    file.write_bytes(b"")
    after = serif()

    assert before is None
    assert after is not None
    assert (after.family, after.file, after.lacks) == ("Times New Roman", str(file), "")
