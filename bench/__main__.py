"""`python -m bench`: r57plans beside its peers, as tables here and in two files.

The engine and redlines are in `bench/results.md`, whole batches in `bench/batches.md`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench import batches
from bench.contest import against_floor, contests
from bench.figures import figures
from bench.machine import description
from bench.peers import why_no_node
from bench.report import batch_report, report

_HERE = Path(__file__).parent


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="80 tasks, few pairs, writes no file")
    parser.add_argument("--only", choices=("engine", "batches"), help="one of the two files alone")
    parser.add_argument(
        "--node-packages",
        type=Path,
        default=_HERE.parent / ".venv/bench-node",
        help="the folder whose node_modules has the peers on node",
    )
    return parser.parse_args()


def _main() -> None:
    given = _arguments()
    packages = given.node_packages.resolve()
    without_node = why_no_node(packages)
    if given.only != "batches":
        _keep("results.md", _engine(packages, without_node, quick=given.quick), quick=given.quick)
    if given.only != "engine":
        found = list(batches.figures(quick=given.quick, tell=_tell))
        text = batch_report(found, description(packages, without_node), _command(quick=given.quick))
        _keep("batches.md", text, quick=given.quick)


def _engine(packages: Path, without_node: str, *, quick: bool) -> str:
    if without_node:
        _tell(f"docxtemplater and easy-template-x are left out: {without_node}")
    timings = contests(packages, quick=quick, tell=_tell)
    timings += against_floor(quick=quick, tell=_tell)
    found = figures(timings, without_node, quick=quick, tell=_tell)
    return report(found, timings, description(packages, without_node), _command(quick=quick))


def _command(*, quick: bool) -> str:
    return "python -m bench --quick" if quick else "make bench"


def _keep(name: str, text: str, *, quick: bool) -> None:
    print(text)
    if not quick:
        (_HERE / name).write_text(text, "utf-8")


def _tell(doing: str) -> None:
    print(doing, file=sys.stderr)


if __name__ == "__main__":
    _main()
