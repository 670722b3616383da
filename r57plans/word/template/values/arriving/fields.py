"""The fields of a sub-document: their instructions whole, none that fetch what is outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from r57plans.word.template.values.refusing import refused
from r57plans.word.xml import Element, qname, remove, w

_FETCHING = {
    *("DDE", "DDEAUTO", "LINK", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT"),
    *("DATABASE", "RD", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "MACROBUTTON"),
}
_FIRST_WORD = re.compile(r"\s*(\w*)")
# A word of an instruction that may be the name of a bookmark: not the first, not a switch.
_NAME = re.compile(r"(?<=\s)\w+|(?<=\")\w+(?=\")")


def join_instructions(root: Element) -> None:
    """Put each instruction that Word cut over runs into its first run.

    Raises `MisuseError` for a field that would fetch something from elsewhere.
    """
    group: list[Element] = []
    for element in list(root.iter(w("instrText"), w("fldChar"))):
        if element.tag == w("instrText"):
            group.append(element)
            continue
        _join(group)
        group = []
    for text in instructions(root):
        word = _first_word(text)
        if word.upper() in _FETCHING:
            raise refused(
                f"tài liệu con có trường {word.upper()} lấy nội dung từ nơi khác; mở bằng Word và "
                "bỏ liên kết (Ctrl+Shift+F9)",
                f"the sub-document has a field {word.upper()} that fetches something from "
                "elsewhere; open it in Word and unlink the field (Ctrl+Shift+F9)",
            )


def instructions(root: Element) -> Iterator[str]:
    """The instruction of every field below the root."""
    for field in root.iter(w("fldSimple")):
        yield field.get(w("instr"), "")
    for text in root.iter(w("instrText")):
        yield text.text or ""


def rename_in_fields(root: Element, rename: Callable[[str], str]) -> None:
    """Change the words of the instructions that may be names of bookmarks."""
    for field in root.iter(w("fldSimple")):
        field.set(w("instr"), _renamed(field.get(w("instr"), ""), rename))
    for text in root.iter(w("instrText")):
        text.text = _renamed(text.text or "", rename)


def _renamed(text: str, rename: Callable[[str], str]) -> str:
    start = _FIRST_WORD.match(text)
    at = start.end() if start else 0
    return text[:at] + _NAME.sub(lambda found: rename(found[0]), text[at:])


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found[1] if found else ""


def _join(group: list[Element]) -> None:
    for other in group[1:]:
        group[0].text = (group[0].text or "") + (other.text or "")
        remove(other)
    if len(group) > 1:
        group[0].set(qname("xml", "space"), "preserve")
