"""Smaller letters, so that two columns and two languages in a cell can be read at a glance."""

from __future__ import annotations

from fractions import Fraction

from r57plans.word.xml import Element, w

SCALE = Fraction(6, 7)
"""Body text of 14 points becomes 12."""

_PAGE_NUMBER = "Header"
_SMALLEST = 18  # half-points; what is smaller is a gap, a rule or a tag


def scale_down(styles: Element) -> None:
    """Makes the sizes and the exact line heights of all styles smaller, but for page numbers."""
    for style in styles:
        if style.get(w("styleId")) != _PAGE_NUMBER:
            _scale(style)


def _scale(style: Element) -> None:
    for size in style.iter(w("sz"), w("szCs")):
        if (half_points := int(size.get(w("val"), "0"))) >= _SMALLEST:
            size.set(w("val"), str(round(half_points * SCALE)))
    for spacing in style.iter(w("spacing")):
        twips = int(spacing.get(w("line"), "0"))
        if spacing.get(w("lineRule")) == "exact" and twips >= _SMALLEST * 10:
            spacing.set(w("line"), str(round(twips * SCALE)))
