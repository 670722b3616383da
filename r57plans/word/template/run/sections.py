"""The last section of a document: no empty page when the body ends with a section's paragraph."""

from __future__ import annotations

_START = "<w:sectPr"
_END = "</w:sectPr>"
_CONTENT = ("<w:r>", "<w:r ", "<w:sdt>", "<w:hyperlink", "<w:fldSimple", "<w:ins", "<w:object")


def close_body(text: str, section: str) -> str:
    """The end of the body's text with its last section properties behind it.

    Where the last block is a paragraph without content that itself ends a section, the section
    after it would be an empty page: that paragraph's properties then stand in the place of
    `section`.
    """
    start = text.rfind("<w:p>")
    start = max(start, text.rfind("<w:p ", max(start, 0)))
    last = text[start:] if start >= 0 else ""
    found = _section_of(last)
    if not found:
        return text + section
    return text[:start] + last.replace(found, "", 1) + found


def _section_of(paragraph: str) -> str:
    """The section properties of a paragraph that holds nothing else; "" for any other text."""
    at = paragraph.find(_START)
    if at < 0 or not paragraph.endswith("</w:p>") or paragraph.count("</w:p>") > 1:
        return ""
    if any(content in paragraph for content in _CONTENT):
        return ""
    end = paragraph.rfind(_END)
    if end < 0:
        return paragraph[at : paragraph.index("/>", at) + 2]
    return paragraph[at : end + len(_END)]
