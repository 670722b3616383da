"""Names of bodies and posts back to the ids that a plan calls them by, on the plan's date."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from r57plans.findings import Language
from r57plans.load import load_registers
from r57plans.model.plan import Plan
from r57plans.pull.base import norm
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker


class Bodies:
    """Says for a printed name what stands in a plan file: an id, a post, or free words."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._registers = load_registers()
        self._day = plan.document.date.last
        self._language = language
        self._namer = Namer(plan, self._registers, Speaker(plan, language))

    def actor(self, name: str) -> object:
        """The body of a name, else the post, else the words themselves."""
        key = _key(name)
        return self._bodies.get(key) or self._posts.get(key) or self._free(name)

    def _free(self, name: str) -> dict[str, str]:
        return {"vi": name, "en": name} if self._language == "en" else {"vi": name}

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        """By name; a body of the province comes before one of the same name elsewhere."""
        valid = [a for a in self._registers.agencies if a.valid_on(self._day)]
        ordered = sorted(valid, key=lambda agency: agency.level == "province")
        return {_key(self._namer.body(agency.id)): agency.id for agency in ordered}

    @cached_property
    def _posts(self) -> Mapping[str, dict[str, str]]:
        names = self._registers.roles
        return {_key(self._namer.role(name)): {"role": name} for name in names}


def _key(name: str) -> str:
    text = norm(name)
    return text[:1].lower() + text[1:]
