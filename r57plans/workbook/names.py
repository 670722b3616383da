"""Bodies and posts by the names that people read, and what a plan file writes for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from r57plans.language import nearest
from r57plans.load import load_registers, outlined
from r57plans.model.base import Text
from r57plans.model.plan import Plan
from r57plans.model.registers import Agency
from r57plans.pull.bodies import BodyReader
from r57plans.pull.words import tidy
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker
from r57plans.workbook.fields import APART

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEYS = ("format", "catalogue", "province", "unit", "bodies", "spelling")
_PARTED = re.compile(r"(,\s+|\s+và\s+)")
_MOST_PARTS = 31
_OF_DOCUMENT = ("issuer", "type", "date")


class Names:
    """The names of one plan's bodies and posts, in Vietnamese, as of its date."""

    def __init__(self, plan: Plan) -> None:
        registers = load_registers()
        self._registers, self._plan = registers, plan
        self._namer = Namer(plan, registers, Speaker(plan, "vi"))
        self._reader = BodyReader(plan, registers)

    def say(self, actor: Any) -> str:
        """The name; the id where its name stands for another; "" where no line could say it."""
        if isinstance(actor, str):
            words = (tidy(self._namer.body(actor)), actor)
        elif set(actor) == {"role"}:
            words = (tidy(self._namer.role(actor["role"])), actor["role"])
        elif set(actor) <= {"vi", "en"}:
            words = (APART.join(actor[key] for key in ("vi", "en") if key in actor), "")
        else:
            return ""
        return next((said for said in words if said and self.read(said) == actor), "")

    def fill(self, text: Text) -> str:
        """A text of the catalogue in this unit's words."""
        return tidy(self._namer.fill(text))

    def read(self, said: str) -> Any:
        """An id, `{role: …}`, or free words."""
        if ";" in said or "\n" in said:
            return None  # no line could say it
        if APART in said:
            vi, _, en = said.partition(APART)
            return {"vi": vi.strip(), "en": en.strip()}
        if self._is_id(said):
            return said
        if said in self._registers.roles:
            return {"role": said}
        return self._reader.read(tidy(said), "vi").item

    def read_all(self, said: str) -> list[Any]:
        """As `read`, of one actor or, where every part of the words is one, of several."""
        whole = self.read(said)
        if not isinstance(whole, dict) or "role" in whole or "en" in whole:
            return [whole]
        return self._parts(_PARTED.split(said)) or [whole]

    def _parts(self, words: list[str]) -> list[Any]:
        """The known actors that words, with what parts them, name one after the other; [] where
        they do not: names may hold commas and “và” themselves."""
        if not words or len(words) > _MOST_PARTS:
            return []
        for end in range(len(words), 0, -2):
            actor = self.read("".join(words[:end]))
            if isinstance(actor, dict) and "role" not in actor:
                continue
            if end == len(words):
                return [actor]
            if rest := self._parts(words[end + 1 :]):
                return [actor, *rest]
        return []

    def unclear(self, said: str) -> str:
        """The name that was probably meant by free words; "" where they are like no other."""
        near = nearest(said, self.bodies)
        return near[0] if near else ""

    def _is_id(self, said: str) -> bool:
        own = any(said == body.id for body in self._plan.bodies)
        return own or bool(_ID.fullmatch(said) and self._registers.agency_ever(said))

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The names of all bodies that there are on the day, to pick from."""
        found = [*(body.id for body in self._plan.bodies), *(each.id for each in self._then())]
        return tuple(dict.fromkeys(filter(None, map(self.say, found))))

    @cached_property
    def posts(self) -> tuple[str, ...]:
        """The names of all posts, to pick from."""
        found = (self.say({"role": name}) for name in self._registers.roles)
        return tuple(dict.fromkeys(filter(None, found)))

    def _then(self) -> Iterator[Agency]:
        day = self._plan.document.date.last
        own = "commune" if self._plan.unit else "province"
        there = [each for each in self._registers.agencies if each.valid_on(day)
                 and (not each.only or self._plan.province in each.only)]  # fmt: skip
        yield from sorted(there, key=lambda each: each.level != own)


class NoNames:
    """Where nobody can tell what names mean, since the plan's province or date is not known."""

    bodies: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()

    def say(self, actor: Any) -> str:
        """Nothing."""
        return ""

    def fill(self, text: Text) -> str:
        """The text as the catalogue has it."""
        return text.vi

    def read(self, said: str) -> Any:
        """The words themselves."""
        return said if _ID.fullmatch(said) else {"vi": said}

    def read_all(self, said: str) -> list[Any]:
        """The words themselves."""
        return [self.read(said)]

    def unclear(self, said: str) -> str:
        """Nothing."""
        return ""


def names_of(data: Mapping[str, Any]) -> Names | NoNames:
    """The names as of the particulars in plan data."""
    needed = {key: data[key] for key in _KEYS if key in data}
    if isinstance(document := data.get("document"), Mapping):
        needed["document"] = {key: document[key] for key in _OF_DOCUMENT if key in document}
    outline = outlined(needed)
    if outline is None:
        return NoNames()
    there = load_registers().province(outline.province, outline.document.date.last)
    issuer = outline.document.issuer
    known = issuer is None or issuer in load_registers().issuers
    return Names(outline) if there and known else NoNames()
