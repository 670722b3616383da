"""The small parts of a package: settings, fonts, properties, content types, relationships."""

from __future__ import annotations

from lxml import etree

from r57plans.findings import Language
from r57plans.word.maker.elements import el, root
from r57plans.word.maker.section import HEADERS
from r57plans.word.maker.styles import EAST_ASIAN, LANGUAGE_TAGS
from r57plans.word.xml import NS, Element, parse_part, qname

MAIN = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_DECIMAL_SIGNS: dict[Language, tuple[str, str]] = {"vi": (",", ";"), "en": (".", ",")}
_MODERN = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
_OWN = {"styles": "styles.xml", "numbering": "numbering.xml", "settings": "settings.xml",
        "fontTable": "fontTable.xml"}  # fmt: skip
THEME = "theme/theme1.xml"


def settings_part(language: Language) -> Element:
    """Word's settings: no compatibility mode, and the language's own signs in fields."""
    decimal, separator = _DECIMAL_SIGNS[language]
    modern = [el("compatSetting", name=name, uri=_COMPATIBILITY, val=value)
              for name, value in _MODERN]  # fmt: skip
    return root(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=567),
        el("characterSpacingControl", val="doNotCompress"),
        # Without it Word and LibreOffice stretch a justified line that ends in a line break.
        el("compat", el("doNotExpandShiftReturn"), *modern),
        el("themeFontLang", val=LANGUAGE_TAGS[language], eastAsia=EAST_ASIAN),
        el("decimalSymbol", val=decimal),
        el("listSeparator", val=separator),
    )


def fonts_part(font: str) -> Element:
    """The font table: which fonts of the same measure may stand in for the official one."""
    signature = {"usb0": "E0002EFF", "usb1": "C000785B", "usb2": "00000009", "usb3": "00000000",
                 "csb0": "000001FF", "csb1": "00000000"}  # fmt: skip
    return root(
        "fonts",
        el(
            "font",
            el("altName", val="Tinos,Liberation Serif"),
            el("panose1", val="02020603050405020304"),
            el("charset", val="00"),
            el("family", val="roman"),
            el("pitch", val="variable"),
            el("sig", **signature),
            name=font,
        ),
    )


def core_properties(title: str, language: Language) -> Element:
    """docProps/core.xml: what it is and in which language; nobody and no day are named."""
    made = etree.Element(
        qname("cp", "coreProperties"), nsmap={prefix: NS[prefix] for prefix in ("cp", "dc")}
    )
    for name, text in (("title", title), ("language", LANGUAGE_TAGS[language])):
        etree.SubElement(made, qname("dc", name)).text = text
    return made


def app_properties() -> Element:
    """docProps/app.xml, without a product's name."""
    made = _root("ep", "Properties")
    etree.SubElement(made, qname("ep", "DocSecurity")).text = "0"
    return made


def content_types() -> Element:
    """[Content_Types].xml."""
    made = _root("ct", "Types")
    for extension, kind in (("rels", f"{_PACKAGE}relationships+xml"), ("xml", "application/xml")):
        made.append(made.makeelement(qname("ct", "Default"),
                                     {"Extension": extension, "ContentType": kind}))  # fmt: skip
    kinds = {MAIN: f"{_WORD}document.main+xml"}
    kinds |= {f"word/{file}": f"{_WORD}{name}+xml" for name, file in _OWN.items()}
    kinds |= {f"word/{file}": f"{_WORD}header+xml" for _, file in HEADERS.values()}
    kinds[f"word/{THEME}"] = f"{_OFFICE}theme+xml"
    kinds["docProps/core.xml"] = f"{_PACKAGE}core-properties+xml"
    kinds["docProps/app.xml"] = f"{_OFFICE}extended-properties+xml"
    for part, kind in kinds.items():
        etree.SubElement(made, qname("ct", "Override"), PartName=f"/{part}", ContentType=kind)
    return made


def package_relations() -> Element:
    """_rels/.rels."""
    return _relationships(
        ("rId1", f"{_RELATIONS}officeDocument", MAIN),
        ("rId2", f"{_PACKAGE_RELATIONS}core-properties", "docProps/core.xml"),
        ("rId3", f"{_RELATIONS}extended-properties", "docProps/app.xml"),
    )


def document_relations() -> Element:
    """word/_rels/document.xml.rels."""
    own = [(f"rId{name}", f"{_RELATIONS}{name}", file) for name, file in _OWN.items()]
    headers = [(relation, f"{_RELATIONS}header", file) for relation, file in HEADERS.values()]
    theme = ("rIdTheme", f"{_RELATIONS}theme", THEME)
    return _relationships(*own, *headers, theme)


def _root(prefix: str, name: str) -> Element:
    """An empty root whose namespace needs no prefix, as Word writes these parts."""
    return parse_part(f'<{name} xmlns="{NS[prefix]}"/>'.encode(), name)


def _relationships(*relations: tuple[str, str, str]) -> Element:
    made = _root("rel", "Relationships")
    for name, kind, target in relations:
        etree.SubElement(made, qname("rel", "Relationship"), Id=name, Type=kind, Target=target)
    return made
