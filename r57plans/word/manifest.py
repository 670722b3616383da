"""The manifest: a hidden part in which a made document says what it was made from.

It is found by its namespace, wherever a program has put it. It shows accident, not malice:
whoever reads one may only propose what it says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from r57plans.word.additions import Addition, add_part
from r57plans.word.package import main_part, read_package
from r57plans.word.xml import NS, Element, parse_part, qname, serialise

NAMESPACE = "urn:r57plans:manifest:1"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = re.compile(r"customXml/item(\d{1,6})\.xml")
_ROOT = f"{{{NAMESPACE}}}manifest"
_VALUE = f"{{{NAMESPACE}}}value"
_FACTS = ("tool", "catalogue", "plan", "document", "language", "template")
_ABOUT = ("province", "unit", "issuer", "type", "date", "spelling")
"""What a plan is rebuilt from beside the printed values; older manifests have none of it."""
_DIGEST = "digest"
"""Of all else that the manifest says; older manifests have none."""
_LONGEST_FACT = 200
_LONGEST_PATH = 1000
_LONGEST_TEXT = 100_000
_SPECIAL = re.compile('[&<>"\n\t\r]')
_MOST_VALUES = 500_000


@dataclass(frozen=True, slots=True)
class ManifestFacts:
    """What a document is made from, as far as its maker knows before it is rendered.

    `tool` and `catalogue` are versions, `plan_hash` the SHA-256 of the plan in hexadecimal,
    `document` the name of the document in the plan, such as `action-plan`. `about` has, where they
    are known, the plan's `province`, `unit` (level, type and names, parted by `|`), `issuer`,
    `type`, `date` and `spelling`, in the words of the plan file.
    """

    tool: str
    catalogue: str
    plan_hash: str
    document: str
    language: str
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a made document says of itself.

    `printed` has a pair of path and text for each value that the document printed of the plan, in
    the order of first printing; a path occurs twice only when it was printed with two texts.
    It is no longer `intact` where it was changed after it was written, as its digest tells.
    """

    facts: ManifestFacts
    template_hash: str
    printed: tuple[tuple[str, str], ...]
    intact: bool = True


def with_manifest(parts: Mapping[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    """The parts with this manifest, in the place of an older one; other custom parts stay.

    All its texts must be such as XML can hold.
    """
    name = _found(parts) or f"customXml/item{_free_number(parts)}.xml"
    head, _, number = name.removesuffix(".xml").rpartition("item")
    properties = f"{head}itemProps{number}.xml"
    out = add_part(
        parts, Addition(name, _written(manifest), f"{_OFFICE}/customXml", main_part(parts))
    )
    described = Addition(
        properties, _described(manifest), f"{_OFFICE}/customXmlProps", name, _PROPERTIES_TYPE
    )
    return add_part(out, described)


def read_manifest(data: bytes, file: str = "") -> Manifest | None:
    """The manifest of a Word file; None when it has none, or one of another shape.

    `file` is its name for messages. Raises `WordFileError` when it is no sound Word package.
    """
    parts = read_package(data, file)
    name = _found(parts)
    return None if name is None else _read(parse_part(parts[name], name, file))


def has_manifest(parts: Mapping[str, bytes]) -> bool:
    """Whether a package has a manifest, be it one that can be read or not."""
    return _found(parts) is not None


def _found(parts: Mapping[str, bytes]) -> str | None:
    wanted = NAMESPACE.encode()
    for name, content in parts.items():
        custom = name.startswith("customXml/") and name.endswith(".xml")
        if custom and wanted in content and "itemProps" not in name:
            return name
    return None


def _free_number(parts: Iterable[str]) -> int:
    taken = [int(found[1]) for found in map(_ITEM.fullmatch, parts) if found]
    return max(taken, default=0) + 1


def _written(manifest: Manifest) -> bytes:
    facts = manifest.facts
    said = (facts.tool, facts.catalogue, facts.plan_hash, facts.document, facts.language)
    given = dict(zip(_FACTS, (*said, manifest.template_hash), strict=True))
    given |= {name: text for name, text in facts.about if name in _ABOUT and text}
    given[_DIGEST] = _digest(given, manifest.printed)
    head = serialise(etree.Element(_ROOT, given, nsmap={"m": NAMESPACE})).removesuffix(b"/>")
    values = "".join(map(_value, manifest.printed))
    return head + f">{values}</m:manifest>".encode()


def _value(printed: tuple[str, str]) -> str:
    """One value as it is written: by hand, for there are hundreds in each file."""
    path, text = map(_escaped, printed)
    return f'<m:value path="{path}">{text}</m:value>'


def _escaped(text: str) -> str:
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)


def _digest(said: Mapping[str, str], printed: Iterable[tuple[str, str]]) -> str:
    """The SHA-256 of what a manifest says, in hexadecimal."""
    pairs = [*sorted((name, text) for name, text in said.items() if name != _DIGEST), *printed]
    written = "\0".join(text for pair in pairs for text in pair)
    return hashlib.sha256(written.encode()).hexdigest()


def _described(manifest: Manifest) -> bytes:
    """The properties that every custom part has; its id comes from what the file was made from."""
    facts = manifest.facts
    seed = f"{NAMESPACE}/{facts.plan_hash}/{facts.document}/{facts.language}"
    number = str(uuid5(NAMESPACE_URL, seed)).upper()
    item = etree.Element(qname("ds", "datastoreItem"), nsmap={"ds": NS["ds"]})
    item.set(qname("ds", "itemID"), f"{{{number}}}")
    schemas = etree.SubElement(item, qname("ds", "schemaRefs"))
    etree.SubElement(schemas, qname("ds", "schemaRef")).set(qname("ds", "uri"), NAMESPACE)
    return serialise(item)


def _read(root: Element) -> Manifest | None:
    said = [root.get(name, "") for name in _FACTS]
    values = [(value.get("path", ""), value.text or "") for value in root]
    about = tuple((name, root.get(name, "")) for name in _ABOUT if name in root.attrib)
    good = root.tag == _ROOT and set(_FACTS) <= set(root.attrib) <= {*_FACTS, *_ABOUT, _DIGEST}
    short = all(len(text) <= _LONGEST_FACT for text in (*said, *(text for _, text in about)))
    if not (good and short and len(root) <= _MOST_VALUES and all(map(_is_value, root))):
        return None
    tool, catalogue, plan, document, language, template = said
    facts = ManifestFacts(tool, catalogue, plan, document, language, about)
    own = {n: root.get(n, "") for n in (*_FACTS, *_ABOUT, _DIGEST) if n in root.attrib}
    intact = _DIGEST not in own or own[_DIGEST] == _digest(own, values)
    return Manifest(facts, template, tuple(values), intact)


def _is_value(value: Element) -> bool:
    path = value.get("path", "")
    return (
        value.tag == _VALUE
        and len(value) == 0
        and set(value.attrib) == {"path"}
        and 0 < len(path) <= _LONGEST_PATH
        and len(value.text or "") <= _LONGEST_TEXT
    )
