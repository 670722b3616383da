"""The settings of a Word document: the part that holds them, and each in the place it must have."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from r57plans.word.relations import read_relations
from r57plans.word.xml import Element, w

_ORDER = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts"),
    *("embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins"),
    *("alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle"),
    *("proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter"),
    *("stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions"),
    *("doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride"),
    *("styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation"),
    *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope"),
    *("summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders"),
    *("bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets"),
    *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"),
    *("displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
    *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
    *("drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning"),
    *("characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars"),
    *("noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture"),
    *("doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent"),
    *("alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly"),
    *("useXSLTWhenSaving", "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace"),
    "updateFields",
)
"""The settings as the standard orders them, as far as the last one that we set."""


def settings_name(parts: Mapping[str, bytes], main: str, file: str = "") -> str:
    """The name of the part with the document's settings; "" where it has none.

    Raises `WordFileError` when the document's relationships cannot be read.
    """
    relations = read_relations(parts, main, file)
    named = (relation.target for relation in relations if relation.kind == "settings")
    name = next(named, "")
    return name if name in parts else ""


def setting(root: Element, name: str) -> Element:
    """The setting of that name, put in its place where the settings lack it."""
    found = root.find(w(name))
    if found is None:
        before = {w(each) for each in _ORDER[: _ORDER.index(name)]}
        found = etree.Element(w(name))
        root.insert(sum(child.tag in before for child in root), found)
    return found
