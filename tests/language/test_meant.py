"""The question after a name that is not there, in one wording everywhere."""

from __future__ import annotations

import re
from pathlib import Path

from r57plans.language import did_you_mean

ROOM = Path(__file__).parents[2] / "r57plans"


def test_the_nearest_names_are_asked_after() -> None:
    known = ["leads", "lead", "text", "leader"]

    one, more = did_you_mean("leeds", known), did_you_mean("leads", known, 3)

    assert one == ("Có phải ý bạn là “leads”?", "Did you mean “leads”?")
    assert more is not None
    assert more.en == "Did you mean “leads”, “lead” or “leader”?"
    assert more.vi.endswith("“lead” hoặc “leader”?")
    assert did_you_mean("xyz", known) is None


def test_the_question_is_worded_in_one_place() -> None:
    worded = [
        path.name
        for path in ROOM.rglob("*.py")
        if re.search(r"(?i)có phải|did you mean", path.read_text(encoding="utf-8"))
    ]

    assert worded == ["meant.py"]
