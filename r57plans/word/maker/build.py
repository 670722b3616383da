"""The shipped templates, each from an outline, a layout and one language's words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from r57plans.findings import Language
from r57plans.word.maker import parts
from r57plans.word.maker.content import Writer
from r57plans.word.maker.elements import el, root
from r57plans.word.maker.layout import Layout, read_layout
from r57plans.word.maker.numbering import numbering_part
from r57plans.word.maker.outline import Node, read_outline
from r57plans.word.maker.section import HEADERS, header_part, section_properties
from r57plans.word.maker.sources import read_mapping, read_text
from r57plans.word.maker.style import stylesheet
from r57plans.word.maker.styles import styles_part
from r57plans.word.maker.words import Words, read_words
from r57plans.word.package import CONTENT_TYPES, write_package
from r57plans.word.relations import PACKAGE_RELS
from r57plans.word.xml import Element, parse_part, serialise


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one template is made from; `words` are sections of the words, the later ones win."""

    language: Language
    outline: str
    layout: str
    words: tuple[str, ...]


_LAYOUTS = {"party": ("party-2018", ""), "state": ("state-2020", "-state")}
_OUTLINES = {
    ("action-plan", "party"): "party",
    ("action-plan", "state"): "state",
    ("committee-decision", "party"): "committee-decision-party",
    ("issuing-decision", "party"): "issuing-decision-party",
    ("issuing-decision", "state"): "issuing-decision-state",
    ("submission", "party"): "submission-party",
    ("submission", "state"): "submission-state",
    ("progress-report", "party"): "progress-report-party",
    ("progress-report", "state"): "progress-report-state",
    ("task-sheets", "party"): "task-sheets",
    ("task-sheets", "state"): "task-sheets",
}
"""The outline of each kind of document in each layout that it has."""
_OF_CHECKS = ("compliance-report", "comparison", "opinions", "merge-report")


def _recipe(language: Language, kind: str, layout: str) -> Recipe:
    words = (layout, kind, f"{kind}-{layout}")
    return Recipe(language, _OUTLINES[kind, layout], _LAYOUTS[layout][0], words)


def _of_checks(language: Language, name: str) -> Recipe:
    """What is said of a plan is no document of it: such templates lie in a folder of their own."""
    return Recipe(language, name, _LAYOUTS["party"][0], ("party", name))


_LANGUAGES: tuple[Language, ...] = ("vi", "en")
TEMPLATES = {
    f"{language}/{kind}{_LAYOUTS[layout][1]}.docx": _recipe(language, kind, layout)
    for language in _LANGUAGES
    for kind, layout in _OUTLINES
} | {
    f"checks/{name}.{language}.docx": _of_checks(language, name)
    for name in _OF_CHECKS
    for language in _LANGUAGES
}


def make_templates(source: Path, layouts: Path) -> dict[str, bytes]:
    """All templates: path under `templates/` → the file's bytes, the same at each call."""
    return {name: make_template(recipe, source, layouts) for name, recipe in TEMPLATES.items()}


def make_template(recipe: Recipe, source: Path, layouts: Path) -> bytes:
    """One template; raises R57Error or LoadError with the place of what is wrong in a source."""
    layout = read_layout(layouts / f"{recipe.layout}.yaml")
    words = read_words(source, recipe.language, *recipe.words)
    styles = stylesheet(layout.components, read_mapping(source / "styles.yaml"))
    document = _document(read_outline(source, recipe.outline), Writer(words, styles, layout))
    made = {
        parts.MAIN: document,
        "word/styles.xml": styles_part(styles, layout.font, recipe.language),
        **_other_parts(recipe.language, layout, words),
    }
    header = styles["page-number"].id
    for kind, (_, file) in HEADERS.items():
        made[f"word/{file}"] = header_part(header, numbered=kind == "default")
    # No style asks for the theme, but Word wants a document to have one.
    made[f"word/{parts.THEME}"] = parse_part(read_text(source / "theme.xml").encode(), "theme.xml")
    return write_package({name: serialise(_tidy(part)) for name, part in made.items()})


def _document(outline: tuple[Node, ...], writer: Writer) -> Element:
    page = writer.layout.page
    blocks = writer.blocks(outline, page.text_width)
    return root("document", el("body", *blocks, section_properties(page, landscape=False)))


def _other_parts(language: Language, layout: Layout, words: Words) -> dict[str, Element]:
    return {
        CONTENT_TYPES: parts.content_types(),
        PACKAGE_RELS: parts.package_relations(),
        "word/_rels/document.xml.rels": parts.document_relations(),
        "word/numbering.xml": numbering_part(layout),
        "word/settings.xml": parts.settings_part(language),
        "word/fontTable.xml": parts.fonts_part(layout.font),
        "docProps/core.xml": parts.core_properties(words["title"], language),
        "docProps/app.xml": parts.app_properties(),
    }


def _tidy(part: Element) -> Element:
    """The part without the namespace declarations that its inner elements repeat."""
    etree.cleanup_namespaces(part, keep_ns_prefixes=["r", "mc", "w14", "w15"])
    return part
