"""What in a package reaches outside it: links that stay, that are dropped, and that are refused.

A document must show what it holds, and never fetch anything when it is opened. Hyperlinks are
followed only by a person who clicks, so they stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from r57plans.findings import Finding, Message
from r57plans.word.faults import finding, refused
from r57plans.word.fields import field_codes, reaches_outside
from r57plans.word.package import content_types, is_markup
from r57plans.word.relations import (
    Relation,
    drop_relations,
    leads_outside,
    read_relations,
    relations_name,
    relations_owner,
)
from r57plans.word.scan import may_hold
from r57plans.word.xml import NS, Element, parse_part, qname, remove, serialise, w

_STAYS = "hyperlink"
_DROPPED = "attachedTemplate"
_MERGED = {"mailMergeSource", "mailMergeHeaderSource"}
_MERGE_SOURCES = [w(name) for name in ("connectString", "query")]
_LINKS = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}  # what a person clicks
_REFERENCE = f"{{{NS['r']}}}"
_DRAWING = f"{{{NS['v']}}}"
_SOURCES = ("src", qname("o", "href"))
_RELATION_ID = qname("o", "relid")
_WORDS = (b"altChunk", b"fld", b"src", b"href", b"mailMerge")
_WIDEST = 60

_KINDS = {
    "image": Message(vi="ảnh liên kết", en="a linked picture"),
    "oleObject": Message(vi="đối tượng OLE liên kết", en="a linked OLE object"),
    "package": Message(vi="tệp liên kết", en="a linked file"),
    "subDocument": Message(vi="văn bản con", en="a sub-document"),
    "frame": Message(vi="khung trang web", en="a frame"),
    "aFChunk": Message(vi="nội dung chèn từ tệp khác", en="content inserted from another file"),
    "video": Message(vi="video liên kết", en="a linked video"),
    "audio": Message(vi="âm thanh liên kết", en="linked audio"),
    "media": Message(vi="phương tiện liên kết", en="linked media"),
    "hyperlink": Message(
        vi="siêu liên kết dùng làm nguồn nội dung", en="a hyperlink used as a source of content"
    ),
}


@dataclass(frozen=True, slots=True)
class ExternalRelation:
    """A relationship that leads out of the package, and the part that it belongs to."""

    part: str
    relation: Relation

    @property
    def kind(self) -> str:
        """The last word of the relationship's type, such as `hyperlink`."""
        return self.relation.kind

    @property
    def target(self) -> str:
        """The address as given."""
        return self.relation.target


def external_relations(parts: Mapping[str, bytes], file: str = "") -> tuple[ExternalRelation, ...]:
    """Every relationship that leads outside, in the package's order; "" is the package itself.

    Those of parts that are missing come too. Raises `WordFileError` when they cannot be read.
    """
    owners = [relations_owner(name) for name in parts if name.lower().endswith(".rels")]
    return tuple(
        ExternalRelation(owner, relation)
        for owner in owners
        for relation in read_relations(parts, owner, file)
        if relation.external
    )


def without_outside(
    parts: Mapping[str, bytes], file: str = "", types: Mapping[str, str] | None = None
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The parts without attached templates, and a note for each that was dropped.

    Raises `WordFileError` with all else that would be fetched when the document is opened: linked
    pictures and objects, sub-documents, frames, mail merge sources, fields that include or link,
    and content of other kinds (`altChunk`). `types` are the parts' content types where they are
    known. Parts that did not change are the very same objects.
    """
    found = external_relations(parts, file)
    wrong = [_refusal(item, file) for item in found if item.kind not in (_STAYS, _DROPPED)]
    links = _by_part(item for item in found if item.kind == _STAYS)
    known = content_types(parts, file) if types is None else types
    for part, kind in known.items():
        if is_markup(part, kind) and (part in links or may_hold(parts[part], *_WORDS)):
            root = parse_part(parts[part], part, file)
            wrong += _in_part(root, part, links.get(part, {}), file)
    if wrong:
        raise refused(wrong)
    dropped = [item for item in found if item.kind == _DROPPED]
    return _without(parts, dropped, file), tuple(_note(item, file) for item in dropped)


def _refusal(item: ExternalRelation, file: str) -> Finding:
    what = _KINDS.get(item.kind, Message(item.kind, item.kind))
    part = item.part or relations_name("")
    rule = "word.mail-merge" if item.kind in _MERGED else "word.external"
    return finding(rule, file, part=part, what=what, target=_short(item.target))


def _note(item: ExternalRelation, file: str) -> Finding:
    target = _short(item.target)
    return finding("word.attached-template", file, part=item.part, target=target)


def _by_part(items: Iterable[ExternalRelation]) -> dict[str, dict[str, ExternalRelation]]:
    grouped: dict[str, dict[str, ExternalRelation]] = {}
    for item in items:
        grouped.setdefault(item.part, {})[item.relation.id] = item
    return grouped


def _in_part(
    root: Element, part: str, links: Mapping[str, ExternalRelation], file: str
) -> Iterator[Finding]:
    for _ in root.iter(w("altChunk")):
        yield finding("word.foreign-content", file, part=part)
    for code in field_codes(root):
        if reaches_outside(code):
            yield finding("word.external-field", file, part=part, target=_short(code))
    for source in _drawing_sources(root):
        what, target = _KINDS["image"], _short(source)
        yield finding("word.external", file, part=part, what=what, target=target)
    for element in root.iter(_MERGE_SOURCES):
        target = _short(element.get(w("val"), ""))
        yield finding("word.mail-merge", file, part=part, target=target)
    for item in _misused(root, links):
        yield _refusal(item, file)


def _drawing_sources(root: Element) -> Iterator[str]:
    """The addresses outside from which old drawings (VML) take their pictures."""
    for element in root.iter(f"{_DRAWING}*"):
        for name in _SOURCES:
            source = element.get(name, "")
            if leads_outside(source):
                yield source


def _misused(root: Element, links: Mapping[str, ExternalRelation]) -> Iterator[ExternalRelation]:
    """The hyperlinks that something else than a hyperlink refers to: a picture, say."""
    for element in root.iter("{*}*") if links else ():
        if element.tag.rpartition("}")[2] in _LINKS:
            continue
        for name, value in element.attrib.items():
            refers = str(name).startswith(_REFERENCE) or name == _RELATION_ID
            if refers and value in links:
                yield links[str(value)]


def _without(
    parts: Mapping[str, bytes], dropped: Iterable[ExternalRelation], file: str
) -> dict[str, bytes]:
    left = dict(parts)
    for part, items in _by_part(dropped).items():
        name = relations_name(part)
        left[name] = drop_relations(left[name], name, items, file)
        if part in left:
            left[part] = _without_templates(left[part], part, items, file)
    return left


def _without_templates(data: bytes, part: str, ids: Collection[str], file: str) -> bytes:
    root = parse_part(data, part, file)
    for element in list(root.iter(w("attachedTemplate"))):
        if element.get(qname("r", "id")) in ids:
            remove(element)
    return serialise(root)


def _short(target: str) -> str:
    """The address on one line, cut in the middle: its end says which file it is."""
    line = " ".join(target.split())
    half = _WIDEST // 2 - 1
    return line if len(line) <= _WIDEST else f"{line[:half]}…{line[-half:]}"
