"""What the figures were measured on: the machine, Python, and the versions of what took part."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import zlib
from importlib.metadata import version
from pathlib import Path

from bench.peers import NODE_PEERS, node_version
from bench.redlines import why_no_peer

_LIBRARIES = ("r57plans", "docxtpl", "python-docx", "Jinja2", "lxml", "click")


def description(packages: Path, why_no_node: str) -> list[tuple[str, str]]:
    """Lines of a table: what, and which."""
    found = [
        ("Processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("Memory", f"{_memory() / 2**30:.0f} GiB"),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION),
        *((name, version(name)) for name in _LIBRARIES),
        ("python-redlines", why_no_peer() or version("python-redlines")),
    ]
    if why_no_node:
        return [*found, ("Node", f"left out: {why_no_node}")]
    return [
        *found,
        ("Node", _node()),
        *((name, node_version(packages, name)) for name in NODE_PEERS),
    ]


def _processor() -> str:
    """The model's name, which Linux has in a file; elsewhere what Python knows."""
    known = Path("/proc/cpuinfo")
    if known.exists():
        for line in known.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _node() -> str:
    command = [str(shutil.which("node")), "--version"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
