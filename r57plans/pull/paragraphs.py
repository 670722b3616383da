"""Edited and new paragraphs: items of the lists of texts that a plan file has."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Language
from r57plans.model.base import Text
from r57plans.model.plan import Sections
from r57plans.pull.editing import Editing, Path
from r57plans.pull.words import exact, paired, tidy

_LANGUAGES: tuple[Language, ...] = ("vi", "en")


def index_of(records: tuple[Any, ...], name: str) -> int:
    """Where the record of an id stands; raises KeyError where there is none."""
    for index, record in enumerate(records):
        if record.id == name:
            return index
    raise KeyError(name)


def section_of(editing: Editing, key: str) -> tuple[Text, ...]:
    """The texts of a section; one printed from the catalogue is the plan's own from now on."""
    if key not in Sections.model_fields:
        raise KeyError(key)
    own: tuple[Text, ...] = getattr(editing.plan.sections, key)
    if not own:
        usual: tuple[Text, ...] = getattr(editing.catalogue.sections, key)
        own = tuple(_usual(editing, text) for text in usual)
        if own and editing.raw(("sections", key)) is None:
            data = [text.model_dump(exclude_none=True) for text in own]
            editing.take_over(("sections", key), data)
    return own


def _usual(editing: Editing, text: Text) -> Text:
    vi, en = (editing.printer(language).of_catalogue(text) for language in _LANGUAGES)
    return Text(vi=vi, en=en if text.en else None)


def set_texts(
    editing: Editing, path: Path, own: tuple[Text, ...], place: list[str], new: tuple[str, ...],
    language: Language,
) -> None:  # fmt: skip
    """Makes a list of texts read so; where a `place` is named, only the item of that number.

    Items that read as before stay as the file has them. An empty one goes.
    """
    printed = [editing.printer(language).text(text) for text in own]
    if place:
        if not place[0].isdecimal() or int(place[0]) > len(own):
            raise KeyError(place[0])
        number = int(place[0])
        wanted = [*printed[:number], tidy(" ".join(new)), *printed[number + 1 :]]
        before = dict(enumerate(range(len(own))))
    else:
        wanted = [tidy(text) for text in new]
        before = paired(printed, wanted)
    items = [
        _item(editing, path, own, printed, before.get(n), text, language)
        for n, text in enumerate(wanted)
        if text
    ]
    editing.set_list(path, items)


def _item(
    editing: Editing, path: Path, own: tuple[Text, ...], printed: list[str], before: int | None,
    text: str, language: Language,
) -> object:  # fmt: skip
    if before is None:
        return editing.new_text(text, language, *path)
    where = (*path, before)
    if exact(printed[before]) == exact(text):
        return editing.raw(where)
    return editing.edited_text(where, own[before], text, language)
