"""Sub-tasks by what they are: group, level, classification, and words without diacritics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from r57plans.language import unaccented
from r57plans.model.base import Frozen, Text
from r57plans.model.catalogue import Catalogue, SubTask

_UNSEEN = {"basis", "status_basis", "source"}
R = TypeVar("R", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a sub-task must be; None or empty asks for nothing."""

    group: int | None = None
    level: str | None = None
    bottleneck: str | None = None
    core: str | None = None
    subject: str | None = None
    basis: str | None = None
    recommended: bool = False
    security: bool = False
    search: str = ""

    @property
    def fits_any_record(self) -> bool:
        """Whether only words and a basis are asked for, which every record has."""
        return self == Selection(search=self.search, basis=self.basis)


def select(catalogue: Catalogue, wanted: Selection) -> tuple[SubTask, ...]:
    """The sub-tasks that are all that is wanted, in the resolution's order.

    Words are looked for one after the other first, and each by itself where that finds nothing.
    """
    found = tuple(task for task in catalogue.sub_tasks.values() if _fits(task, wanted))
    return _by_words(found, wanted.search, lambda task: _haystack(task, catalogue))


def found_in(records: Iterable[R], wanted: Selection) -> tuple[R, ...]:
    """The records of another kind that have the words and the basis wanted."""
    fitting = tuple(r for r in records if wanted.basis in (None, getattr(r, "basis", None)))
    return _by_words(
        fitting,
        wanted.search,
        lambda record: f" {folded(' '.join(_words(record.model_dump(exclude=_UNSEEN))))}",
    )


def _by_words(found: tuple[R, ...], search: str, text: Callable[[R], str]) -> tuple[R, ...]:
    """Those that hold the words one after the other; where none does, each word by itself."""
    words = folded(search)
    if not words:
        return found if not search.strip() else ()
    texts = [(record, text(record)) for record in found]
    together = tuple(record for record, said in texts if _holds(said, words))
    return together or tuple(
        record for record, said in texts if all(_holds(said, word) for word in words.split())
    )


def _words(value: object) -> Iterator[str]:
    """Every text in plain data, but no name of a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words(inner)


def folded(text: str) -> str:
    """The words of a text in small letters without diacritics, one blank between them."""
    return " ".join(re.findall(r"[^\W_]+", unaccented(text).casefold()))


def _fits(task: SubTask, wanted: Selection) -> bool:
    single = (
        (wanted.group, task.group),
        (wanted.level, task.level),
        (wanted.basis, task.basis),
    )
    several = (
        (wanted.bottleneck, task.bottleneck),
        (wanted.core, task.core),
        (wanted.subject, task.subjects),
    )
    return (
        all(asked in (None, has) for asked, has in single)
        and all(asked is None or asked in has for asked, has in several)
        and (task.recommended or not wanted.recommended)
        and (task.security or not wanted.security)
    )


def _holds(haystack: str, words: str) -> bool:
    """Whether the words stand there, the last one perhaps only begun: `chuyen doi s`."""
    return f" {words}" in haystack


def _haystack(task: SubTask, catalogue: Catalogue) -> str:
    texts = (w for t in _texts(task, catalogue) for w in (t.vi, t.en or ""))
    directives = (d.id for d in catalogue.directives if task.id in d.sub_tasks)
    return "".join(f" {folded(words)} " for words in (task.id, *directives, *texts))


def _texts(task: SubTask, catalogue: Catalogue) -> Iterator[Text]:
    yield task.title
    yield task.text
    yield from task.choices
    yield from (product.text for product in task.products if product.text)
    for name in task.source.sentences:
        sentence = catalogue.sentence_by_id.get(name)
        if sentence and sentence.gist:
            yield sentence.gist
