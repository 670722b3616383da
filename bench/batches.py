"""Whole batches, from plan files to Word files, beside scripts that loop over docxtpl.

Every process is measured from its start to its end, into an empty folder; what it makes is the
action plan with its three annexes, in both languages, of illustrative plans of about sixty tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bench.batch_scene import (
    LANGUAGES,
    Scene,
    batch,
    by_command,
    engine,
    peer,
    require_same_text,
    scene_of,
    watched,
)
from bench.figure import Figure, said
from bench.measure import Call, Paired, in_pairs

PROVINCES, MANY, MOST = 63, 630, 3400
_BY_COMMAND = 16  # documents that docxtpl's own command makes
_LOOP, _FROM_PLANS = "docxtpl_loop.py", "docxtpl_from_plans.py"


def figures(*, quick: bool, tell: Callable[[str], None]) -> Iterator[Figure]:
    """All of them; with `quick` on few plans, where no bar holds, and without the long runs.

    Raises `OtherTextError` where docxtpl prints something else.
    """
    plans, pairs = (4, 1) if quick else (PROVINCES, 3)
    tell(f"batches of {plans} plans, the peer by turns")
    with scene_of(plans, peer=True) as scene:
        require_same_text(scene)
        found = [*_against_others(scene, plans, pairs), _again(scene, plans, pairs, 1 / 4)]
        yield from (replace(figure, bar=None) for figure in found) if quick else found
    if not quick:
        yield _by_two(tell)
        yield from _most(tell)


def _against_others(scene: Scene, plans: int, pairs: int) -> Iterator[Figure]:
    documents = plans * len(LANGUAGES)
    ours, alone = partial(batch, scene), partial(batch, scene, 1)
    given, from_plans = partial(peer, scene, _LOOP), partial(peer, scene, _FROM_PLANS)

    def faster(what: str, bar: float | None, mine: Call, theirs: Call) -> Figure:
        paired = in_pairs(mine, theirs, pairs)
        how = said(paired, "r57plans", "peer")
        return Figure(f"batch of {plans} plans: {what}", bar, paired.ratio, how, at_least=True)

    yield faster("times faster than docxtpl that is given contexts", 2.5, ours, given)
    yield faster("the same, --jobs 1", None, alone, given)
    yield faster("times faster than docxtpl from the same plan files", 10, ours, from_plans)
    command = partial(by_command, scene, _BY_COMMAND)
    what = f"{documents} documents, times faster than docxtpl's command makes {_BY_COMMAND}"
    yield faster(what, 1, ours, command)
    paired = in_pairs(engine(scene), ours, pairs)
    what = f"batch of {plans} plans, against rendering alone with contexts ready"
    yield Figure(what, 6, paired.ratio, said(paired, "engine", "r57plans"))


def _again(scene: Scene, plans: int, pairs: int, bar: float) -> Figure:
    paired = in_pairs(partial(batch, scene), partial(batch, scene, again=True), pairs)
    return _second(plans, bar, paired)


def _second(plans: int, bar: float, paired: Paired) -> Figure:
    """A second run with nothing changed, as a part of the first."""
    what = f"second run of {plans} plans, nothing changed"
    return Figure(what, bar, paired.ratio, said(paired, "first", "second"))


def _by_two(tell: Callable[[str], None]) -> Figure:
    tell(f"batches of {MANY} plans, by two processes and by one")
    with scene_of(MANY) as scene:
        paired = in_pairs(partial(batch, scene, 2), partial(batch, scene, 1), 1)
    how = said(paired, "--jobs 2", "--jobs 1")
    return Figure(f"--jobs 2 at {MANY} plans", 1.6, paired.ratio, how, at_least=True)


def _most(tell: Callable[[str], None]) -> Iterator[Figure]:
    tell(f"batches of {MOST // 10} and {MOST} plans")
    with scene_of(MOST // 10) as scene:
        _, few = watched(scene)
    with scene_of(MOST) as scene:
        first, most = watched(scene)
        second = batch(scene, again=True)
    how = f"{few / 1e6:.0f} MB, {most / 1e6:.0f} MB: a batch with its workers"
    yield Figure(f"peak memory, {MOST} against {MOST // 10} plans", 1.3, most / few, how)
    yield _second(MOST, 1 / 10, Paired(first, second, second / first, 1))
