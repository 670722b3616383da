"""The table of names that templates may use; run as a script it writes what is in the repository.

The examples come from the plans in `examples/`, Cao Bằng's before the others'.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from built_examples import LANGUAGES, NAMES, REPORT, WITH_STATUS, Case, others

from r57plans.assets import template_examples_file
from r57plans.documents import ACTION_PLAN
from r57plans.language import plain
from r57plans.view import View
from r57plans.view.offered import Offered, OfferedName, OfferedRecord, offered

TABLE = Path(__file__).parents[1] / "docs" / "template-names.md"
LONGEST = 70
FIRST = "cao-bang"
HEAD = """\
# Các tên dùng trong mẫu văn bản / The names that templates may use

<!-- Made by `make docs` from the records in r57plans/view; do not edit it by hand. -->

Trong mẫu Word, một tên đứng giữa hai dấu ngoặc: `{{ unit.name }}`. Tên của từng mục trong danh
sách dùng được bên trong vòng lặp đã ghi: `{%tr for task in tasks %}` … `{{ task.deadline }}` …
`{%tr endfor %}`. Từ đứng trước `in` do người soạn mẫu tự đặt. Tên nào kế hoạch không có nội dung
thì in trống; trong `if` tính là “không”.

In a Word template a name stands between braces: `{{ unit.name }}`. The names of a list's items may
be used within the loop that is given: `{%tr for task in tasks %}` … `{{ task.deadline }}` …
`{%tr endfor %}`. The word before `in` is the author's own. What the plan does not give prints
nothing, and counts as “no” in `if`.

The same table: `r57plans template names`.
"""


def examples() -> dict[str, tuple[str, str]]:
    """An example in Vietnamese and in English of every name that some example plan fills."""
    plans = sorted(NAMES, key=lambda name: (name != FIRST, name))
    views = [pair for name in plans for pair in _views(name)]
    found: dict[str, tuple[str, str]] = {}
    for record in offered().records:
        for name in record.names:
            pairs = (tuple(_first(view, record, name) for view in pair) for pair in views)
            vi, en = next((pair for pair in pairs if any(pair)), ("", ""))
            found[name.name] = (vi, en)
    return found


def _views(example: str) -> Iterator[list[View]]:
    """What each document's template sees, in both languages; the action plan's comes first."""
    reports = (REPORT,) if example in WITH_STATUS else ()
    for document in (ACTION_PLAN, *others(example), *reports):
        yield [Case(example, language, document=document).view for language in LANGUAGES]


def _first(view: View, record: OfferedRecord, name: OfferedName) -> str:
    """The first text, number or truth that such a record of the view has under the name."""
    own = [n.name.rpartition(".")[2] for n in record.names]
    field = name.name.rpartition(".")[2]
    for path in name.paths:
        for holder in _at(view, path.split(".")[:-1]):
            if [f.name for f in fields(holder)] == own and (said := _said(getattr(holder, field))):
                return said
    return ""


def _at(view: View, steps: list[str]) -> list[Any]:
    """The records at a path: those in lists, each."""
    found: list[Any] = [view]
    for step in steps:
        name = step.removesuffix("[]")
        here = [getattr(value, name) for value in found if hasattr(value, name)]
        found = [item for value in here for item in value] if step != name else here
    return found


def _said(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple) and (not value or is_dataclass(value[0])):
        return ""
    if isinstance(value, tuple) and type(value) is tuple:
        return _said(value[0])
    if is_dataclass(value):
        return ""
    text = " ".join(plain(str(value)).replace("\n", " / ").split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def as_json(found: dict[str, tuple[str, str]]) -> str:
    """The examples as they are stored, a name a line."""
    lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in found.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def table(names: Offered) -> str:
    """The page of all names, record by record."""
    return "\n".join([HEAD, *(_section(record) for record in names.records)])


def _section(record: OfferedRecord) -> str:
    loops = [f"`{{% {loop} %}}`" for loop in record.loops]
    title = f"## `{record.variable}`" if record.variable else "## Ngoài cùng / At the top"
    head = [title, "", *([", ".join(loops), ""] if loops else [])]
    head += [
        "| Tên / Name | Loại / Type | Nội dung / What it is | Ví dụ / Example |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_row, record.names), ""])


def _row(name: OfferedName) -> str:
    cells = (
        f"`{name.name}`",
        *(_both(*pair) for pair in (name.type, name.description, name.example)),
    )
    return f"| {' | '.join(cells)} |"


def _both(vi: str, en: str) -> str:
    said = [text.replace("|", "\\|") for text in dict.fromkeys((vi, en)) if text]
    return "<br>".join(said)


def write() -> list[Path]:
    """Writes the examples, then the table; returns the files."""
    template_examples_file().write_text(as_json(examples()), "utf-8", newline="\n")
    offered.cache_clear()
    TABLE.write_text(table(offered()), "utf-8", newline="\n")
    return [template_examples_file(), TABLE]


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in write())
