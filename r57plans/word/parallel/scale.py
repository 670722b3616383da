"""Smaller letters, so that two columns and two languages in a cell can be read at a glance."""

from __future__ import annotations

from fractions import Fraction

from r57plans.word.xml import Element, w

SCALE = Fraction(6, 7)
"""Body text of 14 points becomes 12."""

_SMALLEST = 18  # half-points; what is smaller is a gap, a rule or a tag


def scale_down(styles: Element) -> None:
    """Makes the sizes and the exact line heights of all styles smaller."""
    for name in ("sz", "szCs"):
        for size in styles.iter(w(name)):
            if (half_points := int(size.get(w("val"), "0"))) >= _SMALLEST:
                size.set(w("val"), str(round(half_points * SCALE)))
    for spacing in styles.iter(w("spacing")):
        twips = int(spacing.get(w("line"), "0"))
        if spacing.get(w("lineRule")) == "exact" and twips >= _SMALLEST * 10:
            spacing.set(w("line"), str(round(twips * SCALE)))
