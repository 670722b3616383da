"""A plan file under change: its text, the plan that it was, and what there is to say about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from r57plans.errors import R57Error
from r57plans.findings import Finding, Language, Level, Message
from r57plans.load import EditablePlan, load_catalogue, load_registers, read_yaml
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.pull.bodies import BodyReader, Item
from r57plans.pull.printing import Printer
from r57plans.pull.words import STANDS_IN, restored, tidy

Path = tuple[str | int, ...]


class UnfitError(R57Error):
    """A proposal that the plan cannot take; `why` says so to the user."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.why = Message(vi, en)


class Editing:
    """Writes values into a plan file; indexes in paths are those of `plan`."""

    def __init__(self, text: str, plan: Plan) -> None:
        self.file = EditablePlan(text)
        self.plan = plan
        self.findings: list[Finding] = []
        self._data = read_yaml(text.encode(), "plan.yaml").data
        self._printers: dict[Language, Printer] = {}

    @cached_property
    def registers(self) -> Registers:
        """The registers of bodies and posts."""
        return load_registers()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that the plan names."""
        return load_catalogue(self.plan.catalogue)

    @cached_property
    def bodies(self) -> BodyReader:
        """Reads names of bodies as of the document's date."""
        return BodyReader(self.plan, self.registers)

    def printer(self, language: Language) -> Printer:
        """Says what the plan prints in a language."""
        if language not in self._printers:
            made = Printer(self.plan, self.catalogue, self.registers, language)
            self._printers[language] = made
        return self._printers[language]

    def say(self, rule: str, level: Level, message: Message, hint: Message, *path: Any) -> None:
        """Keeps a finding at a place of the plan file."""
        self.findings.append(Finding(rule, level, message, hint, self.plan.place(*path)))

    def raw(self, path: Path) -> Any:
        """What the file has at a path, as plain data; None where nothing is there."""
        value = self._data
        for part in path:
            if isinstance(value, list) and isinstance(part, int):
                value = value[part] if part < len(value) else None
            elif isinstance(value, dict):
                value = value.get(part)
            elif part != 0:
                return None
        return value

    def length(self, path: Path) -> int:
        """How many items the file has in a list; a single one may stand without its list."""
        raw = self.raw(path)
        return len(raw) if isinstance(raw, list) else int(raw is not None)

    @cached_property
    def written(self) -> dict[str, Any]:
        """What the plan says, as plain data; what is as usual is left out."""
        return self.plan.data

    def put(self, path: Path, value: object) -> None:
        """Puts a value into the file, None to take it away; `raw` then has it too."""
        holder = self.raw(path[:-1]) if len(path) > 1 else self._data
        if value is None:
            self.file.remove(path)
            del holder[path[-1]]
        else:
            self.file.set(path, value)
            holder[path[-1]] = value

    def take_over(self, path: Path, value: object) -> None:
        """Puts into the file what was printed from elsewhere; `raw` then has it too."""
        holder = self.raw(path[:-1])
        if isinstance(holder, dict):
            self.file.set(path, value)
            holder[path[-1]] = value
        else:
            self.take_over(path[:-1], {path[-1]: value})

    def set_text(
        self, path: Path, own: Text | None, new: str, language: Language, *, usual: str = ""
    ) -> None:
        """Puts one language's words of a text; the other language's stay and are said to be old.

        `usual` is the Vietnamese that is printed while the plan gives no text of its own.
        """
        if not (said := tidy(new)):
            self.drop(path)
        elif language == "en" and not said.startswith(STANDS_IN):
            self._set_english(path, own, said, usual)
        else:
            self._set_vietnamese(path, own, said.removeprefix(STANDS_IN))

    def _set_vietnamese(self, path: Path, own: Text | None, said: str) -> None:
        if own is None:
            self.file.set(path, said)
        else:
            self.put_over(path, self.raw(path), self.edited_text(path, own, said, "vi"))

    def _set_english(self, path: Path, own: Text | None, said: str, usual: str) -> None:
        if own is not None:
            self.put_over(path, self.raw(path), self.edited_text(path, own, said, "en"))
        elif usual:
            self.file.set(path, {"vi": usual, "en": said})
            self.say("pull.vietnamese-to-check", "warning", _VIETNAMESE_TO_CHECK, _CHECK, *path)
        else:
            self.file.set(path, self.new_text(said, "en", *path))

    def edited_text(self, path: Path, own: Text, said: str, language: Language) -> object:
        """What the file has for a text with other words in one language; tells of the other."""
        raw = self.raw(path)
        data = dict(raw) if isinstance(raw, dict) else {}
        if language == "en" and not said.startswith(STANDS_IN):
            self.say("pull.vietnamese-to-check", "warning", _VIETNAMESE_TO_CHECK, _CHECK, *path)
            return {"vi": own.vi, **data, "en": said}
        words = restored(said.removeprefix(STANDS_IN), own.vi, self.printer("vi").text(own))
        if own.en and own.en != own.vi:
            self.say("pull.english-is-old", "warning", _ENGLISH_OLD, _CHECK, *path)
        return {**data, "vi": words} if data else words

    def new_text(self, said: str, language: Language, *path: Any) -> str | dict[str, str]:
        """A text that the plan has not had, as its file writes it."""
        if language == "vi":
            return said
        message = Message(
            f"“{said}” chỉ có tiếng Anh; cần viết tiếng Việt.",
            f"“{said}” is in English only; the Vietnamese is still to be written.",
        )
        self.say("pull.no-vietnamese", "warning", message, _CHECK, *path)
        return {"vi": said, "en": said}

    def drop(self, path: Path) -> None:
        """Takes a value out of the file, if it is there."""
        if self.raw(path) is None:
            raise UnfitError(
                "Chữ này lấy từ danh mục hoặc từ mẫu; không thể xóa trong kế hoạch.",
                "These words come from the catalogue or the template; the plan cannot drop them.",
            )
        self.file.remove(path)

    def set_list(self, path: Path, items: Sequence[object]) -> None:
        """Makes a list hold these items; those that stay are not touched, nor are their comments.

        An empty list goes.
        """
        raw = self.raw(path)
        if not items:
            if raw is not None:
                self.file.remove(path)
        elif isinstance(raw, list) and raw:
            self._edit_list(path, raw, items)
        elif raw is None or len(items) > 1:
            self.file.set(path, list(items))
        else:
            self.put_over(path, raw, items[0])

    def _edit_list(self, path: Path, raw: list[Any], items: Sequence[object]) -> None:
        before, after = ([json.dumps(item, sort_keys=True, default=str) for item in each]
                         for each in (raw, items))  # fmt: skip
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for kind, start, end, first, last in reversed(steps):
            shared = 0 if kind == "equal" else min(end - start, last - first)
            for index in reversed(range(start + shared, end if kind != "equal" else start)):
                self.file.remove((*path, index))
            for offset in range(shared, last - first if kind != "equal" else shared):
                self.file.insert((*path, start + offset), items[first + offset])
            for offset in range(shared):
                self.put_over((*path, start + offset), raw[start + offset], items[first + offset])

    def put_over(self, path: Path, old: object, new: object) -> None:
        """Puts a value in place of another; of two records only the keys that differ."""
        if not (isinstance(old, dict) and isinstance(new, dict)):
            if old != new:
                self.file.set(path, new)
            return
        for key in old.keys() - new.keys():
            self.file.remove((*path, key))
        for key, value in new.items():
            if key not in old or old[key] != value:
                self.file.set((*path, key), value)

    def body(self, name: str, language: Language, *path: Any) -> Item:
        """A body's id, a post or free words; what is not simply known is said."""
        read = self.bodies.read(tidy(name), language)
        if read.known == "unknown":
            message = Message(
                f"“{name}” không có trong danh bạ; được ghi bằng chữ.",
                f"“{name}” is not in the register; it is written in words.",
            )
            self.say("pull.unknown-body", "warning", message, _DECLARE, *path)
        elif read.known == "gone":
            message = Message(
                f"“{name}” không tồn tại vào ngày của văn bản; được ghi bằng chữ.",
                f"“{name}” does not exist on the document's date; it is written in words.",
            )
            heir = read.heir or "…"
            hint = Message(f"Cơ quan kế thừa: {heir}.", f"Its successor: {heir}.")
            self.say("pull.body-not-then", "warning", message, hint, *path)
        return read.item


_CHECK = Message("Đọc lại hai thứ tiếng.", "Read both languages again.")
_DECLARE = Message(
    "Sửa lại tên, hoặc khai báo ở mục bodies.", "Correct the name, or declare it under bodies."
)
_ENGLISH_OLD = Message(
    "Tiếng Việt đã đổi; bản tiếng Anh bên cạnh vẫn là bản cũ.",
    "The Vietnamese has changed; the English beside it is still the old one.",
)
_VIETNAMESE_TO_CHECK = Message(
    "Bản tiếng Anh đã đổi; cần xem lại tiếng Việt bên cạnh.",
    "The English has changed; the Vietnamese beside it must be checked.",
)
