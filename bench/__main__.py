"""`python -m bench`: r57plans beside its peers, as a table here and in bench/results.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.contest import against_floor, contests
from bench.figures import figures
from bench.machine import description
from bench.peers import why_no_node
from bench.report import report

_HERE = Path(__file__).parent


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="80 tasks, few pairs, writes no file")
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
    if without_node:
        _tell(f"docxtemplater and easy-template-x are left out: {without_node}")
    timings = contests(packages, quick=given.quick, tell=_tell)
    timings += against_floor(quick=given.quick, tell=_tell)
    found = figures(timings, without_node, quick=given.quick, tell=_tell)
    command = "python -m bench --quick" if given.quick else "make bench"
    text = report(found, timings, description(packages, without_node), command)
    print(text)
    if not given.quick:
        (_HERE / "results.md").write_text(text, "utf-8")


def _tell(doing: str) -> None:
    print(doing, file=sys.stderr)


if __name__ == "__main__":
    _main()
