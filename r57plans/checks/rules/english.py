"""The English edition: texts without it, and English made from a Vietnamese that has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.texts import PlanText, printed_texts
from r57plans.language import is_neutral
from r57plans.model.bilingual import texts_of

_STARTS = 60


def missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text has no English: each where some are translated, one finding where none is.

    Symbols and figures need none, nor do units and periods that the register translates. Beyond
    `most` texts they are counted in one finding.
    """
    texts = [text for text in printed_texts(case.plan) if _needs_english(case, text)]
    lacking = [text for text in texts if not text.translated]
    if len(lacking) > settings["most"]:
        count, total = str(len(lacking)), str(len(texts))
        yield Hit(lacking[0].path, {"text": f"{lacking[0].name} … ({count}/{total})"})
        return
    for text in lacking:
        yield _hit(case, text)


def stale(case: Case, settings: Settings) -> Iterator[Hit]:
    """The Vietnamese changed after its English was made: its mark in `english` is another.

    A text that only moved in its list has the mark of another place, and is as it was.
    """
    marks = case.plan.english
    noted = set(marks.values())
    for text in texts_of(case.plan):
        if text.en and text.name in marks and text.mark not in noted:
            yield _hit(case, text)


def idle_mark(case: Case, settings: Settings) -> Iterator[Hit]:
    """A mark in `english` names no text that has its English."""
    names = {text.name for text in texts_of(case.plan) if text.en}
    for name in case.plan.english:
        if name not in names:
            yield Hit(("english", name), {"name": name})


def copied(case: Case, settings: Settings) -> Iterator[Hit]:
    """The English of a text is its Vietnamese; capitals and full stops do not count."""
    for text in printed_texts(case.plan):
        same = text.en is not None and _bare(text.en) == _bare(text.vi)
        if same and not text.vi.isascii() and not is_neutral(text.vi):
            yield _hit(case, text)


def _bare(text: str) -> str:
    return text.casefold().strip(" .;,")


def _needs_english(case: Case, text: PlanText) -> bool:
    terms = case.registers.terms
    if text.path[-1] == "per" and text.vi in terms.periods:
        return False
    return not is_neutral(text.vi)


def _hit(case: Case, text: PlanText) -> Hit:
    start = text.vi if len(text.vi) <= _STARTS else f"{text.vi[: _STARTS - 1]}…"
    task = case.plan.tasks[int(text.path[1])].id if text.path[0] == "tasks" else ""
    target = case.plan.targets[int(text.path[1])].id if text.path[0] == "targets" else ""
    blanks = {"name": text.name, "text": start}
    return Hit(text.path, blanks, task=task, target=target)


CHECKS: Mapping[str, Check] = {
    "english-missing": missing,
    "english-stale": stale,
    "english-idle": idle_mark,
    "english-copied": copied,
}
