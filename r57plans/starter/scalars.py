"""Values as a starter plan writes them: YAML on one line that reads back as exactly what it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from r57plans.model.actor import Actor, Person
from r57plans.model.base import Text
from r57plans.model.task import Product

_PLAIN = re.compile(r"[^\W\d_][^:#\n\[\]{},&*!|>'\"%@`]*[^\s:#\[\]{},]")
_RESERVED = {"true", "false", "null", "yes", "no", "on", "off"}


def body(actor: Actor) -> str:
    """A body's id, or a post or free words as a mapping."""
    if isinstance(actor, Person):
        return f"{{role: {actor.role}}}"
    if isinstance(actor, Text):
        return f"{{vi: {scalar(actor.vi)}, en: {scalar(actor.en or '')}}}"
    return actor


def product_line(product: Product) -> str:
    """A product as a mapping on one line."""
    quantity = product.quantity.vi if product.quantity else None
    pairs = [("type", product.type), ("quantity", quantity)]
    if isinstance(product.issuer, str):
        pairs.insert(1, ("issuer", product.issuer))
    pairs += [("vi", product.vi), ("en", product.en)]
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in pairs if value) + "}"


def scalar(text: str) -> str:
    """A YAML scalar that reads back as exactly this text."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(items: Iterable[str]) -> str:
    """A YAML list on one line, of items already written."""
    return f"[{', '.join(items)}]"
