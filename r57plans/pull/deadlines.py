"""An edited deadline, back in the form that a plan file has."""

from __future__ import annotations

import re

from r57plans.findings import Language, Message
from r57plans.language import capital_first
from r57plans.model.deadline import DeadlineKind, parse_deadline
from r57plans.model.when import When
from r57plans.pull.editing import Editing, Path
from r57plans.pull.words import STANDS_IN, restored, tidy

_YEAR = re.compile(r"[12]\d{3}")
_WRITE_BOTH = Message("Viết {vi: …, en: …}.", "Write {vi: …, en: …}.")


def set_deadline(editing: Editing, path: Path, own: When, new: str, language: Language) -> None:
    """Puts a deadline; the Vietnamese of an English one is found by what it means."""
    said = tidy(new)
    if not said:
        if own.deadline.wording:
            editing.file.remove(path)
    elif language == "en" and not said.startswith(STANDS_IN):
        _set_english(editing, path, own, said)
    else:
        _set_vietnamese(editing, path, own, said.removeprefix(STANDS_IN))


def _set_vietnamese(editing: Editing, path: Path, own: When, said: str) -> None:
    words = restored(said, own.deadline.wording, own.say("vi"))
    derived = parse_deadline(words).translated("en")
    if not own.english or derived:
        editing.file.set(path, _plain(words))
        return
    editing.file.set((*path, "vi"), words)
    message = Message(
        "Thời hạn tiếng Việt đã đổi; tiếng Anh bên cạnh vẫn là bản cũ.",
        "The deadline has changed in Vietnamese; the English beside it is still the old one.",
    )
    editing.say("pull.english-is-old", "warning", message, _WRITE_BOTH, *path)


def _set_english(editing: Editing, path: Path, own: When, said: str) -> None:
    if found := vietnamese_deadline(said):
        capital = own.deadline.wording[:1].isupper()
        editing.file.set(path, _plain(capital_first(found) if capital else found))
        return
    vi = own.deadline.wording or said
    if own.english:
        editing.file.set((*path, "en"), said)
    else:
        editing.file.set(path, {"vi": vi, "en": said})
    message = Message(
        f"Không rõ “{said}” là thời hạn nào; tiếng Việt giữ nguyên “{vi}”, cần xem lại.",
        f"What “{said}” is in Vietnamese is not known; “{vi}” stays and must be checked.",
    )
    editing.say("pull.vietnamese-to-check", "warning", message, _WRITE_BOTH, *path)


def _plain(words: str) -> str | int:
    """A year stands in a plan file without quotes."""
    return int(words) if _YEAR.fullmatch(words) else words


def vietnamese_deadline(english: str) -> str:
    """The Vietnamese wording that means the same; "" where none can be derived."""
    read = parse_deadline(english)
    if read.kind is DeadlineKind.UNKNOWN or not read.translated("vi"):
        return ""
    said = read.say("vi")
    return said if parse_deadline(said).meaning == read.meaning else ""
