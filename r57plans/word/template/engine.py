"""The template itself: a Word file with tags, compiled once and rendered as often as is asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from r57plans.findings import Language, Message, Report
from r57plans.word.manifest import ManifestFacts
from r57plans.word.properties import Properties
from r57plans.word.template.apart.isolate import run_isolated
from r57plans.word.template.rendering import CompiledTemplate, Job, Order, Origin
from r57plans.word.template.run.pictures import Picture
from r57plans.word.template.sandbox.limits import DEFAULT_LIMITS, Limits
from r57plans.word.template.told.faults import error, finding

_KEPT = 64  # templates that a process keeps compiled


class Template:
    """A Word file with tags, ready to render; `hash` is the SHA-256 of its bytes in hexadecimal.

        Template("mine.docx").render({"name": "Cao Bằng"})

    Raises `TemplateError` with every fault that can be seen before rendering, and `WordFileError`
    when the source is no sound Word file. `name` is the file's name for messages; a path gives it.
    `notes` tell what was left out of the file, such as a template attached to it.

    `language` is that of filters such as `date_long`. `folder` holds the files that the template
    may import or show; without one it may name none. A template that is not ours is compiled and
    rendered with `isolate`: in a child process that is killed when it passes its limits.
    """

    hash: str
    notes: Report

    def __init__(
        self,
        source: bytes | str | Path,
        *,
        name: str = "",
        limits: Limits = DEFAULT_LIMITS,
        language: Language = "vi",
        folder: str | Path | None = None,
        isolate: bool = False,
    ) -> None:
        data, name = _read(source, name)
        self.hash = sha256(data).hexdigest()
        home = None if folder is None else Path(folder)
        self._origin = Origin(data, name, limits, language, home)
        self._compiled: CompiledTemplate | None = None
        if isolate:
            self.notes = Report(self._origin.open()[2])
            self._isolated(Job(self._origin))
        else:
            self._compiled = CompiledTemplate(self._origin)
            self.notes = Report(self._compiled.notes)

    def render(
        self,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        manifest: ManifestFacts | None = None,
        controls: bool = True,
        pictures: Mapping[str, Picture] | None = None,
    ) -> bytes:
        """The Word file made from these values; the same values always give the same bytes.

        Without `controls`, values carry no content controls and rows no bookmarks. `pictures`
        stand in the place of the template's pictures of these names. Raises `TemplateError` naming
        the tag that failed.
        """
        if properties is not None:
            _check(properties, self._origin.name)
        order = Order(context, self.hash, properties, manifest, controls, pictures or {})
        if self._compiled is not None:
            return self._compiled.render(order)
        return self._isolated(Job(self._origin, order))

    def _isolated(self, job: Job) -> bytes:
        return run_isolated(job, self._origin.limits, self._origin.name)


@lru_cache(maxsize=_KEPT)
def compiled(data: bytes, name: str = "", language: Language = "vi") -> Template:
    """The template of these bytes, compiled once for the process. Raises as `Template` does."""
    return Template(data, name=name, language=language)


def _read(source: bytes | str | Path, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    try:
        return path.read_bytes(), name or str(path)
    except OSError as reason:
        what = reason.strerror or type(reason).__name__
        raise error([finding("template.unreadable", name or str(path), what=what)]) from reason


def _check(properties: Properties, name: str) -> None:
    found = properties.forbidden()
    if found:
        where = Message(vi=f"«{found[0]}» của văn bản", en=f"“{found[0]}” of the document")
        shown = ", ".join(f"U+{ord(c):04X}" for c in found[1])
        raise error([finding("word.control-character", name, where=where, what=shown)])
