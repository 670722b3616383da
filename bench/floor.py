"""The floor: the same document.xml written by one flat Jinja program, and zlib of it.

The program has no sandbox, no checks and no escaping. It is made out of what r57plans wrote, so
that it writes the same bytes: the template is rendered once with tags as its values, and loops
are put around the one round of each.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping

import jinja2

from bench.data import FIELDS, GROUP_FIELDS, Context
from bench.measure import Call, OtherTextError, timed
from bench.word import document_xml

_LEVEL = 6  # what zipfile uses
_RAW = -15
# variable, sequence, element that is repeated, variable of the loop inside
_LOOPS = (
    ("task", "group.tasks", "w:p", ""),
    ("group", "groups", "w:p", "task"),
    ("item", "section.tasks", "w:tr", ""),
    ("section", "annex", "w:tr", "item"),
    ("line", "annex", "w:tr", ""),
)


def flat_source(render: Callable[[Context], bytes]) -> str:
    """The flat program for what `render` writes."""
    group, section = _marks("group", "task"), _marks("section", "item")
    marks = {"title": "{{ title }}", "basis": "{{ basis }}", "groups": [group], "annex": [section]}
    source = document_xml(render(marks)).decode()
    table = source.rindex("<w:tbl>")  # the second table loops over the same groups
    source = source[:table] + source[table:].replace("{{ section.", "{{ line.")
    for loop in _LOOPS:
        source = _looped(source, *loop)
    return source


def flat_program(source: str) -> jinja2.Template:
    """The program, compiled once; a plain environment is what Jinja offers without asking."""
    return jinja2.Environment(keep_trailing_newline=True).from_string(source)


def with_items(source: str) -> str:
    """The same program with `task["lead"]` for `task.lead`, which plain Jinja finds faster."""
    return re.sub(r"(\{[{%][^}]*?\b[a-z]+)\.([a-z]+) ", r'\1["\2"] ', source)


def call(
    render: Callable[[Context], bytes], context: Context, change: Callable[[str], str] = str
) -> Call:
    """A timed call of the floor for what `render` writes with data that need no escaping.

    `change` alters the program's source. Raises `OtherTextError` when the program does not write
    the same document.xml, byte for byte.
    """
    program = flat_program(change(flat_source(render)))
    if program.render(context).encode() != document_xml(render(context)):
        raise OtherTextError("the floor writes another document.xml than r57plans")
    return lambda: timed(lambda: _written(program, context))


def _written(program: jinja2.Template, context: Context) -> bytes:
    """The compressed document.xml, as it stands in a zip."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return compressor.compress(program.render(context).encode()) + compressor.flush()


def _marks(group: str, task: str) -> Mapping[str, object]:
    tasks = [{name: f"{{{{ {task}.{name} }}}}" for name in FIELDS}]
    return {name: f"{{{{ {group}.{name} }}}}" for name in GROUP_FIELDS} | {"tasks": tasks}


def _looped(source: str, variable: str, sequence: str, element: str, inner: str) -> str:
    """The source with a loop around the elements that print the variable's fields."""
    first = source.index(f"{{{{ {variable}.")
    start = [m.start() for m in re.finditer(rf"<{element}[ >]", source[:first])][-1]
    last = source.rindex(f"{{{{ {inner or variable}.")
    closing = "{% endfor %}" if inner else f"</{element}>"
    end = source.index(closing, last) + len(closing)
    opening = f"{{% for {variable} in {sequence} %}}"
    body = f"{opening}{source[start:end]}{{% endfor %}}"
    return source[:start] + body + source[end:]
