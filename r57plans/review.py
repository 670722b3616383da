"""The table that compares two versions of a plan as a Word file, to be laid before a committee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from r57plans.assets import templates_folder
from r57plans.diff.differences import Differences
from r57plans.diff.naming import sides_in
from r57plans.diff.telling import Piece, Section, Sides, sections, side_by_side, summary
from r57plans.documents.templates import compiled_file
from r57plans.findings import Language
from r57plans.language import keep_together
from r57plans.model.change import Change
from r57plans.word.template import Properties, RichText

_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_FOLDER = "checks"
_AND: dict[Language, str] = {"vi": "và", "en": "and"}


def comparison_of(found: Differences, language: Language) -> bytes:
    """The table of a comparison, as old as the new plan and spelled as that is."""
    _, new = found.plans
    return comparison(
        found.every,
        sides_in(found),
        language,
        day=new.document.date.last,
        old_marks=new.spelling == "old",
    )


def comparison(
    changes: Sequence[Change],
    sides: Sides,
    language: Language,
    *,
    day: date | None = None,
    old_marks: bool = False,
) -> bytes:
    """The table in one language: what changed, the old, the new, and why as far as it is known.

    The reasons are those of `sides.approved`; the column is empty for the office to fill in
    elsewhere. `day` is the file's day of creation, `old_marks` the old style of tone marks.
    """
    context = _context(changes, sides, language)
    path = templates_folder() / _FOLDER / f"comparison.{language}.docx"
    properties = Properties(
        title=context["subject"], creator="", language=_LOCALES[language], created=day
    )
    template = compiled_file(path, language, old_marks=old_marks)
    return template.render(context, properties=properties)


def _context(changes: Sequence[Change], sides: Sides, language: Language) -> dict[str, Any]:
    old, new = sides.editions(language)
    number = iter(range(1, len(changes) + 1))
    return {
        "subject": sides.subject.say(language) or f"{old} {_AND[language]} {new}",
        "summary": summary(changes, sides, language),
        "old": old,
        "new": new,
        "sections": [
            _section(part, sides, language, [next(number) for _ in part.changes])
            for part in sections(changes, sides, language)
        ],
    }


def _section(
    part: Section, sides: Sides, language: Language, numbers: Iterable[int]
) -> dict[str, Any]:
    rows = zip(numbers, part.changes, strict=True)
    return {
        "title": part.title,
        "rows": [{"number": n, **_row(change, sides, language)} for n, change in rows],
    }


def _row(change: Change, sides: Sides, language: Language) -> dict[str, Any]:
    old, new = side_by_side(change.old.say(language), change.new.say(language))
    reason = sides.approved.get(change.fingerprint)
    return {
        "matter": _matter(change, sides, language),
        "old": _rich(old, strike=True),
        "new": _rich(new, bold=True),
        "reason": reason.say(language) if reason else "",
    }


def _matter(change: Change, sides: Sides, language: Language) -> list[str]:
    """Which task or target, and what of it; the whole sentence where the rule has no title."""
    kind = sides.rules.get(change.rule)
    if kind is None:
        return [change.message.say(language)]
    subject, what = sides.subject_of(change, language), kind.say(language)
    return [subject, what] if subject and subject not in what else [what]


def _rich(pieces: Sequence[Piece], *, bold: bool = False, strike: bool = False) -> RichText:
    """The value with its changed words marked; one that is wholly another needs no marks."""
    partly = any(not piece.changed for piece in pieces)
    said = RichText()
    for text, changed in pieces:
        mark = changed and partly
        said.add(keep_together(text), bold=bold and mark, strike=strike and mark)
    return said
