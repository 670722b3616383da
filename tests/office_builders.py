"""Programs that stand for LibreOffice and fontconfig: small scripts on the search path."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

_OFFICE = """\
#!/bin/sh
case "$1" in --version) echo "{says}"; exit 0;; esac
echo "$@" >> "{log}"
for word; do
  case "$word" in
    -env:UserInstallation=*) cp "${{word#*file://}}/user/registrymodifications.xcu" "{log}.xcu";;
    --convert-to|--outdir) before=$word; continue;;
    *.docx) files="$files ${{word%.docx}}";;
  esac
  [ "$before" = --outdir ] && out=$word
  before=
done
for n in $files; do
  {does}
  word=$(tail -c 3 "$n.docx" | tr -cd a-z)
  printf '%%PDF-1.6\\n%s\\n/CreationDate(D:%s)\\n%%%%EOF\\n' "$word" "$(date +%N)" > "$out/$n.pdf"
done
"""
_LIST = """\
#!/bin/sh
case "$*" in
{cases}
esac
"""
WHOLE, CUT = "20-7e a0-1ff 1ea0-1ef9", "20-7e a0-17f"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file that begins as a Word file does, and holds a word to be found again."""

    name: str
    data: bytes


def word(name: str) -> WordFile:
    return WordFile(f"{name}.docx", b"PK " + name.encode())


@dataclass(frozen=True, slots=True)
class Office:
    """A program in LibreOffice's place, and what it was told."""

    log: Path

    @property
    def starts(self) -> list[list[str]]:
        """The Word files of each start."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [[w for w in line.split() if w.endswith(".docx")] for line in lines]

    @property
    def settings(self) -> str:
        """The settings of its last profile."""
        return Path(f"{self.log}.xcu").read_text("utf-8")


def put(folder: Path, name: str, text: str) -> None:
    """Put a script into a folder."""
    (folder / name).write_text(text, "utf-8")
    (folder / name).chmod(0o755)


def office(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    does: str = ":",
    says: str = "LibreOffice 7.4.7.2 40(Build:2)",
) -> Office:
    """A program that makes a PDF of each file, and `does` something before each (`$n` from 0)."""
    log = folder / "log"
    put(folder, "soffice", _OFFICE.format(log=log, does=does, says=says))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return Office(log)


def fonts(folder: Path, monkeypatch: pytest.MonkeyPatch, **families: str) -> None:
    """A fontconfig that knows these fonts, with the ranges of letters of each."""
    cases = [
        f'*"family={name.replace("_", " ")}") '
        f"printf '/f/{name}-Bold.ttf\\t{WHOLE}\\n/f/{name}-Regular.ttf\\t{letters}\\n';;"
        for name, letters in families.items()
    ]
    covering = "".join(f"{name}\\n" for name, letters in families.items() if letters == WHOLE)
    cases.append(f"*lang=vi*) printf '{covering}';;")
    put(folder, "fc-list", _LIST.format(cases="\n".join(cases)))
    put(folder, "fc-match", f"#!/bin/sh\nprintf '{next(iter(families), '')}'\n")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search path on which there is nothing."""
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    monkeypatch.setenv("PATH", str(empty))


def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something holds; AssertionError where it does not in time."""
    begun = monotonic()
    while not holds():
        assert monotonic() - begun < seconds
        sleep(0.02)
