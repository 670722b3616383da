"""The template itself: a Word file with tags, compiled once and rendered as often as is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from r57plans.findings import Message
from r57plans.word.manifest import Manifest, ManifestFacts, with_manifest
from r57plans.word.package import CONTENT_TYPES, read_package, write_package
from r57plans.word.properties import Properties, with_properties
from r57plans.word.template.boundary import explain_running, guarded
from r57plans.word.template.environment import Sandbox
from r57plans.word.template.faults import MisuseError, error, finding
from r57plans.word.template.limits import DEFAULT_LIMITS, Limits
from r57plans.word.template.parts import compile_parts
from r57plans.word.template.program import Program
from r57plans.word.template.runtime import State
from r57plans.word.template.sections import close_body

_BLOCK = 4096  # pieces of text that are joined and handed to the compressor together
_KEPT = 64  # templates that a process keeps compiled
_AS_TEMPLATE = b"wordprocessingml.template.main+xml"
_AS_DOCUMENT = b"wordprocessingml.document.main+xml"


class Template:
    """A Word file with tags, ready to render; `hash` is the SHA-256 of its bytes in hexadecimal.

    Raises `TemplateError` with every fault that can be seen before rendering, and `WordFileError`
    when the source is no sound Word file. `name` is the file's name for messages; a path gives it.
    """

    hash: str

    def __init__(
        self, source: bytes | str | Path, *, name: str = "", limits: Limits = DEFAULT_LIMITS
    ) -> None:
        data, self._name = _read(source, name)
        self.hash = sha256(data).hexdigest()
        self._limits = limits
        parts = read_package(data, self._name)
        self._programs = compile_parts(parts, self._name, Sandbox(limits), limits)
        # A Word template (.dotx) gives a document, or Word would open the result as a template.
        parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(_AS_TEMPLATE, _AS_DOCUMENT)
        self._parts = parts

    def render(
        self,
        context: Mapping[str, object],
        *,
        properties: Properties | None = None,
        manifest: ManifestFacts | None = None,
        controls: bool = True,
    ) -> bytes:
        """The Word file made from these values; the same values always give the same bytes.

        Without `controls`, values carry no content controls and rows no bookmarks. Raises
        `TemplateError` naming the tag that failed.
        """
        state = self._fresh_state(controls)
        written = {p.part: self._run(p, context, state) for p in self._programs}
        parts = self._parts
        if properties is not None:
            self._check(properties)
            parts = with_properties(parts, properties)
        if manifest is not None:
            parts = with_manifest(parts, Manifest(manifest, self.hash, tuple(state.printed)))
        return write_package({**parts, **written})

    def _fresh_state(self, controls: bool) -> State:
        taken = [program.taken for program in self._programs]
        return State(
            controls=controls,
            bookmark=max((t.bookmark for t in taken), default=0),
            drawing=max((t.drawing for t in taken), default=0),
            names=set().union(*(t.names for t in taken)),
        )

    def _run(self, program: Program, context: Mapping[str, object], state: State) -> list[bytes]:
        return guarded(
            lambda: _blocks(program, program.run(context, state), self._limits),
            lambda reason: explain_running(self._name, program, tuple(context), reason),
        )

    def _check(self, properties: Properties) -> None:
        found = properties.forbidden()
        if found:
            where = Message(vi=f"«{found[0]}» của văn bản", en=f"“{found[0]}” of the document")
            shown = ", ".join(f"U+{ord(c):04X}" for c in found[1])
            raise error([finding("word.control-character", self._name, where=where, what=shown)])


@lru_cache(maxsize=_KEPT)
def compiled(data: bytes, name: str = "") -> Template:
    """The template of these bytes, compiled once for the process. Raises as `Template` does."""
    return Template(data, name=name)


def _read(source: bytes | str | Path, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    try:
        return path.read_bytes(), name or str(path)
    except OSError as reason:
        what = reason.strerror or type(reason).__name__
        raise error([finding("template.unreadable", name or str(path), what=what)]) from reason


def _blocks(program: Program, stream: Iterator[str], limits: Limits) -> list[bytes]:
    """The part's text in encoded blocks, its last section put right."""
    out: list[bytes] = []
    # Two blocks are held back: the last paragraph may begin in the one before the last.
    size, before, last = 0, "", ""
    while pieces := list(islice(stream, _BLOCK)):
        out.append(before.encode())
        before, last = last, "".join(pieces)
        size += len(last)
        if size > limits.output:
            raise _too_much(limits.output)
    ending = before + last
    if program.section:
        ending = close_body(ending, program.section)
    return [*out, (ending + program.ending).encode()]


def _too_much(most: int) -> MisuseError:
    what = Message(vi=f"tệp lớn hơn {most} byte", en=f"more than {most} bytes of text")
    return MisuseError("template.limit", what)
