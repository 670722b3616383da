"""Random pairs of plans and of files, redlined: what `make prove` counts."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import random_plans
from hypothesis import HealthCheck, Phase, given, seed, settings
from random_plans import Data, as_plan, random_edits, random_plan
from redline_bodies import pairs_of_files
from word_packages import paragraph_texts

from r57plans import build
from r57plans.errors import RedlineError
from r57plans.word.package import read_package
from r57plans.word.redline import Redlined, accept, redline, reject
from r57plans.word.redline.marks import marks_of
from r57plans.word.xml import Element, parse_part, w

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "redline.md"
PLANS, FILES, EACH = 1000, 3000, 40
PIECE = 250  # pairs that one process takes at a time
HEAD = """\
# Redlines of random pairs

`PYTHONPATH=tests python tests/redline_proof.py`, which `make prove` runs, makes random plans and
random Word files that no plan made, edits each, and redlines the two versions. A pair holds when
the redline was verified (it is refused otherwise), when it is the same bytes the second time, when
no id of a mark is used twice, and when accepting all changes gives the paragraphs of the new file
and rejecting them those of the old one, as another reader than the engine's sees them: empty
paragraphs of files that are not ours, and of plans the numbers that rows and lists get, do not
count there.
"""
BELOW = """\
Words deleted and words inserted count alike. Where a changed deadline gives the roadmap other
years, that table has other columns, and their headings (two words each) and signs are marked as
well: "other columns" and "most then" count such edits, "median" and "most" all others. The last
column counts rows of tasks that were not edited, in the table of tasks, in which anything is
marked; where a task passed one other of its group, it may as well be the other one that moved, and
then that row counts here.
"""
KINDS: dict[str, Callable[[Data, Random], None]] = {
    "another deadline": random_plans._change_deadline,
    "other leads": random_plans._change_leads,
    "other supports": random_plans._change_supports,
    "other products": random_plans._change_products,
    "a word of a task's text": random_plans._change_text,
    "a task more": random_plans._add_task,
    "a task less": random_plans._remove_task,
    "a task moved": random_plans._move_task,
    "another date of the document": random_plans._change_date,
}
_IDS = re.compile(rb'<w:(?:ins|del|rPrChange|pPrChange) w:id="(\d+)"')
_NUMBER = re.compile(r"(?:[0-9]{1,4}(?:\.[0-9]{1,3})*|[IVXLC]{1,7}|[a-zđ]{1,2})[.)]?")
_LIST_NUMBER = re.compile(r"^(?:[0-9]{1,3}|[a-zđ]{1,2})(?=[.)] )")


@dataclass(slots=True)
class Tally:
    """What became of some pairs: how many, how many held, which did not, how long each took."""

    pairs: int = 0
    held: int = 0
    listed: int = 0
    broken: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, pieces: Iterable[Tally]) -> Tally:
        """All pieces as one."""
        whole = cls()
        for piece in pieces:
            whole.pairs += piece.pairs
            whole.held += piece.held
            whole.listed += piece.listed
            whole.broken += piece.broken
            whole.seconds += piece.seconds
        return whole

    def add(self, name: str, old: bytes, new: bytes, *, ours: bool) -> Redlined | None:
        """Redline one pair and count what came of it."""
        self.pairs += 1
        start = perf_counter()
        try:
            made = redline(old, new)
        except RedlineError as error:
            self.broken.append(f"{name}: {error}")
            return None
        self.seconds.append(perf_counter() - start)
        wrong = faults(made, old, new, ours=ours)
        self.held += not wrong
        self.listed += bool(made.unmarked)
        self.broken += [f"{name}: {fault}" for fault in wrong]
        return made


def faults(
    made: Redlined, old: bytes, new: bytes, *, ours: bool, formatting: bool = False
) -> list[str]:
    """What is wrong with a redline, as seen by a reader of its own."""
    ids = [number for part in read_package(made.data).values() for number in _IDS.findall(part)]
    again = redline(old, new, formatting=formatting).data
    found = {
        "other bytes the second time": again != made.data,
        "an id used twice": len(ids) != len(set(ids)),
        "accepted it is not NEW": _texts(accept(made.data), ours) != _texts(accept(new), ours),
        "rejected it is not OLD": _texts(reject(made.data), ours) != _texts(accept(old), ours),
    }
    return [said for said, is_so in found.items() if is_so]


def _texts(data: bytes, ours: bool) -> list[str]:
    texts = paragraph_texts(data)
    if not ours:
        return [text for text in texts if text]
    return ["#" if _NUMBER.fullmatch(text) else _LIST_NUMBER.sub("#", text) for text in texts]


def pairs_of_plans(count: int, first: int = 0) -> Iterator[tuple[str, bytes, bytes]]:
    """Random plans as their action plans in either language, and the same after edits."""
    for number in range(first, first + count):
        rng = Random(number)
        old = random_plan(rng)
        yield (f"plan {number}", *_built((old, random_edits(old, rng)), number))


def _built(pair: tuple[Data, Data], number: int = 0) -> tuple[bytes, bytes]:
    old, new = (build(as_plan(d), ["en" if number % 4 == 3 else "vi"]).files[0].data for d in pair)
    return old, new


def prove_plans(count: int, first: int = 0) -> Tally:
    """The contract over random plans."""
    tally = Tally()
    for name, old, new in pairs_of_plans(count, first):
        tally.add(name, old, new, ours=True)
    return tally


def prove_files(count: int, of: int = 1) -> Tally:
    """The contract over random files that no plan made."""
    tally = Tally()

    @seed(of)
    @settings(max_examples=count, database=None, phases=[Phase.generate], deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(pairs_of_files())
    def each(pair: tuple[bytes, bytes]) -> None:
        tally.add(f"file {tally.pairs}", *pair, ours=False)

    each()
    return tally


@dataclass(frozen=True, slots=True)
class Marked:
    """What one edit marked: words in all, rows of other tasks in the table of tasks, and how many
    columns more or less tables have now."""

    words: int
    other_rows: int
    columns: int


def marked_by(kind: str, count: int) -> list[Marked]:
    """What edits of a kind mark, one edit to a plan; edits that print nothing else are left out."""
    found = []
    number = 0
    while len(found) < count:
        rng = Random(number)
        number += 1
        old = random_plan(rng)
        new = copy.deepcopy(old)
        KINDS[kind](new, rng)
        pair = _built((old, new))
        marks = marks_of(made := redline(*pair).data)
        if words := marks.inserted + marks.deleted:
            columns = sum(abs(a - b) for a, b in zip(*map(_columns, pair), strict=False))
            found.append(Marked(words, _other_rows(made, _edited(old, new)), columns))
    return found


def _edited(old: Data, new: Data) -> set[str]:
    """The ids of the tasks that an edit changed, took out, put in or moved."""
    before, after = ({task["id"]: task for task in side["tasks"]} for side in (old, new))
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    moved = [name for name in before if _without(before, name) == _without(after, name)]
    return changed or set(moved)


def _without(tasks: Data, name: str) -> list[str]:
    return [other for other in tasks if other != name]


def _columns(data: bytes) -> list[int]:
    root = parse_part(read_package(data)["word/document.xml"], "")
    return [len(grid) for grid in root.iter(w("tblGrid"))]


def _other_rows(data: bytes, own: Iterable[str]) -> int:
    """How many rows of tasks other than these hold a mark."""
    names = {f"_r57_tasks_{name.replace('.', '_').replace('-', '_')}" for name in own}
    root = parse_part(read_package(data)["word/document.xml"], "")
    marked = (row for row in root.iter(w("tr")) if _first(row, "ins", "del"))
    found = ({mark.get(w("name"), "") for mark in row.iter(w("bookmarkStart"))} for row in marked)
    return sum(any(n.startswith("_r57_tasks_") for n in row) and not row & names for row in found)


def _first(row: Element, *tags: str) -> bool:
    return next(row.iter(*map(w, tags)), None) is not None


def page(jobs: int | None = None) -> str:
    """The figures, as the page that is kept; as many processes at once as there are processors,
    unless it is said."""
    starts, seeds = range(0, PLANS, PIECE), range(1, FILES // PIECE + 1)
    with ProcessPoolExecutor(jobs) as pool:
        pieces = (
            [pool.submit(prove_plans, PIECE, start) for start in starts],
            [pool.submit(prove_files, PIECE, number) for number in seeds],
        )
        edits = [(kind, pool.submit(marked_by, kind, EACH)) for kind in KINDS]
        plans, files = (Tally.of(piece.result() for piece in side) for side in pieces)
        kinds = [(kind, found.result()) for kind, found in edits]
    rows = []
    for name, tally in (("plans", plans), ("files that are not ours", files)):
        rows += [
            (f"pairs of {name}", tally.pairs),
            ("of them hold", tally.held),
            ("of them with something listed that could not be marked", tally.listed),
            ("seconds a redline, verified: median, longest",
             f"{median(tally.seconds):.3f}, {max(tally.seconds):.3f}"),
        ]  # fmt: skip
    return (
        "\n".join(
            [
                HEAD,
                *_table(("figure", "value"), rows),
                "",
                f"## Words marked by one edit ({EACH} plans each)",
                "",
                *_table(
                    (
                        "edit",
                        "median",
                        "most",
                        "other columns",
                        "most then",
                        "rows of other tasks",
                    ),
                    map(_kind, kinds),
                ),
                "",
                BELOW,
                *(f"- {line}" for line in (*plans.broken, *files.broken)),
            ]
        ).rstrip()
        + "\n"
    )


def _kind(kind: tuple[str, list[Marked]]) -> tuple[object, ...]:
    name, found = kind
    small = [marked.words for marked in found if not marked.columns]
    large = [marked.words for marked in found if marked.columns]
    others = sum(marked.other_rows for marked in found)
    return name, f"{median(small):g}", max(small), len(large), max(large, default="–"), others


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    cells = [head, tuple("---" for _ in head), *rows]
    return [f"| {' | '.join(map(str, row))} |" for row in cells]


if __name__ == "__main__":
    PAGE.write_text(page(*map(int, sys.argv[1:2])), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
