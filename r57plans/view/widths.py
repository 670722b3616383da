"""How the width of a landscape table is shared among its columns."""

from __future__ import annotations

# A4 landscape (297 mm) less 30 and 15 mm of margins, in twips (1 mm = 56.6929 twips).
TABLE_WIDTH = 14287
TWIPS_A_MILLIMETRE = 56.6929

# Relative weights that suit what each column usually holds; number and dates stay narrow.
_WEIGHTS = {
    "number": 9, "text": 58, "title": 50, "name": 46, "unit": 16, "baseline": 20, "values": 22,
    "central": 20, "relation": 16, "monitor": 34, "supplier": 34, "leads": 32, "supports": 36,
    "requested": 32, "in_charge": 28, "products": 40, "deadline": 24, "milestones": 40,
    "funding": 28, "targets": 30, "origin": 22, "directives": 16, "note": 30,
}  # fmt: skip
NARROWEST = 500


def shared_widths(columns: list[tuple[str, int | None]], total: int) -> list[int]:
    """Widths in twips that add up to `total`; a column with millimetres keeps them if they fit."""
    wanted = [
        round(millimetres * TWIPS_A_MILLIMETRE) if millimetres else _WEIGHTS[key] * 100
        for key, millimetres in columns
    ]
    fixed = sum(w for w, (_, mm) in zip(wanted, columns, strict=True) if mm)
    free = sum(w for w, (_, mm) in zip(wanted, columns, strict=True) if not mm)
    room = total - fixed
    if free and room >= NARROWEST * sum(1 for _, mm in columns if not mm):
        scaled = [w if mm else w * room // free for w, (_, mm) in zip(wanted, columns, strict=True)]
    else:
        scaled = [w * total // sum(wanted) for w in wanted]
    scaled[-1] += total - sum(scaled)
    return scaled
