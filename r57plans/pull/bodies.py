"""Names of bodies and posts, as a document prints them, back to what a plan file writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from r57plans.findings import Language
from r57plans.language import slug
from r57plans.model.plan import Plan
from r57plans.model.registers import Agency, Registers
from r57plans.pull.words import folded
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker

Known = Literal["known", "gone", "unknown"]
Item = str | dict[str, str]
_SHORT = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc", "vp": "văn phòng", "btv": "ban thường vụ", "btc": "ban tổ chức",
    "kh&cn": "khoa học và công nghệ", "gd&đt": "giáo dục và đào tạo",
    "nn&mt": "nông nghiệp và môi trường", "cntt": "công nghệ thông tin", "xhcn": "xã hội chủ nghĩa",
}  # fmt: skip
_WORD = re.compile(r"[\w&]+")


@dataclass(frozen=True, slots=True)
class Read:
    """What a name was read as: `item` for the plan file, and whether a register knows it.

    `heir` is the id of the body that took over from one that is gone.
    """

    item: Item
    known: Known
    heir: str = ""


class BodyReader:
    """Reads names of bodies for one plan, as of its document's date."""

    def __init__(self, plan: Plan, registers: Registers) -> None:
        self._plan, self._registers = plan, registers
        self._day = plan.document.date.last
        self._names: dict[Language, dict[str, Item]] = {}

    def read(self, name: str, language: Language) -> Read:
        """A body's id, a post, or the words themselves where neither is known."""
        for said in dict.fromkeys((folded(name), _bare(name), _written_out(name))):
            if found := self._found(said, language):
                return Read(found, "known")
        if gone := self._gone.get(slug(name)) or self._gone.get(folded(name)):
            return Read({"vi": name}, "gone", gone.successor or "")
        words = {"vi": name} if language == "vi" else {"vi": name, "en": name}
        return Read(words, "unknown")

    def _found(self, said: str, language: Language) -> Item | None:
        other: Language = "en" if language == "vi" else "vi"
        for each in (language, other):
            if found := self._known(each).get(said):
                return found
        return self._by_id(slug(said.replace("&", "")))

    def _by_id(self, name: str) -> str | None:
        """A short form that the register has as another id of the body: `Sở KHCN`."""
        agency = self._registers.agency(name, self._day)
        return agency.id if agency else None

    def _known(self, language: Language) -> dict[str, Item]:
        """Bodies and posts by their names in one language; of two alike the first is meant."""
        if language not in self._names:
            names: dict[str, Item] = {}
            for said, item in self._said(language):
                names.setdefault(folded(said), item)
            self._names[language] = names
        return self._names[language]

    def _said(self, language: Language) -> Iterator[tuple[str, Item]]:
        """Names with what they stand for: bodies of the plan, of its own level, others, posts."""
        namer = self._namer(language)
        for body in self._plan.bodies:
            yield body.text.say(language), body.id
        for agency in sorted(self._then(), key=self._rank):
            yield namer.body(agency.id), agency.id
        for name in self._registers.roles:
            yield namer.role(name), {"role": name}

    def _then(self) -> Iterator[Agency]:
        province = self._plan.province
        for agency in self._registers.agencies:
            here = not agency.only or province in agency.only
            if here and agency.valid_on(self._day):
                yield agency

    def _rank(self, agency: Agency) -> int:
        own = "commune" if self._plan.unit else "province"
        return int(agency.level != own)

    def _namer(self, language: Language) -> Namer:
        return Namer(self._plan, self._registers, Speaker(self._plan, language))

    @cached_property
    def _gone(self) -> dict[str, Agency]:
        """Bodies that do not exist on the day, by name and by id."""
        namer = self._namer("vi")
        over = [a for a in self._registers.agencies if not a.valid_on(self._day)]
        named = {folded(namer.body(a.id)): a for a in over}
        return named | {name: a for a in over for name in (a.id, *a.aliases)}


def _bare(name: str) -> str:
    """Without an article, and without the ways to address a person."""
    return re.sub(r"^(?:the|đồng chí) ", "", folded(name))


def _written_out(name: str) -> str:
    return _WORD.sub(lambda found: _SHORT.get(found[0], found[0]), folded(name))
