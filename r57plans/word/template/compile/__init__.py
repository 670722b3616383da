"""From a part's texts and pieces to a program that writes the finished part."""

from __future__ import annotations

from r57plans.word.template.compile import blocks, captures, loops, printing
from r57plans.word.template.compile.compiler import Compile, Compiled, Compiler, PrinterOf

_PRINTERS: dict[str, PrinterOf] = {
    "print": printing.write_value,
    "data": printing.write_data,
    "write": printing.write_given,
}
_RUNNERS: dict[str, Compile] = {
    "if": blocks.run_if,
    "with": blocks.run_with,
    "for": loops.run_for,
    "set": captures.run_set,
    "macro": captures.run_macro,
    "call": captures.run_call,
    "filter": captures.run_filter,
    "import": captures.run_import,
    "from": captures.run_import,
    "story": blocks.run_told,
    "restart": blocks.run_told,
    "numbered": blocks.run_kept,
    "anchor": blocks.run_anchor,
    "grid": blocks.run_kept,
    "row": blocks.run_row,
    "table": blocks.run_table,
    "first": blocks.run_first,
    "later": blocks.run_later,
}


def compiler(depth: int) -> Compiler:
    """A compiler for one program whose loops may be nested so deeply."""
    return Compiler(_PRINTERS, _RUNNERS, depth)


__all__ = ["Compiled", "Compiler", "compiler"]
