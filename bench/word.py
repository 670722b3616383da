"""What the comparison reads out of a Word file that an engine wrote."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_xml(file: bytes) -> bytes:
    """The file's main part."""
    with ZipFile(BytesIO(file)) as package:
        return package.read("word/document.xml")


def paragraphs(file: bytes) -> list[str]:
    """The text of each paragraph, those in tables too, in order."""
    root = etree.fromstring(document_xml(file), etree.XMLParser(huge_tree=True))
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
        for paragraph in root.iter(f"{_W}p")
    ]
