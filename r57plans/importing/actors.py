"""Who leads and who supports: names in cells to the ids of the registers, or kept as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from r57plans.findings import Finding, Language, Message, Place
from r57plans.importing.splitting import names
from r57plans.language import date_short
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.pull.bodies import BodyReader, Item, Read

_COLONS = re.compile(
    r"(?:.*?\b)?(?:chủ trì|CQCT)\s*:\s*(?P<leads>.+?)[;,.\s]*"
    r"(?:\b(?:cơ quan|đơn vị) )?\b(?:phối hợp|CQPH)\s*:\s*(?P<supports>.+)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_SENTENCE = re.compile(
    r"(?P<leads>.+?)\s+chủ trì[,;]?\s*phối hợp (?:với |cùng )?(?:các )?(?P<supports>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LEADS = re.compile(r"\s*\((?:cơ quan )?(?:chủ trì|lead)\)", re.IGNORECASE)
_SUPPORTS = re.compile(r"\s*\((?:cơ quan )?(?:phối hợp|support)\)", re.IGNORECASE)
_ASKED = re.compile(r"(?:đề nghị|mời)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Owners:
    """Who carries a task, as a plan file has it."""

    leads: tuple[Item, ...] = ()
    supports: tuple[Item, ...] = ()
    requested: tuple[Item, ...] = ()


class Actors:
    """Reads cells of bodies for one plan; what no register has is told once, with its places."""

    def __init__(self, plan: Plan, registers: Registers, language: Language) -> None:
        self._bodies = BodyReader(plan, registers)
        self._registers = registers
        self._language = language
        self._day = plan.document.date.last
        self._unit = (
            plan.unit.type if plan.unit else ("thành phố" if _is_city(plan, registers) else "tỉnh")
        )
        self._unknown: dict[str, tuple[Read, Place, int]] = {}
        self._read: dict[str, Read] = {}

    def owners(
        self,
        leads: Sequence[str],
        supports: Sequence[str],
        both: Sequence[str],
        requested: Sequence[str],
        place: Place,
    ) -> tuple[Owners, bool]:
        """The bodies in the cells; False where leads and supports could not be told apart."""
        sure = True
        for lines in (leads, both):
            if found := _told_apart("\n".join(lines)):
                told, rest = found
                supports = [*rest, *supports]
                leads = told if lines is leads else [*leads, *told]
            elif lines is both and both:
                leads, sure = [*leads, *both], False
        asked = [name for name in self._names(supports) if _ASKED.match(name)]
        plain = [name for name in self._names(supports) if name not in asked]
        named = [*(_ASKED.sub("", name, count=1) for name in asked), *self._names(requested)]
        owners = Owners(
            self.all(self._names(leads), place),
            self.all(plain, place),
            self.all(named, place),
        )
        return owners, sure

    def of(self, lines: Sequence[str], place: Place) -> tuple[Item, ...]:
        """The bodies in one cell."""
        return self.all(self._names(lines), place)

    def person(self, text: str) -> dict[str, str] | None:
        """A post in a cell; None where it is none that is known."""
        item = self.read(text).item
        return item if isinstance(item, dict) and "role" in item else None

    def all(self, said: Sequence[str], place: Place) -> tuple[Item, ...]:
        """What a plan file writes for these names, each once."""
        found: list[Item] = []
        for name in said:
            read = self.read(name)
            if read.known != "known":
                first = self._unknown.get(name, (read, place, 0))
                self._unknown[name] = (read, first[1], first[2] + 1)
            if read.item not in found:
                found.append(read.item)
        return tuple(found)

    def read(self, name: str) -> Read:
        """What a name stands for, also where it says no `tỉnh` behind it."""
        if name not in self._read:
            read = self._bodies.read(name, self._language)
            if read.known == "unknown":
                longer = self._bodies.read(f"{name} {self._unit}", self._language)
                read = longer if longer.known == "known" else read
            self._read[name] = read
        return self._read[name]

    def findings(self) -> Iterator[Finding]:
        """A finding for each name that is no body of the day: its first place, and how often."""
        for name, (read, place, count) in self._unknown.items():
            if read.known == "gone":
                yield _gone(name, place, count, self._heir(read), self._day)
            else:
                yield _unknown(name, place, count)

    def _heir(self, read: Read) -> str:
        """The id of the body that took over; "" where there is none."""
        agency = self._registers.agency(read.heir, self._day) if read.heir else None
        return agency.id if agency else read.heir

    def _names(self, lines: Sequence[str]) -> tuple[str, ...]:
        return names(lines, lambda name: self.read(name).known == "known")


def _is_city(plan: Plan, registers: Registers) -> bool:
    province = registers.province(plan.province, plan.document.date.last)
    return bool(province and province.kind == "city")


def _told_apart(text: str) -> tuple[list[str], list[str]] | None:
    """The lines that lead and those that support, where one cell says so itself."""
    if found := _COLONS.fullmatch(text) or _SENTENCE.fullmatch(text):
        return found["leads"].split("\n"), found["supports"].split("\n")
    if not (_LEADS.search(text) or _SUPPORTS.search(text)):
        return None
    leads, supports = [], []
    for part in re.split(r"[;\n]|(?<=\)),", text):
        if _LEADS.search(part):
            leads.append(_LEADS.sub("", part))
        else:
            supports.append(_SUPPORTS.sub("", part))
    return (leads, supports) if leads else None


def _unknown(name: str, place: Place, count: int) -> Finding:
    return Finding(
        "import.body",
        "note",
        Message(
            f"“{name}” không có trong danh mục cơ quan; giữ nguyên chữ ({count} lần).",
            f"No register has “{name}”; it is kept as words ({count} times).",
        ),
        Message(
            "Nếu là một cơ quan có mã, thay bằng mã đó; hoặc khai báo ở `bodies`.",
            "Where it is a body with an id, write the id; or declare it in `bodies`.",
        ),
        place,
    )


def _gone(name: str, place: Place, count: int, heir: str, day: date) -> Finding:
    return Finding(
        "import.body-gone",
        "warning",
        Message(
            f"“{name}” không còn vào ngày {date_short(day, 'vi')}; giữ nguyên chữ ({count} lần).",
            f"“{name}” is no more on {date_short(day, 'en')}; it is kept as words ({count} times).",
        ),
        Message(f"Cơ quan tiếp nhận: {heir}.", f"Its successor: {heir}.")
        if heir
        else Message("Kiểm tra lại cơ quan được giao.", "Check who the task is given to."),
        place,
    )
