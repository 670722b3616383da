"""The second language of a parallel edition, which is not read back."""

from __future__ import annotations

from r57plans.word.xml import Element, remove, w

_GAPS = {"R57Gap", "R57onngn"}  # the latter as LibreOffice makes an id of the style's name
_SECOND = "en-GB"


def drop_second(root: Element) -> None:
    """Empty the paragraphs of the second language, where the document is a parallel edition.

    They have no controls, and each of their runs says its language.
    """
    styles = {style.get(w("val")) for style in root.iter(w("pStyle"))}
    if not styles & _GAPS:
        return
    for paragraph in root.iter(w("p")):
        runs = list(paragraph.iter(w("r")))
        if next(paragraph.iter(w("sdt")), None) is None and all(map(_is_second, runs)):
            for run in runs:
                remove(run)


def _is_second(run: Element) -> bool:
    language = run.find(f"{w('rPr')}/{w('lang')}")
    return language is not None and language.get(w("val")) == _SECOND
