"""One rendering: what a program calls while it runs, and what the rendering has used so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import LoopContext
from jinja2.utils import Namespace

from r57plans.findings import Language, Message
from r57plans.view.printed import Joined, Record
from r57plans.word.template.compile.expressions import function_of
from r57plans.word.template.passes.lists import NUMBER
from r57plans.word.template.run import settings
from r57plans.word.template.run.anchoring import Bookmarks
from r57plans.word.template.run.attachments import Attachments
from r57plans.word.template.run.globals import GLOBALS, Joiner
from r57plans.word.template.run.grids import mended
from r57plans.word.template.run.pictures import Pictures
from r57plans.word.template.run.pieces import LEVELS, Fragment, Global, Macro
from r57plans.word.template.run.writing import plain_text, text_runs
from r57plans.word.template.sandbox import access
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.filters import FILTERS, TESTS
from r57plans.word.template.sandbox.kinds import failed, forbidden, kind_of
from r57plans.word.template.sandbox.methods import Method
from r57plans.word.template.sandbox.operations import Operations
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.printing import blocks_of
from r57plans.word.template.values.writing import attribute

_FULL = ("</w:p>", "<w:p/>", "</w:sdt>")


class Runtime:
    """What one rendering may use, what it has written, and the functions that its programs call.

    `part` is the part being written, and `flush` takes what of it is ready; `printed` has the path
    and the text of each value of the plan, in the order of first printing.
    """

    env = access
    colspan = staticmethod(settings.colspan)
    cellbg = staticmethod(settings.cellbg)
    cellwidth = staticmethod(settings.cellwidth)
    hspan = staticmethod(settings.hspan)

    def __init__(
        self,
        budget: Budget,
        attachments: Attachments,
        bookmarks: Bookmarks,
        pictures: Pictures,
        *,
        language: Language,
        controls: bool,
        folder: Path | None,
        modules: Callable[[str, Runtime], access.Module],
    ) -> None:
        self.budget = budget
        self.ops = Operations(budget)
        self.attachments = attachments
        self.language = language
        self.controls = controls
        self.folder = folder
        self.part = ""
        self.flush: Callable[[list[str]], None] = _keep
        self.printed: dict[tuple[str, str], None] = {}
        self._restarts = False
        self.pending = bookmarks.pending
        self._bookmarks = bookmarks
        self._pictures = pictures
        self._modules = modules

    # What expressions call.

    def given(self, context: Mapping[str, Any], name: str) -> Any:
        """The value of a name of the context, or of every template."""
        if name in context:
            return context[name]
        return GLOBALS[name] if name in GLOBALS else access.unknown(name)

    def filter(self, name: str) -> Callable[..., Any]:
        """The filter of that name, called with a value and its arguments."""
        return self._bound(function_of(FILTERS, name))

    def test(self, name: str) -> Callable[..., Any]:
        """The test of that name, called with a value and its arguments."""
        return self._bound(function_of(TESTS, name))

    def call(self, called: Any, /, *values: Any, **named: Any) -> Any:
        """What calling a macro, a method or a function of every template gives."""
        self.budget.count()
        if isinstance(called, Method):
            return called(self.ops, *values, **named)
        if isinstance(called, Macro):
            return called.call(list(values), named)
        if isinstance(called, Global):
            return called.function(self, *values, **named)
        if isinstance(called, LoopContext | Joiner):
            return called(*values)
        if isinstance(called, Undefined):
            called._fail_with_undefined_error()
        kind = kind_of(called)
        raise forbidden(f"không gọi được {kind.vi}", f"{kind.en} cannot be called")

    def unpacked(self, value: Any, count: int) -> list[Any]:
        """The items of a value that is given to so many names."""
        items = list(self.ops.iterate(value))
        if len(items) != count:
            raise failed(
                f"có {len(items)} giá trị cho {count} tên",
                f"there are {len(items)} values for {count} names",
            )
        return items

    def keywords(self, named: Any) -> Mapping[str, Any]:
        """The named arguments that a mapping gives."""
        if isinstance(named, Mapping) and all(isinstance(key, str) for key in named):
            return named
        raise failed("sau ** cần một bảng tra", "a mapping is needed after **")

    def set_in(self, holder: Any, name: str, value: Any) -> None:
        """Give a name of a namespace its value."""
        if not isinstance(holder, Namespace):
            raise failed("chỉ gán được trong namespace()", "only a namespace() can be assigned to")
        holder[name] = value

    def module(self, name: str) -> access.Module:
        """What the file of that name gives to import."""
        return self._modules(name, self)

    # What prints.

    def attribute(self, value: Any) -> str:
        """What a value prints, as the text of an element that holds nothing else."""
        return attribute(plain_text(self, value))

    def blocks(self, value: Any, properties: str, head: str) -> str:
        """Paragraphs and tables; anything else as one paragraph with these properties.

        What prints nothing gives no paragraph, a list one for each item.
        """
        if isinstance(value, Fragment) and value.level == "p":
            return value.xml
        rich = blocks_of(value, self, properties, head)
        if rich is not None:
            return rich
        if isinstance(value, list | tuple) and not isinstance(value, Joined):
            self.budget.count(len(value))
            return "".join([self.blocks(item, properties, head) for item in value])
        inside = text_runs(self, value, head)
        return f"<w:p>{properties}{inside}</w:p>" if inside else ""

    def rows(self, value: Any) -> str:
        """Rows that a macro or a `set` has kept."""
        return self._kept(value, "tr")

    def cells(self, value: Any) -> str:
        """Cells that a macro or a `set` has kept."""
        return self._kept(value, "tc")

    def join(self, pieces: list[str]) -> str:
        """The pieces as one text, its size counted before it is made."""
        size = sum(map(len, pieces))
        self.budget.grow(size)
        return "".join(pieces)

    def fragment(self, pieces: list[str], level: str) -> Fragment:
        """The pieces as finished paragraphs, rows or cells."""
        return Fragment(self.join(pieces), level)

    def unique(self) -> str:
        """A number that no other drawing of the document has."""
        return str(self.attachments.drawing_id())

    def vmerge(self, first: bool) -> str:
        """The property of a cell that merges it with those above it in a loop of rows."""
        return '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"

    def number(self, number: int) -> str:
        """The number of a list as it was last begun anew."""
        return str(self.attachments.latest(number))

    def picture(self, relation: str, *names: str) -> str:
        """The relationship of a picture, or of the one that is to stand in its place."""
        return self._pictures.relation(self, relation, names)

    # What is watched.

    def begin(self, record: Any, loop: int) -> None:
        """Remember the record that a loop has come to, if it is to have a bookmark."""
        if self.controls and isinstance(record, Record) and record.anchor:
            self.pending[loop] = record.anchor
        else:
            self.pending.pop(loop, None)

    def anchor(self, pieces: list[str], start: int, loop: int) -> None:
        """Put the record's bookmark around the row or paragraph that begins at `start`."""
        pieces[start:] = [self._bookmarks.around(loop, "".join(pieces[start:]))]

    def grid(self, pieces: list[str], start: int, widths: str) -> None:
        """Mend the grid of the table that begins at `start`; `widths` are its columns'."""
        table = "".join(pieces[start:])
        self.budget.count(len(table) >> 8)
        if table:
            pieces[start:] = [mended(table, tuple(map(int, widths.split())))]

    def restart(self, pieces: list[str]) -> None:
        """Let the list of the paragraph that is being written begin anew."""
        self._restarts = True

    def numbered(self, pieces: list[str], start: int, number: str) -> None:
        """Give the paragraph that begins at `start` the number of its list."""
        own, level = map(int, number.split())
        added = self.attachments
        said = added.restart(own, level) if self._restarts else added.latest(own)
        self._restarts = False
        xml = "".join(pieces[start:])
        pieces[start:] = [xml.replace(f'"{NUMBER}"', f'"{said}"', 1)]

    def story(self, pieces: list[str]) -> None:
        """End a cell, header or note with the paragraph that Word wants there."""
        last = next((piece for piece in reversed(pieces) if piece), "")
        if not last.endswith(_FULL):
            pieces.append("<w:p/>")

    def _bound(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def bound(*values: Any, **named: Any) -> Any:
            self.budget.count()
            return function(self, *values, **named)

        return bound

    def _kept(self, value: Any, level: str) -> str:
        if isinstance(value, Fragment) and value.level == level:
            return value.xml
        if value is None:
            return ""
        what, kind = LEVELS[level], kind_of(value)
        raise MisuseError(
            "template.value",
            Message(
                vi=f"cần {what.vi} do macro hoặc set tạo ra, nhưng đây là {kind.vi}",
                en=f"{what.en} of a macro or a set are needed, but this is {kind.en}",
            ),
        )


def _keep(pieces: list[str]) -> None:
    """Take nothing: what is written is kept to the end."""
