"""What a Word package carries besides its text: parts that do not print, and who made it when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from r57plans.word.package import CONTENT_TYPES
from r57plans.word.relations import (
    Relation,
    drop_relations,
    reachable,
    read_relations,
    relations_name,
)
from r57plans.word.xml import Element, parse_part, qname, remove, serialise

# Kinds of relationship that lead to what does not print.
_HIDDEN_KINDS = {
    "customXml",
    "custom-properties",
    "thumbnail",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "people",
    "documenttasks",
    "attachedTemplate",
    "glossaryDocument",
    "mailMergeSource",
    "mailMergeHeaderSource",
    "recipientData",
    "transform",
    "printerSettings",
    "stylesWithEffects",
    "keyMapCustomizations",
    "attachedToolbars",
    "extensibility",
    "webextensiontaskpanes",
    "classificationlabels",
    "origin",  # a digital signature, which any change makes void
}
# Kinds that count only while the part names them: else they would keep what was deleted.
_NAMED_KINDS = {
    "image",
    "hyperlink",
    "chart",
    "chartEx",
    "oleObject",
    "package",
    "header",
    "footer",
    "diagramData",
    "diagramLayout",
    "diagramQuickStyle",
    "diagramColors",
    "video",
    "audio",
    "media",
    "control",
    "aFChunk",
    "subDocument",
}
_CORE_KEPT = {qname("dc", "title"), qname("dc", "subject"), qname("dc", "language")}
_APP_KEPT = {
    qname("ep", name)
    for name in (
        "Application",
        "AppVersion",
        "Pages",
        "Words",
        "Characters",
        "CharactersWithSpaces",
        "Lines",
        "Paragraphs",
        "DocSecurity",
        "ScaleCrop",
        "LinksUpToDate",
        "SharedDoc",
        "HyperlinksChanged",
    )
}


def drop_hidden_parts(parts: Mapping[str, bytes], file: str = "") -> dict[str, bytes]:
    """The package without comments, custom data, thumbnail, glossary and all else not printed.

    Parts that nothing leads to any more are gone too. Workbooks behind charts stay: Word needs
    them. Raises `WordFileError` when relationships cannot be read.
    """

    def hidden(_part: str, relation: Relation) -> bool:
        return relation.kind in _HIDDEN_KINDS

    return _only_reachable(_without_relations(parts, hidden, file), file)


def keep_relations(
    parts: Mapping[str, bytes], wanted: Callable[[str, Relation], bool], file: str = ""
) -> dict[str, bytes]:
    """The package with the relationships that are wanted of each part, and what they lead to.

    Raises `WordFileError` when relationships cannot be read.
    """

    def unwanted(part: str, relation: Relation) -> bool:
        return not wanted(part, relation)

    return _only_reachable(_without_relations(parts, unwanted, file), file)


def drop_unnamed_parts(
    parts: Mapping[str, bytes], trees: Mapping[str, Element], file: str = ""
) -> dict[str, bytes]:
    """The package without the pictures, links and the like that no part of `trees` names.

    What was deleted under tracked changes would otherwise stay in the package.
    """
    named = {part: _attribute_values(tree) for part, tree in trees.items()}

    def unnamed(part: str, relation: Relation) -> bool:
        return part in named and relation.kind in _NAMED_KINDS and relation.id not in named[part]

    return _only_reachable(_without_relations(parts, unnamed, file), file)


def blank_properties(parts: Mapping[str, bytes], file: str = "") -> dict[str, bytes]:
    """The package with title, subject and language as its only properties, and page counts."""
    kept_of = {"core-properties": _CORE_KEPT, "extended-properties": _APP_KEPT}
    blanked = dict(parts)
    for relation in read_relations(parts, "", file):
        kept = kept_of.get(relation.kind)
        if kept is not None and relation.target in parts:
            blanked[relation.target] = _only(kept, parts[relation.target], relation.target, file)
    return blanked


def _without_relations(
    parts: Mapping[str, bytes], unwanted: Callable[[str, Relation], bool], file: str
) -> dict[str, bytes]:
    left = dict(parts)
    for part in ["", *parts]:
        relations = read_relations(parts, part, file)
        ids = {relation.id for relation in relations if unwanted(part, relation)}
        if ids:
            name = relations_name(part)
            left[name] = drop_relations(parts[name], name, ids, file)
    return left


def _only_reachable(parts: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    wanted = reachable(parts, file) | {CONTENT_TYPES}
    left = {part: content for part, content in parts.items() if part in wanted}
    return left | {CONTENT_TYPES: _types_of(left, file)}


def _types_of(parts: Mapping[str, bytes], file: str) -> bytes:
    root = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, file)
    for entry in list(root.iter(qname("ct", "Override"))):
        if entry.get("PartName", "").lstrip("/") not in parts:
            remove(entry)
    return serialise(root)


def _attribute_values(tree: Element) -> set[str]:
    return {str(value) for element in tree.iter("*") for value in element.attrib.values()}


def _only(kept: Collection[str], data: bytes, part: str, file: str) -> bytes:
    root = parse_part(data, part, file)
    for child in list(root):
        if child.tag not in kept:
            remove(child)
    return serialise(root)
