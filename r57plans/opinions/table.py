"""The table of opinions as a Word file, as offices send it round with the next draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from r57plans.assets import templates_folder
from r57plans.documents.naming import document_name
from r57plans.documents.templates import compiled_file
from r57plans.findings import Language, Message
from r57plans.language import capital_first, slug
from r57plans.load import load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.model.proposal import Source
from r57plans.opinions.decided import Decided
from r57plans.opinions.places import Places
from r57plans.opinions.wording import Wording
from r57plans.view import view_of
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker
from r57plans.word.template import Properties

_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_FOLDER = "checks"
_TITLE = Message("Tiếp thu, giải trình ý kiến góp ý đối với dự thảo", "Opinions on the draft")
_NOBODY = Message("Không rõ tên", "Not named")


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What one person says of one task, target or section."""

    who: str
    points: tuple[Decided, ...]

    @property
    def outcome(self) -> str:
        """`taken`, `partly` or `kept`; `open` while one of its points is not decided."""
        answers = {each.taken for each in self.points}
        if None in answers:
            return "open"
        return "partly" if len(answers) == 2 else "taken" if True in answers else "kept"


def opinions(decided: Sequence[Decided], plan: Plan, language: Language = "vi") -> bytes:
    """The Word file: for each author or file in turn, what they proposed and the answer.

    What one person says of one task, target or section is one opinion; where some of it was taken
    and some not, it is answered point by point. A file named after a body (`Góp ý Sở KHCN.docx`)
    is that body's, whoever wrote in it. People come in the order in which they are first named.
    """
    context = _context(decided, plan, language)
    path = templates_folder() / _FOLDER / f"opinions.{language}.docx"
    template = compiled_file(path, language, old_marks=plan.spelling == "old")
    properties = Properties(
        title=f"{_TITLE.say(language)} {context['draft']}",
        language=_LOCALES[language],
        created=plan.document.date.last,
    )
    return template.render(context, properties=properties)


def _context(decided: Sequence[Decided], plan: Plan, language: Language) -> dict[str, Any]:
    registers = load_registers()
    view = view_of(plan, load_catalogue(plan.catalogue), registers, language).view
    wording = Wording(Places.of(view, language))
    namer = Namer(plan, registers, Speaker(plan, language))
    said = tuple(_opinions(decided, namer, wording.places))
    return {
        "draft": capital_first(document_name(plan, language)),
        "summary": _summary(said, language),
        "people": [
            _person(number, who, [each for each in said if each.who == who], wording)
            for number, who in enumerate(_people(decided, namer), 1)
        ],
    }


def _opinions(decided: Iterable[Decided], namer: Namer, places: Places) -> Iterator[_Opinion]:
    """The opinions in the order of what they speak of; each new task is one of its own.

    Who comes first is who is named first.
    """
    grouped: dict[tuple[str, str], list[Decided]] = {}
    for each in decided:
        new = each.proposal.kind == "add"
        of = each.proposal.id if new else places.subject(each.proposal)
        grouped.setdefault((_who(each.proposal.source, namer), of), []).append(each)
    for (who, _), points in sorted(grouped.items(), key=lambda e: places.order(e[1][0].proposal)):
        yield _Opinion(who, tuple(points))


def _people(decided: Iterable[Decided], namer: Namer) -> Iterable[str]:
    """Everyone who is named, each once, in order."""
    return dict.fromkeys(_who(each.proposal.source, namer) for each in decided)


def _who(source: Source, namer: Namer) -> str:
    """The body after which the file is named, else the author, else the file's name."""
    name = PurePath(source.file).stem
    return _body(name, namer) or source.author or name or _NOBODY.say(namer.language)


def _body(file: str, namer: Namer) -> str:
    """The body whose id or short name ends a file's name: `Góp ý Sở KHCN`; "" for none."""
    words = slug(file).split("-")
    names = ("-".join(words[first:]) for first in range(len(words)))
    return next((said for name in names if (said := namer.body(name)) != name), "")


def _person(
    number: int, who: str, opinions: Sequence[_Opinion], wording: Wording
) -> dict[str, Any]:
    return {
        "number": str(number),
        "name": who,
        "opinions": [_row(each, wording) for each in opinions],
    }


def _row(opinion: _Opinion, wording: Wording) -> dict[str, list[str]]:
    return {
        "lines": wording.proposed(opinion.points),
        "answers": wording.answered(opinion.points),
    }


def _summary(said: tuple[_Opinion, ...], language: Language) -> str:
    """How many opinions there are, from how many, and how many were answered how."""
    if not said:
        return Message("Không có ý kiến góp ý.", "No opinions were given.").say(language)
    people = len({each.who for each in said})
    words = {
        "taken": Message("tiếp thu", "accepted"),
        "partly": Message("tiếp thu một phần", "accepted in part"),
        "kept": Message("giải trình, giữ nguyên như dự thảo", "kept as in the draft"),
        "open": Message("chưa có ý kiến trả lời", "not answered yet"),
    }
    counted = {name: sum(each.outcome == name for each in said) for name in words}
    shares = [f"{words[name].say(language)}: {n}" for name, n in counted.items() if n]
    lead = Message(
        f"Tổng số {len(said)} ý kiến của {people} cơ quan, đơn vị, cá nhân; trong đó ",
        f"In all {len(said)} opinions from {people} bodies and persons; ",
    )
    return f"{lead.say(language)}{'; '.join(shares)}."
