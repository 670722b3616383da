"""Where each record of a catalogue stands in its files, for what a check says of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError
from r57plans.findings import NOWHERE, Place
from r57plans.load.files import read_file
from r57plans.load.yaml_source import read_yaml

_SENTENCES = "sentences"


class RecordPlaces:
    """Places by kind and id: `("sub-task", "1.1.1")`, `("targets", "digital-economy")`."""

    def __init__(self, found: dict[tuple[str, str], Place] | None = None) -> None:
        self._found = found or {}

    def of(self, kind: str, name: str) -> Place:
        """Where the record begins; nowhere for one that no file holds."""
        return self._found.get((kind, name), NOWHERE)


def record_places(name: str, folder: Path | None = None) -> RecordPlaces:
    """The places of a catalogue's records; files that cannot be read give none."""
    home = (folder or catalogue_folder()) / name
    found: dict[tuple[str, str], Place] = {}
    for path in sorted(home.glob("*.yaml")):
        found |= dict(_of_file(path, dict if path.stem == "catalogue" else list))
    for path in sorted((home / "groups").glob("*.yaml")):
        found |= dict(_of_file(path, dict))
    return RecordPlaces(found)


def _of_file(path: Path, top: type) -> Iterator[tuple[tuple[str, str], Place]]:
    try:
        data = read_file(path, "catalogue")
    except LoadError:
        return
    source = read_yaml(data, str(path), top=top, family="catalogue")
    for kind, where, record in _records(source.data, path.stem):
        yield (kind, str(record["id"])), source.place(where)


def _records(
    data: Any, kind: str, where: tuple[str | int, ...] = ()
) -> Iterator[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
    """Every mapping with an id, named by what holds it: `groups/1.yaml` is a group."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _records(item, kind, (*where, index))
    elif isinstance(data, dict):
        if "id" in data:
            yield _KINDS.get(kind, "groups" if kind.isdigit() else kind), where, data
        for key in ("paragraphs", "sub_tasks", _SENTENCES):
            if isinstance(data.get(key), list):
                yield from _records(data[key], key, (*where, key))


_KINDS = {"sub_tasks": "sub-task", "paragraphs": "paragraph", _SENTENCES: "sentence"}
