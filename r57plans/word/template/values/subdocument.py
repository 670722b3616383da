"""Whole Word files as values: the body of one put into another."""

from __future__ import annotations

from pathlib import Path

from r57plans.word.package import DEFAULT_LIMITS
from r57plans.word.template.values.arriving.arrival import Arrival
from r57plans.word.template.values.arriving.read import read_arriving
from r57plans.word.template.values.folder import read_file
from r57plans.word.template.values.kinds import Blocks
from r57plans.word.template.values.refusing import refused, told
from r57plans.word.template.values.rendering import Rendering


class SubDocument(Blocks):
    """The body of another Word file for `{{p x }}`, read once and printed as often as is asked.

    It keeps its text, tables, pictures, charts, links, notes and lists, which begin anew with each
    printing. A style that the template has by name looks as it does there; others come along.
    Its headers, footers and page settings do not: where it begins a page with a section, the
    page begins, and the page stays as the template has it. Tracked changes are accepted, comments
    left out, and tags in it are plain text. Raises `R57Error` for a file that is damaged or
    unsafe, or holds what cannot be taken over, such as embedded objects and SmartArt.
    """

    __slots__ = ("_arriving",)

    def __init__(self, source: bytes | str | Path, *, name: str = "") -> None:
        file = name or ("" if isinstance(source, bytes) else str(source))
        with told(file):
            data = source if isinstance(source, bytes) else _bytes_of(Path(source))
            self._arriving = read_arriving(data, file)

    def blocks(self, runtime: Rendering, properties: str = "", head: str = "") -> str:
        """The body's blocks, valid in any part of a rendered document."""
        del properties, head  # it has its own
        arrivals = runtime.attachments.arrivals
        key = id(self._arriving)
        if key not in arrivals:
            arrivals[key] = Arrival(self._arriving, runtime.attachments)
        return arrivals[key].blocks(runtime)


def _bytes_of(path: Path) -> bytes:
    data = read_file(path, DEFAULT_LIMITS.max_bytes)
    if data is None:
        most = DEFAULT_LIMITS.max_bytes // (1024 * 1024)
        raise refused(f"tệp Word lớn hơn {most} MB", f"the Word file is larger than {most} MB")
    return data
