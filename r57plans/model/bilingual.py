"""Every text of a plan that can stand in both languages, with its name and its place.

A text's name is its path by ids (`tasks/1.1.1/text`, `targets/local-2/name`), by numbers from 0
where a list's items have none: it stays when what stands above it comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from r57plans.model.base import Text
from r57plans.model.fingerprint import fingerprint
from r57plans.model.plan import Plan
from r57plans.model.when import When

MARK_LENGTH = 8
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """A Vietnamese text of the plan and its English, None where there is none.

    `translated` is also true where the English is derived, as that of most deadlines is. `path` is
    what `Plan.place` takes.
    """

    name: str
    path: Path
    vi: str
    en: str | None
    translated: bool

    @property
    def mark(self) -> str:
        """By what one sees that the Vietnamese changed: its fingerprint's first eight digits."""
        return fingerprint(self.vi)[:MARK_LENGTH]


def texts_of(plan: Plan) -> Iterator[PlanText]:
    """All of them in the order of the model; those that only drafts print are among them."""
    return _walk(plan, (), ())


def _walk(value: object, path: Path, name: Path) -> Iterator[PlanText]:
    if isinstance(value, When):
        if value.deadline.wording:
            done = value.translated("en")
            yield _text(path, name, value.deadline.wording, value.english, done)
    elif isinstance(value, BaseModel):
        yield from _record(value, path, name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index), (*name, getattr(item, "id", None) or index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key), (*name, key))


def _record(record: BaseModel, path: Path, name: Path) -> Iterator[PlanText]:
    vi, en = getattr(record, "vi", None), getattr(record, "en", None)
    if isinstance(vi, str) and vi:
        yield _text(path, name, vi, en, bool(en))
    if isinstance(record, Text):
        return
    for field, info in type(record).model_fields.items():
        key = info.alias or field
        yield from _walk(getattr(record, field), (*path, key), (*name, key))


def _text(path: Path, name: Path, vi: str, en: str | None, translated: bool) -> PlanText:
    return PlanText("/".join(map(str, name)), path, vi, en, translated)
