"""What of a common plan follows from the province: texts of the catalogue, committees, place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from r57plans.batch.edits import Edit, Path
from r57plans.batch.rows import told
from r57plans.batch.rows.common import Common
from r57plans.findings import Finding, Language
from r57plans.language import spell
from r57plans.model.base import Text
from r57plans.model.naming import filled, province_fills
from r57plans.model.registers import Province, Registers
from r57plans.starter.lines import recipients
from r57plans.workbook.general import leaves

_PARTY = {"province": "tinh-uy", "city": "thanh-uy"}
_COMMITTEE = {"province": "Tỉnh ủy", "city": "Thành ủy"}
_NAMED_AFTER = {"ho-chi-minh": (r"(?:Thành phố|TP\.?) Hồ Chí Minh|TP\.?HCM", "Ho Chi Minh City")}
"""A name that a person and many bodies have, too."""
_SAID: Mapping[Language, tuple[str, ...]] = {
    "vi": ("dia_phuong", "tinh_uy", "ten"), "en": ("place", "committee", "name"),
}  # fmt: skip
_NO_TEXTS = ("format", "catalogue", "province", "english", "waive")


@dataclass(frozen=True)
class Following:
    """What changes in the common plan with the province, and what does not and should."""

    common: Common
    registers: Registers

    def edits(self, province: Province, own: Province | None) -> Iterator[Edit]:
        """The changes for a province; `own` is the one whose plan the common plan was."""
        yield ("province",), province.id
        if own == province:
            return
        if own:
            yield (), _names_for(own, province, self.registers)
        for path, _ in self._places:
            yield path, None
        for path, value in self._leaves:
            if value in _PARTY.values() and value != _PARTY[province.kind]:
                yield path, _PARTY[province.kind]
        yield from self._worded(province, own)

    def _worded(self, province: Province, own: Province | None) -> Iterator[Edit]:
        """The catalogue's texts in the common plan, in the words of another province."""
        there = _texts(self.common, own or self._like(province), self.registers)
        here = _texts(self.common, province, self.registers)
        new = {old: said for old, said in zip(there, here, strict=True) if old != said}
        for path, value in self._leaves:
            if value in new:
                yield path, new[value]

    def _like(self, province: Province) -> Province:
        """A province of the other kind, where nobody knows whose plan it was."""
        return next(each for each in self.registers.provinces if each.kind != province.kind)

    def warnings(self, rows: Mapping[Province, frozenset[str]]) -> Iterator[Finding]:
        """Where the common plan names a province in plans of others, or the wrong committee.

        `rows` are the paths that the rows change, by province.
        """
        for path, value in self._leaves:
            site = "/".join(map(str, path))
            kept = [each for each, changed in rows.items() if not _within(site, changed)]
            place = self.common.source.place(path)
            for name, said in self._named(path, value):
                if count := sum(each.id != name for each in kept):
                    yield told.names_another(place, said, count)
            for kind, right in _COMMITTEE.items():
                wrong = next(word for word in _COMMITTEE.values() if word != right)
                count = sum(each.kind == kind for each in kept)
                if count and wrong in spell(value, "new"):
                    yield told.other_committee(place, wrong, right, count)

    def _named(self, path: Path, value: str) -> Iterator[tuple[str, str]]:
        """The provinces that a text speaks of: their ids, and the words."""
        if path[-1] == "province":
            yield value, value
            return
        seen = set()
        for found in self._names.finditer(spell(value, "new")):
            name = self._by_name.get(found[0], "ho-chi-minh")
            if name not in seen:
                seen.add(name)
                yield name, found[0]

    @cached_property
    def _leaves(self) -> tuple[tuple[Path, str], ...]:
        """All texts of the plan that a document may print."""
        return tuple(
            (path, value)
            for path, value in leaves(self.common.data)
            if isinstance(value, str) and path and path[0] not in _NO_TEXTS
        )

    @cached_property
    def _places(self) -> tuple[Edit, ...]:
        """The places of issue that the plan gives; without one it is the province's name."""
        heads = [("document",), *(("documents", name) for name in self.common.documents)]
        return tuple(
            ((*head, "place"), None) for head in heads if "place" in _under(self.common, head)
        )

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for each in self.registers.provinces:
            for name in (spell(each.vi, "new"), each.en):
                found.setdefault(name, each.id)
        return found

    @cached_property
    def _names(self) -> re.Pattern[str]:
        plain = [re.escape(n) for n, each in self._by_name.items() if each not in _NAMED_AFTER]
        special = [said for pair in _NAMED_AFTER.values() for said in pair]
        longest = sorted(plain, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join([*special, *longest])})(?!\w)")


def _under(common: Common, head: tuple[str, ...]) -> Mapping[str, object]:
    found = common.document if len(head) == 1 else common.documents[head[1]]
    return found if isinstance(found, dict) else {}


def _within(site: str, changed: frozenset[str]) -> bool:
    parts = site.split("/")
    return any("/".join(parts[:length]) in changed for length in range(1, len(parts) + 1))


def _names_for(own: Province, province: Province, registers: Registers) -> dict[str, str]:
    """The words for one province by those for another, as comments have them."""
    found: dict[str, str] = {}
    for language, keys in _SAID.items():
        old, new = (province_fills(each, registers, language) for each in (own, province))
        found |= {old[key]: new[key] for key in keys}
    return {old: new for old, new in found.items() if old != new}


def _texts(common: Common, province: Province, registers: Registers) -> list[str]:
    """What a starter plan says in a province's words, always in the same order."""
    words: dict[Language, dict[str, str]] = {
        "vi": province_fills(province, registers, "vi"),
        "en": province_fills(province, registers, "en"),
    }
    found = [said for pair in recipients(city=province.kind == "city") for said in pair]
    for text in _of_catalogue(common):
        said = filled(text, words)
        found += [said.vi, said.en or ""]
    return found


def _of_catalogue(common: Common) -> Iterator[Text]:
    """The texts with a province's words in them that a plan takes over from the catalogue."""
    if common.catalogue is None:
        return
    for duty in common.catalogue.duties:
        if duty.text:
            yield duty.text
    for task in common.catalogue.sub_tasks.values():
        yield from (product.text for product in task.products if product.text)
        yield task.text
