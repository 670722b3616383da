"""Which body is meant: under any alias, in words, and after it was renamed or merged."""

from __future__ import annotations

from datetime import date

from r57plans.checks.case import Case, folded_name
from r57plans.language import slug
from r57plans.model.base import Text
from r57plans.model.registers import Registers


class Lineage:
    """Bodies as they stand on one day: each by the id of what has become of it."""

    def __init__(self, case: Case, day: date) -> None:
        self._registers: Registers = case.registers
        self._case, self._day = case, day

    def known(self, text: Text) -> str | None:
        """The id of a body that is named in words, in full or in a short form of the register's
        (`Sở KH&CN`); None for what no register knows."""
        if name := self._case.body_ids.get(folded_name(text.vi)):
            return name
        ever = self._registers.agency_ever(slug(text.vi))
        return ever[-1].id if ever else None

    def id(self, name: str) -> str:
        """The full id of a body, under whichever alias it is named."""
        ever = self._registers.agency_ever(name)
        agency = self._registers.agency(name, self._case.day) or (ever[-1] if ever else None)
        return agency.id if agency else name

    def ended(self, name: str) -> bool:
        """Whether a body of the register is no more on the day."""
        return bool(self._registers.agency_ever(name)) and not self._is_there(name)

    def heir(self, name: str) -> str:
        """What a body has become by the day; itself where it stands or has no successor."""
        seen = set[str]()
        while not self._is_there(name) and name not in seen:
            seen.add(name)
            ever = self._registers.agency_ever(name)
            name = next((a.successor for a in reversed(ever) if a.successor), name)
        return self.id(name)

    def _is_there(self, name: str) -> bool:
        return self._registers.agency(name, self._day) is not None
