"""The small functions that the rules of packs name; one module a part of the requirement."""
