"""Many Word files to PDF by one start of LibreOffice, in a folder that is then gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from r57plans.office.fonts import TIMES, serif
from r57plans.office.profile import set_up
from r57plans.office.running import Outcome, run

SECONDS = 120.0
"""How long LibreOffice may take for a file; its first start takes longest."""

_MOST = 256 * 1024 * 1024  # bytes of a PDF
_AT_ONCE = 500  # files for one start; a command line has its limits
_PACKAGE = b"PK"  # how a Word file begins; LibreOffice takes an empty file for an empty page
_VAIN = 3  # starts in a row that give nothing, after which there is no other
_OPTION = '"{name}":{{"type":"boolean","value":"{value}"}}'

Reason = Literal["late", "failed"]


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDF of each file that LibreOffice could convert, and why there is none of the others."""

    pdfs: Mapping[int, bytes]
    lost: Mapping[int, Reason]


def converted(
    files: Sequence[bytes], program: Path, seconds: float = SECONDS, **options: bool
) -> Converted:
    """The PDF of each Word file, by its number in the order given.

    One start serves all of them. A file that brings LibreOffice down, or keeps it for more than
    `seconds`, is lost alone: another start serves those behind it. Macros are off, links are not
    updated, the user's own profile is not touched. `options` are those of LibreOffice's filter;
    their form is of LibreOffice 7.4 and later, which earlier ones pass over.
    """
    with TemporaryDirectory(prefix="r57plans-", ignore_cleanup_errors=True) as name:
        work = _Work(Path(name), program, seconds, _filter(options))
        lost: dict[int, Reason] = {}
        for number, data in enumerate(files):
            work.source(number).write_bytes(data)
            if not data.startswith(_PACKAGE):
                lost[number] = "failed"
        sound = [number for number in range(len(files)) if number not in lost]
        for start in range(0, len(sound), _AT_ONCE):
            lost |= work.convert(sound[start : start + _AT_ONCE])
        pdfs = {n: work.made(n).read_bytes() for n in range(len(files)) if n not in lost}
    return Converted(pdfs, lost)


def _filter(options: Mapping[str, bool]) -> str:
    said = (_OPTION.format(name=name, value=str(on).lower()) for name, on in options.items())
    return f"pdf:writer_pdf_Export:{{{','.join(said)}}}"


class _Work:
    """Files in a folder, and LibreOffice started over them as often as it takes."""

    def __init__(self, folder: Path, program: Path, seconds: float, form: str) -> None:
        self._folder, self._out, self._profile = folder, folder / "out", folder / "profile"
        self._program, self._seconds, self._form = program, seconds, form
        self._out.mkdir()
        font = serif()
        set_up(self._profile, (TIMES, font.family) if font and font.is_substitute else None)

    def source(self, number: int) -> Path:
        """Where a Word file is put."""
        return self._folder / f"{number}.docx"

    def made(self, number: int) -> Path:
        """Where its PDF is to be."""
        return self._out / f"{number}.pdf"

    def convert(self, numbers: Sequence[int]) -> dict[int, Reason]:
        """Those of the files that came to nothing, and why."""
        lost: dict[int, Reason] = {}
        rest, vain = list(numbers), 0
        while rest:
            outcome = self._start(rest)
            whole = [_is_whole(self.made(number)) for number in rest]
            vain = 0 if any(whole) else vain + 1
            tried = _tried(outcome, whole)
            lost |= {n: "failed" for n, done in zip(rest[:tried], whole, strict=False) if not done}
            if outcome == "late" and not whole[tried - 1]:
                lost[rest[tried - 1]] = outcome
            rest = rest[tried:]
            if vain == _VAIN:
                return lost | dict.fromkeys(rest, "failed")
        return lost

    def _start(self, numbers: Sequence[int]) -> Outcome:
        command = [
            str(self._program),
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless",
            "--norestore",
            "--infilter=MS Word 2007 XML",  # whatever else calls itself .docx is not opened
            *("--convert-to", self._form),
            *("--outdir", str(self._out)),
            *(self.source(number).name for number in numbers),
        ]
        return run(command, self._folder, self._seconds, self._count)

    def _count(self) -> int:
        return sum(1 for _ in self._out.glob("*.pdf"))


def _tried(outcome: Outcome, whole: Sequence[bool]) -> int:
    """How many of the files it came to: all, or those up to the one behind the last it finished."""
    if outcome == "ended" or all(whole):
        return len(whole)
    behind = max((n for n, done in enumerate(whole) if done), default=-1)
    return min(behind + 2, len(whole))


def _is_whole(pdf: Path) -> bool:
    try:
        size = pdf.stat().st_size
        with pdf.open("rb") as stream:
            begins = stream.read(5)
            stream.seek(max(0, size - 32))
            return begins == b"%PDF-" and b"%%EOF" in stream.read() and size <= _MOST
    except OSError:
        return False
