"""Reads the imports and shapes of a package's modules: what the architecture tests judge."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "r57plans"
GROUND = "ground"
FACADE = "facade"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({GROUND}),
    frozenset({"language", "office"}),
    frozenset({"model"}),
    frozenset({"load"}),
    frozenset({"checks", "view", "catalogue"}),
    frozenset({"word"}),
    frozenset({"documents", "starter"}),
    frozenset({"pull"}),
    frozenset({"workbook"}),
    frozenset({"plans"}),
    frozenset({"diff"}),
    frozenset(
        {
            "compliance",
            "review",
            "redlining",
            "inspection",
            "doctor",
            "opinions",
            "demo",
            "importing",
            "merging",
            "matrix",
            "exporting",
        }
    ),
    frozenset({"batch"}),
    frozenset({FACADE}),
    frozenset({"cli"}),
)
GROUND_MODULES = frozenset({"errors", "findings", "assets", "files", "sarif", "version"})

LIBRARIES: Mapping[str, frozenset[str]] = {
    "babel": frozenset({"language"}),
    "pydantic": frozenset({"model", "load"}),
    "pydantic_core": frozenset({"model", "load"}),
    "yaml": frozenset({"load"}),
    "ruamel": frozenset({"load"}),
    "jinja2": frozenset({"word"}),
    "markupsafe": frozenset({"word"}),
    "lxml": frozenset({"word"}),
    "python_redlines": frozenset({"word"}),
    "xlsxwriter": frozenset({"workbook"}),
    "openpyxl": frozenset({"workbook"}),
    "distributed": frozenset({"batch"}),
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
}
BOUNDARY = f"{PACKAGE}.word.template.boundary"
LONGEST_FUNCTION, LONGEST_MODULE = 50, 300


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: the module it comes from, the name, and whether only types need it."""

    module: str
    name: str
    typing_only: bool


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its dotted name and its source."""

    name: str
    source: str

    @property
    def room(self) -> str:
        """The room it is in; the package's own `__init__` is the facade."""
        parts = self.name.split(".")
        if len(parts) == 1:
            return FACADE
        return GROUND if parts[1] in GROUND_MODULES else parts[1]

    def imports(self) -> tuple[Import, ...]:
        """Every import, those inside functions and for types only among them."""
        return tuple(_imports(ast.parse(self.source), self.name))


def modules(folder: Path) -> tuple[Module, ...]:
    """The modules of the package in `folder`."""
    return tuple(
        Module(_dotted(path.relative_to(folder.parent)), path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.py"))
    )


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(node: ast.AST, owner: str, typing_only: bool = False) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names):
                yield from (Import(alias.name, "", typing_only) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                origin = _absolute(owner, module or "", level)
                yield from (Import(origin, alias.name, typing_only) for alias in names)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _imports(child, owner, True)
            case _:
                yield from _imports(child, owner, typing_only)


def _absolute(owner: str, module: str, level: int) -> str:
    if not level:
        return module
    base = owner.split(".")[: -level or None]
    return ".".join([*base, module] if module else base)


def imported(item: Import, names: Iterable[str]) -> str:
    """The module of the package that an import loads, or "" for one from elsewhere."""
    deeper = f"{item.module}.{item.name}"
    return deeper if deeper in names else item.module if item.module in names else ""


def floor(room: str) -> int:
    """The number of a room's floor, counted from the ground; ValueError for an unknown room."""
    for number, rooms in enumerate(FLOORS):
        if room in rooms:
            return number
    raise ValueError(f"no floor is given for the room {room}")


def upward_imports(found: tuple[Module, ...]) -> list[str]:
    """Imports from a room that is not on a lower floor; `__version__` is free to all."""
    by_name = {module.name: module for module in found}
    return [
        f"{module.name} imports {target}"
        for module in found
        for item in module.imports()
        if (target := imported(item, by_name))
        and item.name != "__version__"
        and by_name[target].room != module.room
        and floor(by_name[target].room) >= floor(module.room)
    ]


def foreign_imports(found: tuple[Module, ...]) -> list[str]:
    """Outside libraries in a room that is not theirs, and libraries that have no room."""
    return [
        f"{module.name} imports {library}"
        for module in found
        for item in module.imports()
        if (library := item.module.partition(".")[0]) not in sys.stdlib_module_names
        and library != PACKAGE
        and module.room not in LIBRARIES.get(library, frozenset())
    ]


def cycles(found: tuple[Module, ...]) -> list[str]:
    """Modules that import each other in a circle when they are loaded or run."""
    edges = _edges(found)
    return [name for name in sorted(edges) if name in _reachable(name, edges)]


def _edges(found: tuple[Module, ...]) -> dict[str, set[str]]:
    names = {module.name for module in found}
    return {
        module.name: {
            target
            for item in module.imports()
            if not item.typing_only
            and item.name != "__version__"
            and (target := imported(item, names))
        }
        for module in found
    }


def _reachable(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += edges[name]
    return seen


def long_functions(found: tuple[Module, ...]) -> list[str]:
    """Functions of more than 50 lines."""
    return [
        f"{module.name}.{node.name}: {length} lines"
        for module in found
        for node in ast.walk(ast.parse(module.source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def long_modules(found: tuple[Module, ...]) -> list[str]:
    """Modules of more than 300 lines."""
    return [
        f"{module.name}: {length} lines"
        for module in found
        if (length := len(module.source.splitlines())) > LONGEST_MODULE
    ]


def broad_catches(found: tuple[Module, ...]) -> list[str]:
    """Handlers that catch everything, outside the engine's one boundary."""
    return [
        f"{module.name}:{node.lineno}"
        for module in found
        if module.name != BOUNDARY
        for node in ast.walk(ast.parse(module.source))
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type)
    ]


def _catches_all(kind: ast.expr | None) -> bool:
    if isinstance(kind, ast.Tuple):
        return any(_catches_all(item) for item in kind.elts)
    return kind is None or (
        isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException")
    )


def bare_definitions(found: tuple[Module, ...]) -> list[str]:
    """Public classes and functions without a docstring."""
    return [
        f"{module.name}.{node.name}"
        for module in found
        for node in ast.parse(module.source).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
    ]
