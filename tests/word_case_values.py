"""YAML of the template cases: plain data, and tags for the values that plain data cannot say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Build = Callable[[str], bytes]
PICTURES = Path(__file__).parent / "cases" / "pictures"


class Values(yaml.SafeLoader):
    """A loader that knows the tags; `reading` gives one for the files of a folder."""

    folder: Path
    build: Build

    @classmethod
    def reading(cls, folder: Path, build: Build) -> type[Values]:
        """A loader whose tags read files of the folder, and build Word files from bodies."""
        return type("FolderValues", (cls,), {"folder": folder, "build": staticmethod(build)})


def _file(loader: Values, node: yaml.Node) -> Path:
    name = str(loader.construct_scalar(node))  # type: ignore[arg-type]  # a scalar by its place
    own = loader.folder / name
    return own if own.exists() else PICTURES / name


def _image(loader: Values, node: yaml.Node) -> object:
    from r57plans.word.template.values import Image

    if isinstance(node, yaml.ScalarNode):
        return Image(_file(loader, node).read_bytes())
    given = loader.construct_mapping(node, deep=True)
    name = str(given.pop("file"))
    own = loader.folder / name
    return Image((own if own.exists() else PICTURES / name).read_bytes(), **given)


def _rich(loader: Values, node: yaml.SequenceNode) -> object:
    from r57plans.word.template.values import RichText

    pieces = [_piece(item) for item in loader.construct_sequence(node, deep=True)]
    text, options = pieces[0]
    rich = RichText(text, **options)
    for text, options in pieces[1:]:
        rich = rich.add(text, **options) or rich
    return rich


def _piece(item: Any) -> tuple[str, dict[str, Any]]:
    if isinstance(item, dict):
        return item["text"], {k: v for k, v in item.items() if k != "text"}
    return item, {}


def _subdocument(loader: Values, node: yaml.Node) -> object:
    from r57plans.word.template.values import SubDocument

    return SubDocument(loader.build(_file(loader, node).read_text("utf-8")))


def _chart(loader: Values, node: yaml.MappingNode) -> object:
    from r57plans.word.template.values import Chart, ChartSeries

    given = loader.construct_mapping(node, deep=True)
    series = [ChartSeries(name, tuple(row)) for name, row in given.pop("series").items()]
    return Chart(given.pop("categories"), series, **given)


def _bytes(loader: Values, node: yaml.Node) -> bytes:
    return _file(loader, node).read_bytes()


Values.add_constructor("!image", _image)
Values.add_constructor("!chart", _chart)  # type: ignore[type-var]  # a mapping by its place
Values.add_constructor("!rich", _rich)  # type: ignore[type-var]  # a sequence by its place
Values.add_constructor("!subdocument", _subdocument)
Values.add_constructor("!bytes", _bytes)
Values.add_constructor("!path", _file)
