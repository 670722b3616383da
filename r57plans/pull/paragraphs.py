"""Edited and new paragraphs: items of the lists of texts that a plan file has."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Language
from r57plans.model.base import Text
from r57plans.model.proposal import Proposal
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.words import folded, tidy

_LANGUAGES: tuple[Language, ...] = ("vi", "en")


def index_of(records: tuple[Any, ...], name: str) -> int:
    """Where the record of an id stands; raises KeyError where there is none."""
    for index, record in enumerate(records):
        if record.id == name:
            return index
    raise KeyError(name)


def section_of(editing: Editing, key: str) -> tuple[Text, ...]:
    """The texts of a section; one printed from the catalogue is the plan's own from now on."""
    own: tuple[Text, ...] = getattr(editing.plan.sections, key)
    if not own:
        usual: tuple[Text, ...] = getattr(editing.catalogue.sections, key)
        own = tuple(_usual(editing, text) for text in usual)
        if own and editing.raw(("sections", key)) is None:
            data = [text.model_dump(exclude_none=True) for text in own]
            editing.take_over(("sections", key), data)
    return own


def list_of(editing: Editing, printed: str) -> Path:
    """The list of a plan file that a printed path is; raises KeyError for what is none."""
    head, *rest = printed.split("/")
    if head == "sections":
        section_of(editing, rest[0])
    elif head == "group" and rest[1:] == ["prose"]:
        return "groups", index_of(editing.plan.groups, rest[0]), "prose"
    elif printed not in ("context", "implementation", "reporting"):
        raise KeyError(printed)
    return (head, *rest)


def new_paragraph(editing: Editing, proposal: Proposal) -> tuple[Path, int, object]:
    """Where a new paragraph of prose comes, and what the file has there."""
    text = tidy(" ".join(proposal.new))
    if proposal.path.split("/")[0] not in ("context", "sections", "group"):
        raise UnfitError(
            "Đoạn mới ở đây cần thêm cơ quan hoặc mã; thêm trong tệp kế hoạch.",
            "A new paragraph here needs bodies or an id; add it in the plan file.",
        )
    path = list_of(editing, proposal.path)
    number = proposal.after.rpartition("/")[2]
    place = int(number) + 1 if number.isdigit() else 0
    return path, place, editing.new_text(text, proposal.language, *path)


def _usual(editing: Editing, text: Text) -> Text:
    vi, en = (editing.printer(language).of_catalogue(text) for language in _LANGUAGES)
    return Text(vi=vi, en=en if text.en else None)


def in_place(own: tuple[Text, ...], rest: list[str], new: tuple[str, ...]) -> dict[int, str]:
    """The new text of each item that is named or, without a number, of all of them."""
    if rest:
        return {int(rest[0]): " ".join(new)}
    return dict(enumerate(new)) | dict.fromkeys(range(len(new), len(own)), "")


def set_texts(
    editing: Editing, path: Path, own: tuple[Text, ...], wanted: dict[int, str],
    language: Language,
) -> None:  # fmt: skip
    """Writes items of a list of texts by their numbers; an empty one goes, a further one is new."""
    for index in sorted(wanted, reverse=True):
        text = tidy(wanted[index])
        if index >= len(own):
            if text:
                _add_text(editing, path, own, text, language)
        elif not text:
            editing.set_list(path, []) if len(own) == 1 else editing.file.remove((*path, index))
        elif folded(editing.printer(language).text(own[index])) != folded(text):
            single = () if not isinstance(editing.raw(path), list) else (index,)
            editing.set_text((*path, *single), own[index], text, language)


def _add_text(
    editing: Editing, path: Path, own: tuple[Text, ...], text: str, language: Language
) -> None:
    item = editing.new_text(text, language, *path)
    if not own:
        editing.file.set(path, [item])
    elif isinstance(editing.raw(path), list):
        editing.file.insert((*path, len(own)), item)
    else:
        editing.file.set(path, [editing.raw(path), item])
