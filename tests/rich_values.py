"""Documents with rich values in them, for tests that need no template around a value."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from word_packages import office_file

from r57plans.word.package import read_package, write_package
from r57plans.word.template.run.attachments import Attachments
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.values import blocks_of, runs_of
from r57plans.word.xml import NS

HEAD = "<w:r>"
MAIN = "word/document.xml"
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


@dataclass(slots=True)
class Rendering:
    """A rendering as rich values see it."""

    attachments: Attachments
    folder: Path | None = None
    part: str = MAIN
    budget: Budget = field(default_factory=lambda: Budget(Limits()))


@cache
def host_parts() -> dict[str, bytes]:
    """The parts of an ordinary Word file; the document's root declares `w` only."""
    parts = dict(read_package(office_file()))
    parts.pop("word/stylesWithEffects.xml", None)
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = _without_effects(parts[name])
    parts[MAIN] = document_xml("<w:p/>")
    return parts


def document_xml(body: str) -> bytes:
    """A document part with this body on an A4 page."""
    return (
        f'<w:document xmlns:w="{NS["w"]}"><w:body>{body}{_SECTION}</w:body></w:document>'.encode()
    )


def rendering(folder: Path | None = None, **parts: bytes) -> Rendering:
    """A rendering into an ordinary Word file, some of whose parts in `word/` are others."""
    return Rendering(Attachments(with_parts(**parts)), folder)


def with_parts(**parts: bytes) -> dict[str, bytes]:
    """The ordinary file's parts, some of which are others: `numbering=b"…"`."""
    return {**host_parts(), **{f"word/{name}.xml": data for name, data in parts.items()}}


def inline(value: object, runtime: Rendering, head: str = HEAD) -> str:
    """The runs of a rich value."""
    written = runs_of(value, runtime, head)
    assert written is not None
    return written


def blocks(value: object, runtime: Rendering, properties: str = "", head: str = HEAD) -> str:
    """The blocks of a rich value."""
    written = blocks_of(value, runtime, properties, head)
    assert written is not None
    return written


def finished(body: str, runtime: Rendering, **parts: bytes) -> dict[str, bytes]:
    """The parts of the document with this body and all that the rendering added."""
    written = with_parts(**parts) | {MAIN: document_xml(body)}
    return {**written, **runtime.attachments.finished(written)}


def saved(body: str, runtime: Rendering, file: Path, **parts: bytes) -> Path:
    """The document of `finished` as a file."""
    file.write_bytes(write_package(finished(body, runtime, **parts)))
    return file


def png(width: int = 40, height: int = 20, dpi: int = 0, grey: int = 128) -> bytes:
    """A grey PNG picture; without dots an inch when `dpi` is 0."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    density = struct.pack(">IIB", *(2 * [round(dpi / 0.0254)]), 1)
    rows = zlib.compress((b"\0" + bytes([grey]) * width) * height)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", density) if dpi else b"",
            _chunk(b"IDAT", rows),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _without_effects(data: bytes) -> bytes:
    start = data.find(b"stylesWithEffects")
    if start < 0:
        return data
    first, last = data.rfind(b"<", 0, start), data.find(b"/>", start) + 2
    return data[:first] + data[last:]
