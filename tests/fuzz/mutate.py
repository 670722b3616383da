"""Mutates templates by the thousand and sends each through the engine, watched.

`PYTHONPATH=tests python -m fuzz.mutate --count 20000 --seed 1 --write` writes `docs/proofs/fuzz.md`; with
`--only NUMBER` it says what becomes of the file of that number. Files not dealt with as they must be
are left in `out/fuzz/`; a number means the same file as long as the cases are the same.
"""  # noqa: E501

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic

from fuzz.bases import bases
from fuzz.figures import Figures, page
from fuzz.memory import bound
from fuzz.trial import Outcome, file_of, signature, tried

HOME = Path(__file__).parents[2]
PROOF = HOME / "docs" / "proofs" / "fuzz.md"
KEPT = HOME / "out" / "fuzz"
# A file whose worker does not answer for so long is one that hangs; other work may slow us down.
PATIENCE = 20.0


class Worker:
    """A process that tries files one after the other; one that hangs is ended and begun again."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.number = -1
        self.since = 0.0
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._seed), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, number: int) -> None:
        """Asks for the outcome of one file."""
        self.number, self.since = number, monotonic()
        self.pipe.send(number)

    def end(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()

    def again(self) -> Outcome:
        """Ends a process that hangs or died, begins another, and says which file it was."""
        died = not self._process.is_alive()
        self.end()
        self._begin()
        word = "the process died" if died else f"no answer in {PATIENCE:.0f} s"
        return Outcome(self.number, "", (), "hang", monotonic() - self.since, 0, word)


def outcomes(count: int, seed: int, jobs: int, first: int = 0) -> Iterator[Outcome]:
    """What became of each file, in the order in which they are done."""
    numbers = iter(range(first, first + count))
    workers = [Worker(seed) for _ in range(min(jobs, count))]
    busy = [worker for worker in workers if _give(worker, numbers)]
    while busy:
        answered = set(wait([worker.pipe for worker in busy], timeout=1))
        for worker in list(busy):
            if worker.pipe in answered:
                yield _answer(worker)
            elif monotonic() - worker.since > PATIENCE:
                yield worker.again()
            else:
                continue
            if not _give(worker, numbers):
                busy.remove(worker)
    for worker in workers:
        worker.end()


def _answer(worker: Worker) -> Outcome:
    try:
        outcome = worker.pipe.recv()
    except EOFError:
        return worker.again()
    assert isinstance(outcome, Outcome)
    return outcome


def _give(worker: Worker, numbers: Iterator[int]) -> bool:
    number = next(numbers, None)
    if number is None:
        return False
    worker.give(number)
    return True


def _work(pipe: Connection[Outcome, int], seed: int) -> None:
    bound()
    found = bases()
    while True:
        pipe.send(tried(seed, pipe.recv(), found))


def main() -> int:
    """Runs the loop; 1 where a file was not dealt with as it must be."""
    asked = _arguments()
    if asked.only is not None:
        return _only(asked.seed, asked.only)
    began, figures = monotonic(), Figures()
    for outcome in outcomes(asked.count, asked.seed, asked.jobs):
        figures.add(outcome)
        if outcome.fault:
            kept = _keep(asked.seed, outcome.number)
            print(f"{kept} {outcome.base} {outcome.steps}: {signature(outcome.fault)}")
        if figures.count % 1000 == 0:
            print(f"{figures.count} of {asked.count}, {monotonic() - began:.0f} s", flush=True)
    command = f"PYTHONPATH=tests python -m fuzz.mutate --count {asked.count} --seed {asked.seed}"
    text = page(figures, command, monotonic() - began, asked.jobs)
    if asked.write:
        PROOF.parent.mkdir(parents=True, exist_ok=True)
        PROOF.write_text(text, "utf-8")
    print(text)
    return 1 if figures.faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="write docs/proofs/fuzz.md")
    parser.add_argument("--only", type=int, help="write the file of this number and try it")
    return parser.parse_args()


def _only(seed: int, number: int) -> int:
    outcome = tried(seed, number, bases())
    print(_keep(seed, number), outcome.base, outcome.steps, outcome.result, outcome.fault)
    return 1 if outcome.fault else 0


def _keep(seed: int, number: int) -> Path:
    """The mutated file of a number, written where it can be looked at."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{seed}-{number}.docx"
    path.write_bytes(file_of(seed, number, bases())[1].data)
    return path


if __name__ == "__main__":
    sys.exit(main())
