"""What an edited Word file proposes to change in the plan that it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from r57plans.findings import Language

Trace = Literal["tag", "bookmark", "number", "text", "cell"]
Form = Literal["printed", "written"]
Kind = Literal["change", "add", "remove", "note", "fixed"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who proposes it: the file, and the author and day (`2025-04-02`) where Word tracked it."""

    file: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that a person made in Word, as the text that stood there and the text now.

    `path` is that of the printed value without its place in a list, such as
    `task/1.1.1/supports` or `context/0`; `field` its last part in the plan file's words, `task`
    and `target` the ids, "" where it is of neither. A list has one text for each item.

    - `change`: the texts of a field, in the language of the file;
    - `add`: a new row at `task/new-1`; `row` has the texts of each of its fields, `after` is the
      task or target above it, `group` the group it stands in; or a new paragraph of a list of
      prose at `context`, with its text as `new` and the path of the one above as `after`;
    - `remove`: the row of a task or target is gone, or a paragraph of prose;
    - `note`: a comment; `new` holds its paragraphs;
    - `fixed`: words that the template prints, which no field of the plan holds.

    Texts are `printed`, or `written` as the plan file has them: ids, not names of bodies, and a
    list as JSON. What is then added is at its own path, `task/local-3`.

    `trace` says by what it was found and `confidence` how sure that is, from 0 to 1.
    """

    kind: Kind
    path: str
    field: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    task: str = ""
    target: str = ""
    row: tuple[tuple[str, tuple[str, ...]], ...] = ()
    after: str = ""
    group: str = ""
    language: Language = "vi"
    trace: Trace = "tag"
    confidence: float = 1.0
    source: Source = Source()
    form: Form = "printed"

    @property
    def id(self) -> str:
        """What `--accept` takes: the path; of a new row, with where it stands."""
        if self.kind == "add" and self.form == "written":
            return f"add/{self.path}"
        if self.kind == "add":
            number = self.path.rpartition("/new-")[2]
            further = f"/{number}" if number.isdecimal() and number != "1" else ""
            start = "first" if self.row else self.path
            return f"add/{self.after or self.group or start}{further}"
        return f"{self.kind}/{self.path}" if self.kind in ("note", "remove") else self.path
