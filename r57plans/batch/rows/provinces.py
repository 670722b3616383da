"""Provinces by whatever people write in a cell: names, ids, codes, of today and before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from r57plans.batch.rows import told
from r57plans.findings import Finding, Place
from r57plans.language import nearest, slug
from r57plans.model.base import DocumentDate
from r57plans.model.registers import Province, Registers

_KIND = re.compile(r"^(?:tinh|thanh-pho|tp|province|city|the)-(?=.)|-(?:province|city)$")
_SHORT: Mapping[str, str] = {
    "hcm": "ho-chi-minh", "sai-gon": "ho-chi-minh", "hanoi": "ha-noi", "danang": "da-nang",
    "haiphong": "hai-phong", "vung-tau": "ba-ria-vung-tau", "brvt": "ba-ria-vung-tau",
    "tphcm": "ho-chi-minh", "hn": "ha-noi",
}  # fmt: skip


class ProvinceNames:
    """Reads the names of provinces as of a document's date."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers

    def read(self, said: str, on: DocumentDate, place: Place) -> Province | Finding:
        """The province of that day, or what is wrong."""
        named = self._of_code(said) if said.isdecimal() else self._names.get(_plain(said), ())
        for each in named:
            if each.valid_on(on.last):
                return each
        if named:
            return told.not_then(place, named[-1], on, self._instead(named[-1], on))
        then = {each.vi: each for each in self._registers.provinces_on(on.last)}
        return told.unknown_province(place, said, nearest(said, then, 2))

    def _of_code(self, said: str) -> tuple[Province, ...]:
        code = f"{int(said):02d}" if len(said) < 4 else ""
        return tuple(each for each in self._registers.provinces if each.code == code)

    @cached_property
    def _names(self) -> Mapping[str, tuple[Province, ...]]:
        found: dict[str, tuple[Province, ...]] = {}
        for each in self._registers.provinces:
            for name in dict.fromkeys((each.id, slug(each.vi), slug(each.en))):
                found[name] = (*found.get(name, ()), each)
        return found

    def _instead(self, gone: Province, on: DocumentDate) -> tuple[Province, ...]:
        """What stood on that day for a province that did not."""
        then = self._registers.provinces_on(on.last)
        heir = gone.successor and self._registers.province(gone.successor, on.last)
        if heir and heir.id != gone.id:
            return (heir,)
        return tuple(each for each in then if gone.id in (each.id, each.successor))


def _plain(said: str) -> str:
    name = slug(said)
    while (shorter := _KIND.sub("", name)) != name:
        name = shorter
    return _SHORT.get(name, name)
