"""The table of opinions as a Word file, as offices send it round with the next draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from r57plans.assets import templates_folder
from r57plans.documents.templates import compiled_file
from r57plans.findings import Language
from r57plans.model.plan import Plan
from r57plans.opinions.decided import Decided
from r57plans.word.template import Properties


def opinions(decided: Sequence[Decided], plan: Plan, language: Language = "vi") -> bytes:
    """The Word file: for each author or file in turn, what they proposed and the answer.

    What one person says of one task, target or section is one opinion; where some of it was taken
    and some not, it is answered point by point.
    """
