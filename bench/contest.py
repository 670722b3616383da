"""r57plans against each peer: first that both print the same text, then how long each takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import floor, peers
from bench.data import Context, plain, simple
from bench.measure import OtherTextError, Paired, in_pairs, timed
from bench.peers import Engine, Node
from bench.templates import jinja_template
from bench.word import paragraphs
from r57plans import Template

SIZES = (80, 800, 3200, 12800)
HAND, DOCXTPL, UNESCAPED = "python-docx", "docxtpl", "docxtpl, not escaping"
FLOOR = "the floor"

# The most tasks that a peer is given; the slow ones would need minutes for more.
_MOST = {HAND: 3200, DOCXTPL: 3200, UNESCAPED: 80, "docxtemplater": 800, "easy-template-x": 800}
_PAIRS = {80: 25, 800: 7, 3200: 5, 12800: 5}
_QUICK_PAIRS = 3

Make = Callable[[Context, int], Engine]


@dataclass(frozen=True, slots=True)
class Timing:
    """One peer at one size; in `paired`, r57plans is the first."""

    peer: str
    size: int
    paired: Paired


def contests(packages: Path, *, quick: bool, tell: Callable[[str], None]) -> list[Timing]:
    """The timings of all peers that are there. Raises `OtherTextError` before it times one that
    does other work.
    """
    sizes = SIZES[:1] if quick else SIZES
    template = jinja_template()
    ours = peers.ours(template)
    found = []
    with _engines(template, packages) as makers:
        for size in sizes:
            for name in (name for name in makers if size <= _MOST[name]):
                tell(f"{name}, {size} tasks")
                context = simple(size) if name == UNESCAPED else plain(size)
                pair = ours(context), makers[name](context, size)
                require_same_text(pair)
                pairs = _QUICK_PAIRS if quick else _PAIRS[size]
                found.append(Timing(name, size, in_pairs(pair[0].run, pair[1].run, pairs)))
    return found


def against_floor(*, quick: bool, tell: Callable[[str], None]) -> list[Timing]:
    """The timings of the floor, which is given data that need no escaping."""
    template = Template(jinja_template())
    found = []
    for size in SIZES[:1] if quick else SIZES:
        tell(f"{FLOOR}, {size} tasks")
        context = simple(size)
        lowest = floor.call(template.render, context)
        ours = partial(timed, partial(template.render, context))
        pairs = _QUICK_PAIRS if quick else _PAIRS[size]
        found.append(Timing(FLOOR, size, in_pairs(ours, lowest, pairs)))
    return found


def require_same_text(engines: Iterable[Engine]) -> None:
    """Raise `OtherTextError` unless all print the same paragraphs; each is called once for it."""
    first, *others = engines
    expected = paragraphs(first.output())
    for other in others:
        printed = paragraphs(other.output())
        if printed != expected:
            raise OtherTextError(f"{other.name}: {_difference(expected, printed)}")


@contextmanager
def _engines(template: bytes, packages: Path) -> Iterator[Mapping[str, Make]]:
    """How each peer is made; the node processes live as long as this."""
    docxtpl = peers.docxtpl(template)
    unescaped = peers.docxtpl(template, autoescape=False)
    makers: dict[str, Make] = {
        DOCXTPL: lambda context, _: docxtpl(context),
        UNESCAPED: lambda context, _: unescaped(context),
        HAND: lambda context, _: peers.by_hand(context),
    }
    with TemporaryDirectory() as scratch:
        names = () if peers.why_no_node(packages) else peers.NODE_PEERS
        nodes = [Node(name, packages, Path(scratch)) for name in names]
        try:
            yield makers | {node.name: node.engine for node in nodes}
        finally:
            for node in nodes:
                node.close()


def _difference(expected: list[str], printed: list[str]) -> str:
    if len(expected) != len(printed):
        return f"{len(printed)} paragraphs where r57plans prints {len(expected)}"
    pairs = enumerate(zip(expected, printed, strict=True), 1)
    number, (ours, theirs) = next(item for item in pairs if item[1][0] != item[1][1])
    return f"paragraph {number} is {theirs!r} where r57plans prints {ours!r}"
