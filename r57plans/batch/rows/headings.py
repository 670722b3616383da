"""The headings of a table against the common plan: which column is for what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from r57plans.batch.rows import told
from r57plans.batch.rows.columns import (
    CONTEXT,
    DEADLINE,
    FIGURE,
    OF_DOCUMENT,
    PROVINCE,
    TARGET,
    UNREAD,
    Column,
    Named,
)
from r57plans.batch.rows.common import Common
from r57plans.findings import Finding, Message, Place
from r57plans.language import nearest, slug

_YEAR = re.compile(
    r"[\s,;:(@\[-]*(?:(?:đến|vào|by|in)\s+)?(?:năm\s+)?\b((?:19|20|21)\d\d)\s*[)\]]?\s*$", re.I
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_ENGLISH = re.compile(r"\((?:tiếng anh|english)\)\s*$", re.I)
_KINDS: Mapping[str, Message] = {
    slug(name): kind for kind in (TARGET, DEADLINE, FIGURE) for name in kind
} | {slug("params"): FIGURE, slug("tham số"): FIGURE, slug("thời gian hoàn thành"): DEADLINE}
_DOCUMENT, _TASK = Message("văn bản", "document"), Message("nhiệm vụ", "task")
_TARGET, _FIGURE = Message("chỉ tiêu", "target"), Message("số liệu", "figure to give")


class Headings:
    """Reads headings for one common plan."""

    def __init__(self, common: Common) -> None:
        self._common = common

    def read(self, said: str, place: Place) -> Column | Finding | None:
        """The column of a heading, or what is wrong; None for one that is not to be read."""
        if slug(said) in UNREAD:
            return None
        if found := self._particular(said):
            return found
        before, sign, rest = said.partition(":")
        if sign and (kind := _KINDS.get(slug(before))):
            return self._of_record(kind, rest.strip(), said, place)
        if sign and (found := self._of_another(before.strip(), rest.strip())):
            return found
        if target := self._target_named(said):
            return self._target(said, target, said, place)
        if sign and self._names_of(rest):
            known = tuple(self._common.documents)
            return told.no_such_record(place, before, _DOCUMENT, nearest(before, known, 3))
        return told.unknown_column(place, said, nearest(said, self.known))

    def _particular(self, said: str) -> Column | None:
        for name in _variants(said):
            for named in OF_DOCUMENT:
                if name in named.names or name == slug("/".join(("document", *_texts(named)))):
                    return Column(named.title.vi, named.kind, (("document", *named.path),))
            for named in CONTEXT:
                if name in named.names:
                    return Column(named.title.vi, named.kind, (named.path,))
        return None

    def _names_of(self, said: str) -> Named | None:
        names = _variants(said.strip())
        return next((each for name in names for each in OF_DOCUMENT if name in each.names), None)

    def _of_another(self, document: str, said: str) -> Column | None:
        """A particular of another document of the plan: `committee-decision: Ngày`."""
        named = self._names_of(said)
        if named is None or document not in self._common.documents:
            return None
        title = f"{document}: {named.title.vi}"
        return Column(title, named.kind, (("documents", document, *named.path),))

    def _of_record(self, kind: Message, rest: str, said: str, place: Place) -> Column | Finding:
        if kind is TARGET:
            return self._target(rest, self._target_named(rest), said, place)
        return self._deadline(rest, place) if kind is DEADLINE else self._figure(rest, place)

    def _target_named(self, said: str) -> str | None:
        """The id of the target that a heading names, with or without a year."""
        for name in dict.fromkeys((said, _YEAR.sub("", said))):
            if found := self._common.targets.get(slug(name)):
                return found
        return None

    def _target(self, rest: str, target: str | None, said: str, place: Place) -> Column | Finding:
        if target is None:
            names = dict.fromkeys(self._common.target_names.values())
            return told.no_such_record(place, rest, _TARGET, nearest(_YEAR.sub("", rest), names, 3))
        there = self._common.values(target)
        of_name = self._common.targets.get(slug(rest)) == target
        found = None if of_name else _YEAR.search(rest)
        if found is None and len(there) > 1:
            years = [each["year"] for each in there if isinstance(each.get("year"), int)]
            heading = f"{TARGET.vi}: {target} ({years[-1] if years else '…'})"
            return told.which_year(place, target, years, heading)
        return self._value(target, int(found[1]) if found else None, said)

    def _value(self, target: str, year: int | None, said: str) -> Column:
        there, path = self._common.values(target), self._common.target_path(target)
        for number, value in enumerate(there):
            if year is None or value.get("year") == year:
                unit = self._common.unit(target, value)
                return Column(said, "figure", ((*path, "values", number, "value"),), unit)
        own = there[0].get("unit") if there else None
        fresh = {"year": year or self._common.horizon(target), "unit": own}
        unit = self._common.unit(target, fresh)
        return Column(said, "figure", ((*path, "values"),), unit,
                      {key: part for key, part in fresh.items() if part is not None})  # fmt: skip

    def _deadline(self, rest: str, place: Place) -> Column | Finding:
        path = self._common.tasks.get(rest)
        if path is None:
            return told.no_such_record(place, rest, _TASK, nearest(rest, self._common.tasks, 3))
        return Column(f"{DEADLINE.vi}: {rest}", "text", ((*path, "deadline"),))

    def _figure(self, rest: str, place: Place) -> Column | Finding:
        task, sign, name = rest.rpartition("/")
        paths = tuple(
            (*path, "params", name.strip())
            for each, path in self._common.tasks.items()
            if (not sign or each == task.strip()) and name.strip() in self._common.figures(each)
        )
        if paths:
            return Column(f"{FIGURE.vi}: {rest}", "text", paths)
        known = dict.fromkeys(n for each in self._common.tasks for n in self._common.figures(each))
        return told.no_such_record(
            place, rest, _FIGURE, nearest(rest, known, 3) or tuple(known)[:5]
        )

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The headings that there may be, in both languages."""
        return tuple(self._known())

    def _known(self) -> Iterator[str]:
        for named in (*OF_DOCUMENT, *CONTEXT):
            yield from named.title
        yield from PROVINCE
        yield from self._common.target_names.values()
        for target in self._common.target_names:
            yield f"{TARGET.vi}: {target}"


def _variants(said: str) -> Iterable[str]:
    """The heading without diacritics, and without what is added in brackets."""
    full = slug(said)
    return (full,) if _ENGLISH.search(said) else dict.fromkeys((full, slug(_ASIDE.sub("", said))))


def _texts(named: Named) -> tuple[str, ...]:
    return tuple(map(str, named.path))
