"""Batches killed at random moments: what `make prove` counts of them."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep

from r57plans.batch import Options, batch
from r57plans.batch.folder import OutFolder
from r57plans.demo import demo_plan, provinces_of
from r57plans.errors import RefusedError
from r57plans.model.base import DocumentDate

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "proofs" / "batch.md"
KILLS, PLANS, JOBS = 100, 24, 2
_OPTIONS = Options(documents=("action-plan",))
_SCRIPT = """\
import sys
from r57plans.batch import Options, batch
print("ready", flush=True)
batch(sys.argv[1], sys.argv[2], Options(documents=("action-plan",)), jobs=int(sys.argv[3]))
"""
HEAD = """\
# Batches killed at random moments

`PYTHONPATH=tests python tests/batch_proof.py`, which `make prove` runs, begins a batch of plans by
two processes, kills it with SIGKILL at a random moment, and begins it again into the same folder,
until it has been killed as often as said; whenever one ends by itself, the next begins anew. After
each kill every file that a person sees must be whole, those that were there must be there still,
the workers must end by themselves, and the folder must be free for the next batch.
"""


@dataclass(slots=True)
class Tally:
    """What was seen after the kills."""

    kills: int = 0
    finished: int = 0
    parts: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    workers_left: int = 0
    slowest_end: float = 0.0
    slowest_lock: float = 0.0
    kept: int = 0


def plans_into(folder: Path, count: int) -> None:
    """Illustrative plans of some provinces."""
    day = DocumentDate.parse("2025-03-28")
    folder.mkdir()
    for name in provinces_of(day)[:count]:
        (folder / f"{name}.yaml").write_text(demo_plan(name, day), "utf-8")


def prove(kills: int, plans: int, seed: int = 1) -> Tally:
    """Kill batches until they were killed that often."""
    rng, tally = Random(seed), Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans_into(folder / "plans", plans)
        batch(folder / "plans", folder / "whole", _OPTIONS)
        whole = _hashes(folder / "whole")
        number = 0
        while tally.kills < kills:
            number += 1
            out = folder / f"out-{number}"
            while tally.kills < kills:
                if _killed(folder / "plans", out, rng, whole, tally):
                    tally.finished += _hashes(out) == whole
                    break
    return tally


def _killed(plans: Path, out: Path, rng: Random, whole: dict[str, str], tally: Tally) -> bool:
    """Begin a batch and kill it; True where it ended before that."""
    before = _hashes(out)
    command = [sys.executable, "-c", _SCRIPT, str(plans), str(out), str(JOBS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    process.stdout.readline()
    sleep(rng.uniform(0.05, 2.5))
    workers = list(_children(process.pid))
    if process.poll() is not None:
        process.stdout.close()
        return True
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    tally.kills += 1
    begun = monotonic()
    tally.slowest_lock = max(tally.slowest_lock, _until_free(out))
    while any(map(is_alive, workers)) and monotonic() - begun < 10:
        sleep(0.005)
    tally.slowest_end = max(tally.slowest_end, monotonic() - begun)
    tally.workers_left += sum(map(is_alive, workers))
    after = _hashes(out)
    tally.parts += [name for name, sha in after.items() if whole.get(name) != sha]
    tally.lost += [name for name in before if name not in after]
    tally.kept += len(after)
    return False


def _until_free(out: Path) -> float:
    begun = monotonic()
    while monotonic() - begun < 10:
        try:
            with OutFolder(out).locked():
                break
        except RefusedError:
            sleep(0.002)
    return monotonic() - begun


def _hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every document below a folder; also of what is no document but looks so."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".r57plans" not in path.parts and path.name != "manifest.json"
    }


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        yield from map(int, task.read_text("ascii").split())


def is_alive(process: int) -> bool:
    """Whether a process runs; one that only waits to be counted does not."""
    try:
        said = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return said.rpartition(")")[2].split()[0] != "Z"


def page() -> str:
    """The figures, as the page that is kept."""
    tally = prove(KILLS, PLANS)
    rows = [
        ("kills", tally.kills),
        ("batches that came to their end after all", tally.finished),
        ("files that a person saw after the kills, all counted", tally.kept),
        ("of them not whole", len(tally.parts)),
        ("files that were there before and no longer", len(tally.lost)),
        ("workers that did not end by themselves", tally.workers_left),
        ("seconds until the last worker had ended, at most", f"{tally.slowest_end:.3f}"),
        ("seconds until the folder was free, at most", f"{tally.slowest_lock:.3f}"),
    ]
    lines = [HEAD, "| figure | value |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {name} | {value} |" for name, value in rows)]) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(ROOT))
    PAGE.write_text(page(), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
