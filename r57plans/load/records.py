"""Reading files of ours into records, with every fault of all of them said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from r57plans.errors import LoadError
from r57plans.findings import Report
from r57plans.load.files import read_file
from r57plans.load.shapes import shape_findings
from r57plans.load.yaml_source import Source, read_yaml

_FAMILY = "catalogue"
T = TypeVar("T")


class RecordReader:
    """Reads files one after the other and keeps all their faults for the end."""

    def __init__(self) -> None:
        self._report = Report()

    def refuse(self) -> None:
        """Raises LoadError with all that was wrong so far; nothing where all was well."""
        if self._report.errors:
            raise LoadError(self._report)

    def raw(self, path: Path, top: type) -> Source:
        """A file as plain values that know their lines."""
        try:
            source = read_yaml(read_file(path, _FAMILY), str(path), top=top, family=_FAMILY)
        except LoadError as error:
            source = Source(str(path), None, error.report)
        self._report += source.report
        return source

    def part(self, path: Path, kind: Any) -> Any:
        """The records of a list; a file that is not there is an empty list."""
        return self.validated(self.raw(path, list), kind) if path.exists() else ()

    def record(self, path: Path, kind: type[T]) -> T:
        """The record that a file is."""
        made: T = self.validated(self.raw(path, dict), kind)
        return made

    def validated(self, source: Source, kind: Any) -> Any:
        """The values as the model has them; None where they are not of its shape."""
        if source.data is None:
            return None
        adapter = TypeAdapter(kind)
        try:
            return adapter.validate_python(source.data)
        except ValidationError as error:
            self._report += Report.of(shape_findings(error, source, adapter, _FAMILY))
            return None
