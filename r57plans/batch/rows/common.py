"""The plan that all provinces of a table have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from r57plans.batch.edits import Path
from r57plans.batch.rows import told
from r57plans.errors import LoadError
from r57plans.findings import Language, Message, Report
from r57plans.language import fill, slug
from r57plans.load import Source, catalogue_names, load_catalogue, read_file, read_yaml
from r57plans.load.files import SIZE_LIMIT
from r57plans.load.plan_files import is_workbook
from r57plans.load.plan_text import plan_text
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.workbook.guarding import MAX_BYTES
from r57plans.workbook.reading import read_workbook

Data = dict[str, Any]
_KINDS = (Message("tỉnh", "province"), Message("thành phố", "city"))


def read_common(path: FilePath) -> Common:
    """The common plan in a plan file or workbook; raises LoadError where nothing can be read."""
    file, excel = str(path), is_workbook(path)
    data = read_file(path, limit=MAX_BYTES if excel else SIZE_LIMIT)
    source = read_workbook(data, file) if excel else read_yaml(data, file)
    if source.data is None or source.report.errors:
        raise LoadError(source.report)
    if source.data.get("unit"):
        raise LoadError(Report((told.commune(source.place(("unit",))),)))
    return Common(source, plan_text(source.data).encode() if excel else data)


@dataclass(frozen=True)
class Common:
    """The common plan as data, unchecked, and its text as a plan file."""

    source: Source
    text: bytes

    @property
    def data(self) -> Data:
        """All that it says."""
        data: Data = self.source.data
        return data

    @property
    def document(self) -> Data:
        """Its particulars."""
        return _mapping(self.data.get("document"))

    @property
    def date(self) -> DocumentDate | None:
        """Its date; None where it has none."""
        try:
            return DocumentDate.parse(self.document.get("date"))
        except ValueError:
            return None

    @property
    def documents(self) -> Data:
        """Its further documents."""
        return _mapping(self.data.get("documents"))

    @cached_property
    def catalogue(self) -> Catalogue | None:
        """The catalogue that it names."""
        name = str(self.data.get("catalogue") or "").partition("@")[0]
        return load_catalogue(name) if name in catalogue_names() else None

    @cached_property
    def tasks(self) -> Mapping[str, Path]:
        """Where each task stands, by its id."""
        return self._paths("tasks")

    @cached_property
    def target_names(self) -> Mapping[str, str]:
        """What each target is called, by its id."""
        return {target: self._name(target) for target in self._paths("targets")}

    @cached_property
    def targets(self) -> Mapping[str, str]:
        """The ids of targets by all that they are called, without diacritics."""
        found: dict[str, str] = {}
        for target, path in self._paths("targets").items():
            own = self._at(path).get("name")
            names = [target, *(_mapping(own).values() or (own,))]
            names += self._known_names(target, "vi", "en")
            for name in (slug(name) for name in names if isinstance(name, str)):
                if name:
                    found.setdefault(name, target)
        return found

    def heading(self, target: str, language: Language) -> str:
        """A name by which a heading's target is known; its id where no name is its alone."""
        own = self._at(self.target_path(target)).get("name")
        own = own if isinstance(own, dict) else {"vi": own}
        said = own.get(language) or next(self._known_names(target, language), target)
        name = str(said).rstrip(".")
        return name if self.targets.get(slug(name)) == target else target

    def _known_names(self, target: str, *languages: Language) -> Iterator[str]:
        """What the catalogue calls a target, as plans of provinces and of cities print it."""
        known = self.catalogue and self.catalogue.target_by_id.get(target)
        for text in filter(None, (known.name, known.local) if known else ()):
            for word in _KINDS:
                if "vi" in languages:
                    yield fill(text.vi, {"tinh": word.vi}, "")
                if "en" in languages:
                    yield fill(text.say("en"), dict.fromkeys(("provincial", "tinh"), word.en), "")

    def target_path(self, target: str) -> Path:
        """Where a target stands."""
        return self._paths("targets")[target]

    def values(self, target: str) -> list[Data]:
        """The values that a target has."""
        return self.values_at(self.target_path(target))

    def values_at(self, path: Path) -> list[Data]:
        """The values of the target that stands at a path."""
        return [_mapping(each) for each in _items(self._at(path).get("values"))]

    def has_parts(self, target: str) -> bool:
        """Whether other targets stand below it, so that it needs no value of its own."""
        return any(
            self._at(path).get("parent") == target for path in self._paths("targets").values()
        )

    def unit(self, target: str, value: Mapping[str, object]) -> str:
        """The unit of a value in Vietnamese: its own, the target's, or the catalogue's."""
        known = self.catalogue and self.catalogue.target_by_id.get(target)
        usual = (known.local_unit or known.unit) if known else None
        own = value.get("unit") or self._at(self.target_path(target)).get("unit")
        said = _mapping(own).get("vi") if isinstance(own, dict) else own
        return str(said) if said else usual.vi if usual else ""

    def horizon(self, target: str) -> int | None:
        """The year of the centre's target."""
        known = self.catalogue and self.catalogue.target_by_id.get(target)
        return known.values[0].year if known and known.values else None

    def figures(self, task: str) -> tuple[str, ...]:
        """The local figures that a task's text leaves open."""
        known = self.catalogue and self.catalogue.sub_tasks.get(task)
        own = _mapping(self._at(self.tasks[task]).get("params"))
        listed = (each.id for each in known.parameters) if known else ()
        return tuple(dict.fromkeys((*own, *listed)))

    def _name(self, target: str) -> str:
        own = self._at(self.target_path(target)).get("name")
        said = own.get("vi") if isinstance(own, dict) else own
        return str(said) if said else next(self._known_names(target, "vi"), target)

    def _paths(self, key: str) -> Mapping[str, Path]:
        found: dict[str, Path] = {}
        for number, item in enumerate(_items(self.data.get(key))):
            if isinstance(item, dict) and item.get("id") is not None:
                found.setdefault(str(item["id"]), (key, number))
        return found

    def _at(self, path: Path) -> Data:
        return _mapping(_items(self.data[str(path[0])])[int(path[1])])


def _items(value: Any) -> list[Any]:
    """The items of a list; one that stands without its list is one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _mapping(value: Any) -> Data:
    return value if isinstance(value, dict) else {}
