"""Pages of documentation as tests see them: fenced blocks, and a folder in which to run them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import r57plans
from r57plans.cli import main

ROOT = Path(__file__).parents[1]

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PLAIN = re.compile(r"(r57plans [^|&;<>$`\\\n]+\n)+")
_SURROUNDINGS = {"LC_ALL": "C.UTF-8", "COLUMNS": "80"}
_SHIM = "import sys\nfrom r57plans.cli import main\nsys.exit(main())\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language and its lines."""

    language: str
    text: str


def blocks_of(page: str) -> tuple[Block, ...]:
    """The fenced blocks of a page, in order."""
    return tuple(Block(*found) for found in _FENCE.findall(page))


def with_output(blocks: tuple[Block, ...], *languages: str) -> Iterator[tuple[Block, str]]:
    """Each block of these languages with what the page shows of its output, "" for nothing."""
    for block, following in zip(blocks, (*blocks[1:], Block("", "")), strict=True):
        if block.language in languages:
            yield block, following.text if following.language == "text" else ""


def agrees(shown: str, printed: str) -> bool:
    """Whether the output is as shown; a line `…` stands for any number of lines."""
    lines = [re.escape(line.rstrip()) for line in shown.strip().splitlines()]
    pattern = "\n".join(r"(?:.*)" if line == re.escape("…") else line for line in lines)
    told = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch(pattern, told, re.DOTALL) is not None


def dead_links(page: str, folder: Path) -> list[str]:
    """The links of a page in that folder that lead to no file."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page)
    return [link for link in links if not (folder / link).exists()]


def make_workplace(folder: Path) -> Path:
    """The folder, with the examples and with `r57plans` in its `bin`, as the pages assume it."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "bin").mkdir()
    (folder / "bin" / "shim.py").write_text(_SHIM, "utf-8")
    command = folder / "bin" / "r57plans"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{command.parent}/shim.py" "$@"\n')
    command.chmod(0o755)
    return folder


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command run in that workplace, in the same surroundings on every machine."""
    package = str(Path(r57plans.__file__).parents[1])
    settings = _SURROUNDINGS | {"PYTHONPATH": package, "PYTHONUTF8": "1"}
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | settings | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def run_shell(commands: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Lines of shell run in that workplace; the first that fails ends them.

    What does no more than call `r57plans` is run without a shell, in this process: it is quicker.
    """
    if _PLAIN.fullmatch(commands):
        return _run_here([shlex.split(line) for line in commands.splitlines()], folder)
    return run(["bash", "-euo", "pipefail", "-c", commands], folder)


def _run_here(commands: list[list[str]], folder: Path) -> subprocess.CompletedProcess[str]:
    code, out, errors = 0, StringIO(), StringIO()
    surroundings = patch.dict(os.environ, _SURROUNDINGS)
    with chdir(folder), surroundings, redirect_stdout(out), redirect_stderr(errors):
        for _, *arguments in commands:
            code = code or main(arguments)
    return subprocess.CompletedProcess(commands, code, out.getvalue(), errors.getvalue())
