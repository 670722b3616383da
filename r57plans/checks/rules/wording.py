"""How the plan is written: abbreviations that nothing explains, tone marks in two styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.case import Blanks, Case, Check, Hit, Settings
from r57plans.checks.texts import PlanText, printed_texts
from r57plans.findings import Message
from r57plans.language import spell
from r57plans.language.abbreviations import abbreviations_in, explained_in

_STYLES = {"new": Message("hòa, ủy", "hòa, ủy"), "old": Message("hoà, uỷ", "hoà, uỷ")}


def unexplained(case: Case, settings: Settings) -> Iterator[Hit]:
    """An abbreviation that the plan nowhere explains, each at its first place.

    `known` are those that need no explanation.
    """
    texts = list(printed_texts(case.plan))
    explained = {*settings["known"], *(a for text in texts for a in explained_in(text.vi))}
    first: dict[str, PlanText] = {}
    for text in texts:
        for short in abbreviations_in(text.vi):
            if short not in explained and not set(short.split("&")) <= explained:
                first.setdefault(short, text)
    for short, text in first.items():
        yield Hit(text.path, {"short": short})


def mixed_tone_marks(case: Case, settings: Settings) -> Iterator[Hit]:
    """Some texts have the tone marks of one style, some of the other: said once."""
    texts = list(printed_texts(case.plan))
    own = case.plan.spelling
    other = [text for text in texts if spell(text.vi, own) != text.vi]
    usual = [t for t in texts if spell(t.vi, "old" if own == "new" else "new") != t.vi]
    if other and usual:
        blanks: Blanks = {"count": str(len(other)), "style": _STYLES[own], "setting": own}
        yield Hit(other[0].path, blanks)


CHECKS: Mapping[str, Check] = {
    "abbreviation": unexplained,
    "tone-marks": mixed_tone_marks,
}
