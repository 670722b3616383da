"""Properties as they were before a tracked change of them."""

from __future__ import annotations

from r57plans.word.xml import Element, remove, w

# What stands among properties and is no part of what a change of them keeps.
_KEPT = {
    w("pPrChange"): (w("rPr"), w("sectPr")),
    w("rPrChange"): tuple(map(w, ("ins", "del", "moveFrom", "moveTo"))),
    w("trPrChange"): (w("ins"), w("del")),
    w("tcPrChange"): tuple(map(w, ("cellIns", "cellDel", "cellMerge"))),
    w("sectPrChange"): (w("headerReference"), w("footerReference")),
}

_FIRST = (w("rPrChange"), w("sectPrChange"))  # what is kept stands before the properties


def restore_properties(change: Element) -> None:
    """Put the properties that a change keeps in the place of those beside it; the change goes.

    A changed numbering field keeps no properties and only goes.
    """
    holder = change.getparent()
    remove(change)
    if holder is None or change.tag == w("numberingChange"):
        return
    kept = _KEPT.get(str(change.tag), ())
    former = list(change[0]) if len(change) else []
    for child in list(holder):
        if child.tag not in kept:
            holder.remove(child)
    at = len(holder) if change.tag in _FIRST else 0
    holder[at:at] = former
