"""The house stands: floors, one library a room, short functions, no circles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from architecture import (
    BOUNDARY,
    Module,
    bare_definitions,
    broad_catches,
    cycles,
    foreign_imports,
    long_functions,
    long_modules,
    modules,
    upward_imports,
)

import r57plans

FOUND = modules(Path(r57plans.__file__).parent)

Check = Callable[[tuple[Module, ...]], list[str]]


def house(**sources: str) -> tuple[Module, ...]:
    """Modules of a small house: `word_reader="…"` is the module r57plans.word.reader."""
    return tuple(
        Module(".".join(["r57plans", *name.split("_")]).rstrip("."), source)
        for name, source in sources.items()
    )


def function_of(lines: int) -> str:
    return "def long():\n" + "    x = 1\n" * (lines - 1)


def test_every_module_is_read() -> None:
    names = {module.name for module in FOUND}

    assert {"r57plans", "r57plans.findings", "r57plans.load", "r57plans.cli.build"} <= names


@pytest.mark.parametrize(
    "check",
    [
        upward_imports,
        foreign_imports,
        cycles,
        long_functions,
        long_modules,
        broad_catches,
        bare_definitions,
    ],
)
def test_the_house_has_none_of(check: Check) -> None:
    assert check(FOUND) == []


@pytest.mark.parametrize(
    "source",
    [
        "from r57plans.word.reader import read",
        "from r57plans.word import reader",
        "import r57plans.word.reader",
        "from ..word import reader",
        "def late():\n    from r57plans.word.reader import read",
        "if TYPE_CHECKING:\n    from r57plans.word.reader import Reader",
        "class A:\n    def b(self):\n        if x:\n            import r57plans.word.reader",
    ],
)
def test_an_import_from_a_higher_floor_is_found_wherever_it_stands(source: str) -> None:
    found = house(word_reader="", model_plan=source)

    assert upward_imports(found) == ["r57plans.model.plan imports r57plans.word.reader"]


def test_an_import_from_another_room_of_the_same_floor_is_found() -> None:
    found = house(view_names="", checks_blanks="from r57plans.view import names")

    assert upward_imports(found) == ["r57plans.checks.blanks imports r57plans.view.names"]


def test_imports_downwards_and_within_a_room_are_free() -> None:
    found = house(findings="", word_xml="", word_reader="from r57plans.word import xml")

    assert upward_imports((*found, *house(word_a="from r57plans.findings import x"))) == []


def test_a_room_without_a_floor_is_refused() -> None:
    found = house(findings="", attic_box="from r57plans.findings import Finding")

    with pytest.raises(ValueError, match="attic"):
        upward_imports(found)


def test_the_version_may_be_read_on_every_floor_but_the_facade_may_not() -> None:
    facade = Module("r57plans", "__version__ = '1'")

    assert upward_imports((facade, *house(model_a="from r57plans import __version__"))) == []
    assert upward_imports((facade, *house(model_a="from r57plans import build"))) == [
        "r57plans.model.a imports r57plans"
    ]


@pytest.mark.parametrize(
    "source", ["import lxml.etree", "from lxml import etree", "def late():\n    import lxml"]
)
def test_a_library_outside_its_room_is_found(source: str) -> None:
    assert foreign_imports(house(load_files=source)) == ["r57plans.load.files imports lxml"]
    assert foreign_imports(house(word_files=source)) == []


def test_a_library_that_has_no_room_is_found() -> None:
    assert foreign_imports(house(word_files="import requests, zipfile")) == [
        "r57plans.word.files imports requests"
    ]


def test_a_circle_of_imports_is_found_even_through_a_third_module() -> None:
    found = house(
        word_a="from r57plans.word.b import x",
        word_b="def late():\n    from r57plans.word.c import x",
        word_c="from r57plans.word import a",
        word_d="from r57plans.word import a",
    )

    assert cycles(found) == ["r57plans.word.a", "r57plans.word.b", "r57plans.word.c"]


def test_a_type_is_no_circle() -> None:
    found = house(
        word_a="from r57plans.word.b import x",
        word_b="if TYPE_CHECKING:\n    from r57plans.word.a import X",
    )

    assert cycles(found) == []


def test_a_function_of_51_lines_is_found_and_one_of_50_is_not() -> None:
    assert long_functions(house(word_a=function_of(50))) == []
    assert long_functions(house(word_a=function_of(51))) == ["r57plans.word.a.long: 51 lines"]


def test_a_module_of_301_lines_is_found_and_one_of_300_is_not() -> None:
    assert long_modules(house(word_a="x = 1\n" * 300)) == []
    assert long_modules(house(word_a="x = 1\n" * 301)) == ["r57plans.word.a: 301 lines"]


@pytest.mark.parametrize("kind", ["", " Exception", " BaseException", " (OSError, Exception)"])
def test_a_handler_that_catches_everything_is_found_but_at_the_boundary(kind: str) -> None:
    source = f"try:\n    pass\nexcept{kind}:\n    pass\n"

    assert broad_catches(house(word_a=source)) == ["r57plans.word.a:3"]
    assert broad_catches((Module(BOUNDARY, source),)) == []


def test_a_handler_that_names_its_error_is_free() -> None:
    assert broad_catches(house(word_a="try:\n    pass\nexcept OSError:\n    pass\n")) == []


def test_a_public_definition_without_a_docstring_is_found() -> None:
    source = 'def told():\n    "what"\ndef bare(): ...\nclass Bare: ...\ndef _own(): ...\n'

    assert bare_definitions(house(word_a=source)) == [
        "r57plans.word.a.bare",
        "r57plans.word.a.Bare",
    ]
