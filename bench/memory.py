"""How much memory one rendering takes at its highest, in a fresh process.

The data and the compiled template are there before. `resident` is how far the process grew above
what it held then, which Linux says; `traced` is what Python itself asked for. Tracing takes memory
of its own, so each is measured in a process of its own.
"""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from bench.data import plain
from bench.templates import jinja_template
from bench.word import document_xml
from r57plans import Template

KINDS = ("traced", "resident")
_STATUS = Path("/proc/self/status")


def kinds() -> tuple[str, ...]:
    """What can be measured on this system."""
    return KINDS if _STATUS.exists() else KINDS[:1]


def measured(kind: str, size: int) -> dict[str, int]:
    """What such a process says, in bytes: `peak`, and `xml`, the size of document.xml."""
    command = [sys.executable, "-m", "bench.memory", kind, str(size)]
    root = Path(__file__).parent.parent
    return json.loads(subprocess.run(command, check=True, capture_output=True, cwd=root).stdout)


def _resident(which: str) -> int:
    """What the process holds (`VmRSS`), or the most that it has held (`VmHWM`).

    The system's own ru_maxrss would not do: a process begins with its parent's.
    """
    found = re.search(rf"^{which}:\s+(\d+) kB", _STATUS.read_text("utf-8"), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def _traced_peak(render: Callable[[], bytes]) -> int:
    tracemalloc.start()
    render()
    return tracemalloc.get_traced_memory()[1]


def _resident_peak(render: Callable[[], bytes]) -> int:
    before = _resident("VmRSS")
    render()
    return _resident("VmHWM") - before


def _main(kind: str, size: int) -> None:
    template, context = Template(jinja_template()), plain(size)
    template.render(plain(7))
    gc.collect()
    peak = {"traced": _traced_peak, "resident": _resident_peak}[kind]
    said = {"peak": peak(lambda: template.render(context))}
    print(json.dumps(said | {"xml": len(document_xml(template.render(context)))}))


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
