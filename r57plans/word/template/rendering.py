"""A compiled template, and one order to render it: what runs here, or apart in a child process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from r57plans.findings import Finding, Language
from r57plans.word.manifest import Manifest, ManifestFacts, with_manifest
from r57plans.word.outside import without_outside
from r57plans.word.package import CONTENT_TYPES, Package, open_package, write_package
from r57plans.word.properties import Properties, with_properties
from r57plans.word.template.boundary import explain_running, guarded
from r57plans.word.template.passes.fields import with_update
from r57plans.word.template.passes.parts import compile_parts
from r57plans.word.template.run.anchoring import Bookmarks
from r57plans.word.template.run.attachments import Attachments
from r57plans.word.template.run.imports import Library
from r57plans.word.template.run.output import written
from r57plans.word.template.run.pictures import Picture, Pictures
from r57plans.word.template.run.runtime import Runtime
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.zipping import Stored, inflated

_NOTES = ("footnotes.xml", "endnotes.xml")  # sub-documents add to what was rendered
_AS_TEMPLATE = b"wordprocessingml.template.main+xml"
_AS_DOCUMENT = b"wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a template is made from, and what it may use."""

    data: bytes
    name: str
    limits: Limits
    language: Language
    folder: Path | None

    def open(self) -> tuple[Package, dict[str, bytes], tuple[Finding, ...]]:
        """The package, its parts without what is outside it, and notes on what was left out."""
        package = open_package(self.data, self.name)
        return package, *without_outside(package.parts, self.name, package.types)


@dataclass(frozen=True, slots=True)
class Order:
    """One rendering: what `Template.render` is given; `template` is the template's hash."""

    context: Mapping[str, Any]
    template: str = ""
    properties: Properties | None = None
    manifest: ManifestFacts | None = None
    controls: bool = True
    pictures: Mapping[str, Picture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """The whole of a rendering, to be done in another process; without an order, compiling only."""

    origin: Origin
    order: Order | None = None

    def __call__(self) -> bytes:
        """The finished file; nothing where there was no order."""
        template = CompiledTemplate(self.origin)
        return b"" if self.order is None else template.render(self.order)


class CompiledTemplate:
    """A template ready to render; raises as `Template` does."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        package, parts, self.notes = origin.open()
        self._original = package.parts
        self._compiled = compile_parts(package, parts, origin.name, origin.limits)
        self._library = Library(origin.folder, origin.limits)
        if self._compiled.contents:
            parts |= with_update(parts, package.main)
        # A Word template (.dotx) gives a document, or Word would open the result as a template.
        types = parts[CONTENT_TYPES]
        if _AS_TEMPLATE in types:
            parts[CONTENT_TYPES] = types.replace(_AS_TEMPLATE, _AS_DOCUMENT)
        self._parts = parts
        self._stored = {
            part: package.stored[part] for part in parts if parts[part] is package.parts.get(part)
        }

    def render(self, order: Order) -> bytes:
        """The Word file of one order."""
        pictures = Pictures(order.pictures)
        runtime = self._runtime(order, pictures)
        origin, context = self._origin, order.context
        rendered = guarded(
            lambda: self._run(runtime, pictures, context),
            lambda reason: explain_running(origin.name, self._original, tuple(context), reason),
        )
        parts = pictures.without_replaced(self._parts)
        if order.properties is not None:
            parts = with_properties(parts, order.properties)
        if order.manifest is not None:
            printed = Manifest(order.manifest, order.template, tuple(runtime.printed))
            parts = with_manifest(parts, printed)
        notes = {part: inflated(rendered[part]) for part in rendered if part.endswith(_NOTES)}
        added = runtime.attachments.finished({**parts, **notes})
        parts = {**parts, **added}
        return write_package({part: self._entry(part, parts, rendered) for part in parts})

    def _entry(
        self, part: str, parts: Mapping[str, bytes], rendered: Mapping[str, Stored]
    ) -> bytes | Stored:
        """What is written of a part: as it was rendered, as it lies in the template, or anew."""
        if parts[part] is not self._parts.get(part):
            return parts[part]
        return rendered.get(part) or self._stored.get(part) or parts[part]

    def _runtime(self, order: Order, pictures: Pictures) -> Runtime:
        taken = [program.taken for program in self._compiled.programs]
        names = set().union(*(t.names for t in taken))
        return Runtime(
            Budget(self._origin.limits),
            Attachments(self._parts),
            Bookmarks(names, max((t.bookmark for t in taken), default=0)),
            pictures,
            language=self._origin.language,
            controls=order.controls,
            folder=self._origin.folder,
            modules=self._library.for_rendering(),
        )

    def _run(
        self, runtime: Runtime, pictures: Pictures, context: Mapping[str, Any]
    ) -> dict[str, Stored]:
        rendered = {}
        for program in self._compiled.programs:
            runtime.part = program.part
            rendered[program.part] = written(program, runtime, context, self._origin.limits)
        pictures.check(self._compiled.pictures)
        return rendered
