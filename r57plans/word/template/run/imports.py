"""Files that a template imports: macros in a Word file or in a text file of its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from r57plans.findings import Message
from r57plans.word.package import open_package
from r57plans.word.template.boundary import explain_compiling, guarded, told_faults
from r57plans.word.template.compile import compiler as new_compiler
from r57plans.word.template.passes.draft import Piece
from r57plans.word.template.passes.parts import compile_macros
from r57plans.word.template.passes.program import Flat, Program, Taken, compiled_program
from r57plans.word.template.passes.spans import tag_spans
from r57plans.word.template.passes.tags import Tag, read_tag, shorten, unescaped
from r57plans.word.template.run.runtime import Runtime
from r57plans.word.template.sandbox.access import Module
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError, error
from r57plans.word.template.values.folder import file_in, read_file

_MOST_BYTES = 16 * 1024 * 1024
_TEXT = (".jinja", ".j2", ".txt")
_WORD = (".docx", ".dotx")


class Library:
    """The imported files of one template, each compiled once."""

    def __init__(self, folder: Path | None, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits
        self._programs: dict[str, Program] = {}

    def for_rendering(self) -> Callable[[str, Runtime], Module]:
        """The function that gives the module of a file, once for a rendering."""
        modules: dict[str, Module | None] = {}

        def module(name: str, runtime: Runtime) -> Module:
            if name not in modules:
                modules[name] = None
                modules[name] = Module(self._program(name).exports(runtime))
            found = modules[name]
            if found is None:
                raise _refused(f"tệp «{name}» nhập chính nó", f"the file “{name}” imports itself")
            return found

        return module

    def _program(self, name: str) -> Program:
        if name not in self._programs:
            path = file_in(self._folder, name)
            data = read_file(path, _MOST_BYTES)
            if data is None:
                raise _refused(f"tệp «{name}» quá lớn", f"the file “{name}” is too big")
            self._programs[name] = self._compiled(name, path.suffix.lower(), data)
        return self._programs[name]

    def _compiled(self, name: str, suffix: str, data: bytes) -> Program:
        if suffix in _WORD:
            package = open_package(data, name)
            return compile_macros(package, package.main, name, self._limits)
        if suffix in _TEXT:
            return _text_program(name, data.decode("utf-8-sig"), self._limits)
        raise _refused(
            f"chỉ nhập được tệp .docx, .jinja hoặc .txt, không phải «{name}»",
            f"only .docx, .jinja and .txt files can be imported, not “{name}”",
        )


def _text_program(name: str, text: str, limits: Limits) -> Program:
    """The program of a text file; blank lines and spaces around statements are left out."""
    compiler = new_compiler(limits.depth)
    flat = Flat(tuple(_items(name, text)), "", "", Taken(0, frozenset()))
    program = guarded(
        lambda: compiled_program(flat, name, compiler, text=True),
        lambda reason: explain_compiling(name, {}, name, compiler.current, reason),
    )
    if compiler.faults:
        raise error(told_faults(name, {}, compiler.faults))
    return program


def _items(name: str, text: str) -> list[Any]:
    items: list[Any] = []
    position = 0
    for number, (start, end) in enumerate(tag_spans(text)):
        said = text[start:end]
        tag = read_tag(said, name, shorten(said), number)
        items.append(unescaped(_trimmed(text[position:start], tag, bool(items))))
        position = end
        if tag.kind == "value":
            items.append(Piece(tag, "print", tag.body, "plain"))
        elif tag.kind == "statement":
            items.append(Piece(tag, "statement", tag.body))
    return [*items, unescaped(text[position:])]


def _trimmed(before: str, tag: Tag, follows: bool) -> str:
    """The text before a tag, without the line break after a statement and the indent before one."""
    if follows and before.startswith("\n"):
        before = before[1:]
    if tag.kind == "statement" and not before.rpartition("\n")[2].strip():
        before = before[: before.rfind("\n") + 1]
    return before


def _refused(vi: str, en: str) -> MisuseError:
    return MisuseError("template.value", Message(vi=vi, en=en))
