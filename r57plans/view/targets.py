"""Targets: their names, their values at each horizon, and how both read in a line."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.findings import Language
from r57plans.language import localise_numbers
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers
from r57plans.model.target import Target, Value
from r57plans.view.names import Namer
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import HorizonView, Line, TargetLine
from r57plans.view.speech import Where


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target, where it stands in the plan's list, and how deep it is nested."""

    index: int
    target: Target
    depth: int


@dataclass(frozen=True, slots=True)
class TargetWriter:
    """Writes targets in the document's language; each name and value the first time only."""

    namer: Namer
    catalogue: Catalogue
    _names: dict[int, Line] = field(default_factory=dict, repr=False)
    _values: dict[tuple[int, int | None, bool], Joined] = field(default_factory=dict, repr=False)

    def ordered(self) -> tuple[PlacedTarget, ...]:
        """Parents in the plan's order, each followed by its sub-targets."""
        placed: list[PlacedTarget] = []
        self._collect(None, 0, placed)
        return tuple(placed)

    def _collect(self, parent: str | None, depth: int, placed: list[PlacedTarget]) -> None:
        for index, target in enumerate(self.namer.plan.targets):
            if target.parent == parent:
                placed.append(PlacedTarget(index, target, depth))
                self._collect(target.id, depth + 1, placed)

    def horizons(self) -> tuple[int | None, ...]:
        """The years of all values, in order; None last, for values without a year."""
        years = {v.year for t in self.namer.plan.targets for v in t.values}
        dated = sorted(y for y in years if y is not None)
        return (*dated, None) if None in years else tuple(dated)

    def name(self, placed: PlacedTarget) -> Line:
        """A target's name: the plan's own, or the catalogue's."""
        if placed.index not in self._names:
            self._names[placed.index] = self._name(placed)
        return self._names[placed.index]

    def _name(self, placed: PlacedTarget) -> Line:
        path = f"target/{placed.target.id}/name"
        if placed.target.name:
            return self.namer.speaker.text(
                placed.target.name, path, "targets", placed.index, "name"
            )
        known = self.catalogue.target_by_id.get(placed.target.id)
        return Printed(self.namer.fill(known.name) if known else placed.target.id, path)

    def unit(self, placed: PlacedTarget) -> str:
        """The unit of measure: the target's, or that of its values, or the catalogue's."""
        unit, where = self._own_unit(placed)
        first = next((n for n, v in enumerate(placed.target.values) if v.unit), None)
        if placed.target.unit is None and first is not None:
            unit, where = placed.target.values[first].unit, (*where[:2], "values", first, "unit")
        return self.namer.speaker.finish(self.namer.speaker.figure(unit, *where))

    def _own_unit(self, placed: PlacedTarget) -> tuple[Text | None, Where]:
        """The unit that holds for every value without one of its own."""
        known = self.catalogue.target_by_id.get(placed.target.id)
        unit = placed.target.unit or (known.local_unit or known.unit if known else None)
        return unit, ("targets", placed.index, "unit")

    def values(self, placed: PlacedTarget, year: int | None, *, with_unit: bool) -> Joined:
        """All values at one horizon, each with its identity, parted by semicolons."""
        name = placed.index, year, with_unit
        if name not in self._values:
            self._values[name] = self._said(placed, year, with_unit)
        return self._values[name]

    def _said(self, placed: PlacedTarget, year: int | None, with_unit: bool) -> Joined:
        found = [(n, v) for n, v in enumerate(placed.target.values) if v.year == year]
        pieces = [
            Printed(
                self._valued(placed, value, n, with_unit=with_unit),
                self._path(placed.target, value, k),
            )
            for k, (n, value) in enumerate(found)
        ]
        return Joined(pieces, separator="; ")

    def _valued(self, placed: PlacedTarget, value: Value, n: int, *, with_unit: bool) -> str:
        """A value in words; one without a unit of its own has the target's, if it is a figure."""
        where: Where = ("targets", placed.index, "values", n)
        unit, unit_where = (value.unit, (*where, "unit")) if value.unit else self._own_unit(placed)
        shown = (with_unit or value.per) and any(c.isdigit() for c in value.value.vi)
        said = self.namer.speaker.figure(unit, *unit_where) if shown and unit else ""
        return self.value(value, said, *where)

    def _path(self, target: Target, value: Value, count: int) -> str:
        horizon = value.year or "any"
        return f"target/{target.id}/values/{horizon}" + (f"/{count}" if count else "")

    def value(self, value: Value, unit: str, *where: str | int) -> str:
        """`≥ 20% GRDP`, `≤ 3 (Đông Nam Á)`, `≥ 10%/năm (giai đoạn 2025 - 2030)`."""
        speaker, language = self.namer.speaker, self.namer.language
        said = speaker.figure(value.value, *where, "value")
        said = measured(said, unit) if unit else said
        if value.per:
            said = phrase("per", language, value=said, per=self._per(value.per, *where))
        if value.scope:
            scope = speaker.text(value.scope, "", *where, "scope")
            said = phrase("scope", language, value=said, scope=scope)
        if value.from_:
            period = phrase("period", language, first=value.from_, last=value.year)
            said = phrase("over", language, value=said, period=period)
        return speaker.finish(said)

    def _per(self, per: Text, *where: str | int) -> str:
        known = self.namer.registers.terms.periods.get(per.vi)
        if known and not per.en:
            return known.say(self.namer.language)
        return str(self.namer.speaker.text(per, "", *where, "per"))

    def baseline(self, placed: PlacedTarget) -> Line:
        """The base value with its year; empty where the plan has none."""
        base, path = placed.target.baseline, f"target/{placed.target.id}/baseline"
        if base is None:
            return Printed("", path)
        where: Where = ("targets", placed.index, "baseline")
        unit = self.namer.speaker.figure(base.unit, *where, "unit")
        said = self.value(base, unit, *where)
        if base.year:
            said = phrase("baseline", self.namer.language, year=base.year, value=said)
        return Printed(said, path)

    def prose(self) -> tuple[HorizonView, ...]:
        """The targets of the body, horizon by horizon."""
        placed = self.ordered()
        views = (self._horizon(year, placed) for year in self.horizons())
        return tuple(view for view in views if view.targets)

    def _horizon(self, year: int | None, placed: tuple[PlacedTarget, ...]) -> HorizonView:
        title = self.horizon_title(year)
        lines = (self._line(p, year) for p in placed)
        return HorizonView(title, tuple(line for line in lines if line))

    def horizon_title(self, year: int | None) -> str:
        """`Đến năm 2030`."""
        language = self.namer.language
        return phrase("until", language, year=year) if year else phrase("undated", language)

    def _line(self, placed: PlacedTarget, year: int | None) -> TargetLine | None:
        values = self.values(placed, year, with_unit=True)
        if not self.stands_at(placed.target, year):
            return None
        name = self.name(placed)
        line = Joined((name, values) if values else (name,), separator=": ")
        return TargetLine(self._ended(line, "." if values else ":"), min(placed.depth, 1))

    def _ended(self, line: Joined, mark: str) -> Joined:
        """The line with its mark of punctuation, unless its author has given one."""
        marked = str(line).endswith((".", ":", ";"))
        return line if marked else Joined((line, mark), separator="")

    def stands_at(self, target: Target, year: int | None) -> bool:
        """Whether the target, or one below it at any depth, has a value at that horizon."""
        if any(value.year == year for value in target.values):
            return True
        return any(self.stands_at(below, year) for below in self._below(target))

    def lacks_values(self, target: Target) -> bool:
        """Whether the target, or one below it at any depth, should have a value and has none."""
        below = self._below(target)
        return any(map(self.lacks_values, below)) if below else not target.values

    def _below(self, target: Target) -> list[Target]:
        return [t for t in self.namer.plan.targets if t.parent == target.id]


def numbered(placed: tuple[PlacedTarget, ...]) -> tuple[tuple[PlacedTarget, str], ...]:
    """Each target with its number: as given, or 1, 2, 2.1, 2.2, 3."""
    counts: list[int] = []
    found = []
    for item in placed:
        count = counts[item.depth] if item.depth < len(counts) else 0
        counts = [*counts[: item.depth], count + 1]
        found.append((item, item.target.number or ".".join(map(str, counts))))
    return tuple(found)


def national(value: Value, unit: Text | None, registers: Registers, language: Language) -> str:
    """A value of the catalogue in words: `≥ 30% GDP`, `16 - 18%/năm`, `≤ 3 (Đông Nam Á)`."""
    figure, of = value.value.say(language), value.unit or unit
    if language == "en" and not value.value.en:
        figure = localise_numbers(figure, "en")
    said = measured(figure, of.say(language) if of else "").strip()
    if value.per:
        period = registers.terms.periods.get(value.per.vi, value.per)
        said = phrase("per", language, value=said, per=period.say(language))
    if value.scope:
        said = phrase("scope", language, value=said, scope=value.scope.say(language))
    return said


def measured(value: str, unit: str) -> str:
    """A value with its unit; a per cent sign follows without a blank.

    `từ 30% trở lên` has its unit in it.
    """
    if unit == "%" and unit in value:
        return value
    return f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}"
