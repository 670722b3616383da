"""An edited value of a target, taken apart again into figure, unit, scope, period and years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Language
from r57plans.language import is_neutral
from r57plans.model.base import Text
from r57plans.model.target import Target, Value
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.words import STANDS_IN, folded, tidy

_YEARS = re.compile(r"(.*) \((?:giai đoạn )?(\d{4}) ?[-–] ?(\d{4})\)")
_SCOPE = re.compile(r"(.*\S) ?\(([^()]*)\)")
_FIGURE = re.compile(r"((?:[≥≤><]=?\s*)?\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?)\s*(.*)")
_IN_ENGLISH = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w.,]*\d)")
_SWAPPED = str.maketrans(".,", ",.")
_BASE = re.compile(r"(?:Năm )?(\d{4}): (.*)")
_SIGNS = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a printed value says, piece by piece; a piece that is not there is empty."""

    figure: str
    unit: str = ""
    per: str = ""
    scope: str = ""
    years: tuple[int, ...] = ()


def set_horizon(
    editing: Editing, index: int, horizon: str, number: int, new: str, language: Language
) -> None:
    """Puts the value of a target at a horizon (`2030`, or `any`), of several the one so numbered.

    One that is not there yet is added, an empty one goes.
    """
    target = editing.plan.targets[index]
    if not (horizon.isdecimal() or horizon == "any"):
        raise KeyError(horizon)
    year = int(horizon) if horizon.isdecimal() else None
    there = [n for n, value in enumerate(target.values) if value.year == year]
    if number >= len(there):
        if tidy(new):
            _append(editing, index, year, new, language)
    elif tidy(new):
        set_value(editing, index, ("values", there[number]), new, language)
    elif len(target.values) > 1:
        editing.file.remove(("targets", index, "values", there[number]))
    else:
        editing.file.remove(("targets", index, "values"))


def set_value(editing: Editing, index: int, where: Path, new: str, language: Language) -> None:
    """Puts one value, `where` within its target; only the pieces that changed are written."""
    target = editing.plan.targets[index]
    base = where == ("baseline",)
    own = target.baseline if base else target.values[int(where[1])]
    path: Path = ("targets", index, *where)
    if base and not tidy(new):
        editing.drop(path)
    elif own is None:
        editing.file.set(path, _data(_base_of(new), language))
    else:
        _Change(editing, target, own, path, language, base=base).write(new)


def _append(editing: Editing, index: int, year: int | None, text: str, language: Language) -> None:
    data = new_value(text, year, editing.printer(language).unit(index), language)
    values = editing.plan.targets[index].values
    path: Path = ("targets", index, "values")
    if values and not isinstance(editing.raw(path), list):
        editing.file.set(path, [editing.raw(path), data])
    elif values:
        editing.file.insert((*path, len(values)), data)
    else:
        editing.file.set(path, [data])


def new_value(text: str, year: int | None, unit: str, language: Language) -> dict[str, Any]:
    """A value that the plan has not had; without the unit that its target has anyway."""
    data = ({"year": year} if year else {}) | _data(("", _taken_apart(tidy(text))), language)
    if folded(str(data.get("unit", ""))) == folded(unit):
        data.pop("unit", None)
    return data


def new_baseline(text: str, unit: str, language: Language) -> dict[str, Any]:
    """A baseline that the plan has not had, such as `2024: 8`; without its target's unit."""
    data = _data(_base_of(text), language)
    if folded(str(data.get("unit", ""))) == folded(unit):
        data.pop("unit", None)
    return data


def _base_of(new: str) -> tuple[str, Said]:
    found = _BASE.fullmatch(tidy(new))
    year, rest = (found[1], found[2]) if found else ("", tidy(new))
    return year, _taken_apart(rest)


def _data(read: tuple[str, Said], language: Language) -> dict[str, Any]:
    year, said = read
    data: dict[str, Any] = {"year": int(year)} if year else {}
    data["value"] = _in_vietnamese(said.figure) if language == "en" else said.figure
    pieces = {"unit": said.unit, "scope": said.scope}
    if said.years:
        data |= {"from": said.years[0], "year": said.years[1]}
    return data | {key: words for key, words in pieces.items() if words}


def _taken_apart(text: str, own: Said = Said(""), *, whole: bool = False) -> Said:
    """A printed value in pieces; `own` are those that the plan has there as yet.

    The figure of a `whole` value holds its unit, as the author wrote it.
    """
    years: tuple[int, ...] = ()
    scope = ""
    if found := _YEARS.fullmatch(text):
        text, years = found[1], (int(found[2]), int(found[3]))
    if (found := _SCOPE.fullmatch(text)) and not _SCOPE.fullmatch(own.figure):
        text, scope = found[1], found[2]
    rated = bool(own.per) and text.endswith(own.per)
    text = text.removesuffix(own.per).rstrip() if rated else text
    figure, unit = text, ""
    if own.unit and text.endswith(own.unit) and text != own.unit:
        figure, unit = text.removesuffix(own.unit).rstrip(), own.unit
    elif not whole and (read := _FIGURE.fullmatch(text)):
        figure, unit = read[1], read[2]
    for typed, sign in _SIGNS.items():
        figure = figure.replace(typed, sign)
    return Said(figure, unit, own.per if rated else "", scope, years)


def _in_vietnamese(figure: str) -> str:
    said = _IN_ENGLISH.sub(lambda found: found[0].translate(_SWAPPED), figure)
    return re.sub(r"(?<=\d)–(?=\d)", " - ", said)


class _Change:
    """One value of a target and what becomes of it."""

    def __init__(
        self, editing: Editing, target: Target, own: Value, path: Path, language: Language,
        *, base: bool,
    ) -> None:  # fmt: skip
        self._editing, self._own, self._path = editing, own, path
        self._language, self._base = language, base
        self._old = self._pieces(target)

    def _pieces(self, target: Target) -> Said:
        """What the plan prints of it now."""
        own, printer = self._own, self._editing.printer(self._language)
        plain = own.model_copy(update={"scope": None, "from_": None, "per": None})
        usual = printer.own_unit(target, own, self._editing.catalogue)
        years = (own.from_, own.year) if own.from_ and own.year else ()
        return Said(
            printer.value(plain, ""),
            "" if self._base and own.unit is None else usual,
            printer.period(own),
            printer.text(own.scope) if own.scope else "",
            years,
        )

    def write(self, new: str) -> None:
        """Writes the pieces that are others than before."""
        text, old = tidy(new).removeprefix(STANDS_IN), self._old
        text = self._year(text) if self._base else text
        read = _FIGURE.fullmatch(old.figure)
        said = _taken_apart(text, old, whole=bool(not old.unit and read and read[2]))
        self._figure(said)
        if said.unit and said.unit != old.unit:
            path = (*self._path, "unit")
            self._editing.set_text(path, self._own.unit, said.unit, self._language, usual=old.unit)
        self._piece("scope", self._own.scope, said.scope, old.scope)
        if old.per and not said.per:
            self._editing.file.remove((*self._path, "per"))
        if said.years != old.years:
            self._years(said.years)

    def _year(self, text: str) -> str:
        found = _BASE.fullmatch(text)
        if found and int(found[1]) != self._own.year:
            self._editing.file.set((*self._path, "year"), int(found[1]))
        return found[2] if found else text

    def _figure(self, said: Said) -> None:
        if folded(said.figure) == folded(self._old.figure):
            return
        own = self._own.value
        if self._language == "en" and not own.en and is_neutral(said.figure):
            self._put(_in_vietnamese(said.figure))
        else:
            self._editing.set_text((*self._path, "value"), own, said.figure, self._language)

    def _put(self, figure: str) -> None:
        path = (*self._path, "value")
        vi = isinstance(self._editing.raw(path), dict)
        self._editing.file.set((*path, "vi") if vi else path, figure)

    def _piece(self, key: str, own: Text | None, new: str, old: str) -> None:
        if folded(new) == folded(old):
            return
        if not new:
            self._editing.file.remove((*self._path, key))
        else:
            self._editing.set_text((*self._path, key), own, new, self._language)

    def _years(self, years: tuple[int, ...]) -> None:
        if not years:
            self._editing.file.remove((*self._path, "from"))
            return
        if years[1] != self._own.year:
            raise UnfitError(
                "Giai đoạn không kết thúc ở mốc năm của chỉ tiêu.",
                "The period does not end in the year of the target's value.",
            )
        self._editing.file.set((*self._path, "from"), years[0])
