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
    "result": 38, "assigned": 22, "standing": 22, "count": 14,
}  # fmt: skip
# What the commonest words of a column need, in millimetres, so that none is cut within itself.
_LEAST = {
    "number": 12, "unit": 24, "baseline": 22, "values": 22, "relation": 25, "deadline": 34,
    "leads": 28, "supports": 30, "requested": 28, "result": 40, "assigned": 27, "standing": 26,
    "count": 19, "monitor": 28, "supplier": 28, "in_charge": 24,
    # Sentences stand here: a narrower column makes rows that are taller than a page.
    "text": 55, "title": 35, "name": 40, "products": 30, "milestones": 30,
}  # fmt: skip
_LEAST_OF_OTHERS = 20


def shared_widths(columns: list[tuple[str, int | None]], total: int) -> list[int]:
    """Widths in twips that add up to `total`; given millimetres are kept where they fit.

    The other columns share what is left by weight, none less than its words need, unless all
    of them together do not fit: then every width but the numbers' shrinks alike.
    """
    least = [_twips(mm or _LEAST.get(key, _LEAST_OF_OTHERS)) for key, mm in columns]
    fixed = {n: least[n] for n, (_, mm) in enumerate(columns) if mm}
    if len(fixed) == len(columns):
        widths = [width * total // sum(least) for width in least]
    elif sum(least) >= total:
        widths = _shrunk(columns, least, total)
    else:
        widths = _by_weight(columns, least, fixed, total)
    widths[-1] += total - sum(widths)
    return widths


def _shrunk(columns: list[tuple[str, int | None]], least: list[int], total: int) -> list[int]:
    """Every width smaller alike; only the numbers keep theirs, for they do not break."""
    firm = {n for n, (key, mm) in enumerate(columns) if key == "number" and not mm}
    rest = sum(width for n, width in enumerate(least) if n not in firm)
    room = total - sum(least[n] for n in firm)
    return [w if n in firm else w * room // rest for n, w in enumerate(least)]


def _by_weight(
    columns: list[tuple[str, int | None]], least: list[int], fixed: dict[int, int], total: int
) -> list[int]:
    """Free columns by weight; one that would fall below its least is fixed there, and so on."""
    free = [n for n in range(len(columns)) if n not in fixed]
    weights = sum(_WEIGHTS[columns[n][0]] for n in free)
    room = total - sum(fixed.values())
    shares = {n: room * _WEIGHTS[columns[n][0]] // weights for n in free}
    short = {n: least[n] for n in free if shares[n] < least[n]}
    if short:
        return _by_weight(columns, least, {**fixed, **short}, total)
    widths = {**fixed, **shares}
    return [widths[n] for n in range(len(columns))]


def _twips(millimetres: int) -> int:
    return round(millimetres * TWIPS_A_MILLIMETRE)
